import CanevasModel

extension Topic {
  /// The rules that look at this heading or key in particular, by code.
  package var rules: [Rule] {
    let own: [Rule] =
      switch self {
      case .section(let name): name.rules
      case .part: [.unknownHeading, .headingLevel]
      case .key(let key): key.rules
      }
    let missing: [Rule] =
      switch self {
      case .section: [.missingSection, .emptySection]
      case .part: []
      case .key: [.missingKey]
      }
    let isNeeded = uses.contains { $0.need != .optional }
    return (own + (isNeeded ? missing : [])).sorted { $0.code < $1.code }
  }
}

extension SectionName {
  fileprivate var rules: [Rule] { rulesOfShape + ownRules }

  /// The rules on all sections that are read as this one is.
  private var rulesOfShape: [Rule] {
    let items: [Rule] = [.proseInsteadOfItems, .repeatedItem]
    return switch shape {
    case .challenge: [.missingQuestion]
    case .items, .propositions, .offering: items
    case .revenue:
      items + [
        .streamWithoutMechanism, .unknownMechanism, .revenueWithoutFlow, .unpaidService,
        .onlyReceives,
      ]
    case .indicators: items + [.indicatorWithoutUnit]
    case .flows:
      [
        .malformedFlow, .unknownEnd, .flowToItself, .flowWithoutNature, .repeatedFlow,
        .unservedCustomer, .partnerWithoutFlow, .partnerOffPlatform, .onlyGives, .onlyReceives,
        .unpaidService, .revenueWithoutFlow, .resourceWithoutFlow,
      ]
    case .forces, .evaluation: [.unknownHeading, .headingLevel]
    case .steps: [.malformedStep, .workshopOverrun]
    case .votes: items + [.voteWithoutCanvas, .canvasNeverSelected, .workshopWithoutCanvas]
    case .prose: []
    }
  }

  private var ownRules: [Rule] {
    switch self {
    case .customers: [.unknownEnd, .unservedCustomer, .partnerOffPlatform, .onlyReceives]
    case .partners:
      [.unknownEnd, .partnerWithoutFlow, .partnerOffPlatform, .onlyGives, .onlyReceives]
    case .localResources: [.sharedResource, .resourceWithoutFlow]
    case .lessons: [.experimentWithoutLessons]
    case .decision: [.experimentWithoutDecision, .experimentWithoutLessons, .statusBehindEvidence]
    case .priorityStakes: [.diagnosisWithoutTheme, .themeWithoutDiagnosis]
    case .results: [.workshopWithoutCanvas]
    case .unsorted: [.unsortedText]
    default: []
    }
  }
}

extension MetadataKey {
  fileprivate var rules: [Rule] {
    var rules: [Rule] = []
    let shapes = Kind.allCases.filter { $0.keys.contains(self) }.map(shape)
    if shapes.contains(where: { if case .words = $0 { true } else { false } }) {
      rules.append(.unknownValue)
    }
    if shapes.contains(where: { if case .date = $0 { true } else { false } }) {
      rules.append(.unreadableDate)
    }
    if shapes.contains(where: { if case .duration = $0 { true } else { false } }) {
      rules.append(.unreadableDuration)
    }
    switch self {
    case .theme: rules += [.linkOfWrongKind, .themeWithoutCanvas, .themeWithoutWorkshop]
    case .status: rules += [.statusAheadOfEvidence, .statusBehindEvidence]
    case .carrier: rules.append(.statusAheadOfEvidence)
    case .start, .end: rules.append(.reversedDates)
    case .address: rules.append(.incompleteAddress)
    case .inspiration: rules += [.linkOfWrongKind, .caseWithoutFollowUp]
    case .source: rules += [.linkOfWrongKind, .canvasWithoutSource, .sourceNeverCited]
    case .diagnosis: rules += [.linkOfWrongKind, .themeWithoutDiagnosis]
    case .contact, .contacts: rules += [.linkOfWrongKind, .personalData]
    case .canvas, .funders: rules.append(.linkOfWrongKind)
    case .aliases: rules += [.namesakes, .unlinkedActor]
    case .rules: rules.append(.mistakenSetting)
    case .reviewed: rules += [.suspectLink, .malformedReview]
    case .territory, .date, .model, .colour, .type, .site, .place, .project,
      .duration, .topic, .lines, .approach, .tool, .phase, .publisher, .year,
      .language, .file, .programme, .licence, .formerName, .draft:
      break
    }
    return rules
  }
}

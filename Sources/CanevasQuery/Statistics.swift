package import CanevasLink
package import CanevasModel
package import CanevasRender
package import CanevasSource

/// The numbers of a catalogue. What the site's lists count is taken from them.
package struct Statistics: Sendable {
  package struct Documents: Hashable, Sendable {
    package let kind: Kind
    package let count: Int
    /// How many of them are drafts.
    package let drafts: Int
  }

  package struct SectionCount: Hashable, Sendable {
    package let name: SectionName
    package let filled: Int
    /// How many canvases could have the section.
    package let canvases: Int
  }

  package struct Actor: Hashable, Sendable {
    package let document: Catalogue.Index
    /// The canvases that link to it or name it in their flows.
    package let canvases: Int
    /// In how many canvases it plays which part, in the order of `Statistics.parts`.
    package let parts: [Int]
  }

  package struct FindingCount: Hashable, Sendable {
    package let code: String
    package let severity: Severity
    package let count: Int
  }

  /// A step of the method with how many of its documents the chain holds.
  package struct Link: Hashable, Sendable {
    package let kind: Kind
    package let count: Int
    /// Themes that come from a diagnosis; of all else, what belongs to a theme.
    package let linked: Int
  }

  /// The parts by which actors are counted.
  package static let parts: [LinkRole] = [.carrier, .customer, .partner, .channel, .policyMaker]

  package let documents: [Documents]
  package let statuses: [(status: Status, count: Int)]
  package let themes: [(theme: Catalogue.Index, count: Int)]
  package let canvasesWithoutTheme: Int
  package let sections: [(model: CanvasModel, sections: [SectionCount])]
  /// Those that most canvases name first, those that none names last.
  package let actors: [Actor]
  package let mechanisms: [(mechanism: Mechanism, count: Int)]
  /// Without a nature last.
  package let flows: [(nature: FlowNature?, count: Int)]
  package let severities: [(severity: Severity, count: Int)]
  /// The gravest first, then the most frequent.
  package let findings: [FindingCount]
  package let chain: [Link]
  package let gaps: [(gap: Coverage.Gap, count: Int)]
}

extension Query {
  package var statistics: Statistics {
    let facets = site.facets
    let coverage = Coverage(site)
    return Statistics(
      documents: Kind.allCases.filter { $0 != .catalogue }.map { kind in
        let documents = site.published(kind)
        let drafts = documents.count { catalogue.documents[$0].isDraft }
        return .init(kind: kind, count: documents.count, drafts: drafts)
      },
      statuses: Status.allCases.map { ($0, facets.canvases(with: .status($0)).count) },
      themes: site.published(.theme).map { ($0, facets.canvases(with: .theme($0)).count) },
      canvasesWithoutTheme: facets.withoutTheme.count, sections: sectionCounts,
      actors: actorCounts,
      mechanisms: facets.facets(in: .revenue).compactMap { facet in
        guard case .revenue(let mechanism) = facet else { return nil }
        return (mechanism, facets.canvases(with: facet).count)
      },
      flows: flowCounts,
      severities: Severity.allCases.reversed().map { severity in
        (severity, diagnostics.count { $0.severity == severity })
      },
      findings: findingCounts, chain: chain(coverage),
      gaps: coverage.gaps.map { ($0.gap, $0.documents.count) })
  }

  /// How many canvases fill each section, by model; models that no canvas has are left out.
  private var sectionCounts: [(model: CanvasModel, sections: [Statistics.SectionCount])] {
    CanvasModel.allCases.compactMap { model in
      let canvases = site.published(.canvas).map { catalogue.documents[$0] }.filter { canvas in
        if case .canvas(let facts) = canvas.facts { facts.model == model } else { false }
      }
      guard !canvases.isEmpty else { return nil }
      let counts = model.sections.map { name in
        let filled = canvases.count { $0.section(name).map { !$0.isEmpty } ?? false }
        return Statistics.SectionCount(name: name, filled: filled, canvases: canvases.count)
      }
      return (model, counts)
    }
  }

  private var actorCounts: [Statistics.Actor] {
    let named = site.facets.facets(in: .actor).compactMap { facet -> Catalogue.Index? in
      if case .actor(let actor) = facet { actor } else { nil }
    }
    let rest = Set(named)
    return (named + site.published(.actor).filter { !rest.contains($0) }).map { actor in
      Statistics.Actor(
        document: actor, canvases: site.facets.canvases(with: .actor(actor)).count,
        parts: Statistics.parts.map { role in
          catalogue.linking(to: actor, as: role, kind: .canvas).count(where: site.isPublished)
        })
    }
  }

  private var flowCounts: [(nature: FlowNature?, count: Int)] {
    let natures = catalogue.flows.filter { site.isPublished($0.canvas) }
      .map { $0.flow.route.value?.nature }
    return (FlowNature.allCases.map(Optional.some) + [nil]).map { nature in
      (nature, natures.count { $0 == nature })
    }
  }

  private var findingCounts: [Statistics.FindingCount] {
    struct Key: Hashable {
      let code: String
      let severity: Severity
    }
    var counts: [Key: Int] = [:]
    for finding in diagnostics {
      counts[Key(code: finding.code, severity: finding.severity), default: 0] += 1
    }
    return counts.map { .init(code: $0.code, severity: $0.severity, count: $1) }.sorted {
      ($1.severity, $1.count, $0.code) < ($0.severity, $0.count, $1.code)
    }
  }

  /// The method's steps in their order, each with how many documents the chain holds.
  private func chain(_ coverage: Coverage) -> [Statistics.Link] {
    func linked(_ step: Coverage.Step) -> Int {
      Set(coverage.rows.filter { $0.theme != nil }.flatMap { $0[step] }).count
    }
    let withoutDiagnosis = coverage.gaps.first { $0.gap == .themeWithoutDiagnosis }
    let themes = site.published(.theme).count
    let steps: [(Kind, Coverage.Step?)] = [
      (.diagnosis, .diagnosis), (.theme, nil), (.inspiringCase, .inspiringCase),
      (.workshop, .workshop), (.canvas, .canvas), (.experiment, .experiment),
    ]
    return steps.map { kind, step in
      Statistics.Link(
        kind: kind, count: site.published(kind).count,
        linked: step.map(linked) ?? themes - (withoutDiagnosis?.documents.count ?? 0))
    }
  }
}

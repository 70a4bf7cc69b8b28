package import CanevasLink
import CanevasModel

/// What the steps of the method have brought, and what is missing: from a diagnosis come themes,
/// cases feed a theme's workshops, workshops give canvases, experiments test them.
package struct Coverage: Sendable {
  /// The steps that a theme is followed by, in the method's order.
  package enum Step: String, CaseIterable, Sendable {
    case diagnosis = "diagnostics"
    case inspiringCase = "cas"
    case workshop = "ateliers"
    case canvas = "fiches"
    case experiment = "essais"
  }

  /// What is there for one theme; `nil` stands for what belongs to no theme.
  package struct Row: Sendable {
    package let theme: Catalogue.Index?
    let documents: [Step: [Catalogue.Index]]
  }

  /// Links of the chain that documents lack.
  package enum Gap: String, CaseIterable, Sendable {
    case themeWithoutDiagnosis = "theme-sans-diagnostic"
    case themeWithoutCase = "theme-sans-cas"
    case themeWithoutWorkshop = "theme-sans-atelier"
    case themeWithoutCanvas = "theme-sans-fiche"
    case diagnosisWithoutTheme = "diagnostic-sans-theme"
    /// A case that no canvas or workshop links to, and that links to none.
    case idleCase = "cas-sans-suite"
    case canvasWithoutTheme = "fiche-sans-theme"
    /// An archived canvas needs none.
    case canvasWithoutExperiment = "fiche-sans-essai"
  }

  package let rows: [Row]
  package let gaps: [(gap: Gap, documents: [Catalogue.Index])]
  /// The canvases that were reviewed against what they rest on.
  package let reviewed: [Catalogue.Index]
  /// Those of them that rest on something that has changed since, with what it is.
  package let suspects: [(canvas: Catalogue.Index, documents: [Catalogue.Index])]

  package init(_ site: Site) {
    let rows = site.published(.theme).map { Row(theme: $0, in: site) }
    let rest = Row(outside: rows, in: site)
    self.rows = rows + (rest.documents.values.allSatisfy(\.isEmpty) ? [] : [rest])
    func themes(without step: Step) -> [Catalogue.Index] {
      rows.filter { $0[step].isEmpty }.compactMap(\.theme)
    }
    gaps = Gap.allCases.map { gap in
      let documents =
        switch gap {
        case .themeWithoutDiagnosis: themes(without: .diagnosis)
        case .themeWithoutCase: themes(without: .inspiringCase)
        case .themeWithoutWorkshop: themes(without: .workshop)
        case .themeWithoutCanvas: themes(without: .canvas)
        case .diagnosisWithoutTheme: rest[.diagnosis]
        case .idleCase: site.published(.inspiringCase).filter { isIdle($0, in: site) }
        case .canvasWithoutTheme: rest[.canvas]
        case .canvasWithoutExperiment: site.published(.canvas).filter { isUntested($0, in: site) }
        }
      return (gap, documents)
    }
    let catalogue = site.catalogue
    reviewed = site.published(.canvas).filter { canvas in
      catalogue.review(of: canvas).map { !$0.entries.isEmpty } ?? false
    }
    suspects = reviewed.compactMap { canvas in
      let documents = catalogue.suspects(of: canvas).map(\.document)
      return documents.isEmpty ? nil : (canvas, documents.filter(site.isPublished))
    }
  }
}

extension Coverage.Row {
  package subscript(step: Coverage.Step) -> [Catalogue.Index] { documents[step] ?? [] }

  fileprivate init(theme: Catalogue.Index, in site: Site) {
    let canvases = site.canvases(of: theme)
    self.theme = theme
    documents = [
      .diagnosis: site.unique(
        diagnoses(of: theme, in: site.catalogue)
          + site.catalogue.linking(to: theme, kind: .diagnosis)),
      .inspiringCase: site.unique(
        site.catalogue.linking(to: theme, as: .theme, kind: .inspiringCase)),
      .workshop: site.unique(site.catalogue.linking(to: theme, as: .theme, kind: .workshop)),
      .canvas: canvases,
      .experiment: site.unique(
        canvases.flatMap {
          site.catalogue.linking(to: $0, as: .testedCanvas, kind: .experiment)
        }),
    ]
  }

  /// What stands in none of the rows.
  fileprivate init(outside rows: [Self], in site: Site) {
    let placed = Set(rows.flatMap { $0.documents.values.joined() })
    func rest(_ kind: Kind) -> [Catalogue.Index] {
      site.published(kind).filter { !placed.contains($0) }
    }
    theme = nil
    documents = [
      .diagnosis: rest(.diagnosis), .inspiringCase: rest(.inspiringCase),
      .workshop: rest(.workshop), .canvas: rest(.canvas), .experiment: rest(.experiment),
    ]
  }
}

extension Site {
  /// The published ones, each once, by title.
  fileprivate func unique(_ documents: [Catalogue.Index]) -> [Catalogue.Index] {
    byTitle(Array(Set(documents.filter(isPublished))))
  }
}

/// The diagnoses that a theme names as its origin.
private func diagnoses(
  of theme: Catalogue.Index, in catalogue: Catalogue
) -> [Catalogue.Index] {
  guard case .theme(let facts) = catalogue.documents[theme].facts else { return [] }
  return facts.diagnoses.compactMap { catalogue.document($0, in: theme) }
}

private func isIdle(_ index: Catalogue.Index, in site: Site) -> Bool {
  func isFed(_ other: Catalogue.Index) -> Bool {
    let kind = site.catalogue.documents[other].id.kind
    return (kind == .canvas || kind == .workshop) && site.isPublished(other)
  }
  let named = site.catalogue.targets[index].contains { target in
    if case .document(let other, _) = target { isFed(other) } else { false }
  }
  return !named && !site.catalogue.backlinks[index].contains { isFed($0.source) }
}

private func isUntested(_ index: Catalogue.Index, in site: Site) -> Bool {
  guard case .canvas(let facts) = site.catalogue.documents[index].facts,
    facts.status.value != .archived
  else { return false }
  return !site.catalogue.linking(to: index, as: .testedCanvas, kind: .experiment)
    .contains(where: site.isPublished)
}

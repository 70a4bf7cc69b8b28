import CanevasCheck
package import CanevasLink
package import CanevasSource
import CanevasModel

/// A catalogue with what the rules say of it, infos among it.
package struct CheckedCatalogue: Sendable {
  let catalogue: Catalogue
  let findings: [Diagnostic]

  package init(_ catalogue: Catalogue, findings: [Diagnostic]) {
    self.catalogue = catalogue
    self.findings = findings
  }
}

/// What a change of some documents does to the whole catalogue: of each kind, by place; the grave
/// findings first.
package func sideEffects(
  from old: CheckedCatalogue, to new: CheckedCatalogue, of comparison: CatalogueComparison
) -> [SideEffect] {
  let differences = CatalogueDifferences(old: old, new: new, comparison: comparison)
  return differences.findings + differences.sharedActors + differences.foundations
}

/// Two states of a catalogue and the documents that differ.
private struct CatalogueDifferences {
  let old: CheckedCatalogue
  let new: CheckedCatalogue
  let comparison: CatalogueComparison
  /// The former path of documents that have another one now.
  private let formerPaths: [String: String]

  init(old: CheckedCatalogue, new: CheckedCatalogue, comparison: CatalogueComparison) {
    self.old = old
    self.new = new
    self.comparison = comparison
    formerPaths = Dictionary(
      comparison.documents.compactMap { document in
        document.formerPath.map { (document.path, $0) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The warnings and errors that came or went.
  var findings: [SideEffect] {
    let before = old.names { $0 }
    let now = new.names { formerPaths[$0] ?? $0 }
    let present = Set(new.catalogue.documents.map { formerPaths[$0.file.path] ?? $0.file.path })
    let (known, found) = (Set(before.map(\.name)), Set(now.map(\.name)))
    let came = now.filter { !known.contains($0.name) }.map(\.finding)
    let went = before.filter {
      !found.contains($0.name) && present.contains($0.finding.location.path)
    }.map(\.finding)
    let (broken, others) = (came.filter(\.isOfBrokenLink), came.filter { !$0.isOfBrokenLink })
    let grave = others.filter { $0.severity == .error } + others.filter { $0.severity < .error }
    return broken.map { new.effect(.linkBroken, $0) } + grave.map { new.effect(.findingNew, $0) }
      + went.map { old.effect($0.isOfBrokenLink ? .linkMended : .findingGone, $0) }
  }

  /// The actors that several canvases name now and one at most did before.
  var sharedActors: [SideEffect] {
    new.catalogue.documents(of: .actor).compactMap { actor in
      let canvases = new.catalogue.canvases(naming: actor)
      guard canvases.count > 1, canvasCount(before: actor) < 2 else { return nil }
      let document = new.catalogue.documents[actor]
      let names = new.titles(of: canvases)
      return SideEffect(
        kind: .actorShared,
        message: Bilingual(
          "« \(document.title) » figure désormais dans \(names.french)",
          "“\(document.title)” now stands in \(names.english)"),
        file: document.file, range: document.file.firstLine, code: nil)
    }
  }

  private func canvasCount(before actor: Catalogue.Index) -> Int {
    let path = new.catalogue.documents[actor].file.path
    let former = old.index(ofPath: formerPaths[path] ?? path)
    return former.map { old.catalogue.canvases(naming: $0).count } ?? 0
  }

  /// The themes, cases, sources and experiments that say something else now, with the canvases that
  /// stand on them.
  var foundations: [SideEffect] {
    comparison.documents.compactMap { document in
      guard document.fate == .changed, let index = new.index(ofPath: document.path),
        let ground = groundWords[document.document.id.kind]
      else { return nil }
      let canvases = new.catalogue.canvases(standingOn: index)
      guard !canvases.isEmpty else { return nil }
      let names = new.titles(of: canvases)
      let title = document.document.title
      return SideEffect(
        kind: .foundationChanged,
        message: Bilingual(
          "\(names.french) s'appuie\(canvases.count > 1 ? "nt" : "") sur "
            + "\(ground.french) « \(title) », qui a changé",
          "\(ground.english) “\(title)” has changed, on which \(names.english) stand"),
        file: document.document.file, range: document.document.file.firstLine, code: nil)
    }
  }
}

/// What canvases stand on.
private let groundWords: [Kind: Bilingual] = [
  .theme: Bilingual("le thème", "the theme"),
  .inspiringCase: Bilingual("le cas", "the case"),
  .source: Bilingual("la source", "the source"),
  .experiment: Bilingual("l'essai", "the experiment"),
]

extension CheckedCatalogue {
  /// The warnings and errors, each with the name by which it is known again. `formerPath` gives the
  /// path by which a file is known.
  fileprivate func names(
    _ formerPath: (String) -> String
  ) -> [(finding: Diagnostic, name: String)] {
    let fingerprints = Fingerprints(findings, formerPath: formerPath, file: file)
    return findings.filter { $0.severity > .info }.map { ($0, fingerprints[$0]) }
  }

  private func file(_ path: String) -> SourceFile? {
    index(ofPath: path).map { catalogue.documents[$0].file }
      ?? catalogue.strays.first { $0.file.path == path }?.file
  }

  fileprivate func effect(_ kind: SideEffect.Kind, _ finding: Diagnostic) -> SideEffect {
    let path = finding.location.path
    return SideEffect(
      kind: kind, message: finding.message, file: file(path) ?? SourceFile(path: path, bytes: []),
      range: finding.location.range, code: finding.code)
  }

  fileprivate func index(ofPath path: String) -> Catalogue.Index? {
    guard let id = DocumentID(path: path), let index = catalogue.index(of: id),
      catalogue.documents[index].file.path == path
    else { return nil }
    return index
  }

  /// « A », « B » and three more.
  fileprivate func titles(of documents: [Catalogue.Index]) -> Bilingual {
    let shown = documents.prefix(3).map { catalogue.documents[$0].title }
    let rest = documents.count - shown.count
    return Bilingual(
      shown.map { "« \($0) »" }.joined(separator: ", ")
        + (rest == 0 ? "" : " et \(rest) autre\(rest > 1 ? "s" : "")"),
      shown.map { "“\($0)”" }.joined(separator: ", ")
        + (rest == 0 ? "" : " and \(rest) other\(rest > 1 ? "s" : "")"))
  }
}

extension Catalogue {
  /// The canvases that name an actor, in words or by a link.
  fileprivate func canvases(naming actor: Index) -> [Index] {
    let linking = linking(to: actor, kind: .canvas)
    let others = Set(flows(with: actor).map(\.canvas)).subtracting(linking).sorted()
    return linking + others.filter { documents[$0].id.kind == .canvas }
  }

  /// The canvases that link to a document, and those that it tests.
  fileprivate func canvases(standingOn index: Index) -> [Index] {
    let linking = linking(to: index, kind: .canvas)
    guard case .experiment(let facts) = documents[index].facts else { return linking }
    let tested = facts.canvases.compactMap { document($0, in: index) }
    return tested + linking.filter { !tested.contains($0) }
  }
}

extension Diagnostic {
  fileprivate var isOfBrokenLink: Bool { Rule.codesOfBrokenLinks.contains(code) }
}

import CanevasCheck
import CanevasLink
import CanevasModel
import CanevasSource

extension EditorQuery {
  /// How the catalogue uses the document, on its title: « 3 fiches citent cet acteur ».
  package var lenses: [Lens] {
    let places = catalogue.links(to: index) + catalogue.namedEnds(of: index)
    let others = places.filter { $0.path != file.path }.inOrder
    return Kind.allCases.compactMap { kind in
      let targets = others.filter { DocumentID(path: $0.path)?.kind == kind }
      let count = Set(targets.map(\.path)).count
      guard count > 0 else { return nil }
      let title = Bilingual.citing(kind.counted(count), isOne: count == 1, document.id.kind)
      return Lens(range: document.titleRange, title: title[language], targets: targets)
    }
  }
}

extension Bilingual {
  /// « 3 fiches citent cet acteur ».
  fileprivate static func citing(_ documents: Bilingual, isOne: Bool, _ kind: Kind) -> Bilingual {
    Bilingual(
      "\(documents.french) \(isOne ? "cite" : "citent") \(kind.thisOne.french)",
      "\(documents.english) \(isOne ? "mentions" : "mention") \(kind.thisOne.english)")
  }
}

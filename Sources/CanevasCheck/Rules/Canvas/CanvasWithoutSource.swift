import CanevasLink
import CanevasLink
import CanevasModel
import CanevasSource

extension Rule {
  static let canvasWithoutSource = Rule(
    RuleDocumentation(
      "fiche-sans-source", .info,
      summary: Bilingual("une fiche qui ne cite aucune source", "a canvas that cites no source"),
      reason: Bilingual(
        "La source dit d'où viennent les faits et qui les a rassemblés.",
        "The source says where the facts come from and who gathered them."),
      remedy: Bilingual(
        "Ajouter une ligne « Source » aux métadonnées.", "Add a “Source” line to the metadata."),
      examples: [
        .init(
          bad: canvas().replacing("# Exemple", with: "# ⟦Exemple⟧")
            .replacing("- Source : [Toolkit](../../seeds/toolkit.md)\n", with: ""),
          good: canvas(), others: theme)
      ]),
    finding: { context in
      guard let index = context.index, let document = context.document,
        document.id.kind == .canvas, document.head.metadata.range != nil,
        !document.head.metadata.seen.contains(.source)
      else { return [] }
      let catalogue = context.catalogue
      let citesOne = catalogue.mentionedDocuments(in: index).contains {
        catalogue.documents[$0].id.kind == .source
      }
      guard !citesOne else { return [] }
      return [
        Finding(
          context.titleRange,
          Wording(
            message: Bilingual("fiche sans source", "canvas without a source"),
            label: Bilingual("cette fiche ne cite rien", "this canvas cites nothing"),
            help: Bilingual(
              "ajoutez aux métadonnées", "add to the metadata",
              naming: "- Source : [Titre](../../seeds/source.md)"),
            fixes: context.citations))
      ]
    })
}

extension RuleContext {
  /// Cites one of the catalogue's sources while they are few; else a source to be filled in.
  fileprivate var citations: [Fix] {
    let sources = catalogue.documents(of: .source).map { catalogue.documents[$0] }
    let links = sources.map { source in
      "[\(source.title)](\(relativePath(to: source.file.path, from: file.path)))"
    }
    let isFew = (1...3).contains(links.count) && !links.contains { $0.contains("\n") }
    return (isFew ? links : [placeholder]).compactMap { value in
      insertion(of: "- \(MetadataKey.source.rawValue) : \(value)", for: .source).map {
        Fix(
          Bilingual("citer", "cite", naming: value), isFew ? .review : .placeholder, [$0])
      }
    }
  }
}

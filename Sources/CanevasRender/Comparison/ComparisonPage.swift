import CanevasCheck
import CanevasModel
package import CanevasReview
package import CanevasSource
import CanevasTemplate

/// A comparison as one page that needs no other file: whole documents with what came and went
/// marked, side by side where there is room.
package struct ComparisonPage {
  private let comparison: CatalogueComparison
  private let templates: PageTemplates
  private let words: ComparisonPageWords
  private let links: SourceLinks
  private let names: (old: String, new: String)

  /// `old` and `new` are what the two states are called; `linkBase` is the web address that a
  /// document's path is appended to for its new version.
  package init(
    _ comparison: CatalogueComparison, old: String, new: String, linkBase: String? = nil,
    language: MessageLanguage, templates: PageTemplates
  ) {
    self.comparison = comparison
    self.templates = templates
    words = ComparisonPageWords(language)
    links = SourceLinks(base: linkBase)
    names = (shownName(old), shownName(new))
  }

  /// The page as HTML.
  package func html() -> [UInt8] {
    let told = comparison.documents.filter { $0.fate != .same }
    let silent = comparison.documents.filter { $0.fate == .same }
    let documents = told.enumerated().map { number, document in
      ComparedDocument(document, id: "document-\(number + 1)", words: words, links: links)
    }
    let effects = (comparison.sideEffects ?? []).byKind
    var html: [UInt8] = []
    templates.set.render(
      "diff",
      [
        "language": .text(words.language.rawValue), "t": words.values,
        "french": .html(words.language == .french ? [] : Array(#" lang="fr""#.utf8)),
        "style": .html(templates.comparisonSheet),
        "title": .html(typeset(words.title(of: told.map(\.document.title)))),
        "oldName": .text(names.old), "newName": .text(names.new),
        "counts": .html(typeset(comparison.summary[words.language])),
        "hasContents": .bool(documents.count > 1),
        "hasDocuments": .bool(!documents.isEmpty),
        "documents": .list(documents.map(\.values)),
        "hasSilent": .bool(!silent.isEmpty),
        "silent": .list(silent.map(silentLine)),
        "hasEffects": .bool(!effects.isEmpty),
        "effects": .list(
          effects.enumerated().map { number, group in values(group, id: "effects-\(number + 1)") }),
      ] as TemplateValue, into: &html)
    return html
  }

  /// A document that says what it said.
  private func silentLine(_ document: DocumentComparison) -> TemplateValue {
    [
      "title": .html(typeset(document.document.title)), "path": .text(document.path),
      "formerPath": document.formerPath.map { .text($0) } ?? .absent,
    ]
  }

  private func values(_ group: SideEffectGroup, id: String) -> TemplateValue {
    [
      "id": .text(id),
      "count": .text(String(group.effects.reduce(0) { $0 + 1 + $1.others })),
      "heading": .html(typeset(group.kind.heading[words.language])),
      "lines": .list(
        group.effects.map { effect, others in
          let message = effect.shown(in: words.language)
          let address =
            effect.kind.isGone ? nil : links.address(of: effect.file.path, line: effect.line)
          return [
            "text": .html(typeset(message + SideEffectGroup.others(others)[words.language])),
            "place": .text(effect.place), "address": address.map { .text($0) } ?? .absent,
          ] as TemplateValue
        }),
    ]
  }
}

/// A state's name; of a commit's full name its start.
private func shownName(_ name: String) -> String {
  name.count == 40 && name.allSatisfy(\.isHexDigit) ? String(name.prefix(10)) : name
}

import CanevasCheck
import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

extension EditorQuery {
  /// A document on a card: its title and kind, its tagline, what its metadata say of it, a
  /// canvas's question, and how many documents link to it.
  func card(of index: Catalogue.Index, section: String? = nil) -> String {
    let document = catalogue.documents[index]
    let kind = document.id.kind.nouns.one[language]
    let tagline = document.head.tagline.map { "*\(CanevasEditor.markdown($0.plain))*" }
    let question = document.question.map { "> " + CanevasEditor.markdown($0) }
    return paragraphs([
      "**\(CanevasEditor.markdown(document.title))** — \(kind)",
      tagline ?? "", facts(of: index), question ?? "",
      section.map { "§ " + CanevasEditor.markdown($0) } ?? "", uses(of: index),
      "`\(document.file.path)`",
    ])
  }

  /// The keys that tell most of a document, on a line each.
  private func facts(of index: Catalogue.Index) -> String {
    let document = catalogue.documents[index]
    let told: Set<MetadataKey> = [
      .theme, .status, .territory, .carrier, .type, .aliases, .place, .date, .year, .publisher,
      .tool, .canvas, .phase, .colour, .approach, .draft,
    ]
    let entries = document.head.metadata.entries.filter { told.contains($0.key) }
    return entries.map { entry in
      let values = entry.values.map { CanevasEditor.markdown($0.text.plain) }
      return "- \(entry.key.rawValue) : \(values.joined(separator: ", "))"
    }.joined(separator: "\n")
  }

  /// How many documents of each kind link to a document.
  private func uses(of index: Catalogue.Index) -> String {
    let sources = Set(catalogue.backlinks[index].map(\.source))
    let counts = Kind.allCases.compactMap { kind -> String? in
      let count = sources.count { catalogue.documents[$0].id.kind == kind }
      return count == 0 ? nil : kind.counted(count)[language]
    }
    guard !counts.isEmpty else { return "" }
    return Bilingual("Cité par ", "Mentioned by ")[language] + counts.joined(separator: ", ")
  }
}

extension TypedDocument {
  /// The first question that a canvas asks.
  var question: String? {
    guard case .challenge(let challenge) = section(.challenge)?.content else { return nil }
    return challenge.questions.first?.plain
  }
}

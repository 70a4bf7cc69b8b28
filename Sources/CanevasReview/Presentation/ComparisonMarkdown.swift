import CanevasModel
import CanevasReport
package import CanevasSource

/// A comparison as a comment on a pull request: a table of the documents, then the changes of each
/// one, folded.
///
/// The page keeps to a size that the forges' comments take (65,536 characters on GitHub); what has
/// no room is counted at the end.
package struct ComparisonMarkdown: Sendable {
  /// The largest size in bytes, but for the line that tells what was left out.
  static let limit = 60_000
  /// The largest size in bytes of the table.
  static let tableLimit = 20_000
  /// How many effects of a kind are listed.
  private static let mostEffects = 20

  private let words: ReviewWords
  private let links: SourceLinks

  /// `linkBase` is the web address that a document's path is appended to for its new version.
  package init(in language: MessageLanguage, linkBase: String? = nil) {
    words = ReviewWords(language)
    links = SourceLinks(base: linkBase)
  }

  package func bytes(of comparison: CatalogueComparison) -> [UInt8] {
    var page = MarkdownText()
    page.paragraph("## " + MarkdownText.escaped(sentence(comparison.summary[words.language])))
    let told = comparison.documents.filter { $0.fate != .same }
    let silent = comparison.documents.filter { $0.fate == .same }
    if !told.isEmpty { page.paragraph(table(of: told)) }
    for group in (comparison.sideEffects ?? []).byKind { page.paragraph(text(of: group)) }
    var room = Room(page, limit: Self.limit)
    // What is new is longest, and needs its neighbours the least.
    for document in told.filter({ $0.fate == .changed }) + told.filter({ $0.fate != .changed }) {
      ChangeMarkdown(document, words: words, links: links).write(to: &room, isOpen: told.count == 1)
    }
    room.append(list(of: silent).map { $0 + "\n" }, asOne: true)
    return Array(room.finished(words).utf8)
  }

  private func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}

// Parts.
extension ComparisonMarkdown {
  /// One row a document: what was done to it, its status where one changed.
  private func table(of documents: [DocumentComparison]) -> String {
    let hasStatus = documents.contains { $0.statusChange != nil }
    func row(_ cells: [String]) -> String {
      "| " + (hasStatus ? cells : cells.dropLast()).joined(separator: " | ") + " |"
    }
    var rows = [
      row([words.document, words.changes, words.status]), row([":--", ":--", ":--"]),
    ]
    var size = 0
    for (number, document) in documents.enumerated() {
      let cells = row([name(of: document), account(of: document), status(of: document)])
      size += cells.utf8.count + 1
      guard size <= Self.tableLimit else {
        rows.append(row(["… +\(documents.count - number)", "", ""]))
        break
      }
      rows.append(cells)
    }
    return rows.joined(separator: "\n")
  }

  private func name(of document: DocumentComparison) -> String {
    let title = "**" + MarkdownText.escaped(document.document.title.shortened(to: 200)) + "**"
    return title + "<br>" + places(of: document)
  }

  private func places(of document: DocumentComparison) -> String {
    let path = code(document.path)
    let address = document.new == nil ? nil : links.address(of: document.path)
    let place = address.map { "[\(path)](<\($0)>)" } ?? path
    guard let former = document.formerPath else { return place }
    return place + " (" + MarkdownText.escaped(words.formerly) + " " + code(former) + ")"
  }

  private func account(of document: DocumentComparison) -> String {
    let text =
      document.fate == .changed ? words.counts(of: document) : words.account(of: document)
    return MarkdownText.escaped(text)
  }

  private func status(of document: DocumentComparison) -> String {
    guard let status = document.statusChange else { return "" }
    let old = status.old.map { "<del>" + MarkdownText.escaped($0) + "</del>" } ?? "—"
    let new = status.new.map { "<ins>" + MarkdownText.escaped($0) + "</ins>" } ?? "—"
    return old + " → " + new
  }

  private func text(of group: SideEffectGroup) -> String {
    let language = words.language
    var lines = group.effects.prefix(Self.mostEffects).map { effect, others in
      let message = effect.shown(in: language) + SideEffectGroup.others(others)[language]
      return "- " + MarkdownText.escaped(message) + " — " + place(of: effect)
    }
    let rest = group.effects.count - lines.count
    if rest > 0 { lines.append("- … +\(rest)") }
    return "### " + MarkdownText.escaped(group.kind.heading[language]) + "\n\n"
      + lines.joined(separator: "\n")
  }

  /// Where an effect is seen; what is gone stands in the old version, which has no address.
  private func place(of effect: SideEffect) -> String {
    let place = code(effect.place)
    let address = effect.kind.isGone ? nil : links.address(of: effect.file.path, line: effect.line)
    return address.map { "[\(place)](<\($0)>)" } ?? place
  }

  /// The documents of which the form alone or the file's name changed.
  private func list(of documents: [DocumentComparison]) -> [String] {
    guard !documents.isEmpty else { return [] }
    let heading = "**" + sentence(CatalogueComparison.noChange[words.language]) + "**\n"
    return [heading] + documents.map { "- " + places(of: $0) }
  }
}

/// A page as it grows up to a limit; what has no room is counted.
struct Room {
  private var page: MarkdownText
  private let limit: Int
  private var size: Int
  /// How many changes are left out.
  private(set) var left = 0

  init(_ page: MarkdownText, limit: Int) {
    self.page = page
    self.limit = limit
    size = page.text.utf8.count
  }

  /// Appends parts while they fit, all between an opening and an end that are left out if no part
  /// fits. `asOne`, what is left out counts as one change, else each part does.
  mutating func append(
    _ parts: [String], asOne: Bool = false, opening: String = "", end: String = ""
  ) {
    guard !parts.isEmpty else { return }
    var room = limit - size - opening.utf8.count - end.utf8.count - 2
    let taken = parts.prefix { part in
      room -= part.utf8.count
      return room >= 0 && left == 0
    }
    if taken.count < parts.count { left += asOne ? 1 : parts.count - taken.count }
    guard !taken.isEmpty else { return }
    page.paragraph(opening + taken.joined() + end)
    size = page.text.utf8.count
  }

  func finished(_ words: ReviewWords) -> String {
    guard left > 0 else { return page.text }
    var page = page
    page.paragraph("**" + MarkdownText.escaped(words.withoutRoom(left)) + "**")
    return page.text
  }
}

/// Text of a file's path, in which nothing acts.
func code(_ text: String) -> String { "<code>" + MarkdownText.escaped(text) + "</code>" }

extension String {
  /// The text's start, up to some characters; of a longer one with an ellipsis.
  func shortened(to limit: Int) -> String {
    count > limit ? prefix(limit - 1) + "…" : self
  }
}

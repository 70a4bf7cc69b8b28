import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let frontMatter = Rule(
    RuleDocumentation(
      "en-tete-yaml", .error,
      summary: Bilingual(
        "un en-tête YAML là où une liste est attendue",
        "a YAML front matter where a list is expected"),
      reason: Bilingual(
        "Les métadonnées sont une liste ordinaire, que tout le monde sait lire et écrire ; un "
          + "en-tête YAML ne se lit pas et n'est pas lu.",
        "The metadata are an ordinary list that everybody can read and write; a YAML front matter "
          + "is not, and is not read."),
      remedy: Bilingual(
        "Faire de chaque ligne un point de liste, sous le titre : « - Statut : idée ».",
        "Make every line a list item under the title: “- Statut : idée”."),
      examples: [
        .init(
          bad: "⟦---\nStatut: idée\n---⟧\n\n" + canvas().replacing("- Statut : idée\n", with: ""),
          good: canvas(), others: theme)
      ]),
    wording: { defect, context in
      guard defect.kind == .frontMatter else { return nil }
      return Wording(
        message: Bilingual("en-tête YAML", "YAML front matter"),
        label: Bilingual(
          "les métadonnées sont une liste, sous le titre",
          "the metadata are a list under the title"),
        help: Bilingual(
          "faites de chaque ligne un point de liste sous le titre : « - Statut : idée »",
          "make every line a list item under the title: “- Statut : idée”"),
        fixes: conversion(of: defect.range, context).map { [$0] } ?? [])
    })
}

/// Moves the front matter's entries into the metadata list; `nil` when they are no plain list of
/// keys and values. What is no key of the document becomes a comment, so that nothing is lost.
private func conversion(of range: ByteRange, _ context: RuleContext) -> Fix? {
  guard let document = context.document,
    var entries = yamlEntries(context.file.text(range))
  else { return nil }
  let ownTitle = document.head.title.value?.plain
  var title = ""
  if let place = entries.firstIndex(where: { ["title", "titre"].contains(folded($0.key)) }) {
    let value = entries[place].value
    if ownTitle == nil { title = "# \(value)\n\n" }
    if ownTitle.map({ folded($0) == folded(value) }) ?? true { entries.remove(at: place) }
  }
  let removed = ByteRange(
    0, context.file.nextBlockStart(context.file.nextLineStart(range.upperBound)))
  let name = Bilingual("en faire la liste des métadonnées", "turn it into the metadata list")
  let list = entries.map { line(for: $0, of: document.id.kind) }.joined()
  if let place = document.head.metadata.range {
    let insertion = ByteRange(at: context.file.lineStart(place.lowerBound))
    return Fix(name, .review, [TextEdit(removed, title), TextEdit(insertion, list)])
  }
  guard ownTitle != nil,
    let above = document.head.tagline?.range ?? document.head.title.value?.range
  else { return Fix(name, .review, [TextEdit(removed, title + list + "\n")]) }
  let insertion = ByteRange(at: context.file.nextLineStart(above.upperBound))
  return Fix(name, .review, [TextEdit(removed, ""), TextEdit(insertion, "\n" + list)])
}

/// The metadata item of an entry; a comment when the entry is none of the kind's.
private func line(for entry: (key: String, value: String), of kind: Kind) -> String {
  let keys = kind.keys.map(\.rawValue)
  if let key = keys.first(where: { folded($0) == folded(entry.key) }) {
    return "- \(key) : \(entry.value)\n"
  }
  let isMistyped = !nearest(to: entry.key, among: keys, limit: 1).isEmpty
  let fitsComment = !(entry.key + entry.value).contains("--")
  return isMistyped || !fitsComment
    ? "- \(entry.key) : \(entry.value)\n" : "<!-- \(entry.key) : \(entry.value) -->\n"
}

/// The keys and values of a simple YAML mapping; the items of a sequence are joined by ` ; `.
private func yamlEntries(_ text: String) -> [(key: String, value: String)]? {
  var entries: [(key: String, value: String)] = []
  for line in text.split(whereSeparator: \.isNewline).dropFirst().dropLast() {
    let trimmed = line.drop { $0 == " " }
    if trimmed.isEmpty { continue }
    if trimmed.hasPrefix("#") {
      entries.append(("#", trimmed.drop { $0 == "#" || $0 == " " }.description))
    } else if trimmed.hasPrefix("- "), let last = entries.popLast() {
      let item = unquoted(trimmed.dropFirst(2))
      entries.append((last.key, last.value.isEmpty ? item : "\(last.value) ; \(item)"))
    } else if trimmed.startIndex == line.startIndex, let colon = line.firstIndex(of: ":") {
      entries.append((String(line[..<colon]), unquoted(line[line.index(after: colon)...])))
    } else {
      return nil
    }
  }
  return entries.isEmpty ? nil : entries
}

/// A YAML scalar or a sequence in brackets, without quotes.
private func unquoted(_ text: Substring) -> String {
  var text = text.drop { $0 == " " }
  while text.last == " " { text.removeLast() }
  if text.first == "[", text.last == "]" {
    return flowItems(text.dropFirst().dropLast()).map(unquoted).joined(separator: " ; ")
  }
  guard text.count >= 2, let quote = text.first, quote == text.last else { return String(text) }
  let inside = text.dropFirst().dropLast()
  switch quote {
  case "\"":
    return inside.replacing("\\\"", with: "\"").replacing("\\\\", with: "\\").description
  case "'": return inside.replacing("''", with: "'").description
  default: return String(text)
  }
}

/// The items of a sequence in brackets, cut at the commas outside quotes.
private func flowItems(_ text: Substring) -> [Substring] {
  var items: [Substring] = []
  var start = text.startIndex
  var quote: Character?
  for index in text.indices {
    switch text[index] {
    case let character where character == quote: quote = nil
    case "\"", "'": if quote == nil { quote = text[index] }
    case "," where quote == nil:
      items.append(text[start..<index])
      start = text.index(after: index)
    default: break
    }
  }
  return items + [text[start...]]
}

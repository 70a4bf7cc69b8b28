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
/// keys and values.
private func conversion(of range: ByteRange, _ context: RuleContext) -> Fix? {
  guard let document = context.document,
    var entries = yamlEntries(context.file.text(range))
  else { return nil }
  var title = document.head.title.value == nil ? "" : nil
  if let place = entries.firstIndex(where: { ["title", "titre"].contains(folded($0.key)) }) {
    let value = entries.remove(at: place).value
    if title != nil { title = "# \(value)\n\n" }
  }
  let keys = document.id.kind.keys.map(\.rawValue)
  let list = entries.map { entry in
    let key = keys.first { folded($0) == folded(entry.key) } ?? entry.key
    return "- \(key) : \(entry.value)\n"
  }.joined()
  let removed = context.file.wholeLines(range)
  let name = Bilingual("en faire la liste des métadonnées", "turn it into the metadata list")
  if let place = document.head.metadata.range {
    let insertion = ByteRange(at: place.lowerBound)
    return Fix(name, .review, [TextEdit(removed, title ?? ""), TextEdit(insertion, list)])
  }
  guard title == nil, let above = document.head.tagline?.range ?? document.head.title.value?.range
  else {
    return Fix(name, .review, [TextEdit(removed, (title ?? "") + list + "\n")])
  }
  let insertion = ByteRange(at: above.upperBound)
  return Fix(name, .review, [TextEdit(removed, ""), TextEdit(insertion, "\n\n" + list)])
}

/// The keys and values of a simple YAML mapping; the items of a sequence are joined by ` ; `.
private func yamlEntries(_ text: String) -> [(key: String, value: String)]? {
  var entries: [(key: String, value: String)] = []
  for line in text.split(whereSeparator: \.isNewline).dropFirst().dropLast() {
    let trimmed = line.drop { $0 == " " }
    if trimmed.isEmpty || trimmed.hasPrefix("#") { continue }
    if trimmed.hasPrefix("- "), let last = entries.popLast() {
      let item = unquoted(trimmed.dropFirst(2))
      entries.append((last.key, last.value.isEmpty ? item : "\(last.value) ; \(item)"))
      continue
    }
    guard trimmed.startIndex == line.startIndex, let colon = line.firstIndex(of: ":") else {
      return nil
    }
    entries.append((String(line[..<colon]), unquoted(line[line.index(after: colon)...])))
  }
  return entries.isEmpty ? nil : entries
}

/// A YAML scalar or a sequence in brackets, without quotes.
private func unquoted(_ text: Substring) -> String {
  var text = text.drop { $0 == " " }
  while text.last == " " { text.removeLast() }
  if text.first == "[", text.last == "]" {
    return text.dropFirst().dropLast().split(separator: ",").map(unquoted).joined(separator: " ; ")
  }
  if text.count >= 2, let first = text.first, first == text.last, "\"'".contains(first) {
    text = text.dropFirst().dropLast()
  }
  return String(text)
}

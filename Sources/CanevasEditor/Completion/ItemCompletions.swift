import CanevasCheck
import CanevasModel
import CanevasSource
import CanevasSyntax

extension EditorQuery {
  /// What may open an item, by its section: mechanisms, natures, actors, the ends of a flow.
  func itemCompletions(_ line: CursorLine, textFrom: Int) -> [Completion] {
    let start = textStart(line, from: textFrom)
    guard let name = section(above: line)?.name else {
      return proseCompletions(line, from: start)
    }
    if name.shape == .flows { return flowCompletions(line, from: start) }
    let typed = line.typed(from: start)
    if !typed.contains(":"), line.openBracket(from: start) == nil {
      let names = namesOfItems(name, line)
      if !names.isEmpty { return nameCompletions(line, names, from: start, typed: typed) }
    }
    let kinds = name.role.kinds ?? (name.role == .mention ? nil : [.actor])
    if let open = line.openBracket(from: start) {
      let opensItem = open <= start + 2
      return linkCompletions(
        line, to: opensItem ? kinds : nil, from: open, typedFrom: open + 1)
    }
    if let kinds, !typed.contains(":") {
      let bold = typed.hasPrefix("**") ? 2 : 0
      let links = linkCompletions(line, to: kinds, from: start + bold, typedFrom: start + bold)
      if !links.isEmpty { return links }
    }
    return proseCompletions(line, from: start)
  }

  /// Where an item's text starts, behind « (Optionnel) ».
  private func textStart(_ line: CursorLine, from start: Int) -> Int {
    let text = file.bytes[start..<line.cursor]
    guard text.first == UInt8(ascii: "("), let close = text.firstIndex(of: UInt8(ascii: ")")),
      folded(String(decoding: text[(start + 1)..<close], as: UTF8.self)) == "optionnel"
    else { return start }
    return text[(close + 1)...].drop(while: isWhiteSpace).startIndex
  }

  /// The names that a closed list gives to the items of a section, each with what it means.
  private func namesOfItems(
    _ section: SectionName, _ line: CursorLine
  ) -> [(name: String, kind: Completion.Kind, detail: String)] {
    switch section.shape {
    case .revenue:
      return Mechanism.allCases.map { ($0.rawValue, .mechanism, $0.meaning[language]) }
    case .offering:
      return ["Cœur de l'offre", "Valeur principale", "Identité"].map { ($0, .value, "") }
    case .forces, .evaluation:
      guard let part = part(above: line) else { return [] }
      let words = Topic.part(part).words(in: document.id.kind)
      return words.map { word in
        (word.prefix(1).uppercased() + word.dropFirst(), .nature, part.heading)
      }
    case .challenge, .items, .propositions, .indicators, .flows, .steps, .votes, .prose: return []
    }
  }

  /// Names in bold, with their colon.
  private func nameCompletions(
    _ line: CursorLine, _ names: [(name: String, kind: Completion.Kind, detail: String)],
    from start: Int, typed: String
  ) -> [Completion] {
    let stars = typed.prefix { $0 == "*" }.utf8.count
    let end = line.end(closing: "** : ", "** :", "**")
    return matching(names, String(typed.dropFirst(stars))) { [$0.name] }.map { entry in
      completion(
        entry.name, entry.kind, detail: entry.detail, line, from: start, to: end,
        text: "**\(entry.name)** : ")
    }
  }
}

import CanevasCheck
import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

extension EditorQuery {
  /// What may come next in a flow: an end, the arrow, a nature.
  func flowCompletions(_ line: CursorLine, from start: Int) -> [Completion] {
    let typed = file.bytes[start..<line.cursor]
    guard let arrow = arrowEnd(in: typed) else {
      return endCompletions(line, from: start) + arrowCompletions(line, from: start)
    }
    let target = typed[arrow...].drop(while: isWhiteSpace)
    guard let colon = target.firstIndex(of: UInt8(ascii: ":")) else {
      let prefix = arrow == line.cursor ? " " : ""
      return endCompletions(line, from: target.startIndex, prefix: prefix)
    }
    return natureCompletions(line, labelFrom: colon + 1)
  }

  private func arrowEnd(in typed: ArraySlice<UInt8>) -> Int? {
    for index in typed.indices {
      for arrow in ["→", "-->", "->"] where typed[index...].starts(with: arrow.utf8) {
        return index + arrow.utf8.count
      }
    }
    return nil
  }

  /// The service, the customers and partners of this canvas, then other actors once a letter is
  /// typed.
  private func endCompletions(
    _ line: CursorLine, from start: Int, prefix: String = ""
  ) -> [Completion] {
    if let open = line.openBracket(from: start) {
      return linkCompletions(line, to: [.actor], from: open, typedFrom: open + 1)
    }
    let typed = line.typed(from: start)
    let service = Bilingual("le service de cette fiche", "the service of this canvas")
    var offered: Set<String> = []
    var ends: [(name: String, text: String, detail: String)] = [
      ("le service", "le service", service[language])
    ]
    if !typed.isEmpty { ends.append((document.title, document.title, service[language])) }
    for party in catalogue.parties(of: index) {
      guard let name = party.item.name, offered.insert(nameKey(name.plain)).inserted else {
        continue
      }
      ends.append(
        (name.plain, file.text(name.link?.range ?? name.text.range), party.section.heading))
    }
    let own = matching(ends, typed) { [$0.name] }.map { end in
      completion(
        end.name, .party, detail: end.detail, line, from: start, text: prefix + end.text)
    }
    guard !typed.isEmpty else { return own }
    let names = Set(own.map { nameKey($0.label) })
    return own
      + linkCompletions(line, to: [.actor], from: start, typedFrom: start, prefix: prefix)
      .filter { !names.contains(nameKey($0.label)) }
  }

  /// The arrow, behind an end that is whole.
  private func arrowCompletions(_ line: CursorLine, from start: Int) -> [Completion] {
    let text = file.bytes[start..<line.cursor]
    guard !text.isEmpty, line.openBracket(from: start) == nil else { return [] }
    let isSpaced = spaceAtEnd(text) != nil
    let name = ByteRange(start, line.cursor).trimmed(in: file.bytes)
    guard !name.isEmpty, isSpaced || text.last == UInt8(ascii: ")") || isEnd(file.text(name)) else {
      return []
    }
    let detail = Bilingual("vers qui cela va", "to whom it goes")
    return [
      completion(
        "→", .arrow, detail: detail[language], line, from: line.cursor,
        text: (isSpaced ? "" : " ") + "→ ")
    ]
  }

  /// Whether a text is the whole name of one who may be an end.
  private func isEnd(_ text: String) -> Bool {
    let key = nameKey(text)
    return [nameKey("le service"), nameKey(document.title)].contains(key)
      || catalogue.actorsByName[key] != nil || !items(named: text).isEmpty
  }

  /// The natures, inside the last parentheses or in parentheses of their own.
  private func natureCompletions(_ line: CursorLine, labelFrom label: Int) -> [Completion] {
    let text = file.bytes[label..<line.cursor]
    let open = text.lastIndex(of: UInt8(ascii: "("))
    if let open, !text[open...].contains(UInt8(ascii: ")")) {
      let natures = matching(FlowNature.allCases, line.typed(from: open + 1)) { [$0.rawValue] }
      return natures.map { nature in
        completion(
          nature.rawValue, .nature, detail: nature.meaning[language], line, from: open + 1,
          to: line.end(closing: ")"), text: nature.rawValue + ")")
      }
    }
    if let open = line.openBracket(from: label) {
      return linkCompletions(line, to: nil, from: open, typedFrom: open + 1)
    }
    guard line.after.allSatisfy(isWhiteSpace), spaceAtEnd(text) != nil, open == nil else {
      return []
    }
    return FlowNature.allCases.map { nature in
      completion(
        "(\(nature.rawValue))", .nature, detail: nature.meaning[language], line,
        from: line.cursor, text: "(\(nature.rawValue))")
    }
  }
}

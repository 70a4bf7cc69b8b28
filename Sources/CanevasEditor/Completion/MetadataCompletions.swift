import CanevasCheck
import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

extension EditorQuery {
  /// Whether a line stands between the title and the first section.
  func isInHead(_ line: CursorLine) -> Bool {
    section(above: line) == nil
      && document.head.title.value.map { $0.range.upperBound <= line.range.lowerBound } ?? true
  }

  /// Whether an item of a line belongs to the metadata: to their list, or to the only one in the
  /// head so far.
  func isInMetadata(_ line: CursorLine) -> Bool {
    guard isInHead(line), line.before.drop(while: isWhiteSpace).first != UInt8(ascii: ">") else {
      return false
    }
    guard let range = document.head.metadata.range else { return true }
    return range.lowerBound <= line.cursor && line.range.lowerBound <= range.upperBound
  }

  /// Keys and values, on a line of the metadata.
  func metadataCompletions(
    _ line: CursorLine, _ item: (text: Int, marker: Int, hasSpace: Bool)
  ) -> [Completion] {
    if let entry = entryAbove(line, marker: item.marker) {
      return valueCompletions(line, of: entry, from: item.text, prefix: item.hasSpace ? "" : " ")
    }
    let text = file.bytes[item.text..<line.range.upperBound]
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")), colon < line.cursor else {
      let prefix = item.hasSpace ? "" : " "
      let typed = line.typed(from: item.text)
      return keyCompletions(line, from: item.text, typed: typed, prefix: prefix)
    }
    let name = String(decoding: text[..<colon], as: UTF8.self)
    guard let key = MetadataKey(named: name.filter { $0 != "*" }, of: document.id.kind) else {
      return []
    }
    let value = file.bytes[(colon + 1)..<line.range.upperBound].drop {
      isWhiteSpace($0) || $0 == UInt8(ascii: "*")
    }
    let isTight = line.cursor == colon + 1
    return valueCompletions(
      line, of: key, from: min(value.startIndex, line.cursor), prefix: isTight ? " " : "")
  }

  /// The key under which a line is one of several values.
  private func entryAbove(_ line: CursorLine, marker: Int) -> MetadataKey? {
    guard marker - line.range.lowerBound >= 2 else { return nil }
    let entry = document.head.metadata.entries.last { $0.range.lowerBound < line.range.lowerBound }
    return entry?.key
  }

  /// The keys that are not used yet, in the kind's order.
  func keyCompletions(
    _ line: CursorLine, from start: Int, typed: String, prefix: String
  ) -> [Completion] {
    let kind = document.id.kind
    let entries = document.head.metadata.entries
    let used = Set(entries.filter { !line.range.contains($0.keyRange) }.map(\.key))
    let missing = kind.keys.filter { !used.contains($0) }
    let next = missing.first(where: kind.requiredKeys.contains) ?? missing.first
    // A colon that is there already stays.
    let hasColon = line.after.contains(UInt8(ascii: ":"))
    let end = hasColon ? keyEnd(line) : line.cursor
    return matching(missing, typed) { [$0.rawValue] }.map { key in
      completion(
        key.rawValue, .key, detail: key.guidance.question[language],
        documentation: markdown(.key(key)), line, from: start, to: end,
        text: prefix + key.rawValue + (hasColon ? "" : " : "), isPreselected: key == next)
    }
  }

  /// Where the key ends that the cursor stands in, before its colon.
  private func keyEnd(_ line: CursorLine) -> Int {
    let colon = line.after.firstIndex(of: UInt8(ascii: ":")) ?? line.cursor
    var end = colon
    while end > line.cursor, let count = spaceAtEnd(file.bytes[line.cursor..<end]) { end -= count }
    return end
  }

  /// What a key's value may be: words of a closed list, rules, or documents of the kinds that the
  /// key names.
  private func valueCompletions(
    _ line: CursorLine, of key: MetadataKey, from start: Int, prefix: String
  ) -> [Completion] {
    if let open = line.openBracket(from: start) {
      return linkCompletions(line, to: key.role.kinds, from: open, typedFrom: open + 1)
    }
    if key == .rules { return settingCompletions(line, from: start, prefix: prefix) }
    if case .words(let words) = key.shape(in: document.id.kind) {
      return matching(words, line.typed(from: start)) { [$0] }.map { word in
        completion(
          word, .value, detail: key.rawValue, documentation: markdown(.key(key)), line,
          from: start, to: line.range.upperBound, text: prefix + word)
      }
    }
    guard let kinds = key.role.kinds, line.before.last != UInt8(ascii: ")") else { return [] }
    let last = lastValue(line, from: start)
    return linkCompletions(
      line, to: kinds, from: last, typedFrom: last, prefix: prefix, without: linked(by: key))
  }

  /// The documents that a key links to already.
  private func linked(by key: MetadataKey) -> Set<Catalogue.Index> {
    let values = document.head.metadata.entry(key)?.values ?? []
    return Set(values.compactMap { catalogue.document($0, in: index) })
  }

  /// Where the last of several values starts: behind a separator, or a whole link.
  private func lastValue(_ line: CursorLine, from start: Int) -> Int {
    let typed = file.bytes[start..<line.cursor]
    guard let mark = typed.lastIndex(where: { ";,)".utf8.contains($0) }) else { return start }
    let rest = typed[(mark + 1)...].drop { isWhiteSpace($0) }
    return rest.startIndex
  }

  /// A rule's code, then how grave its findings are.
  private func settingCompletions(
    _ line: CursorLine, from start: Int, prefix: String
  ) -> [Completion] {
    let start = lastValue(line, from: start)
    let typed = line.typed(from: start)
    guard let space = typed.firstIndex(of: " ") else {
      return matching(Rule.all, typed) { [$0.code] }.map { rule in
        completion(
          rule.code, .rule, detail: rule.documentation.severity.words[language],
          documentation: rule.documentation.summary[language], line, from: start,
          text: prefix + rule.code + " ")
      }
    }
    let level = start + typed[...space].utf8.count
    return matching(Severity.allCases.reversed(), line.typed(from: level)) { [$0.words.french] }
      .map { severity in
        completion(
          severity.words.french, .value, detail: severity.words[language], line, from: level,
          text: severity.words.french)
      }
  }
}

package import CanevasSource
package import CanevasSyntax

/// The metadata list of a document, before its values are typed.
package struct Metadata: Sendable {
  /// One `Clé : valeur`.
  package struct Entry: Sendable {
    package let key: MetadataKey
    /// Where the key stands, as written.
    package let keyRange: ByteRange
    /// The whole list item.
    package let range: ByteRange
    package let values: [Value]
  }

  /// One value: a link with its note, or a text.
  package struct Value: Sendable {
    package let text: RichText
    package let link: Inline?
    /// Words in parentheses after a link.
    package let note: RichText?
  }

  package private(set) var entries: [Entry] = []
  /// The keys that stand in the list, with a usable value or without, and those that a mistyped
  /// key or a line without a colon stands for: later stages do not miss them.
  package private(set) var seen: Set<MetadataKey> = []
  /// The metadata's lists, from the first one's start to the last one's end.
  package private(set) var range: ByteRange?

  package func entry(_ key: MetadataKey) -> Entry? {
    entries.first { $0.key == key }
  }
}

extension Metadata {
  /// Reads the lists that make up the metadata of a document.
  mutating func read(_ list: Block, kind: Kind, into defects: inout [Defect]) {
    range = range?.union(list.range) ?? list.range
    for item in list.children { read(item: item, kind: kind, into: &defects) }
  }

  private mutating func read(item: Block, kind: Kind, into defects: inout [Defect]) {
    let content = item.children.filter { !$0.isComment }
    guard let paragraph = content.first, paragraph.kind == .paragraph,
      let (keyText, value) = keyAndValue(paragraph.text)
    else {
      let meant = content.first.flatMap { keyMeant(by: $0, of: kind) }
      seen.formUnion([meant].compactMap { $0 })
      defects.append(
        Defect(.malformedMetadata, item.range, nearest: [meant?.rawValue].compactMap { $0 }))
      return
    }
    let name = keyText.plain
    guard let key = MetadataKey(named: name, of: kind) else {
      let known = kind.keys.map(\.rawValue)
      let near = CanevasSource.nearest(to: name, among: known)
      defects.append(Defect(.unknownKey(name: name), keyText.range, nearest: near))
      // A mistyped key is not also a missing one.
      seen.formUnion(near.prefix(1).compactMap { MetadataKey(rawValue: $0) })
      return
    }
    guard seen.insert(key).inserted else {
      let first = entry(key).map {
        [Location(path: paragraph.file.path, range: $0.keyRange)]
      }
      defects.append(
        Defect(.duplicateKey(name: key.rawValue), keyText.range, others: first ?? []))
      return
    }
    var values = Value.all(in: value)
    for list in content.dropFirst() where list.isList {
      for entry in list.children {
        guard let line = entry.children.first(where: { $0.kind == .paragraph }) else { continue }
        values += Value.all(in: line.text)
      }
    }
    entries.append(
      Entry(key: key, keyRange: keyText.range, range: item.range, values: values))
  }
}

/// The key that opens a line without a colon: « Statut idée ».
private func keyMeant(by line: Block, of kind: Kind) -> MetadataKey? {
  let text = folded(line.text.plain)
  return kind.keys.first {
    text == folded($0.rawValue) || text.hasPrefix(folded($0.rawValue) + " ")
  }
}

/// Cuts `Clé : valeur` at its first colon outside links.
func keyAndValue(_ text: RichText) -> (key: RichText, value: RichText)? {
  for inline in text.parts {
    switch inline.kind {
    case .text where inline.isVerbatim:
      let literal = text.literal(of: inline)
      guard let colon = literal.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let start = max(text.range.lowerBound, inline.range.lowerBound)
      let offset = start + (colon - literal.startIndex)
      return (
        withoutColon(keyPart(text, upTo: offset)),
        text.clipped(to: ByteRange(offset + 1, text.range.upperBound))
      )
    case .strong, .emphasis:
      // `**Clé :** valeur` keeps the colon inside.
      let inner = RichText(inline.children, clip: inline.range)
      if endsInColon(inner) {
        return (
          withoutColon(inner),
          text.clipped(to: ByteRange(inline.range.upperBound, text.range.upperBound))
        )
      }
    default: return nil
    }
  }
  return nil
}

/// The key's text: what stands in the bold run that opens a text, or the plain text.
private func keyPart(_ text: RichText, upTo offset: Int) -> RichText {
  text.clipped(to: ByteRange(text.range.lowerBound, offset))
}

extension Metadata.Value {
  /// The values of a text: its links, or the text cut at semicolons between spaces.
  static func all(in text: RichText) -> [Metadata.Value] {
    let links = text.parts.flatMap(Self.links(of:))
    guard links.isEmpty else {
      return links.map { link in
        Metadata.Value(
          text: RichText(link.children, clip: link.range), link: link,
          note: note(after: link, in: text))
      }
    }
    var values: [Metadata.Value] = []
    var start = text.range.lowerBound
    func append(_ end: Int) {
      let part = text.clipped(to: ByteRange(start, end))
      if !part.isEmpty { values.append(Metadata.Value(text: part, link: nil, note: nil)) }
    }
    for inline in text.parts where inline.isVerbatim {
      let literal = text.literal(of: inline)
      let first = max(text.range.lowerBound, inline.range.lowerBound)
      for index in literal.indices where literal[index] == UInt8(ascii: ";") {
        let before = literal[..<index]
        guard spaceAtEnd(before) != nil else { continue }
        let offset = first + (index - literal.startIndex)
        append(offset)
        start = offset + 1
      }
    }
    append(text.range.upperBound)
    return values
  }

  private static func links(of inline: Inline) -> [Inline] {
    switch inline.kind {
    case .link: [inline]
    case .emphasis, .strong: inline.children.flatMap(links(of:))
    default: []
    }
  }

  /// The words in parentheses that follow a link.
  private static func note(after link: Inline, in text: RichText) -> RichText? {
    let rest = text.clipped(
      to: ByteRange(
        min(max(link.range.upperBound, text.range.lowerBound), text.range.upperBound),
        text.range.upperBound))
    guard let end = closingParenthesis(of: rest) else { return nil }
    return rest.clipped(to: ByteRange(rest.range.lowerBound + 1, end - 1))
  }
}

import CanevasCheck
import CanevasModel
import CanevasSource
import CanevasSyntax

/// Where a link's destination is written: in the link, or in the definition that it refers to.
struct Destination {
  /// The destination without pointed brackets, escapes as they are.
  let range: ByteRange
  /// Whether other links may lead through the same text.
  let isShared: Bool
}

/// Finds where the destinations of a document's links are written.
struct Destinations {
  private let document: Document
  private var file: SourceFile { document.file }
  /// Read when the first link refers to one.
  private var definitions: [String: ByteRange]?

  init(_ document: TypedDocument) {
    self.document = document.document
  }

  /// Where the destination of a link is written; `nil` when it cannot be told.
  mutating func destination(of link: Inline) -> Destination? {
    let text = file.bytes[link.range.indices]
    if text.last == UInt8(ascii: ")") {
      let brackets = text.indices.reversed().lazy.filter { text[$0...].starts(with: "](".utf8) }
      for bracket in brackets.prefix(Self.mostBrackets) {
        if let range = inlineDestination(text[(bracket + 2)...]),
          stands(range, for: link.destination)
        {
          return Destination(range: range, isShared: false)
        }
      }
    }
    guard text.last == UInt8(ascii: "]"), let label = referenceLabel(text) else { return nil }
    let known = definitions ?? document.definitions
    definitions = known
    return known[label].map { Destination(range: $0, isShared: true) }
  }

  /// How many brackets of a link are tried: a title may hold some, too.
  private static let mostBrackets = 16

  /// Whether a written destination may be what was read; escapes are believed.
  private func stands(_ range: ByteRange, for destination: ArraySlice<UInt8>) -> Bool {
    let written = file.bytes[range.indices]
    return written.elementsEqual(destination)
      || written.contains { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "&") }
  }

  /// The destination that opens `text`, if only a title stands between it and a closing
  /// parenthesis at the very end.
  private func inlineDestination(_ text: ArraySlice<UInt8>) -> ByteRange? {
    guard let (range, rest) = openingDestination(text) else { return nil }
    var end = rest.drop(while: isWhiteSpace)
    if let quote = end.first, "\"'(".utf8.contains(quote), end.startIndex > rest.startIndex {
      let closer = quote == UInt8(ascii: "(") ? UInt8(ascii: ")") : quote
      let title = end.dropFirst().dropLast()
      guard let close = title.lastIndex(of: closer) else { return nil }
      end = end[(close + 1)...].drop(while: isWhiteSpace)
    }
    return end.count == 1 && end.first == UInt8(ascii: ")") ? range : nil
  }
}

extension Document {
  /// The destinations of the links' definitions, `[label]: destination`; of each label the first
  /// counts.
  fileprivate var definitions: [String: ByteRange] {
    let bytes = file.bytes
    let leaves = blocks.flatMap(\.leaves)
    var found: [String: ByteRange] = [:]
    var start = 0
    while start < bytes.count {
      let line = bytes[start..<file.lineContentEnd(start)]
      start = max(file.nextLineStart(start), start + 1)
      let text = line.drop { " \t>-*+.)".utf8.contains($0) || isDigit($0) }
      let next = leaves.place { $0.upperBound <= text.startIndex }
      guard text.first == UInt8(ascii: "["),
        next == leaves.count || !leaves[next].contains(text.startIndex),
        let close = text.indices.first(where: { text[$0...].starts(with: "]:".utf8) }),
        let destination = openingDestination(bytes[(close + 2)...])?.range
      else { continue }
      let label = labelKey(text[(text.startIndex + 1)..<close])
      if found[label] == nil { found[label] = destination }
    }
    return found
  }
}

/// The label that a link refers by: the last brackets, or the first when those are empty.
private func referenceLabel(_ text: ArraySlice<UInt8>) -> String? {
  let open = UInt8(ascii: "[")
  guard let last = text.lastIndex(of: open) else { return nil }
  let label = text[(last + 1)...].dropLast()
  if !label.isEmpty { return labelKey(label) }
  guard last > text.startIndex, text[last - 1] == UInt8(ascii: "]"),
    let first = text.firstIndex(of: open)
  else { return nil }
  return labelKey(text[(first + 1)..<(last - 1)])
}

/// What labels are compared by.
private func labelKey(_ label: ArraySlice<UInt8>) -> String {
  let words = label.split(whereSeparator: isWhiteSpace).map { String(decoding: $0, as: UTF8.self) }
  return words.joined(separator: " ").lowercased()
}

/// The destination that opens a text, and what follows it.
private func openingDestination(
  _ text: ArraySlice<UInt8>
) -> (range: ByteRange, rest: ArraySlice<UInt8>)? {
  let text = text.drop(while: isWhiteSpace)
  if text.first == UInt8(ascii: "<") {
    guard
      let close = text.indices.dropFirst().first(where: {
        text[$0] == UInt8(ascii: ">") && text[$0 - 1] != UInt8(ascii: "\\")
      })
    else { return nil }
    return (ByteRange(text.startIndex + 1, close), text[(close + 1)...])
  }
  var depth = 0
  var end = text.startIndex
  while end < text.endIndex, !isWhiteSpace(text[end]) {
    switch text[end] {
    case UInt8(ascii: "\\"): end += 1
    case UInt8(ascii: "("): depth += 1
    case UInt8(ascii: ")") where depth == 0: return (ByteRange(text.startIndex, end), text[end...])
    case UInt8(ascii: ")"): depth -= 1
    default: break
    }
    end += 1
  }
  end = min(end, text.endIndex)
  return end > text.startIndex ? (ByteRange(text.startIndex, end), text[end...]) : nil
}

extension Block {
  /// The ranges of the blocks inside that hold text.
  fileprivate var leaves: [ByteRange] {
    switch kind {
    case .blockQuote, .bulletList, .orderedList, .item: children.flatMap(\.leaves)
    case .paragraph, .heading, .codeBlock, .htmlBlock, .thematicBreak: [range]
    }
  }
}

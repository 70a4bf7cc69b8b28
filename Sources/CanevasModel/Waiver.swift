package import CanevasSource
package import CanevasSyntax

/// An author's word that a finding is known and stands for a reason:
/// `<!-- canevas-ignore code : raison -->`.
package struct Waiver: Hashable, Sendable {
  /// The comment.
  package let range: ByteRange
  /// The code of the rule whose finding is waived; empty if none is written.
  package let code: String
  /// Where the code stands.
  package let codeRange: ByteRange
  /// Empty if none is written.
  package let reason: String
  /// Where a finding has to begin to be waived: the next block or item below the comment, or the
  /// item, heading or paragraph whose line the comment ends; `nil` if nothing follows.
  package fileprivate(set) var target: ByteRange?
}

extension Waiver {
  /// The waivers of a document, in order.
  package static func all(in document: Document) -> [Waiver] {
    let bytes = document.file.bytes
    guard bytes.indices.contains(where: { bytes[$0] == keyword[0] && isKeyword(bytes[$0...]) })
    else { return [] }
    var walk = WaiverWalk()
    for block in document.blocks { walk.visit(block, in: nil) }
    return walk.waivers
  }

  private static let keyword = Array("canevas-ignore".utf8)

  private static func isKeyword(_ text: ArraySlice<UInt8>) -> Bool { text.starts(with: keyword) }

  /// Reads a comment; `nil` if it is no waiver.
  fileprivate init?(_ file: SourceFile, comment range: ByteRange) {
    var rest = file.bytes[range.indices].drop { isWhiteSpace($0) }
    while let last = rest.last, isWhiteSpace(last) { rest.removeLast() }
    guard rest.starts(with: "<!--".utf8), rest.count >= 7 else { return nil }
    rest = rest.dropFirst(4).dropLast(3).drop { isWhiteSpace($0) }
    guard rest.starts(with: Self.keyword) else { return nil }
    rest = rest.dropFirst(Self.keyword.count)
    guard rest.first.map({ isWhiteSpace($0) || $0 == colon }) ?? true else { return nil }
    rest = rest.drop { isWhiteSpace($0) }
    let code = rest.prefix { !isWhiteSpace($0) && $0 != colon }
    rest = rest[code.endIndex...].drop { isWhiteSpace($0) }
    let reason = rest.first == colon ? rest.dropFirst() : []
    self.range = range
    self.code = String(decoding: code, as: UTF8.self)
    codeRange = ByteRange(code.startIndex, code.endIndex)
    let words = reason.split(whereSeparator: isWhiteSpace)
    self.reason = String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
  }
}

private let colon = UInt8(ascii: ":")

/// The comments of a block that holds nothing else.
private func comments(in block: Block) -> [ByteRange] {
  var found: [ByteRange] = []
  var rest = block.file.bytes[block.range.indices]
  while let start = rest.firstIndex(of: UInt8(ascii: "<")),
    let end = rest.indices.first(where: { $0 > start && rest[$0...].starts(with: "-->".utf8) })
  {
    found.append(ByteRange(start, end + 3))
    rest = rest[(end + 3)...]
  }
  return found
}

/// Goes through a document's blocks for its waivers and what each stands above.
private struct WaiverWalk {
  var waivers: [Waiver] = []
  /// The places in `waivers` of those that wait for the next block.
  private var waiting: [Int] = []

  init() {}

  /// Visits a block that is, or stands in, `item`.
  mutating func visit(_ block: Block, in item: Block?) {
    if block.isComment {
      let found = comments(in: block).compactMap { Waiver(block.file, comment: $0) }
      waiting += waivers.count..<(waivers.count + found.count)
      waivers += found
      return
    }
    // A list is no place of its own: its first item is the next one.
    if !block.isList {
      for place in waiting { waivers[place].target = block.range }
      waiting = []
    }
    let start = (item ?? block).range.lowerBound
    for inline in block.inlines where inline.isComment {
      guard var waiver = Waiver(block.file, comment: inline.range) else { continue }
      waiver.target = ByteRange(start, block.range.upperBound)
      waivers.append(waiver)
    }
    for (number, child) in block.children.enumerated() {
      // Only an item's first paragraph stands on the item's own line.
      visit(child, in: block.kind == .item && number == 0 ? block : nil)
    }
  }
}

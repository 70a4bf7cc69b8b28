/// A `.gitattributes` with the lines that Canevas keeps there, between two marks. What stands
/// outside of them stays byte for byte.
struct AttributesFile: Hashable {
  static let opening = "# >>> canevas"
  static let closing = "# <<< canevas"

  /// The lines between the marks, without their ends.
  private(set) var block: [String] = []

  /// A mark that lacks its other half. Lines count from one.
  struct LoneMark: Error {
    let line: Int
  }

  private let original: [UInt8]?
  private var before: [UInt8] = []
  private var after: [UInt8] = []
  private var hasBlock = false

  /// `nil` for a file that is not there. A block that stands twice is read as one, in the place
  /// of the first.
  init(_ bytes: [UInt8]?) throws(LoneMark) {
    original = bytes
    var start: Int?
    for (index, line) in Self.lines(of: bytes ?? []).enumerated() {
      let text = String(decoding: line, as: UTF8.self).filter { !$0.isNewline }
      switch (text == Self.opening, text == Self.closing) {
      case (true, _):
        if let start { throw LoneMark(line: start + 1) }
        start = index
        hasBlock = true
      case (_, true):
        if start == nil { throw LoneMark(line: index + 1) }
        start = nil
      default:
        if start != nil {
          if !block.contains(text) { block.append(text) }
        } else if hasBlock {
          after += line
        } else {
          before += line
        }
      }
    }
    if let start { throw LoneMark(line: start + 1) }
  }

  /// The file with other lines between the marks; `nil` where there is to be none.
  ///
  /// Whether the file ends with an end of line stays as it was: by that, taking the block out
  /// again finds what was there before it, be it an empty file.
  func bytes(withBlock lines: [String]) -> [UInt8]? {
    guard lines != block || lines.isEmpty else { return original }
    let isOpenEnded = original != nil && original?.last != 0x0A && after.isEmpty
    var head = before
    guard !lines.isEmpty else {
      guard hasBlock else { return original }
      if isOpenEnded { head.removeLast(min(head.count, newline.count)) }
      return head.isEmpty && after.isEmpty && !isOpenEnded ? nil : head + after
    }
    if !hasBlock, isOpenEnded, !head.isEmpty { head += newline }
    let text = [Self.opening] + lines + [Self.closing]
    return head + text.map { Array($0.utf8) }.joined(separator: newline)
      + (isOpenEnded ? [] : newline) + after
  }

  /// The end of the file's lines: that of the first.
  private var newline: [UInt8] {
    let first = Self.lines(of: original ?? []).first ?? []
    return first.suffix(2) == [0x0D, 0x0A] ? [0x0D, 0x0A] : [0x0A]
  }

  /// The lines with their ends.
  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: 0x0A).map { $0 + 1 } ?? rest.endIndex
      lines.append(rest[..<end])
      rest = rest[end...]
    }
    return lines
  }
}

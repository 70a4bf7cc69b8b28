import CanevasSource

/// A piece of a template: text between tags, or a tag.
struct Token {
  enum Kind: Equatable {
    /// Text as it stands; never across a line end, which closes it.
    case text
    case variable(isEscaped: Bool)
    case section
    case inverted
    case close
    case comment
    case delimiters
    case partial
    case parent
    case block
  }

  var kind: Kind
  /// The whole tag, or the text, in bytes of the file.
  var range: ByteRange
  /// The name in the tag, trimmed.
  var name = ""
  /// White space that a tag alone on its line hands on to what it includes.
  var indent = ByteRange(at: 0)

  /// Whether the tag renders nothing itself, so that a line of its own vanishes with it.
  var mayStandAlone: Bool {
    switch kind {
    case .section, .inverted, .close, .comment, .delimiters, .partial, .parent, .block: true
    case .text, .variable: false
    }
  }
}

/// Cuts a template into tokens.
struct Tokenizer {
  private let bytes: [UInt8]
  private var position = 0
  private var open = Array("{{".utf8)
  private var close = Array("}}".utf8)
  private(set) var tokens: [Token] = []
  private(set) var defects: [Defect] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    while position < bytes.count { next() }
  }

  private mutating func next() {
    let start = position
    while position < bytes.count {
      if bytes[position...].starts(with: open) { break }
      position += 1
      if bytes[position - 1] == UInt8(ascii: "\n") { break }
    }
    if position > start {
      tokens.append(Token(kind: .text, range: ByteRange(start, position)))
    } else {
      readTag()
    }
  }

  /// Reads the tag that opens here.
  private mutating func readTag() {
    let start = position
    let inside = start + open.count
    let sigil = inside < bytes.count ? bytes[inside] : 0
    var closing = close
    if sigil == UInt8(ascii: "{") { closing = Array("}".utf8) + close }
    if sigil == UInt8(ascii: "=") { closing = Array("=".utf8) + close }
    guard let end = find(closing, from: min(inside + 1, bytes.count)) ?? findEmpty(inside) else {
      defects.append(Defect(.template(.unclosedTag), ByteRange(start, inside)))
      tokens.append(Token(kind: .text, range: ByteRange(start, bytes.count)))
      position = bytes.count
      return
    }
    position = min(end + closing.count, bytes.count)
    let range = ByteRange(start, position)
    append(sigil: sigil, content: bytes[inside..<max(inside, end)], range: range)
  }

  private mutating func append(sigil: UInt8, content: ArraySlice<UInt8>, range: ByteRange) {
    func named(_ kind: Token.Kind) {
      let name = trimmed(content.dropFirst(kind == .variable(isEscaped: true) ? 0 : 1))
      if name.isEmpty { defects.append(Defect(.template(.emptyTag), range)) }
      tokens.append(
        Token(kind: kind, range: range, name: String(decoding: name, as: UTF8.self)))
    }
    switch sigil {
    case UInt8(ascii: "!"): tokens.append(Token(kind: .comment, range: range))
    case UInt8(ascii: "="): setDelimiters(content.dropFirst(), range)
    case UInt8(ascii: "{"), UInt8(ascii: "&"): named(.variable(isEscaped: false))
    case UInt8(ascii: "#"): named(.section)
    case UInt8(ascii: "^"): named(.inverted)
    case UInt8(ascii: "/"): named(.close)
    case UInt8(ascii: ">"): named(.partial)
    case UInt8(ascii: "<"): named(.parent)
    case UInt8(ascii: "$"): named(.block)
    case UInt8(ascii: "*"), UInt8(ascii: "@"), UInt8(ascii: "%"), UInt8(ascii: "+"):
      let sigil = String(decoding: [sigil], as: UTF8.self)
      defects.append(Defect(.template(.unknownTagKind(sigil: sigil)), range))
    default: named(.variable(isEscaped: true))
    }
  }

  /// `{{=<% %>=}}`: two marks without white space or `=`.
  private mutating func setDelimiters(_ content: ArraySlice<UInt8>, _ range: ByteRange) {
    let marks = content.split(whereSeparator: isWhiteSpace)
    tokens.append(Token(kind: .delimiters, range: range))
    guard marks.count == 2, !marks.joined().contains(UInt8(ascii: "=")) else {
      defects.append(Defect(.template(.malformedDelimiters), range))
      return
    }
    open = Array(marks[0])
    close = Array(marks[1])
  }

  private func find(_ mark: [UInt8], from start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    return bytes[start...].indices.first {
      bytes[$0] == mark[0] && bytes[$0...].starts(with: mark)
    }
  }

  /// The end of a tag without content, `{{}}`.
  private func findEmpty(_ inside: Int) -> Int? {
    bytes[min(inside, bytes.count)...].starts(with: close) ? inside : nil
  }
}

/// A tag's content without white space at either end.
private func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var bytes = bytes.drop(while: isWhiteSpace)
  while let last = bytes.last, isWhiteSpace(last) { bytes.removeLast() }
  return bytes
}

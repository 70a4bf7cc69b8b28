import CanevasSource

/// Takes out the lines that hold nothing but tags, and hands their indentation on to what those
/// tags include, as the specification's “standalone” rules say.
struct StandaloneLines {
  private let bytes: [UInt8]
  private(set) var tokens: [Token]

  init(_ tokens: [Token], of bytes: [UInt8]) {
    self.bytes = bytes
    self.tokens = tokens
    stripBlocks()
    for line in lines() { treat(line) }
  }

  /// The tokens of each line; a line ends with the text that holds its line end.
  private func lines() -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for (index, token) in tokens.enumerated() where endsLine(token) {
      lines.append(start..<index + 1)
      start = index + 1
    }
    if start < tokens.count { lines.append(start..<tokens.count) }
    return lines
  }

  private func endsLine(_ token: Token) -> Bool {
    token.kind == .text && !token.range.isEmpty
      && bytes[token.range.upperBound - 1] == UInt8(ascii: "\n")
  }

  private func isBlank(_ token: Token) -> Bool {
    token.kind == .text && bytes[token.range.indices].allSatisfy(isWhiteSpace)
  }

  private mutating func treat(_ line: Range<Int>) {
    let tags = line.filter { tokens[$0].kind != .text }
    guard let first = tags.first, let last = tags.last else { return }
    let isOnlyTags = line.allSatisfy { isBlank(tokens[$0]) || tokens[$0].mayStandAlone }
    let leading = line.lowerBound..<first
    let indent = leading.isEmpty ? ByteRange(at: 0) : tokens[leading.lowerBound].range
    let isInheritance = tags.allSatisfy { belongsToInheritance($0) }
    if isOnlyTags, tags.count == 1 || isInheritance {
      // `{{$x}}{{/x}}` alone on its line keeps the line's end: the block's content goes there.
      let keepsEnd = tags.count > 1 && closesBlock(last, in: line)
      hand(indent, to: first)
      for index in line where isBlank(tokens[index]) && !(keepsEnd && index > last) {
        tokens[index].range = ByteRange(at: tokens[index].range.lowerBound)
      }
    } else if tokens[first].kind == .block, leading.allSatisfy({ isBlank(tokens[$0]) }) {
      hand(indent, to: first)
      for index in leading { tokens[index].range = ByteRange(at: tokens[index].range.lowerBound) }
    }
  }

  private mutating func hand(_ indent: ByteRange, to index: Int) {
    switch tokens[index].kind {
    case .partial, .parent: tokens[index].indent = indent
    case .block where tokens[index].indent.isEmpty: tokens[index].indent = indent
    default: break
    }
  }

  /// Whether a line of several tags is one of parents and blocks alone.
  private func belongsToInheritance(_ index: Int) -> Bool {
    switch tokens[index].kind {
    case .parent, .block: true
    case .close: opener(of: index).map { [.parent, .block].contains(tokens[$0].kind) } ?? false
    default: false
    }
  }

  /// Whether a tag closes a block that opens on the same line.
  private func closesBlock(_ index: Int, in line: Range<Int>) -> Bool {
    guard tokens[index].kind == .close, let opener = opener(of: index) else { return false }
    return tokens[opener].kind == .block && line.contains(opener)
  }

  /// The tag that a closing tag closes.
  private func opener(of index: Int) -> Int? {
    var depth = 0
    for candidate in stride(from: index, through: 0, by: -1) {
      switch tokens[candidate].kind {
      case .close: depth += 1
      case .section, .inverted, .parent, .block:
        depth -= 1
        if depth == 0 { return candidate }
      default: break
      }
    }
    return nil
  }

  /// Takes the indentation of a block's first line off all its lines, outermost blocks first: the
  /// block is indented again wherever it is rendered.
  private mutating func stripBlocks() {
    var index = 0
    while index < tokens.count {
      defer { index += 1 }
      guard tokens[index].kind == .block, index + 1 < tokens.count,
        endsLine(tokens[index + 1]), isBlank(tokens[index + 1])
      else { continue }
      let end = closer(of: index)
      let first = index + 2
      guard first < end, tokens[first].kind == .text else { continue }
      let indent = bytes[tokens[first].range.indices].prefix { $0 == 0x20 || $0 == 0x09 }
      guard !indent.isEmpty else { continue }
      // A first line that is the closing tag's own is no content.
      if first + 1 == end, indent.count == tokens[first].range.count { continue }
      let start = tokens[first].range.lowerBound
      tokens[index].indent = ByteRange(start, start + indent.count)
      strip(indent.count, from: first..<end)
    }
  }

  private mutating func strip(_ count: Int, from range: Range<Int>) {
    var isLineStart = true
    for index in range where tokens[index].kind == .text || isLineStart {
      if isLineStart, tokens[index].kind == .text {
        let text = tokens[index].range
        let spaces = bytes[text.indices].prefix(count).prefix { $0 == 0x20 || $0 == 0x09 }.count
        tokens[index].range = ByteRange(text.lowerBound + spaces, text.upperBound)
      }
      isLineStart = endsLine(tokens[index])
    }
  }

  /// The index of the tag that closes a block, or the tokens' end.
  private func closer(of index: Int) -> Int {
    var depth = 0
    for candidate in index..<tokens.count {
      switch tokens[candidate].kind {
      case .section, .inverted, .parent, .block: depth += 1
      case .close:
        depth -= 1
        if depth == 0 { return candidate }
      default: break
      }
    }
    return tokens.count
  }
}

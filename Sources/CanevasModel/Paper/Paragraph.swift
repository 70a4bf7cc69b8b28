package import CanevasSource
package import CanevasSyntax

/// A paragraph measured once: the widths of its words, from which its lines are counted in any
/// size and column.
package struct Paragraph: Sendable {
  /// What no line break parts.
  private struct Word: Sendable {
    /// The space before it, which a line break swallows. Both in thousandths of an em.
    var space: Int
    var width: Int
  }

  private var words: [Word] = []
  private var space = 0
  private var width = 0
  /// Letter-spacing, in thousandths of an em.
  private let tracking: Int

  package init(tracking: Int = 0) {
    self.tracking = tracking
  }

  package init(_ text: String, _ weight: FontWeight = .regular, tracking: Int = 0) {
    self.init(tracking: tracking)
    add(text, weight)
  }

  package init(_ text: RichText, _ weight: FontWeight = .regular) {
    self.init()
    add(text, weight)
  }

  package var isEmpty: Bool { words.isEmpty && width == 0 }

  /// The lines that the paragraph takes in a column.
  package func lines(_ type: TypeSize, in column: Millipoints) -> Int {
    let limit = column * 1000 / type.size
    var lines = 1
    var line = 0
    for word in words + [Word(space: space, width: width)] where word.width > 0 {
      if line > 0, line + word.space + word.width > limit {
        lines += 1
        line = 0
      }
      line += (line > 0 ? word.space : 0) + word.width
      if line > limit {
        lines += (line - 1) / limit
        line = (line - 1) % limit + 1
      }
    }
    return lines
  }

  /// Adds text with the spaces of typography.
  package mutating func add(_ text: String, _ weight: FontWeight = .regular) {
    add(Array(text.utf8)[...], weight)
  }

  package mutating func add(_ text: RichText, _ weight: FontWeight = .regular) {
    for part in text.parts {
      if part.kind == .text {
        add(text.literal(of: part), weight)
      } else {
        add(part, weight)
      }
    }
  }

  mutating func add(_ inline: Inline, _ weight: FontWeight) {
    switch inline.kind {
    case .text, .code: add(inline.literal, weight)
    case .softBreak, .lineBreak: addSpace(weight)
    case .html: if !inline.isComment { add(inline.literal, weight) }
    case .emphasis, .link, .image: for child in inline.children { add(child, weight) }
    case .strong: for child in inline.children { add(child, .bold) }
    }
  }

  private mutating func add(_ bytes: ArraySlice<UInt8>, _ weight: FontWeight) {
    var index = bytes.startIndex
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let next = min(index + UTF8.width(scalar), bytes.endIndex)
      if scalar == " " || scalar == "\u{A0}" {
        let otherwise: TypographicSpace = scalar == " " ? .breaking : .noBreak
        let space = typographicSpace(
          before: bytes[next...], after: bytes[..<index], otherwise: otherwise)
        switch space {
        case .breaking: addSpace(weight)
        case .noBreak: addGlyph("\u{A0}", weight)
        case .narrowNoBreak: addGlyph("\u{202F}", weight)
        }
      } else {
        addGlyph(scalar == "'" ? "\u{2019}" : scalar, weight)
        // A line may end after a hyphen inside a word.
        if scalar == "-", width > advance(of: scalar, weight) { endWord() }
      }
      index = next
    }
  }

  private mutating func addGlyph(_ scalar: Unicode.Scalar, _ weight: FontWeight) {
    width += advance(of: scalar, weight) + tracking
  }

  /// Adds what another paragraph says.
  mutating func add(_ other: Paragraph) {
    for word in other.words {
      if word.space > 0 { endWord() }
      space = max(space, word.space)
      width += word.width
      endWord()
    }
    if other.space > 0 { space = other.space }
    width += other.width
  }

  /// Adds something that is no text, by its width in thousandths of an em.
  mutating func addBox(_ width: Int) {
    self.width += width
  }

  private mutating func addSpace(_ weight: FontWeight) {
    endWord()
    // White space in a row is one space.
    space = advance(of: " ", weight) + tracking
  }

  private mutating func endWord() {
    guard width > 0 else { return }
    words.append(Word(space: space, width: width))
    space = 0
    width = 0
  }
}

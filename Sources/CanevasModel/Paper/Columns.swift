import CanevasSource

/// A stretch of a column that no break parts: a line of text, or lines that stay together.
struct Strip: Sendable {
  /// The space above it, which falls away at a column's top.
  var before: Millipoints
  var height: Millipoints
  /// Whether the next strip has to stand in the same column.
  var keepsNext = false
}

/// How paragraphs are set.
struct PaperStyle: Sendable {
  let text: TypeSize
  let question: TypeSize
  let column: Millipoints
  let indent: Millipoints
  let paragraphGap: Millipoints
  let itemGap: Millipoints
  let questionGap: Millipoints

  /// The strips of a section's blocks.
  func strips(_ blocks: [PaperBlock]) -> [Strip] {
    var strips: [Strip] = []
    var followsQuestion = false
    for block in blocks {
      let gap = strips.isEmpty ? 0 : max(space(block.gap), followsQuestion ? questionGap : 0)
      followsQuestion = false
      let width = column - block.level * indent
      switch block.role {
      case .body: strips += lines(block.text.lines(text, in: width), text, gap)
      case .question:
        followsQuestion = true
        strips += lines(block.text.lines(question, in: width), question, gap)
      case .label:
        var lines = lines(block.text.lines(text, in: width), text, gap)
        for index in lines.indices { lines[index].keepsNext = true }
        strips += lines
      case .row:
        let height = block.text.lines(text, in: width) * text.leading
        strips.append(Strip(before: gap, height: height))
      case .picture(let height): strips.append(Strip(before: gap, height: height))
      }
    }
    return strips
  }

  private func space(_ gap: PaperBlock.Gap) -> Millipoints {
    switch gap {
    case .none: 0
    case .item: itemGap
    case .paragraph: paragraphGap
    }
  }

  /// Lines of text; no break leaves fewer than two of a paragraph's lines on either side.
  private func lines(_ count: Int, _ type: TypeSize, _ gap: Millipoints) -> [Strip] {
    (0..<count).map { line in
      let above = line + 1
      return Strip(
        before: line == 0 ? gap : 0, height: type.leading,
        keepsNext: above < count && (above < 2 || count - above < 2))
    }
  }
}

extension [Strip] {
  /// The height of all in one column.
  var height: Millipoints { reduce(0) { $0 + $1.before + $1.height } }

  /// The height of `count` columns that share the strips as evenly as can be, as a browser
  /// balances them: the smallest in which all have a place.
  func balancedHeight(in count: Int) -> Millipoints {
    let chunks = self.chunks
    guard let tallest = chunks.map(\.height).max() else { return 0 }
    var height = Swift.max(chunks.height / count, tallest)
    while let missing = shortage(of: chunks, in: count, height), missing > 0 { height += missing }
    return height
  }

  /// The strips, those that stay together made one.
  private var chunks: [Strip] {
    var chunks: [Strip] = []
    var isOpen = false
    for strip in self {
      if isOpen {
        chunks[chunks.count - 1].height += strip.before + strip.height
      } else {
        chunks.append(strip)
      }
      isOpen = strip.keepsNext
    }
    return chunks
  }

  /// By how much columns are at least too short; `nil` when all has a place.
  private func shortage(of chunks: [Strip], in count: Int, _ height: Millipoints) -> Millipoints? {
    var column = 1
    var y = 0
    var least = Int.max
    for chunk in chunks {
      let end = y == 0 ? chunk.height : y + chunk.before + chunk.height
      if end <= height {
        y = end
      } else {
        least = Swift.min(least, end - height)
        column += 1
        y = chunk.height
      }
    }
    return column <= count ? nil : least
  }
}

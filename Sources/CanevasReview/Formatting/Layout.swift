import CanevasCheck
import CanevasModel
import CanevasSource
import CanevasSyntax

/// The lines of a document in canonical form: the markers and the indentation before them, the
/// blank lines between them, and no white space behind them.
struct Layout {
  private let file: SourceFile
  private let lines: BlockLines
  private let texts: LineTexts
  private let marks: ListMarks
  private let lineEnd: [UInt8]

  init(_ document: TypedDocument) {
    file = document.file
    lines = BlockLines(document.document)
    texts = LineTexts(document.document)
    marks = ListMarks(document)
    lineEnd = Array(file.usualLineEnding.rawValue.utf8)
  }

  /// The edits that change the layout, by block of the document's own level.
  var edits: [[TextEdit]] {
    var groups: [[TextEdit]] = []
    var last: Block?
    var previous: Int?
    let start = lines.ranges.first?.lowerBound ?? 0
    for number in lines.ranges.indices where isSolid(number) {
      let line = lines.lines[number]
      let top = line?.containers.first ?? line?.block
      if groups.isEmpty || top?.ordinal != last?.ordinal { groups.append([]) }
      last = top
      let end = previous.map { lines.ranges[$0].upperBound } ?? start
      let range = ByteRange(end, lines.ranges[number].upperBound)
      var replacement: [UInt8] = []
      if let text = text(of: number) {
        if let previous { replacement = gap(from: previous, to: number) }
        replacement += text
      }
      groups[groups.count - 1].append(
        TextEdit(range, String(decoding: replacement, as: UTF8.self)))
      previous = number
    }
    let end = previous.map { lines.ranges[$0].upperBound } ?? start
    let closing = previous == nil ? "" : String(decoding: lineEnd, as: UTF8.self)
    return groups + [[TextEdit(ByteRange(end, file.bytes.count), closing)]]
  }

  /// Whether a line has more than white space and the marks of quotes, or is a block's.
  private func isSolid(_ number: Int) -> Bool {
    lines.lines[number] != nil
      || !file.bytes[lines.ranges[number].indices].allSatisfy {
        isWhiteSpace($0) || $0 == UInt8(ascii: ">")
      }
  }
}

// What stands before lines.
extension Layout {
  /// A line without its line end; `nil` if it goes.
  private func text(of number: Int) -> [UInt8]? {
    guard let line = lines.lines[number] else { return Array(raw(number)) }
    let prefix = prefix(of: line.containers, on: number)
    switch texts.text(of: line, isMoved: !raw(number).starts(with: prefix)) {
    case .dropped: return nil
    case .untouched: return Array(raw(number))
    case .text(let text): return text.isEmpty ? trimmedEnd(prefix) : prefix + text
    }
  }

  private func raw(_ number: Int) -> ArraySlice<UInt8> {
    file.bytes[lines.ranges[number].indices]
  }

  /// What containers put before the text of a line; without a line, before that of any line further
  /// down.
  private func prefix(of containers: some Sequence<Block>, on number: Int?) -> [UInt8] {
    var prefix: [UInt8] = []
    for container in containers {
      if container.kind == .blockQuote {
        prefix += "> ".utf8
      } else if let mark = marks.mark(of: container) {
        if lines.number(at: container.range.lowerBound) == number {
          prefix += mark + [UInt8(ascii: " ")]
        } else {
          prefix += Array(repeating: UInt8(ascii: " "), count: mark.count + 1)
        }
      }
    }
    return prefix
  }
}

// What stands between lines.
extension Layout {
  /// The line end of a line, and the blank lines between it and the next line that is none.
  private func gap(from above: Int, to below: Int) -> [UInt8] {
    let between = above + 1..<below
    guard let first = lines.lines[above], let second = lines.lines[below] else {
      // Link definitions keep the blank lines around them, one at most.
      let kept = between.isEmpty ? [] : trimmedEnd(raw(between.lowerBound)) + lineEnd
      return lineEnd + kept
    }
    let common = zip(first.containers, second.containers).prefix { $0.ordinal == $1.ordinal }.count
    guard let upper = first.containers.dropFirst(common).first ?? first.block,
      let lower = second.containers.dropFirst(common).first ?? second.block,
      upper.ordinal != lower.ordinal
    else { return lineEnd }
    let shared = first.containers[..<common]
    // A comment may speak of the line above or below it.
    let isParted =
      upper.isComment || lower.isComment ? !between.isEmpty : !marks.touch(upper, lower, in: shared)
    guard isParted else { return lineEnd }
    return lineEnd + trimmedEnd(prefix(of: shared, on: nil)) + lineEnd
  }
}

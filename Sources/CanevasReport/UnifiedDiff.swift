package import CanevasSource

/// The difference of two texts as `diff -u` writes it: three lines of context, removed lines
/// before added ones.
package struct UnifiedDiff: Sendable {
  private let isColoured: Bool
  private static let context = 3

  package init(isColoured: Bool) {
    self.isColoured = isColoured
  }

  /// Appends how `old` becomes `new`; nothing when they are the same.
  package func write(_ old: SourceFile, _ new: [UInt8], to output: inout [UInt8]) {
    guard old.bytes != new else { return }
    let difference = LineChanges(old.bytes, new)
    var text = TerminalText(isColoured: isColoured)
    text.write("--- \(old.path)", .strong)
    text.endLine()
    text.write("+++ \(old.path)", .strong)
    text.endLine()
    for hunk in difference.hunks(context: Self.context) {
      text.write("@@ -\(hunk.old.header) +\(hunk.new.header) @@", .hunk)
      text.endLine()
      for line in hunk.lines { write(line, hidesCR: difference.hasOnlyCRLF, to: &text) }
    }
    output += text.bytes
  }

  private func write(_ line: LineChanges.Line, hidesCR: Bool, to text: inout TerminalText) {
    let style: TerminalText.Style? =
      switch line.change {
      case .kept: nil
      case .removed: .removed
      case .added: .added
      }
    var content = line.content
    let isEnded = content.last == UInt8(ascii: "\n")
    if isEnded { content.removeLast() }
    if hidesCR, content.last == UInt8(ascii: "\r") { content.removeLast() }
    text.write(
      line.change.rawValue + String(decoding: content, as: UTF8.self), style, keepsTabs: true)
    text.endLine()
    if !isEnded {
      text.write("\\ No newline at end of file")
      text.endLine()
    }
  }
}

/// Two texts line by line, as one list of lines kept, removed and added.
private struct LineChanges {
  enum Change: String {
    case kept = " "
    case removed = "-"
    case added = "+"
  }

  struct Line {
    let change: Change
    /// With its line end, which the last line of a text may lack.
    let content: ArraySlice<UInt8>
  }

  /// A run of changes with the lines around them.
  struct Hunk {
    var lines: [Line] = []
    var old: Span
    var new: Span
  }

  /// The lines of one side that a hunk is about.
  struct Span {
    /// Lines before it.
    var start: Int
    var count = 0

    /// As a hunk's header writes it: an empty span is named by the line before it.
    var header: String {
      switch count {
      case 0: "\(start),0"
      case 1: "\(start + 1)"
      default: "\(start + 1),\(count)"
      }
    }
  }

  private var lines: [Line] = []
  /// Whether every line of both texts ends in CR LF, so that the CR tells nothing.
  let hasOnlyCRLF: Bool

  init(_ old: [UInt8], _ new: [UInt8]) {
    let (before, after) = (cut(old), cut(new))
    hasOnlyCRLF = (before + after).allSatisfy {
      $0.last != UInt8(ascii: "\n") || $0.dropLast().last == UInt8(ascii: "\r")
    }
    var (i, j) = (0, 0)
    func changes(upTo old: Int, _ new: Int) -> [Line] {
      before[i..<old].map { Line(change: .removed, content: $0) }
        + after[j..<new].map { Line(change: .added, content: $0) }
    }
    for pair in LineDifference(from: before, to: after).kept {
      lines += changes(upTo: pair.old, pair.new)
      lines.append(Line(change: .kept, content: before[pair.old]))
      (i, j) = (pair.old + 1, pair.new + 1)
    }
    lines += changes(upTo: before.count, after.count)
  }

  /// The changes with so many lines of context; those whose contexts meet are one hunk.
  func hunks(context: Int) -> [Hunk] {
    var hunks: [Hunk] = []
    var (old, new) = (0, 0)
    var shown = 0
    for range in shownRanges(context: context) {
      for line in lines[shown..<range.lowerBound] { count(line, &old, &new) }
      hunks.append(Hunk(lines: Array(lines[range]), old: Span(start: old), new: Span(start: new)))
      for line in lines[range] { count(line, &old, &new) }
      hunks[hunks.count - 1].old.count = old - hunks[hunks.count - 1].old.start
      hunks[hunks.count - 1].new.count = new - hunks[hunks.count - 1].new.start
      shown = range.upperBound
    }
    return hunks
  }

  /// Which lines are shown: the changed ones and those around them.
  private func shownRanges(context: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for (index, line) in lines.enumerated() where line.change != .kept {
      let range = max(0, index - context)..<min(lines.count, index + 1 + context)
      if let last = ranges.last, last.upperBound >= range.lowerBound {
        ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
      } else {
        ranges.append(range)
      }
    }
    return ranges
  }

  private func count(_ line: Line, _ old: inout Int, _ new: inout Int) {
    if line.change != .added { old += 1 }
    if line.change != .removed { new += 1 }
  }
}

/// A text's lines, each with its LF; a CR is part of a line.
private func cut(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
  var lines: [ArraySlice<UInt8>] = []
  var start = 0
  while start < bytes.count {
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
    lines.append(bytes[start..<end])
    start = end
  }
  return lines
}

import CanevasSource

/// A table for a terminal. Its columns stand in the order of their importance: where the terminal
/// is too narrow, the last ones give way first, by being cut and then by being left out; numbers,
/// which take little room, after all words.
package struct Table: Sendable {
  /// A column with what may be done to it.
  package struct Column: Sendable {
    /// How a column's cells stand and what becomes of long ones.
    package enum Style: Sendable {
      /// Words, cut where they do not fit.
      case words
      /// Words that say nothing in part, such as a path: the column is whole or left out.
      case whole
      /// Numbers, flush right and never cut.
      case number
    }

    package let title: String
    package let style: Style

    package init(_ title: String, _ style: Style = .words) {
      self.title = title
      self.style = style
    }
  }

  /// A column of words is not cut below this.
  private static let leastWords = 12
  private static let gap = 2

  private let columns: [Column]
  private let rows: [[String]]

  /// Every row has one cell a column. A column without a word in any row is left out.
  package init(_ columns: [Column], rows: [[String]]) {
    self.columns = columns
    self.rows = rows.map { $0.map(visible) }
  }

  /// Appends the table, each line behind `indent` spaces, in no more than `width` columns in all;
  /// `nil` for as many as it takes. Titles that are all empty have no line.
  package func write(to text: inout TerminalText, width: Int?, indent: Int = 0) {
    let widths = widths(within: width.map { max(1, $0 - indent) })
    if columns.contains(where: { !$0.title.isEmpty }) {
      write(columns.map { visible($0.title) }, widths, indent, .strong, to: &text)
    }
    for row in rows { write(row, widths, indent, nil, to: &text) }
  }

  private func write(
    _ cells: [String], _ widths: [Int], _ indent: Int, _ style: TerminalText.Style?,
    to text: inout TerminalText
  ) {
    // Spaces are written when a cell follows, so that no line ends in one.
    var pending = indent
    for (place, width) in widths.enumerated() where width > 0 {
      let cell = cut(cells[place], toColumns: width)
      let rest = String(repeating: " ", count: width - CanevasSource.columns(of: cell))
      let isNumber = columns[place].style == .number
      let before = String(repeating: " ", count: pending) + (isNumber ? rest : "")
      if !cell.isEmpty {
        text.write(before)
        text.write(cell, style)
        pending = 0
      } else {
        pending = before.utf8.count
      }
      pending += (isNumber ? 0 : rest.utf8.count) + Self.gap
    }
    text.endLine()
  }

  /// The width of each column; zero for one that is left out.
  func widths(within limit: Int?) -> [Int] {
    let natural = columns.indices.map { column in
      let longest = rows.lazy.map { CanevasSource.columns(of: $0[column]) }.max() ?? 0
      let title = CanevasSource.columns(of: columns[column].title)
      return longest == 0 && !rows.isEmpty ? 0 : max(longest, title)
    }
    guard let limit else { return natural }
    var widths = natural
    func excess() -> Int {
      widths.reduce(0) { $0 + ($1 > 0 ? $1 + Self.gap : 0) } - Self.gap - limit
    }
    func least(_ column: Int) -> Int {
      columns[column].style == .words
        ? min(natural[column], Self.leastWords) : natural[column]
    }
    guard excess() > 0 else { return widths }
    // One long cell does not take the room of all other columns.
    for column in widths.indices where columns[column].style == .words {
      widths[column] = min(widths[column], max(least(column), limit / 2))
    }
    for column in widths.indices.dropFirst().reversed()
    where excess() > 0 && columns[column].style != .number {
      widths[column] = max(least(column), widths[column] - excess())
      if excess() > 0 { widths[column] = 0 }
    }
    for column in widths.indices.dropFirst().reversed() where excess() > 0 { widths[column] = 0 }
    if !widths.isEmpty, excess() > 0 { widths[0] = min(widths[0], limit) }
    // What is left over goes to what was cut, the most important first.
    for column in widths.indices where widths[column] > 0 && excess() < 0 {
      widths[column] = min(natural[column], widths[column] - excess())
    }
    return widths
  }
}

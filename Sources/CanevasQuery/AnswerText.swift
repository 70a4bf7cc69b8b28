import CanevasReport
import CanevasSource
import CanevasSyntax

/// A text for a terminal as it grows: parts with an empty line between them, paragraphs wrapped,
/// lists with their marks.
struct AnswerText {
  private(set) var text: TerminalText
  let width: Int?

  init(_ screen: Screen) {
    text = TerminalText(isColoured: screen.isColoured)
    width = screen.width
  }

  /// Opens a part, under a heading if it has one.
  mutating func part(_ heading: String? = nil) {
    if !text.bytes.isEmpty { text.endLine() }
    if let heading { paragraph(heading, style: .strong) }
  }

  /// A table, a little to the right.
  mutating func table(_ columns: [Table.Column], _ rows: [[String]]) {
    Table(columns, rows: rows).write(to: &text, width: width, indent: 2)
  }

  /// A paragraph whose first line opens with `mark`, under which the others do not reach.
  mutating func paragraph(
    _ words: String, indent: Int = 0, mark: String = "", style: TerminalText.Style? = nil
  ) {
    let hanging = indent + columns(of: mark)
    let lines = width.map { wrapped(words, toColumns: max(20, $0 - hanging)) } ?? [words]
    for (number, line) in lines.enumerated() {
      text.write(String(repeating: " ", count: number == 0 ? indent : hanging))
      text.write((number == 0 ? mark : ""), style)
      text.write(line, style)
      text.endLine()
    }
  }

  /// Labels in one column, what they stand for in a second one.
  mutating func facts(_ facts: [(label: String, value: String)], indent: Int = 2) {
    let widest = facts.map { columns(of: $0.label) }.max() ?? 0
    for fact in facts {
      let space = String(repeating: " ", count: widest - columns(of: fact.label) + 2)
      paragraph(fact.value, indent: indent, mark: fact.label + space)
    }
  }

  /// Blocks as their author wrote them, without their markup.
  mutating func blocks(_ blocks: some Sequence<Block>, indent: Int, mark: String = "") {
    var mark = mark
    var isFirst = true
    for block in blocks where !block.isComment {
      let hanging = indent + columns(of: mark)
      switch block.kind {
      case .paragraph:
        if !isFirst { text.endLine() }
        paragraph(block.text.plain, indent: indent, mark: mark)
      case .heading:
        if !isFirst { text.endLine() }
        paragraph(block.text.plain, indent: indent, style: .strong)
      case .blockQuote: self.blocks(block.children, indent: hanging + 2)
      case .bulletList:
        for item in block.children { self.blocks(item.children, indent: hanging, mark: "- ") }
      case .orderedList(let start):
        for (number, item) in block.children.enumerated() {
          self.blocks(item.children, indent: hanging, mark: "\(start + number). ")
        }
      case .item: self.blocks(block.children, indent: hanging)
      case .codeBlock, .htmlBlock:
        for line in block.literal.split(separator: UInt8(ascii: "\n")) {
          text.write(String(repeating: " ", count: hanging))
          text.write(String(decoding: line, as: UTF8.self))
          text.endLine()
        }
      case .thematicBreak: continue
      }
      mark = String(repeating: " ", count: columns(of: mark))
      isFirst = false
    }
  }
}

/// Writes a table as CSV (RFC 4180) for people who open it with a double click, which is what the
/// three choices below are for; programs are better served by JSON.
///
/// - `;` parts the cells: where the decimal mark is a comma, as in Belgium and in France, Excel
///   takes `,` for a part of the text and shows a row as one cell.
/// - A byte-order mark opens the file: without it Excel does not read UTF-8.
/// - A cell that a spreadsheet would take for a formula opens with an apostrophe.
package struct CSVWriter {
  package private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// `header` are the names of the columns.
  package init(header: [String]) {
    row(header)
  }

  package mutating func row(_ cells: [String]) {
    for (place, cell) in cells.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ";")) }
      append(cell)
    }
    bytes += "\r\n".utf8
  }

  private mutating func append(_ cell: String) {
    let text = cell.utf8
    let isFormula = text.first.map(Self.formulaMarks.contains) ?? false
    guard isFormula || text.contains(where: Self.quotedMarks.contains) else {
      bytes += text
      return
    }
    bytes.append(UInt8(ascii: "\""))
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    for byte in text {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static let formulaMarks = Array("=+-@\t\r\n".utf8)
  private static let quotedMarks = Array(";,\"\r\n".utf8)
}

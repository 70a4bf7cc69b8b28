/// How wide text is in the typeface of pictures and printed pages: the widths that Helvetica,
/// Arial and Liberation Sans share, in thousandths of the font size.
package enum FontWeight: Sendable {
  case regular, bold
}

/// The width of a text set on one line, in thousandths of the font size.
package func advance(of text: String, _ weight: FontWeight = .regular) -> Int {
  text.unicodeScalars.reduce(0) { $0 + advance(of: $1, weight) }
}

/// The width of one scalar, in thousandths of the font size; a letter beyond Latin-1 is taken for
/// an average one, wide scalars for a full em.
package func advance(of scalar: Unicode.Scalar, _ weight: FontWeight) -> Int {
  let widths = weight == .bold ? boldWidths : regularWidths
  switch scalar.value {
  case 0x20..<0x7F: return widths.ascii[Int(scalar.value) - 0x20]
  case 0xAD: return 0
  case 0xA0..<0x100: return widths.latin1[Int(scalar.value) - 0xA0]
  case 0x152: return 1000
  case 0x153: return 944
  case 0x2009, 0x202F: return 200
  case 0x2018, 0x2019: return weight == .bold ? 278 : 222
  case 0x201C, 0x201D: return weight == .bold ? 500 : 333
  case 0x2013: return 556
  case 0x2014, 0x2026, 0x2030, 0x2190...0x21FF: return 1000
  default:
    switch columns(of: scalar) {
    case 0: return 0
    case 1: return weight == .bold ? 611 : 556
    default: return 1000
    }
  }
}

/// The lines into which a text falls when no line may be wider than `limit`, in thousandths of
/// the font size. It breaks at spaces and after hyphens; a longer word is cut.
package func wrapped(
  _ text: String, within limit: Int, _ weight: FontWeight = .regular
) -> [String] {
  var lines: [String] = []
  var line = ""
  var width = 0
  for piece in pieces(of: text) {
    let isSpace = piece == " "
    let pieceWidth = advance(of: piece, weight)
    if width + pieceWidth > limit, !isSpace {
      if !line.isEmpty { lines.append(trimmed(line)) }
      (line, width) = ("", 0)
      if pieceWidth > limit {
        let (whole, rest) = cut(piece, within: limit, weight)
        lines += whole
        (line, width) = (rest, advance(of: rest, weight))
        continue
      }
    }
    guard !(isSpace && line.isEmpty) else { continue }
    line += piece
    width += pieceWidth
  }
  let last = trimmed(line)
  return last.isEmpty ? lines : lines + [last]
}

/// The text in pieces that no line break parts: words, each space by itself, the parts of a
/// hyphenated word.
private func pieces(of text: String) -> [String] {
  var pieces: [String] = []
  var piece = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    let isSpace = scalar == " " || scalar == "\n"
    if isSpace, !piece.isEmpty {
      pieces.append(String(piece))
      piece.removeAll()
    }
    if isSpace {
      pieces.append(" ")
    } else {
      piece.append(scalar)
      if scalar == "-", piece.count > 1 {
        pieces.append(String(piece))
        piece.removeAll()
      }
    }
  }
  return piece.isEmpty ? pieces : pieces + [String(piece)]
}

/// Cuts a word that is wider than a line: whole lines, and what is left.
private func cut(
  _ word: String, within limit: Int, _ weight: FontWeight
) -> (whole: [String], rest: String) {
  var whole: [String] = []
  var line = String.UnicodeScalarView()
  var width = 0
  for scalar in word.unicodeScalars {
    let scalarWidth = advance(of: scalar, weight)
    if width + scalarWidth > limit, !line.isEmpty {
      whole.append(String(line))
      line.removeAll()
      width = 0
    }
    line.append(scalar)
    width += scalarWidth
  }
  return (whole, String(line))
}

private func trimmed(_ line: String) -> String {
  var line = line
  while line.utf8.last == UInt8(ascii: " ") { line.removeLast() }
  return line
}

/// The widths of U+0020–U+007E and of U+00A0–U+00FF.
private struct Widths: Sendable {
  let ascii: [Int]
  let latin1: [Int]
}

private let regularWidths = Widths(
  ascii: [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ],
  latin1: [
    278, 333, 556, 556, 556, 556, 260, 556, 333, 737, 370, 556, 584, 333, 737, 552,
    400, 549, 333, 333, 333, 576, 537, 278, 333, 333, 365, 556, 834, 834, 834, 611,
    667, 667, 667, 667, 667, 667, 1000, 722, 667, 667, 667, 667, 278, 278, 278, 278,
    722, 722, 778, 778, 778, 778, 778, 584, 778, 722, 722, 722, 722, 667, 667, 611,
    556, 556, 556, 556, 556, 556, 889, 500, 556, 556, 556, 556, 278, 278, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 549, 611, 556, 556, 556, 556, 500, 556, 500,
  ])

private let boldWidths = Widths(
  ascii: [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
    975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
    333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611,
    611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
  ],
  latin1: [
    278, 333, 556, 556, 556, 556, 280, 556, 333, 737, 370, 556, 584, 333, 737, 552,
    400, 549, 333, 333, 333, 576, 556, 278, 333, 333, 365, 556, 834, 834, 834, 611,
    722, 722, 722, 722, 722, 722, 1000, 722, 667, 667, 667, 667, 278, 278, 278, 278,
    722, 722, 778, 778, 778, 778, 778, 584, 778, 722, 722, 722, 722, 667, 667, 611,
    556, 556, 556, 556, 556, 556, 889, 556, 556, 556, 556, 556, 278, 278, 278, 278,
    611, 611, 611, 611, 611, 611, 611, 549, 611, 611, 611, 611, 611, 556, 611, 556,
  ])

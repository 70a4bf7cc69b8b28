import CanevasSource

/// Raw notes as clean lines: characters instead of bytes, ordinary spaces, whole letters.
struct NotesText {
  /// How the bytes were read.
  enum Encoding: Hashable {
    case utf8, utf16, windows1252
  }

  /// One line without white space at its ends; runs of it inside are one space.
  struct Line: Hashable {
    var text = ""
    /// Whether a page begins with the line.
    var opensPage = false

    var isBlank: Bool { text.isEmpty }
  }

  let encoding: Encoding
  private(set) var lines: [Line] = []
  /// Lines that held nothing but the number of their page, and were taken out.
  private(set) var pageNumbers: [String] = []

  init(_ bytes: [UInt8]) {
    let (text, encoding) = decoded(bytes)
    self.encoding = encoding
    readLines(of: text)
    takePageNumbers()
  }

  private mutating func readLines(of text: String) {
    var line = ""
    var opensPage = false
    var hasPendingSpace = false
    var previous: Unicode.Scalar = " "
    func isCarriageReturnsLineFeed(_ scalar: Unicode.Scalar) -> Bool {
      scalar == "\n" && previous == "\r"
    }
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      if let letters = ligatures[scalar] {
        if hasPendingSpace, !line.isEmpty { line += " " }
        hasPendingSpace = false
        line += letters
      } else if endsLine(scalar) {
        guard !isCarriageReturnsLineFeed(scalar) else { continue }
        lines.append(Line(text: line, opensPage: opensPage))
        opensPage = scalar == "\u{C}"
        line = ""
        hasPendingSpace = false
      } else if isSpace(scalar) {
        hasPendingSpace = true
      } else {
        if hasPendingSpace, !line.isEmpty { line.unicodeScalars.append(" ") }
        hasPendingSpace = false
        line.unicodeScalars.append(scalar)
      }
    }
    lines.append(Line(text: line, opensPage: opensPage))
  }

  /// Takes out the numbers that stand alone on the first or last line of a page.
  private mutating func takePageNumbers() {
    guard lines.contains(where: \.opensPage) else { return }
    let pages = lines.indices.filter { $0 == 0 || lines[$0].opensPage } + [lines.count]
    for (start, end) in zip(pages, pages.dropFirst()) {
      let written = lines[start..<end].indices.filter { !lines[$0].isBlank }
      for index in Set([written.first, written.last].compactMap(\.self)).sorted()
      where isPageNumber(lines[index].text) {
        pageNumbers.append(lines[index].text)
        lines[index].text = ""
      }
    }
  }
}

/// Text from bytes: UTF-8, or UTF-16 behind its mark; anything else is Windows-1252, in which
/// every byte means something.
private func decoded(_ bytes: [UInt8]) -> (String, NotesText.Encoding) {
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
    let isLittle = bytes[0] == 0xFF
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittle ? second << 8 | first : first << 8 | second
    }
    return (String(decoding: units, as: UTF16.self), .utf16)
  }
  let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
  if let valid = String(validating: text, as: UTF8.self) { return (valid, .utf8) }
  var result = ""
  for byte in bytes {
    let scalar = (0x80..<0xA0).contains(byte) ? windows1252[Int(byte) - 0x80] : UInt32(byte)
    result.unicodeScalars.append(Unicode.Scalar(scalar) ?? "\u{FFFD}")
  }
  return (result, .windows1252)
}

/// The characters of the bytes from 0x80 to 0x9F (Unicode, CP1252.TXT).
private let windows1252: [UInt32] = [
  0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
  0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
]

/// Letters that were set as one.
private let ligatures: [Unicode.Scalar: String] = [
  "\u{FB00}": "ff", "\u{FB01}": "fi", "\u{FB02}": "fl", "\u{FB03}": "ffi", "\u{FB04}": "ffl",
  "\u{FB05}": "st", "\u{FB06}": "st",
]

private func endsLine(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
  default: false
  }
}

/// Whether a character parts words without being seen: white space of any width, or one that
/// steers a device.
private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x21...0x7E: false
  case ..<0x21, 0x7F...0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000, 0xFEFF: true
  default: false
  }
}

/// Whether a line is a page's number and nothing else: `12`, `– 12 –`, `Page 3`, `3/12`.
private func isPageNumber(_ text: String) -> Bool {
  var rest = folded(text)[...]
  if rest.hasPrefix("page ") { rest = rest.dropFirst(5) }
  let digits = rest.unicodeScalars.count { ("0"..."9").contains($0) }
  return (1...8).contains(digits)
    && rest.unicodeScalars.allSatisfy {
      ("0"..."9").contains($0) || " /-–—|".unicodeScalars.contains($0)
    }
}

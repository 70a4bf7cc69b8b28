import CanevasSyntax

/// Appends text as HTML with the spaces of French typography: no-break before `:` and `»` and
/// after `«`, narrow no-break before `;`, `?` and `!` and inside numbers, no-break between a
/// figure and its unit; a straight apostrophe after a letter becomes a curly one.
///
/// Only spaces that the author typed are changed, never added: `https://…` and `12:30` stay.
/// Source: Imprimerie nationale, *Lexique des règles typographiques*.
func appendTypeset(_ text: ArraySlice<UInt8>, to html: inout [UInt8]) {
  append(text, escaping: true, to: &html)
}

/// A text typeset as `appendTypeset` does, as bytes of HTML.
func typeset(_ text: String) -> [UInt8] {
  var html: [UInt8] = []
  append(Array(text.utf8)[...], escaping: true, to: &html)
  return html
}

/// A text typeset in the same way, for where no HTML is read.
func typesetPlain(_ text: String) -> String {
  var plain: [UInt8] = []
  append(Array(text.utf8)[...], escaping: false, to: &plain)
  return String(decoding: plain, as: UTF8.self)
}

private func append(_ text: ArraySlice<UInt8>, escaping: Bool, to html: inout [UInt8]) {
  var index = text.startIndex
  html.reserveCapacity(html.count + text.count + 8)
  while index < text.endIndex {
    let byte = text[index]
    switch byte {
    case UInt8(ascii: " "):
      html += space(before: text[(index + 1)...], after: text[..<index])
    case 0xC2 where index + 1 < text.endIndex && text[index + 1] == 0xA0:
      html += space(before: text[(index + 2)...], after: text[..<index], otherwise: noBreak)
      index += 1
    case UInt8(ascii: "'") where followsLetter(text, index):
      html += [0xE2, 0x80, 0x99]
    case UInt8(ascii: "&") where escaping: html += "&amp;".utf8
    case UInt8(ascii: "<") where escaping: html += "&lt;".utf8
    case UInt8(ascii: ">") where escaping: html += "&gt;".utf8
    case UInt8(ascii: "\"") where escaping: html += "&quot;".utf8
    default: html.append(byte)
    }
    index += 1
  }
}

private let noBreak: [UInt8] = [0xC2, 0xA0]
private let narrowNoBreak: [UInt8] = [0xE2, 0x80, 0xAF]

/// The space to set between two stretches of text.
private func space(
  before rest: ArraySlice<UInt8>, after start: ArraySlice<UInt8>, otherwise: [UInt8] = [0x20]
) -> [UInt8] {
  guard let next = rest.first else { return otherwise }
  switch next {
  case UInt8(ascii: ":"): return noBreak
  case UInt8(ascii: ";"), UInt8(ascii: "?"), UInt8(ascii: "!"): return narrowNoBreak
  case 0xC2 where rest.starts(with: [0xC2, 0xBB]): return noBreak
  default: break
  }
  if start.last == 0xAB, start.suffix(2).first == 0xC2 { return noBreak }
  guard let last = start.last, isDigit(last) else { return otherwise }
  if isDigit(next) {
    let group = rest.prefix(4)
    return group.prefix(3).count == 3 && group.prefix(3).allSatisfy(isDigit)
      && !(group.count == 4 && isDigit(group[group.startIndex + 3])) ? narrowNoBreak : otherwise
  }
  return opensWithUnit(rest) ? noBreak : otherwise
}

private let units: [[UInt8]] = [
  "€", "%", "k€", "M€", "m²", "m³", "m", "km", "ha", "ares", "h", "min", "kg", "g", "t", "kWh",
  "mois", "ans", "an", "jours", "semaines", "heures", "minutes",
].map { Array($0.utf8) }

/// Whether a text opens with a unit that no letter follows.
private func opensWithUnit(_ text: ArraySlice<UInt8>) -> Bool {
  units.contains { unit in
    guard text.starts(with: unit) else { return false }
    guard let next = text.dropFirst(unit.count).first else { return true }
    return !isLetter(next)
  }
}

/// A quote after a letter is an apostrophe; after a figure it counts minutes.
private func followsLetter(_ text: ArraySlice<UInt8>, _ index: Int) -> Bool {
  index > text.startIndex && isLetter(text[index - 1])
}

private func isDigit(_ byte: UInt8) -> Bool {
  UInt8(ascii: "0") <= byte && byte <= UInt8(ascii: "9")
}

/// Whether a byte is an ASCII letter or part of a letter beyond ASCII.
private func isLetter(_ byte: UInt8) -> Bool {
  UInt8(ascii: "a") <= (byte | 0x20) && (byte | 0x20) <= UInt8(ascii: "z") || byte >= 0xC3
    || (0x80...0xBF).contains(byte)
}

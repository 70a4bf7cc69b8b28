import CanevasSource

/// Appends text as HTML with the spaces of French typography; a straight apostrophe after a letter
/// becomes a curly one.
///
/// Only spaces that the author typed are changed, never added: `https://…` and `12:30` stay.
func appendTypeset(_ text: ArraySlice<UInt8>, to html: inout [UInt8]) {
  var index = text.startIndex
  html.reserveCapacity(html.count + text.count + 8)
  while index < text.endIndex {
    let byte = text[index]
    switch byte {
    case UInt8(ascii: " "):
      html += typographicSpace(before: text[(index + 1)...], after: text[..<index]).utf8
    case 0xC2 where index + 1 < text.endIndex && text[index + 1] == 0xA0:
      html +=
        typographicSpace(
          before: text[(index + 2)...], after: text[..<index], otherwise: .noBreak
        ).utf8
      index += 1
    case UInt8(ascii: "'") where followsLetter(text, index):
      html += [0xE2, 0x80, 0x99]
    case UInt8(ascii: "&"): html += "&amp;".utf8
    case UInt8(ascii: "<"): html += "&lt;".utf8
    case UInt8(ascii: ">"): html += "&gt;".utf8
    case UInt8(ascii: "\""): html += "&quot;".utf8
    default: html.append(byte)
    }
    index += 1
  }
}

/// A text typeset as `appendTypeset` does, as bytes of HTML.
func typeset(_ text: String) -> [UInt8] {
  var html: [UInt8] = []
  appendTypeset(Array(text.utf8)[...], to: &html)
  return html
}

/// A quote after a letter is an apostrophe; after a figure it counts minutes.
private func followsLetter(_ text: ArraySlice<UInt8>, _ index: Int) -> Bool {
  index > text.startIndex && isLetterByte(text[index - 1])
}

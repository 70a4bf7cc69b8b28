import CanevasSource

/// Appends text as HTML with the spaces of French typography; a straight apostrophe after a letter
/// becomes a curly one.
///
/// Only spaces that the author typed are changed, never added: `https://…` and `12:30` stay.
func appendTypeset(_ text: ArraySlice<UInt8>, to html: inout [UInt8]) {
  append(text, escaping: true, to: &html)
}

/// A text typeset as `appendTypeset` does, as bytes of HTML.
package func typeset(_ text: String) -> [UInt8] {
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
      html += typographicSpace(before: text[(index + 1)...], after: text[..<index]).utf8
    case 0xC2 where index + 1 < text.endIndex && text[index + 1] == 0xA0:
      html +=
        typographicSpace(
          before: text[(index + 2)...], after: text[..<index], otherwise: .noBreak
        ).utf8
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

/// A quote after a letter is an apostrophe; after a figure it counts minutes.
private func followsLetter(_ text: ArraySlice<UInt8>, _ index: Int) -> Bool {
  index > text.startIndex && isLetter(text[index - 1])
}

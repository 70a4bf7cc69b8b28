package import CanevasSource

/// A stretch of inline text: some inlines side by side, cut to a range of bytes.
///
/// A cut may fall inside a text, never inside a link, an emphasis or a code span: so an item's
/// text can be told from the name before it without copying either.
package struct RichText: Sendable {
  package let inlines: InlineSequence
  /// What of the inlines belongs to the text, in bytes of the file.
  package let range: ByteRange

  /// The text of `inlines` inside `clip`, without the white space at both ends.
  package init(_ inlines: InlineSequence, clip: ByteRange) {
    self.inlines = inlines
    var first: Int?
    var last = clip.lowerBound
    for inline in inlines {
      guard clip.lowerBound < inline.range.upperBound, inline.range.lowerBound < clip.upperBound
      else { continue }
      switch inline.kind {
      case .softBreak, .lineBreak: continue
      case .html where isWholeComment(inline.literal): continue
      case .text where inline.isVerbatim:
        let bytes = inline.storage.file.bytes
        var start = Swift.max(clip.lowerBound, inline.range.lowerBound)
        var end = Swift.min(clip.upperBound, inline.range.upperBound)
        while start < end, let count = spaceAtStart(bytes[start..<end]) { start += count }
        while start < end, let count = spaceAtEnd(bytes[start..<end]) { end -= count }
        guard start < end else { continue }
        if first == nil { first = start }
        last = end
      default:
        if first == nil { first = inline.range.lowerBound }
        last = inline.range.upperBound
      }
    }
    range = first.map { ByteRange($0, last) } ?? ByteRange(at: clip.lowerBound)
  }

  package var isEmpty: Bool { range.isEmpty }

  /// The part of the text inside `clip`, trimmed again.
  package func clipped(to clip: ByteRange) -> RichText {
    RichText(inlines, clip: range.clamped(to: clip))
  }

  /// The inlines that hold some of the text, in order.
  package var parts: some Sequence<Inline> {
    inlines.lazy.filter {
      $0.range.lowerBound < range.upperBound && range.lowerBound < $0.range.upperBound
    }
  }

  /// The bytes of a top-level text inline that belong to this text.
  package func literal(of inline: Inline) -> ArraySlice<UInt8> {
    guard inline.isVerbatim else { return inline.literal }
    return inline.storage.file.bytes[inline.range.clamped(to: range).indices]
  }

  /// The text as a reader sees it, without markup: breaks are spaces, images their alternative
  /// text, raw HTML nothing.
  package var plain: String { String(decoding: plainBytes, as: UTF8.self) }

  /// `plain` as UTF-8.
  package var plainBytes: [UInt8] {
    var result: [UInt8] = []
    for inline in parts {
      if inline.kind == .text {
        result += literal(of: inline)
      } else {
        appendPlain(inline, to: &result)
      }
    }
    return result
  }
}

/// Appends what a reader sees of an inline, without markup.
private func appendPlain(_ inline: Inline, to result: inout [UInt8]) {
  switch inline.kind {
  case .text, .code: result += inline.literal
  case .softBreak, .lineBreak: result.append(UInt8(ascii: " "))
  case .html: break
  case .emphasis, .strong, .link, .image:
    for child in inline.children { appendPlain(child, to: &result) }
  }
}

extension Inline {
  /// The inline's text as a reader sees it, without markup.
  package var plain: String {
    var bytes: [UInt8] = []
    appendPlain(self, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The length of the white space, no-break spaces included, that opens `bytes`.
package func spaceAtStart(_ bytes: ArraySlice<UInt8>) -> Int? {
  switch bytes.first {
  case 0x20, 0x09, 0x0A, 0x0D: 1
  case 0xC2 where bytes.starts(with: [0xC2, 0xA0]): 2
  case 0xE2 where bytes.starts(with: [0xE2, 0x80, 0xAF]): 3
  default: nil
  }
}

/// The length of the white space, no-break spaces included, that closes `bytes`.
package func spaceAtEnd(_ bytes: ArraySlice<UInt8>) -> Int? {
  switch bytes.last {
  case 0x20, 0x09, 0x0A, 0x0D: 1
  case 0xA0 where bytes.suffix(2).elementsEqual([0xC2, 0xA0]): 2
  case 0xAF where bytes.suffix(3).elementsEqual([0xE2, 0x80, 0xAF]): 3
  default: nil
  }
}

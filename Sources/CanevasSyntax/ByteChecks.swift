import CanevasSource

/// What can be told of a file from its bytes alone, before anything is parsed.
struct ByteChecks {
  /// In the order in which the bytes show them. What makes a file unreadable comes last, since
  /// nothing behind it is looked at.
  private(set) var defects: [Defect] = []
  /// Whether the bytes are a text of a size that may be parsed.
  private(set) var isReadable = true

  private var firstLineEnd: LineEnd?
  private var hasMixedLineEnds = false
  private var conflict: Conflict?

  /// Looks at the size before the bytes, so that a huge file costs nothing.
  init(_ bytes: [UInt8]) {
    guard bytes.count <= Limits.documentBytes else {
      refuse(.tooLarge(limit: Limits.documentBytes), ByteRange(at: 0))
      return
    }
    if bytes.starts(with: byteOrderMark) {
      defects.append(Defect(.byteOrderMark, ByteRange(0, byteOrderMark.count)))
    }
    let malformed = firstMalformedSequence(in: bytes)
    readLines(of: bytes, upTo: malformed?.lowerBound ?? bytes.count)
    if isReadable, let malformed { refuse(.notUTF8, malformed) }
  }

  private mutating func refuse(_ kind: Defect.Kind, _ range: ByteRange) {
    defects.append(Defect(kind, range))
    isReadable = false
  }

  /// One pass that stops at control characters only: text is passed over a byte at a time.
  private mutating func readLines(of bytes: [UInt8], upTo end: Int) {
    var lineStart = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    var offset = lineStart
    while offset < end {
      let byte = bytes[offset]
      guard byte < 0x20 else {
        offset += 1
        continue
      }
      if byte == 0 {
        refuse(.nulByte, ByteRange(offset, offset + 1))
        return
      }
      guard let lineEnd = LineEnd(at: offset, in: bytes) else {
        offset += 1
        continue
      }
      readLine(ByteRange(lineStart, offset), of: bytes)
      readLineEnd(lineEnd, at: offset)
      offset += lineEnd.count
      lineStart = offset
    }
    readLine(ByteRange(lineStart, offset), of: bytes)
  }

  private mutating func readLineEnd(_ lineEnd: LineEnd, at offset: Int) {
    guard let first = firstLineEnd else {
      firstLineEnd = lineEnd
      return
    }
    guard lineEnd != first, !hasMixedLineEnds else { return }
    hasMixedLineEnds = true
    defects.append(Defect(.mixedLineEnds, ByteRange(offset, offset + lineEnd.count)))
  }

  /// Follows the markers that Git leaves where it could not merge. A separator without an opening
  /// marker is the underline of a heading.
  private mutating func readLine(_ line: ByteRange, of bytes: [UInt8]) {
    guard line.count >= 7 else { return }
    switch bytes[line.lowerBound] {
    case UInt8(ascii: "<") where bytes[line.indices].starts(with: "<<<<<<< ".utf8):
      conflict = Conflict(start: line.lowerBound)
    case UInt8(ascii: "=") where bytes[line.indices].elementsEqual("=======".utf8):
      conflict?.isSeparated = true
    case UInt8(ascii: ">") where bytes[line.indices].starts(with: ">>>>>>> ".utf8):
      guard let open = conflict, open.isSeparated else { return }
      defects.append(Defect(.conflictMarker, ByteRange(open.start, line.upperBound)))
      conflict = nil
    default: return
    }
  }
}

/// The three bytes that some editors put before UTF-8.
let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

/// The marks of a conflict as far as they were read.
private struct Conflict {
  /// Where the line of the opening marker starts.
  let start: Int
  var isSeparated = false
}

private enum LineEnd {
  case lf, crlf, cr

  var count: Int { self == .crlf ? 2 : 1 }

  /// `nil` when no line ends at `offset`.
  init?(at offset: Int, in bytes: [UInt8]) {
    switch bytes[offset] {
    case UInt8(ascii: "\n"): self = .lf
    case UInt8(ascii: "\r"):
      let next = offset + 1
      self = next < bytes.count && bytes[next] == UInt8(ascii: "\n") ? .crlf : .cr
    default: return nil
    }
  }
}

/// The first bytes that are no UTF-8: the longest start of a sequence that is not completed, or
/// one byte (Unicode 16, section 3.9, "maximal subpart").
private func firstMalformedSequence(in bytes: [UInt8]) -> ByteRange? {
  do throws(UTF8.ValidationError) {
    _ = try UTF8Span(validating: bytes.span)
    return nil
  } catch {
    return ByteRange(error.byteOffsets)
  }
}

import CanevasCheck
import CanevasSource

/// What of a file is no text: its byte-order mark and its line ends.
struct FileForm: Equatable {
  var hasMark: Bool
  /// `nil` where lines end in several ways.
  var lineEnd: LineEnding?
}

extension SourceFile {
  var form: FileForm {
    let usual = usualLineEnding
    return FileForm(
      hasMark: bytes.starts(with: byteOrderMark),
      lineEnd: lineEndEdits(making: usual).isEmpty ? usual : nil)
  }
}

extension FileForm {
  /// The form of versions put together; ours where both sides changed it.
  static func merged(_ forms: Versions<FileForm>) -> FileForm {
    FileForm(
      hasMark: forms.map(\.hasMark).merged ?? forms.ours.hasMark,
      lineEnd: forms.map(\.lineEnd).merged ?? forms.ours.lineEnd)
  }

  /// A file's text without its form. Lines that end in several ways stay as they are.
  func text(of file: SourceFile) -> [UInt8] {
    let text = Array(file.bytes.dropFirst(hasMark ? byteOrderMark.count : 0))
    guard let lineEnd, lineEnd != .lineFeed else { return text }
    return replacing(Array(lineEnd.rawValue.utf8), in: text, with: [0x0A])
  }

  /// A text in this form.
  func applied(to text: [UInt8]) -> [UInt8] {
    let mark = hasMark ? byteOrderMark : []
    guard let lineEnd, lineEnd != .lineFeed else { return mark + text }
    return mark + replacing([0x0A], in: text, with: Array(lineEnd.rawValue.utf8))
  }
}

private let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

private func replacing(_ old: [UInt8], in text: [UInt8], with new: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(text.count)
  var rest = text[...]
  while let first = rest.first {
    if first == old[0], rest.starts(with: old) {
      result += new
      rest = rest.dropFirst(old.count)
    } else {
      result.append(first)
      rest = rest.dropFirst()
    }
  }
  return result
}

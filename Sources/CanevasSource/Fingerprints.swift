/// The names by which findings are known again from one run to the next: in a baseline, in the
/// comparison of two revisions, and by the services that reports are handed to.
///
/// A finding's name is a hash of its code, its file, the words that it marks, the names that its
/// headline quotes, and its number among findings that are alike in all of these. So it outlives
/// lines that move and messages that are worded anew.
package struct Fingerprints: Sendable {
  private let names: [Diagnostic: String]

  /// The names of `diagnostics`, which are sorted and all of a run, so that a finding's number
  /// does not depend on which are shown. `file` gives the source at a path; `formerPath` the path
  /// that a file is known by, where that is another than it has now.
  package init(
    _ diagnostics: [Diagnostic], formerPath: (String) -> String = { $0 },
    file: (String) -> SourceFile?
  ) {
    var counts: [UInt64: UInt64] = [:]
    var names: [Diagnostic: String] = [:]
    for diagnostic in diagnostics {
      var hash = FNV1a()
      hash.add(diagnostic.code.utf8)
      hash.add(formerPath(diagnostic.location.path).utf8)
      hash.add(words(at: diagnostic.location.range, in: file(diagnostic.location.path)))
      for name in quotedNames(in: diagnostic.message.french) { hash.add(name) }
      let number = counts[hash.value, default: 0]
      counts[hash.value] = number + 1
      if number > 0 { hash.add(String(number).utf8) }
      names[diagnostic] = hash.hexadecimal
    }
    self.names = names
  }

  /// The name of one of the run's findings: 16 hexadecimal digits.
  package subscript(diagnostic: Diagnostic) -> String {
    guard let name = names[diagnostic] else {
      preconditionFailure("a finding of another run was asked for")
    }
    return name
  }
}

/// The marked bytes, their white space as single spaces; those of the whole line for an empty
/// mark.
private func words(at range: ByteRange, in file: SourceFile?) -> [UInt8] {
  guard let file, range.upperBound <= file.bytes.count else { return [] }
  let marked = range.isEmpty ? file.line(around: range.lowerBound) : range
  let words = file.bytes[marked.indices].split { $0 == 0x20 || (0x09...0x0D).contains($0) }
  return Array(words.joined(separator: [0x20]))
}

/// What stands between « and » in a headline.
private func quotedNames(in message: String) -> [Substring.UTF8View] {
  message.split(separator: "«").dropFirst().compactMap { $0.split(separator: "»").first?.utf8 }
}

extension SourceFile {
  /// The line that holds an offset, without its line end.
  fileprivate func line(around offset: Int) -> ByteRange {
    let isLineEnd = { (byte: UInt8) in byte == 0x0A || byte == 0x0D }
    let start = bytes[..<offset].lastIndex(where: isLineEnd).map { $0 + 1 } ?? 0
    return ByteRange(start, bytes[offset...].firstIndex(where: isLineEnd) ?? bytes.count)
  }
}

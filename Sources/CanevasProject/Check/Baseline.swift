import CanevasSource

/// The findings that a catalogue had when it took up the check, and that it lets pass until they
/// are mended. A file of lines, one a finding, that version control can show and merge:
///
///     canevas-baseline 1
///     <fingerprint> TAB <code> TAB <file> TAB <headline>
package struct Baseline: Hashable, Sendable {
  /// One finding that is let pass.
  package struct Entry: Hashable, Sendable {
    package let fingerprint: String
    package let code: String
    package let path: String
    package let message: String
  }

  private static let header = "canevas-baseline 1"

  package let entries: [Entry]

  /// Lets `findings` pass. Their headlines are written in French, whoever writes the file.
  init(_ findings: [Diagnostic], _ fingerprints: Fingerprints) {
    entries = findings.map { finding in
      Entry(
        fingerprint: fingerprints[finding], code: finding.code, path: finding.location.path,
        message: finding.message.french.split(whereSeparator: \.isWhitespace)
          .joined(separator: " "))
    }
  }

  /// Reads a baseline; `path` is its own, for errors.
  init(_ bytes: [UInt8], path: String) throws(ProjectError) {
    let text = String(decoding: bytes, as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasSuffix("\r") ? $0.dropLast() : $0 }
    guard lines.first == Substring(Self.header) else {
      throw .malformedBaseline(path: path, line: 1)
    }
    var entries: [Entry] = []
    for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      let fields = line.split(
        separator: "\t", maxSplits: 3, omittingEmptySubsequences: false
      ).map(String.init)
      let isPlain = !fields.joined().unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
      guard fields.count == 4, !fields.contains(""), isPlain else {
        throw .malformedBaseline(path: path, line: index + 1)
      }
      entries.append(
        Entry(fingerprint: fields[0], code: fields[1], path: fields[2], message: fields[3]))
    }
    self.entries = entries
  }

  /// The baseline as it is written.
  var bytes: [UInt8] {
    let lines = entries.map { "\($0.fingerprint)\t\($0.code)\t\($0.path)\t\($0.message)\n" }
    return Array((Self.header + "\n" + lines.joined()).utf8)
  }
}

package import CanevasSource

/// A fix with the finding that it mends.
package struct ChosenFix: Hashable, Sendable {
  package let finding: Diagnostic
  package let fix: Fix

  package init(finding: Diagnostic, fix: Fix) {
    self.finding = finding
    self.fix = fix
  }
}

/// The safe fixes that can be made together: those of one file's findings, in order of place, and
/// none that touches what an earlier one changes; such a fix waits until the file was checked
/// again.
///
/// In a file that is no text to be relied on, only what is wrong with its bytes is mended.
func safeFixes(of findings: [Diagnostic]) -> [ChosenFix] {
  var chosen: [ChosenFix] = []
  var changed: [ByteRange] = []
  for finding in mendable(findings) {
    guard let fix = finding.fixes.first(where: { $0.safety == .safe }), !fix.edits.isEmpty,
      !fix.edits.contains(where: { edit in changed.contains { edit.range.touches($0) } })
    else { continue }
    chosen.append(ChosenFix(finding: finding, fix: fix))
    changed += fix.edits.map(\.range)
  }
  return chosen
}

/// The findings whose fixes can be trusted, in order of place: while versions are in conflict or
/// bytes are no text, nothing that is read from them says what the author wrote.
func mendable(_ findings: [Diagnostic]) -> [Diagnostic] {
  let spoilt = findings.filter { Rule.spoiling.contains($0.code) }
  return (spoilt.isEmpty ? findings : spoilt).sorted()
}

extension Rule {
  /// The codes of what spoils a file as a text.
  fileprivate static let spoiling: Set<String> = Set(
    [
      unreadableFile, specialFile, straySymbolicLink, fileTooLarge, unknownEncoding, nullByte,
      conflictMarkers, nestedTooDeep,
    ].map(\.code))
}

extension ByteRange {
  /// Whether two ranges overlap or meet, so that changes to both could not be told apart.
  fileprivate func touches(_ other: ByteRange) -> Bool {
    lowerBound <= other.upperBound && other.lowerBound <= upperBound
  }
}

extension SourceFile {
  /// The file after a change.
  package func applying(_ edits: [TextEdit]) -> SourceFile {
    SourceFile(path: path, bytes: edits.applied(to: bytes))
  }
}

import CanevasCheck
import CanevasSource
import CanevasTestSupport
import Testing

/// Whatever befalls a document, what is said of it lies inside the file and every fix can be made.
@Suite struct DamagedDocumentTests {
  @Test(arguments: 0..<40) func findingsStayInsideTheFile(_ seed: UInt64) {
    var damage = Damage(seed: seed)
    for _ in 0..<10 {
      let file = SourceFile(
        path: "canvases/fiches/angel-me.md", bytes: damage.damaged(CascadeTests.canvas))
      for finding in check(catalogue(CascadeTests.others, file))
      where finding.location.path == file.path {
        expectInside(finding, file)
      }
    }
  }

  private func expectInside(_ finding: Diagnostic, _ file: SourceFile) {
    #expect(file.wholeRange.contains(finding.location.range), "\(finding.code)")
    for fix in finding.fixes {
      let edits = fix.edits.sorted { $0.range < $1.range }
      for (edit, next) in zip(edits, edits.dropFirst()) {
        #expect(edit.range.upperBound <= next.range.lowerBound, "\(finding.code)")
      }
      for edit in edits {
        #expect(file.wholeRange.contains(edit.range), "\(finding.code)")
        #expect(file.isOnBorders(edit.range), "\(finding.code)")
      }
    }
  }
}

extension SourceFile {
  /// Whether both ends of a range stand between characters.
  fileprivate func isOnBorders(_ range: ByteRange) -> Bool {
    [range.lowerBound, range.upperBound].allSatisfy {
      $0 == bytes.count || !isContinuation(bytes[$0])
    }
  }
}

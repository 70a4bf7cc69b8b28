import CanevasCheck
import CanevasSource
import Testing

/// Whatever befalls a document, what is said of it lies inside the file and every fix can be made.
@Suite struct DamagedDocumentTests {
  @Test(arguments: 0..<40) func findingsStayInsideTheFile(_ seed: UInt64) {
    var random = Numbers(state: seed &* 0x9E37_79B9 &+ 1)
    for _ in 0..<10 {
      var lines = CascadeTests.canvas.split(separator: "\n", omittingEmptySubsequences: false)
      for _ in 0..<(1 + random.next(4)) { damage(&lines, &random) }
      let text = lines.joined(separator: random.next(8) == 0 ? "\r\n" : "\n")
      let bytes = Array(text.utf8).dropLast(random.next(3))
      let file = SourceFile(path: "canvases/fiches/angel-me.md", bytes: Array(bytes))
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

  private func damage(_ lines: inout [Substring], _ random: inout Numbers) {
    let place = random.next(lines.count)
    switch random.next(6) {
    case 0: lines.remove(at: place)
    case 1: lines.insert(lines[place], at: random.next(lines.count))
    case 2: lines.swapAt(place, random.next(lines.count))
    case 3: lines[place] = lines[place].dropFirst(1 + random.next(3))
    case 4: lines[place] = lines[place].dropLast(1 + random.next(6))
    default: lines.insert(Self.slips[random.next(Self.slips.count)], at: place)
    }
  }

  private static let slips: [Substring] = [
    "#", "##", "# ", "##Titre", "---", "```", "> ", "- ", "• point", "![](a.png)", "![", "<b>",
    "<!--", "[a](b.md)", "[a](<b.md>)", "[a][b]", "[b]: c.md", "- Statut", "À PRÉCISER", "\u{FEFF}",
    "=======", "- a → b", "[](angel-me.md)", "[x](../themes/quartier.md#y)", "1. un", "\t- deux",
  ]
}

/// Pseudo-random numbers that are the same on every machine (xorshift).
private struct Numbers {
  var state: UInt64

  mutating func next(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(max(1, limit)))
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

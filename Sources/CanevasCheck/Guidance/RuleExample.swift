import CanevasLink
package import CanevasSource

/// A rule at work on one of its examples.
package struct RuleExample: Sendable {
  package let example: RuleDocumentation.Example
  /// The files of the example in its bad form, its own first.
  package let files: [SourceFile]
  /// What the rule says of the bad document.
  package let findings: [Diagnostic]

  /// Reads the example and checks it with every rule.
  package init(_ example: RuleDocumentation.Example, of rule: Rule) {
    self.example = example
    var texts = example.others
    texts[example.path] = nil
    let others = texts.sorted { $0.key < $1.key }.map { SourceFile(path: $0, text: $1) }
    files = [SourceFile(path: example.path, text: example.badText)] + others
    findings = check(Catalogue(files.map { ReadFile($0) })).filter {
      $0.code == rule.code && $0.location.path == example.path
    }
  }

  /// The marked lines of the bad document, marks included, with those around them.
  package var marked: Explanation.Quotation {
    let bad = splitLines(example.bad)
    return quotation(of: bad, markedLines)
  }

  /// What the good document has in their place, or the change that is nearest to them.
  package var mended: Explanation.Quotation {
    let bad = splitLines(example.badText)
    let good = splitLines(example.good)
    var removed: [Int] = []
    var inserted: [Int] = []
    for change in good.difference(from: bad) {
      switch change {
      case .insert(let line, _, _): inserted.append(line)
      case .remove(let line, _, _): removed.append(line)
      }
    }
    // Where the marked lines would stand in the good document.
    let line = markedLines.lowerBound
    var place = line - removed.count { $0 < line }
    for line in inserted.sorted() where line < place { place += 1 }
    let nearest = inserted.min { abs($0 - place) < abs($1 - place) } ?? min(place, good.count - 1)
    var last = nearest
    while inserted.contains(last + 1) { last += 1 }
    return quotation(of: good, nearest..<last + 1)
  }

  private var markedLines: Range<Int> {
    let bad = splitLines(example.bad)
    let marks = bad.indices.filter { bad[$0].contains { $0 == "⟦" || $0 == "⟧" } }
    return (marks.first ?? 0)..<((marks.last ?? 0) + 1)
  }
}

extension Rule {
  /// The rule's examples, run.
  package var examples: [RuleExample] {
    documentation.examples.map { RuleExample($0, of: self) }
  }
}

/// Some lines of a document with at most two around them, empty ones at the ends left out.
private func quotation(of lines: [String], _ wanted: Range<Int>) -> Explanation.Quotation {
  let longest = 12
  let around = 2
  let wanted = wanted.prefix(longest)
  var start = max(0, (wanted.first ?? 0) - around)
  var end = min(lines.count, (wanted.last ?? start) + 1 + around)
  while start < end, lines[start].isEmpty { start += 1 }
  while start < end, lines[end - 1].isEmpty { end -= 1 }
  return Explanation.Quotation(Array(lines[start..<end]), from: start + 1)
}

private func splitLines(_ text: String) -> [String] {
  text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    .map(String.init)
}

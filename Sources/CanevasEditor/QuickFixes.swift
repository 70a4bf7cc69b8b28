import CanevasCheck
import CanevasLink
import CanevasModel
package import CanevasSource

extension EditorQuery {
  /// What can be done about the findings that a range touches: their fixes, safe ones first, the
  /// change of an unfit file name, and the explanation of each rule.
  package func quickFixes(for findings: [Diagnostic], in range: ByteRange) -> [QuickFix] {
    let met = findings.filter { finding in
      finding.location.path == file.path && finding.location.range.meets(range)
    }
    let mending = met.flatMap { fixes(of: $0) + moves(for: $0) }
    var explained: Set<String> = []
    return mending.ranked + met.filter { explained.insert($0.code).inserted }.map(explanation)
  }

  private func fixes(of finding: Diagnostic) -> [QuickFix] {
    let fixes = finding.fixes.filter { !$0.edits.isEmpty }
    return fixes.enumerated().map { number, fix in
      QuickFix(
        title: sentenceCase(fix.title[language]),
        action: .edit(CatalogueEdit(edits: [file.path: fix.edits])), safety: fix.safety,
        finding: finding, isPreferred: number == 0 && fix.safety != .placeholder)
    }
  }

  /// The new name of a file whose name is no slug, with all that links to it.
  private func moves(for finding: Diagnostic) -> [QuickFix] {
    let slugs = document.defects.compactMap { defect -> String? in
      if case .fileNameNotSlug(let slug) = defect.kind { slug } else { nil }
    }
    guard finding.code == Rule.fileName.code, let slug = slugs.first, !slug.isEmpty,
      case .success(let edit) = rename(toSlug: slug)
    else { return [] }
    let name = slug + ".md"
    let title = Bilingual("Renommer le fichier en", "Rename the file to", naming: name)
    return [
      QuickFix(
        title: title[language], action: .edit(edit), safety: .review, finding: finding,
        isPreferred: true)
    ]
  }

  private func explanation(of finding: Diagnostic) -> QuickFix {
    let title = Bilingual("Expliquer", "Explain", naming: finding.code)
    return QuickFix(
      title: title[language], action: .explain(code: finding.code), safety: nil,
      finding: finding, isPreferred: false)
  }

  /// The file of findings with all safe fixes made; `check` says what the rules find in the file
  /// once it has other bytes.
  package static func fixAll(
    _ file: SourceFile, findings: [Diagnostic], check: (SourceFile) -> [Diagnostic]
  ) -> [TextEdit] {
    var mender = Mender()
    var current = file
    var found = findings.filter { $0.location.path == file.path }
    var rounds = 0
    while let next = mender.round(found, in: { $0 == file.path ? current : nil }).first {
      current = next
      rounds += 1
      found = check(current).filter { $0.location.path == file.path }
    }
    if rounds == 1 {
      return mender.made(in: file.path).flatMap(\.fix.edits).sorted { $0.range < $1.range }
    }
    return file.edits(to: current)
  }
}

extension [QuickFix] {
  /// The safest first.
  fileprivate var ranked: [QuickFix] {
    Fix.Safety.allCases.flatMap { safety in filter { $0.safety == safety } }
  }
}

extension ByteRange {
  /// Whether two ranges overlap or meet.
  fileprivate func meets(_ other: ByteRange) -> Bool {
    lowerBound <= other.upperBound && other.lowerBound <= upperBound
  }
}

extension SourceFile {
  /// The one edit that makes this file another, without the lines that both open and end with.
  func edits(to other: SourceFile) -> [TextEdit] {
    guard bytes != other.bytes else { return [] }
    var start = zip(bytes, other.bytes).prefix { $0 == $1 }.count
    while start > 0, !(isLineEnd(bytes[start - 1])) { start -= 1 }
    let limit = min(bytes.count, other.bytes.count) - start
    var end = zip(bytes.reversed(), other.bytes.reversed()).prefix { $0 == $1 }.count
    end = min(end, limit)
    while end > 0, !isLineEnd(bytes[bytes.count - end]) { end -= 1 }
    let text = other.bytes[start..<(other.bytes.count - end)]
    return [
      TextEdit(ByteRange(start, bytes.count - end), String(decoding: text, as: UTF8.self))
    ]
  }
}

/// A phrase with a capital.
private func sentenceCase(_ phrase: String) -> String {
  phrase.prefix(1).uppercased() + phrase.dropFirst()
}

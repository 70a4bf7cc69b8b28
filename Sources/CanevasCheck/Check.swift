package import CanevasLink
import CanevasModel
package import CanevasSource

/// Everything that the rules have to say of a catalogue, in the order of files and places.
package func check(_ catalogue: Catalogue) -> [Diagnostic] {
  let findings = catalogue.documents.indices.flatMap { check($0, of: catalogue) }
  return (checkStrays(of: catalogue) + findings).sorted()
}

/// What the rules have to say of the files that are no documents.
package func checkStrays(of catalogue: Catalogue) -> [Diagnostic] {
  catalogue.strays.flatMap { stray in
    stray.defects.map { diagnostic(for: $0, in: stray.file, catalogue) }
  }
}

/// The diagnostic for a defect of a file that is no document: a stray file, a page template.
package func diagnostic(
  for defect: Defect, in file: SourceFile, _ catalogue: Catalogue
) -> Diagnostic {
  word(defect, RuleContext(catalogue: catalogue, file: file, index: nil))
}

/// What the rules have to say of one document.
package func check(_ index: Catalogue.Index, of catalogue: Catalogue) -> [Diagnostic] {
  let document = catalogue.documents[index]
  let context = RuleContext(catalogue: catalogue, file: document.file, index: index)
  var diagnostics = (document.defects + catalogue.linkDefects[index]).map { word($0, context) }
  guard document.isParsed else { return diagnostics }
  for rule in Rule.all {
    guard case .document(let find) = rule.finder else { continue }
    for finding in find(context) where !document.isMisplaced(finding.range) {
      diagnostics.append(
        Diagnostic(rule, finding.wording, at: finding.range, context))
    }
  }
  let waived = diagnostics.waived(by: document.waivers)
  return waived.left + waived.defects.map { word($0, context) }
}

extension TypedDocument {
  /// Whether what stands at `range` is read as part of a section that it is none of, since the
  /// heading above it was typed without its space.
  fileprivate func isMisplaced(_ range: ByteRange) -> Bool {
    guard let section = section(at: range.lowerBound) else { return false }
    return defects.contains { defect in
      defect.kind == .headingWithoutSpace && section.range.contains(defect.range)
        && defect.range.upperBound <= range.lowerBound
    }
  }
}

/// The diagnostic that stands for a defect.
private func word(_ defect: Defect, _ context: RuleContext) -> Diagnostic {
  let rule = Rule.wording(defect.kind)
  guard case .defect(let word) = rule.finder, let wording = word(defect, context) else {
    preconditionFailure("the rule \(rule.code) does not word the defect that it is listed for")
  }
  return Diagnostic(rule, wording, at: defect.range, context)
}

package import CanevasLink
package import CanevasModel
package import CanevasSource
import CanevasSyntax

/// A rule: what it says of itself, and how it finds or words what it is about.
package struct Rule: Sendable {
  package let documentation: RuleDocumentation
  let finder: Finder

  enum Finder: Sendable {
    /// Words a defect that an early stage recorded; `nil` for a defect of another rule.
    case defect(@Sendable (Defect, RuleContext) -> Wording?)
    /// Looks at one document and what it is linked with.
    case document(@Sendable (RuleContext) -> [Finding])
  }

  /// A rule that words defects.
  init(
    _ documentation: RuleDocumentation,
    wording: @escaping @Sendable (Defect, RuleContext) -> Wording?
  ) {
    self.documentation = documentation
    finder = .defect(wording)
  }

  /// A rule that looks at one document at a time.
  init(
    _ documentation: RuleDocumentation,
    finding: @escaping @Sendable (RuleContext) -> [Finding]
  ) {
    self.documentation = documentation
    finder = .document(finding)
  }

  package var code: String { documentation.code }
}

/// What a rule may look at.
package struct RuleContext: Sendable {
  package let catalogue: Catalogue
  package let file: SourceFile
  /// The document that the file is, and its place in the catalogue; `nil` for a stray file.
  package let document: TypedDocument?
  package let index: Catalogue.Index?
  /// How most of the file's lines end.
  let lineEnding: LineEnding
  /// The document's SYSTEM MAP, when it has one that can be judged.
  let map: MapReading?

  init(catalogue: Catalogue, file: SourceFile, index: Catalogue.Index?) {
    self.catalogue = catalogue
    self.file = file
    self.index = index
    lineEnding = file.usualLineEnding
    document = index.map { catalogue.documents[$0] }
    map = index.flatMap { MapReading($0, of: catalogue) }
  }

  /// Where the document's title stands; without a title, its first line.
  var titleRange: ByteRange { document?.head.title.value?.range ?? file.firstLine }
}

/// A finding of a rule that looks at whole values.
struct Finding: Sendable {
  let range: ByteRange
  let wording: Wording

  init(_ range: ByteRange, _ wording: Wording) {
    self.range = range
    self.wording = wording
  }
}

extension Diagnostic {
  init(_ rule: Rule, _ wording: Wording, at range: ByteRange, _ context: RuleContext) {
    self.init(
      code: rule.code, severity: wording.severity ?? rule.documentation.severity,
      message: wording.message, location: Location(path: context.file.path, range: range),
      label: wording.label, related: wording.related, help: wording.help,
      fixes: wording.fixes.map { $0.ending(linesWith: context.lineEnding) })
  }
}

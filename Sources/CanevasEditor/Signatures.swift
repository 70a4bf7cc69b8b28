package import CanevasLink
package import CanevasSource

extension EditorQuery {
  /// What may be written at an offset.
  package func completions(at offset: Int) -> [Completion] { [] }

  /// What is told of the thing at an offset.
  package func hover(at offset: Int) -> Hover? { nil }

  /// Where the thing at an offset is written down.
  package func definition(at offset: Int) -> [Definition] { [] }

  /// The places that use the thing at an offset.
  package func references(at offset: Int, includingDeclaration: Bool) -> [Location] { [] }

  /// The name at an offset that can be changed.
  package func prepareRename(at offset: Int) -> RenameTarget? { nil }

  /// The changes that give the thing at an offset another name.
  package func rename(at offset: Int, to name: String) -> Result<CatalogueEdit, RenameRefusal> {
    .success(CatalogueEdit())
  }

  /// The changes that give the document's file another place: every link to it, its own links, its
  /// redirect. With `isMoved` the editor moves the file itself, and only the texts are changed.
  package func move(
    to path: String, isMoved: Bool = false
  ) -> Result<CatalogueEdit, RenameRefusal> {
    .success(CatalogueEdit())
  }

  /// The document's outline.
  package var symbols: [Symbol] { [] }

  /// The documents whose names match, the best first.
  package static func documents(
    matching query: String, in catalogue: Catalogue, language: MessageLanguage, limit: Int = 100
  ) -> [FoundDocument] { [] }

  /// What can be folded.
  package var folds: [Fold] { [] }

  /// The links that can be followed.
  package var documentLinks: [DocumentLink] { [] }

  /// How the catalogue uses the document.
  package var lenses: [Lens] { [] }

  /// What is coloured by its meaning.
  package var tokens: [Token] { [] }

  /// What can be done about the findings that a range touches, or with the document there.
  package func quickFixes(for findings: [Diagnostic], in range: ByteRange) -> [QuickFix] { [] }

  /// The file of findings with all safe fixes made; `check` says what the rules find in the file
  /// once it has other bytes.
  package static func fixAll(
    _ file: SourceFile, findings: [Diagnostic], check: (SourceFile) -> [Diagnostic]
  ) -> [TextEdit] { [] }

  /// What a rule finds, why, and how to mend it, in Markdown.
  package static func explanation(of code: String, in language: MessageLanguage) -> String? { nil }
}

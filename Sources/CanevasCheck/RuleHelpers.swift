import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

extension RuleContext {
  /// A finding on the document's title when it is of `kind` and no document links to it; with
  /// `role` and `source`, when none of that kind links to it in that role.
  func findingIfUnlinked(
    _ kind: Kind, as role: LinkRole? = nil, from source: Kind? = nil, _ wording: Wording
  ) -> [Finding] {
    guard let index, document?.id.kind == kind else { return [] }
    let isLinked = catalogue.backlinks[index].contains { link in
      (role == nil || link.role == role)
        && (source == nil || catalogue.documents[link.source].id.kind == source)
    }
    return isLinked ? [] : [Finding(titleRange, wording)]
  }

  /// The documents of a kind that this one links to.
  func linked(_ kind: Kind) -> [Catalogue.Index] {
    guard let index else { return [] }
    return catalogue.mentionedDocuments(in: index).filter {
      catalogue.documents[$0].id.kind == kind
    }
  }

  /// Another place of this document that explains a finding.
  func label(_ range: ByteRange, _ french: String, _ english: String) -> Diagnostic.Label {
    Diagnostic.Label(Location(path: file.path, range: range), Bilingual(french, english))
  }
}

extension TypedDocument {
  /// Where the first value of a metadata key stands.
  func valueRange(_ key: MetadataKey) -> ByteRange? {
    head.metadata.entry(key)?.values.first?.text.range
  }

  /// Whether the document has a section, and something in it.
  func tells(_ name: SectionName) -> Bool {
    section(name).map { !$0.isEmpty } ?? false
  }
}

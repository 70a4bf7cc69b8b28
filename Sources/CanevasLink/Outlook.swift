package import CanevasModel
import CanevasSource
import CanevasSyntax

/// What one document shows to the others. While an edit leaves it as it is, whatever the rules say
/// of other documents stays as it is, too.
/// Only those who share a local resource with it (`sharers`) are told of a place in its sections.
package struct Outlook: Hashable, Sendable {
  private struct Reference: Hashable {
    let destination: ArraySlice<UInt8>
    let role: LinkRole
    let isNaming: Bool
  }

  private let isParsed: Bool
  /// The bytes that others are judged by.
  private let text: ArraySlice<UInt8>
  private let anchors: [String]
  private let references: [Reference]
  /// What local resources are compared by.
  private let resources: [String]

  package init(_ document: TypedDocument) {
    isParsed = document.isParsed
    let bytes = document.file.bytes
    text = document.isSeenWhole ? bytes[...] : bytes[..<document.headEnd]
    anchors = document.anchors.map(\.id)
    references = document.links.map {
      Reference(destination: $0.inline.destination, role: $0.role, isNaming: $0.isNaming)
    }
    resources = document.localResources.map(\.key)
  }
}

extension TypedDocument {
  /// Whether others are judged by what stands in its sections, and not by its head alone.
  fileprivate var isSeenWhole: Bool {
    switch id.kind {
    case .workshop, .experiment: true
    case .catalogue, .canvas, .theme, .actor, .inspiringCase, .actionSheet, .diagnosis, .guidePage,
      .source:
      false
    }
  }

  /// Where the first section begins.
  fileprivate var headEnd: Int { sections.first?.heading.range.lowerBound ?? file.bytes.count }
}

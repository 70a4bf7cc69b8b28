/// The kinds of documents of a catalogue.
package enum Kind: String, CaseIterable, Comparable, Sendable {
  case catalogue, canvas, theme, actor
  case inspiringCase = "inspiring-case"
  case actionSheet = "action-sheet"
  case diagnosis, workshop, experiment
  case guidePage = "guide-page"
  case source

  /// The folder that holds the kind's documents, relative to the root; for the catalogue's own
  /// sheet, the folder that holds all the others.
  package var folder: String {
    switch self {
    case .catalogue: "canvases"
    case .canvas: "canvases/fiches"
    case .theme: "canvases/themes"
    case .actor: "canvases/acteurs"
    case .inspiringCase: "canvases/cas"
    case .actionSheet: "canvases/actions"
    case .diagnosis: "canvases/diagnostics"
    case .workshop: "canvases/ateliers"
    case .experiment: "canvases/essais"
    case .guidePage: "canvases/guide"
    case .source: "seeds"
    }
  }

  /// Whether text before the first section is the document's introduction, not a slip.
  package var hasIntroduction: Bool {
    switch self {
    case .catalogue, .guidePage, .source: true
    case .canvas, .theme, .actor, .inspiringCase, .actionSheet, .diagnosis, .workshop,
      .experiment:
      false
    }
  }

  package static func < (a: Kind, b: Kind) -> Bool {
    allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)!
  }
}

/// What names a document: its kind and its slug, which is unique within the kind.
package struct DocumentID: Hashable, Comparable, Sendable {
  package let kind: Kind
  package let slug: String

  package init(_ kind: Kind, _ slug: String) {
    self.kind = kind
    self.slug = slug
  }

  /// Reads a path relative to the root, `canvases/fiches/angel-me.md`; `nil` when its folder is
  /// none of the known ones.
  package init?(path: String) {
    let bytes = path.utf8
    guard bytes.suffix(3).elementsEqual(".md".utf8) else { return nil }
    if bytes.elementsEqual("canvases/catalogue.md".utf8) {
      self.init(.catalogue, "catalogue")
      return
    }
    guard let kind = Self.folders.first(where: { bytes.starts(with: $0.path.utf8) })?.kind,
      let slash = bytes.lastIndex(of: UInt8(ascii: "/"))
    else { return nil }
    self.init(kind, String(path[bytes.index(after: slash)...].dropLast(3)))
  }

  private static let folders = Kind.allCases.filter { $0 != .catalogue }.map { kind in
    (path: kind.folder + "/", kind: kind)
  }

  package static func < (a: DocumentID, b: DocumentID) -> Bool {
    (a.kind, a.slug) < (b.kind, b.slug)
  }
}

/// A part that a document must have: its value, or the fact that a defect stands for it.
package enum Found<Value: Sendable>: Sendable {
  case value(Value)
  /// The part is missing or unreadable, and a defect says so: later stages stay quiet.
  case reported

  package var value: Value? {
    switch self {
    case .value(let value): value
    case .reported: nil
    }
  }
}

extension Found: Equatable where Value: Equatable {}
extension Found: Hashable where Value: Hashable {}

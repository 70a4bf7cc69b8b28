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
    guard path.hasSuffix(".md") else { return nil }
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    let name = String(path.split(separator: "/").last!.dropLast(3))
    if path == "canvases/catalogue.md" {
      self.init(.catalogue, name)
      return
    }
    let kind = Kind.allCases.first {
      $0 != .catalogue && (folder == $0.folder || folder.hasPrefix($0.folder + "/"))
    }
    guard let kind else { return nil }
    self.init(kind, name)
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

package import CanevasModel
import CanevasSource

/// What a reader of a catalogue is told of its change from one state to another, in the order in
/// which it matters to one. Drafts are not told of before they are published.
package struct Changelog: Hashable, Sendable {
  /// What is told of one document.
  package struct Entry: Hashable, Sendable {
    /// The document as it was named when this happened.
    package let document: Name
    package let change: Change
  }

  /// A document or somebody whom a document names.
  package struct Name: Hashable, Sendable {
    /// `nil` for somebody without a document.
    package let id: DocumentID?
    package let title: String

    package init(_ id: DocumentID?, _ title: String) {
      self.id = id
      self.title = title
    }
  }

  /// What happened to a document.
  package enum Change: Hashable, Sendable {
    /// It is new, or a draft no more: what it says of itself in a line, and what it is about.
    case added(tagline: String?, about: [Name])
    case status(from: Status, to: Status)
    /// An idea has other carriers; without any it looks for one again.
    case carriers(from: [Name], to: [Name])
    /// It is newly linked to others, which play a part in it.
    case linked(LinkRole, [Name])
    /// It has another title or another address than it had.
    case renamed(from: Name)
    case removed
    /// Its text says something else, and nothing of the above.
    case revised
  }

  /// What stands together under one heading.
  package enum Topic: Hashable, Sendable {
    case added(Kind), status, carriers, linked, renamed, removed, revised
  }

  /// By topic, then by title.
  package private(set) var entries: [Entry]

  package init(_ entries: [Entry]) {
    let keyed = entries.map { entry in
      (topic: entry.change.topic(of: entry.document.id), key: sortKey(entry.document.title), entry)
    }
    self.entries = keyed.enumerated().sorted { first, second in
      (first.element.topic, first.element.key, first.offset)
        < (second.element.topic, second.element.key, second.offset)
    }.map(\.element.2)
  }

  package var isEmpty: Bool { entries.isEmpty }

  /// The entries of each topic that has any.
  package var topics: [(topic: Topic, entries: [Entry])] {
    var topics: [(topic: Topic, entries: [Entry])] = []
    for entry in entries {
      let topic = entry.change.topic(of: entry.document.id)
      if topics.last?.topic == topic {
        topics[topics.count - 1].entries.append(entry)
      } else {
        topics.append((topic, [entry]))
      }
    }
    return topics
  }

  /// The same with other identifiers of documents.
  func identified(as id: (DocumentID) -> DocumentID) -> Changelog {
    var changelog = self
    changelog.entries = entries.map { entry in
      Entry(document: entry.document.identified(as: id), change: entry.change.identified(as: id))
    }
    return changelog
  }
}

extension Changelog.Topic: Comparable {
  /// New canvases matter most, then how ideas fare, then all else that is new by kind.
  private var weight: (Int, Kind) {
    switch self {
    case .added(.canvas): (0, .canvas)
    case .status: (1, .canvas)
    case .carriers: (2, .canvas)
    case .added(let kind): (3, kind)
    case .linked: (4, .canvas)
    case .renamed: (5, .canvas)
    case .removed: (6, .canvas)
    case .revised: (7, .canvas)
    }
  }

  package static func < (a: Self, b: Self) -> Bool { a.weight < b.weight }
}

extension Changelog.Change {
  fileprivate func topic(of document: DocumentID?) -> Changelog.Topic {
    switch self {
    case .added: .added(document?.kind ?? .catalogue)
    case .status: .status
    case .carriers: .carriers
    case .linked: .linked
    case .renamed: .renamed
    case .removed: .removed
    case .revised: .revised
    }
  }

  fileprivate func identified(as id: (DocumentID) -> DocumentID) -> Self {
    switch self {
    case .added(let tagline, let about):
      .added(tagline: tagline, about: about.map { $0.identified(as: id) })
    case .carriers(let old, let new):
      .carriers(from: old.map { $0.identified(as: id) }, to: new.map { $0.identified(as: id) })
    case .linked(let role, let names): .linked(role, names.map { $0.identified(as: id) })
    case .status, .renamed, .removed, .revised: self
    }
  }
}

extension Changelog.Name {
  fileprivate func identified(as id: (DocumentID) -> DocumentID) -> Self {
    Self(self.id.map(id), title)
  }
}

package import CanevasSource

/// Something that a change does beyond the words that it changes.
package struct SideEffect: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case linkBroken = "link-broken"
    case findingNew = "finding-new"
    case actorShared = "actor-shared"
    case foundationChanged = "foundation-changed"
    case linkMended = "link-mended"
    case findingGone = "finding-gone"
  }

  package let kind: Kind
  /// A headline without a final full stop.
  package let message: Bilingual
  /// The file that it is seen in: the new version; of what is gone, the old one.
  package let file: SourceFile
  /// Where in the file.
  package let range: ByteRange
  /// The code of the rule whose finding came or went; `nil` of what no rule speaks of.
  package let code: String?

  package init(
    kind: Kind, message: Bilingual, file: SourceFile, range: ByteRange, code: String?
  ) {
    self.kind = kind
    self.message = message
    self.file = file
    self.range = range
    self.code = code
  }
}

extension SideEffect {
  /// `file:line`.
  package var place: String { "\(file.path):\(line)" }

  /// The line, from one, where it is seen.
  package var line: Int { LineIndex(file.bytes).line(at: range.lowerBound) }

  /// The message, with the code of the rule that a finding comes from.
  package func shown(in language: MessageLanguage) -> String {
    message[language] + (code.map { " [\($0)]" } ?? "")
  }
}

/// Effects of one kind.
package struct SideEffectGroup: Sendable {
  package let kind: SideEffect.Kind
  /// In the order of the list; of several that say the same, as a document that is gone brings
  /// them, the first and how many more there are.
  package private(set) var effects: [(first: SideEffect, others: Int)] = []

  fileprivate init(_ kind: SideEffect.Kind, _ effects: [SideEffect]) {
    self.kind = kind
    var places: [String: Int] = [:]
    for effect in effects {
      let words = effect.shown(in: .french)
      if let place = places[words] {
        self.effects[place].others += 1
      } else {
        places[words] = self.effects.count
        self.effects.append((effect, 0))
      }
    }
  }
}

extension [SideEffect] {
  /// The effects by kind, in the order in which kinds matter; none without an effect.
  package var byKind: [SideEffectGroup] {
    SideEffect.Kind.allCases.compactMap { kind in
      let effects = filter { $0.kind == kind }
      return effects.isEmpty ? nil : SideEffectGroup(kind, effects)
    }
  }
}

extension SideEffectGroup {
  /// What stands behind a message of which there are more.
  package static func others(_ count: Int) -> Bilingual {
    count == 0
      ? Bilingual("", "")
      : Bilingual(
        " (et \(count) autre\(count > 1 ? "s" : ""))",
        " (and \(count) other\(count > 1 ? "s" : ""))")
  }
}

extension SideEffect.Kind {
  /// Whether it is seen in the old version alone.
  package var isGone: Bool {
    switch self {
    case .linkMended, .findingGone: true
    case .linkBroken, .findingNew, .actorShared, .foundationChanged: false
    }
  }

  /// What a list of such effects is headed by.
  package var heading: Bilingual {
    switch self {
    case .linkBroken: Bilingual("Liens rompus", "Links broken")
    case .findingNew: Bilingual("Nouveaux constats", "New findings")
    case .actorShared: Bilingual("Acteurs désormais partagés", "Actors now shared")
    case .foundationChanged:
      Bilingual("Fiches dont un appui a changé", "Canvases whose ground has changed")
    case .linkMended: Bilingual("Liens rétablis", "Links mended")
    case .findingGone: Bilingual("Constats disparus", "Findings gone")
    }
  }
}

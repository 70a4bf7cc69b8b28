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
  /// In the new version; of what is gone, in the old one.
  package let location: Location
  /// The code of the rule whose finding came or went; `nil` of what no rule speaks of.
  package let code: String?
}

extension SideEffect.Kind {
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

package import CanevasSource
package import CanevasSyntax

/// What part a linked document plays where it is linked from.
package enum LinkRole: String, CaseIterable, Sendable {
  case theme, carrier, inspiration, source, diagnosis, testedCanvas, funder, contact
  case customer, partner, channel, policyMaker, flowEnd, vote
  /// A record of what a canvas was reviewed against: it says nothing of its target.
  case review
  /// Any other link.
  case mention

  /// The kinds of documents that may play the part; `nil` when any may. A section's role holds
  /// for the links that name its items; other links of the section may lead anywhere.
  package var kinds: [Kind]? {
    switch self {
    case .theme: [.theme]
    case .carrier, .funder, .contact, .customer, .partner, .flowEnd: [.actor]
    case .inspiration: [.inspiringCase]
    case .source: [.source]
    case .diagnosis: [.diagnosis]
    case .testedCanvas, .vote: [.canvas]
    case .channel, .policyMaker, .review, .mention: nil
    }
  }
}

/// A link or image of a document, before it is resolved.
package struct Link: Sendable {
  package let inline: Inline
  package let role: LinkRole
  /// Whether the link stands in the metadata or names an item, so that its role says what kind
  /// of document it must lead to.
  package let isNaming: Bool

  package var range: ByteRange { inline.range }
  /// Where the link leads, as written, its escapes undone.
  package var destination: String { String(decoding: inline.destination, as: UTF8.self) }
}

/// A heading that a link may lead to.
package struct Anchor: Sendable {
  /// The identifier on the page: the heading's slug, made unique by a number.
  package let id: String
  package let heading: Block
}

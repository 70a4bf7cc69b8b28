import CanevasSource
import CanevasSyntax

/// The headings of a document that are recognised however they are spelt.
struct FixedHeadings {
  /// The headings that open sections.
  private(set) var sections: Set<ByteRange> = []
  /// What fixed headings are called, those of sections' parts too.
  private(set) var names: [ByteRange: String] = [:]

  init(_ document: TypedDocument) {
    for section in document.sections {
      sections.insert(section.heading.range)
      if let name = section.name { names[section.heading.range] = name.heading }
      switch section.content {
      case .forces(let parts): add(parts.map(\.heading), Force.Side.words)
      case .evaluation(let parts): add(parts.map(\.heading), Effect.Side.words)
      default: break
      }
    }
  }

  private mutating func add(_ headings: [Block?], _ words: [String]) {
    for case let heading? in headings {
      let key = headingKey(heading.text.plain)
      if let word = words.first(where: { headingKey($0) == key }) { names[heading.range] = word }
    }
  }
}

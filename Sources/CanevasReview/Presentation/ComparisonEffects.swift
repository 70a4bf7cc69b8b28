package import CanevasSource

/// What a change does to documents that it does not touch, under one heading.
package struct ComparisonEffects: Sendable {
  package let heading: Bilingual
  package let lines: [Bilingual]

  package init(heading: Bilingual, lines: [Bilingual]) {
    self.heading = heading
    self.lines = lines
  }
}

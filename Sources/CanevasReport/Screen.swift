/// What a text is written for: a terminal, or whatever reads a pipe.
package struct Screen: Hashable, Sendable {
  /// How many columns a line may take; `nil` for any number.
  package let width: Int?
  package let isColoured: Bool

  package init(width: Int? = nil, isColoured: Bool = false) {
    self.width = width
    self.isColoured = isColoured
  }
}

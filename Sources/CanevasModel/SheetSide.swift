/// The two sides of a canvas's printed sheet.
package enum SheetSide: Sendable {
  /// Name, story and what the business is.
  case recto
  /// The pictures, and what the business does to its surroundings.
  case verso
}

extension SectionName {
  /// The side that shows the section; `nil` for what is not published.
  package var sheetSide: SheetSide? {
    switch self {
    case .systemMap, .offering, .forces, .evaluation: .verso
    case .unsorted: nil
    default: .recto
    }
  }
}

extension TypedDocument {
  /// The sections that a side of the printed sheet shows under their headings, in the author's
  /// order. Free ones stand on the verso; the question and its solution are the recto's head.
  package func sections(on side: SheetSide) -> [Section] {
    sections.filter { section in
      guard let name = section.name else { return side == .verso }
      return name.sheetSide == side && name != .challenge && !section.isEmpty
    }
  }
}

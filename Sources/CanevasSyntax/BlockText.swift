import CanevasSource

/// The text of a paragraph or heading, read as CommonMark's inline structure does: over its
/// lines, without what the containers put before each of them.
struct BlockText {
  let bytes: [UInt8]
  /// What of each line belongs to the text.
  private(set) var lines: [ByteRange] = []

  /// A place in the text.
  struct Place {
    /// The index of the line in `lines`.
    var line: Int
    /// The byte in the file; a line's end stands for its line end.
    var offset: Int
  }

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Starts the text of another block. The memory of the last one is used again.
  mutating func begin(with line: ByteRange) {
    lines.removeAll(keepingCapacity: true)
    lines.append(line)
  }

  mutating func append(_ line: ByteRange) {
    lines.append(line)
  }

  /// The byte at a place: `\n` where a line ends, 0 where the text ends.
  func byte(at place: Place) -> UInt8 {
    guard place.line < lines.count else { return 0 }
    if place.offset < lines[place.line].upperBound { return bytes[place.offset] }
    return place.line + 1 < lines.count ? UInt8(ascii: "\n") : 0
  }

  func advance(_ place: inout Place) {
    guard place.line < lines.count else { return }
    if place.offset < lines[place.line].upperBound {
      place.offset += 1
    } else if place.line + 1 < lines.count {
      place.line += 1
      place.offset = lines[place.line].lowerBound
    }
  }

  /// The place after `byte`, if that is what stands at `place`.
  func place(after byte: UInt8, at place: Place) -> Place? {
    guard self.byte(at: place) == byte else { return nil }
    var next = place
    advance(&next)
    return next
  }

  /// The place after the bytes at `place` that satisfy `isIncluded`.
  func place(after place: Place, while isIncluded: (UInt8) -> Bool) -> Place {
    var next = place
    while case let byte = byte(at: next), byte != 0, isIncluded(byte) { advance(&next) }
    return next
  }

  /// Drops the white space at the end, as libcmark does before it looks for inlines.
  mutating func trimEnd() {
    while let last = lines.last {
      var end = last.upperBound
      while end > last.lowerBound, isWhiteSpace(bytes[end - 1]) { end -= 1 }
      if end == last.upperBound, !last.isEmpty { return }
      lines.removeLast()
      if end > last.lowerBound { lines.append(ByteRange(last.lowerBound, end)) }
    }
  }

  /// Drops the link reference definitions that open the text.
  mutating func dropDefinitions() {
    var line = 0
    while line < lines.count, let next = lineAfterDefinition(at: line) { line = next }
    if line > 0 { lines.removeFirst(line) }
  }
}

// Links, as far as one has to read them to know where they end (CommonMark 0.30, section 6.3).
// All of this follows libcmark, which is more lenient than the specification here and there.
extension BlockText {
  /// Where a link or image ends of which `place` follows the `]` of its text: after the
  /// destination and title in parentheses, after a label in brackets, or right there.
  func linkEnd(_ place: Place) -> Place {
    inlineTargetEnd(place) ?? labelEnd(place)?.end ?? place
  }

  private func inlineTargetEnd(_ place: Place) -> Place? {
    guard let inside = self.place(after: UInt8(ascii: "("), at: place) else { return nil }
    let start = self.place(after: inside, while: isWhiteSpace)
    guard let destination = destinationEnd(start) else { return nil }
    let gap = self.place(after: destination, while: isWhiteSpace)
    var end = gap
    if gap.offset != destination.offset, let title = titleEnd(gap) {
      end = self.place(after: title, while: isWhiteSpace)
    }
    return self.place(after: UInt8(ascii: ")"), at: end)
  }

  /// The end of a label with its brackets, and whether there is nothing in it.
  private func labelEnd(_ place: Place) -> (end: Place, isEmpty: Bool)? {
    guard var next = self.place(after: UInt8(ascii: "["), at: place) else { return nil }
    var length = 0
    var isEmpty = true
    while case let byte = byte(at: next), byte != UInt8(ascii: "]") {
      guard byte != 0, byte != UInt8(ascii: "["), length <= 1000 else { return nil }
      isEmpty = isEmpty && isWhiteSpace(byte)
      advance(&next)
      length += 1
      if byte == UInt8(ascii: "\\"), isPunctuation(self.byte(at: next)) {
        advance(&next)
        length += 1
      }
    }
    guard length <= 1000 else { return nil }
    advance(&next)
    return (next, isEmpty)
  }

  /// The end of a destination, with its pointed brackets if it has them.
  private func destinationEnd(_ start: Place) -> Place? {
    var place = start
    guard byte(at: place) == UInt8(ascii: "<") else { return bareDestinationEnd(start) }
    advance(&place)
    while case let byte = byte(at: place), byte != 0 {
      switch byte {
      case UInt8(ascii: ">"):
        advance(&place)
        return place
      case UInt8(ascii: "<"), UInt8(ascii: "\n"): return nil
      case UInt8(ascii: "\\"): advance(&place)
      default: break
      }
      advance(&place)
    }
    return nil
  }

  private func bareDestinationEnd(_ start: Place) -> Place? {
    var place = start
    var depth = 0
    scan: while case let byte = byte(at: place), byte != 0, !isWhiteSpace(byte) {
      switch byte {
      case UInt8(ascii: "("):
        depth += 1
        guard depth <= 32 else { return nil }
      case UInt8(ascii: ")"):
        guard depth > 0 else { break scan }
        depth -= 1
      default: break
      }
      advance(&place)
      if byte == UInt8(ascii: "\\"), isPunctuation(self.byte(at: place)) { advance(&place) }
    }
    let isMissing = place.offset == start.offset && byte(at: place) != UInt8(ascii: ")")
    return depth == 0 && !isMissing ? place : nil
  }

  /// The end of a title with its quotes or parentheses. A delimiter after a backslash ends it only
  /// where no later one does.
  private func titleEnd(_ start: Place) -> Place? {
    let opener = byte(at: start)
    let closer: UInt8
    switch opener {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): closer = opener
    case UInt8(ascii: "("): closer = UInt8(ascii: ")")
    default: return nil
    }
    var place = start
    var end: Place?
    var previous: UInt8 = 0
    advance(&place)
    while case let byte = byte(at: place), byte != 0 {
      advance(&place)
      if byte == closer { end = place }
      if byte == closer || byte == opener, previous != UInt8(ascii: "\\") { return end }
      previous = byte
    }
    return end
  }

  /// The line after the link reference definition that opens a line (section 4.7).
  private func lineAfterDefinition(at line: Int) -> Int? {
    let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    func skippingSpaceAndLineEnd(_ place: Place) -> Place {
      let next = self.place(after: place, while: isBlank)
      guard let below = self.place(after: UInt8(ascii: "\n"), at: next) else { return next }
      return self.place(after: below, while: isBlank)
    }
    func nextLine(_ place: Place) -> Int? {
      let end = self.place(after: place, while: isBlank)
      return end.offset == lines[end.line].upperBound ? end.line + 1 : nil
    }

    let start = Place(line: line, offset: lines[line].lowerBound)
    guard byte(at: start) == UInt8(ascii: "["), let label = labelEnd(start), !label.isEmpty,
      let colon = place(after: UInt8(ascii: ":"), at: label.end),
      let destination = destinationEnd(skippingSpaceAndLineEnd(colon))
    else { return nil }
    let gap = skippingSpaceAndLineEnd(destination)
    if gap.offset != destination.offset, let title = titleEnd(gap), let next = nextLine(title) {
      return next
    }
    return nextLine(destination)
  }
}

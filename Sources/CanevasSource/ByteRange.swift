/// A half-open range of UTF-8 bytes in one source file: the only notion of position that the
/// compiler knows. Lines and columns are computed at the edges, by `LineIndex`.
package struct ByteRange: Hashable, Sendable {
  private let first: UInt32
  private let end: UInt32

  /// The offset of the first byte.
  package var lowerBound: Int { Int(first) }
  /// The offset after the last byte.
  package var upperBound: Int { Int(end) }
  package var count: Int { Int(end &- first) }
  package var isEmpty: Bool { first == end }
  /// The same range for indexing an array of bytes.
  package var indices: Range<Int> { lowerBound..<upperBound }

  /// Traps when `upperBound` comes before `lowerBound`: ranges are made by our own code.
  package init(_ lowerBound: Int, _ upperBound: Int) {
    precondition(lowerBound <= upperBound, "a byte range ends before it starts")
    first = UInt32(lowerBound)
    end = UInt32(upperBound)
  }

  package init(_ range: Range<Int>) {
    self.init(range.lowerBound, range.upperBound)
  }

  /// The empty range at `offset`.
  package init(at offset: Int) {
    self.init(offset, offset)
  }

  package func contains(_ offset: Int) -> Bool {
    lowerBound <= offset && offset < upperBound
  }

  package func contains(_ other: ByteRange) -> Bool {
    first <= other.first && other.end <= end
  }

  /// The smallest range that holds both.
  package func union(_ other: ByteRange) -> ByteRange {
    ByteRange(min(lowerBound, other.lowerBound), max(upperBound, other.upperBound))
  }

  /// What both have in common; empty at this range's nearer end when they do not meet.
  package func clamped(to other: ByteRange) -> ByteRange {
    ByteRange(indices.clamped(to: other.indices))
  }
}

extension ByteRange: Comparable {
  /// By start, then by end.
  package static func < (a: ByteRange, b: ByteRange) -> Bool {
    (a.first, a.end) < (b.first, b.end)
  }
}

extension ByteRange: CustomStringConvertible {
  package var description: String { "\(first)..<\(end)" }
}

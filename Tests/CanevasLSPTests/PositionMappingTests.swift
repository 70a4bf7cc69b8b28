import CanevasSource
import Testing

@testable import CanevasLSP

@Suite struct PositionMappingTests {
  /// Characters of one to four bytes, a combining accent, and line ends of all kinds.
  private static let text = "aé日🌱e\u{301}\r\nb\rc\n\n🌱"

  @Test(arguments: [
    (PositionEncoding.utf8, 14, 5), (.utf16, 8, 3), (.utf32, 7, 3),
  ])
  func countsInUnitsOfTheEncoding(_ encoding: PositionEncoding, _ line: Int, _ third: Int) {
    let mapping = PositionMapping(Array(Self.text.utf8), encoding)
    // Before the third character's end, and at the end of the first line.
    #expect(mapping.position(at: 6).character == third + (encoding == .utf8 ? 1 : 0))
    #expect(mapping.position(at: 13) == Position(line: 0, character: line - 1))
  }

  @Test(arguments: PositionEncoding.allCases)
  func bringsEveryOffsetBack(_ encoding: PositionEncoding) {
    let bytes = Array(Self.text.utf8)
    let mapping = PositionMapping(bytes, encoding)
    for offset in 0...bytes.count {
      let isInside = offset < bytes.count && isContinuation(bytes[offset])
      let isInLineEnd = offset == 14  // between CR and LF
      guard !isInside, !isInLineEnd else { continue }
      let position = mapping.position(at: offset)
      #expect(mapping.offset(of: position) == offset, "\(offset) is \(position)")
    }
  }

  @Test(arguments: [
    // Past the end of a line, of any kind of line; past the text; before everything.
    (0, 99, 13), (1, 2, 16), (2, 7, 18), (3, 1, 19), (4, 99, 24), (5, 0, 24), (99, 99, 24),
    (-1, 5, 0), (0, -1, 0), (Int.max, Int.max, 24), (Int.min, Int.min, 0), (0, Int.min, 0),
    // Within a pair of surrogates.
    (0, 4, 6), (4, 1, 20),
  ])
  func takesAnyPosition(_ line: Int, _ character: Int, _ offset: Int) {
    let mapping = PositionMapping(Array(Self.text.utf8), .utf16)
    #expect(mapping.offset(of: Position(line: line, character: character)) == offset)
  }

  @Test func takesPositionsWithinBytes() {
    let mapping = PositionMapping(Array("é🌱x".utf8), .utf8)
    let offsets = (0...8).map { mapping.offset(of: Position(line: 0, character: $0)) }
    #expect(offsets == [0, 0, 2, 2, 2, 2, 6, 7, 7])
  }

  @Test func takesTheFirstEncodingThatItKnows() {
    #expect(PositionEncoding(offered: []) == .utf16)
    #expect(PositionEncoding(offered: ["utf-7", "utf-8", "utf-16"]) == .utf8)
    #expect(PositionEncoding(offered: ["utf-16", "utf-8"]) == .utf16)
  }
}

import CanevasSource
import CanevasSyntax
import CanevasTestSupport
import Testing

@Suite struct ByteCheckTests {
  /// Texts with the range of the one defect marked.
  @Test(arguments: [
    ("⟦\u{FEFF}⟧a\n", Defect.Kind.byteOrderMark),
    ("a⟦\0⟧b\0", .nulByte),
    ("a\nb⟦\r\n⟧c\nd\r\n", .mixedLineEnds),
    ("a\r\nb⟦\n⟧c\r", .mixedLineEnds),
    ("a\n\n⟦\r⟧b", .mixedLineEnds),
    ("é\n⟦<<<<<<< HEAD\nun\n=======\ndeux\n>>>>>>> branche⟧\nfin", .conflictMarker),
    ("⟦<<<<<<< a\r\n||||||| b\r\n=======\r\n>>>>>>> c⟧\r\n", .conflictMarker),
    ("⟦<<<<<<< a⟧\n⟦<<<<<<< b\n=======\n=======\n>>>>>>> c⟧", .conflictMarker),
    ("⟦<<<<<<< a\n======= \n>>>>>>> b⟧", .conflictMarker),
    ("⟦<<<<<<< a\n>>>>>>> b⟧", .conflictMarker),
    // One was left over.
    ("a\n⟦<<<<<<< HEAD⟧\nb\n", .conflictMarker),
    ("=======\n⟦>>>>>>> a⟧\n", .conflictMarker),
    (" <<<<<<< a\n=======\n⟦>>>>>>> b⟧", .conflictMarker),
  ])
  func defects(marked: String, kind: Defect.Kind) {
    let text = MarkedText(marked)
    let parsed = ParsedFile(SourceFile(path: "a.md", text: text.text))
    #expect(parsed.defects == text.ranges.map { Defect(kind, $0) })
    #expect(parsed.isParsed == (kind != .nulByte))
    #expect(parsed.document.blocks.isEmpty != parsed.isParsed)
  }

  @Test(arguments: [
    "", "a", "a\n", "a\r\nb\r\n", "a\rb", "\n\n\n", "é 🐑 \u{10FFFF}\u{D7FF}\u{E000}",
    "\u{1}\t\u{7F}",
    "Titre\n=======\n", "<<<<<<<\n=======\n>>>>>>>", " <<<<<<< a\n=======\n", "> > > > > > > a",
    "a\u{FEFF}",
  ])
  func textsWithoutDefect(text: String) {
    let parsed = ParsedFile(SourceFile(path: "a.md", text: text))
    #expect(parsed.defects.isEmpty)
    #expect(parsed.isParsed)
  }

  /// Bytes after `a`, how many of them make the first bad sequence, and where it starts in them.
  @Test(
    arguments: [
      ([0xC0, 0x80], 0, 1), ([0xE0, 0x9F, 0x80], 0, 1), ([0xF0, 0x8F, 0x80, 0x80], 0, 1),
      ([0xED, 0xA0, 0x80], 0, 1), ([0xF4, 0x90, 0x80, 0x80], 0, 1), ([0xF5, 0x80], 0, 1),
      ([0x80], 0, 1), ([0xFF, 0xFE, 0x00], 0, 1), ([0xE9, 0x20], 0, 1), ([0xC3, 0xA9, 0xE9], 2, 1),
      ([0xE2, 0x82], 0, 2), ([0xE2, 0x82, 0x41], 0, 2), ([0xF0, 0x9F, 0x90], 0, 3), ([0xC3], 0, 1),
    ] as [([UInt8], Int, Int)])
  func bytesThatAreNoUTF8(bytes: [UInt8], start: Int, count: Int) {
    let parsed = ParsedFile(SourceFile(path: "a.md", bytes: [0x61] + bytes))
    #expect(parsed.defects == [Defect(.notUTF8, ByteRange(1 + start, 1 + start + count))])
    #expect(!parsed.isParsed)
    #expect(parsed.document.blocks.isEmpty)
  }

  @Test func severalDefectsInOrder() {
    let conflict = "<<<<<<< a\n=======\n>>>>>>> b"
    let text = MarkedText("⟦\u{FEFF}⟧\n⟦\(conflict)⟧⟦\r\n⟧⟦\(conflict)⟧\n⟦\0⟧")
    let parsed = ParsedFile(SourceFile(path: "a.md", text: text.text))
    let kinds: [Defect.Kind] = [
      .byteOrderMark, .conflictMarker, .mixedLineEnds, .conflictMarker, .nulByte,
    ]
    #expect(parsed.defects == zip(kinds, text.ranges).map { Defect($0, $1) })
  }
}

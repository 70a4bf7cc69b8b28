import CanevasDraft
import CanevasModel
import CanevasReview
import CanevasSource
import CanevasTestSupport
import Foundation
import Testing

/// What raw notes become: `Tests/Fixtures/draft/notes/*.txt` and, beside each, the draft.
@Suite struct TranscriptionTests {
  static let notes: [(name: String, kind: Kind)] = [
    ("reunion", .canvas), ("colonnes", .canvas), ("melange", .canvas), ("neuf-blocs", .canvas),
    ("markdown", .canvas), ("latin1", .canvas), ("sans-titres", .canvas), ("atelier", .workshop),
    ("action", .actionSheet), ("evaluation", .canvas), ("guide", .guidePage),
    ("courriel", .canvas), ("numeros", .canvas),
  ]

  private static func bytes(_ name: String) -> [UInt8] {
    let path = fixturesFolder + "/draft/notes/\(name).txt"
    return Array(FileManager.default.contents(atPath: path) ?? Data())
  }

  @Test(arguments: notes) func isAsItWasRead(name: String, kind: Kind) throws {
    let draft = Transcription(Self.bytes(name), kind: kind)
    expectGolden(draft.text, at: "draft/notes/\(name).md")
    let read = try ReadDocument(Array(draft.text.utf8), at: kind.folder + "/notes.md")
    // What a chosen canvas lacks is no slip of form.
    #expect(read.errors.allSatisfy { $0.code == "section-absente" }, "\(read.errors)")
    let lacks: Set = [
      "texte-a-classer", "texte-a-preciser", "section-absente", "etape-illisible",
      "statut-sans-preuve",
    ]
    #expect(read.warnings.isSubset(of: lacks), "\(read.warnings)")
    #expect(formattingEdits(of: read.document).isEmpty)
  }

  @Test(arguments: notes) func noWordIsLost(name: String, kind: Kind) throws {
    let bytes = Self.bytes(name)
    let text =
      String(validating: bytes, as: UTF8.self)
      ?? String(bytes: bytes, encoding: .windowsCP1252) ?? ""
    let draft = Transcription(bytes, kind: kind)
    let read = try ReadDocument(Array(draft.text.utf8), at: kind.folder + "/notes.md")
    let found = Set(words(of: seen(of: draft, read)))
    // Words parted by a line's end are told by the goldens.
    let halves = Set(
      words(of: text.split(separator: "\n").flatMap(halvesAtItsEnd).joined(separator: " ")))
    for word in words(of: text) where !halves.contains(word) {
      #expect(found.contains(word), "\(word)")
    }
  }

  /// The words at a hyphenated line end, with the word that the next line may open with.
  private func halvesAtItsEnd(_ line: Substring) -> [String] {
    let words = line.split(separator: " ")
    return [words.first, words.last].compactMap { $0.map(String.init) }
  }

  @Test func theTitleMayBeGiven() {
    let notes = Array("Les moutons\n\nUne idée.\n".utf8)
    let given = Transcription(notes, title: "Les *Bergers*")
    #expect(given.text.hasPrefix("# Les \\*Bergers\\*\n"))
    #expect(given.text.hasSuffix("## À CLASSER\n\nLes moutons\n\nUne idée.\n"))
    #expect(
      Transcription(notes, title: "les MOUTONS").text.hasSuffix("## À CLASSER\n\nUne idée.\n"))
  }

  @Test(arguments: ["", "\n\n", "\u{FEFF}", "•\n", "\u{C}", "   "])
  func nothingBecomesABlank(notes: String) {
    #expect(
      Transcription(Array(notes.utf8)).text
        == "# À PRÉCISER\n\n- Thème : À PRÉCISER\n- Statut : idée\n")
  }

  @Test func otherEncodingsAreToldOf() {
    let text = "Été\n\nŒuvre à 5 €, « né »\n"
    let expected = Transcription(Array(text.utf8)).text
    let latin = Transcription(Array(text.data(using: .windowsCP1252) ?? Data()))
    #expect(latin.text == expected && latin.encoding == .windows1252)
    for encoding in [String.Encoding.utf16LittleEndian, .utf16BigEndian] {
      let mark: [UInt8] = encoding == .utf16LittleEndian ? [0xFF, 0xFE] : [0xFE, 0xFF]
      let wide = Transcription(mark + (text.data(using: encoding) ?? Data()))
      #expect(wide.text == expected && wide.encoding == .utf16)
    }
    #expect(Transcription(Array(text.utf8)).encoding == nil)
  }
}

/// What a reader sees of a draft, and what its comments keep of the notes. The heading of what has
/// no place yet is written only where something waits there.
func seen(of draft: Transcription, _ read: ReadDocument) -> String {
  let comments = draft.text.matches(of: #/<!--(.*?)-->/#).map { String($0.output.1) }
  return (read.texts + comments + ["À CLASSER"]).joined(separator: "\n")
}

/// The words of a text without the marks around them, as names are compared; numbers and signs
/// alone are none.
func words(of text: String) -> [String] {
  let ligatures = text.replacing("\u{FB01}", with: "fi").replacing("\u{FB02}", with: "fl")
  let isGap = { (scalar: Unicode.Scalar) in
    scalar == "/" || scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
      || scalar == "\u{FEFF}"
  }
  return ligatures.unicodeScalars.split(whereSeparator: isGap).compactMap { word in
    let isMark = { (scalar: Unicode.Scalar) in
      !scalar.properties.isAlphabetic && scalar.properties.numericType == nil
    }
    var rest = word.drop(while: isMark)
    while let last = rest.last, isMark(last) { rest.removeLast() }
    let text = folded(String(rest))
    return rest.contains { $0.properties.isAlphabetic } && text != "o" ? text : nil
  }
}

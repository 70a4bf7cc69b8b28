import CanevasDraft
import CanevasModel
import CanevasReview
import CanevasSource
import Foundation
import Testing

/// Notes made at random, the same ones in every run: whatever they are, no word of theirs is lost,
/// nothing in them acts as markup, and the draft has no error.
@Suite struct RandomNotesTests {
  private static let pieces = [
    "mot", "Mot", "d'été", "quartier", "vélo", "ﬁl", "réparer", "ÉTÉ", "a_b", "_c_", "*d*", "**e**",
    "`f`",
    "[g]", "[h](i)", "![j](k)", "[l]: m", "<n>", "</o>", "<!--", "-->", "<https://p.fr>", "&amp;",
    "&#65;q",
    "\\", "\\r", "s\\", "#t", "{{u}}", "12", "3.", "1)", "—", "« v »", "w:", ":", ";", "?", ".",
    "x,", "|", "~~~",
    "---", "===", "<<<<<<<", ">>>>>>>", "=======", ">", "+", "\u{A0}", "\t", "\u{202F}", "→", "->",
    "œuf", "é",
    "À PRÉCISER", "canevas-ignore", "```", "_ _ _", "* * *", "\u{0}", "\u{7}", "\u{AD}", "🐑",
    "http://y.z",
  ]
  private static let openings = [
    "", "", "", "", "• ", "•", "- ", "– ", "* ", "o ", "▪ ", "1. ", "2) ", "12. ", "## ", "##",
    "# ", "> ", "    ",
    "\t", "+ ", "=== ", "--- ",
  ]
  private static let lines = [
    "", "", "", "CIBLES CLIENTS", "Cibles clients :", "## Enjeux/Solution", "CIBLE CLIENT",
    "Partenaires :",
    "ENJEUX /", "SOLUTION", "INDICATEURS DE RENTABILITÉ DU", "BUSINESS", "System map", "Leviers",
    "OBSTACLES :", "Effets", "À classer", "Statut : idée", "Statut : bof", "Thème : eau",
    "Date : hier",
    "Date : mai 2014", "Modèle : business model canvas", "Titre : Un moulin", "UN TITRE INCONNU",
    "Déroulé", "SEGMENTS CLIENTS", "\u{C}", "12", "---", "***", "```", "<div>",
    "DIFFUSION : au marché",
  ]

  private static func notes(_ random: inout SplitMix) -> String {
    let lineEnd = ["\n", "\n", "\r\n", "\r", "\n\n"].randomElement(using: &random)!
    var text = ""
    for _ in 0..<Int.random(in: 1...14, using: &random) {
      if Int.random(in: 0..<3, using: &random) == 0 {
        text += lines.randomElement(using: &random)!
      } else {
        text += openings.randomElement(using: &random)!
        for _ in 0..<Int.random(in: 1...14, using: &random) {
          text += pieces.randomElement(using: &random)!
          text += Int.random(in: 0..<6, using: &random) == 0 ? "" : " "
        }
      }
      text += lineEnd
    }
    return text
  }

  @Test(arguments: 0..<20)
  func noWordIsLost(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    for _ in 0..<40 {
      let kind =
        [.canvas, .canvas, .workshop, .actor, .experiment, .guidePage]
        .randomElement(using: &random)! as Kind
      let notes = Self.notes(&random)
      let draft = Transcription(Array(notes.utf8), kind: kind)
      let read = try ReadDocument(Array(draft.text.utf8), at: kind.folder + "/notes.md")
      let text = seen(of: draft, read)
      let found = Set(words(of: text))
      // Halves of words are put together.
      let whole = folded(text)
      for word in words(of: notes) where !found.contains(word) {
        #expect(whole.contains(word), "\(word) of \(notes.debugDescription)")
      }
      #expect(read.errors.isEmpty, "\(notes.debugDescription)")
      #expect(formattingEdits(of: read.document).isEmpty, "\(notes.debugDescription)")
    }
  }

  /// Without headings and bullets all words are there, as often and in the same order.
  @Test(arguments: 0..<20)
  func whatHasNoPlaceKeepsItsOrder(seed: UInt64) throws {
    let pieces = Self.pieces.filter { piece in !piece.contains(":") && !piece.contains("\u{AD}") }
    var random = SplitMix(state: seed)
    for _ in 0..<50 {
      let notes = (0..<Int.random(in: 1...200, using: &random)).map { _ in
        pieces.randomElement(using: &random)!
          + (Int.random(in: 0..<9, using: &random) == 0 ? "\n" : " ")
      }.joined()
      let draft = Transcription(Array(("Mots\n\n" + notes).utf8), kind: .guidePage)
      let read = try ReadDocument(Array(draft.text.utf8), at: "canvases/guide/notes.md")
      #expect(words(of: read.texts.joined(separator: "\n")) == ["mots"] + words(of: notes))
    }
  }

  @Test(arguments: 0..<20)
  func anyBytesMakeADraft(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let undefined: Set<UInt8> = [0x81, 0x8D, 0x8F, 0x90, 0x9D]
    for _ in 0..<20 {
      let bytes = (0..<Int.random(in: 1...3000, using: &random))
        .map { _ in UInt8.random(in: 0...255, using: &random) }.filter { !undefined.contains($0) }
      let draft = Transcription(bytes)
      let read = try ReadDocument(Array(draft.text.utf8), at: "canvases/fiches/notes.md")
      let text = folded(seen(of: draft, read))
      let notes = String(bytes: bytes, encoding: .windowsCP1252) ?? ""
      for word in words(of: notes) { #expect(text.contains(word), "\(word)") }
      #expect(read.errors.isEmpty)
    }
  }

  /// Shapes that tempt a reader to look back or ahead at every step.
  @Test(arguments: [
    "a", "mot ", "mot\n", "• mot\n", "• ", "\n", "&", "&a", "*", "_", "[", "](", "`", "\\", "<",
    "#", "#\n", "1. ",
    "Statut : idée\n", "Cibles clients\n", "ENJEUX /\n",
    "un long début de ligne qui se coupe ain-\nsi ",
    "\u{C}12\n", "é\u{301}\u{301}", "UN TITRE INCONNU\n\n", "a : ", "- a\n  - b\n", "**a", "(a : ",
  ])
  func theTimeGrowsWithTheLength(piece: String) {
    func time(_ length: Int) -> Double {
      let notes = Array(String(repeating: piece, count: length / piece.utf8.count).utf8)
      let start = processorTime()
      #expect(!Transcription(notes).text.isEmpty)
      return processorTime() - start
    }
    #expect(time(48_000) < 10 * time(12_000) + 0.1)
  }

  /// How long this thread has been at work, in seconds.
  private func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

import CanevasReview
import CanevasSource
import CanevasTestSupport
import Testing

/// Which words of a text are told as changed.
@Suite struct WordDifferenceTests {
  static let cases: [(old: String, new: String, told: String)] = [
    ("idée", "retenue", "[-idée-]{+retenue+}"),
    ("un pain bio", "un pain frais", "un pain [-bio-]{+frais+}"),
    ("a b", "a", "a[- b-]"),
    ("les vélos", "les beaux vélos", "les {+beaux +}vélos"),
    ("vélos et paniers", "vélos", "vélos[- et paniers-]"),
    // A small word between two changes is part of them.
    (
      "prix du lait à la ferme", "prix du pain à la ville",
      "prix du [-lait à la ferme-]{+pain à la ville+}"
    ),
    (
      "on vend le lait de vache cru ici", "on vend le lait de chèvre chaud ici",
      "on vend le lait de [-vache cru-]{+chèvre chaud+} ici"
    ),
    (
      "Les meubles de chêne, anciens, sont vendus au marché",
      "Les meubles de pin, neufs, sont vendus au marché",
      "Les meubles de [-chêne, anciens-]{+pin, neufs+}, sont vendus au marché"
    ),
    // Where little is kept, all of it is new.
    (
      "Des casiers dans les gares de Bruxelles", "Un vélo pour les livraisons du matin",
      "[-Des casiers dans les gares de Bruxelles-]{+Un vélo pour les livraisons du matin+}"
    ),
    // Numbers are words, whatever stands in them.
    ("de 1 500 € par an", "de 2 k€ par an", "de [-1 500 €-]{+2 k€+} par an"),
    ("15–20 % net", "20–25 % net", "[-15–20-]{+20–25+} % net"),
    ("0,80 € le km", "0,90 € le km", "[-0,80-]{+0,90+} € le km"),
    ("l'eau douce", "l'eau salée", "l'eau [-douce-]{+salée+}"),
    ("", "mot", "{+mot+}"),
    ("même  texte", "même texte", ""),
  ]

  @Test(arguments: cases) func isTold(_ example: (old: String, new: String, told: String)) {
    let told = textRuns(from: example.old, to: example.new).map { run in
      switch run.kind {
      case .kept: run.text
      case .removed: "[-\(run.text)-]"
      case .added: "{+\(run.text)+}"
      }
    }
    #expect(told.joined() == example.told)
  }

  /// Whatever two texts are: the runs make up both of them.
  @Test(arguments: 0..<20) func makesUpBothTexts(_ seed: UInt64) {
    var numbers = SplitMix(state: seed)
    let words = ["le", "pain", "de", "1", "500", "€", ",", "l'", "eau", "–", "20", "%", "."]
    func text() -> String {
      (0..<Int.random(in: 0...9, using: &numbers)).map { _ in
        words.randomElement(using: &numbers)! + (Bool.random(using: &numbers) ? " " : "")
      }.joined()
    }
    for _ in 0..<300 {
      let (old, new) = (text(), text())
      let runs = textRuns(from: old, to: new)
      guard !runs.isEmpty else { continue }
      let before = runs.filter { $0.kind != .added }.map(\.text).joined()
      let after = runs.filter { $0.kind != .removed }.map(\.text).joined()
      #expect(before.trimmed == old.trimmed, "\(runs)")
      #expect(after.trimmed == new.trimmed, "\(runs)")
    }
  }
}

extension String {
  /// The text without white space at its ends.
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}

import CanevasReport
import CanevasSource
import CanevasTestSupport
import Testing

/// What a person who cannot run the program is told to paste.
@Suite struct MendedLineTests {
  /// A document, what an edit puts between its marks, and what is said of its lines.
  static let cases: [(document: String, replacement: String, told: [String])] = [
    ("un\n⟦deux⟧\ntrois\n", "DEUX", ["Remplacer la ligne 2 par :", "DEUX"]),
    ("un\r\n⟦deux⟧\r\ntrois\r\n", "DEUX", ["Remplacer la ligne 2 par :", "DEUX"]),
    ("un\n⟦deux\n⟧trois\n", "", ["Supprimer la ligne 2."]),
    ("un\n⟦deux\ntrois⟧\n", "x", ["Remplacer les lignes 2 à 3 par :", "x"]),
    ("un⟦\n⟧deux\ntrois\n", " ", ["Remplacer les lignes 1 à 2 par :", "un deux"]),
    ("un\n⟦⟧deux\n", "avant\n\n", ["Remplacer la ligne 2 par :", "avant", "", "deux"]),
    ("un\ndeux\n⟦⟧", "fin\n", ["À la fin du document, ajouter :", "fin"]),
    ("un\n⟦⟧", "```\n", ["À la fin du document, ajouter :", "```"]),
    ("un\nde⟦ux⟧", "", ["Remplacer la ligne 2 par :", "de"]),
    (
      "⟦un⟧\ndeux\n\nquatre\n⟦cinq⟧\n", "x",
      ["Remplacer la ligne 1 par :", "x", "Remplacer la ligne 5 par :", "x"]
    ),
    ("⟦un⟧\n⟦deux⟧\n", "x", ["Remplacer les lignes 1 à 2 par :", "x", "x"]),
  ]

  @Test(arguments: cases)
  func tellsWhatToPaste(_ example: (document: String, replacement: String, told: [String])) {
    let marked = MarkedText(example.document)
    let file = SourceFile(path: "canvases/fiches/essai.md", text: marked.text)
    let fix = Fix(
      Bilingual("essayer", "try"), .safe,
      marked.ranges.map { TextEdit($0, example.replacement) })
    let sample = Sample(
      "mended", [file],
      [
        Diagnostic(
          code: "essai", severity: .error, message: Bilingual("essai", "trial"),
          location: Location(path: file.path, range: marked.ranges[0]), fixes: [fix])
      ])
    let lines = String(decoding: ReportFormat.markdown.report(on: sample.input()), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let start = lines.firstIndex { $0 == "correctif sûr : essayer" } ?? 0
    // Without the fences and the empty lines around them.
    var told: [Substring] = []
    var fence: Substring?
    for line in lines[(start + 1)...].prefix(while: { $0 != "</details>" }) {
      if let open = fence {
        if line == open { fence = nil } else { told.append(line) }
      } else if line.hasPrefix("```") {
        fence = line.prefix { $0 == "`" }
      } else if !line.isEmpty {
        told.append(line)
      }
    }
    #expect(told == example.told.map { $0[...] })
  }
}

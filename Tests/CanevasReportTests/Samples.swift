import CanevasReport
import CanevasSource
import CanevasTestSupport

/// A small catalogue, and findings about it that show what reports have to show.
struct Sample: Sendable {
  /// The golden file's name, without its ending.
  let name: String
  let files: [SourceFile]
  let diagnostics: [Diagnostic]

  init(_ name: String, _ files: [SourceFile], _ diagnostics: [Diagnostic]) {
    self.name = name
    self.files = files
    self.diagnostics = diagnostics
  }

  func input(_ language: MessageLanguage = .french, showsInfos: Bool = true) -> ReportInput {
    let diagnostics = diagnostics.sorted()
    let file = { (path: String) in files.first { $0.path == path } }
    return ReportInput(
      diagnostics, Fingerprints(diagnostics, file: file),
      in: ReportedCatalogue(
        documents: files.map(\.path), folder: "notre catalogue/",
        section: { $0.range.lowerBound > 60 ? "ENJEUX / SOLUTION" : nil }, file: file),
      by: ReportingTool(
        version: "1.2.3", rules: [Self.rule],
        address: { $0 == Self.rule.code ? "https://canevas.example/guide/\($0).html" : nil }),
      language: language, showsInfos: showsInfos)
  }

  /// One file with marked ranges, and a finding for each of them.
  static func marked(
    _ name: String, _ marked: String, label: Bilingual? = Bilingual("ici", "here")
  ) -> Sample {
    let text = MarkedText(marked)
    let file = SourceFile(path: "canvases/fiches/essai.md", text: text.text)
    return Sample(
      name, [file],
      text.ranges.map { range in
        Diagnostic(
          code: "essai", severity: .warning, message: Bilingual("essai", "trial"),
          location: Location(path: file.path, range: range), label: label)
      })
  }

  /// What one of the rules says of itself.
  static let rule = RuleDocumentation(
    "section-inconnue", .error,
    summary: Bilingual(
      "Un titre de section que le format n'a pas", "A heading unknown to the format"),
    reason: Bilingual(
      "Sous un titre inconnu, [rien] n'est *lu* : {ni} <ici>.",
      "Nothing is *read* under an [unknown] heading: {nor} <here>."),
    remedy: Bilingual("Reprendre un titre du format.", "Take one of the format's headings."),
    examples: [
      .init(bad: "# A\n\n## ⟦CIBLE CLIENT⟧\n", good: "# A\n\n## CIBLES CLIENTS\n\n```\n")
    ])

  static let all = [typical, widths, longLines, severalLines, sameLine, controls, places, nothing]

  /// What most findings look like: a near miss, a place in the same file, one in another file.
  static let typical: Sample = {
    let canvas = MarkedText(
      """
      # Angel Me

      - Thème : [Services](../themes/⟦servces.md⟧)

      ## ENJEUX / SOLUTION

      ## ⟦CIBLE CLIENT⟧

      - Des familles

      ## ⟦CIBLES CLIENTS⟧
      ## ⟦CIBLES CLIENTS⟧

      """)
    let theme = MarkedText("# ⟦Services⟧ collaboratifs\n")
    let file = SourceFile(path: "canvases/fiches/angel-me.md", text: canvas.text)
    let other = SourceFile(path: "canvases/themes/services.md", text: theme.text)
    func place(_ number: Int) -> Location {
      Location(path: file.path, range: canvas.ranges[number])
    }
    return Sample(
      "typical", [file, other],
      [
        Diagnostic(
          code: "section-inconnue", severity: .error,
          message: Bilingual(
            "titre de section inconnu « CIBLE CLIENT »",
            "unknown section heading « CIBLE CLIENT »"),
          location: place(1),
          label: Bilingual(
            "ce titre ne figure pas parmi ceux d'une fiche",
            "this heading is not one of a canvas's"),
          help: Bilingual(
            "vouliez-vous dire « CIBLES CLIENTS » ?", "did you mean « CIBLES CLIENTS »?"),
          fixes: [
            Fix(
              Bilingual("remplacer par « CIBLES CLIENTS »", "replace by « CIBLES CLIENTS »"), .safe,
              [TextEdit(canvas.ranges[1], "CIBLES CLIENTS")])
          ]),
        Diagnostic(
          code: "section-en-double", severity: .error,
          message: Bilingual(
            "section « CIBLES CLIENTS » présente deux fois",
            "section « CIBLES CLIENTS » present twice"),
          location: place(3),
          related: [
            .init(place(2), Bilingual("la première est ici", "the first one is here")),
            .init(place(1), Bilingual("celle-ci y ressemble", "this one resembles it")),
          ],
          help: Bilingual("réunir les deux sections", "join the two sections")),
        Diagnostic(
          code: "document-introuvable", severity: .warning,
          message: Bilingual("document « servces » introuvable", "document « servces » not found"),
          location: place(0),
          related: [
            .init(
              Location(path: other.path, range: theme.ranges[0]),
              Bilingual("le plus proche", "the nearest one"))
          ],
          fixes: [
            Fix(
              Bilingual("écrire « services.md »", "write « services.md »"), .review,
              [TextEdit(canvas.ranges[0], "services.md")])
          ]),
        Diagnostic(
          code: "theme-sans-fiche", severity: .info,
          message: Bilingual("thème sans fiche", "theme without a canvas"),
          location: Location(path: other.path, range: theme.ranges[0])),
      ])
  }()

  /// Wide characters and emoji take two columns, accents typed as marks none, tabs up to four.
  static let widths = marked(
    "widths",
    """
    日本⟦の⟧店 ⟦x⟧
    Intégre\u{301}⟦nov⟧ e\u{301}t\u{301} ⟦x⟧
    🍞 un ⟦🥖 pain⟧ et ⟦x⟧
    \tune ⟦tab⟧,\tet\t⟦x⟧
    a⟦\t⟧b
    """)

  /// Lines longer than the terminal is wide are cut around what is marked.
  static let longLines = marked(
    "long-lines",
    """
    ⟦Au début⟧ d'une ligne qui va bien au-delà du bord et que l'on ne veut pas voir se replier.
    Une ligne qui va bien au-delà du bord avant que l'on ne trouve ⟦au milieu⟧ ce qui y est marqué.
    Une ligne qui va bien au-delà du bord avant que l'on ne trouve ce qui y est marqué⟦.⟧
    Une ligne qui va bien au-delà du bord avant que l'on ne trouve ce qui manque à sa fin⟦⟧
    Une ligne ⟦dont la marque elle-même va bien plus loin que le bord de cet étroit terminal⟧ ici.
    日本日本日本日本日本日本日本日本日本日本日本日本日本日⟦本⟧日本日本日本日本日本日本日本日本
    """)

  /// Of a range over several lines the first and the last one are shown.
  static let severalLines = marked(
    "several-lines",
    """
    # ⟦Un
    titre⟧

    - ⟦une
      liste

      longue
    ⟧
    un ⟦saut
    ⟧et la fin⟦⟧
    """)

  /// Places in one line share its quotation, unless the line is so long that it is cut.
  static let sameLine: Sample = {
    let text = MarkedText(
      """
      - ⟦Statut⟧ : idée ; ⟦Statut⟧ : retenue
      - ⟦Thème⟧ : une ligne qui va bien au-delà du bord de ce terminal étroit ; ⟦Thème⟧ : aucun

      """)
    let file = SourceFile(path: "canvases/fiches/essai.md", text: text.text)
    return Sample(
      "same-line", [file],
      [0, 2].map { first in
        Diagnostic(
          code: "cle-en-double", severity: .error,
          message: Bilingual("clé présente deux fois", "key present twice"),
          location: Location(path: file.path, range: text.ranges[first + 1]),
          label: Bilingual("celle-ci est de trop", "this one is too much"),
          related: [
            .init(
              Location(path: file.path, range: text.ranges[first]),
              Bilingual("la première", "the first one"))
          ])
      })
  }()

  /// Nothing in a source or in a message can steer the terminal.
  static let controls: Sample = {
    let bytes = Array("un \u{1B}[31mrouge\u{7}, \u{202E}tourné\u{9B}, ".utf8) + [0xFF, 0xC3, 0x0A]
    let file = SourceFile(path: "canvases/fiches/sou\u{1B}s.md", bytes: bytes)
    return Sample(
      "controls", [file],
      [
        Diagnostic(
          code: "pas-en-utf-8", severity: .error,
          message: Bilingual("octets illisibles « \u{1B}[2J »", "unreadable bytes « \u{1B}[2J »"),
          location: Location(path: file.path, range: ByteRange(bytes.count - 3, bytes.count - 1)),
          label: Bilingual("deux\nlignes", "two\nlines"))
      ])
  }()

  /// Places at the edges: an empty file, one that could not be read, the end of a file.
  static let places: Sample = {
    func finding(_ path: String, _ range: ByteRange) -> Diagnostic {
      Diagnostic(
        code: "sans-titre", severity: .error, message: Bilingual("pas de titre", "no title"),
        location: Location(path: path, range: range),
        help: Bilingual("ouvrir le document par « # Titre »", "open the document with « # Title »"))
    }
    return Sample(
      "places",
      [
        SourceFile(path: "canvases/fiches/b-vide.md", text: ""),
        SourceFile(path: "canvases/fiches/c-fin.md", text: "une ligne\r\n"),
        SourceFile(path: "canvases/fiches/d-debut.md", text: "\nune ligne\r\n"),
      ],
      [
        finding("canvases/fiches/a-illisible.md", ByteRange(at: 0)),
        finding("canvases/fiches/b-vide.md", ByteRange(at: 0)),
        finding("canvases/fiches/c-fin.md", ByteRange(at: 11)),
        finding("canvases/fiches/d-debut.md", ByteRange(at: 0)),
      ])
  }()

  static let nothing = Sample("nothing", [], [])
}

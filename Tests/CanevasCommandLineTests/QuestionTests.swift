import CanevasCommandLine
import CanevasSource
import CanevasTestSupport
import Foundation
import Testing
import canevas

/// What `list`, `show`, `graph` and `stats` answer: about a small catalogue that has something of
/// everything, an error, a draft and wide characters; and about the project's own.
@Suite struct QuestionTests {
  private static let small = fixturesFolder + "/query"
  private static let own = fixturesFolder + "/../.."

  /// Asks about a catalogue, on a terminal where a width is given.
  private static func ask(
    _ line: String, of root: String = small, width: Int? = nil
  ) -> Recording {
    Program.canevas.record(
      words(line) + ["-C", root], ["LANG": "fr_BE", "NO_COLOR": "1"],
      isTerminal: width != nil, width: width)
  }

  // MARK: What is written

  static let answers: [(line: String, width: Int?, golden: String)] = [
    ("list --drafts", nil, "list.txt"),
    ("list --drafts", 120, "list-120.txt"),
    ("list --drafts", 80, "list-80.txt"),
    ("list --drafts", 40, "list-40.txt"),
    ("list --lang en --kind canvas", 80, "list-canvases.en.txt"),
    ("list --kind fiche --format csv", nil, "list-canvases.csv"),
    ("list --kind acteurs --format csv", nil, "list-actors.csv"),
    ("list --theme eau --format csv --lang en", nil, "list-mixed.en.csv"),
    ("show jardin", nil, "show-canvas.txt"),
    ("show jardin --lang en", 60, "show-canvas-60.en.txt"),
    ("show ferme", 60, "show-actor-60.txt"),
    ("show moulin", 40, "show-draft-40.txt"),
    ("show ville", 80, "show-theme-80.txt"),
    ("show catalogue", 80, "show-sheet-80.txt"),
    ("graph", nil, "graph.dot"),
    ("graph --flows --lang en", nil, "graph-flows.en.dot"),
    ("graph --format mermaid --flows", nil, "graph-flows.mermaid"),
    ("graph --format json --flows --around ferme", nil, "graph-flows-around.json"),
    ("graph --format mermaid --around toits --depth 2", nil, "graph-around-2.mermaid"),
    ("stats", nil, "stats.txt"),
    ("stats --lang en --drafts", 40, "stats-40.en.txt"),
    ("stats --format json", nil, "stats.json"),
  ]

  @Test(arguments: answers)
  func isAsItWasRead(line: String, width: Int?, golden: String) {
    let recording = Self.ask(line, width: width)
    #expect(recording.status == .success)
    let isEnglish = line.contains("--lang en")
    #expect(
      recording.error
        == (isEnglish
          ? "canevas: 1 error in the catalogue; “canevas check” tells more\n"
          : "canevas: 1 erreur dans le catalogue ; « canevas check » en dit plus\n"))
    // A byte-order mark is lost when a golden file is read.
    let text = recording.output.unicodeScalars.drop { $0 == "\u{FEFF}" }
    expectGolden(String(String.UnicodeScalarView(text)), at: "query/answers/" + golden)
  }

  @Test(arguments: [20, 40, 60, 80, 120])
  func linesFitTheTerminal(width: Int) {
    for line in ["list --drafts", "show jardin", "show fiche/marche", "stats"] {
      for root in [Self.small, Self.own] {
        let lines = Self.ask(line, of: root, width: width).output.split(separator: "\n")
        for line in lines where line.contains(" ") {
          #expect(columns(of: String(line)) <= max(width, 40), "\(line)")
          #expect(!line.hasSuffix(" "), "\(line)")
        }
      }
    }
  }

  @Test func nothingSteersTheTerminal() {
    for line in ["list --drafts", "show moulin", "graph --drafts", "stats --drafts"] {
      for width in [nil, 80] {
        let output = Self.ask(line, width: width).output
        #expect(!output.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" }, "\(line)")
      }
    }
  }

  @Test func headingsAreBoldWhereColoursAreShown() {
    let recording = Program.canevas.record(
      ["list", "--kind", "theme", "-C", Self.small], isTerminal: true, width: 80)
    #expect(recording.output.hasPrefix("\u{1B}[1mTitre\u{1B}[0m"))
  }

  // MARK: Filters

  @Test(arguments: [
    ("--kind fiche", ["Jardin partagé", "Pesage & mesures", "東京の市場 – marché flottant"]),
    ("--kind Thème", ["Ville", "Eau"]),
    ("--kind workshop", ["Atelier de printemps"]),
    ("--theme VILLE", ["Jardin partagé", "Toits de Gand", "Atelier de printemps"]),
    ("--theme ville --kind cas", ["Toits de Gand"]),
    ("--theme eau --status idee", ["東京の市場 – marché flottant"]),
    ("--status archivée", ["Pesage & mesures"]),
    ("--actor coop-du-pont", ["Jardin partagé"]),
    ("--actor ferme --mechanism vente --theme eau --status experimentation", ["Jardin partagé"]),
    ("--mechanism VENTE", ["Jardin partagé", "東京の市場 – marché flottant"]),
    ("--mechanism prestation --theme eau", ["Jardin partagé"]),
    ("--mechanism sale --status idea --lang en", ["東京の市場 – marché flottant"]),
    ("--actor marche --status archivée", []),
  ])
  func filtersCombine(line: String, expected: [String]) throws {
    let output = Self.ask("list --format json " + line).output
    let data = try #require(
      JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    let documents = try #require(data["documents"] as? [[String: Any]])
    #expect(documents.compactMap { $0["title"] as? String } == expected)
  }

  @Test func nothingFoundIsSaid() {
    let recording = Self.ask("list --status lancée", of: Self.own)
    #expect(
      recording
        == Recording(
          status: .success, error: "canevas: aucun document ne répond à ces filtres\n"))
  }

  @Test func csvHasTheRowsOfTheTable() {
    let rows = Self.ask("list --kind fiche --format csv", of: Self.own).output
      .components(separatedBy: "\r\n")
    #expect(rows.count == 17 + 2)
    let cells = rows.dropLast().map { $0.split(separator: ";", omittingEmptySubsequences: false) }
    #expect(rows.contains { $0.hasPrefix("Angel Me;") } && cells[0].count == 10)
  }

  // MARK: Names

  @Test(arguments: [
    ("jardin", "Jardin partagé"), ("Jardin-Partage", "Jardin partagé"),
    ("fiche/marche", "東京の市場 – marché flottant"), ("acteurs/marche", "Marché couvert"),
    ("canvases/acteurs/marche.md", "Marché couvert"), ("coop-du-pont", "La Ferme du Pont"),
    ("ferme-du-pont", "La Ferme du Pont"), ("marche-couvert", "Marché couvert"),
    ("moulin", "Moulin ␛[31mrouge\u{FFFD}"),
  ])
  func aDocumentHasManyNames(name: String, title: String) {
    #expect(Self.ask("show \(name)").output.hasPrefix(title + "\n"), "\(name)")
  }

  @Test(arguments: [
    (
      "show jardn",
      "nom inconnu « jardn » (NAME) ; vouliez-vous dire « jardin » ? Voir « canevas help show »."
    ),
    ("show zzz", "nom inconnu « zzz » (NAME). Voir « canevas help show »."),
    (
      "show marche",
      "plusieurs documents s'appellent « marche » (NAME) ; vouliez-vous dire « fiche/marche » ou "
        + "« acteur/marche » ? Voir « canevas help show »."
    ),
    ("show", "argument manquant (NAME). Voir « canevas help show »."),
    (
      "list --kind fich",
      "valeur inconnue « fich » de l'option « --kind » (fiche|theme|acteur|cas|action|diagnostic|"
        + "atelier|essai|guide|source) ; vouliez-vous dire « fiche » ? Voir « canevas help list »."
    ),
    (
      "list --theme vile",
      "nom inconnu « vile » (--theme) ; vouliez-vous dire « ville » ? Voir « canevas help list »."
    ),
    ("list --actor jardin", "nom inconnu « jardin » (--actor). Voir « canevas help list »."),
    (
      "list --status ide --lang en",
      "unknown value “ide” of option “--status” (idea|chosen|being tested|launched|archived); did "
        + "you mean “idea”? See “canevas help list”."
    ),
    (
      "graph --around frme",
      "nom inconnu « frme » (--around) ; vouliez-vous dire « ferme » ? Voir « canevas help graph »."
    ),
    (
      "graph --depth 2",
      "l'option « --depth » demande aussi « --around ». Voir « canevas help graph »."
    ),
    (
      "graph --around ferme --depth 0",
      "valeur inconnue « 0 » de l'option « --depth » (1|2|…). Voir « canevas help graph »."
    ),
  ])
  func unknownNamesAreRefused(line: String, expected: String) {
    #expect(Self.ask(line) == Recording(status: .unusable, error: "canevas: \(expected)\n"))
  }

  @Test(arguments: ["list", "show jardin", "graph", "stats"])
  func withoutACatalogueThereIsNoAnswer(line: String) {
    let recording = Self.ask(line, of: "/")
    #expect(recording.status == .unusable && recording.output.isEmpty)
    #expect(recording.error.hasPrefix("canevas: aucun catalogue"))
  }

  // MARK: The project's own catalogue

  @Test func graphsLeadFromNodeToNode() throws {
    for option in ["", " --flows", " --around lamilo", " --flows --around bpost --depth 3"] {
      let output = Self.ask("graph --format json" + option, of: Self.own).output
      let graph = try JSONDecoder().decode(Graph.self, from: Data(output.utf8))
      let ids = graph.nodes.map(\.id)
      #expect(Set(ids).count == ids.count && graph.version == 1)
      #expect(graph.edges.allSatisfy { ids.contains($0.from) && ids.contains($0.to) })
      if !option.contains("--around") { #expect(graph.edges.count > 100) }
    }
  }

  private struct Graph: Decodable {
    struct Node: Decodable { let id: String }
    struct Edge: Decodable {
      let from: String
      let to: String
    }

    let version: Int
    let nodes: [Node]
    let edges: [Edge]
  }

  /// Every line of DOT is a statement of the form that Graphviz reads; strings are closed.
  @Test(arguments: ["graph", "graph --flows"])
  func dotIsWellFormed(line: String) {
    let string = /"(?:[^"\\\n]|\\.)*"/
    for root in [Self.small, Self.own] {
      let lines = Self.ask(line, of: root).output.split(separator: "\n")
      #expect(lines.first == "digraph canevas {" && lines.last == "}")
      let statement = #/\s\s(rankdir=LR|(S|S -> S|node|edge) \[\w+=\w+(, \w+=\w+)*\])/#
      for line in lines.dropFirst().dropLast() {
        let bare = line.replacing(string, with: "S")
        #expect(bare.wholeMatch(of: statement) != nil, "\(line)")
      }
    }
  }

  @Test func statisticsCountWhatTheMethodsSourceHolds() throws {
    let output = Self.ask("stats --format json", of: Self.own).output
    let statistics = try JSONDecoder().decode(Statistics.self, from: Data(output.utf8))
    #expect(statistics.documents.first { $0.kind == "canvas" }?.count == 17)
    #expect(statistics.themes.count == 6)
    #expect(statistics.statuses.reduce(0) { $0 + $1.canvases } == 17)
    #expect(statistics.severities["error"] == 0)
    #expect(statistics.chain.map(\.kind).first == "diagnosis")
    #expect(statistics.chain.allSatisfy { $0.linked <= $0.count })
  }

  private struct Statistics: Decodable {
    struct Documents: Decodable {
      let kind: String
      let count: Int
    }
    struct Theme: Decodable { let slug: String }
    struct Status: Decodable { let canvases: Int }
    struct Link: Decodable {
      let kind: String
      let count: Int
      let linked: Int
    }

    let documents: [Documents]
    let themes: [Theme]
    let statuses: [Status]
    let severities: [String: Int]
    let chain: [Link]
  }
}

@Suite struct OutputWidthTests {
  @Test(
    arguments: [
      (false, nil, [:], nil), (false, 100, ["COLUMNS": "60"], nil), (true, 100, [:], 100),
      (true, 100, ["COLUMNS": "60"], 60), (true, nil, [:], 80), (true, 90, ["COLUMNS": "x"], 90),
      (true, 90, ["COLUMNS": "0"], 90),
    ] as [(Bool, Int?, [String: String], Int?)])
  func isThatOfTheTerminal(
    isTerminal: Bool, width: Int?, variables: [String: String], expected: Int?
  ) {
    let environment = Environment(
      variable: { variables[$0] }, outputIsTerminal: isTerminal, terminalWidth: width,
      write: { _, _ in })
    #expect(environment.outputWidth == expected)
  }
}

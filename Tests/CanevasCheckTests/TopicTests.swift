import CanevasCheck
import CanevasModel
import CanevasSource
import Testing

/// What is said of headings and keys agrees with how documents are read.
@Suite struct TopicTests {
  static let keys = Kind.allCases.flatMap { kind in kind.keys.map { (kind, $0) } }

  /// The codes of what is found when a key of a document holds `value`.
  static func codes(_ kind: Kind, _ key: MetadataKey, _ value: String) -> Set<String> {
    let path = kind == .catalogue ? "canvases/catalogue.md" : "\(kind.folder)/exemple.md"
    let text = "# Exemple\n\n- \(key.rawValue) : \(value)\n"
    return Set(check(catalogue([path: text])).map(\.code))
  }

  @Test(arguments: keys) func theShapeOfAKeyIsWhatItIsReadAs(_ kind: Kind, _ key: MetadataKey) {
    let readings: Set = ["valeur-inconnue", "date-illisible", "duree-illisible"]
    let found = Self.codes(kind, key, "xyzzy").intersection(readings)
    switch key.shape(in: kind) {
    case .words(let words):
      #expect(found == ["valeur-inconnue"])
      for word in words { #expect(!Self.codes(kind, key, word).contains("valeur-inconnue")) }
    case .date: #expect(found == ["date-illisible"])
    case .duration: #expect(found == ["duree-illisible"])
    case .free: #expect(found == [])
    }
  }

  /// A document of a kind without its needed headings and keys is told so.
  @Test(arguments: Topic.all) func whatIsNeededIsMissed(_ topic: Topic) {
    for use in topic.uses where use.kind != .canvas {
      let path = "\(use.kind.folder)/exemple.md"
      let findings = check(catalogue([path: "# Exemple\n\n- Ancien nom : autre\n"]))
      let missed = findings.contains {
        ["section-absente", "cle-absente"].contains($0.code)
          && $0.message.french.contains("« \(topic.name) »")
      }
      #expect(missed == (use.need == .always), "\(topic.name) in \(use.kind)")
    }
  }

  @Test(arguments: [("idée", false), ("retenue", true)])
  func whatACanvasNeedsDependsOnItsStatus(status: String, isChosen: Bool) {
    let text = "# Exemple\n\n- Statut : \(status)\n"
    let findings = check(catalogue(["canvases/fiches/exemple.md": text]))
    let missed = Set(findings.filter { $0.code == "section-absente" }.map(\.message.french))
    let needed = Topic.all.filter { topic in
      guard case .section = topic else { return false }
      return topic.uses.contains {
        $0.model == .circular && ($0.need == .always || isChosen && $0.need == .onceChosen)
      }
    }
    #expect(missed == Set(needed.map { "section absente « \($0.name) »" }))
  }

  @Test(arguments: [
    ("CIBLES CLIENTS", ["CIBLES CLIENTS"]), ("cibles-clients", ["CIBLES CLIENTS"]),
    ("cibles clients", ["CIBLES CLIENTS"]), ("evaluation", ["ÉVALUATION"]),
    (
      "Ressources locales / logique d’économie circulaire",
      ["RESSOURCES LOCALES / LOGIQUE D'ÉCONOMIE CIRCULAIRE"]
    ),
    ("statut", ["Statut"]), ("Section-Inconnue", ["section-inconnue"]), ("inconnu", []),
    ("", []),
  ])
  func aNameIsRecognisedHoweverItIsSpelt(name: String, expected: [String]) {
    let found = Explained(named: name)
    #expect(found.topics.map(\.name) + found.rules.map(\.code) == expected)
  }

  @Test(arguments: [
    ("cible client", "CIBLES CLIENTS"), ("statu", "Statut"),
    ("section-inconue", "section-inconnue"), ("enjeux", "ENJEUX / SOLUTION"),
  ])
  func anUnknownNameHasANearOne(name: String, expected: String) {
    #expect(Explained.nearest(to: name) == [expected])
  }

  /// What a rule's own words name has the rule among its own: a heading, or a key in guillemets.
  @Test(arguments: Rule.all) func aRuleIsToldWithWhatItNames(_ rule: Rule) {
    // Where the words send text to, and what is no slip of the section's own.
    let asides = [
      "ressource-partagee": "RECOMMANDATIONS / DISCUSSION", "section-inconnue": "À CLASSER",
    ]
    var words = rule.documentation.summary.french + " " + rule.documentation.remedy.french
    for topic in Topic.all.sorted(by: { $0.name.count > $1.name.count }) {
      let name = if case .section = topic { topic.name } else { "« \(topic.name) »" }
      guard words.contains(name), asides[rule.code] != topic.name else { continue }
      words = words.replacing(name, with: "")
      #expect(topic.rules.contains { $0.code == rule.code }, "\(topic.name)")
    }
  }

  /// Every example has lines to show, and those of the good form hold no marks.
  @Test(arguments: RuleExampleTests.cases)
  func anExampleHasExcerpts(_ example: RuleExampleTests.Case) throws {
    let rule = try #require(Rule.named(example.code))
    let run = RuleExample(example.example, of: rule)
    #expect(!run.findings.isEmpty)
    #expect(run.marked.lines.contains { $0.contains("⟦") })
    #expect(!run.mended.lines.isEmpty)
    #expect(!run.mended.lines.joined().contains("⟦"))
  }
}

import CanevasLink
import CanevasModel
import CanevasProject
import CanevasRender
import CanevasSource
import CanevasTestSupport
import Foundation
import Testing

/// Search and the alphabetical index of built sites, read as a browser reads them.
@Suite struct SearchTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    try folder.write("canvases/catalogue.md", "# Catalogue\n\n- Langue : fr\n")
  }

  private func build() throws -> PublishedSearch {
    let session = try Session(
      root: CatalogueRoot(nearestTo: folder.path, on: FileSystem()), on: FileSystem())
    let result = try session.build(.init(output: folder.path + "/site"))
    #expect(result.checked.diagnostics.filter { $0.severity == .error }.map(\.message.french) == [])
    return try PublishedSearch(folder.texts("site"))
  }

  private func writeActor(_ slug: String, _ title: String, _ more: String = "") throws {
    try folder.write(
      "canvases/acteurs/\(slug).md",
      "# \(title)\n\n- Type : réseau\n\(more)\n## PRÉSENTATION\n\nUn acteur.\n")
  }

  private func writeGuide(_ slug: String, _ title: String, _ text: String) throws {
    try folder.write("canvases/guide/\(slug).md", "# \(title)\n\n\(text)\n")
  }

  @Test func readsTextAsTheScriptDoes() throws {
    let path = fixturesFolder + "/search/analysis.txt"
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    let examples = lines.filter { !$0.hasPrefix("#") }.map { $0.components(separatedBy: " → ") }
    #expect(examples.count > 30)
    for example in examples {
      #expect(searchTerms(of: example[0]).joined(separator: " ") == example[1], "\(example[0])")
    }
  }

  @Test(arguments: [
    ("economie", "L'économie du lieu."), ("économies", "L'économie du lieu."),
    ("vélo", "Des vélos prêtés."), ("vélos", "Un vélo."), ("l'eau", "Il manque d'eau."),
    ("qu’eau", "L’EAU ?"),
    ("journal", "Les journaux."), ("COEUR", "Au cœur de la ville."),
  ])
  func findsAWordHoweverItIsWritten(query: String, text: String) throws {
    try writeGuide("a", "Guide", text)
    #expect(try build().pages(with: query).map(\.address) == ["guide/a.html"])
  }

  @Test func aTitleOutranksATaglineAnItemAndProse() throws {
    let text = String(repeating: "La ruche bourdonne. ", count: 20)
    try writeGuide("prose", "Guide", text)
    try writeGuide("items", "Liste", "Un début.\n\n- une ruche")
    try writeGuide("titre", "La ruche", "Rien d'autre.")
    try writeActor("aussi", "Maison des abeilles", "- Aussi : Ruche\n")
    try folder.write(
      "canvases/cas/accroche.md",
      "# Cas\n\nUne ruche\n\n- Lieu : Gand\n\n## SOLUTION\n\nUn cas.\n")
    let found = try build().pages(with: "ruches").sorted { $0.grade > $1.grade }
    #expect(
      found.map(\.address) == [
        "guide/titre.html", "acteurs/aussi.html", "cas/accroche.html", "guide/items.html",
        "guide/prose.html",
      ])
  }

  @Test func stopWordsAreFoundInTitlesAlone() throws {
    try writeGuide("a", "Les uns pour les autres", "Du texte avec des mots sans importance.")
    let search = try build()
    #expect(search.pages(with: "pour").map(\.address) == ["guide/a.html"])
    #expect(search.pages(with: "avec").isEmpty)
  }

  @Test func nothingUnpublishedIsFound() throws {
    try writeActor("secret", "Confidentiel", "- Brouillon : oui\n")
    try writeGuide("a", "Guide", "Visible. <!-- caché -->\n\n<!-- dissimulé -->\n")
    let search = try build()
    for word in ["confidentiel", "caché", "dissimulé"] {
      #expect(search.pages(with: word).isEmpty, "\(word)")
    }
    #expect(search.records.count == 1)
  }

  @Test func theContextIsTheTextInPiecesThatAreTypeset() throws {
    let long = String(repeating: "Une phrase assez longue pour la coupe. ", count: 30)
    try writeGuide("a", "L'eau", "Où ? Là : \"ici\" & <là-bas>.\n\n\(long)")
    let record = try #require(build().records.first)
    #expect(record[0...2] == ["Méthode", "L’eau", "guide/a.html"])
    let pieces = record[3].components(separatedBy: "\n")
    #expect(pieces[0] == "Où\u{202F}? Là\u{A0}: \"ici\" & <là-bas>.")
    #expect(pieces.allSatisfy { $0.utf8.count <= 250 })
    #expect(
      pieces.dropFirst().joined(separator: " ")
        == long.trimmingCharacters(in: .whitespaces))
  }

  /// However large the catalogue, shards stay small, and the table leads to every term.
  @Test func shardsSplitAndStayWithinTheirLimits() throws {
    var state: UInt64 = 7
    func word() -> String {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      // Most words share their opening, so that shards split more than once.
      return (state >> 60 > 3 ? "ca" : "") + String(state >> 24, radix: 36)
    }
    for number in 0..<60 {
      let text = (0..<300).map { _ in word() }.joined(separator: " ")
      try writeGuide("g\(number)", "Ca \(number)", text)
    }
    let search = try build()
    #expect(search.shards.keys.contains { $0.hasPrefix("mots-ca") })
    for (name, size) in search.sizes {
      let limit = name.hasPrefix("textes-") ? SearchIndex.limits.texts : SearchIndex.limits.words
      #expect(size <= limit + 64, "\(name): \(size)")
    }
    var seen: Set<String> = []
    for (prefix, terms) in search.words {
      #expect(search.prefixes.contains(prefix))
      for term in terms.keys {
        #expect(term.hasPrefix(prefix) && seen.insert(term).inserted, "\(term) in \(prefix)")
      }
    }
    #expect(search.words.count == search.prefixes.count)
    #expect(seen.count > 15_000)
    #expect(search.pages(with: "ca").count == 60)
  }

  @Test func everyDocumentOfTheCatalogueIsFoundByItsTitleAndStandsInTheIndex() throws {
    let session = try Session(
      root: CatalogueRoot(nearestTo: projectFolder, on: FileSystem()), on: FileSystem())
    let result = try session.build(.init(output: folder.path + "/site"))
    let site = folder.texts("site")
    let search = try PublishedSearch(site)
    let index = try #require(site["index-alphabetique.html"])
    for document in result.checked.catalogue.documents where document.id.kind != .catalogue {
      let address = document.id.address
      #expect(index.contains("<a href=\"\(address)\">"), "\(address)")
      for word in Set(document.title.split(whereSeparator: { !$0.isLetter && !$0.isNumber })) {
        let found = search.pages(with: String(word)).first { $0.address == address }
        #expect(found.map { $0.grade >= 20 } == true, "\(address) by « \(word) »")
      }
    }
  }

  /// Firefox holds a form to `form-action` and does not take files of one folder for `'self'`.
  @Test func theHomePagesFormMayLeadToSearchFromADisk() throws {
    _ = try build()
    let home = try #require(folder.texts("site")["index.html"])
    #expect(home.contains("form-action 'self' file:"))
    #expect(home.contains("action=\"recherche.html\""))
  }

  @Test func theIndexSortsAsFrenchDoesAndLeadsFromOtherNames() throws {
    try writeActor("a", "Éco-lieu")
    try writeActor("b", "L'Abeille", "- Aussi : Butineuse ; 3 Ruches\n")
    try writeActor("c", "Une école")
    try writeActor("d", "Des édifices")
    try writeActor("e", "Ωmega")
    try writeActor("f", "« Ébène »")
    _ = try build()
    let html = try #require(folder.texts("site")["index-alphabetique.html"])
    let lines = html.components(separatedBy: "</main>")[0].components(separatedBy: "\n")
    let shown = lines.drop { !$0.contains("<h2") }.filter {
      $0.contains("<h2") || $0.contains("<li>")
    }
    .map { $0.replacing(/<[^>]*>/, with: "") }
    #expect(
      shown == [
        "0–9", "3 Ruches → voir L’Abeille Acteur", "A", "L’Abeille Acteur", "B",
        "Butineuse → voir L’Abeille Acteur", "E", "«\u{A0}Ébène\u{A0}» Acteur", "Éco-lieu Acteur",
        "Une école Acteur", "Des édifices Acteur", "Autres", "Ωmega Acteur",
      ])
  }

  @Test func aLongIndexHasAPageALetterAndALongLetterSeveral() throws {
    for number in 0..<520 { try writeActor("m\(number)", "Maison \(1000 + number)") }
    try writeActor("z", "Zèbre")
    _ = try build()
    let site = folder.texts("site")
    func count(_ address: String) -> Int? {
      site[address]?.matches(of: /<a href="[.\/]*acteurs\/[mz]/).count
    }
    #expect(count("index-alphabetique.html") == 0)
    #expect(count("index-alphabetique/m.html") == 500)
    #expect(count("index-alphabetique/m/2.html") == 20)
    #expect(count("index-alphabetique/z.html") == 1)
    #expect(site["index-alphabetique.html"]?.contains("href=\"index-alphabetique/z.html\"") == true)
    let second = try #require(site["index-alphabetique/m/2.html"])
    #expect(second.contains("rel=\"prev\" href=\"../m.html\""))
    #expect(second.contains("href=\"../../acteurs/m519.html\"") && !second.contains("rel=\"next\""))
  }
}

/// The shards of a published site, read as its script reads them.
private struct PublishedSearch {
  private(set) var shards: [String: Any] = [:]
  private(set) var sizes: [String: Int] = [:]
  let prefixes: [String]
  /// The terms of each shard of words, by its prefix.
  let words: [String: [String: String]]
  /// The documents' records: kind, title, address, text.
  let records: [[String]]

  init(_ site: [String: String]) throws {
    for (address, script) in site where address.hasPrefix("recherche/") {
      let name = String(address.dropFirst("recherche/".count).dropLast(".js".count))
      let opening = "canevasShard(\"\(name)\","
      #expect(script.hasPrefix(opening) && script.hasSuffix(");\n"))
      let json = Data(script.utf8.dropFirst(opening.utf8.count).dropLast(3))
      shards[name] = try JSONSerialization.jsonObject(with: json)
      sizes[name] = script.utf8.count
    }
    let table = try #require(shards["table"] as? [String: Any])
    prefixes = try #require(table["prefixes"] as? [String])
    var words: [String: [String: String]] = [:]
    for (name, content) in shards where name.hasPrefix("mots-") {
      words[String(name.dropFirst(5))] = content as? [String: String]
    }
    self.words = words
    let texts = try #require(table["texts"] as? [Int])
    var records: [[String]] = []
    for first in texts {
      #expect(records.count == first)
      records += try #require(shards["textes-\(first)"] as? [[String]])
    }
    #expect(records.count == table["count"] as? Int)
    self.records = records
  }

  /// The pages that have a word, with how much it says there.
  func pages(with query: String) -> [(address: String, grade: Int)] {
    let terms = searchTerms(of: query)
    let term = terms.first { !stopWords.contains($0) } ?? terms[0]
    let lists = prefixes.filter { term.hasPrefix($0) }.compactMap { words[$0]?[term] }
    var place = -1
    return lists.first?.matches(of: /([0-9a-z]*)([A-Y])/).map { match in
      place += match.1.isEmpty ? 1 : Int(match.1, radix: 36)!
      return (records[place][2], Int(match.2.utf8.first! - UInt8(ascii: "A")))
    } ?? []
  }
}

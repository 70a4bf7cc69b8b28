import CanevasLink
import CanevasModel
import CanevasProject
import CanevasRender
import CanevasTestSupport
import Foundation
import FoundationXML
import Testing

/// The pictures: nothing in them collides, nothing is left out, and they are the same each time.
@Suite struct PictureTests {
  static let words = FlowWords(
    material: "matériel", information: "information", economic: "économique",
    optional: "optionnel")

  @Test(arguments: 1...200) func inASystemMapNothingCollides(_ seed: UInt64) {
    var chance = Chance(seed: seed)
    let map = SystemMap(randomFrom: &chance)
    #expect(faults(of: map) == [], "seed \(seed)")
  }

  @Test func inTheSystemMapsOfTheCatalogueNothingCollides() throws {
    let site = try catalogueSite()
    let maps = site.published(.canvas).compactMap { site.systemMap(of: $0) }
    #expect(maps.count >= 8)
    for map in maps {
      #expect(faults(of: map) == [], "\(map.service)")
      // Every flow of the catalogue's own canvases finds its way between the boxes themselves.
      #expect(map.layout.boxes.allSatisfy { !$0.isRepeated }, "\(map.service)")
      #expect(map.layout.width <= 720)
      let picture = map.picture(
        PictureName(id: "p", title: "Carte", description: ""), legend: Self.words)
      #expect(picture.svg.count < 8 * 1024, "\(map.service)")
      #expect(XMLParser(data: Data(picture.svg)).parse(), "\(map.service)")
    }
  }

  @Test func theSameMapGivesTheSameBytes() {
    for seed in UInt64(1)...20 {
      var (first, second) = (Chance(seed: seed), Chance(seed: seed))
      let name = PictureName(id: "p", title: "Carte", description: "")
      let maps = [SystemMap(randomFrom: &first), SystemMap(randomFrom: &second)]
      let pictures = maps.map { $0.picture(name, legend: Self.words) }
      #expect(pictures[0] == pictures[1])
      #expect(XMLParser(data: Data(pictures[0].svg)).parse(), "seed \(seed)")
    }
  }

  @Test func aSystemMapIsDrawnAsItsGoldenPicture() {
    let picture = Self.lunchBox.picture(
      PictureName(id: "p", title: "Carte du système", description: "Six flux."),
      legend: Self.words)
    expectGolden(String(decoding: picture.svg, as: UTF8.self), at: "pictures/system-map.svg")
  }

  /// A legend explains what is there, and nothing else.
  @Test func theLegendNamesTheNaturesThatThereAre() {
    let map = SystemMap(
      service: "Service", parties: [.init("Un acteur")],
      flows: [.init(from: 0, to: nil, "pain", .material)])
    let svg = String(
      decoding: map.picture(
        PictureName(id: "p", title: "Carte", description: ""), legend: Self.words
      ).svg, as: UTF8.self)
    #expect(svg.contains(">matériel<"))
    for word in ["information", "économique", "optionnel"] { #expect(!svg.contains(word)) }
  }

  @Test func whatAnAuthorWroteIsTextInAPicture() {
    let map = SystemMap(
      service: "<b>&", parties: [.init("\"><script>", href: "a\"b&c.html")],
      flows: [.init(from: 0, to: nil, "</text><script>", nil)])
    let svg = String(
      decoding: map.picture(
        PictureName(id: "p", title: "<i>", description: "&"), legend: Self.words
      ).svg, as: UTF8.self)
    #expect(!svg.contains("<script") && !svg.contains("<b>") && !svg.contains("<i>"))
    #expect(svg.contains("href=\"a&quot;b&amp;c.html\""))
  }

  private func catalogueSite() throws -> Site {
    let checked = try Session(
      root: CatalogueRoot(nearestTo: projectFolder, on: FileSystem()), on: FileSystem()
    ).check()
    return Site(checked.catalogue, templates: PageTemplates([:]), options: SiteOptions())
  }

  static let lunchBox = SystemMap(
    service: "Bxl Lunch Box",
    parties: [
      .init("Restaurants partenaires"),
      .init("Consommateurs de repas à emporter", isCustomer: true),
      .init("Ferme Nos Pilifs", href: "../acteurs/ferme-nos-pilifs.html"),
    ],
    flows: [
      .init(from: nil, to: 1, "lunch box réutilisable", .material),
      .init(from: 1, to: nil, "vente de la boîte", .economic),
      .init(from: 0, to: nil, "menus disponibles : 12 €", .information),
      .init(from: 0, to: 1, "plats à emporter", .material),
      .init(from: 1, to: nil, "abonnement annuel", .economic, isOptional: true),
      .init(from: 2, to: 0, "produits locaux de qualité", .material, isOptional: true),
    ])
}

/// What is wrong with a system map's layout, in words; empty when all is well.
private func faults(of map: SystemMap) -> [String] {
  let layout = map.layout
  let frame = Rect(x: 0, y: 0, width: layout.width, height: layout.height)
  let boxes = layout.boxes.map(\.rect)
  let labels = layout.arrows.filter { !$0.label.lines.isEmpty }.map(\.labelRect)
  let lines = layout.arrows.map(\.line)
  var faults: [String] = []
  for (index, box) in boxes.enumerated() {
    if !frame.contains(box) { faults.append("box \(index) leaves the frame") }
    if boxes[..<index].contains(where: box.intersects) { faults.append("box \(index) overlaps") }
    if layout.boxes[index].name.height > box.height || layout.boxes[index].name.width > box.width {
      faults.append("the name of box \(index) leaves it")
    }
  }
  for (index, label) in labels.enumerated() {
    if !frame.contains(label) { faults.append("label \(index) leaves the frame") }
    if (boxes + labels[..<index] + lines).contains(where: label.intersects) {
      faults.append("label \(index) collides")
    }
  }
  for (index, line) in lines.enumerated() {
    if boxes.contains(where: line.intersects) { faults.append("arrow \(index) crosses a box") }
    if lines[..<index].contains(where: line.intersects) { faults.append("arrow \(index) crosses") }
  }
  if layout.arrows.map(\.flow).sorted() != Array(map.flows.indices) {
    faults.append("not every flow has its arrow")
  }
  for arrow in layout.arrows {
    let flow = map.flows[arrow.flow]
    func touches(_ point: Point, _ party: Int?) -> Bool {
      layout.boxes.contains { $0.party == party && $0.rect.hasOnItsEdge(point) }
    }
    if !touches(arrow.start, flow.from) { faults.append("flow \(arrow.flow) starts nowhere") }
    if !touches(arrow.end, flow.to) { faults.append("flow \(arrow.flow) ends nowhere") }
  }
  return faults
}

extension SystemMapLayout.Arrow {
  /// What the arrow's line covers between its two boxes.
  fileprivate var line: Rect {
    let isLevel = start.y == end.y
    let (x, y) = (min(start.x, end.x), min(start.y, end.y))
    return isLevel
      ? Rect(x: x, y: y - 2, width: abs(start.x - end.x), height: 4)
      : Rect(x: x - 2, y: y, width: 4, height: abs(start.y - end.y))
  }
}

extension Rect {
  fileprivate func hasOnItsEdge(_ point: Point) -> Bool {
    let isOnSide = (point.x == x || point.x == maxX) && (y...maxY).contains(point.y)
    return isOnSide || (point.y == y || point.y == maxY) && (x...maxX).contains(point.x)
  }
}

extension SystemMap {
  /// A map of up to twelve parties and thirty flows, with every oddity that an author may write.
  fileprivate init(randomFrom chance: inout Chance) {
    let count = chance.below(12) + 1
    let parties = (0..<count).map { _ in
      Party(chance.words(upTo: 7), isCustomer: chance.below(3) == 0)
    }
    let natures: [FlowNature?] = [.material, .information, .economic, nil]
    let isSparse = chance.below(2) == 0
    let flows = (0..<chance.below(30)).map { _ -> Flow in
      let ends = (0..<2).map { _ in
        chance.below(isSparse ? 2 : 6) == 0 ? nil : Optional(chance.below(count))
      }
      return Flow(
        from: ends[0], to: ends[1], chance.words(upTo: 24), natures[chance.below(4)],
        isOptional: chance.below(5) == 0)
    }
    self.init(service: chance.words(upTo: 6), parties: parties, flows: flows)
  }
}

/// Chance that is the same for the same seed (SplitMix64).
struct Chance {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(limit))
  }

  /// Some words, from none to `most`; one in forty is longer than any column.
  mutating func words(upTo most: Int) -> String {
    let words = (0..<below(most + 1)).map { _ in
      String(repeating: "x", count: below(40) == 0 ? 90 : below(11) + 1)
    }
    return words.joined(separator: " ")
  }
}

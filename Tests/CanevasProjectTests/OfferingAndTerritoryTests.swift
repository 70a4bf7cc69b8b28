import CanevasModel
import CanevasRender
import CanevasTestSupport
import Foundation
import FoundationXML
import Testing

/// Offering diagrams and territory maps: every text stands free, inside what holds it.
@Suite struct OfferingAndTerritoryTests {
  private let name = PictureName(id: "p", title: "Image", description: "")

  @Test(arguments: 1...200) func inAnOfferingDiagramNothingCollides(_ seed: UInt64) {
    var chance = Chance(seed: seed)
    let rings = (0..<chance.below(3) + 1).map { _ in
      OfferingDiagram.Ring(chance.words(upTo: 2), chance.words(upTo: 40))
    }
    let satellites = (0..<chance.below(14)).map { _ in
      OfferingDiagram.Satellite(chance.words(upTo: 30), isOptional: chance.below(3) == 0)
    }
    let diagram = OfferingDiagram(rings: rings, satellites: satellites)
    #expect(XMLParser(data: Data(diagram.picture(name).svg)).parse())
    let layout = diagram.layout
    let frame = Rect(x: 0, y: 0, width: layout.width, height: layout.height)
    for (index, ring) in layout.rings.enumerated() {
      let isInside = ring.textRect.corners.allSatisfy { ring.holds($0) }
      #expect(isInside, "the text of ring \(index) leaves its circle")
      guard index > 0 else { continue }
      let inner = layout.rings[index - 1]
      #expect(ring.textRect.maxY <= inner.centre.y - inner.radius)
      #expect(ring.radius > inner.radius)
    }
    for (index, satellite) in layout.satellites.enumerated() {
      #expect(frame.contains(satellite.textRect))
      #expect(satellite.textRect.x > (layout.rings.last?.radius ?? 0) * 2)
      #expect(satellite.start.x < satellite.end.x)
      let others = layout.satellites[..<index].map(\.textRect)
      #expect(!others.contains(where: satellite.textRect.intersects))
    }
    #expect(layout.satellites.count == satellites.count)
  }

  @Test func anOfferingDiagramIsDrawnAsItsGoldenPicture() {
    let diagram = OfferingDiagram(
      rings: [
        .init("Cœur de l'offre", "une lunch box réutilisable, qui donne accès à un réseau"),
        .init("Valeur principale", "des repas variés, avec moins de déchets d'emballage"),
        .init("Identité", "la boîte elle-même, ambassadrice du système"),
      ],
      satellites: [
        .init("App qui géolocalise les points du réseau"),
        .init("Abonnement annuel", isOptional: true),
      ])
    let svg = diagram.picture(name).svg
    expectGolden(String(decoding: svg, as: UTF8.self), at: "pictures/offering-diagram.svg")
  }

  @Test(arguments: 1...40) func inATerritoryMapNoNameCoversAnother(_ seed: UInt64) {
    var chance = Chance(seed: seed)
    let map = TerritoryMap(randomFrom: &chance)
    let layout = map.layout
    let frame = Rect(x: 0, y: 0, width: layout.width, height: layout.height)
    let entries = layout.actors + layout.canvases.flatMap(\.self) + layout.headings
    let names = entries.map(\.nameRect).filter { $0.width > 0 }
    for (index, name) in names.enumerated() {
      #expect(frame.contains(name))
      #expect(!names[..<index].contains(where: name.intersects))
    }
    #expect(layout.actors.count == map.actors.count)
    #expect(layout.canvases.map(\.count) == map.groups.map(\.canvases.count))
    var again = Chance(seed: seed)
    let words = PictureTests.words
    let picture = map.picture(name, legend: words)
    #expect(XMLParser(data: Data(picture.svg)).parse())
    #expect(
      picture
        == TerritoryMap(randomFrom: &again).picture(name, legend: words))
  }
}

extension Rect {
  fileprivate var corners: [Point] {
    [(x, y), (maxX, y), (x, maxY), (maxX, maxY)].map { Point(x: $0.0, y: $0.1) }
  }
}

extension OfferingLayout.Ring {
  fileprivate func holds(_ point: Point) -> Bool {
    let (dx, dy) = (point.x - centre.x, point.y - centre.y)
    return dx * dx + dy * dy <= radius * radius
  }
}

extension TerritoryMap {
  fileprivate init(randomFrom chance: inout Chance) {
    let actors = (0..<chance.below(60) + 1).map { _ in
      Node(chance.words(upTo: 8), flows: chance.below(40) + 1)
    }
    let groups = (0..<chance.below(9) + 1).map { _ in
      Group(
        chance.words(upTo: 6), colour: "",
        canvases: (0..<chance.below(8) + 1).map { _ in Node(chance.words(upTo: 5), flows: 3) })
    }
    let natures: [FlowNature?] = [.material, .information, .economic, nil]
    let ties = (0..<chance.below(200)).map { _ in
      let group = chance.below(groups.count)
      return Tie(
        actor: chance.below(actors.count), group: group,
        canvas: chance.below(groups[group].canvases.count), nature: natures[chance.below(4)])
    }
    let exchanges = (0..<chance.below(60)).map { _ in
      Exchange(
        from: chance.below(actors.count), to: chance.below(actors.count),
        nature: natures[chance.below(4)])
    }
    self.init(actors: actors, groups: groups, ties: ties, exchanges: exchanges)
  }
}

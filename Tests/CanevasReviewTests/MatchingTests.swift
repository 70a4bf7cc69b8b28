import CanevasModel
import CanevasReview
import CanevasSource
import CanevasTestSupport
import Testing

/// Pieces of two versions of a document are recognised whatever else changed around them.
@Suite struct MatchingTests {
  private static let canvas = """
    # Café couture

    - Statut : idée
    - Territoire : Bruxelles

    ## CIBLES CLIENTS

    - **Voisins** : ceux du quartier
    - **Écoles** : leurs ateliers de couture
    - Passants

    ## FLUX DE REVENUS

    - Vente : retouches à 15 €
    - Location de machines à coudre, 5 € l'heure

    """

  private func pairs(_ old: String, _ new: String) -> [String] {
    let path = "canvases/fiches/cafe-couture.md"
    let (a, b) = (tree(path, old), tree(path, new))
    let matching = Matching(from: a, to: b)
    return a.pieces.indices.dropFirst().map { index in
      "\(a.firstLine(index)) = \(matching.new[index].map(b.firstLine) ?? "–")"
    }
  }

  private func tree(_ path: String, _ text: String) -> PieceTree {
    PieceTree(TypedDocument(SourceFile(path: path, text: text)))
  }

  private func partner(of line: String, after old: String, _ new: String) -> String? {
    let canvas = Self.canvas.replacing(old, with: new)
    let pair = pairs(Self.canvas, canvas).first { $0.hasPrefix(line) }
    return pair.map { String($0.dropFirst(line.count + 3)) }
  }

  @Test func sameDocumentsMatchThroughout() {
    for pair in pairs(Self.canvas, Self.canvas) {
      let sides = pair.split(separator: " = ")
      #expect(sides[0] == sides[1])
    }
  }

  @Test func aChangedValueIsStillItsKey() {
    #expect(
      partner(of: "- Statut : idée", after: "Statut : idée", "Statut : retenue")
        == "- Statut : retenue")
  }

  @Test func aLongListOfChangedItemsIsStillTheSameItems() {
    func items(_ end: String) -> String {
      (0..<260).map { "- le service \($0) prête un vélo \($0) aux voisins\(end)\n" }.joined()
    }
    let changed = pairs(
      "# X\n\n## CIBLES CLIENTS\n\n" + items(""), "# X\n\n## CIBLES CLIENTS\n\n" + items(" demain"))
    for pair in changed {
      let sides = pair.split(separator: " = ")
      #expect(sides[1].hasPrefix(sides[0]))
    }
  }

  @Test func aNamedItemIsKnownByItsName() {
    #expect(
      partner(
        of: "- **Écoles** : leurs ateliers de couture", after: "leurs ateliers de couture",
        "tout autre chose") == "- **Écoles** : tout autre chose")
  }

  @Test func anItemIsKnownByItsWords() {
    #expect(
      partner(
        of: "- Location de machines à coudre, 5 € l'heure", after: "5 € l'heure", "6 € l'heure")
        == "- Location de machines à coudre, 6 € l'heure")
  }

  @Test func anItemThatMovesToAnotherSectionIsFollowed() {
    let moved = Self.canvas.replacing("- Passants\n", with: "")
    #expect(
      pairs(Self.canvas, moved + "- Passants\n").contains("- Passants = - Passants"))
  }

  @Test func somethingElseIsNotTakenForIt() {
    #expect(partner(of: "- Passants", after: "- Passants", "- Hôpitaux et maisons de repos") == "–")
  }

  /// Whatever is done to a document, each piece has one partner at most, and the same one from
  /// both sides.
  @Test(arguments: sourceDocuments) func partnersAreMutual(_ file: SourceFile) {
    var damage = Damage(seed: UInt64(file.bytes.count) &+ 5)
    let text = String(decoding: file.bytes, as: UTF8.self)
    let a = tree(file.path, text)
    for _ in 0..<4 {
      let changed = SourceFile(path: file.path, bytes: damage.damaged(text))
      let b = PieceTree(TypedDocument(changed))
      let matching = Matching(from: a, to: b)
      for index in a.pieces.indices {
        if let other = matching.new[index] { #expect(matching.old[other] == index) }
      }
      for index in b.pieces.indices {
        if let other = matching.old[index] { #expect(matching.new[other] == index) }
      }
    }
  }
}

extension PieceTree {
  fileprivate func firstLine(_ index: Int) -> String {
    let lines = document.file.text(pieces[index].lines).split(separator: "\n")
    return lines.first.map(String.init) ?? ""
  }
}

import CanevasReport
import Testing

/// How a table's columns give way to a narrow terminal.
@Suite struct TableTests {
  private static let table = Table(
    [.init("Titre"), .init("Vide"), .init("Thème"), .init("n", .number), .init("Fichier", .whole)],
    rows: [
      ["Le jardin des voisins du pont", "", "Alimentation urbaine durable", "7", "fiches/a.md"],
      ["東京の市場", "", "", "12", "fiches/b.md"],
      ["Une\ttabulation \u{1B}[31m", "", "Eau", "", ""],
    ])

  private func text(_ width: Int?, indent: Int = 0) -> String {
    var text = TerminalText(isColoured: false)
    Self.table.write(to: &text, width: width, indent: indent)
    return "\n" + String(decoding: text.bytes, as: UTF8.self)
  }

  @Test func takesTheRoomItNeeds() {
    let whole = """

      Titre                          Thème                          n  Fichier
      Le jardin des voisins du pont  Alimentation urbaine durable   7  fiches/a.md
      東京の市場                                                   12  fiches/b.md
      Une␉tabulation ␛[31m           Eau

      """
    #expect(text(nil) == whole)
    #expect(text(78) == whole)
  }

  @Test func leavesOutAndCutsTheLastColumnsFirst() {
    #expect(
      text(62) == """

        Titre                          Thème                         n
        Le jardin des voisins du pont  Alimentation urbaine durab…   7
        東京の市場                                                  12
        Une␉tabulation ␛[31m           Eau

        """)
    #expect(
      text(40, indent: 2) == """

          Titre                Thème           n
          Le jardin des vois…  Alimentation…   7
          東京の市場                          12
          Une␉tabulation ␛[3…  Eau

        """)
    #expect(
      text(8) == """

        Titre
        Le jard…
        東京の…
        Une␉tab…

        """)
  }

  @Test func withoutRowsThereAreOnlyTitles() {
    var text = TerminalText(isColoured: false)
    Table([.init("Titre"), .init("n", .number)], rows: []).write(to: &text, width: 80)
    #expect(String(decoding: text.bytes, as: UTF8.self) == "Titre  n\n")
  }
}

import CanevasModel
import CanevasTestSupport

/// Canvases made at random as hasty authors write them: headings in any order and spelling, mixed
/// bullets, tabs, uneven indentation, blank lines where none is needed and none where one is.
struct RandomCanvas {
  private var numbers: SplitMix

  init(seed: UInt64) {
    numbers = SplitMix(state: seed)
  }

  private static let metadata = [
    "- Thème : [Quartier](../themes/quartier.md)", "* statut: idée", "- **Territoire** : Bruxelles",
    "-   **Date :** 2014",
    "+ Source\u{A0}: [A](../../seeds/a.md);[B](../../seeds/b.md) (note) ;  [C](c.md)",
    "- INSPIRATION : un ;deux  ; trois;quatre", "- Zut : rien", "- Statut idée", "- revu :",
    "- Porteur :\n  - [X](../acteurs/x.md)\n  - Y", "1. Date : 2015",
    "<!-- canevas-ignore a : b -->",
    "- Modèle : business model canvas", "- Thème :\n  suite ; fin",
  ]
  private static let blocks = [
    "Un paragraphe\nsur deux lignes", "  Retrait léger\n      suite en retrait",
    "- a\n- b\n* c\n* d",
    "- a\n\n- b\n- c", "*   large\n    suite\n\n    second\n*   autre",
    "- a\n    - sous\n    - sous 2\n- b",
    "-\ttab\n\t- sous\n\n\t\tcode", "1) un\n2) deux\n10) dix\n    suite",
    "1. un\n\n   ```\n   code  \n\n   x\n   ```",
    "> citation\nparesseuse\n> > double", ">serré\n>\n> - a\n>   - b\n>\n>\n> fin",
    "```\ncode   \n\n\n  x\n```",
    "~~~\nouvert", "    code indenté\n\n\tcode tab  ", "<!-- note -->",
    "<!-- canevas-ignore x : y -->",
    "<!--\n plusieurs\n\n\n lignes   \n-->", "<div>\n  brut\n</div>",
    "[ref]: /u 'titre'\n[autre]: <v>", "[ref] et [autre]",
    "| a | b |   \n|---|---|\n| c | d |", "Ligne   \ndure\\\nfin  ", "* * *", "---",
    "Souligné\n---",
    "Deux\nlignes\n===", "### Leviers :\n- a", "### obstacles\n\n* b", "#### Acteurs\n- c",
    "### libre ###",
    "- **Nom** : texte <!-- canevas-ignore z : y -->\n- [L](../acteurs/x.md) → Y : troc (matériel)",
    "a\n    - pas une liste\n    # ni un titre",
    "- a\nparesseux\n  - b\n paresseux encore", "- [ ] a\n-\n  b\n-", "`code\n  sur deux`",
    "[lien](/u\n  'titre\n   long')",
    "- a\n- - b\n  - c\n- > q\n  > r\n\n\n", "+ a\n\n  b\n+ c\n\n\n\n+ d", "# Second",
    "• tapé\n– aussi", "##Sans espace",
    "- ***\n* - - -", "- a\n<!-- canevas-ignore u : v -->\n- b", "\u{A0}", "&nbsp;x",
    "a  \n  b\t\n\tc", "2. deux\n3. trois\n",
  ]

  mutating func canvas() -> String {
    var parts = [["# Titre", "Titre\n===", "#  Titre  #", ""].randomElement(using: &numbers)!]
    if chance(3) { parts.append("Une accroche") }
    for _ in 0..<Int.random(in: 0...6, using: &numbers) { parts.append(pick(Self.metadata)) }
    if chance(3) { parts.append("> — voix\n> — une mère") }
    for _ in 0..<Int.random(in: 0...5, using: &numbers) {
      parts.append(heading())
      for _ in 0..<Int.random(in: 0...4, using: &numbers) { parts.append(pick(Self.blocks)) }
    }
    var text = parts[0]
    for part in parts.dropFirst() {
      text += ["\n", "\n\n", "\n\n", "\n\n\n", "\n \n", "\n\n\t\n"].randomElement(using: &numbers)!
      text += part
    }
    text += ["", "\n", "\n\n\n", "  "].randomElement(using: &numbers)!
    if chance(6) { text = "\u{FEFF}" + text }
    if chance(5) { text = text.replacing("\n", with: "\r\n") }
    if chance(12) { text = text.replacing("\n\n", with: "\r\n\n") }
    return text
  }

  private mutating func heading() -> String {
    let names = CanvasModel.circular.sections + [.unsorted, .keyPartners, .costs]
    let name = chance(8) ? "AUTRE TITRE" : names.randomElement(using: &numbers)!.heading
    let spelt =
      chance(3)
      ? name.lowercased().replacing(" / ", with: "/") + [" :", ""].randomElement(using: &numbers)!
      : name
    switch Int.random(in: 0..<10, using: &numbers) {
    case 0: return "##  \(spelt) ##"
    case 1: return "\(spelt)\n---"
    case 2: return "### \(spelt)"
    case 3: return "<!-- pour ce titre -->\n## \(spelt)"
    case 4: return "## \(spelt)   "
    default: return "## \(spelt)"
    }
  }

  private mutating func pick(_ choices: [String]) -> String {
    choices.randomElement(using: &numbers)!
  }

  private mutating func chance(_ oneIn: Int) -> Bool {
    Int.random(in: 0..<oneIn, using: &numbers) == 0
  }
}

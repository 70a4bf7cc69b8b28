/// Random slips in a document: lines lost, doubled, swapped, cut and put in; the same for the same
/// seed on every machine.
package struct Damage {
  private var random: Numbers

  package init(seed: UInt64) {
    random = Numbers(state: seed &* 0x9E37_79B9 &+ 1)
  }

  /// A text with one to four slips, now and then with other line ends or without its last bytes.
  package mutating func damaged(_ text: String) -> [UInt8] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for _ in 0..<(1 + random.next(4)) { damage(&lines) }
    let joined = lines.joined(separator: random.next(8) == 0 ? "\r\n" : "\n")
    return Array(Array(joined.utf8).dropLast(random.next(3)))
  }

  private mutating func damage(_ lines: inout [Substring]) {
    let place = random.next(lines.count)
    switch random.next(6) {
    case 0: lines.remove(at: place)
    case 1: lines.insert(lines[place], at: random.next(lines.count))
    case 2: lines.swapAt(place, random.next(lines.count))
    case 3: lines[place] = lines[place].dropFirst(1 + random.next(3))
    case 4: lines[place] = lines[place].dropLast(1 + random.next(6))
    default: lines.insert(Self.slips[random.next(Self.slips.count)], at: place)
    }
  }

  private static let slips: [Substring] = [
    "#", "##", "# ", "##Titre", "---", "```", "> ", "- ", "• point", "![](a.png)", "![", "<b>",
    "<!--", "[a](b.md)", "[a](<b.md>)", "[a][b]", "[b]: c.md", "- Statut", "À PRÉCISER", "\u{FEFF}",
    "=======", "- a → b", "[](angel-me.md)", "[x](../themes/quartier.md#y)", "1. un", "\t- deux",
  ]
}

/// Pseudo-random numbers that are the same on every machine (xorshift).
private struct Numbers {
  var state: UInt64

  mutating func next(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(max(1, limit)))
  }
}

import CanevasSource
import CanevasSyntax

extension Indicator {
  init(_ item: Item) {
    self.item = item
    amounts = Amount.all(in: item.text, counts: true)
    measure = Measure(item.plain)
  }
}

extension Indicator.Measure {
  /// Reads how an indicator is counted: *Nombre de* counts, *Part*, *Proportion* and *Taux de*
  /// are percentages; else a unit in the closing parentheses, or one that opens the text.
  init?(_ text: String) {
    let key = folded(text)
    if key.hasPrefix("nombre de ") || key.hasPrefix("nombre d'") || key.hasPrefix("nombres de ") {
      self = .count
      return
    }
    for share in ["part de", "part d'", "part des", "proportion d", "taux d", "pourcentage d"]
    where key.hasPrefix(share) {
      self = .unit(.percent, per: nil)
      return
    }
    if let open = key.lastIndex(of: "("), key.hasSuffix(")") {
      let inside = key[key.index(after: open)...].dropLast()
      if let measure = Self.unit(inside) {
        self = measure
        return
      }
    }
    let words = key.split(whereSeparator: { $0 == " " || $0 == "/" })
    guard let first = words.first, let unit = Unit.spellings[String(first)] else { return nil }
    let period = key.split(separator: "/").dropFirst().last.flatMap { Period(folded: $0.trimmed) }
    self = .unit(unit, per: period)
  }

  /// Reads `€/an`, `€ par an`, `heures / an`, `m²`; every word has to be known.
  private static func unit(_ text: some StringProtocol) -> Self? {
    let words = text.split(whereSeparator: { $0 == " " || $0 == "/" }).filter { $0 != "par" }
    guard let first = words.first, let unit = Unit.spellings[String(first)], words.count <= 2
    else { return nil }
    guard words.count == 2 else { return .unit(unit, per: nil) }
    guard let period = Period(folded: String(words[1])) else { return nil }
    return .unit(unit, per: period)
  }
}

extension Substring {
  /// Without spaces at either end.
  var trimmed: Substring {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }
}

package import CanevasSource

/// A number as an author writes it, exact to a thousandth.
package struct Quantity: Hashable, Comparable, Sendable {
  package let thousandths: Int

  package init(thousandths: Int) {
    self.thousandths = thousandths
  }

  package static func < (a: Quantity, b: Quantity) -> Bool { a.thousandths < b.thousandths }

  /// The number in plain digits with a decimal point: `1500`, `0.25`.
  package var decimal: String {
    let whole = String(thousandths / 1000)
    guard thousandths % 1000 != 0 else { return whole }
    var fraction = String(thousandths % 1000)
    fraction = String(repeating: "0", count: 3 - fraction.utf8.count) + fraction
    while fraction.last == "0" { fraction.removeLast() }
    return whole + "." + fraction
  }
}

/// The units of amounts; the raw value is how the unit is written.
package enum Unit: String, CaseIterable, Sendable {
  case euro = "€"
  case thousandEuros = "k€"
  case millionEuros = "M€"
  case percent = "%"
  case squareMetre = "m²"
  case cubicMetre = "m³"
  case are = "ares"
  case hectare = "ha"
  case metre = "m"
  case kilometre = "km"
  case gram = "g"
  case kilogram = "kg"
  case tonne = "t"
  case litre = "l"
  case kilowattHour = "kWh"
  case hour = "h"
  case minute = "min"
  case day = "jours"
  case week = "semaines"
  case month = "mois"
  case year = "ans"

  /// Every spelling of a unit, folded.
  static let spellings: [String: Unit] = {
    var table: [String: Unit] = [
      "euro": .euro, "euros": .euro, "eur": .euro, "m2": .squareMetre, "m3": .cubicMetre,
      "metre carre": .squareMetre, "metres carres": .squareMetre, "are": .are,
      "hectare": .hectare, "hectares": .hectare, "metre": .metre, "metres": .metre,
      "kilometre": .kilometre, "kilometres": .kilometre, "tonne": .tonne, "tonnes": .tonne,
      "litre": .litre, "litres": .litre, "heure": .hour, "heures": .hour, "minute": .minute,
      "minutes": .minute, "jour": .day, "semaine": .week, "an": .year, "annee": .year,
      "annees": .year, "pour cent": .percent, "keur": .thousandEuros,
    ]
    for unit in allCases { table[folded(unit.rawValue)] = unit }
    return table
  }()
}

/// The span of time that an amount is counted over.
package enum Period: String, CaseIterable, Sendable {
  case hour = "heure"
  case day = "jour"
  case week = "semaine"
  case month = "mois"
  case year = "an"

  init?(folded text: some StringProtocol) {
    switch text {
    case "heure", "h": self = .hour
    case "jour", "j": self = .day
    case "semaine": self = .week
    case "mois": self = .month
    case "an", "annee": self = .year
    default: return nil
    }
  }
}

/// A number with its unit, found in an author's text: `250 €/mois`, `15–20 %`, `2 moutons`.
package struct Amount: Hashable, Sendable {
  package enum Measure: Hashable, Sendable {
    case unit(Unit)
    /// What is counted, as written: `moutons`.
    case count(String)
  }

  package let lower: Quantity
  /// Equal to `lower` for a single number.
  package let upper: Quantity
  package let measure: Measure
  package let period: Period?
  /// Where the amount stands in the file.
  package let range: ByteRange
}

/// A span of time: `45 min`, `1 h 40`, `4 à 6 mois`.
package struct Duration: Hashable, Sendable {
  package enum Unit: String, CaseIterable, Sendable {
    case minute = "min"
    case day = "jours"
    case week = "semaines"
    case month = "mois"
    case year = "ans"
  }

  package let lower: Int
  /// Equal to `lower` when the duration is no range.
  package let upper: Int
  package let unit: Unit
}

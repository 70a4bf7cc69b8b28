/// A date as exact as its author made it: a year, a month of a year, or a day.
package struct PartialDate: Hashable, Sendable {
  package let year: Int
  /// From 1 to 12.
  package let month: Int?
  /// From 1 to the month's last day.
  package let day: Int?

  /// `nil` when there is no such date.
  package init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1000...9999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day, !(1...daysInMonth(month, of: year)).contains(day) { return nil }
    } else if day != nil {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2014`, `2014-05`, `2014-05-12`, `mai 2014`, `12 mai 2014` and `1er mai 2014`.
  package init?(_ text: String) {
    let words = folded(text).split(separator: " ")
    switch words.count {
    case 1:
      let parts = words[0].split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count <= 3, parts[0].utf8.count == 4,
        parts.dropFirst().allSatisfy({ $0.utf8.count == 2 })
      else { return nil }
      let numbers = parts.compactMap { Int($0) }
      guard numbers.count == parts.count else { return nil }
      self.init(
        year: numbers[0], month: parts.count > 1 ? numbers[1] : nil,
        day: parts.count > 2 ? numbers[2] : nil)
    case 2, 3:
      guard let month = Self.months.firstIndex(where: { folded($0) == words[words.count - 2] }),
        let year = Int(words[words.count - 1])
      else { return nil }
      var day: Int?
      if words.count == 3 {
        guard let number = Int(words[0] == "1er" ? "1" : words[0]) else { return nil }
        day = number
      }
      self.init(year: year, month: month + 1, day: day)
    default: return nil
    }
  }

  /// As ISO 8601 writes it, as exact as it is: `2014-05`.
  package var iso: String {
    [month, day].compactMap { $0 }.reduce(String(year)) { $0 + ($1 < 10 ? "-0" : "-") + String($1) }
  }

  /// As French writes it, as exact as it is: `12 mai 2014`, `1er mai 2014`, `mai 2014`.
  package var french: String {
    let day = day.map { $0 == 1 ? "1er" : String($0) }
    return [day, month.map { Self.months[$0 - 1] }, String(year)].compactMap { $0 }
      .joined(separator: " ")
  }

  private static let months = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
  ]
}

extension PartialDate: Comparable {
  /// A less exact date comes before the exact ones that it holds.
  package static func < (a: PartialDate, b: PartialDate) -> Bool {
    (a.year, a.month ?? 0, a.day ?? 0) < (b.year, b.month ?? 0, b.day ?? 0)
  }
}

private func daysInMonth(_ month: Int, of year: Int) -> Int {
  switch month {
  case 4, 6, 9, 11: 30
  case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
  default: 31
  }
}

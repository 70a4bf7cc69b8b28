import CanevasSource
package import CanevasSyntax

extension Amount {
  /// The amounts in a text, in order.
  ///
  /// A number counts when a unit of the table follows it; where `counts` is true, a number before
  /// any other word counts too (`2 moutons`). A bare number, a year or a span of years does not.
  package static func all(in text: RichText, counts: Bool) -> [Amount] {
    var found: [Amount] = []
    for inline in text.parts { collect(from: inline, of: text, counts: counts, into: &found) }
    return found
  }

  private static func collect(
    from inline: Inline, of text: RichText, counts: Bool, into found: inout [Amount]
  ) {
    switch inline.kind {
    case .text where inline.isVerbatim:
      let range = inline.range.clamped(to: text.range)
      scan(inline.literal, of: inline.range, within: range, counts: counts, into: &found)
    case .emphasis, .strong, .link:
      for child in inline.children { collect(from: child, of: text, counts: counts, into: &found) }
    case .text, .softBreak, .lineBreak, .code, .html, .image: break
    }
  }

  private static func scan(
    _ literal: ArraySlice<UInt8>, of whole: ByteRange, within range: ByteRange, counts: Bool,
    into found: inout [Amount]
  ) {
    let offset = literal.startIndex - whole.lowerBound
    var scanner = NumberScanner(
      bytes: literal, position: range.lowerBound + offset, end: range.upperBound + offset)
    while let start = scanner.skipToNumber() {
      guard let amount = scanner.amount(counts: counts) else { continue }
      found.append(
        Amount(
          lower: amount.lower, upper: amount.upper, measure: amount.measure,
          period: amount.period,
          range: ByteRange(start - offset, scanner.position - offset)))
    }
  }
}

extension Duration {
  /// Reads `45'`, `45 min`, `1 h 40`, `1h40'`, `2 jours`, `4 à 6 mois`; `nil` for anything else.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)[...]
    var scanner = NumberScanner(bytes: bytes, position: 0, end: bytes.count)
    scanner.skipSpaces()
    guard let lower = scanner.wholeNumber() else { return nil }
    let upper = scanner.upperNumber().map { $0.thousandths / 1000 } ?? lower
    guard upper >= lower else { return nil }
    if scanner.skipMinuteSign() {
      self.init(lower: lower, upper: upper, unit: .minute)
    } else {
      switch scanner.word(digits: false) {
      case "min", "mn", "minute", "minutes": self.init(lower: lower, upper: upper, unit: .minute)
      case "h", "heure", "heures":
        let minutes = scanner.wholeNumber() ?? 0
        guard minutes < 60, minutes == 0 || lower == upper, upper < 100_000 else { return nil }
        if !scanner.skipMinuteSign(), let word = scanner.word(), word != "min" { return nil }
        self.init(lower: lower * 60 + minutes, upper: upper * 60 + minutes, unit: .minute)
      case "jour", "jours", "j": self.init(lower: lower, upper: upper, unit: .day)
      case "semaine", "semaines": self.init(lower: lower, upper: upper, unit: .week)
      case "mois": self.init(lower: lower, upper: upper, unit: .month)
      case "an", "ans", "annee", "annees": self.init(lower: lower, upper: upper, unit: .year)
      default: return nil
      }
    }
    scanner.skipSpaces()
    guard scanner.isAtEnd else { return nil }
  }
}

/// Reads numbers, units and words from bytes, left to right.
struct NumberScanner {
  let bytes: ArraySlice<UInt8>
  /// An index into `bytes`.
  private(set) var position: Int
  let end: Int

  var isAtEnd: Bool { position >= end }
  private var rest: ArraySlice<UInt8> { bytes[position..<end] }

  init(bytes: ArraySlice<UInt8>, position: Int, end: Int) {
    self.bytes = bytes
    self.position = position
    self.end = end
  }

  /// Moves to the next digit that opens a number rather than ending a word; gives its index.
  mutating func skipToNumber() -> Int? {
    while position < end {
      if isDigit(bytes[position]),
        position == bytes.startIndex || !continuesWord(bytes[position - 1])
      {
        return position
      }
      position += 1
    }
    return nil
  }

  /// The amount that opens here; without one, the number is passed over.
  mutating func amount(
    counts: Bool
  ) -> (lower: Quantity, upper: Quantity, measure: Amount.Measure, period: Period?)? {
    guard let lower = number() else {
      position += 1
      return nil
    }
    let afterLower = position
    var upper = lower
    if let second = upperNumber(), second >= lower { upper = second }
    guard let measure = measure(counts: counts) else {
      position = upper == lower ? max(position, afterLower) : position
      return nil
    }
    return (lower, upper, measure, period())
  }

  /// The second number of a range, after a dash or « à »; the scanner stays when there is none.
  mutating func upperNumber() -> Quantity? {
    let start = position
    skipSpaces()
    let separators = ["–", "—", "-", "à ", "a\u{300} ", "à\u{A0}"]
    for separator in separators where rest.starts(with: separator.utf8) {
      position += separator.utf8.count
      skipSpaces()
      if let number = number() { return number }
      break
    }
    position = start
    return nil
  }

  mutating func wholeNumber() -> Int? {
    let start = position
    skipSpaces()
    guard let number = number(), number.thousandths % 1000 == 0 else {
      position = start
      return nil
    }
    return number.thousandths / 1000
  }

  /// A number with groups of three digits and a decimal comma or point, both optional.
  private mutating func number() -> Quantity? {
    var value = 0
    var digits = 0
    func take(_ byte: UInt8) {
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
      digits += 1
    }
    let start = position
    while position < end, isDigit(bytes[position]), digits <= 12 {
      take(bytes[position])
      position += 1
    }
    guard digits > 0, digits <= 12 else { return nil }
    while digits <= 9, position - start >= 1, let group = groupOfThree() {
      for byte in group { take(byte) }
    }
    var thousandths = value * 1000
    if position + 1 < end,
      bytes[position] == UInt8(ascii: ",") || bytes[position] == UInt8(ascii: "."),
      isDigit(bytes[position + 1])
    {
      position += 1
      var scale = 100
      while position < end, isDigit(bytes[position]) {
        thousandths += Int(bytes[position] - UInt8(ascii: "0")) * scale
        scale /= 10
        position += 1
      }
    }
    return Quantity(thousandths: thousandths)
  }

  /// Three digits after a space, as in `3 000`; a fourth digit would make another number.
  private mutating func groupOfThree() -> ArraySlice<UInt8>? {
    guard let space = spaceAtStart(rest) else { return nil }
    let start = position + space
    guard start + 3 <= end, bytes[start..<start + 3].allSatisfy(isDigit),
      start + 3 == end || !isDigit(bytes[start + 3])
    else { return nil }
    position = start + 3
    return bytes[start..<position]
  }

  private mutating func measure(counts: Bool) -> Amount.Measure? {
    let start = position
    skipSpaces()
    let wordStart = position
    guard let word = word() else {
      position = start
      return nil
    }
    if let unit = Unit.spellings[word] { return .unit(unit) }
    if counts, word.utf8.count >= 3, !Self.notCounted.contains(word) {
      return .count(String(decoding: bytes[wordStart..<position], as: UTF8.self))
    }
    position = start
    return nil
  }

  private static let notCounted: Set<String> = [
    "des", "les", "par", "pour", "sur", "dans", "fois", "eme", "premiers", "premieres",
    "derniers", "dernieres", "autres",
  ]

  private mutating func period() -> Period? {
    let start = position
    skipSpaces()
    var opens = false
    for opening in ["/", "par ", "l'", "l’"] where rest.starts(with: opening.utf8) {
      position += opening.utf8.count
      opens = true
      break
    }
    if opens {
      skipSpaces()
      if let word = word(), let period = Period(folded: word) { return period }
    }
    position = start
    return nil
  }

  /// The letters and unit signs that follow, folded; with digits, as in `m2`, or without, as in
  /// `1h40`.
  mutating func word(digits: Bool = true) -> String? {
    skipSpaces()
    let start = position
    while position < end {
      let byte = bytes[position]
      if byte == UInt8(ascii: "%") {
        position += 1
        break
      }
      guard continuesWord(byte), digits || !isDigit(byte), spaceAtStart(rest) == nil else { break }
      if byte == 0xE2 && !rest.starts(with: "€".utf8) { break }
      if byte == 0xC2 && !rest.starts(with: "²".utf8) && !rest.starts(with: "³".utf8) { break }
      position += 1
    }
    guard position > start else { return nil }
    return String(decoding: folded(bytes[start..<position]), as: UTF8.self)
  }

  /// A mark of minutes: `'`, `’` or `′`.
  mutating func skipMinuteSign() -> Bool {
    for sign in ["'", "’", "′"] where rest.starts(with: sign.utf8) {
      position += sign.utf8.count
      return true
    }
    return false
  }

  mutating func skipSpaces() {
    while position < end, let count = spaceAtStart(rest) { position += count }
  }
}

/// Whether a byte is a letter, a digit or part of a character beyond ASCII.
private func continuesWord(_ byte: UInt8) -> Bool {
  isDigit(byte) || UInt8(ascii: "a") <= (byte | 0x20) && (byte | 0x20) <= UInt8(ascii: "z")
    || byte >= 0x80
}

/// The spaces of French typography.
package enum TypographicSpace: Sendable {
  /// A space as the author typed it, at which a line may end.
  case breaking
  case noBreak
  /// U+202F, a fifth of an em wide.
  case narrowNoBreak

  package var utf8: [UInt8] {
    switch self {
    case .breaking: [0x20]
    case .noBreak: [0xC2, 0xA0]
    case .narrowNoBreak: [0xE2, 0x80, 0xAF]
    }
  }
}

/// The space to set between two stretches of text where the author typed one: no-break before
/// `:` and `»` and after `«`, narrow no-break before `;`, `?` and `!` and inside numbers, no-break
/// between a figure and its unit; `otherwise` elsewhere.
///
/// Source: Imprimerie nationale, *Lexique des règles typographiques*.
package func typographicSpace(
  before rest: ArraySlice<UInt8>, after start: ArraySlice<UInt8>,
  otherwise: TypographicSpace = .breaking
) -> TypographicSpace {
  guard let next = rest.first else { return otherwise }
  switch next {
  case UInt8(ascii: ":"): return .noBreak
  case UInt8(ascii: ";"), UInt8(ascii: "?"), UInt8(ascii: "!"): return .narrowNoBreak
  case 0xC2 where rest.starts(with: [0xC2, 0xBB]): return .noBreak
  default: break
  }
  if start.last == 0xAB, start.suffix(2).first == 0xC2 { return .noBreak }
  guard let last = start.last, isDigit(last) else { return otherwise }
  if isDigit(next) {
    let group = rest.prefix(4)
    return group.prefix(3).count == 3 && group.prefix(3).allSatisfy(isDigit)
      && !(group.count == 4 && isDigit(group[group.startIndex + 3])) ? .narrowNoBreak : otherwise
  }
  return opensWithUnit(rest) ? .noBreak : otherwise
}

private let units: [[UInt8]] = [
  "€", "%", "k€", "M€", "m²", "m³", "m", "km", "ha", "ares", "h", "min", "kg", "g", "t", "kWh",
  "mois", "ans", "an", "jours", "semaines", "heures", "minutes",
].map { Array($0.utf8) }

/// Whether a text opens with a unit that no letter follows.
private func opensWithUnit(_ text: ArraySlice<UInt8>) -> Bool {
  units.contains { unit in
    guard text.starts(with: unit) else { return false }
    guard let next = text.dropFirst(unit.count).first else { return true }
    return !isLetter(next)
  }
}

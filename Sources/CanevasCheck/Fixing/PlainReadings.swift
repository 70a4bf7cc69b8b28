import CanevasModel
import CanevasSource

/// The date that a text plainly means although it is not written as dates are: `12/05/2014`, day
/// first as in French, `2014.5`, `le 12 mai 2014`, `sept. 2014`; `nil` when it may mean several.
func plainDate(_ text: String) -> PartialDate? {
  var words = folded(text).split { " ,".contains($0) }.map(String.init)
  if let first = words.first, ["le", "en", "du"].contains(first) { words.removeFirst() }
  if words.count == 1 { return numericDate(words[0]) }
  let spelt = words.map { word in
    let stem = word.hasSuffix(".") ? String(word.dropLast()) : word
    return shortMonths[stem] ?? stem
  }
  return PartialDate(spelt.joined(separator: " "))
}

private func numericDate(_ text: String) -> PartialDate? {
  let parts = text.split(omittingEmptySubsequences: false) { "/.-".contains($0) }
  let numbers = parts.compactMap { Int($0) }
  guard numbers.count == parts.count, (2...3).contains(parts.count) else { return nil }
  if parts[0].utf8.count == 4 {
    return PartialDate(
      year: numbers[0], month: numbers[1], day: numbers.count == 3 ? numbers[2] : nil)
  }
  guard parts[parts.count - 1].utf8.count == 4 else { return nil }
  return PartialDate(
    year: numbers[numbers.count - 1], month: numbers[numbers.count - 2],
    day: numbers.count == 3 ? numbers[0] : nil)
}

private let shortMonths = [
  "janv": "janvier", "jan": "janvier", "fevr": "fevrier", "fev": "fevrier", "avr": "avril",
  "juil": "juillet", "sept": "septembre", "oct": "octobre", "nov": "novembre",
  "dec": "decembre",
]

/// The duration that a text plainly means, as durations are written: `2:30`, `une heure`, `environ
/// 3 h`, `deux journées`; `nil` when it is none.
func plainDuration(_ text: String) -> String? {
  let words = folded(text).split(separator: " ").map(String.init)
  let written = words.filter { !["environ", "ca.", "~"].contains($0) }.map { word in
    if let number = numberWords[word] { return number }
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count == 2, parts.allSatisfy({ Int($0) != nil }) { return "\(parts[0]) h \(parts[1])" }
    return unitWords[word] ?? word
  }
  let candidate = written.joined(separator: " ")
  return Duration(candidate) == nil ? nil : candidate
}

private let unitWords = [
  "heure": "h", "heures": "h", "hrs": "h", "hr": "h", "minutes": "min", "minute": "min",
  "journee": "jour", "journees": "jours", "hours": "h", "days": "jours",
]

private let numberWords = [
  "un": "1", "une": "1", "deux": "2", "trois": "3", "quatre": "4", "cinq": "5", "six": "6",
  "sept": "7", "huit": "8", "neuf": "9", "dix": "10",
]

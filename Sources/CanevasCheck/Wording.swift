package import CanevasSource

/// What is said of one finding: everything but its code and place.
struct Wording: Sendable {
  let message: Bilingual
  var label: Bilingual?
  var related: [Diagnostic.Label] = []
  var help: Bilingual?
  var fixes: [Fix] = []
  /// When it differs from the rule's usual one.
  var severity: Severity?
}

extension Bilingual {
  /// A text that ends in a name as the author wrote it: `section en double « POLICY MAKING »`.
  package init(_ french: String, _ english: String, naming name: String) {
    self.init("\(french) « \(shortened(name)) »", "\(english) “\(shortened(name))”")
  }

  /// A text that ends in a line to type, which is given whole: `écrivez « - A → B : … »`.
  init(_ french: String, _ english: String, typing line: String) {
    let line = shortened(line, to: .max)
    self.init("\(french) « \(line) »", "\(english) “\(line)”")
  }

  /// A text that ends in names that are known: `les thèmes : « … », « … »`.
  init(_ french: String, _ english: String, listing names: some Sequence<String>) {
    self.init(
      french + " " + names.map { "« \($0) »" }.joined(separator: ", "),
      english + " " + names.map { "“\($0)”" }.joined(separator: ", "))
  }

  /// « vouliez-vous dire … ? », when there is a name to offer.
  static func didYouMean(_ names: [String]) -> Bilingual? {
    guard !names.isEmpty else { return nil }
    let french = names.map { "« \($0) »" }.joined(separator: " ou ")
    let english = names.map { "“\($0)”" }.joined(separator: " or ")
    return Bilingual("vouliez-vous dire \(french) ?", "did you mean \(english)?")
  }

  /// « remplacer par … ».
  static func replace(by text: String) -> Bilingual {
    Bilingual("remplacer par", "replace with", naming: text)
  }
}

extension Defect {
  /// The other places that explain the defect, all with the same few words.
  func related(_ french: String, _ english: String) -> [Diagnostic.Label] {
    others.map { Diagnostic.Label($0, Bilingual(french, english)) }
  }
}

/// What of a document is put into a message: on one line, at most `limit` characters.
///
/// Control characters, which could play with a terminal, are shown as U+FFFD.
package func shortened(_ name: String, to limit: Int = 60) -> String {
  var result = String.UnicodeScalarView()
  for scalar in name.unicodeScalars {
    guard result.count < limit else { return String(result) + "…" }
    let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
    result.append(isControl ? "\u{FFFD}" : scalar)
  }
  return String(result)
}

import CanevasSource

extension Bilingual {
  /// « vouliez-vous dire … ? », when there is a name to offer.
  static func didYouMean(_ names: [String]) -> Bilingual? {
    guard let first = names.first else { return nil }
    guard names.count > 1 else {
      return Bilingual("vouliez-vous dire « \(first) » ?", "did you mean “\(first)”?")
    }
    let french = names.map { "« \($0) »" }.joined(separator: " ou ")
    let english = names.map { "“\($0)”" }.joined(separator: " or ")
    return Bilingual("vouliez-vous dire \(french) ?", "did you mean \(english)?")
  }

  /// « remplacer par … ».
  static func replace(by text: String) -> Bilingual {
    Bilingual("remplacer par « \(text) »", "replace with “\(text)”")
  }
}

import CanevasModel
import CanevasSource

extension Rule {
  static let reversedDates = Rule(
    RuleDocumentation(
      "dates-inversees", .warning,
      summary: Bilingual(
        "une action qui finit avant d'avoir commencé", "an action that ends before it begins"),
      reason: Bilingual(
        "L'une des deux dates est une faute de frappe, et la frise des actions serait fausse.",
        "One of the two dates is a slip, and the timeline of actions would be wrong."),
      remedy: Bilingual(
        "Corriger « Début » ou « Fin ».", "Correct “Début” or “Fin”."),
      examples: [
        .init(
          path: "canvases/actions/grappe.md",
          bad: "# Grappe d'entreprises\n\n- Début : mai 2014\n- Fin : ⟦mars 2014⟧\n",
          good: "# Grappe d'entreprises\n\n- Début : mai 2014\n- Fin : mars 2015\n")
      ]),
    finding: { context in
      guard let document = context.document, case .actionSheet(let facts) = document.facts,
        let start = facts.start, let end = facts.end, end.isBefore(start),
        let range = document.valueRange(.end),
        let first = document.valueRange(.start)
      else { return [] }
      return [
        Finding(
          range,
          Wording(
            message: Bilingual(
              "fin avant le début : \(end.iso) précède \(start.iso)",
              "end before the beginning: \(end.iso) comes before \(start.iso)"),
            label: Bilingual("l'action finirait là", "the action would end here"),
            related: [context.label(first, "elle commence ici", "it begins here")],
            help: Bilingual(
              "corrigez « Début » ou « Fin »", "correct “Début” or “Fin”")))
      ]
    })
}

extension PartialDate {
  /// Whether a date surely comes before another: in what both tell.
  fileprivate func isBefore(_ other: PartialDate) -> Bool {
    guard year == other.year else { return year < other.year }
    guard let month, let theirs = other.month else { return false }
    guard month == theirs else { return month < theirs }
    guard let day, let their = other.day else { return false }
    return day < their
  }
}

import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let workshopOverrun = Rule(
    RuleDocumentation(
      "deroule-trop-long", .warning,
      summary: Bilingual(
        "un atelier dont les étapes dépassent la durée",
        "a workshop whose steps exceed its duration"),
      reason: Bilingual(
        "Une journée trop pleine se rattrape sur les dernières étapes, celles où l'on conclut.",
        "A day that is too full is caught up on the last steps, those where one concludes."),
      remedy: Bilingual(
        "Raccourcir une étape, ou allonger la durée.",
        "Shorten a step, or lengthen the duration."),
      examples: [
        .init(
          path: workshopPath,
          bad: workshopText("## DÉROULÉ\n\n- Idées (4 h) : à cinq\n- Votes (2 h 30) : gommettes")
            .replacing("6 h", with: "⟦6 h⟧"),
          good: workshopText("## DÉROULÉ\n\n- Idées (3 h) : à cinq\n- Votes (2 h 30) : gommettes"),
          others: theme)
      ]),
    finding: { context in
      guard let document = context.document, case .workshop(let facts) = document.facts,
        let day = facts.duration, day.unit == .minute,
        let range = document.valueRange(.duration),
        let section = document.section(.agenda), case .steps(let steps) = section.content
      else { return [] }
      let durations = steps.values.compactMap { $0.duration?.value }
      let total = durations.filter { $0.unit == .minute }.reduce(0) { $0 + $1.lower }
      guard total > day.upper else { return [] }
      let sum = hours(total)
      return [
        Finding(
          range,
          Wording(
            message: Bilingual(
              "déroulé plus long que l'atelier : \(sum) pour \(hours(day.upper))",
              "agenda longer than the workshop: \(sum) for \(hours(day.upper))"),
            label: Bilingual("les étapes n'y tiennent pas", "the steps do not fit in"),
            related: [
              context.label(
                section.heading.text.range, "en tout, \(sum)", "\(sum) altogether")
            ],
            help: Bilingual(
              "raccourcissez une étape de \(hours(total - day.upper)), ou allongez la durée",
              "shorten a step by \(hours(total - day.upper)), or lengthen the duration"),
            fixes: [Fix(.replace(by: sum), .review, [TextEdit(range, sum)])]))
      ]
    })
}

/// Minutes as an author writes them: « 45 min », « 1 h 40 », « 6 h ».
private func hours(_ minutes: Int) -> String {
  let rest = minutes % 60
  guard minutes >= 60 else { return "\(minutes) min" }
  return rest == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(rest < 10 ? "0" : "")\(rest)"
}

import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let flowWithoutNature = Rule(
    RuleDocumentation(
      "flux-sans-nature", .info,
      summary: Bilingual(
        "un flux qui ne dit pas s'il est matériel, économique ou d'information",
        "a flow that does not say whether it is material, economic or information"),
      reason: Bilingual(
        "La carte donne un trait à chaque nature, et c'est par elle que l'on voit qui paie et ce "
          + "qui circule.",
        "The map draws each nature its own way, and it is what shows who pays and what flows."),
      remedy: Bilingual(
        "Finir la ligne par « (matériel) », « (information) » ou « (économique) ».",
        "End the line with “(matériel)”, “(information)” or “(économique)”."),
      examples: [
        .init(
          bad: canteen(canteenMap + "\n- ⟦Maraîchers → le service : conseils⟧"),
          good: canteen(canteenMap + "\n- Maraîchers → le service : conseils (information)"),
          others: theme),
        .init(
          bad: canteen(canteenMap + "\n- ⟦Maraîchers → le service : conseils (informations)⟧"),
          good: canteen(canteenMap + "\n- Maraîchers → le service : conseils (information)"),
          others: theme),
      ]),
    finding: { context in
      (context.map?.flows ?? []).compactMap { flow in
        guard let route = flow.flow.route.value, route.nature == nil else { return nil }
        let end = max(route.label.range.upperBound, route.to.text.range.upperBound)
        let range = ByteRange(route.from.text.range.lowerBound, end)
        let typed = nature(at: range, context.file)
        let near = typed.map { nearest(to: $0.text, among: FlowNature.words, limit: 1) } ?? []
        return Finding(
          range,
          Wording(
            message: Bilingual(
              "flux sans nature", "flow without a nature", naming: route.label.plain),
            label: Bilingual(
              "est-ce matériel, économique, ou de l'information ?",
              "is it material, economic, or information?"),
            help: .didYouMean(near.map { "(\($0))" })
              ?? Bilingual(
                "finissez la ligne par l'un de ces mots, entre parenthèses :",
                "end the line with one of these words, in parentheses:",
                listing: FlowNature.words),
            fixes: near.compactMap { word in
              typed.map { Fix(.replace(by: "(\(word))"), .review, [TextEdit($0.range, word)]) }
            }))
      }
    })
}

/// The words in the parentheses that end a flow, which are none of the natures.
private func nature(at range: ByteRange, _ file: SourceFile) -> (text: String, range: ByteRange)? {
  let bytes = file.bytes[range.indices]
  guard bytes.last == UInt8(ascii: ")"), let open = bytes.lastIndex(of: UInt8(ascii: "("))
  else { return nil }
  let inside = ByteRange(open + 1, range.upperBound - 1)
  return (file.text(inside), inside)
}

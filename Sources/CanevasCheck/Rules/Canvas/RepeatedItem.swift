import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let repeatedItem = Rule(
    RuleDocumentation(
      "element-repete", .warning,
      summary: Bilingual(
        "le même point deux fois dans une section", "the same item twice in one section"),
      reason: Bilingual(
        "Une ligne copiée et oubliée compterait double.",
        "A line that was copied and forgotten would count twice."),
      remedy: Bilingual(
        "Retirer la répétition, ou la réécrire.", "Remove the repetition, or rewrite it."),
      examples: [
        .init(
          bad: canvas("## CIBLES CLIENTS\n\n- **Familles**\n- **Seniors**\n⟦- **Familles**⟧"),
          good: canvas("## CIBLES CLIENTS\n\n- **Familles**\n- **Seniors**"), others: theme)
      ]),
    finding: { context in
      guard let document = context.document, document.id.kind == .canvas else { return [] }
      return document.sections.flatMap { repetitions(in: $0, context) }
    })
}

private func repetitions(in section: Section, _ context: RuleContext) -> [Finding] {
  var findings: [Finding] = []
  var firsts: [Entry: ByteRange] = [:]
  for (label, item) in section.labelledItems where item.block.kind == .item {
    let entry = Entry(label: label, text: withoutComments(context.file.bytes[item.range.indices]))
    guard let first = firsts[entry] else {
      firsts[entry] = item.range
      continue
    }
    findings.append(
      Finding(
        item.range,
        Wording(
          message: Bilingual("élément répété", "repeated item", naming: item.plain),
          label: Bilingual("ce point est déjà là", "this item is there already"),
          related: [
            Diagnostic.Label(
              Location(path: context.file.path, range: first),
              Bilingual("la première fois", "the first time"))
          ],
          help: Bilingual(
            "retirez la répétition, ou réécrivez-la", "remove the repetition, or rewrite it"),
          fixes: [
            Fix(
              Bilingual("retirer la répétition", "remove the repetition"), .review,
              [TextEdit(context.file.wholeLines(item.range), "")])
          ])))
  }
  return findings
}

/// A text without its comments, which no reader sees, nor white space around it.
private func withoutComments(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  let (opening, closing) = (Array("<!--".utf8), Array("-->".utf8))
  let start = text.indices.first { text[$0...].starts(with: opening) }
  guard let start else { return text }
  let end = text.indices.first { $0 > start && text[$0...].starts(with: closing) }
  guard let end else { return text }
  var before = text[..<start]
  while let last = before.last, last == 0x20 || (0x09...0x0D).contains(last) { before.removeLast() }
  return withoutComments(before + text[(end + closing.count)...])
}

/// What repeats: the same text, to the letter, under the same label.
private struct Entry: Hashable {
  let label: String
  let text: ArraySlice<UInt8>

  func hash(into hasher: inout Hasher) {
    text.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}

extension Section {
  /// The section's items, each with the label or level-3 heading that it stands under.
  fileprivate var labelledItems: [(label: String, item: Item)] {
    switch content {
    case .challenge, .prose: []
    case .items(let list): labelled(list) { $0 }
    case .propositions(let list): labelled(list, \.item)
    case .revenue(let list): labelled(list, \.item)
    case .indicators(let list): labelled(list, \.item)
    case .flows(let list): labelled(list, \.item)
    case .offering(let offering): labelled(offering.further) { $0 }
    case .forces(let parts): parts.flatMap { labelled($0.items, under: $0.heading, \.item) }
    case .evaluation(let parts): parts.flatMap { labelled($0.items, under: $0.heading, \.item) }
    case .steps(let list): labelled(list, \.item)
    case .votes(let list): labelled(list, \.item)
    }
  }

  private func labelled<Value>(
    _ list: ItemList<Value>, under heading: Block? = nil, _ item: (Value) -> Item
  ) -> [(label: String, item: Item)] {
    let above = heading.map { $0.text.plain + "\n" } ?? ""
    return list.parts.flatMap { part -> [(label: String, item: Item)] in
      guard case .items(let group, _, let values) = part else { return [] }
      let label = above + (group?.plain ?? "")
      return values.map { (label, item($0)) }
    }
  }
}

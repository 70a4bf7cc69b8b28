import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax
import CanevasTemplate

extension DocumentView {
  /// The document's sections as templates show them.
  func sections() -> TemplateValue { .list(shownSections.map(view)) }

  /// The document's sections, empty and unsorted ones left out.
  var shownSections: [Section] {
    document.sections.filter { section in
      guard let name = section.name else { return true }
      return name != .unsorted && !section.isEmpty
    }
  }

  /// The sections of one side of a canvas's printed sheet.
  func sections(on side: SheetSide) -> TemplateValue {
    .list(document.sections(on: side).map(view))
  }

  func section(_ name: SectionName) -> TemplateValue {
    guard let section = document.section(name), !section.isEmpty else { return .absent }
    return view(section)
  }

  func view(_ section: Section) -> TemplateValue {
    let heading = section.name.map { TemplateValue.html(typeset($0.heading)) }
    return sectionRecord(section, heading: heading ?? html(section.heading.text))
  }

  /// A section under a heading; `hidesQuestions` where they are asked elsewhere on the page.
  func sectionRecord(
    _ section: Section, heading: TemplateValue, hidesQuestions: Bool = false
  ) -> TemplateValue {
    record(
      answeringFor: [
        "sentences", "hasSentences", "prose", "parts", "groups", "isOffering", "core", "value",
        "identity", "flows", "hasFlows", "steps", "hasSteps", "picture",
      ],
      [
        ("id", .text(anchor(of: section.heading))), ("heading", heading),
        ("class", .text(section.name.map { "section-" + slug($0.heading) } ?? "section-libre")),
      ] + content(section.content, hidesQuestions: hidesQuestions))
  }

  /// What a section says, by its shape.
  private func content(
    _ content: SectionContent, hidesQuestions: Bool
  ) -> [(String, TemplateValue)] {
    switch content {
    case .challenge(let challenge):
      [
        (
          "sentences",
          .list(
            challenge.opening.filter { !hidesQuestions || !$0.isQuestion }.map(sentence))
        ),
        ("prose", html(challenge.solution)),
      ]
    case .prose(let blocks): [("prose", html(blocks))]
    case .items(let list): [("parts", parts(list) { item($0) })]
    case .propositions(let list):
      [("parts", parts(list) { item($0.item, [("beneficiary", beneficiary(of: $0))]) })]
    case .revenue(let list): [("parts", parts(list) { item($0.item) })]
    case .indicators(let list): [("parts", parts(list) { item($0.item) })]
    case .flows(let list):
      // What could not be read as a flow is shown as it was written.
      [
        ("flows", .list(flowRows)), ("picture", Site.view(mapPicture)),
        ("parts", surroundings(of: list) { $0.route.value == nil ? item($0.item) : nil }),
      ]
    case .offering(let offering):
      [
        ("core", html(offering.core)), ("value", html(offering.mainValue)),
        ("identity", html(offering.identity)), ("picture", Site.view(picture(of: offering))),
        ("isOffering", .bool(true)),
        ("parts", parts(offering.further) { item($0) }),
      ]
    case .forces(let groups): [("groups", .list(groups.map { group($0) { item($0.item) } }))]
    case .evaluation(let groups): [("groups", .list(groups.map { group($0) { item($0.item) } }))]
    case .steps(let list):
      [("steps", .list(list.values.map(step))), ("parts", surroundings(of: list) { _ in nil })]
    case .votes(let list): [("parts", parts(list) { item($0.item) })]
    }
  }

  private func sentence(_ sentence: Challenge.Sentence) -> TemplateValue {
    switch sentence {
    case .question(let text): ["html": html(text), "isQuestion": .bool(true)]
    case .statement(let text): ["html": html(text), "isQuestion": .bool(false)]
    }
  }

  /// For whom a promise is, where the item says it itself: a group's label is shown once, above.
  private func beneficiary(of proposition: ValueProposition) -> TemplateValue {
    guard let text = proposition.beneficiary?.text, proposition.item.range.contains(text.range)
    else { return .absent }
    return html(text)
  }

  private func group<Value>(
    _ part: Subsection<Value>, _ view: (Value) -> TemplateValue
  ) -> TemplateValue {
    [
      "heading": html(part.heading?.text), "parts": parts(part.items, view),
      "prose": .absent,
    ]
  }

  /// A list of items with the prose around them.
  private func parts<Value>(
    _ list: ItemList<Value>, _ view: (Value) -> TemplateValue
  ) -> TemplateValue {
    surroundings(of: list) { view($0) }
  }

  /// The prose and the groups' labels around items that are shown in another form, and the items
  /// that `view` shows all the same.
  private func surroundings<Value>(
    of list: ItemList<Value>, _ view: (Value) -> TemplateValue?
  ) -> TemplateValue {
    .list(
      list.parts.map { part in
        switch part {
        case .prose(let block):
          return ["prose": html([block]), "group": .absent, "isList": .bool(false)]
        case .items(let group, let isOrdered, let values):
          let items = values.compactMap(view)
          return [
            "prose": .absent, "group": html(group), "isOrdered": .bool(isOrdered),
            "isList": .bool(!items.isEmpty), "items": .list(items),
          ]
        }
      })
  }

  /// One item, with what its section adds.
  func item(_ item: Item, _ more: [(String, TemplateValue)] = []) -> TemplateValue {
    var fields: [(String, TemplateValue)] = [
      ("isOptional", .bool(item.isOptional)), ("text", html(item.text)),
      ("details", html(item.details)),
    ]
    if let name = item.name {
      fields.append(("name", self.name(name)))
      fields.append(("note", html(name.note)))
      fields.append(("hasBoth", .bool(!item.text.isEmpty)))
    }
    return record(
      answeringFor: ["name", "note", "hasBoth", "beneficiary"], fields + more)
  }

  /// A name with its link to the document that it names.
  private func name(_ name: ItemName) -> TemplateValue {
    guard let link = name.link else { return html(name.text) }
    return html(RichText(InlineSequence(of: link), clip: link.range))
  }

  private func step(_ step: Step) -> TemplateValue {
    [
      "name": html(step.name), "text": html(step.text),
      "duration": .html(typeset(step.duration?.value.map(site.words) ?? "")),
      "details": html(step.item.details),
    ]
  }

  /// The document's flows, one row each.
  var flowRows: [TemplateValue] {
    catalogue.flows(of: index).map { flowRow($0) }
  }

  /// One flow as a row of a table.
  func flowRow(_ flow: ResolvedFlow) -> TemplateValue {
    let route = flow.flow.route.value
    let nature = route?.nature
    return [
      "from": party(flow.from, route?.from), "to": party(flow.to, route?.to),
      "label": html(route?.label),
      "nature": .html(typeset(nature.map { site.strings[$0] } ?? "")),
      "natureClass": .text(nature.map { "flux-" + slug($0.rawValue) } ?? ""),
      "isOptional": .bool(flow.flow.isOptional), "details": html(flow.flow.item.details),
    ]
  }

  /// Who stands at the end of a flow, linked where there is a page.
  private func party(_ party: FlowParty, _ end: Flow.End?) -> TemplateValue {
    [
      "name": .html(typeset(site.name(of: party, end, in: index))),
      "href": pageAddress(of: party).map { .text($0) } ?? .absent,
    ]
  }
}

extension Site {
  /// A duration in the words of the site's language: `1 h 40`, `4 à 6 mois`.
  func words(_ duration: Duration) -> String {
    func one(_ value: Int) -> String {
      guard duration.unit == .minute else { return String(value) }
      guard value >= 60 else { return "\(value) min" }
      let rest = value % 60
      return rest == 0 ? "\(value / 60) h" : "\(value / 60) h \(rest < 10 ? "0" : "")\(rest)"
    }
    let unit = duration.unit == .minute ? "" : " " + strings["unit." + duration.unit.rawValue]
    guard duration.upper != duration.lower else { return one(duration.lower) + unit }
    return "\(one(duration.lower)) \(strings["range.to"]) \(one(duration.upper))\(unit)"
  }
}

package import CanevasModel
import CanevasSource
import CanevasSyntax

/// A typed document as text that a stranger can read: what the goldens of the model hold.
package struct ModelDump {
  private let document: TypedDocument
  package private(set) var text = ""

  package init(_ document: TypedDocument) {
    self.document = document
    head()
    for section in document.sections { dump(section) }
    list("lien", document.links) { link in
      "\(link.role.rawValue)\(link.isNaming ? " (nom)" : "") → \(link.destination)"
    }
    list("montant", document.amounts) { describe($0) }
    list("ancre", document.anchors) { $0.id }
    let lines = LineIndex(document.file.bytes)
    list("défaut", document.defects) { defect in
      let start = lines.position(at: defect.range.lowerBound, in: document.file.bytes)
      let near = defect.nearest.isEmpty ? "" : " ~ \(defect.nearest.prefix(3))"
      return "\(start.line):\(start.column) \(defect.kind)\(near)"
    }
  }

  private mutating func line(_ words: String) { text += words + "\n" }

  private mutating func list<Element>(
    _ label: String, _ elements: [Element], _ describe: (Element) -> String
  ) {
    for element in elements { line("\(label): \(describe(element))") }
  }

  private mutating func head() {
    line("\(document.id.kind.rawValue) \(document.id.slug)")
    line("titre: \(document.head.title.value?.plain ?? "(signalé)")")
    if let tagline = document.head.tagline { line("accroche: \(tagline.plain)") }
    for entry in document.head.metadata.entries {
      let values = entry.values.map { value in
        let link = value.link.map { " → " + String(decoding: $0.destination, as: UTF8.self) } ?? ""
        return value.text.plain + link + (value.note.map { " (\($0.plain))" } ?? "")
      }
      line("\(entry.key.rawValue) = \(values.joined(separator: " | "))")
    }
    line("faits: \(facts)")
    for story in document.head.stories {
      line("voix: \(story.paragraphs.map(\.text.plain).joined(separator: " / "))")
      if let teller = story.teller { line("  par: \(teller.plain)") }
    }
    for block in document.head.introduction { line("introduction: \(block.kind)") }
  }

  /// The facts that are more than words.
  private var facts: String {
    switch document.facts {
    case .catalogue(let facts): "langue \(facts.language)"
    case .canvas(let facts):
      "statut \(describe(facts.status)), modèle \(facts.model), date \(facts.date?.iso ?? "–")"
        + (facts.reviewed.map { ", revu \($0.date?.iso ?? "–") \($0.entries.map(\.fingerprint))" }
          ?? "")
    case .theme(let facts): "couleur \(facts.colour.map(\.rawValue) ?? "–")"
    case .actor(let facts): "type \(describe(facts.type)), aussi \(facts.aliases)"
    case .inspiringCase(let facts): "lieu \(facts.place ?? "–")"
    case .actionSheet(let facts):
      "durée \(facts.duration.map(describe) ?? "–"), \(facts.start?.iso ?? "–") à "
        + (facts.end?.iso ?? "–")
    case .diagnosis(let facts): "approche \(facts.approach.map(\.rawValue) ?? "–")"
    case .workshop(let facts): "durée \(facts.duration.map(describe) ?? "–")"
    case .experiment(let facts): "outil \(describe(facts.tool))"
    case .guidePage(let facts): "phase \(facts.phase?.rawValue ?? "–")"
    case .source(let facts): "année \(facts.year?.iso ?? "–")"
    }
  }

  private mutating func dump(_ section: Section) {
    line("## \(section.name.map { "\($0)" } ?? "libre") « \(section.heading.text.plain) »")
    switch section.content {
    case .challenge(let challenge):
      list("  ouverture", challenge.opening) { sentence in
        switch sentence {
        case .question(let text): "question « \(text.plain) »"
        case .statement(let text): "constat « \(text.plain) »"
        }
      }
      list("  solution", challenge.solution, \.text.plain)
    case .prose(let blocks): list("  prose", blocks) { "\($0.kind) \($0.text.plain)" }
    case .items(let list): dump(list) { describe($0) }
    case .propositions(let list):
      dump(list) { "[pour \($0.beneficiary?.text.plain ?? "–")] " + describe($0.item) }
    case .revenue(let list):
      dump(list) { stream in
        "[\(stream.mechanism?.rawValue ?? "–")] " + describe(stream.item)
          + stream.amounts.map { " {\(describe($0))}" }.joined()
      }
    case .indicators(let list):
      dump(list) { "[\($0.measure.map { "\($0)" } ?? "–")] " + describe($0.item) }
    case .flows(let list): dump(list) { describe($0) }
    case .offering(let offering):
      line("  cœur \(offering.core?.plain ?? "–")")
      line("  valeur \(offering.mainValue?.plain ?? "–")")
      line("  identité \(offering.identity?.plain ?? "–")")
      dump(offering.further) { describe($0) }
    case .forces(let parts):
      for part in parts {
        line("  ### \(part.heading?.text.plain ?? "–")")
        dump(part.items) { "[\($0.nature?.rawValue ?? "–")] " + describe($0.item) }
      }
    case .evaluation(let parts):
      for part in parts {
        line("  ### \(part.heading?.text.plain ?? "–")")
        dump(part.items) { "[\($0.sign?.rawValue ?? "–")] " + describe($0.item) }
      }
    case .steps(let list):
      dump(list) { step in
        "\(step.name.plain) [\(step.duration?.value.map(describe) ?? "–")] \(step.text.plain)"
      }
    case .votes(let list):
      dump(list) { "\($0.item.plain) [\($0.count.map(String.init) ?? "–")]" }
    }
  }

  private mutating func dump<Value>(_ list: ItemList<Value>, _ describe: (Value) -> String) {
    for part in list.parts {
      switch part {
      case .prose(let block): line("  prose \(block.text.plain)")
      case .items(let group, let isOrdered, let values):
        if let group { line("  groupe \(group.plain)") }
        for value in values { line("  \(isOrdered ? "1." : "-") \(describe(value))") }
      }
    }
  }
}

private func describe(_ item: Item) -> String {
  let optional = item.isOptional ? "(optionnel) " : ""
  let name = item.name.map { name in
    "<\(name.plain)\(name.link == nil ? "" : " →")\(name.note.map { " (\($0.plain))" } ?? "")> "
  }
  let details = item.details.isEmpty ? "" : " + \(item.details.count) bloc(s)"
  return optional + (name ?? "") + item.text.plain + details
}

private func describe(_ flow: Flow) -> String {
  guard let route = flow.route.value else { return "(signalé)" }
  let optional = flow.isOptional ? "(optionnel) " : ""
  return "\(optional)<\(route.from.plain)> → <\(route.to.plain)> \(route.label.plain)"
    + " [\(route.nature?.rawValue ?? "–")]"
}

package func describe(_ amount: Amount) -> String {
  let number =
    amount.lower == amount.upper
    ? amount.lower.decimal : "\(amount.lower.decimal)…\(amount.upper.decimal)"
  let measure =
    switch amount.measure {
    case .unit(let unit): unit.rawValue
    case .count(let what): "× \(what)"
    }
  return "\(number) \(measure)" + (amount.period.map { " par \($0.rawValue)" } ?? "")
}

package func describe(_ duration: Duration) -> String {
  let number =
    duration.lower == duration.upper
    ? "\(duration.lower)" : "\(duration.lower)…\(duration.upper)"
  return "\(number) \(duration.unit.rawValue)"
}

private func describe<Word: RawRepresentable>(_ word: Found<Word>) -> String {
  word.value.map { "\($0.rawValue)" } ?? "(signalé)"
}

import CanevasCheck
import CanevasLink
import CanevasModel
import CanevasSource
import CanevasSyntax

extension EditorQuery {
  /// What is told of the thing at an offset: what a heading or a key is for, the card of a
  /// document that a link or a name leads to, how an amount or a mechanism is read.
  package func hover(at offset: Int) -> Hover? {
    guard let subject = subject(at: place(offset)), let text = markdown(subject.thing) else {
      return nil
    }
    return Hover(range: subject.range, markdown: text)
  }

  private func markdown(_ thing: Subject.Thing) -> String? {
    switch thing {
    case .link(let number): linkText(number)
    case .topic(let topic): markdown(topic)
    case .word(let key): markdown(.key(key))
    case .alias: markdown(.key(.aliases))
    case .party(let party, let name): markdown(party, name: name)
    case .mention(let actor, _): card(of: actor)
    case .mechanism(let mechanism):
      "**\(mechanism.rawValue)** — \(mechanism.meaning[language])"
    case .nature(let nature): "**\(nature.rawValue)** — \(nature.meaning[language])"
    case .amount(let amount): reading(of: amount)
    case .rule(let code): Rule.named(code).map(markdown)
    case .title: card(of: index)
    case .heading: nil
    }
  }

  private func linkText(_ number: Int) -> String? {
    switch catalogue.targets[index][number] {
    case .document(let target, let anchor):
      let heading = anchor.flatMap { catalogue.documents[target].heading($0) }
      return card(of: target, section: heading?.text.plain)
    case .asset(let path): return CanevasEditor.markdown(path)
    case .external, .broken: return nil
    }
  }

  private func markdown(_ party: FlowParty, name: String) -> String? {
    switch party {
    case .actor(let actor): return card(of: actor)
    case .service:
      let words = Bilingual("le service que cette fiche décrit", "the service of this canvas")
      return "**\(CanevasEditor.markdown(document.title))** — \(words[language])"
    case .group(let group):
      let key = nameKey(group)
      let parties = catalogue.parties(of: index)
      guard
        let found = parties.first(where: {
          nameKey($0.item.name?.plain ?? $0.item.text.plain) == key
        })
      else { return "**\(CanevasEditor.markdown(group))**" }
      let text = found.item.name == nil ? "" : CanevasEditor.markdown(found.item.text.plain)
      return paragraphs([
        "**\(CanevasEditor.markdown(group))** — \(CanevasEditor.markdown(found.section.heading))",
        text,
      ])
    case .unknown: return nil
    }
  }

  private func markdown(_ rule: Rule) -> String {
    let documentation = rule.documentation
    return paragraphs([
      "**\(rule.code)** — \(documentation.severity.words[language])",
      sentence(documentation.summary[language]), documentation.reason[language],
      documentation.remedy[language],
    ])
  }

  private func reading(of amount: Amount) -> String {
    var text = number(amount.lower)
    if amount.lower != amount.upper { text += "–" + number(amount.upper) }
    switch amount.measure {
    case .unit(let unit): text += " " + unit.rawValue
    case .count(let what): text += " × " + CanevasEditor.markdown(what)
    }
    if let period = amount.period {
      text += Bilingual(" par \(period.rawValue)", " a \(period.english)")[language]
    }
    let figure = Bilingual("chiffre clé de la fiche", "key figure of the canvas")
    return "**\(text)** — \(figure[language])"
  }
}

extension EditorQuery {
  /// A number with the decimal mark of the language.
  private func number(_ quantity: Quantity) -> String {
    language == .french ? quantity.decimal.replacing(".", with: ",") : quantity.decimal
  }
}

extension Period {
  fileprivate var english: String {
    switch self {
    case .hour: "hour"
    case .day: "day"
    case .week: "week"
    case .month: "month"
    case .year: "year"
    }
  }
}

import CanevasModel
import CanevasSource
import CanevasSyntax

// What a document does not say has no member: a text that is empty, a flag that is not set, a list
// without elements.
extension JSONWriter {
  mutating func member(_ key: String, ifAny text: String?) {
    if let text, !text.isEmpty { member(key, text) }
  }

  mutating func member(_ key: String, ifAny text: RichText?) {
    if let text, !text.isEmpty { member(key, text.plain) }
  }

  mutating func member(_ key: String, ifAny word: (some Vocabulary)?) {
    if let word { member(key, word.rawValue) }
  }

  mutating func member(_ key: String, ifAny date: PartialDate?) {
    if let date { member(key, date.iso) }
  }

  mutating func member(_ key: String, ifSet flag: Bool) {
    if flag { member(key, true) }
  }

  mutating func member(_ key: String, ifAny duration: Duration?) {
    guard let duration else { return }
    member(key) { writer in
      writer.object { writer in
        writer.member("lower", duration.lower)
        writer.member("upper", duration.upper)
        writer.member("unit", duration.unit.rawValue)
      }
    }
  }

  mutating func member<Element>(
    _ key: String, listOf elements: [Element], _ body: (inout JSONWriter, Element) -> Void
  ) {
    guard !elements.isEmpty else { return }
    member(key) { $0.array(elements, body) }
  }

  mutating func member(_ key: String, listOf amounts: [Amount], in file: SourceFile) {
    member(key, listOf: amounts) { writer, amount in
      writer.object { $0.members(of: amount, in: file) }
    }
  }

  /// What an amount says, with its words as written.
  mutating func members(of amount: Amount, in file: SourceFile) {
    member("text", file.text(amount.range))
    member("lower") { $0.number(decimal: amount.lower.decimal) }
    member("upper") { $0.number(decimal: amount.upper.decimal) }
    switch amount.measure {
    case .unit(let unit): member("unit", unit.rawValue)
    case .count(let what): member("counted", what)
    }
    if let period = amount.period { member("per", period.rawValue) }
  }
}

package import CanevasModel
import CanevasSource
import CanevasSyntax

/// How a piece's values differ; when the words were kept, why it says something else all the same.
func facts(
  from old: PieceReading, _ index: Int, to new: PieceReading, _ other: Int, keepsWords: Bool
) -> [Fact] {
  var facts: [Fact] = []
  if let entry = old.entry(index), let newEntry = new.entry(other) {
    facts = entryFacts(entry, newEntry, kind: new.tree.document.id.kind)
  } else {
    facts += flowFacts(old.flow(index)?.route.value, new.flow(other)?.route.value)
    if old.word(index) != new.word(other) {
      facts.append(.word(old: old.word(index), new: new.word(other)))
    }
    facts += amountFacts(from: old.amounts(index), to: new.amounts(other))
    facts += linkFacts(
      from: old.links(index).map(LinkValue.init), to: new.links(other).map(LinkValue.init))
    let wasOptional = old.item(index)?.isOptional ?? false
    let isOptional = new.item(other)?.isOptional ?? false
    if wasOptional != isOptional { facts.append(.optional(isOptional: isOptional)) }
  }
  if facts.isEmpty, keepsWords { facts = [.emphasis] }
  return facts
}

/// The values of an entry that came, went or lead elsewhere.
private func entryFacts(
  _ old: Metadata.Entry, _ new: Metadata.Entry, kind: Kind
) -> [Fact] {
  let (olds, news) = (old.values.map(LinkValue.init), new.values.map(LinkValue.init))
  if case .words = new.key.shape(in: kind), olds.count <= 1, news.count <= 1 {
    let (word, newWord) = (olds.first?.text, news.first?.text)
    return word == newWord ? [] : [.word(old: word, new: newWord)]
  }
  if new.key == .reviewed { return reviewFacts(old, new) }
  let facts = valueFacts(from: olds, to: news)
  return facts.isEmpty && olds != news && Set(olds) == Set(news) ? [.order] : facts
}

/// What a review recorded; its fingerprints are for programs.
private func reviewFacts(_ old: Metadata.Entry, _ new: Metadata.Entry) -> [Fact] {
  let (olds, news) = (old.values.filter { $0.link != nil }, new.values.filter { $0.link != nil })
  let titles = Set(news.map { tidy($0.text.plain) })
  let known = Dictionary(
    olds.map { (shown($0), LinkValue($0)) }, uniquingKeysWith: { first, _ in first })
  let told: [Fact] = news.compactMap { value in
    guard let former = known[shown(value)] else { return .reviewed(tidy(value.text.plain)) }
    // Nobody reviewed it again: the document has another path.
    let link = LinkValue(value)
    guard former != link else { return nil }
    return .destination(
      text: tidy(value.text.plain), old: former.destination ?? "", new: link.destination ?? "")
  }
  return told
    + olds.map { tidy($0.text.plain) }.filter { !titles.contains($0) }
    .map { .value(removed: $0, added: nil) }
}

/// A link's words with where it leads; other values lead nowhere.
private struct LinkValue: Hashable {
  let text: String
  let destination: String?

  init(_ value: Metadata.Value) {
    text = shown(value)
    destination = value.link.map { String(decoding: $0.destination, as: UTF8.self) }
  }

  init(_ link: Link) {
    text = tidy(link.inline.plain)
    destination = link.destination
  }

  var described: String { destination.map { "\(text) (\($0))" } ?? text }
}

/// What only one of two lists holds, each value as often as it is in excess.
private func excess<Value: Hashable>(
  of values: [Value], over others: [Value]
) -> [Value] {
  var counts: [Value: Int] = [:]
  for value in others { counts[value, default: 0] += 1 }
  return values.filter { value in
    counts[value, default: 0] -= 1
    return counts[value, default: 0] < 0
  }
}

/// Takes the values out of two lists that have the same words: only where they lead differs.
private func destinationFacts(
  _ gone: inout [LinkValue], _ come: inout [LinkValue]
) -> [Fact] {
  var facts: [Fact] = []
  for value in gone {
    guard let place = come.firstIndex(where: { $0.text == value.text }),
      let former = gone.firstIndex(of: value)
    else { continue }
    facts.append(
      .destination(
        text: value.text, old: value.destination ?? "", new: come[place].destination ?? ""))
    come.remove(at: place)
    gone.remove(at: former)
  }
  return facts
}

/// Values of the metadata that came or went. One for one is told as one change.
private func valueFacts(from old: [LinkValue], to new: [LinkValue]) -> [Fact] {
  var gone = excess(of: old, over: new)
  var come = excess(of: new, over: old)
  let moved = destinationFacts(&gone, &come)
  if old.count == 1, new.count == 1, let value = gone.first, let other = come.first {
    return moved + [.value(removed: value.text, added: other.text)]
  }
  return moved + gone.map { .value(removed: $0.text, added: nil) }
    + come.map { .value(removed: nil, added: $0.text) }
}

/// Links of a text that came, went or lead elsewhere.
private func linkFacts(from old: [LinkValue], to new: [LinkValue]) -> [Fact] {
  var gone = excess(of: old, over: new)
  var come = excess(of: new, over: old)
  let moved = destinationFacts(&gone, &come)
  return moved + gone.map { .value(removed: $0.described, added: nil) }
    + come.map { .value(removed: nil, added: $0.described) }
}

private func flowFacts(_ old: Flow.Route?, _ new: Flow.Route?) -> [Fact] {
  guard let old, let new else { return [] }
  var facts: [Fact] = []
  func add(_ old: String, _ new: String, _ fact: (String, String) -> Fact) {
    let (old, new) = (tidy(old), tidy(new))
    if old != new { facts.append(fact(old, new)) }
  }
  add(old.from.plain, new.from.plain) { .flowFrom(old: $0, new: $1) }
  add(old.to.plain, new.to.plain) { .flowTo(old: $0, new: $1) }
  add(old.label.plain, new.label.plain) { .flowLabel(old: $0, new: $1) }
  return facts
}

/// Which amounts became others. What is measured alike belongs together, in the order of the text.
func amountFacts(from old: [Amount], to new: [Amount]) -> [Fact] {
  let difference = LineDifference(from: old.map(\.value), to: new.map(\.value))
  let (keptOld, keptNew) = (Set(difference.kept.map(\.old)), Set(difference.kept.map(\.new)))
  let gone = old.indices.filter { !keptOld.contains($0) }.map { old[$0] }
  var come = new.indices.filter { !keptNew.contains($0) }.map { new[$0] }
  var partners: [Amount?] = Array(repeating: nil, count: gone.count)
  for isLike in [Amount.isMeasuredLike, Amount.isOfKind] {
    for (place, amount) in gone.enumerated() where partners[place] == nil {
      guard let other = come.firstIndex(where: { isLike(amount)($0) }) else { continue }
      partners[place] = come.remove(at: other)
    }
  }
  let changed = zip(gone, partners).map { Fact.amount(old: $0, new: $1) }
  return changed + come.map { .amount(old: nil, new: $0) }
}

extension Amount {
  /// What an amount says, wherever it stands.
  fileprivate struct Value: Hashable {
    let lower: Quantity
    let upper: Quantity
    let measure: String
    let period: Period?
  }

  fileprivate var value: Value {
    Value(lower: lower, upper: upper, measure: measureKey, period: period)
  }

  private var measureKey: String {
    switch measure {
    case .unit(let unit): unit.rawValue
    case .count(let word): "#" + nameKey(word)
    }
  }

  /// Whether another amount is of the same sort over the same time: 250 €/mois and 2 k€/mois.
  fileprivate func isMeasuredLike(_ other: Amount) -> Bool {
    isOfKind(other) && period == other.period
  }

  /// Whether another amount is of the same sort: both money, say.
  fileprivate func isOfKind(_ other: Amount) -> Bool {
    if case .unit(let unit) = measure, case .unit(let otherUnit) = other.measure {
      return unit.base.unit == otherUnit.base.unit
    }
    return measureKey == other.measureKey
  }

  /// By how much another amount is more than this one: as a share of it, or in points where both
  /// are shares. `nil` where that cannot be said: of ranges, of other times, of nothing.
  package func growth(to other: Amount) -> Growth? {
    guard isMeasuredLike(other), lower == upper, other.lower == other.upper else { return nil }
    let (own, others) = (amountInBase, other.amountInBase)
    if case .unit(.percent) = measure {
      return .points(Quantity(thousandths: other.lower.thousandths - lower.thousandths))
    }
    guard own > 0 else { return nil }
    let change = Double(others - own) / Double(own) * 100
    // More than ten times as much is not told in hundredths.
    guard change.magnitude < 1000 else { return nil }
    return .percent(change)
  }

  private var amountInBase: Int {
    guard case .unit(let unit) = measure else { return lower.thousandths }
    let (product, overflows) = lower.thousandths.multipliedReportingOverflow(by: unit.base.factor)
    return overflows ? .max : product
  }

  /// How an amount grew, or shrank.
  package enum Growth: Hashable, Sendable {
    case percent(Double)
    case points(Quantity)
  }
}

extension Unit {
  /// The unit that all units of the sort are counted in, and how many of it this one is.
  fileprivate var base: (unit: Unit, factor: Int) {
    switch self {
    case .thousandEuros: (.euro, 1000)
    case .millionEuros: (.euro, 1_000_000)
    case .are: (.squareMetre, 100)
    case .hectare: (.squareMetre, 10_000)
    case .kilometre: (.metre, 1000)
    case .kilogram: (.gram, 1000)
    case .tonne: (.gram, 1_000_000)
    case .hour: (.minute, 60)
    case .year: (.month, 12)
    case .euro, .percent, .squareMetre, .cubicMetre, .metre, .gram, .litre, .kilowattHour,
      .minute, .day, .week, .month:
      (self, 1)
    }
  }
}

import CanevasModel
package import CanevasSource

/// A comparison as data for other programs, as `comparaison.schema.json` describes it. `version`
/// grows when a member changes its meaning or goes away; a new member leaves it.
///
/// Every member is always there, `null` where there is nothing to say. Offsets, lines and columns
/// are those of the checker's report.
package struct ComparisonJSON: Sendable {
  private let toolVersion: String
  private let language: MessageLanguage

  package init(toolVersion: String, in language: MessageLanguage) {
    self.toolVersion = toolVersion
    self.language = language
  }

  /// One JSON object and a line end.
  package func bytes(of comparison: CatalogueComparison) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("version", 1)
      writer.member("tool") { writer in
        writer.object { writer in
          writer.member("name", "canevas")
          writer.member("version", toolVersion)
        }
      }
      writer.member("language", language.rawValue)
      writer.member("same", comparison.isSame)
      writer.member("summary", comparison.summary[language])
      writer.member("counts") { $0.counts(comparison.counts) }
      writer.member("documents") { writer in
        writer.array(comparison.documents) { $0.document($1, language) }
      }
      writer.member("effects") { writer in
        guard let effects = comparison.sideEffects else { return writer.null() }
        writer.array(effects) { $0.effect($1, language) }
      }
    }
    return writer.bytes + [UInt8(ascii: "\n")]
  }
}

extension JSONWriter {
  fileprivate mutating func counts(_ counts: CatalogueComparison.Counts) {
    object { writer in
      writer.member("documents", counts.documents)
      writer.member("added", counts.added)
      writer.member("removed", counts.removed)
      writer.member("changed", counts.changed)
      writer.member("moved", counts.moved)
    }
  }

  fileprivate mutating func effect(_ effect: SideEffect, _ language: MessageLanguage) {
    object { writer in
      writer.member("kind", effect.kind.rawValue)
      writer.member("message", effect.message[language])
      writer.member("code", optional: effect.code)
      writer.member("place", effect.place)
    }
  }

  fileprivate mutating func document(
    _ comparison: DocumentComparison, _ language: MessageLanguage
  ) {
    let places = ComparisonLines(comparison)
    object { writer in
      writer.member("file", comparison.path)
      writer.member("formerFile", optional: comparison.formerPath)
      writer.member("kind", comparison.document.id.kind.rawValue)
      writer.member("title", comparison.document.title)
      writer.member("fate", comparison.fate.rawValue)
      writer.member("readable", !comparison.isHidden)
      writer.member("obstacles") { writer in
        let versions = [("old", comparison.oldObstacle), ("new", comparison.newObstacle)]
        writer.array(versions.filter { $0.1 != nil }) { writer, version in
          guard let obstacle = version.1 else { return }
          writer.object { writer in
            writer.member("version", version.0)
            writer.member("code", obstacle.code)
            writer.member("message", obstacle.message[language])
            writer.member(
              "place", places.place(of: obstacle.location, isNew: version.0 == "new"))
          }
        }
      }
      writer.member("account") { writer in
        guard comparison.matching == nil else { return writer.null() }
        writer.object { writer in
          let account = comparison.account
          writer.member("sections", account.sections)
          writer.member("items", account.items)
          writer.member("words", account.words)
        }
      }
      writer.member("changes") { writer in
        writer.array(comparison.changes) { $0.change($1, places, language) }
      }
    }
  }

  private mutating func change(
    _ change: Change, _ places: ComparisonLines, _ language: MessageLanguage
  ) {
    object { writer in
      writer.member("action", change.action.rawValue)
      writer.member("moved", change.isMoved)
      writer.member("subject", change.subject.type)
      writer.member("name", optional: change.subject.name)
      writer.member("headings") { $0.array(change.headings) { $0.string($1) } }
      writer.member("formerHeadings") { writer in
        guard let headings = change.formerHeadings else { return writer.null() }
        writer.array(headings) { $0.string($1) }
      }
      writer.member("old") { $0.side(change.old, places, isNew: false) }
      writer.member("new") { $0.side(change.new, places, isNew: true) }
      writer.member("runs") { writer in
        writer.array(change.runs) { writer, run in
          writer.object { writer in
            writer.member("kind", run.kind.rawValue)
            writer.member("text", run.text)
          }
        }
      }
      writer.member("facts") { writer in
        writer.array(change.facts) { $0.fact($1, of: change.subject, language) }
      }
    }
  }

  private mutating func side(
    _ side: Change.Side?, _ places: ComparisonLines, isNew: Bool
  ) {
    guard let side else { return null() }
    object { writer in
      writer.member("file", side.location.path)
      writer.member("range") { writer in
        writer.object { writer in
          for (name, offset) in [
            ("start", side.location.range.lowerBound), ("end", side.location.range.upperBound),
          ] {
            writer.member(name) { $0.position(offset, places, isNew: isNew) }
          }
        }
      }
      writer.member("text", side.text)
      writer.member("inside") { $0.array(side.inside) { $0.string($1) } }
    }
  }

  private mutating func position(_ offset: Int, _ places: ComparisonLines, isNew: Bool) {
    let position = places.position(at: offset, isNew: isNew)
    object { writer in
      writer.member("offset", offset)
      writer.member("line", position.line)
      writer.member("column", position.column)
    }
  }

  private mutating func fact(
    _ fact: Fact, of subject: Change.Subject, _ language: MessageLanguage
  ) {
    let words = fact.words(of: subject)
    object { writer in
      writer.member("type", fact.type)
      writer.member("text", words.text(language))
      writer.member("old", optional: words.old)
      writer.member("new", optional: words.new)
      writer.member("oldAmount") { $0.amount(fact.amounts?.old) }
      writer.member("newAmount") { $0.amount(fact.amounts?.new) }
      writer.member("growth") { writer in
        guard let growth = fact.growth else { return writer.null() }
        writer.object { writer in
          writer.member("by", growth.unit)
          writer.member("value") { $0.number(decimal: growth.decimal) }
        }
      }
    }
  }

  private mutating func amount(_ amount: Amount?) {
    guard let amount else { return null() }
    object { writer in
      writer.member("lower") { $0.number(decimal: amount.lower.decimal) }
      writer.member("upper") { $0.number(decimal: amount.upper.decimal) }
      switch amount.measure {
      case .unit(let unit):
        writer.member("unit", unit.rawValue)
        writer.member("counted", optional: nil)
      case .count(let word):
        writer.member("unit", optional: nil)
        writer.member("counted", word)
      }
      writer.member("per", optional: amount.period?.rawValue)
    }
  }

  private mutating func member(_ key: String, optional text: String?) {
    member(key) { writer in
      if let text { writer.string(text) } else { writer.null() }
    }
  }
}

extension Change.Subject {
  /// The subject's word in data.
  fileprivate var type: String {
    switch self {
    case .title: "title"
    case .tagline: "tagline"
    case .story: "story"
    case .entry: "entry"
    case .section: "section"
    case .item: "item"
    case .flow: "flow"
    case .text: "text"
    case .waiver: "waiver"
    }
  }

  fileprivate var name: String? {
    switch self {
    case .entry(let name), .item(let name), .waiver(let name): name.isEmpty ? nil : name
    case .title, .tagline, .story, .section, .flow, .text: nil
    }
  }
}

extension Fact {
  /// The fact's word in data.
  fileprivate var type: String {
    switch self {
    case .amount: "amount"
    case .word: "word"
    case .flowFrom: "flowFrom"
    case .flowTo: "flowTo"
    case .flowLabel: "flowLabel"
    case .value: "value"
    case .destination: "destination"
    case .optional(let isOptional): isOptional ? "becameOptional" : "becameRequired"
    case .reviewed: "reviewed"
    case .order: "order"
    case .emphasis: "emphasis"
    }
  }

  fileprivate var amounts: (old: Amount?, new: Amount?)? {
    guard case .amount(let old, let new) = self else { return nil }
    return (old, new)
  }

  fileprivate var growth: Amount.Growth? {
    guard case .amount(let old?, let new?) = self else { return nil }
    return old.growth(to: new)
  }
}

extension Amount.Growth {
  fileprivate var unit: String {
    switch self {
    case .percent: "percent"
    case .points: "points"
    }
  }

  /// The number to a tenth.
  fileprivate var decimal: String {
    switch self {
    case .percent(let share):
      let tenths = Int((share.magnitude * 10).rounded())
      let sign = share < 0 && tenths > 0 ? "-" : ""
      return sign + "\(tenths / 10)" + (tenths % 10 == 0 ? "" : ".\(tenths % 10)")
    case .points(let points):
      let sign = points.thousandths < 0 ? "-" : ""
      return sign + Quantity(thousandths: Int(points.thousandths.magnitude)).decimal
    }
  }
}

import CanevasCheck
import CanevasLink
package import CanevasModel
import CanevasReport
package import CanevasSource

/// A fact in words: what is another value now, as it was and as it is.
package struct FactWords: Hashable, Sendable {
  /// What the values are of; `nil` where they speak for themselves.
  package let label: Bilingual?
  package let old: String?
  package let new: String?
  /// What there is to say besides the values, or instead of them.
  package let note: Bilingual?

  fileprivate init(
    _ label: Bilingual? = nil, old: String? = nil, new: String? = nil, note: Bilingual? = nil
  ) {
    self.label = label
    self.old = old
    self.new = new
    self.note = note
  }
}

extension Fact {
  /// What a reviewer is told of the fact.
  package func words(of subject: Change.Subject) -> FactWords {
    switch self {
    case .amount(let old?, let new?):
      FactWords(old: old.words, new: new.words, note: old.growth(to: new)?.words)
    case .amount(let old, let new):
      FactWords(Bilingual("montant", "amount"), old: old?.words, new: new?.words)
    case .word(let old, let new):
      FactWords(
        subject == .flow ? Bilingual("nature", "nature") : nil, old: old ?? "—", new: new ?? "—")
    case .flowFrom(let old, let new):
      FactWords(Bilingual("départ", "from"), old: old, new: new)
    case .flowTo(let old, let new): FactWords(Bilingual("arrivée", "to"), old: old, new: new)
    case .flowLabel(let old, let new):
      FactWords(
        Bilingual("objet", "what flows"), old: old.isEmpty ? "—" : old, new: new.isEmpty ? "—" : new
      )
    case .value(let removed, let added):
      FactWords(subject.isEntry ? nil : Bilingual("lien", "link"), old: removed, new: added)
    case .destination(let text, let old, let new):
      FactWords(
        Bilingual("lien « \(text) »", "link “\(text)”"), old: old.isEmpty ? "—" : old,
        new: new.isEmpty ? "—" : new)
    case .optional(let isOptional):
      FactWords(
        note: isOptional
          ? Bilingual("devient optionnel", "becomes optional")
          : Bilingual("n'est plus optionnel", "is no longer optional"))
    case .reviewed(let title):
      FactWords(note: Bilingual("relue avec « \(title) »", "reviewed with “\(title)”"))
    case .order:
      FactWords(
        note: Bilingual("mêmes valeurs, autre ordre", "same values, another order"))
    case .emphasis:
      FactWords(note: Bilingual("mêmes mots, autre mise en valeur", "same words, other emphasis"))
    }
  }
}

extension Change.Subject {
  package var isEntry: Bool {
    if case .entry = self { true } else { false }
  }
}

extension FactWords {
  /// The fact as one text: « 250 €/mois → 280 €/mois (+12 %) », « lien ajouté : … ».
  package func text(_ language: MessageLanguage) -> String {
    let values: String
    switch (old, new) {
    case (let old?, let new?): values = opening(language) + old + " → " + new
    case (let old?, nil): values = came(Bilingual("retiré", "removed"), language) + old
    case (nil, let new?): values = came(Bilingual("ajouté", "added"), language) + new
    case (nil, nil): return note?[language] ?? ""
    }
    return values + (note.map { " (\($0[language]))" } ?? "")
  }

  /// What stands before the values where there are two.
  package func opening(_ language: MessageLanguage) -> String {
    label.map { $0[language] + Bilingual(" : ", ": ")[language] } ?? ""
  }

  /// What stands before a value that came or went.
  private func came(_ word: Bilingual, _ language: MessageLanguage) -> String {
    (label.map { $0[language] + " " } ?? "") + word[language] + Bilingual(" : ", ": ")[language]
  }
}

extension Amount {
  /// The amount as French writes it: « 1 500 € », « 0,80 € », « 15–20 % », « 250 €/mois ».
  package var words: String {
    func written(_ quantity: Quantity) -> String {
      let isCents = measure == .unit(.euro) && quantity.thousandths % 1000 != 0
      return quantity.words + (isCents && quantity.thousandths % 100 == 0 ? "0" : "")
    }
    let number = lower == upper ? written(lower) : written(lower) + "–" + written(upper)
    let measured =
      switch measure {
      case .unit(let unit): unit.rawValue
      case .count(let word): word
      }
    return number + " " + measured + (period.map { "/" + $0.rawValue } ?? "")
  }
}

extension Quantity {
  /// The number in groups of three digits, with a decimal comma.
  package var words: String {
    let parts = decimal.split(separator: ".")
    var digits = Array(parts[0])
    for place in stride(from: digits.count - 3, to: 0, by: -3) where digits.count > 3 {
      digits.insert(" ", at: place)
    }
    return String(digits) + (parts.count > 1 ? "," + parts[1] : "")
  }
}

extension Amount.Growth {
  /// « +12 % », « −5 points ».
  package var words: Bilingual {
    switch self {
    case .percent(0), .points(Quantity(thousandths: 0)):
      return Bilingual("même montant", "same amount")
    case .percent(let share) where share.magnitude < 0.05:
      return share < 0
        ? Bilingual("baisse de moins de 0,1 %", "less than 0.1% lower")
        : Bilingual("hausse de moins de 0,1 %", "less than 0.1% higher")
    case .percent(let share):
      // A share below one is told to a tenth, so that it is not nothing.
      let isSmall = share.magnitude < 0.95
      let tenths = Int((share.magnitude * 10).rounded())
      let number = isSmall ? "0,\(tenths)" : String(Int(share.magnitude.rounded()))
      let sign = share < 0 ? "−" : "+"
      return Bilingual(
        sign + number + " %", sign + number.replacing(",", with: ".") + "%")
    case .points(let points):
      let size = Quantity(thousandths: Int(points.thousandths.magnitude))
      let sign = points.thousandths < 0 ? "−" : "+"
      let isOne = size.thousandths < 2000
      return Bilingual(
        "\(sign)\(size.words) point\(isOne ? "" : "s")",
        "\(sign)\(size.decimal) point\(size.thousandths == 1000 ? "" : "s")")
    }
  }
}

extension CatalogueComparison.Counts {
  /// « 3 documents : 2 ajouts, 1 retrait » ; nothing where nothing changed.
  package var words: Bilingual? {
    guard documents > 0 else { return nil }
    let opening = Words.counted(documents, Bilingual("document", "document"))
    guard let changes = changeWords else { return opening }
    return Bilingual(
      opening.french + " : " + changes.french, opening.english + ": " + changes.english)
  }

  /// « 2 ajouts, 1 retrait » ; nothing where nothing changed.
  package var changeWords: Bilingual? {
    let parts = [
      (added, Bilingual("ajout", "addition")), (removed, Bilingual("retrait", "removal")),
      (changed, Bilingual("changement", "change")), (moved, Bilingual("déplacement", "move")),
    ].filter { $0.0 > 0 }.map { Words.counted($0.0, $0.1) }
    guard !parts.isEmpty else { return nil }
    return Bilingual(
      parts.map(\.french).joined(separator: ", "), parts.map(\.english).joined(separator: ", "))
  }
}

extension CatalogueComparison {
  /// What stands in the last line: the counts, and what changed in form alone.
  package var summary: Bilingual {
    let formCount = documents.count { $0.fate == .same && $0.formerPath == nil }
    let renamedCount = documents.count { $0.formerPath != nil }
    var asides: [Bilingual] = []
    if formCount > 0 {
      let documents = Words.counted(formCount, Bilingual("document", "document"))
      asides.append(
        Bilingual(
          "\(documents.french) de forme seulement", "\(documents.english) in form alone"))
    }
    if renamedCount > 0 {
      let documents = Words.counted(renamedCount, Bilingual("document", "document"))
      asides.append(
        Bilingual(
          "\(documents.french) renommé\(renamedCount > 1 ? "s" : "")",
          "\(documents.english) renamed"))
    }
    let main = counts.words ?? Self.noChange
    guard !asides.isEmpty else { return main }
    return Bilingual(
      ([main] + asides).map(\.french).joined(separator: " ; "),
      ([main] + asides).map(\.english).joined(separator: "; "))
  }

  /// What is said of a change of form.
  package static let noChange = Bilingual(
    "aucun changement de sens", "no change of meaning")
}

/// What a document holds, in short: of one that came or went.
package struct DocumentAccount: Hashable, Sendable {
  package let sections: Int
  package let items: Int
  package let words: Int
}

extension DocumentComparison {
  /// What the document holds as it is now, or was last.
  package var account: DocumentAccount {
    let pieces = (new ?? old)?.pieces ?? []
    let reading = (new ?? old).map { PieceReading($0) }
    var sections = 0
    var items = 0
    var words = 0
    for (index, piece) in pieces.enumerated() {
      switch piece.kind {
      case .section: sections += 1
      case .item: items += 1
      case .document, .title, .tagline, .entry, .story, .subsection, .block, .comment: break
      }
      if piece.kind != .comment, piece.kind != .document {
        words += reading?.text(of: index).split { $0 == " " }.count ?? 0
      }
    }
    return DocumentAccount(sections: sections, items: items, words: words)
  }

  /// Why the versions cannot be read as they are meant, the old one's reason first.
  package var obstacles: [Diagnostic] { [oldObstacle, newObstacle].compactMap { $0 } }

  package var oldObstacle: Diagnostic? { old.flatMap { obstacle(of: $0.document) } }
  package var newObstacle: Diagnostic? { new.flatMap { obstacle(of: $0.document) } }

  private func obstacle(of document: TypedDocument) -> Diagnostic? {
    formattingObstacle(of: document).map {
      diagnostic(for: $0, in: document.file, Catalogue([], strays: []))
    }
  }
}

package import CanevasSource
package import CanevasSyntax

/// One section under a fixed heading, or under a free one.
package struct Section: Sendable {
  /// `nil` for a free heading.
  package let name: SectionName?
  package let heading: Block
  package let content: SectionContent
  /// The heading and all that stands under it, in bytes of the file.
  package let range: ByteRange
}

/// What a section says, typed by the shape of its name.
package enum SectionContent: Sendable {
  case challenge(Challenge)
  case items(ItemList<Item>)
  case propositions(ItemList<ValueProposition>)
  case revenue(ItemList<RevenueStream>)
  case indicators(ItemList<Indicator>)
  case flows(ItemList<Flow>)
  case offering(Offering)
  case forces([Subsection<Force>])
  case evaluation([Subsection<Effect>])
  case steps(ItemList<Step>)
  case votes(ItemList<Vote>)
  case prose([Block])
}

/// ENJEUX / SOLUTION: the questions that a canvas answers, and its answer.
package struct Challenge: Sendable {
  /// A sentence of the opening, told by its last mark.
  package enum Sentence: Sendable {
    case question(RichText)
    case statement(RichText)
  }

  /// The sentences of the paragraphs up to the first one without a question; a statement may
  /// precede them.
  package let opening: [Sentence]
  package let solution: [Block]

  /// The sentences of the opening that end in a question mark.
  package var questions: [RichText] {
    opening.compactMap { if case .question(let text) = $0 { text } else { nil } }
  }
}

/// A promise, and to whom it is made where the canvas says so.
package struct ValueProposition: Sendable {
  package let item: Item
  package let beneficiary: Beneficiary?
}

/// For whom something is: from `Pour X :` or from a group's label.
package struct Beneficiary: Sendable {
  /// The words after « Pour ».
  package let text: RichText
}

/// How money, goods or favours come in or go out.
package enum Mechanism: String, Vocabulary {
  case subscription = "Abonnement"
  case sale = "Vente"
  case commission = "Commission"
  case rental = "Location"
  case service = "Prestation"
  case entryFee = "Droit d'entrée"
  case usageFee = "Droit d'usage"
  case contribution = "Contribution"
  case publicFunding = "Financement public"
  case gainSharing = "Partage de gains"
  case saving = "Économie"
  case exchange = "Échange"
  case tax = "Taxe"
  case free = "Gratuité"
  case charge = "Charge"
}

/// One line of FLUX DE REVENUS.
package struct RevenueStream: Sendable {
  package let item: Item
  /// The item's name, else its group's label; `nil` when neither is a mechanism.
  package let mechanism: Mechanism?
  package let beneficiary: Beneficiary?
  package let amounts: [Amount]
}

/// What tells whether the business pays, and in which unit it is counted.
package struct Indicator: Sendable {
  package enum Measure: Hashable, Sendable {
    case count
    case unit(Unit, per: Period?)
  }

  package let item: Item
  /// `nil` when no unit can be read.
  package let measure: Measure?
  package let amounts: [Amount]
}

/// What a flow carries.
package enum FlowNature: String, Vocabulary {
  case material = "matériel"
  case information = "information"
  case economic = "économique"
}

/// One line of SYSTEM MAP: `A → B : what (nature)`.
package struct Flow: Sendable {
  /// One end of a flow: a linked actor or the name of an item.
  package struct End: Sendable {
    package let text: RichText
    package let link: Inline?

    package var plain: String { text.plain }
  }

  package struct Route: Sendable {
    package let from: End
    package let to: End
    /// What flows; empty when only the nature is said.
    package let label: RichText
    package let nature: FlowNature?
  }

  package let item: Item
  package let isOptional: Bool
  package let route: Found<Route>
}

/// OFFERING DIAGRAM: the offer as the market sees it.
package struct Offering: Sendable {
  package let core: RichText?
  package let mainValue: RichText?
  package let identity: RichText?
  /// Further offers, and prose.
  package let further: ItemList<Item>
}

/// The level-3 heading of a section, with its items.
package struct Subsection<Value: Sendable>: Sendable {
  /// `nil` for what stands before the first level-3 heading.
  package let heading: Block?
  package let items: ItemList<Value>
}

/// A lever, an obstacle or an actor of LEVIERS / OBSTACLES / ACTEURS.
package struct Force: Sendable {
  package enum Side: String, Vocabulary {
    case levers = "Leviers"
    case obstacles = "Obstacles"
    case actors = "Acteurs"
  }

  package enum Nature: String, Vocabulary {
    case economic = "économique"
    case legislative = "législatif"
    case fiscal = "fiscal"
    case behavioural = "comportemental"
    case cultural = "culturel"
    case cyclical = "conjoncturel"
  }

  package let item: Item
  package let side: Side?
  /// An obstacle's nature, where its name says one.
  package let nature: Nature?
}

/// An effect of ÉVALUATION.
package struct Effect: Sendable {
  package enum Side: String, Vocabulary {
    case effects = "Effets"
    case relocation = "Relocalisation"
  }

  package enum Sign: String, Vocabulary {
    case positive = "Positif"
    case negative = "Négatif"
    case rebound = "Rebond"
    case formal = "Formelle"
    case informal = "Informelle"
  }

  package let item: Item
  package let side: Side?
  package let sign: Sign?
}

/// A step of a workshop's day.
package struct Step: Sendable {
  package let item: Item
  package let name: RichText
  /// `nil` when the step has no parentheses after its name.
  package let duration: Found<Duration>?
  package let text: RichText
}

/// A canvas that a workshop's participants voted for.
package struct Vote: Sendable {
  package let item: Item
  /// The number in the item's text.
  package let count: Int?
}

extension Section {
  /// The section's items whatever they are, for rules and views that look at items alone.
  package var items: [Item] {
    switch content {
    case .challenge, .prose: []
    case .items(let list): list.values
    case .propositions(let list): list.values.map(\.item)
    case .revenue(let list): list.values.map(\.item)
    case .indicators(let list): list.values.map(\.item)
    case .flows(let list): list.values.map(\.item)
    case .offering(let offering): offering.further.values
    case .forces(let parts): parts.flatMap { $0.items.values.map(\.item) }
    case .evaluation(let parts): parts.flatMap { $0.items.values.map(\.item) }
    case .steps(let list): list.values.map(\.item)
    case .votes(let list): list.values.map(\.item)
    }
  }
}

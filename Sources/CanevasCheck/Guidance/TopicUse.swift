package import CanevasModel
package import CanevasSource

/// A kind of document that may have a heading or a key.
package struct TopicUse: Hashable, Sendable {
  /// Whether such a document must have it.
  package enum Need: String, Sendable {
    case optional
    /// From the status « retenue » on.
    case onceChosen = "once-chosen"
    case always
  }

  package let kind: Kind
  /// The canvas, where it matters which.
  package let model: CanvasModel?
  package let need: Need
}

extension Topic {
  /// The kinds of documents that may have it.
  package var uses: [TopicUse] {
    Kind.allCases.flatMap { kind -> [TopicUse] in
      switch self {
      case .key(let key):
        guard kind.keys.contains(key) else { return [] }
        let need: TopicUse.Need = kind.requiredKeys.contains(key) ? .always : .optional
        return [TopicUse(kind: kind, model: nil, need: need)]
      case .section(let name): return kind.uses(of: name)
      case .part(let part): return kind.uses(of: part.section).map(\.ofPart)
      }
    }
  }

  /// The words that it may hold in a kind of document, where they are a closed list.
  package func words(in kind: Kind) -> [String] {
    switch self {
    case .key(let key):
      if case .words(let words) = key.shape(in: kind) { words } else { [] }
    case .section(let name): name.words
    case .part(let part): part.words
    }
  }
}

extension Kind {
  fileprivate func uses(of name: SectionName) -> [TopicUse] {
    if name == .unsorted {
      return sections(in: .circular) == nil
        ? [] : [TopicUse(kind: self, model: nil, need: .optional)]
    }
    let models = self == .canvas ? CanvasModel.allCases : [.circular]
    return models.filter { sections(in: $0)?.contains(name) ?? false }.map { model in
      let need: TopicUse.Need
      if self == .canvas {
        need =
          model.neededByIdea.contains(name)
          ? .always : model.neededOnceChosen.contains(name) ? .onceChosen : .optional
      } else {
        need = requiredSections.contains(name) ? .always : .optional
      }
      return TopicUse(kind: self, model: self == .canvas ? model : nil, need: need)
    }
  }
}

extension TopicUse {
  /// A part may be left out of a section that is there.
  fileprivate var ofPart: TopicUse { TopicUse(kind: kind, model: model, need: .optional) }

  /// The documents that are meant.
  package var documents: Bilingual {
    model == .businessModelCanvas
      ? Bilingual("une fiche en Business Model Canvas", "a Business Model Canvas") : kind.oneOf
  }
}

extension TopicUse.Need {
  /// Said of a heading or a key, which are feminine in French.
  package var words: Bilingual {
    switch self {
    case .optional: Bilingual("facultative", "optional")
    case .onceChosen:
      Bilingual("obligatoire à partir du statut « retenue »", "required from status “retenue” on")
    case .always: Bilingual("obligatoire", "required")
    }
  }
}

extension SectionName {
  /// The words of a closed list that open or close the section's items.
  fileprivate var words: [String] {
    switch shape {
    case .revenue: Mechanism.words
    case .flows: FlowNature.words
    case .challenge, .items, .propositions, .indicators, .offering, .forces, .evaluation, .steps,
      .votes, .prose:
      []
    }
  }
}

extension SectionPart {
  fileprivate var words: [String] {
    switch self {
    case .force(.obstacles): Force.Nature.words
    case .force(.levers), .force(.actors): []
    case .effect(.effects): [Effect.Sign.positive, .negative, .rebound].map(\.rawValue)
    case .effect(.relocation): [Effect.Sign.formal, .informal].map(\.rawValue)
    }
  }
}

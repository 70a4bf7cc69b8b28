import CanevasModel
package import CanevasSource

extension Topic {
  /// What the heading or the key is for, what to ask, examples, and where it may stand.
  package func explanation(in language: MessageLanguage) -> Explanation {
    let guidance = guidance
    var parts: [Explanation.Part] = [
      .title(name, remark: sort[language], severity: nil),
      .paragraph(guidance.purpose[language]),
      .heading(ExplanationWords.question[language]),
      .paragraph(guidance.question[language]),
      .heading(ExplanationWords.good[language]), .quotation(quotation(of: guidance.good)),
      .heading(ExplanationWords.poor[language]), .quotation(quotation(of: guidance.poor)),
      .paragraph(guidance.flaw[language]),
      .heading(ExplanationWords.uses[language]), .entries(useEntries(language)),
    ]
    for (title, words) in vocabularies {
      parts.append(.heading(title[language]))
      parts.append(.paragraph(words.joined(separator: ", ")))
    }
    if case .section(let name) = self, case let inner = SectionPart.all(of: name), !inner.isEmpty {
      parts.append(.heading(ExplanationWords.parts[language]))
      parts.append(
        .entries(inner.map { Explanation.Entry($0.heading, $0.guidance.purpose[language]) }))
    }
    let rules = rules
    if !rules.isEmpty {
      parts.append(.heading(ExplanationWords.rules[language]))
      parts.append(.entries(rules.map { $0.entry(language) }))
    }
    return Explanation(in: language, parts)
  }

  /// What is explained: a heading, a part of a section, a key.
  package var sort: Bilingual {
    switch self {
    case .section: Bilingual("rubrique", "section")
    case .part(let part):
      Bilingual("partie de \(part.section.heading)", "part of \(part.section.heading)")
    case .key: Bilingual("clé des métadonnées", "metadata key")
    }
  }

  /// An example as it stands in a document: of a key, the whole line.
  package func example(_ text: String) -> String {
    if case .key = self { "- \(name) : \(text)" } else { text }
  }

  /// The closed lists of words, each with its title; more than one where kinds differ.
  package var vocabularies: [(title: Bilingual, words: [String])] {
    var lists: [(kinds: [TopicUse], words: [String])] = []
    for use in uses {
      let words = words(in: use.kind)
      if let known = lists.firstIndex(where: { $0.words == words }) {
        lists[known].kinds.append(use)
      } else {
        lists.append(([use], words))
      }
    }
    let isSame = lists.count == 1
    return lists.filter { !$0.words.isEmpty }.map { list in
      (
        isSame ? ExplanationWords.words : ExplanationWords.words(in: list.kinds[0].documents),
        list.words
      )
    }
  }

  private func quotation(of text: String) -> Explanation.Quotation {
    Explanation.Quotation(example(text))
  }

  private func useEntries(_ language: MessageLanguage) -> [Explanation.Entry] {
    let uses = uses
    guard uses.count < Kind.allCases.count else {
      let need = uses.first?.need ?? .optional
      return [Explanation.Entry(ExplanationWords.everyDocument[language], need.words[language])]
    }
    return uses.map { Explanation.Entry($0.documents[language], $0.need.words[language]) }
  }
}

extension Rule {
  /// The rule as a line of a list.
  func entry(_ language: MessageLanguage) -> Explanation.Entry {
    Explanation.Entry(
      code, documentation.summary[language], severity: documentation.severity)
  }
}

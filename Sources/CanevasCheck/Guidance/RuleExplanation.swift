package import CanevasSource

extension Rule {
  /// What the rule finds, why, and how to mend it, with an example.
  package func explanation(in language: MessageLanguage) -> Explanation {
    let severity = documentation.severity
    var parts: [Explanation.Part] = [
      .title(code, remark: severity.words[language], severity: severity),
      .paragraph(sentence(documentation.summary[language])),
      .heading(ExplanationWords.reason[language]),
      .paragraph(documentation.reason[language]),
      .heading(ExplanationWords.remedy[language]),
      .paragraph(documentation.remedy[language]),
    ]
    let examples = examples
    let safeties = fixSafeties(of: examples)
    if !safeties.isEmpty {
      parts.append(.heading(ExplanationWords.fixes[language]))
      parts.append(
        .entries(
          safeties.map { Explanation.Entry($0.name[language], $0.explanation[language]) }))
    }
    if let example = examples.first, let finding = example.findings.first {
      parts += [
        .heading(ExplanationWords.example[language]), .finding(finding, in: example.files),
      ]
      parts += mending(of: example, language)
    }
    return Explanation(in: language, parts)
  }

  /// How safe the fixes are that the rule offers in its examples, the safest first.
  package func fixSafeties(of examples: [RuleExample]) -> [Fix.Safety] {
    let all = Set(examples.flatMap(\.findings).flatMap(\.fixes).map(\.safety))
    return Fix.Safety.allCases.filter(all.contains)
  }

  private func mending(
    of example: RuleExample, _ language: MessageLanguage
  ) -> [Explanation.Part] {
    let added = example.example.added.sorted { $0.key < $1.key }
    guard !added.isEmpty else {
      return [
        .heading(ExplanationWords.mended[language]), .quotation(example.mended),
      ]
    }
    return added.flatMap { path, text -> [Explanation.Part] in
      [
        .heading(ExplanationWords.mended(by: path)[language]),
        .quotation(Explanation.Quotation(trimmed(text))),
      ]
    }
  }
}

/// A text without line ends behind it.
private func trimmed(_ text: String) -> String {
  var text = text[...]
  while text.last == "\n" { text.removeLast() }
  return String(text)
}

/// A phrase as a sentence.
package func sentence(_ phrase: String) -> String {
  phrase.prefix(1).uppercased() + phrase.dropFirst() + "."
}

import CanevasModel
package import CanevasSource

/// What can be explained.
package struct Explained: Sendable {
  package var topics: [Topic]
  package var rules: [Rule]

  /// Every heading, key and code.
  package static let everything = Explained(topics: Topic.all, rules: Rule.all)

  /// What a name stands for, however it is spelt: `CIBLES CLIENTS`, `cibles-clients`.
  package init(named name: String) {
    let key = slug(name)
    topics = Topic.all.filter { $0.anchor == key }
    rules = Rule.all.filter { $0.code == key }
  }

  private init(topics: [Topic], rules: [Rule]) {
    self.topics = topics
    self.rules = rules
  }

  package var isEmpty: Bool { topics.isEmpty && rules.isEmpty }

  /// The names that come nearest to one that stands for nothing.
  package static func nearest(to name: String) -> [String] {
    let names = Rule.all.map(\.code) + Topic.all.map(\.name)
    return CanevasSource.nearest(to: name, among: names, limit: 1)
  }

  /// All of it, one after the other.
  package func explanation(in language: MessageLanguage) -> Explanation {
    let parts =
      topics.flatMap { $0.explanation(in: language).parts }
      + rules.flatMap { $0.explanation(in: language).parts }
    return Explanation(in: language, parts)
  }

  /// Every name that can be asked for, with the headings and keys of each kind in their order.
  package static func overview(in language: MessageLanguage) -> Explanation {
    var parts: [Explanation.Part] = [
      .title(
        ExplanationWords.overview[language], remark: ExplanationWords.command[language],
        severity: nil),
      .paragraph(ExplanationWords.overviewLead[language]),
    ]
    for kind in Kind.allCases {
      let models = kind == .canvas ? CanvasModel.allCases : [.circular]
      for model in models { parts += headings(of: kind, model, language) }
    }
    for severity in Severity.allCases.reversed() {
      let rules = Rule.all.filter { $0.documentation.severity == severity }
      parts.append(.heading(ExplanationWords.rules(severity)[language]))
      parts.append(
        .entries(
          rules.map {
            Explanation.Entry($0.code, $0.documentation.summary[language], severity: severity)
          }))
    }
    return Explanation(in: language, parts)
  }

  private static func headings(
    of kind: Kind, _ model: CanvasModel, _ language: MessageLanguage
  ) -> [Explanation.Part] {
    let isOther = model == .businessModelCanvas
    let use = TopicUse(kind: kind, model: isOther ? model : nil, need: .optional)
    var entries: [Explanation.Entry] = []
    if !isOther {
      entries.append(
        Explanation.Entry(
          ExplanationWords.keys[language],
          kind.keys.map(\.rawValue).joined(separator: ", ")))
    }
    if let sections = kind.sections(in: model) {
      entries.append(
        Explanation.Entry(
          ExplanationWords.sections[language],
          sections.map(\.heading).joined(separator: " · ")))
    }
    let place = kind == .catalogue ? "\(kind.folder)/catalogue.md" : "\(kind.folder)/*.md"
    let title = use.documents[language]
    return [
      .heading(title.prefix(1).uppercased() + title.dropFirst() + " (\(place))"),
      .entries(entries),
    ]
  }
}

import CanevasCheck
import CanevasLink
import CanevasModel
import CanevasSource
import CanevasTemplate

extension Site {
  /// The language in which guidance and rules are told: they have no other than these two.
  var guideLanguage: MessageLanguage { strings.language == .french ? .french : .english }

  /// The attribute of an element that holds such text, where it is not the page's own language.
  var guideLanguageAttribute: TemplateValue {
    .html(
      guideLanguage.rawValue == strings.language.rawValue
        ? [] : Array(" lang=\"\(guideLanguage.rawValue)\"".utf8))
  }

  /// The page that tells what each heading and each key is for.
  func topicsPage(at address: String) -> PageContent {
    let groups = TopicGroup.all
    return page(
      "topics",
      [
        ("title", .html(typeset(strings["nav.rubriques"]))),
        ("lead", .html(typeset(strings["topicsLead"]))),
        ("guide", guideLanguageAttribute),
        ("words", words(of: ExplanationWords.labels)),
        ("groups", .list(groups.map { group($0, from: address) })),
        ("rulesLabel", .html(typeset(strings["nav.regles"]))),
        ("rulesHref", .text(href(to: self.address(of: .rules), from: address))),
      ], at: address)
  }

  /// Labels by name, for a template.
  func words(of labels: [(name: String, words: Bilingual)]) -> TemplateValue {
    TemplateValue(
      record: labels.map { ($0.name, .html(typeset($0.words[guideLanguage]))) })
  }

  private func group(_ group: TopicGroup, from address: String) -> TemplateValue {
    record(
      answeringFor: [],
      [
        ("id", .text("genre-" + group.id)),
        ("heading", .html(typeset(strings["kinds." + group.id]))),
        ("sections", topicLinks(group.sections)), ("keys", topicLinks(group.keys)),
        ("topics", .list(group.own.map { topic($0, from: address) })),
      ])
  }

  /// Links to what the page tells of topics, `page` being the way there.
  func topicLinks(_ topics: [Topic], on page: String = "") -> TemplateValue {
    .list(
      topics.enumerated().map { number, topic in
        [
          "href": .text(page + "#" + topic.anchor), "name": .html(typeset(topic.name)),
          "isNext": .bool(number > 0),
        ]
      })
  }

  private func topic(_ topic: Topic, from address: String) -> TemplateValue {
    let language = guideLanguage
    let guidance = topic.guidance
    let rules = self.address(of: .rules)
    return record(
      answeringFor: [],
      [
        ("id", .text(topic.anchor)), ("name", .html(typeset(topic.name))),
        ("question", .html(typeset(guidance.question[language]))),
        ("purpose", .html(typeset(guidance.purpose[language]))),
        ("good", .text(topic.example(guidance.good))),
        ("poor", .text(topic.example(guidance.poor))),
        ("flaw", .html(typeset(guidance.flaw[language]))),
        ("uses", .html(typeset(sentence(uses(of: topic))))),
        (
          "vocabularies",
          .list(
            topic.vocabularies.map { title, words in
              [
                "title": .html(typeset(title[language])),
                "words": .html(typeset(words.joined(separator: ", "))),
              ]
            })
        ),
        (
          "rules",
          .list(
            topic.rules.map { rule in
              [
                "href": .text(href(to: rules, from: address) + "#" + rule.code),
                "code": .text(rule.code),
              ]
            })
        ),
      ])
  }

  /// Who has the topic, and whether it is required: `une fiche : facultative`.
  private func uses(of topic: Topic) -> String {
    let language = guideLanguage
    let colon = ExplanationWords.colon[language]
    let uses = topic.uses
    guard uses.count < Kind.allCases.count else {
      return ExplanationWords.everyDocument[language] + colon
        + TopicUse.Need.optional.words[language]
    }
    return uses.map { $0.documents[language] + colon + $0.need.words[language] }
      .joined(separator: " ; ")
  }
}

/// Headings and keys that stand together on the page: those of a kind of document.
private struct TopicGroup {
  let id: String
  /// The kind's headings and keys, in their order.
  let sections: [Topic]
  let keys: [Topic]
  /// Those of them that no earlier group has told of.
  let own: [Topic]

  /// The canvases come first, the catalogue's own sheet and what all kinds share last.
  static let all: [TopicGroup] = {
    let kinds = Kind.allCases.filter { $0 != .catalogue } + [.catalogue]
    var lists: [(id: String, sections: [Topic], keys: [Topic])] = []
    let shared = kinds.dropFirst().reduce(Set(kinds[0].keys)) { $0.intersection($1.keys) }
    for kind in kinds {
      for model in kind == .canvas ? CanvasModel.allCases : [.circular] {
        let isOther = model == .businessModelCanvas
        let sections = (kind.sections(in: model) ?? []).flatMap { name in
          [.section(name)] + SectionPart.all(of: name).map(Topic.part)
        }
        let keys = isOther ? [] : kind.keys.filter { !shared.contains($0) }.map(Topic.key)
        lists.append((isOther ? "business-model-canvas" : kind.rawValue, sections, keys))
      }
    }
    let sharedKeys = kinds[0].keys.filter(shared.contains).map(Topic.key)
    lists.append(("every", [.section(.unsorted)], sharedKeys))
    var told: Set<Topic> = []
    return lists.map { id, sections, keys in
      let own = (sections + keys).filter { told.insert($0).inserted }
      return TopicGroup(id: id, sections: sections, keys: keys, own: own)
    }
  }()
}

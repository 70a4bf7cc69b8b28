import CanevasCheck
import CanevasLink
import CanevasSource
import CanevasTemplate

extension Site {
  /// The page that tells of every rule, the gravest first.
  func rulesPage(at address: String) -> PageContent {
    let groups = Severity.allCases.reversed().map { severity -> TemplateValue in
      let rules = Rule.all.filter { $0.documentation.severity == severity }
      return [
        "id": .text(severity.rawValue),
        "heading": .html(typeset(strings["severities." + severity.rawValue])),
        "rules": .list(rules.map { rule($0, from: address) }),
      ]
    }
    return page(
      "rules",
      [
        ("title", .html(typeset(strings["nav.regles"]))),
        ("lead", .html(typeset(strings["rulesLead"]))),
        ("guide", guideLanguageAttribute),
        ("words", words(of: ExplanationWords.labels)),
        ("groups", .list(groups)),
        ("topicsLabel", .html(typeset(strings["nav.rubriques"]))),
        ("topicsHref", .text(href(to: self.address(of: .topics), from: address))),
      ], at: address)
  }

  private func rule(_ rule: Rule, from address: String) -> TemplateValue {
    let language = guideLanguage
    let documentation = rule.documentation
    let examples = rule.examples
    return record(
      answeringFor: ["bad", "good", "message", "added"],
      [
        ("code", .text(rule.code)),
        ("summary", .html(typeset(sentence(documentation.summary[language])))),
        ("reason", .html(typeset(documentation.reason[language]))),
        ("remedy", .html(typeset(documentation.remedy[language]))),
        (
          "fixes",
          .list(
            rule.fixSafeties(of: examples).map {
              [
                "name": .html(typeset($0.name[language])),
                "text": .html(typeset($0.explanation[language])),
              ]
            })
        ),
        (
          "topics",
          topicLinks(topics(of: rule), on: href(to: self.address(of: .topics), from: address))
        ),
      ] + (examples.first.map(example) ?? []))
  }

  /// The headings and keys that the rule looks at in particular; a rule on many is on none of
  /// them in particular.
  private func topics(of rule: Rule) -> [Topic] {
    let topics = Topic.all.filter { $0.rules.contains { $0.code == rule.code } }
    return topics.count <= 6 ? topics : []
  }

  private func example(_ run: RuleExample) -> [(String, TemplateValue)] {
    let added = run.example.added.min { $0.key < $1.key }
    return [
      ("bad", .html(markedHTML(run.marked.lines))),
      ("message", .html(typeset(run.findings.first?.message[guideLanguage] ?? ""))),
      ("added", .text(added?.key ?? "")),
      ("good", .text(added?.value ?? run.mended.lines.joined(separator: "\n"))),
    ]
  }
}

/// Lines with what `⟦` and `⟧` mark as `<mark>`; a mark on nothing, where something is missing,
/// shows a caret.
private func markedHTML(_ lines: [String]) -> [UInt8] {
  var html: [UInt8] = []
  var isOpen = false
  var isEmpty = false
  for scalar in lines.joined(separator: "\n").unicodeScalars {
    switch scalar {
    case "⟦":
      html += "<mark>".utf8
      isOpen = true
      isEmpty = true
      continue
    case "⟧":
      html += (isEmpty ? "^</mark>" : "</mark>").utf8
      isOpen = false
      continue
    case "&": html += "&amp;".utf8
    case "<": html += "&lt;".utf8
    case "\n": html.append(0x0A)
    default:
      let isHidden = [.control, .format].contains(scalar.properties.generalCategory)
      html += UTF8.encode(isHidden ? "\u{FFFD}" : scalar)!
    }
    isEmpty = false
  }
  return isOpen ? html + "</mark>".utf8 : html
}

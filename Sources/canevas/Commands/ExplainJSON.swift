import CanevasCheck
import CanevasModel
import CanevasSource

extension Explained {
  /// Appends all that is explained as data, one JSON object and a line end. `version` grows when a
  /// member changes its meaning or goes away; a new member leaves it. Every member is always
  /// there, `null` where there is nothing to say.
  func writeJSON(in language: MessageLanguage, to output: inout [UInt8]) {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("version", 1)
      writer.member("language", language.rawValue)
      writer.member("topics") { $0.array(topics) { $0.topic($1, language) } }
      writer.member("rules") { $0.array(rules) { $0.rule($1, language) } }
    }
    output += writer.bytes
    output.append(UInt8(ascii: "\n"))
  }
}

extension JSONWriter {
  fileprivate mutating func topic(_ topic: Topic, _ language: MessageLanguage) {
    let guidance = topic.guidance
    object { writer in
      writer.member("sort", topic.sortName)
      writer.member("name", topic.name)
      writer.member("section", topic.section?.heading)
      writer.member("purpose", guidance.purpose[language])
      writer.member("question", guidance.question[language])
      writer.member("good", guidance.good)
      writer.member("poor", guidance.poor)
      writer.member("flaw", guidance.flaw[language])
      writer.member("noticedBy", guidance.rule)
      writer.member("uses") { writer in
        writer.array(topic.uses) { writer, use in
          writer.object { writer in
            writer.member("kind", use.kind.rawValue)
            writer.member("model", use.model?.rawValue)
            writer.member("need", use.need.rawValue)
            writer.member("words") { $0.array(topic.words(in: use.kind)) { $0.string($1) } }
          }
        }
      }
      writer.member("rules") { $0.array(topic.rules) { $0.string($1.code) } }
    }
  }

  fileprivate mutating func rule(_ rule: Rule, _ language: MessageLanguage) {
    let documentation = rule.documentation
    let examples = rule.examples
    object { writer in
      writer.member("code", rule.code)
      writer.member("severity", documentation.severity.rawValue)
      writer.member("summary", documentation.summary[language])
      writer.member("reason", documentation.reason[language])
      writer.member("remedy", documentation.remedy[language])
      writer.member("fixes") { writer in
        writer.array(rule.fixSafeties(of: examples)) { $0.string($1.rawValue) }
      }
      writer.member("examples") { $0.array(examples) { $0.example($1, language) } }
    }
  }

  fileprivate mutating func example(_ run: RuleExample, _ language: MessageLanguage) {
    object { writer in
      writer.member("file", run.example.path)
      writer.member("bad", run.example.badText)
      writer.member("good", run.example.good)
      writer.member("findings") { writer in
        writer.array(run.findings) { writer, finding in
          writer.object { writer in
            writer.member("start", finding.location.range.lowerBound)
            writer.member("end", finding.location.range.upperBound)
            writer.member("message", finding.message[language])
          }
        }
      }
    }
  }

  fileprivate mutating func member(_ key: String, _ text: String?) {
    member(key) { writer in
      if let text { writer.string(text) } else { writer.null() }
    }
  }
}

extension Topic {
  fileprivate var sortName: String {
    switch self {
    case .section: "section"
    case .part: "part"
    case .key: "key"
    }
  }
}

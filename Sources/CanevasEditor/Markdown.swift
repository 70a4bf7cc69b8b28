import CanevasCheck
import CanevasModel
package import CanevasSource

/// A text as Markdown that shows it as it is.
func markdown(_ text: String) -> String {
  var escaped = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if "\\`*_[]<>#|".unicodeScalars.contains(scalar) { escaped.append("\\") }
    escaped.append(scalar == "\n" || scalar == "\r" ? " " : scalar)
  }
  return String(escaped)
}

/// Text of a document as a block of code.
func code(_ text: String) -> String { "```markdown\n\(text)\n```" }

/// Paragraphs one below the other, without the empty ones.
func paragraphs(_ parts: [String]) -> String {
  parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
}

extension EditorQuery {
  /// What a heading or a key is for: its purpose, the guiding question, an example.
  func markdown(_ topic: Topic) -> String {
    let guidance = topic.guidance
    let words = topic.words(in: document.id.kind)
    let list = ExplanationWords.words[language] + ExplanationWords.colon[language]
    return paragraphs([
      "**\(CanevasEditor.markdown(topic.name))** — \(topic.sort[language])\(need(of: topic))",
      guidance.purpose[language], "*\(guidance.question[language])*",
      code(topic.example(guidance.good)),
      words.isEmpty ? "" : list + words.joined(separator: ", "),
    ])
  }

  /// Whether the document must have a heading or a key: « , obligatoire ».
  private func need(of topic: Topic) -> String {
    let uses = topic.uses.filter { $0.kind == document.id.kind }
    let use = uses.first { $0.model == nil || $0.model == document.model }
    return use.map { ", " + $0.need.words[language] } ?? ""
  }

  /// What a rule finds, why, and how to mend it, in Markdown.
  package static func explanation(of code: String, in language: MessageLanguage) -> String? {
    guard let rule = Rule.named(code) else { return nil }
    return paragraphs(rule.explanation(in: language).parts.map { markdown($0, language) })
  }

  private static func markdown(
    _ part: Explanation.Part, _ language: MessageLanguage
  ) -> String {
    switch part {
    case .title(let name, let remark, _):
      return "# \(CanevasEditor.markdown(name)) (\(remark))"
    case .heading(let text): return "## \(CanevasEditor.markdown(text))"
    case .paragraph(let text): return CanevasEditor.markdown(text)
    case .entries(let entries):
      return entries.map { entry in
        let name = "**\(CanevasEditor.markdown(entry.name))**"
        return "- \(name)\(ExplanationWords.colon[language])\(CanevasEditor.markdown(entry.text))"
      }.joined(separator: "\n")
    case .quotation(let quotation): return code(quotation.lines.joined(separator: "\n"))
    case .finding(let finding, let files):
      let file = files.first { $0.path == finding.location.path }
      let text = file.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
      return paragraphs([
        text.isEmpty ? "" : code(text), CanevasEditor.markdown(sentence(finding.message[language])),
      ])
    }
  }
}

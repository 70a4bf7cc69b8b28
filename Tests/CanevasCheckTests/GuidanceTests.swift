import CanevasCheck
import CanevasModel
import CanevasSource
import Testing

/// Every heading and every key has guidance, and its examples are what they say they are: a whole
/// document of good ones is without fault, and what a rule notices in a poor one is found.
@Suite struct GuidanceTests {
  static let topics = Topic.all

  @Test func everyHeadingAndKeyIsATopic() {
    for kind in Kind.allCases {
      for model in CanvasModel.allCases {
        for name in kind.sections(in: model) ?? [] { #expect(Topic.all.contains(.section(name))) }
      }
      for key in kind.keys { #expect(Topic.all.contains(.key(key))) }
    }
    #expect(Set(Topic.all.map(\.anchor)).count == Topic.all.count)
  }

  @Test(arguments: topics) func isToldInBothLanguages(_ topic: Topic) {
    let guidance = topic.guidance
    for text in [guidance.purpose, guidance.question, guidance.flaw] {
      #expect(!text.french.isEmpty && !text.english.isEmpty)
      #expect(text.french != text.english)
    }
    for text in [guidance.purpose, guidance.flaw] {
      #expect(text.french.hasSuffix(".") && text.english.hasSuffix("."))
    }
  }

  /// Fixes put the question into documents, as one sentence.
  @Test(arguments: topics) func asksOneQuestion(_ topic: Topic) {
    let question = topic.guidance.question
    for (text, end) in [(question.french, " ?"), (question.english, "?")] {
      #expect(text.hasSuffix(end))
      let inside = text.dropLast(end.count)
      #expect(!inside.contains { "?!\n".contains($0) } && !inside.contains(". "))
    }
  }

  @Test(arguments: topics) func theGoodExampleIsWithoutFault(_ topic: Topic) {
    for sample in Sample.all(of: topic) {
      let found = sample.findings(topic.guidance.good).filter { $0.severity > .info }
      // Text to be sorted is always told.
      #expect(found.map(\.code) == (topic == .section(.unsorted) ? ["texte-a-classer"] : []))
    }
  }

  @Test(arguments: topics) func theRuleNoticesThePoorExample(_ topic: Topic) {
    guard let rule = topic.guidance.rule else { return }
    #expect(topic.rules.map(\.code).contains(rule))
    // In some kinds a key's words are free.
    #expect(
      Sample.all(of: topic).contains { sample in
        sample.findings(topic.guidance.poor).contains { $0.code == rule }
      }, "no \(rule) in the poor example of \(topic.name)")
  }

  /// A question put into a document is still found as the place where an author has to write.
  @Test func thePlaceholderOfASectionIsFound() throws {
    let sample = try #require(Sample.all(of: .section(.customers)).first)
    let found = sample.findings("")
    let fix = try #require(found.first { $0.code == "section-vide" }?.fixes.first)
    let fixed = fix.edits.applied(to: Array(sample.text("").utf8))
    let question = Topic.section(.customers).guidance.question.french
    #expect(String(decoding: fixed, as: UTF8.self).contains("- À PRÉCISER : \(question)\n"))
    let codes = sample.findings(fixed).map(\.code)
    #expect(codes.contains("texte-a-preciser") && !codes.contains("section-vide"))
  }
}

/// A whole document that shows one topic, made of the good examples of all the others.
private struct Sample {
  let kind: Kind
  let model: CanvasModel
  let topic: Topic

  /// One for each kind, and for each canvas, that has the topic.
  static func all(of topic: Topic) -> [Sample] {
    Kind.allCases.flatMap { kind -> [Sample] in
      if case .key(let key) = topic {
        guard kind.keys.contains(key) else { return [] }
        // The key of the model names the other canvas.
        let model =
          kind == .canvas && key == .model ? CanvasModel.businessModelCanvas : .circular
        return [Sample(kind: kind, model: model, topic: topic)]
      }
      let models = kind == .canvas ? CanvasModel.allCases : [.circular]
      return models.map { Sample(kind: kind, model: $0, topic: topic) }
        .filter { sample in
          let sections = kind.sections(in: sample.model) ?? []
          return topic == .section(.unsorted) && kind == .canvas && sample.model == .circular
            || sections.contains { topic.section == $0 }
        }
    }
  }

  func findings(_ text: String) -> [Diagnostic] {
    findings(Array(self.text(text).utf8))
  }

  func findings(_ bytes: [UInt8]) -> [Diagnostic] {
    var files = Self.files
    files[path] = String(decoding: bytes, as: UTF8.self)
    return check(catalogue(files)).filter { $0.location.path == path }
  }

  /// The document with `text` under the topic's heading, or behind its key.
  func text(_ text: String) -> String {
    var lines = ["# Un exemple", ""]
    for key in keys {
      lines.append("- \(key.rawValue) : \(topic == .key(key) ? text : value(of: key))")
    }
    var sections = kind.sections(in: model) ?? []
    if topic == .section(.unsorted) { sections.append(.unsorted) }
    for name in sections {
      lines += ["", "## \(name.heading)", "", body(of: name, text)]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func value(of key: MetadataKey) -> String { key.guidance.good }

  /// What the section holds; a part of it stands among the others.
  private func body(of name: SectionName, _ text: String) -> String {
    if topic == .section(name) { return text }
    guard topic.section == name, case .part(let part) = topic else { return name.guidance.good }
    return name.guidance.good.replacing(part.guidance.good, with: text)
  }

  private var path: String {
    kind == .catalogue ? "canvases/catalogue.md" : "\(kind.folder)/exemple.md"
  }

  /// The keys without which a rule would speak, and the one that is shown.
  private var keys: [MetadataKey] {
    kind.keys.filter { key in
      topic == .key(key) || kind.requiredKeys.contains(key)
        || key == .model && kind == .canvas && model == .businessModelCanvas
        || key == .source || key == kind.keys.first
    }
  }

  /// The documents that the examples link to.
  static let files: [String: String] = {
    let linked: [(Kind, String)] = [
      (.canvas, "exemple"), (.theme, "quartier"), (.actor, "maison-de-quartier"),
      (.inspiringCase, "bibliotheque-d-outils"), (.diagnosis, "bruxelles"), (.source, "toolkit"),
    ]
    return Dictionary(
      uniqueKeysWithValues: linked.map { kind, slug in
        let sample = Sample(kind: kind, model: .circular, topic: .section(.unsorted))
        return ("\(kind.folder)/\(slug).md", sample.text(""))
      })
  }()
}

package import CanevasLink
import CanevasModel
package import CanevasSource

/// How grave findings are taken to be, where a catalogue or a run wants it otherwise than the
/// rules. A later setting goes over an earlier one. What is an error by its rule stays one.
package struct Policy: Hashable, Sendable {
  package enum Subject: Hashable, Sendable {
    /// The findings of one rule.
    case rule(String)
    /// Whatever the settings before leave a warning.
    case warnings
  }

  package struct Setting: Hashable, Sendable {
    package let subject: Subject
    package let severity: Severity

    package init(_ subject: Subject, _ severity: Severity) {
      self.subject = subject
      self.severity = severity
    }
  }

  package var settings: [Setting]

  package init(_ settings: [Setting] = []) {
    self.settings = settings
  }

  /// The settings of a catalogue's own sheet, without those that say nothing: a rule tells them.
  package init(of catalogue: Catalogue) {
    var texts: [String] = []
    if case .catalogue(let facts) = catalogue.sheet?.facts { texts = facts.rules }
    self.init(texts.compactMap { WrittenSetting($0).setting })
  }

  /// The finding with the gravity that the settings give it.
  package func applied(to finding: Diagnostic) -> Diagnostic {
    guard finding.severity != .error, !settings.isEmpty else { return finding }
    let severity = settings.reduce(finding.severity) { severity, setting in
      switch setting.subject {
      case .rule(let code): code == finding.code ? setting.severity : severity
      case .warnings: severity == .warning ? setting.severity : severity
      }
    }
    return severity == finding.severity ? finding : finding.taken(as: severity)
  }
}

/// What a value of `Règles` says: a rule's code and a level.
enum WrittenSetting {
  case setting(Policy.Setting)
  case unknownRule(String)
  case unknownLevel(String)
  /// An error's rule, which no setting makes less.
  case loweredError(String)

  /// The levels as they are written, the gravest first.
  static let levels = Severity.allCases.reversed().map { (word: $0.words.french, severity: $0) }

  init(_ text: String) {
    let words = folded(text).split(separator: " ").map(String.init)
    let code = words.first ?? ""
    let word = words.dropFirst().joined(separator: " ")
    guard let rule = Rule.named(code) else {
      self = .unknownRule(code)
      return
    }
    guard let level = Self.levels.first(where: { $0.word == word })?.severity else {
      self = .unknownLevel(word)
      return
    }
    let isError = rule.documentation.severity == .error
    self =
      isError && level < .error
      ? .loweredError(code) : .setting(Policy.Setting(.rule(code), level))
  }

  var setting: Policy.Setting? {
    if case .setting(let setting) = self { setting } else { nil }
  }
}

package import CanevasSource

/// An option as help, suggestions, completions and the man page know it.
package struct OptionDeclaration: Hashable, Sendable {
  /// What follows the option's name.
  package enum Value: Hashable, Sendable {
    /// Nothing: the option is a switch.
    case none
    /// Any text but the empty one, called by a placeholder such as `DIR`.
    case text(placeholder: String, kind: TextKind)
    /// One of some words.
    case choice([String])
    /// Nothing, or one of some words, which then follows a `=`.
    case optionalChoice([String])
  }

  /// How the option is typed, dashes included: `["-h", "--help"]`, the name it is called by last.
  package let spellings: [String]
  package let value: Value
  package let help: Bilingual

  /// The spelling that messages name.
  package var name: String { spellings[spellings.count - 1] }
}

extension OptionDeclaration.Value {
  /// What stands for the value in help: `DIR`, `fr|en`; `nil` for a switch.
  package var placeholder: String? {
    switch self {
    case .none: nil
    case .text(let placeholder, _): placeholder
    case .choice(let words), .optionalChoice(let words):
      words.map { $0.contains(" ") ? "\"\($0)\"" : $0 }.joined(separator: "|")
    }
  }

  /// What stands for the value behind an option's name in help: ` DIR`, `[=safe|review]`.
  var usage: String {
    switch self {
    case .none: ""
    case .text, .choice: " " + (placeholder ?? "")
    case .optionalChoice: "[=" + (placeholder ?? "") + "]"
    }
  }
}

/// An option together with what it does to a `Request`, the typed form of a command's arguments.
package struct CommandOption<Request>: Sendable {
  package let declaration: OptionDeclaration
  /// Puts the value, empty for a switch, into the request.
  let store: @Sendable (_ request: inout Request, _ value: String) -> Void

  /// An option without a value.
  package static func flag(
    _ spellings: String..., help: Bilingual,
    store: @escaping @Sendable (inout Request) -> Void
  ) -> CommandOption {
    CommandOption(
      declaration: OptionDeclaration(spellings: spellings, value: .none, help: help),
      store: { request, _ in store(&request) })
  }

  /// An option with a text for its value.
  package static func text(
    _ spellings: String..., placeholder: String, kind: TextKind = .any, help: Bilingual,
    store: @escaping @Sendable (inout Request, String) -> Void
  ) -> CommandOption {
    CommandOption(
      declaration: OptionDeclaration(
        spellings: spellings, value: .text(placeholder: placeholder, kind: kind),
        help: help),
      store: store)
  }

  /// An option whose value is one of the words of `Choice`.
  package static func choice<Choice: RawRepresentable<String> & CaseIterable & Sendable>(
    _ spellings: String..., of choice: Choice.Type, help: Bilingual,
    store: @escaping @Sendable (inout Request, Choice) -> Void
  ) -> CommandOption {
    CommandOption(
      declaration: OptionDeclaration(
        spellings: spellings, value: .choice(Choice.allCases.map(\.rawValue)), help: help),
      store: { request, word in store(&request, declared(word)) })
  }

  /// An option that stands alone, for `usual`, or has another word attached: `--fix`,
  /// `--fix=review`.
  package static func choice<Choice: RawRepresentable<String> & CaseIterable & Sendable>(
    _ spellings: String..., of choice: Choice.Type, alone usual: Choice, help: Bilingual,
    store: @escaping @Sendable (inout Request, Choice) -> Void
  ) -> CommandOption {
    CommandOption(
      declaration: OptionDeclaration(
        spellings: spellings, value: .optionalChoice(Choice.allCases.map(\.rawValue)), help: help),
      store: { request, word in store(&request, word.isEmpty ? usual : declared(word)) })
  }
}

extension CommandOption where Request: Sendable {
  /// The option for a request that holds this one among other things.
  package func within<Whole>(
    _ part: any WritableKeyPath<Whole, Request> & Sendable
  ) -> CommandOption<Whole> {
    CommandOption<Whole>(declaration: declaration) { whole, value in
      store(&whole[keyPath: part], value)
    }
  }
}

/// The choice of a word that the parser let through.
private func declared<Choice: RawRepresentable<String>>(_ word: String) -> Choice {
  guard let value = Choice(rawValue: word) else {
    preconditionFailure("the parser lets only declared words through")
  }
  return value
}

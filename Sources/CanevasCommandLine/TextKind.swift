/// What a text stands for, as far as a shell can help to type it.
package enum TextKind: Hashable, Sendable {
  /// Anything; a shell has nothing to offer.
  case any
  case file
  case folder
  /// A Markdown document, or a folder on the way to one.
  case document
  /// The name of one of the program's commands.
  case command
  /// One of some names, as a rule: the command itself looks at what was typed.
  case names([String])

  /// Whether it is the path of something.
  var isPath: Bool {
    switch self {
    case .file, .folder, .document: true
    case .any, .command, .names: false
    }
  }
}

extension OptionDeclaration.Value {
  /// What its text stands for; `nil` for a switch.
  var kind: TextKind? {
    switch self {
    case .none: nil
    case .text(_, let kind): kind
    case .choice(let words), .optionalChoice(let words): .names(words)
    }
  }
}

extension Program {
  /// A kind of text with the program's commands as the names that they are.
  func resolved(_ kind: TextKind) -> TextKind {
    kind == .command ? .names(commands.map(\.name)) : kind
  }

  /// The program's name as a part of the names of a shell's functions.
  var identifier: String {
    String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
  }
}

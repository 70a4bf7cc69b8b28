package import CanevasSource

/// Where a program speaks.
package enum OutputStream: Hashable, Sendable {
  case output, error
}

/// What surrounds a program, handed in so that tests can stand in for it.
package struct Environment {
  /// The value of an environment variable.
  package let variable: (String) -> String?
  /// Whether a person, and no file or program, reads the standard output.
  package let outputIsTerminal: Bool
  /// How many columns that terminal has, where it says so.
  package let terminalWidth: Int?
  /// Whether a person reads the standard error.
  package let errorIsTerminal: Bool
  /// Whether a person types the standard input.
  package let inputIsTerminal: Bool
  /// The next line of the standard input, without its end; `nil` when there is none.
  package let readLine: () -> String?
  /// All that is left of the standard input.
  package let readInput: () -> [UInt8]
  package let write: (OutputStream, [UInt8]) -> Void

  package init(
    variable: @escaping (String) -> String?, outputIsTerminal: Bool,
    terminalWidth: Int? = nil, errorIsTerminal: Bool = false, inputIsTerminal: Bool = false,
    readLine: @escaping () -> String? = { nil },
    readInput: @escaping () -> [UInt8] = { [] },
    write: @escaping (OutputStream, [UInt8]) -> Void
  ) {
    self.variable = variable
    self.outputIsTerminal = outputIsTerminal
    self.terminalWidth = terminalWidth
    self.errorIsTerminal = errorIsTerminal
    self.inputIsTerminal = inputIsTerminal
    self.readLine = readLine
    self.readInput = readInput
    self.write = write
  }

  /// How many columns a text on the standard output may take: those that `COLUMNS` asks for
  /// (POSIX, section 8.3), else the terminal's; `nil` where a file or a program reads it, which
  /// is given everything.
  package var outputWidth: Int? {
    guard outputIsTerminal else { return nil }
    let asked = variable("COLUMNS").flatMap(Int.init).flatMap { $0 > 0 ? $0 : nil }
    return asked ?? terminalWidth ?? 80
  }

  /// How wide text to be read is set: as the terminal, in bounds within which lines are easily
  /// followed; 80 columns for a file or a program.
  package var textWidth: Int { min(100, max(40, outputWidth ?? 80)) }
}

extension Environment {
  /// Whether a person reads what is written to a stream.
  package func isTerminal(_ stream: OutputStream) -> Bool {
    switch stream {
    case .output: outputIsTerminal
    case .error: errorIsTerminal
    }
  }
}

/// What a command may use besides its own arguments.
package struct Context {
  package let program: Program
  /// The language of help and of complaints about arguments.
  package let language: MessageLanguage
  package let environment: Environment

  /// Writes a text to the standard output.
  package func write(_ text: String) {
    environment.write(.output, Array(text.utf8))
  }

  /// Writes one line to the standard error, behind the program's name; in the language of
  /// complaints unless another is given.
  package func complain(_ message: Bilingual, in other: MessageLanguage? = nil) {
    environment.write(.error, Array("\(program.name): \(message[other ?? language])\n".utf8))
  }
}

extension MessageLanguage {
  /// The language that the locale asks for (POSIX, section 8.2): the first of the variables that
  /// is set and not empty decides. French opens with `fr`, all else is English; without any of
  /// them it is French, the language of the catalogues.
  package init(localeOf environment: Environment) {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap(environment.variable).first { !$0.isEmpty }
    self = locale.map { $0.hasPrefix("fr") } ?? true ? .french : .english
  }
}

/// When a command's output is coloured.
package enum ColourChoice: String, CaseIterable, Sendable {
  /// On a terminal that knows colours, unless `NO_COLOR` is set (https://no-color.org).
  case auto
  case always, never

  package func isColoured(
    in environment: Environment, on stream: OutputStream = .output
  ) -> Bool {
    switch self {
    case .auto:
      environment.isTerminal(stream) && environment.variable("TERM") != "dumb"
        && environment.variable("NO_COLOR") ?? "" == ""
    case .always: true
    case .never: false
    }
  }
}

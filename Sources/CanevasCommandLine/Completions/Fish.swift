import CanevasSource

/// The script for fish: one line an option and a command's operands, each on a condition.
extension Program {
  func fishCompletions(_ language: MessageLanguage) -> String {
    let none = "__\(identifier)_is ''"
    var lines = ["complete -c \(name) -f"]
    lines += options.map { fishLine(none, $0, language) }
    lines += commands.map { command in
      "complete -c \(name) -n \(fishQuoted(none)) -a \(command.name)"
        + " -d \(fishQuoted(command.summary[language]))"
    }
    for command in commands {
      let here = "__\(identifier)_is \(command.name)"
      lines += [""] + command.options.map { fishLine(here, $0, language) }
      if let operands = command.operands {
        lines.append("complete -c \(name) -n \(fishQuoted(here))" + fishArguments(operands.kind))
      }
    }
    return """
      # \(completionsTitle(.fish))

      # Whether the command that was typed is this one; '' stands for none yet.
      function __\(identifier)_is
          set -l skips 0
          for word in (commandline -opc)[2..]
              if test $skips = 1
                  set skips 0
                  continue
              end
              switch $word
                  case \(valueSpellings.joined(separator: " "))
                      set skips 1
                  case '-*'
                  case '*'
                      test "$word" = "$argv[1]"
                      return
              end
          end
          test -z "$argv[1]"
      end

      \(lines.joined(separator: "\n"))

      """
  }

  /// The program's own options behind which a value stands as a word of its own.
  private var valueSpellings: [String] {
    options.filter { $0.value.needsValue }.flatMap(\.spellings)
  }

  private func fishLine(
    _ condition: String, _ option: OptionDeclaration, _ language: MessageLanguage
  ) -> String {
    let spellings = option.spellings.map { spelling in
      spelling.hasPrefix("--") ? " -l \(spelling.dropFirst(2))" : " -s \(spelling.dropFirst())"
    }
    func line(_ condition: String, _ value: String) -> String {
      "complete -c \(name) -n \(fishQuoted(condition))" + spellings.joined() + value
        + " -d \(fishQuoted(option.help[language]))"
    }
    let value = option.value.kind.map { " -r" + fishArguments($0) } ?? ""
    guard case .optionalChoice = option.value else { return line(condition, value) }
    // Fish takes the value for one that may also be the next word, except where a `=` is typed.
    let attached = "string match -q -- '\(option.name)=*' (commandline -ct)"
    return line(condition, "") + "\n" + line("\(condition); and \(attached)", value)
  }

  /// What follows an option, or is a command's operand.
  private func fishArguments(_ kind: TextKind) -> String {
    switch resolved(kind) {
    case .any, .command: " -f"
    case .file: " -F"
    case .folder: " -f -a '(__fish_complete_directories)'"
    case .document: #" -k -f -a '(__fish_complete_suffix .md | string match -er "(?:\.md|/)\$")'"#
    case .names(let names):
      " -f -a " + fishQuoted(names.map(fishWord).joined(separator: " "))
    }
  }

  /// A name in a list, which fish reads as it reads a command line.
  private func fishWord(_ name: String) -> String {
    name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } ? name : fishQuoted(name)
  }

  private func fishQuoted(_ text: String) -> String {
    "'" + text.replacing(#"\"#, with: #"\\"#).replacing("'", with: #"\'"#) + "'"
  }
}

extension OptionDeclaration.Value {
  /// Whether a value has to follow.
  fileprivate var needsValue: Bool {
    switch self {
    case .none, .optionalChoice: false
    case .text, .choice: true
    }
  }
}

import CanevasSource

/// The script for zsh: what `_arguments` makes of each command's declarations.
extension Program {
  func zshCompletions(_ language: MessageLanguage) -> String {
    let summaries = commands.map { "    " + quoted($0.name + ":" + $0.summary[language]) }
    let arguments =
      options.flatMap { zshOption($0, language) }
      + ["(-)1: :->command", "(-)*:: :->arguments"].map(quoted)
    let title = Bilingual("commande", "command")[language]
    return """
      #compdef \(name)
      # \(completionsTitle(.zsh))

      _\(identifier)() {
        local curcontext=$curcontext context state state_descr line
        typeset -A opt_args
        local -a commands=(
      \(summaries.joined(separator: "\n"))
        )
        _arguments -C -S \\
      \(zshArguments(arguments, indent: "    "))

        case $state in
          command) _describe -t commands \(title) commands ;;
          arguments)
            curcontext=${curcontext%:*}-$words[1]:
            case $words[1] in
      \(commands.map { zshCase($0, language) }.joined(separator: "\n"))
            esac
            ;;
        esac
      }

      if [[ $funcstack[1] == _\(identifier) ]]; then _\(identifier) "$@"; \
      else compdef _\(identifier) \(name); fi

      """
  }

  private func zshCase(_ command: Command, _ language: MessageLanguage) -> String {
    var specifications = command.options.flatMap { zshOption($0, language) }
    if let operands = command.operands {
      let place = operands.most != 1 ? "*" : "1"
      specifications.append(
        quoted("\(place):\(zshEscaped(operands.placeholder)):\(zshAction(operands.kind))"))
    }
    return """
            \(command.name))
              _arguments -S \\
      \(zshArguments(specifications, indent: "          "))
              ;;
      """
  }

  private func zshArguments(_ specifications: [String], indent: String) -> String {
    specifications.map { indent + $0 }.joined(separator: " \\\n")
  }

  /// One specification a spelling. An option with any text may come again: some add up.
  private func zshOption(_ option: OptionDeclaration, _ language: MessageLanguage) -> [String] {
    let others = option.spellings.count > 1 ? "(\(option.spellings.joined(separator: " ")))" : ""
    let help = "[" + zshEscaped(option.help[language], and: "[]") + "]"
    return option.spellings.map { spelling in
      let separator = spelling.hasPrefix("--") ? "=" : ""
      let value =
        zshEscaped(option.value.placeholder ?? "")
        + ":" + (option.value.kind.map(zshAction) ?? "")
      return switch option.value {
      case .none: quoted(others + spelling + help)
      case .text: quoted("*" + spelling + separator + help + ":" + value)
      case .choice: quoted(others + spelling + separator + help + ":" + value)
      case .optionalChoice: quoted(others + spelling + "=-" + help + "::" + value)
      }
    }
  }

  private func zshAction(_ kind: TextKind) -> String {
    switch resolved(kind) {
    case .any, .command: " "
    case .file: "_files"
    case .folder: "_path_files -/"
    case .document: "_files -g \"*.md\""
    case .names(let names): "(\(names.map(zshWord).joined(separator: " ")))"
    }
  }

  /// A name in a list, which zsh reads as it reads a command line.
  private func zshWord(_ name: String) -> String {
    String(
      name.flatMap { " '\"\\()$`".contains($0) ? ["\\", $0] : $0 == ":" ? ["\\", ":"] : [$0] })
  }

  /// A text within a specification, whose parts end with a colon.
  private func zshEscaped(_ text: String, and others: String = "") -> String {
    String(text.flatMap { (":\\" + others).contains($0) ? ["\\", $0] : [$0] })
  }
}

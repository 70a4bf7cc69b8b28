package import CanevasSource

/// A program of several commands.
package struct Program: Sendable {
  package let name: String
  package let version: String
  /// The day on which that version was settled, `2026-11-21`.
  package let released: String?
  /// What it does, as a verb phrase without a full stop.
  package let summary: Bilingual
  /// What its help adds to the summary: whole sentences.
  package let details: Bilingual?
  /// In the order of help.
  package let commands: [Command]
  /// The options that are typed before a command or without one.
  package var options: [OptionDeclaration] { Self.parser.options.map(\.declaration) }

  package init(
    _ name: String, version: String, released: String? = nil, summary: Bilingual,
    details: Bilingual? = nil, commands: [Command]
  ) {
    self.name = name
    self.version = version
    self.released = released
    self.summary = summary
    self.details = details
    self.commands = commands
  }

  /// Does what `arguments`, those behind the program's own name, ask for.
  package func run(_ arguments: [String], in environment: Environment) -> ExitStatus {
    let language = askedLanguage(arguments) ?? MessageLanguage(localeOf: environment)
    let context = Context(program: self, language: language, environment: environment)
    do throws(UsageError) {
      return try run(arguments, context)
    } catch {
      context.complain(error.line(help: helpLine(for: error, arguments)))
      return .unusable
    }
  }

  /// The command of a name.
  package func command(_ name: String) throws(UsageError) -> Command {
    if let command = commands.first(where: { $0.name == name }) { return command }
    throw UsageError(
      .unknownCommand(name), nearest: nearest(to: name, among: commands.map(\.name), limit: 1))
  }

  private func run(_ arguments: [String], _ context: Context) throws(UsageError) -> ExitStatus {
    var request = ProgramRequest()
    let rest: ArraySlice<String>
    do throws(UsageError) {
      rest = try Self.parser.parseLeadingOptions(arguments, into: &request)
    } catch {
      throw placedWrongly(error)
    }
    if request.showsHelp {
      context.write(help(context.language))
      return .success
    }
    if request.showsVersion {
      context.write("\(name) \(version)\n")
      return .success
    }
    guard let verb = rest.first else {
      // Nothing was asked for, so nothing was done, which a script should notice.
      context.environment.write(.error, Array(help(context.language).utf8))
      return .unusable
    }
    let command = try command(verb)
    if asksForHelp(rest.dropFirst()) {
      context.write(help(for: command, context.language))
      return .success
    }
    return try command.perform(Array(rest.dropFirst()), context)
  }

  /// Whether `--help` stands among the options: then it is shown, whatever else is wrong there.
  private func asksForHelp(_ arguments: ArraySlice<String>) -> Bool {
    arguments.prefix { $0 != "--" }.contains(where: helpSpellings.contains)
  }

  /// A complaint about a command's option typed before the command, as such.
  private func placedWrongly(_ error: UsageError) -> UsageError {
    guard case .unknownOption(let name) = error.mistake,
      commands.contains(where: { $0.options.contains { $0.spellings.contains(name) } })
    else { return error }
    return UsageError(.optionBeforeCommand(name))
  }

  /// The command line that shows the help of the command that was typed.
  private func helpLine(for error: UsageError, _ arguments: [String]) -> String {
    var request = ProgramRequest()
    let rest = try? Self.parser.parseLeadingOptions(arguments, into: &request)
    let command = commands.first { $0.name == rest?.first }
    switch error.mistake {
    case .unknownCommand, .optionBeforeCommand: return "\(name) help"
    // Without a name, such a command lists the names that it knows.
    case .unknownName where command?.operands?.count == .any:
      return ([name] + (command.map { [$0.name] } ?? [])).joined(separator: " ")
    default: return ([name, "help"] + (command.map { [$0.name] } ?? [])).joined(separator: " ")
    }
  }

  /// The last language that `--lang` names, found without parsing, so that whatever is wrong with
  /// the other arguments is told in it.
  private func askedLanguage(_ arguments: [String]) -> MessageLanguage? {
    let options = arguments.prefix { $0 != "--" }
    let attached = "--lang="
    var language: MessageLanguage?
    for (number, option) in options.enumerated() {
      if option == "--lang", number + 1 < options.count {
        language = MessageLanguage(rawValue: options[number + 1]) ?? language
      } else if option.hasPrefix(attached) {
        language = MessageLanguage(rawValue: String(option.dropFirst(attached.count))) ?? language
      }
    }
    return language
  }
}

/// What may be asked of a program before its command.
private struct ProgramRequest: Sendable {
  var showsHelp = false
  var showsVersion = false
}

extension Program {
  private static let parser = ArgumentParser<ProgramRequest>(
    options: [
      .language { _, _ in },
      .flag("--version", help: Bilingual("montrer la version", "show the version")) {
        $0.showsVersion = true
      },
      .help { $0.showsHelp = true },
    ], operands: nil)
}

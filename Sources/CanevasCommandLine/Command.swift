package import CanevasSource

/// What one verb of a program is called, takes and does. Parsing, help, suggestions, completions
/// and the man page are all derived from it.
package struct Command: Sendable {
  package let name: String
  /// What it does, as a verb phrase without a full stop.
  package let summary: Bilingual
  /// What its help adds to the summary: whole sentences.
  package let details: Bilingual?
  package var operands: OperandDeclaration? { declareOperands() }
  /// In the order of help; `--help`, which every command has, is the last.
  package var options: [OptionDeclaration] { declareOptions() }
  // Of the commands of a program, most runs need the options of one.
  private let declareOperands: @Sendable () -> OperandDeclaration?
  private let declareOptions: @Sendable () -> [OptionDeclaration]
  /// Reads the arguments behind the verb and does what they ask for.
  let perform: @Sendable ([String], Context) throws(UsageError) -> ExitStatus

  /// A command whose arguments are read into a `Request`: first `defaults`, then whatever was
  /// typed, in that order, so that the last of two contradictory options holds.
  package init<Request: Sendable>(
    _ name: String, summary: Bilingual, details: Bilingual? = nil, defaults: Request,
    options: @autoclosure @escaping @Sendable () -> [CommandOption<Request>],
    operands: @autoclosure @escaping @Sendable () -> Operands<Request>? = nil,
    run: @escaping @Sendable (Request, Context) throws(UsageError) -> ExitStatus
  ) {
    let parser = { @Sendable in
      ArgumentParser(options: options() + [.help { _ in }], operands: operands())
    }
    self.name = name
    self.summary = summary
    self.details = details
    declareOperands = { operands()?.declaration }
    declareOptions = { parser().options.map(\.declaration) }
    perform = { arguments, context throws(UsageError) in
      var request = defaults
      try parser().parse(arguments, into: &request)
      return try run(request, context)
    }
  }
}

/// How a program ends. Never a count of findings.
package enum ExitStatus: Int32, CaseIterable, Sendable {
  /// What was asked for was done, and no error was found.
  case success = 0
  /// An error was found, or a warning raised to one.
  case findings = 1
  /// Wrong arguments, or surroundings in which nothing could be done.
  case unusable = 2

  /// What it tells whoever ran the program.
  var meaning: Bilingual {
    switch self {
    case .success:
      Bilingual(
        "Ce qui était demandé est fait, et aucune erreur n'est trouvée.",
        "What was asked for was done, and no error was found.")
    case .findings:
      Bilingual(
        "Une erreur est trouvée, ou un avertissement pris pour une erreur.",
        "An error was found, or a warning taken for one.")
    case .unusable:
      Bilingual(
        "La demande n'est pas comprise, ou rien ne peut se faire là où l'on est.",
        "The request was not understood, or nothing could be done where it was made.")
    }
  }
}

package import CanevasSource

/// Arguments that a program does not understand.
package struct UsageError: Error, Hashable, Sendable {
  package enum Mistake: Hashable, Sendable {
    case unknownCommand(String)
    case unknownOption(String)
    /// An option of a command, typed before the command.
    case optionBeforeCommand(String)
    case missingValue(option: String, placeholder: String)
    case unexpectedValue(option: String)
    case refusedValue(String, option: String, words: [String])
    case unexpectedOperand(String)
    /// An option that means nothing without another.
    case missingOption(String, neededBy: String)
    /// A rule whose findings are errors whatever is asked for.
    case errorNotLowered(String, option: String)
    case missingOperand(placeholder: String)
    /// What is no kind of documents.
    case unknownKind(String, words: [String])
    /// An option that means nothing for one of the things that a command makes.
    case optionNotFor(String, option: String)
    /// A title that no document can have, and why.
    case unusableTitle(Bilingual)
    /// A name that nothing has, typed for an option or as an operand.
    case unknownName(String, place: String)
    /// A name that several things share.
    case ambiguousName(String, place: String)
  }

  package let mistake: Mistake
  /// What may have been meant, best first.
  package let nearest: [String]

  package init(_ mistake: Mistake, nearest: [String] = []) {
    self.mistake = mistake
    self.nearest = nearest
  }

  /// The mistake, what may have been meant and where to read on, in one line.
  /// `help` is the command line that shows help.
  package func line(help: String) -> Bilingual {
    let question = nearest.isEmpty ? nil : question
    return Bilingual(
      singleLine(words.french + (question?.french ?? ".") + " Voir « \(help) »."),
      singleLine(words.english + (question?.english ?? ".") + " See “\(help)”."))
  }

  /// What may have been meant: « a », « b » ou « c ».
  private var question: Bilingual {
    func list(_ names: [String], _ or: String) -> String {
      names.count < 2
        ? names.joined()
        : names.dropLast().joined(separator: ", ") + " \(or) " + names[names.count - 1]
    }
    return Bilingual(
      " ; vouliez-vous dire \(list(nearest.map { "« \($0) »" }, "ou")) ?",
      "; did you mean \(list(nearest.map { "“\($0)”" }, "or"))?")
  }

  private var words: Bilingual {
    switch mistake {
    case .unknownCommand(let name):
      Bilingual("commande inconnue « \(name) »", "unknown command “\(name)”")
    case .unknownOption(let name):
      Bilingual("option inconnue « \(name) »", "unknown option “\(name)”")
    case .optionBeforeCommand(let name):
      Bilingual(
        "l'option « \(name) » se place après la commande",
        "option “\(name)” belongs after the command")
    case .missingValue(let option, let placeholder):
      Bilingual(
        "l'option « \(option) » attend une valeur (\(placeholder))",
        "option “\(option)” needs a value (\(placeholder))")
    case .unexpectedValue(let option):
      Bilingual(
        "l'option « \(option) » ne prend pas de valeur", "option “\(option)” takes no value")
    case .refusedValue(let value, let option, let words):
      Bilingual(
        "valeur inconnue « \(value) » de l'option « \(option) »" + listed(words),
        "unknown value “\(value)” of option “\(option)”" + listed(words))
    case .unexpectedOperand(let operand):
      Bilingual("argument inattendu « \(operand) »", "unexpected argument “\(operand)”")
    case .missingOption(let name, let option):
      Bilingual(
        "l'option « \(option) » demande aussi « \(name) »",
        "option “\(option)” needs “\(name)”, too")
    case .errorNotLowered(let name, let option):
      Bilingual(
        "« \(name) » reste une erreur, quoi que dise « \(option) »",
        "“\(name)” stays an error, whatever “\(option)” says")
    case .missingOperand(let placeholder):
      Bilingual("argument manquant (\(placeholder))", "missing argument (\(placeholder))")
    case .unknownKind(let name, let words):
      Bilingual(
        "genre inconnu « \(name) »" + listed(words), "unknown kind “\(name)”" + listed(words))
    case .optionNotFor(let thing, let option):
      Bilingual(
        "l'option « \(option) » ne convient pas à « \(thing) »",
        "option “\(option)” does not go with “\(thing)”")
    case .unusableTitle(let reason):
      Bilingual("titre refusé : \(reason.french)", "title refused: \(reason.english)")
    case .unknownName(let name, let place):
      Bilingual("nom inconnu « \(name) » (\(place))", "unknown name “\(name)” (\(place))")
    case .ambiguousName(let name, let place):
      Bilingual(
        "plusieurs documents s'appellent « \(name) » (\(place))",
        "several documents are called “\(name)” (\(place))")
    }
  }
}

/// The words of a closed list, to stand behind what is none of them; nothing for an open one.
private func listed(_ words: [String]) -> String {
  words.isEmpty ? "" : " (\(words.joined(separator: "|")))"
}

/// `text` without the control characters that an argument may bring into a message.
private func singleLine(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    result.unicodeScalars.append(
      scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar)
  }
  return result
}

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
    /// An operand that names nothing known.
    case unknownName(String)
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
    let question = nearest.first.map { name in
      Bilingual(" ; vouliez-vous dire « \(name) » ?", "; did you mean “\(name)”?")
    }
    return Bilingual(
      singleLine(words.french + (question?.french ?? ".") + " Voir « \(help) »."),
      singleLine(words.english + (question?.english ?? ".") + " See “\(help)”."))
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
    case .unknownName(let name):
      Bilingual("nom inconnu « \(name) »", "unknown name “\(name)”")
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

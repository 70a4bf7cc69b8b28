package import CanevasSource

/// A shell that can complete what is typed.
package enum Shell: String, CaseIterable, Sendable {
  case bash, zsh, fish
}

extension Program {
  /// A script by which a shell completes the program's commands, options and what follows them.
  package func completions(for shell: Shell, _ language: MessageLanguage) -> String {
    switch shell {
    case .bash: bashCompletions
    case .zsh: zshCompletions(language)
    case .fish: fishCompletions(language)
    }
  }

  /// The comment on top of a script.
  func completionsTitle(_ shell: Shell) -> String {
    "Completions of \(name) for \(shell.rawValue), as “\(name) completions \(shell.rawValue)”"
      + " prints them."
  }
}

/// A text as one word of a POSIX shell.
func quoted(_ text: String) -> String {
  "'" + text.replacing("'", with: #"'\''"#) + "'"
}

/// The script for bash: two tables, and a function that finds where the cursor is among them.
///
/// Bash cuts words at `=` as well, unless somebody told it not to (`COMP_WORDBREAKS`); both are
/// seen to. A place is named by its command and its option, or how many operands stand before it:
/// `build --out`, `check --fix=` where a value has to follow a `=`, `help 0`, and ` 0` for the
/// command itself.
extension Program {
  var bashCompletions: String {
    """
    # \(completionsTitle(.bash))
    # For bash 4.4 and later.

    # What is to be typed at a place: its kind, and the names to choose from. Fails if nothing is.
    _\(identifier)_place() {
      kind=any names=()
      case $1 in
    \(bashPlaces)
        *) return 1 ;;
      esac
    }

    # The options of a command, or of the program itself.
    _\(identifier)_options() {
      kind=names names=()
      case $1 in
    \(bashOptions)
      esac
    }

    \(Self.bashSearch.replacing("PROGRAM", with: identifier))
    complete -F _\(identifier) \(name)

    """
  }

  /// One case a kind of text, with all places where it is typed.
  private var bashPlaces: String {
    var cases: [(kind: TextKind, patterns: [String])] = []
    func add(_ pattern: String, _ kind: TextKind) {
      if let index = cases.firstIndex(where: { $0.kind == kind }) {
        cases[index].patterns.append(pattern)
      } else {
        cases.append((kind, [pattern]))
      }
    }
    add("' 0'", resolved(.command))
    for (command, options) in [("", options)] + commands.map({ ($0.name, $0.options) }) {
      for option in options {
        guard let kind = option.value.kind else { continue }
        let mark = if case .optionalChoice = option.value { "=" } else { "" }
        for spelling in option.spellings { add(quoted("\(command) \(spelling)\(mark)"), kind) }
      }
    }
    for command in commands {
      guard let operands = command.operands else { continue }
      let count = operands.most != 1 ? "[0-9]*" : "0"
      add(quoted(command.name + " ") + count, operands.kind)
    }
    return cases.map { entry in
      "    \(entry.patterns.joined(separator: " | "))) \(bashKind(resolved(entry.kind))) ;;"
    }.joined(separator: "\n")
  }

  private func bashKind(_ kind: TextKind) -> String {
    switch kind {
    case .any, .command: "kind=any"
    case .file: "kind=files"
    case .folder: "kind=folders"
    case .document: "kind=documents"
    case .names(let names): "kind=names names=(\(bashWords(names)))"
    }
  }

  private var bashOptions: String {
    ([("", options)] + commands.map { ($0.name, $0.options) }).map { command, options in
      "    \(quoted(command))) names=(\(bashWords(options.flatMap(\.typedForms)))) ;;"
    }.joined(separator: "\n")
  }

  private func bashWords(_ words: [String]) -> String {
    words.map { word in
      word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-=".contains($0)) }
        ? word : quoted(word)
    }.joined(separator: " ")
  }

  private static let bashSearch = #"""
    # Reads a word as bash would: sets cur, and open to the quote that is not closed yet.
    _PROGRAM_unquote() {
      local i char
      cur='' open=''
      for ((i = 0; i < ${#1}; i++)); do
        char=${1:i:1}
        case $open$char in
          \' | \") open=$char ;;
          \'\' | \"\") open='' ;;
          \\ | \"\\) i=$((i + 1)) cur+=${1:i:1} ;;
          *) cur+=$char ;;
        esac
      done
    }

    # Goes through the words before the cursor, then offers what fits the one that it is in.
    _PROGRAM() {
      local cur=${COMP_WORDS[COMP_CWORD]} verb='' count=0 option='' last='' ended=''
      local kind names word open='' prefix=''
      COMPREPLY=()
      for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        if [[ $word == = && $last ]]; then
          option=$last
        elif [[ $option ]]; then
          option='' last=''
        elif [[ ! $ended && $word == -- ]]; then
          ended=1 last=''
        elif [[ ! $ended && $word == -?* ]]; then
          last=$word
          if _PROGRAM_place "$verb $word"; then option=$word; fi
        elif [[ ! $verb ]]; then
          verb=$word last=''
        else
          count=$((count + 1)) last=''
        fi
      done

      if [[ $cur == = && $last ]]; then
        option=$last cur=''
      elif [[ ! $option && ! $ended && $cur == --*=* ]]; then
        option=${cur%%=*} prefix=$option= cur=${cur#*=}
      fi
      if [[ $option ]]; then
        _PROGRAM_place "$verb $option" || _PROGRAM_place "$verb $option=" || return
      elif [[ ! $ended && $cur == -* ]]; then
        _PROGRAM_options "$verb"
      else
        _PROGRAM_place "$verb $count" || return
      fi

      _PROGRAM_unquote "$cur"
      case $kind in
        names)
          for word in "${names[@]}"; do
            [[ $word == "$cur"* ]] || continue
            case $open in
              '') printf -v word %q "$word" ;;
              \') word=${word//\'/\'\\\'\'} ;;
            esac
            COMPREPLY+=("$prefix$word")
          done
          return
          ;;
        files) mapfile -t names < <(compgen -f -- "$cur") ;;
        folders) mapfile -t names < <(compgen -d -- "$cur") ;;
        documents)
          mapfile -t names < <(compgen -f -X '!*.md' -- "$cur"; compgen -d -- "$cur")
          ;;
      esac
      compopt -o filenames
      COMPREPLY=("${names[@]/#/$prefix}")
      [[ ! $prefix || ! -d ${names[0]} ]] || compopt -o nospace
    }
    """#
}

extension OptionDeclaration {
  /// All that may be typed for the option in one word.
  fileprivate var typedForms: [String] {
    guard case .optionalChoice(let words) = value else { return spellings }
    return spellings + words.map { "\(name)=\($0)" }
  }
}

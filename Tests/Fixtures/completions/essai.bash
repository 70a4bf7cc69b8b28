# Completions of essai for bash, as “essai completions bash” prints them.
# For bash 4.4 and later.

# What is to be typed at a place: its kind, and the names to choose from. Fails if nothing is.
_essai_place() {
  kind=any names=()
  case $1 in
    ' 0') kind=names names=(aller aider) ;;
    ' --lang') kind=names names=(fr en) ;;
    'aller -C') kind=folders ;;
    'aller --color' | 'aller --au=') kind=names names=(auto always never) ;;
    'aller --par') kind=files ;;
    'aller --avec') kind=any ;;
    'aller --vers') kind=names names=('l'\''été' 'le pré: $x' '"ici"') ;;
    'aller '[0-9]*) kind=documents ;;
    'aider '0) kind=names names=(aller aider) ;;
    *) return 1 ;;
  esac
}

# The options of a command, or of the program itself.
_essai_options() {
  kind=names names=()
  case $1 in
    '') names=(--lang --version -h --help) ;;
    'aller') names=(-C --color -v --vite --par --avec --vers --au --au=auto --au=always --au=never -h --help) ;;
    'aider') names=(-h --help) ;;
  esac
}

# Reads a word as bash would: sets cur, and open to the quote that is not closed yet.
_essai_unquote() {
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
_essai() {
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
      if _essai_place "$verb $word"; then option=$word; fi
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
    _essai_place "$verb $option" || _essai_place "$verb $option=" || return
  elif [[ ! $ended && $cur == -* ]]; then
    _essai_options "$verb"
  else
    _essai_place "$verb $count" || return
  fi

  _essai_unquote "$cur"
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
complete -F _essai essai

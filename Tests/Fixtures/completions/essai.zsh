#compdef essai
# Completions of essai for zsh, as “essai completions zsh” prints them.

_essai() {
  local curcontext=$curcontext context state state_descr line
  typeset -A opt_args
  local -a commands=(
    'aller:aller quelque part'
    'aider:aider'
  )
  _arguments -C -S \
    '--lang=[langue des messages et de l'\''aide]:fr|en:(fr en)' \
    '--version[montrer la version]' \
    '(-h --help)-h[montrer cette aide]' \
    '(-h --help)--help[montrer cette aide]' \
    '(-)1: :->command' \
    '(-)*:: :->arguments'

  case $state in
    command) _describe -t commands commande commands ;;
    arguments)
      curcontext=${curcontext%:*}-$words[1]:
      case $words[1] in
      aller)
        _arguments -S \
          '*-C[chercher le catalogue à partir de DIR (par défaut \: le dossier courant)]:DIR:_path_files -/' \
          '--color=[couleurs \: selon le terminal et NO_COLOR (par défaut), toujours, jamais]:auto|always|never:(auto always never)' \
          '(-v --vite)-v[sans s'\''arrêter]' \
          '(-v --vite)--vite[sans s'\''arrêter]' \
          '*--par=[par là]:FILE:_files' \
          '*--avec=[à N, voire plus]:N: ' \
          '*--vers=[vers où]:WORD:(l\'\''été le\ pré\:\ \$x \"ici\")' \
          '--au=-[peut-être]::auto|always|never:(auto always never)' \
          '(-h --help)-h[montrer cette aide]' \
          '(-h --help)--help[montrer cette aide]' \
          '*:PATH:_files -g "*.md"'
        ;;
      aider)
        _arguments -S \
          '(-h --help)-h[montrer cette aide]' \
          '(-h --help)--help[montrer cette aide]' \
          '1:CMD:(aller aider)'
        ;;
      esac
      ;;
  esac
}

if [[ $funcstack[1] == _essai ]]; then _essai "$@"; else compdef _essai essai; fi

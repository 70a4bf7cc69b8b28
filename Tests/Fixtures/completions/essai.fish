# Completions of essai for fish, as “essai completions fish” prints them.

# Whether the command that was typed is this one; '' stands for none yet.
function __essai_is
    set -l skips 0
    for word in (commandline -opc)[2..]
        if test $skips = 1
            set skips 0
            continue
        end
        switch $word
            case --lang
                set skips 1
            case '-*'
            case '*'
                test "$word" = "$argv[1]"
                return
        end
    end
    test -z "$argv[1]"
end

complete -c essai -f
complete -c essai -n '__essai_is \'\'' -l lang -r -f -a 'fr en' -d 'langue des messages et de l\'aide'
complete -c essai -n '__essai_is \'\'' -l version -d 'montrer la version'
complete -c essai -n '__essai_is \'\'' -s h -l help -d 'montrer cette aide'
complete -c essai -n '__essai_is \'\'' -a aller -d 'aller quelque part'
complete -c essai -n '__essai_is \'\'' -a aider -d 'aider'

complete -c essai -n '__essai_is aller' -s C -r -f -a '(__fish_complete_directories)' -d 'chercher le catalogue à partir de DIR (par défaut : le dossier courant)'
complete -c essai -n '__essai_is aller' -l color -r -f -a 'auto always never' -d 'couleurs : selon le terminal et NO_COLOR (par défaut), toujours, jamais'
complete -c essai -n '__essai_is aller' -s v -l vite -d 'sans s\'arrêter'
complete -c essai -n '__essai_is aller' -l par -r -F -d 'par là'
complete -c essai -n '__essai_is aller' -l avec -r -f -d 'à N, voire plus'
complete -c essai -n '__essai_is aller' -l vers -r -f -a '\'l\\\'été\' \'le pré: $x\' \'"ici"\'' -d 'vers où'
complete -c essai -n '__essai_is aller' -l au -d 'peut-être'
complete -c essai -n '__essai_is aller; and string match -q -- \'--au=*\' (commandline -ct)' -l au -r -f -a 'auto always never' -d 'peut-être'
complete -c essai -n '__essai_is aller' -s h -l help -d 'montrer cette aide'
complete -c essai -n '__essai_is aller' -k -f -a '(__fish_complete_suffix .md | string match -er "(?:\.md|/)\$")'

complete -c essai -n '__essai_is aider' -s h -l help -d 'montrer cette aide'
complete -c essai -n '__essai_is aider' -f -a 'aller aider'

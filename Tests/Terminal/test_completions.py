"""What Tab gives in each shell."""

from pathlib import Path

import pytest

from conftest import Help
from shells import SHELLS_ALONE, Shell, bash


def test_commands(shell: Shell, help: Help) -> None:
    assert {"build", "check", "completions"} <= help.commands
    shell.offers("canevas ", help.commands)
    shell.completes("canevas bui", "canevas build ")
    shell.completes("canevas --lang fr bui", "canevas --lang fr build ")
    shell.completes("canevas --lang=fr bui", "canevas --lang=fr build ")


def test_options_of_every_command(shell: Shell, help: Help) -> None:
    for command in [(), *((name,) for name in sorted(help.commands))]:
        options = help.options(*command)
        expected = {option for option in options if option.startswith("--")}
        assert "--help" in expected
        text = " ".join(["canevas", *command, "--"])
        if len(expected) == 1:
            shell.completes(text, text + "help ")
        else:
            shell.offers_options(text, expected)


def test_words_of_every_closed_list(shell: Shell, help: Help) -> None:
    count = 0
    for command in sorted(help.commands):
        for option, value in help.options(command).items():
            words = {word.strip('"') for word in value.strip(" []=").split("|")}
            if len(words) > 1:
                count += 1
                shell.offers(f"canevas {command} {option}=", words)
                if not value.startswith("["):
                    shell.offers(f"canevas {command} {option} ", words)
    assert count > 10


def test_folders_of_every_command(shell: Shell, help: Help) -> None:
    count = 0
    for command in sorted(help.commands):
        for option, value in help.options(command).items():
            if value == " DIR":
                count += 1
                shell.completes(f"canevas {command} {option} si", f"canevas {command} {option} site/")
                shell.offers_nothing(f"canevas {command} {option} not")
    assert count > 5


def test_an_option_behind_others(shell: Shell) -> None:
    shell.completes("canevas build -C site --tim", "canevas build -C site --timings ")
    shell.completes("canevas build --out=site --lang fr --tim",
                    "canevas build --out=site --lang fr --timings ")
    shell.completes("canevas check note.md --fix=review --for",
                    "canevas check note.md --fix=review --format" + shell.value_mark)
    shell.completes("canevas check --fix --form", "canevas check --fix --format" + shell.value_mark)
    shell.completes("canevas build -C site --out si", "canevas build -C site --out site/")
    shell.completes("canevas build --out=si", "canevas build --out=site/")


def test_a_value_is_no_command(shell: Shell) -> None:
    shell.completes("canevas help --lang fr bui", "canevas help --lang fr build ")
    shell.completes("canevas build -C check --tim", "canevas build -C check --timings ")
    shell.completes("canevas --lang fr check --inf", "canevas --lang fr check --info ")


def test_an_option_that_adds_up_comes_again(shell: Shell) -> None:
    shell.completes("canevas check --deny html-brut --deny war",
                    "canevas check --deny html-brut --deny warnings ")
    shell.completes("canevas check --deny html-brut --den",
                    "canevas check --deny html-brut --deny" + shell.value_mark)


def test_operands(shell: Shell, help: Help) -> None:
    shell.completes("canevas help bui", "canevas help build ")
    shell.offers("canevas help ", help.commands)
    shell.completes("canevas explain cibles", "canevas explain cibles-clients ")
    shell.completes("canevas explain section-inc", "canevas explain section-inconnue ")
    shell.offers("canevas completions ", {"bash", "zsh", "fish"})
    shell.offers_nothing("canevas build no")
    shell.offers_nothing("canevas build --base-url no")


def test_documents(shell: Shell) -> None:
    shell.completes("canevas check no", "canevas check note.md ")
    shell.completes("canevas check -C site note.md si", "canevas check -C site note.md site/")
    shell.completes("canevas check -- no", "canevas check -- note.md ")


def test_files(shell: Shell) -> None:
    shell.completes("canevas check --output noti", "canevas check --output notice.txt ")
    shell.completes("canevas check --baseline=noti", "canevas check --baseline=notice.txt ")


def test_names_with_spaces_and_accents(shell: Shell) -> None:
    shell.completes("canevas check ét", r"canevas check été\ à\ Liège/")
    shell.completes(r"canevas check été\ à", r"canevas check été\ à\ Liège/")
    shell.completes(r"canevas check été\ à\ Liège/", r"canevas check été\ à\ Liège/fiche.md ")
    shell.completes('canevas check "été à', f'canevas check "été à Liège{shell.behind_folder}')
    shell.completes('canevas check "été à Liège/fi', 'canevas check "été à Liège/fiche.md" ')
    shell.completes("canevas check --output=ét", r"canevas check --output=été\ à\ Liège/")
    shell.completes("canevas check l", r"canevas check l\'été\ d\'un\ café.md ")
    shell.completes("canevas list --mechanism fin", r"canevas list --mechanism financement\ public ")
    shell.completes("canevas list --mechanism écha", "canevas list --mechanism échange ")
    shell.completes("canevas list --mechanism 'partage d",
                    "canevas list --mechanism 'partage de gains' ")
    shell.completes(r"canevas list --mechanism=droit\ d\'us",
                    r"canevas list --mechanism=droit\ d\'usage ")


@pytest.mark.parametrize("name", SHELLS_ALONE)
def test_without_the_installed_files(name: str, prefix: Path, work: Path, help: Help) -> None:
    shell = SHELLS_ALONE[name](prefix, work)
    shell.offers("canevas ", help.commands)
    shell.completes("canevas check --fix=rev", "canevas check --fix=review ")
    shell.close()


def test_bash_that_does_not_cut_words_at_equals_signs(prefix: Path, work: Path) -> None:
    shell = bash(prefix, work, "source <(canevas completions bash)",
                 "COMP_WORDBREAKS=${COMP_WORDBREAKS//=}")
    shell.completes("canevas check --out=si --format=js", "canevas check --out=si --format=json ")
    shell.completes("canevas check --fix=rev", "canevas check --fix=review ")
    shell.completes("canevas check --output=noti", "canevas check --output=notice.txt ")
    shell.completes("canevas check --output=ét", r"canevas check --output=été\ à\ Liège")
    shell.close()

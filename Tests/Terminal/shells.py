"""Interactive shells in a terminal, each set up as its own manual says that completions are found."""

import os
import re
import time
from collections.abc import Callable, Set
from pathlib import Path

import pexpect
import pyte

PROMPT = "§ "
COLUMNS, ROWS = 160, 60


class Shell:
    """A shell that somebody types into, and whose screen can be read."""

    # What stands behind an option that needs a value once it is completed.
    value_mark = " "
    # What stands behind a folder whose name was opened with a double quote.
    behind_folder = '"/'

    def __init__(
        self, command: list[str], setup: list[str], prefix: Path, folder: Path, **variables: str
    ) -> None:
        environment = {
            "PATH": f"{prefix}/bin:{os.environ['PATH']}", "TERM": "xterm", "LANG": "C.UTF-8",
            "HOME": str(folder), "XDG_DATA_DIRS": f"{prefix}/share:/usr/share", **variables,
        }
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.Stream(self._screen)
        self._process = pexpect.spawn(
            command[0], command[1:], cwd=folder, env=environment, encoding="utf-8",
            dimensions=(ROWS, COLUMNS))
        self._process.sendline("; ".join(setup))
        self._until(lambda: self._line == PROMPT)
        self._clear()

    def close(self) -> None:
        self._process.close(force=True)

    def completes(self, text: str, expected: str) -> None:
        """One Tab behind `text` gives `expected`."""
        self._clear()
        self._process.send(text + "\t")
        self._until(lambda: self._line == PROMPT + expected)

    def offers(self, text: str, expected: Set[str]) -> None:
        """Tab behind `text` lists the expected words, and no others.

        Some shells list an option's values with the option before them, or spaces as one has to
        type them.
        """
        self._clear()
        self._process.send(text + "\t")
        begun = text.split(" ")[-1].rpartition("=")
        self._until(
            lambda: {
                word.removeprefix(begun[0] + begun[1]).replace("\\ ", " ") for word in self._words
            } == expected,
            expected)

    def offers_options(self, text: str, expected: Set[str]) -> None:
        """Tab behind `text` lists the expected options, with a value or without."""
        self._clear()
        self._process.send(text + "\t")
        self._until(lambda: {word.partition("=")[0] for word in self._words} == expected, expected)

    def offers_nothing(self, text: str) -> None:
        """Tab behind `text` changes nothing."""
        self._clear()
        self._process.send(text + "\t#")
        self._until(lambda: self._line == PROMPT + text + "#" and not self._words)

    def _clear(self) -> None:
        """Takes back what is typed and listed."""
        self._process.send("\x15\x0c")
        self._until(lambda: self._line == PROMPT and not self._words)

    @property
    def _line(self) -> str:
        """The line that is typed, up to the cursor."""
        return self._screen.display[self._screen.cursor.y][: self._screen.cursor.x]

    @property
    def _words(self) -> set[str]:
        """The words that are listed, without their descriptions."""
        lines = [line for line in self._screen.display if not line.startswith(PROMPT)]
        cells = [cell for line in lines for cell in re.split(r"\s{2,}", line.strip())]
        return {cell for cell in cells if cell and not cell.startswith("(")}

    def _until(self, condition: Callable[[], bool], expected: object = "") -> None:
        """Reads on until the screen is as it should be, for ten seconds at most."""
        deadline = time.monotonic() + 10
        while not condition():
            if time.monotonic() > deadline:
                screen = "\n".join(line.rstrip() for line in self._screen.display).rstrip()
                raise AssertionError(f"expected {expected}\n{screen}\ncursor in {self._line!r}")
            try:
                self._stream.feed(self._process.read_nonblocking(65536, timeout=0.1))
            except pexpect.TIMEOUT:
                pass


QUIET_BASH = [
    "bind 'set show-all-if-ambiguous on'", "bind 'set completion-query-items 0'",
    "bind 'set bell-style none'", f"PS1='{PROMPT}'",
]
QUIET_ZSH = [
    "unsetopt list_ambiguous beep", "LISTMAX=999", "zstyle ':completion:*' verbose no",
    f"PS1='{PROMPT}'",
]
QUIET_FISH = [
    "set -g fish_autosuggestion_enabled 0", "set -g fish_greeting",
    f"function fish_prompt; echo -n '{PROMPT}'; end",
]


def bash(prefix: Path, folder: Path, *setup: str) -> Shell:
    """Debian's bash with bash-completion, which loads a command's file at the first Tab."""
    setup = setup or ("source /usr/share/bash-completion/bash_completion",)
    return Shell(["bash", "--norc", "--noprofile"], [*setup, *QUIET_BASH], prefix, folder)


def zsh(prefix: Path, folder: Path, *setup: str) -> Shell:
    """A zsh whose fpath has the folder of the installed function."""
    setup = setup or (
        f"fpath=({prefix}/share/zsh/site-functions $fpath)",
        "autoload -Uz compinit && compinit -u -D")
    shell = Shell(["zsh", "-f"], [*setup, *QUIET_ZSH], prefix, folder)
    shell.value_mark = "="
    shell.behind_folder = "/"
    return shell


def fish(prefix: Path, folder: Path, *setup: str, **variables: str) -> Shell:
    """A fish that finds the installed file by itself."""
    # Without this folder the first fish reads all manual pages of the machine.
    (folder / ".local/share/fish/generated_completions").mkdir(parents=True, exist_ok=True)
    shell = Shell(["fish"], [*setup, *QUIET_FISH], prefix, folder, **variables)
    shell.behind_folder = "/"
    return shell


def bash_alone(prefix: Path, folder: Path) -> Shell:
    """A bash that reads the script from the program."""
    return bash(prefix, folder, "source <(canevas completions bash)")


def zsh_alone(prefix: Path, folder: Path) -> Shell:
    """A zsh that reads the script from the program."""
    return zsh(prefix, folder, "autoload -Uz compinit && compinit -u -D",
               "source <(canevas completions zsh)")


def fish_alone(prefix: Path, folder: Path) -> Shell:
    """A fish that reads the script from the program."""
    return fish(prefix, folder, "canevas completions fish | source", XDG_DATA_DIRS="/usr/share")


SHELLS: dict[str, Callable[..., Shell]] = {"bash": bash, "zsh": zsh, "fish": fish}
SHELLS_ALONE: dict[str, Callable[[Path, Path], Shell]] = {
    "bash": bash_alone, "zsh": zsh_alone, "fish": fish_alone,
}

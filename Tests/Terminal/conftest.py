"""What the checks in a terminal share: the program as it is installed, and what its help tells."""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from shells import SHELLS, Shell

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def prefix(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where `make install` has put the compiler that the environment names, and its files."""
    program = os.environ.get("CANEVAS")
    assert program, "set CANEVAS to the path of the compiler"
    folder = tmp_path_factory.mktemp("prefix")
    subprocess.run(
        ["make", "-s", "-C", ROOT, "-o", "build", "install", f"PREFIX={folder}", "DESTDIR=",
         f"RELEASE={Path(program).resolve().parent}"], check=True, capture_output=True)
    return folder


@pytest.fixture(scope="session")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working folder with names that are hard to type."""
    folder = tmp_path_factory.mktemp("work")
    for name in ["été à Liège", "site"]:
        (folder / name).mkdir()
    for name in ["l'été d'un café.md", "note.md", "notice.txt", "été à Liège/fiche.md"]:
        (folder / name).write_text("")
    return folder


@pytest.fixture(scope="session", params=SHELLS)
def shell(request: pytest.FixtureRequest, prefix: Path, work: Path) -> Iterator[Shell]:
    """Each of the shells in turn, with the program on its path."""
    shell = SHELLS[request.param](prefix, work)
    yield shell
    shell.close()


class Help:
    """The commands and options that the program's help names."""

    def __init__(self, prefix: Path) -> None:
        self._program = prefix / "bin/canevas"
        self.commands = set(re.findall(r"^  ([a-z-]+)  ", self._text(), re.MULTILINE))

    def options(self, *command: str) -> dict[str, str]:
        """The long options of a command, or of the program, each with what follows it."""
        pattern = r"^  (?:-\w, |    |)(--?[\w-]+)((?:\[=\S+\]| \S.*?)?)(?=  |$)"
        return dict(re.findall(pattern, self._text(*command), re.MULTILINE))

    def operands(self, command: str) -> str:
        """What stands for the operands of a command."""
        usage = re.search(r"^Usage: canevas \S+ \[OPTIONS\](.*)$", self._text(command), re.MULTILINE)
        assert usage
        return usage[1].strip(" []…")

    def _text(self, *command: str) -> str:
        return subprocess.run(
            [self._program, "help", *command, "--lang", "en"], check=True, capture_output=True,
            encoding="utf-8").stdout


@pytest.fixture(scope="session")
def help(prefix: Path) -> Help:
    return Help(prefix)

"""The manual page, in the tools that check it and show it."""

import re
import subprocess
from pathlib import Path

import pytest

from conftest import Help


@pytest.fixture(params=["", "fr/"])
def page(request: pytest.FixtureRequest, prefix: Path) -> Path:
    """The page of each language, where `make install` has put it."""
    return prefix / f"share/man/{request.param}man1/canevas.1"


def test_mandoc_finds_nothing_wrong(page: Path) -> None:
    # Its remarks on style take an accented letter for eight bytes of a line.
    result = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", page], capture_output=True,
                            encoding="utf-8")
    assert (result.stdout, result.returncode) == ("", 0)


def test_groff_finds_nothing_wrong(page: Path) -> None:
    result = subprocess.run(["groff", "-ww", "-man", "-K", "utf-8", "-T", "utf8", page],
                            capture_output=True, encoding="utf-8")
    assert (result.stderr, result.returncode) == ("", 0)


def test_man_shows_every_command_and_option(page: Path, help: Help) -> None:
    text = shown(page)
    for command in help.commands:
        assert re.search(rf"^   canevas {command} \[OPTIONS\]", text, re.MULTILINE), command
        for option in help.options(command):
            assert re.search(rf"^       .*{option}(?!\w)", text, re.MULTILINE), option


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_lines_fit_the_terminal(page: Path, columns: int) -> None:
    for line in shown(page, columns).splitlines():
        assert len(line) <= columns, line


def test_man_finds_the_page_by_its_name(prefix: Path) -> None:
    environment = {"PATH": f"{prefix}/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "MANPAGER": "cat"}
    path = subprocess.run(["man", "-w", "canevas"], capture_output=True, encoding="utf-8",
                          env=environment).stdout.strip()
    assert path == f"{prefix}/share/man/man1/canevas.1"


def test_whatis_reads_what_it_is_for(page: Path) -> None:
    purpose = subprocess.run(["lexgrog", page], capture_output=True, encoding="utf-8",
                             env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}).stdout
    assert re.search('"canevas - (compile|compiler des) .* (checked site|site vérifié)"$', purpose)


def shown(page: Path, columns: int = 80) -> str:
    """The page as `man` shows it in a terminal, without bold and underlined letters."""
    environment = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "MANWIDTH": str(columns),
                   "MAN_KEEP_FORMATTING": "", "MANPAGER": "cat"}
    text = subprocess.run(["man", "-l", page], check=True, capture_output=True, encoding="utf-8",
                          env=environment).stdout
    return re.sub(r".\x08", "", text)

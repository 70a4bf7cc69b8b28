"""The editors' set-ups: each starts the language server in a catalogue, and nowhere else."""

import json
import os
import subprocess
import tomllib
from pathlib import Path
from urllib.parse import unquote

import pytest

from conftest import ROOT

EDITORS = ROOT / ".editors"


class Desk:
    """Two catalogues and a Markdown file of neither, and a server that notes what it is told."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ["notes", "été 1", "deux", "bin", "home"]:
            (folder / name).mkdir()
        for catalogue in ["été 1", "deux"]:
            for document in ["catalogue", "fiches/a", "fiches/b"]:
                self.write(f"{catalogue}/canvases/{document}.md")
        self.write("notes/note.md")
        (folder / "bin/canevas").symlink_to(Path(__file__).with_name("fake_server.py"))
        self._log = folder / "log"

    def write(self, path: str) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("# Titre\n")

    def run(self, *command: str, path: str | None = None, **variables: str) -> str:
        """Runs an editor, and gives what it wrote."""
        environment = {
            "PATH": path or f"{self.folder}/bin:{os.environ['PATH']}", "TERM": "dumb",
            "HOME": f"{self.folder}/home", "LANG": "C.UTF-8", "CANEVAS_LOG": str(self._log),
            **variables,
        }
        result = subprocess.run(
            command, cwd=self.folder, env=environment, stdin=subprocess.DEVNULL, timeout=60,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
        assert result.returncode == 0, result.stdout
        return result.stdout

    @property
    def told(self) -> dict[str, set[str]]:
        """The documents that each server was told of, by the root that it was started for."""
        roots: dict[int, str] = {}
        documents: dict[str, set[str]] = {}
        lines = self._log.read_text().splitlines() if self._log.exists() else []
        for message in map(json.loads, lines):
            assert message["arguments"] == ["lsp"]
            if message["method"] == "initialize":
                root = self._name(message["params"]["rootUri"])
                assert root not in documents, "a second server for the same root"
                roots[message["process"]] = root
                documents[root] = set()
            elif message["method"] == "textDocument/didOpen":
                uri = message["params"]["textDocument"]["uri"]
                documents[roots[message["process"]]].add(self._name(uri))
        return documents

    def _name(self, uri: str) -> str:
        path = Path(unquote(uri.removeprefix("file://")))
        return str(path.relative_to(self.folder.resolve()))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


OPENED = ["notes/note.md", "été 1/canvases/fiches/a.md", "été 1/canvases/fiches/b.md",
          "deux/canvases/catalogue.md"]
TOLD = {"été 1": {OPENED[1], OPENED[2]}, "deux": {OPENED[3]}}


def neovim(desk: Desk, **options: str) -> str:
    """Opens the files one after the other, and waits until the servers have been told."""
    commands = [f"edit {path}".replace("é 1", r"é\ 1") for path in OPENED]
    commands += [f"lua vim.wait({options.pop('wait', '20000')}, "
                 "function() return vim.fn.filereadable('log') == 1 "
                 "and #vim.fn.filter(vim.fn.readfile('log'), 'v:val =~ \"didOpen\"') > 2 end)",
                 "qall!"]
    arguments = [argument for command in commands for argument in ["-c", command]]
    return desk.run("nvim", "--headless", "--clean", "-u", "NONE", "-c", "filetype on", "-c",
                    f"luafile {EDITORS}/neovim/canevas.lua", *arguments, **options)


def test_neovim(desk: Desk) -> None:
    assert neovim(desk) == ""
    assert desk.told == TOLD


def test_neovim_without_the_program(desk: Desk) -> None:
    assert neovim(desk, wait="1", path="/usr/bin:/bin").strip() == "canevas: the program is not on the PATH"


def emacs(desk: Desk, **options: str) -> str:
    """The same in Emacs, where no command follows another unless somebody says so."""
    paths = [str(desk.folder / path) for path in OPENED]
    files = " ".join(json.dumps(path, ensure_ascii=False) for path in paths)
    script = f"""(progn
      (setq eglot-sync-connect 20)
      (require 'canevas)
      (dolist (file (list {files}))
        (switch-to-buffer (find-file-noselect file))
        (run-hooks 'post-command-hook))
      (let ((end (time-add nil {options.pop("wait", "20")}))
            (log "{desk.folder}/log"))
        (while (and (time-less-p nil end)
                    (not (and (file-exists-p log)
                              (with-temp-buffer
                                (insert-file-contents log)
                                (> (how-many "didOpen") 2)))))
          (accept-process-output nil 0.05))))"""
    return desk.run("emacs", "--batch", "-L", str(EDITORS / "emacs"), "--eval",
                    "(package-initialize)", "--eval", script, **options)


def test_emacs(desk: Desk) -> None:
    emacs(desk)
    assert desk.told == TOLD


def test_emacs_without_the_program(desk: Desk) -> None:
    assert "Canevas: there is no program canevas" in emacs(desk, wait="1", path="/usr/bin:/bin")


def test_emacs_finds_no_fault_with_the_file(desk: Desk) -> None:
    target = desk.folder / "canevas.el"
    target.write_bytes((EDITORS / "emacs/canevas.el").read_bytes())
    warning = desk.run("emacs", "--batch", "--eval", "(package-initialize)", "--eval",
                       "(setq byte-compile-error-on-warn t)", "-f", "batch-byte-compile",
                       str(target))
    assert "Warning" not in warning and "Error" not in warning


def test_kate_and_helix_name_the_same_program() -> None:
    helix = tomllib.loads((EDITORS / "helix/languages.toml").read_text())
    server = helix["language-server"]["canevas"]
    assert [server["command"], *server["args"]] == ["canevas", "lsp"]
    [language] = helix["language"]
    kate = json.loads((EDITORS / "kate/lspclient.json").read_text())["servers"]["markdown"]
    assert kate["command"] == ["canevas", "lsp"]
    assert kate["rootIndicationFileNames"] == language["roots"] == ["canvases/catalogue.md"]

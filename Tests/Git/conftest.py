"""What the checks in git share: repositories that hold a catalogue, made anew for each test."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

SHEET = "# Catalogue d'essai\n\n- Territoire : Liège\n"

CANVAS = """# Épicerie d'été

- Statut : idée
- Territoire : Liège

## ENJEUX / SOLUTION

Comment rapprocher la ferme et l'école ?

Une épicerie itinérante dessert les cours d'école.

## CARACTÉRISTIQUES PRINCIPALES

- Camionnette électrique
- Commande la veille

## CIBLES CLIENTS

- Élèves
- Parents

## FLUX DE REVENUS

- **Vente** : 250 €/mois
"""

# A document's path in a catalogue: spaces, accents in two spellings, quotes.
PATHS = [
    "canvases/fiches/epicerie.md", "canvases/fiches/l'épicerie d'été.md",
    "canvases/fiches/sous dossier/e\u0301picerie \"bio\" & $HOME.md",
]
PATH = PATHS[0]

# Nothing of the machine's own settings, no other compiler, and the same commits whenever they are
# made.
VARIABLES = {
    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "GIT_EDITOR": "true",
    "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.org",
    "GIT_AUTHOR_DATE": "2026-01-01T12:00:00Z", "GIT_COMMITTER_NAME": "Ada",
    "GIT_COMMITTER_EMAIL": "ada@example.org", "GIT_COMMITTER_DATE": "2026-01-01T12:00:00Z",
    "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C.UTF-8",
    "PATH": ":".join(
        folder for folder in os.environ["PATH"].split(":")
        if not (Path(folder) / "canevas").exists()),
}

Result = subprocess.CompletedProcess[str]


class Clone:
    """A working tree of git with a catalogue in it."""

    def __init__(self, canevas: Path, top: Path, folder: str = "") -> None:
        self.top = top
        self.root = top / folder
        self.canevas_path = canevas
        self.variables: dict[str, str] = {}

    def _run(self, command: list[object], status: int | None) -> Result:
        environment = {**os.environ, **VARIABLES, **self.variables}
        result = subprocess.run(
            [str(word) for word in command], capture_output=True, encoding="utf-8",
            env=environment, cwd=self.top, stdin=subprocess.DEVNULL, timeout=60)
        assert status is None or result.returncode == status, (command, result)
        return result

    def git(self, *words: object, status: int | None = 0) -> str:
        """Runs git at the top; gives what it writes, complaints included."""
        result = self._run(["git", *words], status)
        return result.stdout + result.stderr

    def canevas(self, *words: object, status: int | None = 0) -> str:
        """Runs the compiler on the catalogue; gives what it writes, complaints included."""
        result = self._run([self.canevas_path, *words, "-C", self.root, "--lang", "en"], status)
        return result.stdout + result.stderr

    def install(self) -> None:
        """Sets up git and commits what belongs to everybody."""
        self.canevas("git", "install")
        self.commit()

    def write(self, path: str, text: str | bytes) -> None:
        """Writes a file of the catalogue."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)

    def text(self, path: str) -> str:
        return (self.root / path).read_text("utf-8")

    def change(self, path: str, old: str, new: str) -> None:
        """Replaces a text that stands once in a file of the catalogue."""
        text = self.text(path)
        assert text.count(old) == 1, (old, text)
        self.write(path, text.replace(old, new))

    def commit(self, message: str = "Un pas") -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message)

    def config(self) -> str:
        """The clone's own settings, as a file."""
        path = self.git("rev-parse", "--git-common-dir").strip()
        return (self.top / path / "config").read_text("utf-8")

    def states(self, status: int | None = None) -> dict[str, str]:
        """What `canevas git status` tells of each part."""
        lines = self.canevas("git", "status", status=status).splitlines()
        return {part: words for part, words in (line[2:].split(" : ", 1) for line in lines)}


@pytest.fixture(scope="session")
def canevas() -> Path:
    """The compiler, which the environment names."""
    program = os.environ.get("CANEVAS")
    assert program, "set CANEVAS to the path of the compiler"
    return Path(program).resolve()


@pytest.fixture
def new_clone(canevas: Path, tmp_path: Path) -> Callable[..., Clone]:
    """Makes a repository with one commit: a sheet and a canvas."""

    def make(name: str = "dépôt", folder: str = "", path: str = PATH) -> Clone:
        clone = Clone(canevas, tmp_path / name, folder)
        clone.root.mkdir(parents=True)
        clone.write("canvases/catalogue.md", SHEET)
        clone.write(path, CANVAS)
        clone.git("init", "-q", "-b", "main")
        clone.commit()
        return clone

    return make


@pytest.fixture
def clone(new_clone: Callable[..., Clone]) -> Clone:
    return new_clone()


def worktree_of(clone: Clone, name: str = "autre arbre") -> Clone:
    """Another working tree of the same repository, on a branch of its own."""
    folder = clone.root.relative_to(clone.top)
    clone.git("worktree", "add", "-q", "-b", "arbre", clone.top.parent / name)
    return Clone(clone.canevas_path, clone.top.parent / name, str(folder))


def submodule_of(clone: Clone, name: str = "le catalogue") -> Clone:
    """A repository that holds the other one as a submodule."""
    above = Clone(clone.canevas_path, clone.top.parent / "au-dessus")
    above.top.mkdir()
    above.git("init", "-q", "-b", "main")
    above.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", clone.top, name)
    above.commit()
    folder = clone.root.relative_to(clone.top)
    return Clone(clone.canevas_path, above.top / name, str(folder))


def knows(command: str) -> bool:
    """Whether the compiler has a command."""
    program = os.environ.get("CANEVAS")
    return program is not None and subprocess.run(
        [program, command, "--help"], capture_output=True).returncode == 0


needs_merge = pytest.mark.skipif(not knows("merge"), reason="the compiler cannot merge")
needs_diff = pytest.mark.skipif(not knows("diff"), reason="the compiler cannot compare")

"""What the checks of the reports share: catalogues, and the compiler's reports on them."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FORMATS = ["human", "short", "json", "sarif", "github", "gitlab", "junit", "markdown"]

SHEET = """# Catalogue d'essai

- Territoire : Liège
- Langue : fr

Un catalogue où rien ne va.
"""

# A near miss with a safe fix, letters of several bytes before it, one item twice, a broken link.
CANVAS = """# Épicerie d'été

- Thème : [Écologie 🌱](../themes/ecologie.md)
- Statut : idée

## ENJEUX / SOLUTION

Comment rapprocher la ferme et l'école ? Où, à Huy ? 日本 [nulle part](../themes/ecologi.md)

## CIBLE CLIENT

- Élèves
- Élèves
"""

THEME = """# Écologie

- Couleur : verte

Un thème.
"""

# Each of these would act in some format, were it written as it is.
HOSTILE_TEXT = """::error::]]> `````` </details> <script>alert(1)</script>

````
##[error]@octocat #12 %0A {0} [lien](1) \x1b[31m ~~~
</details>
````

<img src=x onerror=alert(1)>

## ]]> `CIBLES` <b> ::error:: ##[error] @octocat %0A {0}

[lien](javascript:alert(1)) ![](nulle.png)
"""
HOSTILE_NAMES = [
    "a'\"b.md", "c`d`.md", "e]]>.md", "f\n::error::g.md", "h,i:j%0A.md", "k <b>&amp;.md",
    "l|_m_*n*.md", "é à.md", "##[error]o.md", "@octocat #12.md",
]


class Catalogue:
    """A catalogue in a folder, and its reports, each of which is made once."""

    def __init__(self, canevas: Path, root: Path) -> None:
        self.root = root
        self._canevas = canevas
        self._reports: dict[tuple[str, ...], tuple[int, str]] = {}

    def write(self, path: str, text: str | bytes) -> None:
        """Writes a document as it is, line ends included."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)

    def bytes_of(self, path: str) -> bytes:
        """What a document holds; nothing, if it is a folder or a link that leads nowhere."""
        file = self.root / path
        return file.read_bytes() if file.is_file() else b""

    def run(self, *arguments: str | Path, **options: object) -> subprocess.CompletedProcess[bytes]:
        """Runs `canevas check` on the catalogue."""
        command = [self._canevas, "check", "-C", self.root, *arguments]
        return subprocess.run(command, capture_output=True, timeout=20, **options)  # type: ignore

    def report(self, format: str, *arguments: str) -> str:
        """The report in a format, infos included."""
        return self._result(format, *arguments)[1]

    def status(self, format: str) -> int:
        """The exit status of the run that made a report."""
        return self._result(format)[0]

    def _result(self, format: str, *arguments: str) -> tuple[int, str]:
        key = (format, *arguments)
        if key not in self._reports:
            result = self.run("--format", format, "--info", *arguments)
            assert not result.stderr, result.stderr.decode()
            self._reports[key] = result.returncode, result.stdout.decode()
        return self._reports[key]


@pytest.fixture(scope="session")
def canevas() -> Path:
    """The compiler, which the environment names."""
    program = os.environ.get("CANEVAS")
    assert program, "set CANEVAS to the path of the compiler"
    return Path(program).resolve()


@pytest.fixture
def new_catalogue(canevas: Path, tmp_path: Path) -> Callable[[], Catalogue]:
    """Makes the broken catalogue anew, for a test that changes it."""
    return lambda: broken_catalogue(canevas, tmp_path / "catalogue")


@pytest.fixture(scope="session")
def broken(canevas: Path, tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """Findings of all kinds, with line ends of all kinds."""
    return broken_catalogue(canevas, tmp_path_factory.mktemp("broken"))


@pytest.fixture(scope="session")
def hostile(canevas: Path, tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """Names and texts that try to get out of the reports."""
    catalogue = Catalogue(canevas, tmp_path_factory.mktemp("hostile"))
    catalogue.write("canvases/catalogue.md", SHEET)
    for name in HOSTILE_NAMES:
        catalogue.write("canvases/fiches/" + name, HOSTILE_TEXT)
    return catalogue


@pytest.fixture(scope="session")
def clean(canevas: Path, tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The project's own catalogue."""
    root = tmp_path_factory.mktemp("clean")
    for folder in ["canvases", "seeds"]:
        shutil.copytree(ROOT / folder, root / folder)
    return Catalogue(canevas, root)


@pytest.fixture(params=["broken", "hostile", "clean"])
def catalogue(request: pytest.FixtureRequest) -> Catalogue:
    """Each of the catalogues in turn."""
    return request.getfixturevalue(request.param)


def broken_catalogue(canevas: Path, root: Path) -> Catalogue:
    """A small catalogue with errors, warnings and infos."""
    catalogue = Catalogue(canevas, root)
    catalogue.write("canvases/catalogue.md", SHEET)
    catalogue.write("canvases/themes/ecologie.md", THEME)
    catalogue.write("canvases/fiches/epicerie.md", CANVAS)
    catalogue.write("canvases/fiches/windows.md", CANVAS.replace("\n", "\r\n"))
    catalogue.write("canvases/fiches/ancien.md", CANVAS.replace("\n", "\r"))
    catalogue.write("canvases/fiches/latin.md", CANVAS.replace("日本 ", "").replace(" 🌱", "")
                    .encode("latin-1"))
    catalogue.write("canvases/fiches/vide.md", "")
    catalogue.write("canvases/fiches/nom à changer.md", CANVAS)
    return catalogue

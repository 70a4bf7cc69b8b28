"""A small catalogue on which editors are driven."""

import json
import shutil
import subprocess
from pathlib import Path

SHEET = """# Catalogue d'essai

- Territoire : Liège
- Langue : fr

Trois fiches, pour voir.
"""

THEME = """# Écologie 🌱

- Couleur : vert

## ENJEU STRATÉGIQUE RÉGIONAL

Rapprocher la ferme et l'[école](../acteurs/ecole-du-centre.md).

## OPPORTUNITÉ

Des élèves curieux.
"""

CANVAS = """# Épicerie d'été

- Thème : [Écologie 🌱](../themes/ecologie.md)
- Statut : idée
- Territoire : Liège
- Porteur : [Ferme Nos Pilifs](../acteurs/ferme-nos-pilifs.md)
- Source : [Notes d'été](../../seeds/notes.md)

> Je n'ai qu'une pause de midi.
>
> — une élève

## ENJEUX / SOLUTION

Où trouver des légumes à midi ? 🌱 À la [Ferme Nos Pilifs](../acteurs/ferme-nos-pilifs.md).

## CARACTÉRISTIQUES PRINCIPALES

- Une épicerie
- Un potager

## CIBLES CLIENTS

- Élèves
"""

FARM = """# Ferme Nos Pilifs

- Type : entreprise de travail adapté
- Aussi : Les Pilifs ; ASBL Pilifs

## PRÉSENTATION

Une ferme à Neder-Over-Heembeek.
"""

SCHOOL = """# École du Centre

- Type : enseignement

## PRÉSENTATION

Elle mange à la [ferme](ferme-nos-pilifs.md#présentation).
"""

NOTES = """# Notes d'été

- Éditeur : École du Centre
- Année : 2026

## CE QUE LA SOURCE APPORTE

L'histoire d'une élève.
"""

FILES = {
    "canvases/catalogue.md": SHEET,
    "canvases/themes/ecologie.md": THEME,
    "canvases/fiches/epicerie.md": CANVAS,
    "canvases/acteurs/ferme-nos-pilifs.md": FARM,
    "canvases/acteurs/ecole-du-centre.md": SCHOOL,
    "seeds/notes.md": NOTES,
}

EPICERIE = "canvases/fiches/epicerie.md"
ECOLOGIE = "canvases/themes/ecologie.md"
PILIFS = "canvases/acteurs/ferme-nos-pilifs.md"
ECOLE = "canvases/acteurs/ecole-du-centre.md"


class Catalogue:
    """A catalogue in a folder."""

    def __init__(self, root: Path, files: dict[str, str] = FILES) -> None:
        self.root = root
        for path, text in files.items():
            self.write(path, text)

    def write(self, path: str, text: str | bytes) -> None:
        """Writes a file as it is, line ends included."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)

    def text(self, path: str) -> str:
        return (self.root / path).read_bytes().decode()

    def uri(self, path: str) -> str:
        return (self.root / path).as_uri()

    def remove(self, path: str) -> None:
        file = self.root / path
        shutil.rmtree(file) if file.is_dir() else file.unlink()


def check(canevas: Path, root: Path) -> dict[str, list[dict]]:
    """What `canevas check` says of a catalogue, infos included, by path."""
    command = [canevas, "check", "-C", root, "--format", "json", "--info"]
    result = subprocess.run(command, capture_output=True, check=False)
    assert result.returncode in (0, 1), result.stderr.decode()
    found: dict[str, list[dict]] = {}
    for diagnostic in json.loads(result.stdout)["diagnostics"]:
        found.setdefault(diagnostic["file"], []).append(diagnostic)
    return found

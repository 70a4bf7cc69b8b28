"""Emacs, as Debian has it, with Eglot."""

import os
import subprocess
from pathlib import Path

from catalogue import EPICERIE, Catalogue

SCRIPT = Path(__file__).with_name("emacs.el")
SETUP = Path(__file__).parents[2] / ".editors/emacs"
COMPLETED = {
    "## pol": "## POLICY MAKING",
    "é🌱 [x](../acteurs/eco": "é🌱 [x](../acteurs/ecole-du-centre.md)",
    "é🌱 [École d": "é🌱 [École du Centre](../acteurs/ecole-du-centre.md)",
    "[x](../acteurs/ferme": "[x](../acteurs/ferme-nos-pilifs.md)",
}


def test_completion(canevas: Path, catalogue: Catalogue, tmp_path: Path) -> None:
    environment = os.environ | {
        "PATH": f"{canevas.parent}:{os.environ['PATH']}", "HOME": str(tmp_path), "LANG": "C.UTF-8",
        "DOCUMENT": str(catalogue.root / EPICERIE), "SECTION": "## CIBLES CLIENTS",
        "TYPED": "\n".join(COMPLETED)}
    run = subprocess.run(
        ["emacs", "--batch", "-L", SETUP, "-l", SCRIPT], env=environment, capture_output=True,
        timeout=60, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stderr
    assert run.stdout.splitlines() == list(COMPLETED.values())

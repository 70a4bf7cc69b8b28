"""Neovim, as Debian has it, with its own language client."""

import json
import os
import subprocess
from pathlib import Path

from catalogue import CANVAS, EPICERIE, Catalogue, check

SCRIPT = Path(__file__).with_name("neovim.lua")
SETUP = Path(__file__).parents[2] / ".editors/neovim/canevas.lua"


def test_neovim(canevas: Path, catalogue: Catalogue, tmp_path: Path) -> None:
    answers_file = tmp_path / "answers.json"
    environment = os.environ | {
        "PATH": f"{canevas.parent}:{os.environ['PATH']}", "SETUP": str(SETUP),
        "DOCUMENT": str(catalogue.root / EPICERIE), "ANSWERS": str(answers_file),
        "XDG_CACHE_HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path)}
    run = subprocess.run(
        ["nvim", "--headless", "--clean", "-n", "-S", SCRIPT], env=environment,
        capture_output=True, timeout=60, check=False)
    assert answers_file.exists(), run.stderr.decode()
    answers = json.loads(answers_file.read_text())
    assert "problem" not in answers, answers["problem"]

    [[line, start, end, message, severity]] = answers["diagnostics"]
    assert CANVAS.split("\n")[line] == "## CIBLES CLIENTS" and (start, end) == (3, 15)
    assert "CIBLE CLIENT" in message and severity == 1
    assert "Ferme Nos Pilifs" in answers["hover"]
    heading, [row, column] = answers["definition"]
    assert heading == "# Ferme Nos Pilifs" and (row, column) == (1, 2)
    assert "École du Centre" in answers["completion"]
    assert "🌱 : [École](../acteurs/ecole-du-centre.md" in answers["completed"]
    assert answers["typed"] == [
        "## POLICY MAKING", "é🌱 [x](../acteurs/ecole-du-centre.md)",
        "é🌱 [École du Centre](../acteurs/ecole-du-centre.md)",
        "é🌱 [x](../acteurs/ferme-nos-pilifs.md)"]
    assert answers["formatted"] == CANVAS
    assert answers["renamed"] == CANVAS.replace("ferme-nos-pilifs", "pilifs")
    assert (catalogue.root / "canvases/acteurs/pilifs.md").exists()
    assert check(canevas, catalogue.root) == {}

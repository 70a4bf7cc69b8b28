"""What `canevas diff` says to programs, against the schema that is published with the sites."""

import json
import subprocess
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from conftest import ROOT
from test_json import strict

SCHEMA = json.loads((ROOT / "templates" / "comparaison.schema.json").read_text())
PAIRS = sorted((ROOT / "Tests" / "Fixtures" / "diff").glob("*.old.md"))


def diff(canevas: Path, *arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    command = [canevas, "diff", "--format", "json", *arguments]
    return subprocess.run(command, capture_output=True, timeout=20)


def test_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("old", PAIRS, ids=[path.name for path in PAIRS])
def test_follows_the_schema(canevas: Path, old: Path, language: str) -> None:
    new = old.with_name(old.name.replace(".old.", ".new."))
    for versions in [(old, new), (new, old), (old, "/dev/null"), ("/dev/null", new)]:
        result = diff(canevas, "--lang", language, *versions)
        data = json.loads(result.stdout)
        validator = Draft202012Validator(strict(SCHEMA))
        problems = [error.message for error in validator.iter_errors(data)]
        assert not problems, "\n".join(problems)
        assert result.returncode == (0 if data["same"] else 1)
        assert data["language"] == language


@pytest.mark.parametrize("old", PAIRS, ids=[path.name for path in PAIRS])
def test_runs_make_up_both_texts(canevas: Path, old: Path) -> None:
    new = old.with_name(old.name.replace(".old.", ".new."))
    for document in json.loads(diff(canevas, old, new).stdout)["documents"]:
        for change in document["changes"]:
            for side, kind in [("old", "removed"), ("new", "added")]:
                runs = [run for run in change["runs"] if run["kind"] in ("kept", kind)]
                if runs:
                    assert "".join(run["text"] for run in runs) == change[side]["text"]

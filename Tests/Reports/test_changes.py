"""What canevas changes tells as data, against the schema that is published with the sites."""

import json

import pytest
from jsonschema import Draft202012Validator

from conftest import ROOT
from test_json import strict

SCHEMA = json.loads((ROOT / "templates" / "changements.schema.json").read_text())
TOLD = ROOT / "Tests" / "Fixtures" / "changes" / "told"


def test_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


# The Swift tests hold what the program writes to these very files.
@pytest.mark.parametrize("name", ["changes.json", "pages.json"])
def test_follows_the_schema(name: str) -> None:
    told = json.loads((TOLD / name).read_text())
    problems = [error.message for error in Draft202012Validator(strict(SCHEMA)).iter_errors(told)]
    assert not problems, "\n".join(problems)
    assert ("changes" in told) != ("pages" in told)


def test_tells_every_kind_of_change() -> None:
    told = json.loads((TOLD / "changes.json").read_text())
    branches = SCHEMA["$defs"]["change"]["oneOf"]
    words = [branch["properties"]["change"] for branch in branches]
    known = {word for schema in words for word in schema.get("enum", [schema.get("const")])}
    assert {change["change"] for change in told["changes"]} == known

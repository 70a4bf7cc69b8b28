"""The report for programs of one's own, against the schema that is published with the sites."""

import json
from collections.abc import Callable

import pytest
from jsonschema import Draft202012Validator

from conftest import ROOT, Catalogue

SCHEMA = json.loads((ROOT / "templates" / "constats.schema.json").read_text())


def test_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_follows_the_schema(catalogue: Catalogue, language: str) -> None:
    report = json.loads(catalogue.report("json", "--lang", language))
    assert report["language"] == language
    problems = [error.message for error in Draft202012Validator(strict(SCHEMA)).iter_errors(report)]
    assert not problems, "\n".join(problems)


def strict(schema: object) -> object:
    """The schema without room for members that it does not name."""
    if isinstance(schema, list):
        return [strict(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: strict(part) for key, part in schema.items()}
    return {**closed, "additionalProperties": False} if "required" in schema else closed


def test_counts_are_right(catalogue: Catalogue) -> None:
    report = json.loads(catalogue.report("json"))
    severities = [finding["severity"] for finding in report["diagnostics"]]
    for severity in ["error", "warning", "info"]:
        assert report["counts"][severity + "s"] == severities.count(severity)
    documents = len(list(catalogue.root.glob("canvases/**/*.md")))
    seeds = len(list(catalogue.root.glob("seeds/**/*.md")))
    assert report["counts"]["documents"] == documents + seeds


def test_places_agree_with_the_bytes(catalogue: Catalogue) -> None:
    for finding in json.loads(catalogue.report("json"))["diagnostics"]:
        places = [finding] + finding["related"]
        for file, range in [(place["file"], place["range"]) for place in places]:
            content = catalogue.bytes_of(file)
            for end in ["start", "end"]:
                before = content[: range[end]["offset"]]
                lines = before.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
                if before.endswith(b"\r") and content[len(before):].startswith(b"\n"):
                    lines.pop()
                assert range[end]["line"] == len(lines), finding
                text = lines[-1].decode(errors="replace")
                if "\N{REPLACEMENT CHARACTER}" not in text:
                    assert range[end]["column"] == len(text) + 1, finding


def test_safe_fixes_mend(new_catalogue: Callable[[], Catalogue]) -> None:
    catalogue = new_catalogue()
    findings = json.loads(catalogue.report("json"))["diagnostics"]
    fixable = [
        (finding["file"], fix["edits"], finding["fingerprint"])
        for finding in findings
        for fix in finding["fixes"][:1]
        if fix["safety"] == "safe"
    ]
    assert {"canvases/fiches/epicerie.md", "canvases/fiches/windows.md"} <= {
        file for file, _, _ in fixable
    }
    # From the end on, so that the edits' places stay what they are.
    for file, edits, _ in reversed(fixable):
        content = catalogue.bytes_of(file)
        for edit in reversed(edits):
            start, end = (edit["range"][key]["offset"] for key in ["start", "end"])
            content = content[:start] + edit["replacement"].encode() + content[end:]
        catalogue.write(file, content)
    left = json.loads(catalogue.run("--format", "json", "--info").stdout)["diagnostics"]
    assert not {name for _, _, name in fixable} & {finding["fingerprint"] for finding in left}


def test_names_outlive_moved_lines(new_catalogue: Callable[[], Catalogue]) -> None:
    catalogue = new_catalogue()

    def names() -> dict[str, int]:
        report = json.loads(catalogue.run("--format", "json", "--info").stdout)
        return {
            finding["fingerprint"]: finding["range"]["start"]["line"]
            for finding in report["diagnostics"]
            if finding["file"] == "canvases/fiches/epicerie.md" and finding["section"]
        }

    before = names()
    text = catalogue.bytes_of("canvases/fiches/epicerie.md").decode()
    moved = text.replace("\n## ENJEUX", "\n<!-- deux\nlignes -->\n\n## ENJEUX")
    catalogue.write("canvases/fiches/epicerie.md", moved)
    assert before and names() == {name: line + 3 for name, line in before.items()}

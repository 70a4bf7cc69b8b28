"""The log for services that keep findings of many tools, against the standard's schema."""

import json
from collections.abc import Callable, Iterator
from urllib.parse import unquote

import pytest
from sarif_kit.validate import validation_errors

from conftest import Catalogue


def run_of(catalogue: Catalogue, *arguments: str) -> dict:
    """The one run of a catalogue's log."""
    (run,) = json.loads(catalogue.report("sarif", *arguments))["runs"]
    return run


@pytest.mark.parametrize("language", ["fr", "en"])
def test_follows_the_schema(catalogue: Catalogue, language: str) -> None:
    log = json.loads(catalogue.report("sarif", "--lang", language))
    assert not validation_errors(log)
    assert log["version"] == "2.1.0" and log["runs"][0]["language"] == language


def test_every_rule_explains_itself(clean: Catalogue) -> None:
    rules = run_of(clean)["tool"]["driver"]["rules"]
    assert len(rules) > 50 and len({rule["id"] for rule in rules}) == len(rules)
    for rule in rules:
        texts = [rule["shortDescription"]["text"], rule["fullDescription"]["text"]]
        texts += [rule["help"]["text"], rule["help"]["markdown"]]
        assert all(texts), rule["id"]
        assert not [text for text in texts if "⟦" in text or "⟧" in text], rule["id"]
        assert rule["defaultConfiguration"]["level"] in ["note", "warning", "error"]


def test_results_are_of_its_rules(catalogue: Catalogue) -> None:
    run = run_of(catalogue)
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    names = [tuple(result["partialFingerprints"].items()) for result in run["results"]]
    assert len(set(names)) == len(names)


def test_files_are_there(catalogue: Catalogue) -> None:
    run = run_of(catalogue)
    addresses = [artifact["location"]["uri"] for artifact in run["artifacts"]]
    for address in addresses:
        assert address.isascii() and not set(address) & set(" <>`|\"\n"), address
        assert (catalogue.root / unquote(address)).exists(), address
    for location in artifact_locations(run["results"]):
        assert location["uri"] == addresses[location["index"]]
        assert location["uriBaseId"] in run["originalUriBaseIds"]


def artifact_locations(value: object) -> Iterator[dict]:
    """Every `artifactLocation` in a value, however deep."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key == "artifactLocation":
                yield part
            else:
                yield from artifact_locations(part)
    elif isinstance(value, list):
        for part in value:
            yield from artifact_locations(part)


def test_snippets_are_what_the_regions_hold(catalogue: Catalogue) -> None:
    run = run_of(catalogue)
    assert run["columnKind"] == "unicodeCodePoints"
    snippets = 0
    for result in run["results"]:
        for location in result["locations"] + result.get("relatedLocations", []):
            place = location["physicalLocation"]
            content = catalogue.bytes_of(unquote(place["artifactLocation"]["uri"]))
            region = place["region"]
            start, length = region["byteOffset"], region["byteLength"]
            marked = content[start : start + length]
            if "snippet" in region:
                snippets += 1
                assert region["snippet"]["text"] == marked.decode(errors="replace")
            if not content.isascii() and b"\xef\xbf\xbd" not in content:
                try:
                    text = content.decode()
                except UnicodeDecodeError:
                    continue
                assert region_of(text, region) == marked.decode(), result
    assert snippets or not run["results"]


def region_of(text: str, region: dict) -> str:
    """What stands between the lines and columns of a region."""
    lines = text.replace("\r\n", "\v\n").replace("\r", "\n").split("\n")

    def offset(line: int, column: int) -> int:
        return sum(len(before) + 1 for before in lines[: line - 1]) + column - 1

    start = offset(region["startLine"], region["startColumn"])
    end = offset(region["endLine"], region["endColumn"])
    plain = "\n".join(lines)[start:end].replace("\v\n", "\r\n").replace("\v", "\r")
    return plain.replace("\n", "\r") if "\r" in text and "\n" not in text else plain


def test_fixes_are_those_of_the_data(catalogue: Catalogue) -> None:
    findings = json.loads(catalogue.report("json"))["diagnostics"]
    for finding, result in zip(findings, run_of(catalogue)["results"], strict=True):
        assert finding["fingerprint"] in result["partialFingerprints"].values()
        fixes = result.get("fixes", [])
        for expected, fix in zip(finding["fixes"], fixes, strict=True):
            assert fix["properties"]["safety"] == expected["safety"]
            (change,) = fix["artifactChanges"]
            assert unquote(change["artifactLocation"]["uri"]) == finding["file"]
            for edit, made in zip(expected["edits"], change["replacements"], strict=True):
                start, end = (edit["range"][key]["offset"] for key in ["start", "end"])
                region = made["deletedRegion"]
                assert (region["byteOffset"], region["byteLength"]) == (start, end - start)
                assert made.get("insertedContent", {}).get("text", "") == edit["replacement"]


def test_brackets_and_braces_are_no_links_and_gaps(hostile: Catalogue) -> None:
    messages = [result["message"]["text"] for result in run_of(hostile)["results"]]
    assert any("{{0}}" in message for message in messages)
    for message in messages:
        plain = message.replace("\\\\", "").replace("\\[", "").replace("\\]", "")
        assert "[" not in plain and "]" not in plain
        assert "{" not in plain.replace("{{", "")


def test_files_are_named_from_the_top_of_the_repository(
    new_catalogue: Callable[[], Catalogue],
) -> None:
    catalogue = new_catalogue()
    (catalogue.root.parent / ".git").mkdir()
    addresses = [artifact["location"]["uri"] for artifact in run_of(catalogue)["artifacts"]]
    assert addresses and all(address.startswith("catalogue/canvases/") for address in addresses)

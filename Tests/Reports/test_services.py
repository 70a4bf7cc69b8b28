"""What the services of forges read: GitHub's commands, GitLab's Code Quality, JUnit."""

import json
import re
from collections import Counter
from pathlib import Path

from jsonschema import Draft202012Validator
from junitparser import Failure, JUnitXml, Skipped

from conftest import Catalogue

COMMAND = re.compile(r"::([a-z]+)(?: ([^\r\n]*?))?::([^\r\n]*)")

# The members that GitLab documents, with the words that it knows.
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "pattern": "^[a-z0-9-]+$"},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "properties": {
                    "path": {"type": "string", "pattern": "^[^./]"},
                    "lines": {
                        "type": "object",
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                        "required": ["begin"],
                        "additionalProperties": False,
                    },
                },
                "required": ["path", "lines"],
                "additionalProperties": False,
            },
        },
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
    },
}


def findings_of(catalogue: Catalogue) -> list[dict]:
    """The findings as data."""
    return json.loads(catalogue.report("json"))["diagnostics"]


def unescaped(text: str) -> str:
    """A value as GitHub's runner reads it."""
    for written, meant in [("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")]:
        text = text.replace(written, meant)
    return text


def commands_of(catalogue: Catalogue) -> list[tuple[str, dict[str, str], str]]:
    """The commands that GitHub's runner finds in the log."""
    commands = []
    for line in catalogue.report("github").splitlines():
        if line.lstrip().startswith("::"):
            match = COMMAND.fullmatch(line)
            assert match, line
            properties = dict(part.split("=", 1) for part in (match[2] or "").split(",") if part)
            values = {key: unescaped(value) for key, value in properties.items()}
            commands.append((match[1], values, unescaped(match[3])))
        else:
            assert "##[" not in line, line
    return commands


def test_github_annotates_the_gravest(catalogue: Catalogue) -> None:
    findings = findings_of(catalogue)
    commands = commands_of(catalogue)
    levels = {"error": "error", "warning": "warning", "info": "notice"}
    shown = [(level, values, text) for level, values, text in commands if "file" in values]
    counts = Counter(level for level, _, _ in commands)
    assert set(counts) <= {*levels.values(), "group", "endgroup"}
    assert all(counts[level] <= 10 for level in levels.values())

    order = ["error", "warning", "notice"]
    assert [order.index(level) for level, _, _ in shown] == sorted(
        order.index(level) for level, _, _ in shown
    )
    for level, values, text in shown:
        finding = next(
            finding for finding in findings
            if finding["code"] == values["title"] and finding["file"] == values["file"]
            and finding["range"]["start"]["line"] == int(values["line"])
            and text.startswith(finding["message"])
        )
        assert levels[finding["severity"]] == level
        assert int(values["endLine"]) >= int(values["line"])
        if values["line"] == values["endLine"]:
            assert int(values["col"]) == finding["range"]["start"]["column"]
        else:
            assert "col" not in values
    left = len(findings) - len(shown)
    if left:
        assert commands[-1][1] == {"title": "canevas"} and str(left) in commands[-1][2]
    for severity, level in levels.items():
        total = sum(finding["severity"] == severity for finding in findings)
        assert counts[level] >= min(total, 9), level


def test_github_lists_all_in_the_log(catalogue: Catalogue) -> None:
    lines = [line.replace("\u200b", "") for line in catalogue.report("github").splitlines()]
    assert not set(catalogue.report("short").splitlines()) - set(lines)


def test_gitlab_reads_documented_members(catalogue: Catalogue) -> None:
    issues = json.loads(catalogue.report("gitlab"))
    assert not list(Draft202012Validator(GITLAB).iter_errors(issues))
    findings = findings_of(catalogue)
    assert [issue["fingerprint"] for issue in issues] == [
        finding["fingerprint"] for finding in findings
    ]
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    for issue in issues:
        assert (catalogue.root / issue["location"]["path"]).exists()


def test_junit_has_a_suite_a_document(catalogue: Catalogue, tmp_path: Path) -> None:
    file = tmp_path / "junit.xml"
    file.write_bytes(catalogue.report("junit").encode())
    report = JUnitXml.fromfile(str(file))
    findings = findings_of(catalogue)
    faulty = Counter(visible(finding["file"]) for finding in findings)
    suites = {visible(suite.name): suite for suite in report}
    documents = {
        visible(path.relative_to(catalogue.root).as_posix())
        for folder in ["canvases", "seeds"]
        for path in (catalogue.root / folder).rglob("*.md")
    }
    assert set(suites) == documents
    for name, suite in suites.items():
        cases = list(suite)
        assert suite.tests == len(cases) == max(1, faulty[name]), name
        assert len({(case.classname, case.name) for case in cases}) == len(cases), name
        assert suite.failures == sum(is_result(case, Failure) for case in cases)
        assert suite.skipped == sum(is_result(case, Skipped) for case in cases)
        assert suite.errors == 0
    errors = sum(finding["severity"] == "error" for finding in findings)
    assert (report.tests, report.failures) == (sum(s.tests for s in suites.values()), errors)
    assert report.skipped == len(findings) - errors


def is_result(case: object, kind: type) -> bool:
    """Whether a case has ended so."""
    return any(isinstance(result, kind) for result in case.result)  # type: ignore


def visible(name: str) -> str:
    """A name without what XML cannot hold."""
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffd]", "?", name)


def test_nothing_found_is_a_report_too(clean: Catalogue, tmp_path: Path) -> None:
    result = clean.run("--format", "gitlab", clean.root / "canvases" / "catalogue.md")
    assert json.loads(result.stdout) == []
    result = clean.run("--format", "github", clean.root / "canvases" / "catalogue.md")
    assert result.stdout.decode() == "1 document : aucune erreur, aucun avertissement\n"

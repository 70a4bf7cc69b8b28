"""The lines that editors and `grep` read."""

import re

from conftest import Catalogue

# What Vim makes of the lines with `errorformat=%f:%l:%v: %t%*[^:]: %m`.
LINE = re.compile(r"(.+?):(\d+):(\d+): ([eai])[^:]*: (.+) \[([a-z0-9-]+)\]")


def test_every_line_is_a_finding(catalogue: Catalogue) -> None:
    report = catalogue.report("short")
    assert not report or report.endswith("\n")
    lines = report.split("\n")[:-1]
    assert len(lines) == catalogue.report("json").count('"fingerprint":')
    for line in lines:
        assert LINE.fullmatch(line), line
        assert line.isprintable(), line


def test_places_are_those_of_editors(broken: Catalogue) -> None:
    found = [LINE.fullmatch(line) for line in broken.report("short").splitlines()]
    unknown = [match for match in found if match and match[6] == "document-introuvable"]
    assert {match[1] for match in unknown} >= {
        "canvases/fiches/epicerie.md", "canvases/fiches/windows.md", "canvases/fiches/ancien.md"
    }
    for match in unknown:
        line = broken.bytes_of(match[1]).decode().splitlines()[int(match[2]) - 1]
        assert line[int(match[3]) - 1:].startswith("["), match[0]

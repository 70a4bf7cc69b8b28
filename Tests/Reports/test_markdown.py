"""The page for authors, as the forge's own Markdown shows it."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from cmarkgfm import github_flavored_markdown_to_html
from cmarkgfm.cmark import Options

from conftest import ROOT, Catalogue

ELEMENTS = {
    "h2", "h3", "p", "table", "thead", "tbody", "tr", "th", "td", "details", "summary", "b",
    "code", "pre", "strong",
}


class Page(HTMLParser):
    """The elements of a page, and the texts of some of them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.texts: dict[str, list[str]] = {"summary": [], "h3": [], "pre": [], "td": []}
        self._open: list[str] = []
        self.feed(html)
        assert not self._open, self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self._open.append(tag)
        if tag in self.texts:
            self.texts[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag, tag

    def handle_data(self, data: str) -> None:
        for tag in set(self._open) & set(self.texts):
            self.texts[tag][-1] += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")


def page_of(catalogue: Catalogue, *arguments: str) -> Page:
    """The page as the forge shows it, raw HTML and all."""
    markdown = catalogue.report("markdown", *arguments)
    return Page(github_flavored_markdown_to_html(markdown, Options.CMARK_OPT_UNSAFE))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_nothing_gets_out(catalogue: Catalogue, language: str) -> None:
    page = page_of(catalogue, "--lang", language)
    assert page.elements <= ELEMENTS
    assert page.attributes <= {"lang", "align"}
    assert len(catalogue.report("markdown", "--lang", language).encode()) <= 65_536


def test_every_finding_has_its_fold(catalogue: Catalogue) -> None:
    page = page_of(catalogue)
    findings = json.loads(catalogue.report("json"))["diagnostics"]
    left = re.search(r"\*\*… et (\d+) constats? de plus", catalogue.report("markdown"))
    assert len(page.texts["summary"]) == len(findings) - int(left[1] if left else 0)
    shown = [plain(text) for text in page.texts["summary"]]
    if not left:
        for finding in findings:
            assert any(plain(finding["message"]) in text for text in shown), finding["message"]


def plain(text: str) -> str:
    """A text without the characters that take no room, or that stand for such."""
    return re.sub(r"[\u2060\ufffd\u2400-\u2421\x00-\x1f]", "", text)


COMMENTS = sorted((ROOT / "Tests" / "Fixtures" / "diff").glob("*.comment.md"))


@pytest.mark.parametrize("comment", COMMENTS, ids=[path.name for path in COMMENTS])
def test_what_was_done_stands_out(comment: Path) -> None:
    markdown = comment.read_text()
    html = github_flavored_markdown_to_html(markdown, Options.CMARK_OPT_UNSAFE)
    assert html.count("<li><strong>") == len(re.findall(r"^- \*\*", markdown, re.MULTILINE))


def test_nobody_is_called(hostile: Catalogue) -> None:
    page = page_of(hostile)
    for text in page.texts["summary"] + page.texts["h3"]:
        assert "@octocat" not in text and "#12" not in text
    assert any("octocat" in text for text in page.texts["summary"])


def test_mended_lines_can_be_pasted(broken: Catalogue) -> None:
    blocks = page_of(broken).texts["pre"]
    assert "## CIBLES CLIENTS\n" in blocks
    assert any("│ ## CIBLE CLIENT\n" in block for block in blocks)


def test_counts_come_first(broken: Catalogue) -> None:
    counts = json.loads(broken.report("json"))["counts"]
    cells = page_of(broken).texts["td"]
    assert [int(number) for number in cells[1::2]] == [
        counts[key] for key in ["errors", "warnings", "infos", "safelyFixable", "documents"]
    ]

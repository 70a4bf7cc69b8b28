"""What the site offers to other programs."""

import csv
import json
from collections import Counter
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import feedparser
import pytest
from jsonschema import Draft202012Validator

from conftest import BASE_ADDRESS
from html_page import HTMLPage, pages_of
from pages import FORMER_ADDRESS

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="module")
def data(published_site: Path) -> dict:
    """The whole catalogue as data."""
    return json.loads((published_site / "catalogue.json").read_text())


@pytest.fixture(scope="module")
def schema(published_site: Path) -> dict:
    """The schema that is published beside it."""
    return json.loads((published_site / "catalogue.schema.json").read_text())


@pytest.fixture(scope="module")
def pages(published_site: Path) -> list[HTMLPage]:
    """The pages of the published site that search engines shall find."""
    pages = [page for page in pages_of(published_site) if page.is_found]
    return [page for page in pages if page.address != "404.html"]


def test_catalogue_follows_its_schema(data: dict, schema: dict) -> None:
    Draft202012Validator.check_schema(schema)
    errors = [error.message for error in Draft202012Validator(schema).iter_errors(data)]
    assert not errors, "\n".join(errors)


def test_catalogue_has_every_document(data: dict, catalogue: Path) -> None:
    sources = (catalogue / "canvases").rglob("*.md")
    written = Counter(source.parent.name for source in sources)
    published = Counter(Path(document["source"]).parent.name for document in data["documents"])
    del published["sources"]
    assert published == Counter({"": 1}) + written - Counter({"canvases": 1})


def test_document_data_says_what_the_catalogue_says(
    data: dict, schema: dict, published_site: Path
) -> None:
    validator = Draft202012Validator({"$ref": "#/$defs/document", "$defs": schema["$defs"]})
    for document in data["documents"]:
        file = Path(document["page"]).with_suffix(".json")
        if document["kind"] == "catalogue":
            continue
        own = json.loads((published_site / file).read_text())
        assert not list(validator.iter_errors(own)), file
        assert own["title"] == document["title"], file
        assert (published_site / document["page"]).is_file(), document["page"]
        assert (published_site / document["source"]).is_file(), document["source"]


@pytest.mark.parametrize("table, kind", [("fiches.csv", "canvas"), ("acteurs.csv", "actor")])
def test_table_has_a_row_a_document(
    data: dict, published_site: Path, table: str, kind: str
) -> None:
    titles = [document["title"] for document in data["documents"] if document["kind"] == kind]
    assert Counter(row[0] for row in rows(published_site / table)) == Counter(titles)


def test_table_has_a_row_a_flow(data: dict, published_site: Path) -> None:
    flows = Counter(
        document["title"]
        for document in data["documents"]
        for section in document.get("sections", [])
        for _ in section.get("flows", [])
    )
    assert flows, "the catalogue's data has no flow"
    assert Counter(row[0] for row in rows(published_site / "flux.csv")) == flows


def rows(table: Path) -> list[list[str]]:
    """The rows of a table under its head, each with a field a column."""
    with table.open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file, delimiter=";", strict=True)
    assert all(len(row) == len(head) for row in rows), f"{table.name}: rows of several lengths"
    return rows


def test_feeds_are_dated_newest_first(published_site: Path) -> None:
    feeds = {
        file.relative_to(published_site).as_posix(): feedparser.parse(file.read_bytes())
        for file in published_site.rglob("*.atom")
    }
    assert "nouveautes.atom" in feeds and len(feeds) > 1, f"feeds: {sorted(feeds)}"
    for address, feed in feeds.items():
        assert not feed.bozo, f"{address}: {feed.get('bozo_exception')}"
        assert feed.feed.id == BASE_ADDRESS + address, address
        dates = [entry.updated_parsed for entry in feed.entries]
        assert dates and dates == sorted(dates, reverse=True), f"{address}: {dates}"
        for entry in feed.entries:
            assert_exists(published_site, entry.link, address)
    assert len(feeds["nouveautes.atom"].entries) == 3


def test_sitemap_lists_every_page(published_site: Path, pages: list[HTMLPage]) -> None:
    root = ElementTree.parse(published_site / "sitemap.xml").getroot()
    assert root.tag == SITEMAP + "urlset"
    assert {entry.tag for entry in root} == {SITEMAP + "url"}
    listed = [entry.findtext(SITEMAP + "loc") for entry in root]
    own = [page.all("link", rel="canonical")[0]["href"] for page in pages]
    assert Counter(listed) == Counter(own)
    for url in listed:
        assert_exists(published_site, url, "sitemap.xml")
    assert BASE_ADDRESS + FORMER_ADDRESS not in listed


def test_page_describes_itself(published_site: Path, pages: list[HTMLPage]) -> None:
    for page in pages:
        canonical = page.all("link", rel="canonical")[0]["href"]
        described = {meta["property"] for meta in page.all("meta") if "property" in meta}
        missing = {"og:title", "og:type", "og:url", "og:site_name"} - described
        assert not missing, f"{page.address}: no {missing}"
        assert_exists(published_site, canonical, page.address)
        assert page.all("meta", property="og:url")[0]["content"] == canonical, page.address
        for link in page.all("link"):
            assert_exists(published_site, link["href"], page.address)


def test_structured_data_is_json_of_schema_org(pages: list[HTMLPage]) -> None:
    described = [page for page in pages if page.json_ld]
    assert {"index.html", "fiches/angel-me.html"} <= {page.address for page in described}
    for page in described:
        for text in page.json_ld:
            block = json.loads(text)
            assert block["@context"] == "https://schema.org", page.address
            assert block.get("@type") or block.get("@graph"), page.address


def assert_exists(site: Path, link: str, origin: str) -> None:
    """The link of a page or feed leads to a file of the site."""
    url = urljoin(BASE_ADDRESS + origin, link)
    path = url.removeprefix(BASE_ADDRESS).partition("#")[0]
    assert url.startswith(BASE_ADDRESS), f"{origin}: {link} leaves the site"
    assert (site / (path or "index.html")).is_file(), f"{origin}: {link} leads nowhere"

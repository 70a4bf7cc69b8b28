"""The search of the site, as its readers use it."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from visit import Visits

SEARCH = "recherche.html"


def results(page: Page) -> Locator:
    """The results of a search."""
    return page.locator("main ol > li")


def search(visits: Visits, query: str) -> Page:
    """The page of a search, when it has found something."""
    page = visits.open(f"{SEARCH}?q={query}")
    expect(results(page).first).to_be_visible()
    return page


def titles(page: Page) -> list[str]:
    """The titles of the results, in their order."""
    return results(page).get_by_role("link").all_inner_texts()


def test_search_from_home(visits: Visits) -> None:
    page = visits.open("index.html")
    box = page.get_by_role("search").get_by_role("searchbox")
    box.fill("moutons")
    box.press("Enter")
    expect(results(page).first).to_contain_text("moutons")
    assert page.url.endswith(f"{SEARCH}?q=moutons"), page.url


def test_accents_do_not_matter(visits: Visits) -> None:
    page = search(visits, "economie")
    found = page.locator("mark").all_inner_texts()
    assert found and all(re.match("[ée]conomi", word.lower()) for word in found), found
    assert any("é" in word.lower() for word in found), found
    assert titles(page) == titles(search(visits, "économie"))


@pytest.mark.parametrize(
    "one, many", [("mouton", "moutons"), ("local", "locaux"), ("quartier", "quartiers")]
)
def test_plural_does_not_matter(visits: Visits, one: str, many: str) -> None:
    assert titles(search(visits, one)) == titles(search(visits, many))


@pytest.mark.parametrize("query", ["bergers", "ruche", "cantine"])
def test_title_comes_before_body(visits: Visits, query: str) -> None:
    page = search(visits, query)
    in_title = [query in title.lower() for title in titles(page)]
    assert in_title[0], f"{titles(page)}"
    assert in_title == sorted(in_title, reverse=True), f"{titles(page)}"


def test_matches_are_marked_in_context(visits: Visits) -> None:
    page = search(visits, "moutons")
    for result in results(page).all():
        expect(result.locator("mark").first).to_be_visible()
        assert len(result.inner_text().split()) > 6, result.inner_text()


def test_count_is_announced(visits: Visits) -> None:
    page = search(visits, "moutons")
    count = results(page).count()
    assert 1 < count <= 20, "the case proves nothing"
    expect(page.get_by_role("status")).to_contain_text(str(count))


def test_all_results_can_be_shown(visits: Visits) -> None:
    page = search(visits, "bruxelles")
    more = page.get_by_role("button", name="Afficher la suite")
    assert more.is_visible(), "the case proves nothing"
    while more.is_visible():
        before = results(page).count()
        more.click()
        expect(results(page).nth(before)).to_be_visible()
    status = page.get_by_role("status").inner_text()
    assert results(page).count() == int(re.search(r"\d+", status).group()), status


def test_results_follow_what_is_typed(visits: Visits) -> None:
    page = visits.open(SEARCH)
    box = page.get_by_role("searchbox")
    box.fill("moutons")
    expect(results(page).first).to_contain_text("moutons")
    assert page.url.endswith("?q=moutons"), page.url
    box.fill("lunch box")
    expect(results(page).first).to_contain_text("Bxl Lunch Box")
    assert page.url.endswith(("?q=lunch%20box", "?q=lunch+box")), page.url


def test_words_together_find_less_than_each(visits: Visits) -> None:
    both = titles(search(visits, "moutons espaces verts"))
    assert set(both) < set(titles(search(visits, "verts"))), both


def test_search_says_that_nothing_was_found(visits: Visits) -> None:
    page = visits.open(f"{SEARCH}?q=xylophoniste")
    expect(page.get_by_role("status")).not_to_be_empty()
    expect(results(page)).to_have_count(0)


@pytest.mark.parametrize("query", ["%3Cimg%20src=x%3E", "%27%22%5C", "constructor", "__proto__"])
def test_odd_words_do_no_harm(visits: Visits, query: str) -> None:
    page = visits.open(f"{SEARCH}?q={query}")
    expect(page.get_by_role("status")).not_to_be_empty()


def test_result_leads_to_its_page(visits: Visits) -> None:
    page = search(visits, "bergers")
    title = titles(page)[0]
    results(page).first.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_search_points_to_the_index_without_a_script(plain_visits: Visits) -> None:
    page = plain_visits.open(SEARCH)
    assert "JavaScript" in page.get_by_role("main").inner_text()
    page.get_by_role("main").get_by_role("link").first.click()
    assert page.url.endswith("index-alphabetique.html"), page.url

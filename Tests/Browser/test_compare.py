"""Two canvases side by side."""

from playwright.sync_api import Page, expect

from visit import Visits

COMPARE = "comparer.html"
FIRST, SECOND = "Angel Me", "Les Bergers urbains"


def choose(page: Page, first: str, second: str) -> None:
    """Chooses two canvases by their titles."""
    selects = page.get_by_role("combobox")
    selects.nth(0).select_option(label=first)
    selects.nth(1).select_option(label=second)


def expect_both(page: Page) -> None:
    """The page shows both canvases, section by section."""
    main = page.get_by_role("main")
    expect(main.get_by_role("link", name=FIRST, exact=True)).to_be_visible()
    expect(main.get_by_role("link", name=SECOND, exact=True)).to_be_visible()
    expect(main).to_contain_text("Comment aider celles et ceux qui veulent vivre plus durablement")
    expect(main).to_contain_text("un cheptel de moutons se déplace")
    expect(main.get_by_role("heading", name="cibles clients")).to_have_count(1)


def test_two_canvases_stand_side_by_side(visits: Visits) -> None:
    page = visits.open(COMPARE)
    choose(page, FIRST, SECOND)
    expect_both(page)
    expect(page.get_by_role("status")).to_contain_text(FIRST)
    expect(page.get_by_role("status")).to_contain_text(SECOND)
    boxes = [
        page.get_by_role("main").get_by_role("link", name=name, exact=True).bounding_box()
        for name in (FIRST, SECOND)
    ]
    assert boxes[0]["x"] + 200 < boxes[1]["x"], f"not side by side: {boxes}"
    assert abs(boxes[0]["y"] - boxes[1]["y"]) < 5, f"not side by side: {boxes}"


def test_address_follows_the_choice(visits: Visits) -> None:
    page = visits.open(COMPARE)
    choose(page, FIRST, SECOND)
    expect_both(page)
    assert page.url.endswith("?a=angel-me&b=les-bergers-urbains"), page.url
    expect_both(visits.open(page.url.removeprefix(visits.base)))
    page.get_by_role("combobox").nth(1).select_option(label="La Ruche")
    expect(page.get_by_role("status")).to_contain_text("La Ruche")
    page.go_back()
    expect_both(page)


def test_links_of_compared_canvases_lead_somewhere(visits: Visits) -> None:
    page = visits.open(COMPARE + "?a=angel-me&b=les-bergers-urbains")
    expect_both(page)
    links = page.get_by_role("main").get_by_role("link")
    addresses = links.evaluate_all("links => links.map((link) => link.getAttribute('href'))")
    for address in set(addresses):
        if "//" not in address:
            visits.open(address).close()


def test_page_lists_the_sheets_without_a_script(plain_visits: Visits) -> None:
    page = plain_visits.open(COMPARE)
    main = page.get_by_role("main")
    expect(main).to_contain_text("JavaScript")
    expect(main.get_by_role("combobox")).to_have_count(0)
    main.get_by_role("link", name=FIRST, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(FIRST)

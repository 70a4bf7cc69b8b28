"""The list of canvases narrows by facets, which combine where a script runs."""

from playwright.sync_api import Locator, Page, expect

from visit import Visits

LIST = "fiches/index.html"
PLACES = "elements => elements.map((element) => new URL(element.href).pathname)"


def shown(page: Page) -> set[str]:
    """The canvases that a list shows, by the paths of their pages."""
    return set(page.locator(".cards .card-title:visible").evaluate_all(PLACES))


def facet(page: Page, group: str, name: str) -> Locator:
    """The link of a facet, by its group and the beginning of its name."""
    return page.get_by_role("list", name=group).get_by_role("link", name=name)


def on_page_of(visits: Visits, group: str, slug: str) -> set[str]:
    """The canvases on the page that a facet has of its own."""
    return shown(visits.open(f"fiches/{group}/{slug}.html"))


def test_facets_combine(visits: Visits) -> None:
    of_theme = on_page_of(visits, "theme", "services-collaboratifs-de-quartier")
    of_other_theme = on_page_of(visits, "theme", "alimentation-urbaine-durable")
    of_revenue = on_page_of(visits, "revenu", "prestation")
    page = visits.open(LIST)
    everything = shown(page)
    assert of_theme | of_other_theme | of_revenue < everything
    facet(page, "Thème", "Services collaboratifs").click()
    assert shown(page) == of_theme
    facet(page, "Thème", "Alimentation").click()
    assert shown(page) == of_theme | of_other_theme, "another value of a facet widens the list"
    facet(page, "revenus", "prestation").click()
    expected = (of_theme | of_other_theme) & of_revenue
    assert shown(page) == expected, "another facet narrows the list"
    assert 0 < len(expected) < len(of_theme | of_other_theme), "the case proves nothing"
    assert str(len(expected)) in page.get_by_role("status").inner_text()
    facet(page, "Thème", "Alimentation").click()
    assert shown(page) == of_theme & of_revenue, "a chosen facet is given up by a second click"


def test_facet_counts_what_a_click_shows(visits: Visits) -> None:
    page = visits.open(LIST)
    facet(page, "Thème", "Services collaboratifs").click()
    link = facet(page, "revenus", "prestation")
    count = int(link.locator(".note").inner_text())
    link.click()
    assert count == len(shown(page)) > 0


def test_address_follows_the_facets(visits: Visits) -> None:
    page = visits.open(LIST)
    everything = shown(page)
    facet(page, "Thème", "Services collaboratifs").click()
    of_theme, address = shown(page), page.url
    assert address.endswith("?theme=services-collaboratifs-de-quartier"), address
    facet(page, "Statut", "idée").click()
    assert page.url != address
    page.go_back()
    assert shown(page) == of_theme, "the back button goes one facet back"
    page.reload()
    assert shown(page) == of_theme, "the address alone shows the same list"
    page.go_back()
    assert shown(page) == everything, "the back button ends at the whole list"


def test_choice_can_be_undone_at_once(visits: Visits) -> None:
    page = visits.open(LIST)
    everything = shown(page)
    facet(page, "Thème", "Services collaboratifs").click()
    facet(page, "Statut", "idée").click()
    page.locator("#toutes").click()
    assert shown(page) == everything
    assert page.url.endswith(LIST)


def test_facet_page_leads_to_combined_facets(visits: Visits) -> None:
    page = visits.open("fiches/theme/services-collaboratifs-de-quartier.html")
    of_theme = shown(page)
    facet(page, "revenus", "prestation").click()
    expect(page.locator(".card-title").first).to_be_attached()
    assert shown(page) == of_theme & on_page_of(visits, "revenu", "prestation")


def test_facets_are_links_without_a_script(plain_visits: Visits) -> None:
    page = plain_visits.open(LIST)
    everything = shown(page)
    facet(page, "revenus", "prestation").click()
    assert page.url.endswith("/fiches/revenu/prestation.html")
    assert 0 < len(shown(page)) < len(everything)

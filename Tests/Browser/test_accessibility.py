"""WCAG 2.2 AA and good practice on every type of page, as axe-core checks them."""

from collections.abc import Iterator
from importlib.resources import files

from playwright.sync_api import Page

from pages import PageType
from visit import HEIGHT, Visits

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text()
RUN = """async () => {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const rules = { "target-size": { enabled: true } };
  const options = { runOnly: tags, rules, preload: false, resultTypes: ["violations"] };
  const found = await axe.run(options);
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target}: ${failureSummary}`));
}"""


def violations(page: Page) -> Iterator[str]:
    """What axe finds on an open page, light and dark, on a phone and on a desktop."""
    page.evaluate(AXE)
    for scheme in ["light", "dark"]:
        page.emulate_media(color_scheme=scheme)
        for width in [360, 1280]:
            page.set_viewport_size({"width": width, "height": HEIGHT})
            for violation in page.evaluate(RUN):
                yield f"{scheme}, {width} px: {violation}"


def test_page_is_accessible(visits: Visits, page_type: PageType) -> None:
    found = list(violations(visits.open(page_type.address)))
    assert not found, "\n".join([page_type.address, *found])

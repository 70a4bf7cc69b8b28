"""Every type of page, in a real browser: at each width, light and dark, with and without script."""

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page

from pages import FORMER_ADDRESS, PAGE_TYPES, RENAMED, PageType
from visit import HEIGHT, WIDTHS, Visits

# The elements that reach beyond the right edge of the window, the first few of them.
BEYOND_THE_EDGE = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll("body, body *")]
    .filter((element) => element.getBoundingClientRect().right > width + 0.5)
    .slice(0, 4)
    .map((element) => element.outerHTML.slice(0, 120));
}"""


def layout_problems(page: Page, name: str) -> list[str]:
    """Where the page scrolls sideways."""
    problems = []
    for scheme in ["light", "dark"]:
        page.emulate_media(color_scheme=scheme)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": HEIGHT})
            beyond = page.evaluate(BEYOND_THE_EDGE)
            if beyond:
                problems.append(f"{name} scrolls sideways at {width} px, {scheme}: {beyond}")
    return problems


@pytest.mark.parametrize("script", ["with script", "without script"])
def test_page_opens_from_disk(
    request: pytest.FixtureRequest, page_type: PageType, script: str
) -> None:
    visits = request.getfixturevalue("visits" if script == "with script" else "plain_visits")
    page = visits.open(page_type.address)
    problems = layout_problems(page, page_type.address)
    text = page.locator("body").inner_text()
    assert not problems, "\n".join(problems)
    assert len(text) > 200, f"{page_type.address} shows only: {text}"


def test_page_has_its_landmarks(visits: Visits, page_type: PageType) -> None:
    page = visits.open(page_type.address)
    counts = {role: page.get_by_role(role).count() for role in ["banner", "main", "contentinfo"]}
    framed = int(page_type.framed)
    assert counts == {"banner": framed, "main": 1, "contentinfo": framed}, page_type.address
    if page_type.framed:
        assert page.locator("header nav[aria-label]").count() == 1, page_type.address


def test_pages_open_from_a_server(browser: Browser, site: Path) -> None:
    handler = partial(QuietHandler, directory=site)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        with Visits(browser, f"http://127.0.0.1:{server.server_port}/") as visits:
            for page_type in PAGE_TYPES:
                visits.open(page_type.address).close()
        server.shutdown()


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files without a word, and no icon, for which browsers ask by themselves."""

    def do_GET(self) -> None:
        if self.path != "/favicon.ico":
            return super().do_GET()
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


def test_former_address_leads_to_the_page(visits: Visits) -> None:
    page = visits.open(FORMER_ADDRESS)
    page.wait_for_url(f"**/{RENAMED}")

"""Everything can be reached and done with a keyboard, and one sees where one is."""

import pytest
from playwright.sync_api import Page, expect

from visit import HEIGHT, Visits

# Numbers what a keyboard must reach: one radio button of each group stands for all.
NUMBER_CONTROLS = """() => {
  const controls = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  return [...document.querySelectorAll(controls)]
    .filter((element) => element.checkVisibility() && !element.disabled)
    .map((element, index) => {
      element.dataset.control = index;
      return element.outerHTML.slice(0, 100);
    });
}"""

# Where the focus is, and what is wrong with it there.
FOCUS = """() => {
  const element = document.activeElement;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const problems = [];
  if (outlineStyle === "none" || !parseFloat(outlineWidth) || outlineColor.endsWith(", 0)")) {
    problems.push("its focus cannot be seen");
  }
  if (box.bottom <= 0 || box.right <= 0 || box.top >= innerHeight || box.left >= innerWidth) {
    problems.push("is focused outside of the window");
  }
  return { control: element.dataset.control, problems };
}"""

PAGES = [
    "index.html",
    "fiches/index.html",
    "fiches/angel-me.html",
    "comparer.html",
    "comparer.html?a=angel-me&b=les-bergers-urbains",
    "recherche.html?q=moutons",
    "territoire.html",
]


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("address", PAGES)
def test_tab_reaches_every_control(visits: Visits, address: str, width: int) -> None:
    page = visits.open(address)
    page.set_viewport_size({"width": width, "height": HEIGHT})
    page.wait_for_timeout(300)
    controls = page.evaluate(NUMBER_CONTROLS)
    page.evaluate("document.activeElement.blur()")
    reached, problems = set(), []
    for _ in range(len(controls) + 1):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus["control"] is not None:
            reached.add(int(focus["control"]))
            problems += [f"{controls[int(focus['control'])]} {p}" for p in focus["problems"]]
    problems += [f"Tab never reaches {c}" for i, c in enumerate(controls) if i not in reached]
    assert len(controls) > 10, f"{address} has only {controls}"
    assert not problems, "\n".join([f"{address}, {width} px:", *problems])


def test_skip_link_leads_to_the_content(visits: Visits) -> None:
    page = visits.open("fiches/angel-me.html")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(skip).not_to_be_in_viewport()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def tab_to(page: Page, name: str) -> None:
    """Presses Tab until the control of a name has the focus."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText || ''").startswith(name):
            return
    raise AssertionError(f"Tab never reaches {name}")


def test_facet_by_keyboard(visits: Visits) -> None:
    page = visits.open("fiches/index.html")
    everything = page.locator(".card:visible").count()
    tab_to(page, "Alimentation urbaine durable")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).not_to_be_empty()
    assert 0 < page.locator(".card:visible").count() < everything
    assert page.evaluate("document.activeElement.innerText").startswith("Alimentation")


def test_search_by_keyboard(visits: Visits) -> None:
    page = visits.open("recherche.html")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("bergers urbains")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).not_to_be_empty()
    tab_to(page, "Les Bergers urbains")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Les Bergers urbains")


def test_compare_by_keyboard(visits: Visits) -> None:
    page = visits.open("comparer.html")
    for select, title in zip(page.get_by_role("combobox").all(), ["Angel Me", "La Ruche"]):
        while not select.evaluate("select => select === document.activeElement"):
            page.keyboard.press("Tab")
        page.keyboard.type(title)
    expect(page.get_by_role("status")).to_contain_text("Angel Me")
    expect(page.get_by_role("status")).to_contain_text("La Ruche")

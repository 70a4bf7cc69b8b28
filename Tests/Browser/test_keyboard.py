"""Everything can be reached and done with a keyboard, and one sees where one is."""

import pytest
from playwright.sync_api import Locator, Page, expect

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
    controls = page.evaluate(NUMBER_CONTROLS)
    page.evaluate("document.activeElement.blur()")
    reached: set[int] = set()
    problems: list[str] = []
    for _ in range(len(controls) + 1):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus["control"] is not None:
            number = int(focus["control"])
            reached.add(number)
            problems += [f"{controls[number]} {problem}" for problem in focus["problems"]]
    missed = set(range(len(controls))) - reached
    problems += [f"Tab never reaches {controls[number]}" for number in sorted(missed)]
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


def tab_to(page: Page, control: Locator) -> None:
    """Presses Tab until a control has the focus."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if control.evaluate("control => control === document.activeElement"):
            return
    pytest.fail(f"Tab never reaches {control}", pytrace=False)


def test_facet_by_keyboard(visits: Visits) -> None:
    page = visits.open("fiches/index.html")
    everything = page.locator(".card:visible").count()
    link = page.get_by_role("list", name="Thème").get_by_role("link", name="Alimentation")
    tab_to(page, link)
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).not_to_be_empty()
    assert 0 < page.locator(".card:visible").count() < everything
    expect(link).to_be_focused()


def test_search_by_keyboard(visits: Visits) -> None:
    page = visits.open("recherche.html")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("bergers urbains")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).not_to_be_empty()
    tab_to(page, page.get_by_role("main").get_by_role("link", name="Les Bergers urbains").first)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Les Bergers urbains")


def test_compare_by_keyboard(visits: Visits) -> None:
    page = visits.open("comparer.html")
    for select, title in zip(
        page.get_by_role("combobox").all(), ["Angel Me", "La Ruche"], strict=True
    ):
        tab_to(page, select)
        page.keyboard.type(title)
    expect(page.get_by_role("status")).to_contain_text("Angel Me")
    expect(page.get_by_role("status")).to_contain_text("La Ruche")

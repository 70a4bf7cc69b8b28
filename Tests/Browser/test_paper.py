"""What is printed: sheets, print versions, posters and the booklet, as PDF files.

The compiler estimates from the widths of letters what fits on a page; the browser has the last
word, and here the two are compared.
"""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import build
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

A4 = (210, 297)
A3_LANDSCAPE = (420, 297)
# Points that a text may stand out of its box by, for the rounding of screens.
TOLERANCE = 1.5


@pytest.fixture(scope="module")
def paper(browser: Browser) -> Iterator[Page]:
    """A page that shows what is printed."""
    page = browser.new_page()
    page.emulate_media(media="print")
    yield page
    page.close()


def pdf(paper: Page, file: Path, folder: Path) -> PdfReader:
    """Prints a page of the site."""
    paper.goto(file.as_uri())
    printed = folder / f"{file.parent.name}-{file.stem}.pdf"
    paper.pdf(path=printed, prefer_css_page_size=True, print_background=True)
    return PdfReader(printed)


def sizes(document: PdfReader) -> set[tuple[int, int]]:
    """The sizes of a document's pages, in millimetres."""
    boxes = [page.mediabox for page in document.pages]
    return {(round(float(b.width) / 72 * 25.4), round(float(b.height) / 72 * 25.4)) for b in boxes}


def words(document: PdfReader, page: int) -> str:
    """What a page says, without the spaces, which a PDF file does not keep."""
    return "".join(document.pages[page].extract_text().split())


def height_of(paper: Page, selector: str) -> float:
    """The height of what stands in an element, in points."""
    return paper.evaluate(
        """selector => {
          const box = document.querySelector(selector);
          const top = box.getBoundingClientRect().top;
          const ends = [...box.querySelectorAll('*')]
            .filter(e => !e.closest('.imprint')).map(e => e.getBoundingClientRect().bottom);
          return (Math.max(...ends) - top) * 0.75;
        }""",
        selector,
    )


def clipped(paper: Page) -> list[str]:
    """The boxes whose content is wider or, where their height is set, higher than they are."""
    return paper.evaluate(
        """tolerance => {
          const boxes = document.querySelectorAll(
            '.recto, .verso, .leaf, .poster, .section, .story, .column, .poster-block');
          return [...boxes].filter(box =>
            box.scrollWidth > box.clientWidth + tolerance
            || box.matches('.poster, .column, .poster-block')
              && box.scrollHeight > box.clientHeight + tolerance)
            .map(box => box.className + ': ' + box.textContent.trim().slice(0, 40));
        }""",
        TOLERANCE,
    )


def type_size(paper: Page) -> int:
    """The size of a poster's text, in tenths of a point."""
    return int((paper.locator(".poster").get_attribute("class") or "").split("type-")[1])


def canvases(site: Path) -> list[Path]:
    found = sorted(site.glob("fiches/impression/*.html"))
    assert found
    return found


def test_every_sheet_takes_two_pages(site: Path, paper: Page, tmp_path: Path) -> None:
    for version in canvases(site):
        sheet = site / "fiches" / version.name
        for file in [version, sheet]:
            document = pdf(paper, file, tmp_path)
            assert len(document.pages) == 2, file
            assert sizes(document) == {A4}, file
            assert clipped(paper) == [], file


def test_the_recto_holds_all_but_the_verso(site: Path, paper: Page, tmp_path: Path) -> None:
    for version in canvases(site):
        document = pdf(paper, version, tmp_path)
        for page, side in enumerate([".recto .grid", ".verso"]):
            headings = paper.locator(f"{side} h2").all_inner_texts()
            for heading in headings:
                assert "".join(heading.split()) in words(document, page), (version, heading)


def test_type_is_large_enough(site: Path, paper: Page) -> None:
    for version in canvases(site):
        paper.goto(version.as_uri())
        smallest = paper.evaluate(
            """() => Math.min(...[...document.querySelectorAll('.recto *')]
              .filter(e => !e.closest('.imprint') && e.textContent.trim())
              .map(e => parseFloat(getComputedStyle(e).fontSize))) * 0.75"""
        )
        assert smallest >= 8.5 - 0.01, version


def test_every_poster_is_one_a3_page(site: Path, paper: Page, tmp_path: Path) -> None:
    posters = sorted(site.glob("fiches/affiche/*.html"))
    assert len(posters) == len(canvases(site))
    for poster in posters:
        document = pdf(paper, poster, tmp_path)
        assert len(document.pages) == 1, poster
        assert sizes(document) == {A3_LANDSCAPE}, poster
        assert clipped(paper) == [], poster
        assert paper.locator(".poster-block").count() == 9
        assert type_size(paper) >= 90, poster


def test_the_booklets_numbers_are_its_pages(site: Path, paper: Page, tmp_path: Path) -> None:
    document = pdf(paper, site / "livret.html", tmp_path)
    assert sizes(document) == {A4}
    lines = paper.locator(".contents:not(.index) .lines li").evaluate_all(
        """lines => lines.map(line => [
          line.querySelector('a').getAttribute('href').slice(1),
          line.querySelector('a').textContent, Number(line.querySelector('.page').textContent)])"""
    )
    assert len(lines) > len(canvases(site))
    for target, title, number in lines:
        page = words(document, number - 1)
        assert "".join(title.split()) in page, (title, number)
        assert page.endswith(str(number)), (title, number)
        assert paper.locator(f"[id='{target}']").count() == 1
        # A part starts on a right-hand page.
        assert number % 2 == 1, title
    printed = [int(folio) for folio in paper.locator(".folio").all_inner_texts()]
    assert printed == sorted(printed)
    for folio in printed:
        assert words(document, folio - 1).endswith(str(folio)), folio


def test_the_actors_index_leads_to_their_canvases(
    site: Path, paper: Page, tmp_path: Path
) -> None:
    document = pdf(paper, site / "livret.html", tmp_path)
    entries = paper.locator(".index .lines li").evaluate_all(
        "lines => lines.map(line => [...line.children].map(part => part.textContent))"
    )
    assert entries
    for name, numbers in entries:
        for number in numbers.split(", "):
            sheet = words(document, int(number) - 1) + words(document, int(number))
            assert "Bruxelles" in sheet and int(number) % 2 == 1, name


# Canvases of growing length: the estimate and the browser agree on which ones are too long.

SENTENCE = "Des repas de saison, cuisinés à l'école avec les légumes du maraîcher voisin"


def grown(path: Path, heading: str, count: int) -> None:
    items = "\n".join(f"- **Nom {n}** : {SENTENCE}, {n} fois par an" for n in range(count))
    path.write_text(
        f"# Cantine {count}\n\nUn repas partagé\n\n- Statut : idée\n\n> « Je mange ici. »\n\n"
        f"## ENJEUX / SOLUTION\n\nComment manger mieux ?\n\nUne cantine.\n\n"
        f"## {heading}\n\n{items}\n"
    )


def long_catalogue(folder: Path, heading: str, counts: range) -> Path:
    (folder / "canvases/fiches").mkdir(parents=True)
    (folder / "canvases/catalogue.md").write_text("# Catalogue\n\n- Langue : fr\n")
    for count in counts:
        grown(folder / f"canvases/fiches/cantine-{count}.md", heading, count)
    return folder


def warned(canevas: Path, folder: Path, code: str) -> set[str]:
    """The canvases of which a rule says something."""
    command = [canevas, "check", "-C", folder, "--format", "json"]
    report = json.loads(subprocess.run(command, capture_output=True, text=True).stdout)
    found = [finding for finding in report["diagnostics"] if finding["code"] == code]
    return {Path(finding["file"]).stem for finding in found}


def test_what_is_too_long_for_the_recto_is_warned_of(
    canevas: Path, paper: Page, tmp_path: Path
) -> None:
    folder = long_catalogue(tmp_path / "long", "CARACTÉRISTIQUES PRINCIPALES", range(30, 110, 4))
    site = build(canevas, folder, tmp_path / "site")
    too_long = warned(canevas, folder, "fiche-trop-longue")
    assert too_long
    page_height = 785.2
    for version in canvases(site):
        paper.goto(version.as_uri())
        share = height_of(paper, ".recto") / page_height
        print(f"{version.stem}: {share:.3f}{' too long' if version.stem in too_long else ''}")
        if share > 1:
            assert version.stem in too_long, version
        if share < 0.97:
            assert version.stem not in too_long, version


def test_what_is_too_long_for_the_poster_is_warned_of(
    canevas: Path, paper: Page, tmp_path: Path
) -> None:
    folder = long_catalogue(tmp_path / "long", "CIBLES CLIENTS", range(8, 36, 2))
    site = build(canevas, folder, tmp_path / "site")
    too_long = warned(canevas, folder, "affiche-trop-longue")
    assert too_long
    for poster in sorted(site.glob("fiches/affiche/*.html")):
        paper.goto(poster.as_uri())
        # Too long means: set too small, with nothing lost all the same.
        assert (type_size(paper) < 90) == (poster.stem in too_long), poster
        assert clipped(paper) == [], poster


def test_a_booklet_counts_the_pages_of_what_is_too_long(
    canevas: Path, paper: Page, tmp_path: Path
) -> None:
    folder = long_catalogue(tmp_path / "long", "CARACTÉRISTIQUES PRINCIPALES", range(10, 290, 20))
    site = build(canevas, folder, tmp_path / "site", "--booklet")
    document = pdf(paper, site / "livret.html", tmp_path)
    lines = paper.locator(".contents .lines li").all_inner_texts()
    assert len(lines) == 15
    for line in lines:
        title, number = line.rsplit(None, 1)
        assert "".join(title.split()) in words(document, int(number) - 1), line

"""How heavy the site may be, before compression."""

from pathlib import Path


def largest(files: list[Path]) -> int:
    """The bytes of the heaviest of some files, which is also printed."""
    heaviest = max(files, key=lambda file: file.stat().st_size)
    size = heaviest.stat().st_size
    print(f"{heaviest.parent.name}/{heaviest.name}: {size} bytes")
    return size


def test_sheet_is_light(site: Path) -> None:
    assert largest(list(site.glob("fiches/*.html"))) < 40_000


def test_style_sheet_is_light(site: Path) -> None:
    assert largest([site / "style.css"]) < 20_000


def test_scripts_are_light(site: Path) -> None:
    scripts = list(site.glob("*.js"))
    largest(scripts)
    assert sum(script.stat().st_size for script in scripts) < 10_000

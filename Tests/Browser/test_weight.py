"""How heavy the site may be, before compression."""

from pathlib import Path

import pytest


def sizes(files: list[Path], capsys: pytest.CaptureFixture[str]) -> list[int]:
    """The bytes of some files, the heaviest first; it is shown with their sum."""
    heaviest_first = sorted(files, key=lambda file: file.stat().st_size, reverse=True)
    sizes = [file.stat().st_size for file in heaviest_first]
    with capsys.disabled():
        print(f"\n{heaviest_first[0].name}: {sizes[0]} bytes; {len(files)} such: {sum(sizes)}")
    return sizes


def test_sheet_is_light(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert max(sizes(list(site.glob("fiches/*.html")), capsys)) < 40_000


def test_style_sheet_is_light(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert max(sizes([site / "style.css"], capsys)) < 20_000


def test_scripts_are_light(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert sum(sizes(list(site.glob("*.js")), capsys)) < 10_000

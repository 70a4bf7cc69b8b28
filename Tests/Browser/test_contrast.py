"""The theme colours on their papers (WCAG 2.2, 1.4.3), beyond those that pages happen to show."""

import re
from pathlib import Path

RULE = re.compile(r"\.couleur-(\w+)\{--theme:(#[0-9a-f]{6})\}")
PAPER = re.compile(r"--paper: (#[0-9a-f]{6})")


def luminance(colour: str) -> float:
    """The relative luminance of a colour, as WCAG defines it."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast between two colours, from 1 to 21."""
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


def test_theme_colours_stand_out_on_paper(site: Path) -> None:
    papers = PAPER.findall((site / "style.css").read_text())[:2]
    light, dark = (site / "couleurs.css").read_text().split("@media")
    assert len(RULE.findall(light)) == len(RULE.findall(dark)) > 0
    for paper, rules in zip(papers, [light, dark], strict=True):
        for name, colour in RULE.findall(rules):
            ratio = contrast(colour, paper)
            assert ratio >= 4.5, f"{name} {colour} on {paper} reaches only {ratio:.2f}"

"""Every link leads somewhere, and every page can be reached."""

import json
import subprocess
import sys
from pathlib import Path

from html_page import pages_of
from pages import UNLINKED


def test_no_link_is_broken(site: Path) -> None:
    lychee = Path(sys.executable).with_name("lychee")
    options = ["--offline", "--include-fragments", "--no-progress", "--format", "json"]
    command = [lychee, *options, "--root-dir", site, *sorted(site.rglob("*.html"))]
    result = subprocess.run(command, capture_output=True, text=True)
    report = json.loads(result.stdout)
    broken = [
        f"{Path(page).relative_to(site)}: {link['url']}: {link['status']['text']}"
        for page, links in report["error_map"].items()
        for link in links
    ]
    assert not broken, "\n".join(broken)
    assert report["successful"] > 1000, f"lychee saw only {report['successful']} links"


def test_every_page_can_be_reached_from_home(site: Path) -> None:
    pages = {page.address: page for page in pages_of(site)}
    reached: set[str] = set()
    waiting = {"index.html"}
    while waiting:
        address = waiting.pop()
        reached.add(address)
        waiting |= (pages[address].linked_addresses & pages.keys()) - reached
    unreached = set(pages) - reached - UNLINKED
    assert not unreached, f"nothing leads to {sorted(unreached)}"

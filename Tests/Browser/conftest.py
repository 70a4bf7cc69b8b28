"""What the checks share: the built sites and one browser."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from pages import AMENDMENTS, NEW, PAGE_TYPES, PageType
from visit import Visits

ROOT = Path(__file__).parents[2]
BASE_ADDRESS = "https://canevas.example/"


@pytest.fixture(scope="session")
def canevas() -> Path:
    """The compiler, which the environment names."""
    program = os.environ.get("CANEVAS")
    assert program, "set CANEVAS to the path of the compiler"
    return Path(program).resolve()


@pytest.fixture(scope="session")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own catalogue, with documents that have dates or had another name, and with a
    history of two days."""
    copy = tmp_path_factory.mktemp("catalogue")
    for folder in ["canvases", "seeds"]:
        shutil.copytree(ROOT / folder, copy / folder)
    run_git(copy, "init", "-q")
    new = copy / "canvases" / Path(NEW).with_suffix(".md")
    content = new.read_text()
    new.unlink()
    commit(copy, "2014-05-12T10:00:00+02:00")
    new.write_text(content)
    for address, line in AMENDMENTS:
        document = copy / "canvases" / Path(address).with_suffix(".md")
        document.write_text(document.read_text().replace("\n- ", f"\n- {line}\n- ", 1))
    commit(copy, "2014-06-12T10:00:00+02:00")
    return copy


def commit(folder: Path, date: str) -> None:
    """Records all that a folder holds, on a day."""
    run_git(folder, "add", "-A")
    run_git(folder, "commit", "-q", "-m", "Un jour", "--date", date)


def run_git(folder: Path, *words: str) -> None:
    """Runs git as somebody who has no settings."""
    settings = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"}
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    command = ["git", "-C", folder, *identity, *words]
    subprocess.run(command, check=True, env={**os.environ, **settings})


def build(canevas: Path, catalogue: Path, site: Path, *options: str) -> Path:
    """Compiles a catalogue into a site."""
    command = [canevas, "build", "-C", catalogue, "--out", site, *options]
    result = subprocess.run(command, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr
    return site


@pytest.fixture(scope="session")
def site(canevas: Path, catalogue: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as it is read from a disk, with its booklet."""
    return build(canevas, catalogue, tmp_path_factory.mktemp("site"), "--booklet")


@pytest.fixture(scope="session")
def published_site(
    canevas: Path, catalogue: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The site as it is published at `BASE_ADDRESS`."""
    folder = tmp_path_factory.mktemp("published")
    return build(canevas, catalogue, folder, "--base-url", BASE_ADDRESS)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium, for which no host but this one exists."""
    isolation = ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path="/usr/bin/chromium", args=isolation)


@pytest.fixture
def visits(browser: Browser, site: Path) -> Iterator[Visits]:
    """Opens pages of the site from the disk."""
    with Visits(browser, site.as_uri() + "/") as visits:
        yield visits


@pytest.fixture(params=PAGE_TYPES, ids=lambda page_type: page_type.name)
def page_type(request: pytest.FixtureRequest, site: Path) -> PageType:
    """Each type of page in turn."""
    found: PageType = request.param
    if not (site / found.address.partition("?")[0]).is_file():
        pytest.fail(f"the site has no {found.address}", pytrace=False)
    return found


@pytest.fixture
def plain_visits(browser: Browser, site: Path) -> Iterator[Visits]:
    """The same where no script runs."""
    with Visits(browser, site.as_uri() + "/", has_script=False) as visits:
        yield visits

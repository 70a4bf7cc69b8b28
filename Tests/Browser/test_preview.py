"""The preview of the site, as an author has it beside the editor, and as others try to misuse it."""

import os
import re
import select
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Self

import pytest
from playwright.sync_api import Browser, Page, expect

from conftest import ROOT
from test_accessibility import violations
from visit import Visits

CANVAS = "canvases/fiches/angel-me.md"
ADDRESS = "fiches/angel-me.html"
PANEL = "#canevas-preview"


class Preview:
    """A running `canevas serve` over a catalogue of its own."""

    def __init__(self, canevas: Path, catalogue: Path, *options: str, port: int = 0) -> None:
        self.catalogue = catalogue
        self._command = [canevas, "serve", "-C", catalogue, *options]
        self.start(port)

    def start(self, port: int) -> None:
        self.process = subprocess.Popen(
            [*self._command, "--port", str(port)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        ready, _, _ = select.select([self.process.stdout], [], [], 30)
        line = self.process.stdout.readline() if ready else "nothing is said"
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", line)
        assert found, line
        self.base = found.group()
        self.port = int(found.group(1))

    def stop(self, number: signal.Signals = signal.SIGINT) -> int:
        self.process.send_signal(number)
        try:
            return self.process.wait(10)
        finally:
            self.process.kill()
            self.process.stdout.close()

    def text(self, path: str) -> str:
        return (self.catalogue / path).read_text()

    def save(self, path: str, text: str) -> None:
        (self.catalogue / path).write_text(text)

    def edit(self, path: str, old: str, new: str) -> None:
        text = self.text(path)
        assert old in text, "the case proves nothing"
        self.save(path, text.replace(old, new, 1))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            assert self.stop() == 0


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A catalogue to be written in."""
    for folder in ["canvases", "seeds"]:
        shutil.copytree(ROOT / folder, tmp_path / "catalogue" / folder)
    return tmp_path / "catalogue"


@pytest.fixture(params=[[], ["--poll"]], ids=["told", "polling"])
def either_preview(
    request: pytest.FixtureRequest, canevas: Path, written: Path
) -> Iterator[Preview]:
    """The preview by both ways to notice a change."""
    with Preview(canevas, written, *request.param) as preview:
        yield preview


@pytest.fixture
def preview(canevas: Path, written: Path) -> Iterator[Preview]:
    with Preview(canevas, written) as preview:
        yield preview


class PreviewVisits(Visits):
    """Visits that end their listening whenever a page does, and that may meet missing pages."""

    def _note(self, page: Page | None, problem: str) -> None:
        if "/_canevas/events" not in problem and "404 (Not Found)" not in problem:
            super()._note(page, problem)


@pytest.fixture
def visits(browser: Browser, preview: Preview) -> Iterator[PreviewVisits]:
    with PreviewVisits(browser, preview.base) as visits:
        yield visits


def opened(visits: Visits, address: str) -> Page:
    """A page that listens to the news."""
    page = visits.context.new_page()
    with page.expect_request(lambda request: "/_canevas/events" in request.url):
        page.goto(visits.base + address)
    # A mark of this very load, which a reload takes away.
    page.evaluate("window.loaded = true")
    return page


def is_reloaded(page: Page) -> bool:
    return page.evaluate("window.loaded === undefined")


# What an author sees.


def test_page_reloads_when_its_document_is_saved(
    browser: Browser, either_preview: Preview
) -> None:
    with PreviewVisits(browser, either_preview.base) as visits:
        page = opened(visits, ADDRESS)
        either_preview.edit(CANVAS, "# Angel Me", "# Angèle et moi")
        expect(page.get_by_role("heading", level=1)).to_have_text("Angèle et moi")
        either_preview.edit(CANVAS, "# Angèle et moi", "# Angel Me")
        expect(page.get_by_role("heading", level=1)).to_have_text("Angel Me")


def test_page_stays_when_it_does_not_change(visits: Visits, preview: Preview) -> None:
    page = opened(visits, "fiches/cafe-couture.html")
    other = opened(visits, ADDRESS)
    preview.edit(CANVAS, "## ENJEUX / SOLUTION\n", "## ENJEUX / SOLUTION\n\nUn mot de plus.\n")
    expect(other.get_by_text("Un mot de plus.")).to_be_attached()
    assert not is_reloaded(page)


def test_reload_shows_what_was_edited(visits: Visits, preview: Preview) -> None:
    page = opened(visits, ADDRESS)
    preview.edit(
        CANVAS, "## RECOMMANDATIONS / DISCUSSION\n", "## RECOMMANDATIONS / DISCUSSION\n\n- Vu !\n"
    )
    expect(page.get_by_text("Vu !")).to_be_in_viewport()
    expect(page.locator("#recommandations-discussion")).to_be_in_viewport()


def test_reload_keeps_the_place_where_the_edit_is_in_view(
    visits: Visits, preview: Preview
) -> None:
    page = opened(visits, ADDRESS)
    page.evaluate("document.getElementById('recommandations-discussion').scrollIntoView()")
    page.mouse.wheel(0, -200)
    page.wait_for_timeout(300)
    before = page.evaluate("scrollY")
    assert before > 0, "the case proves nothing"
    preview.edit(
        CANVAS, "## RECOMMANDATIONS / DISCUSSION\n", "## RECOMMANDATIONS / DISCUSSION\n\n- Vu !\n"
    )
    expect(page.get_by_text("Vu !")).to_be_in_viewport()
    page.wait_for_load_state("load")
    assert abs(page.evaluate("scrollY") - before) <= 2


def test_broken_edit_keeps_the_page_and_shows_the_finding(
    visits: Visits, preview: Preview
) -> None:
    page = opened(visits, ADDRESS)
    expect(page.locator(PANEL)).to_be_hidden()
    preview.edit(CANVAS, "# Angel Me", "# Angèle et moi\n\n## ENJEUX / SOLUTION\n\nDeux fois.\n")
    panel = page.locator(PANEL)
    expect(panel).to_be_visible()
    expect(panel).to_contain_text(re.compile(r"canvases/fiches/angel-me\.md:\d+:\d+"))
    expect(panel).to_contain_text("erreur")
    expect(panel).to_contain_text("dernière version sans erreur")
    expect(page.get_by_role("heading", level=1)).to_have_text("Angel Me")
    assert not is_reloaded(page)
    # The same in a window that is opened only now, and elsewhere a way to it.
    expect(opened(visits, ADDRESS).get_by_role("heading", level=1)).to_have_text("Angel Me")
    elsewhere = opened(visits, "index.html")
    elsewhere.locator(PANEL + " summary").click()
    elsewhere.locator(PANEL).get_by_role("link", name="Angel Me").click()
    expect(elsewhere).to_have_url(re.compile(ADDRESS))
    preview.edit(CANVAS, "\n\n## ENJEUX / SOLUTION\n\nDeux fois.\n", "")
    expect(page.get_by_role("heading", level=1)).to_have_text("Angèle et moi")
    expect(page.locator(PANEL)).to_be_hidden()


def test_panel_is_dismissed_until_it_has_something_else_to_tell(
    visits: Visits, preview: Preview
) -> None:
    page = opened(visits, ADDRESS)
    panel = page.locator(PANEL)
    preview.edit(CANVAS, "## ENJEUX / SOLUTION", "## ENJEUX ET SOLUTIONS DE RIEN")
    expect(panel).to_be_visible()
    panel.get_by_role("button").click()
    expect(panel).to_be_hidden()
    page.reload()
    expect(panel).to_be_hidden()
    preview.edit(CANVAS, "## SYSTEM MAP", "## CARTE DE RIEN DU TOUT")
    expect(panel).to_be_visible()
    panel.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(panel.get_by_role("listitem").first).to_be_hidden()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()


def test_new_and_deleted_and_renamed_documents(visits: Visits, preview: Preview) -> None:
    text = preview.text(CANVAS).replace("# Angel Me", "# Tout neuf")
    folder = preview.catalogue / "canvases/fiches"
    page = opened(visits, "fiches/tout-neuf.html")
    title = page.get_by_role("heading", level=1)
    expect(title).to_have_text("Cette page n’existe pas")
    preview.save("canvases/fiches/tout-neuf.md", text)
    expect(title).to_have_text("Tout neuf")
    (folder / "tout-neuf.md").rename(folder / "tout-vieux.md")
    expect(page).to_have_url(re.compile("fiches/tout-vieux.html"))
    expect(title).to_have_text("Tout neuf")
    (folder / "tout-vieux.md").unlink()
    expect(title).to_have_text("Cette page n’existe pas")


def test_document_that_never_was_good_shows_what_can_be_read(
    visits: Visits, preview: Preview
) -> None:
    preview.save("canvases/fiches/ebauche.md", "# Une ébauche\n\n## ENJEUX / SOLUTION\n\nPourquoi ?\n")
    page = visits.context.new_page()
    deadline = time.monotonic() + 5
    while page.goto(visits.base + "fiches/ebauche.html").status == 404:
        assert time.monotonic() < deadline
    expect(page.get_by_role("heading", level=1)).to_have_text("Une ébauche")
    expect(page.locator(PANEL)).to_contain_text("canvases/fiches/ebauche.md:")
    expect(page.locator(PANEL)).not_to_contain_text("dernière version sans erreur")


def test_page_comes_back_when_the_server_does(browser: Browser, preview: Preview) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(preview.base + ADDRESS)
    assert preview.stop() == 0
    preview.edit(CANVAS, "# Angel Me", "# Angèle et moi")
    preview.start(preview.port)
    expect(page.get_by_role("heading", level=1)).to_have_text("Angèle et moi", timeout=15_000)
    context.close()


def test_page_reads_without_a_script(browser: Browser, preview: Preview) -> None:
    with PreviewVisits(browser, preview.base, has_script=False) as visits:
        page = visits.open(ADDRESS)
        expect(page.get_by_role("heading", level=1)).to_have_text("Angel Me")
        expect(page.locator(PANEL)).to_be_hidden()
        preview.edit(CANVAS, "## SYSTEM MAP", "## CARTE DE RIEN DU TOUT")
        panel = page.locator(PANEL)
        deadline = time.monotonic() + 5
        while panel.is_hidden():
            assert time.monotonic() < deadline
            page.reload()
        panel.locator("summary").click()
        expect(panel.get_by_role("listitem").first).to_be_hidden()
        expect(panel.get_by_role("button")).to_be_hidden()


@pytest.mark.parametrize("width", [320, 1100])
def test_closed_panel_tells_its_count_on_one_line(
    visits: Visits, preview: Preview, width: int
) -> None:
    page = opened(visits, "acteurs/abe.html")
    page.set_viewport_size({"width": width, "height": 700})
    preview.save(CANVAS, preview.text(CANVAS).replace("## SYSTEM MAP", "## CARTE DE RIEN"))
    summary = page.locator(f"{PANEL} summary")
    expect(summary).to_have_text("1 erreur ailleurs")
    lines = summary.evaluate(
        "e => { const r = document.createRange(); r.selectNodeContents(e);"
        " return new Set([...r.getClientRects()].map(line => line.top)).size }")
    assert lines == 1


def test_panel_is_accessible(visits: Visits, preview: Preview) -> None:
    preview.edit(CANVAS, "## SYSTEM MAP", "## CARTE DE RIEN DU TOUT")
    page = opened(visits, ADDRESS)
    expect(page.locator(PANEL)).to_be_visible()
    # The page's own policy keeps scripts of others out; axe comes with the browser's own tools.
    found = list(violations(page))
    assert not found, "\n".join(found)
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.emulate_media(media="print")
    expect(page.locator(PANEL)).to_be_hidden()


# What others may try.


def ask(preview: Preview, request: bytes, family: int = socket.AF_INET) -> bytes:
    """Whatever is answered to these bytes until the server closes."""
    host = "127.0.0.1" if family == socket.AF_INET else "::1"
    with socket.socket(family) as client:
        client.settimeout(15)
        client.connect((host, preview.port))
        client.sendall(request)
        answer = b""
        while part := client.recv(65536):
            answer += part
        return answer


def get(target: str, *fields: str, method: str = "GET", host: str = "localhost") -> bytes:
    lines = [f"{method} {target} HTTP/1.1", f"Host: {host}", "Connection: close", *fields, "", ""]
    return "\r\n".join(lines).encode()


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "CONNECT", "BREW"])
def test_only_reads(preview: Preview, method: str) -> None:
    answer = ask(preview, get("/", "Content-Length: 3", method=method) + b"abc")
    assert status(answer) == 405
    assert b"\r\nAllow: GET, HEAD\r\n" in answer


def test_head_has_no_body(preview: Preview) -> None:
    head = ask(preview, get("/", method="HEAD"))
    assert status(head) == 200 and head.endswith(b"\r\n\r\n")
    length = int(re.search(rb"Content-Length: (\d+)", head).group(1))
    assert length == len(ask(preview, get("/")).partition(b"\r\n\r\n")[2])


@pytest.mark.parametrize(
    "target",
    [
        "/../canvases/catalogue.md",
        "/..%2fcanvases%2fcatalogue.md",
        "/%2e%2e/canvases/catalogue.md",
        "/fiches/..%2f..%2f..%2f..%2fetc%2fpasswd",
        "/%252e%252e/canvases/catalogue.md",
        "/..\\canvases\\catalogue.md",
        "//etc/passwd",
        "/fichiers/../../../../etc/passwd",
        "/fichiers//etc/passwd",
        "/index.html%00.png",
        "/%ff%fe",
        "/%",
        "/%+1/",
        "/canvases/catalogue.md",
        "/_canevas/",
        "/_canevas/events",
        "/_canevas/events?page=..%2f..&version=",
        "http://127.0.0.1/../etc/passwd",
    ],
)
def test_no_path_leaves_the_site(preview: Preview, target: str) -> None:
    answer = ask(preview, get(target))
    assert status(answer) in (400, 404), answer[:200]
    assert b"root:" not in answer


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil", ""])
def test_answers_to_no_other_name(preview: Preview, host: str) -> None:
    assert status(ask(preview, get("/", host=host))) == 421
    absolute = ask(preview, get(f"http://{host or 'x'}/"))
    assert status(absolute) == 421


def test_answers_on_this_machine_alone(preview: Preview) -> None:
    assert status(ask(preview, get("/", host=f"[::1]:{preview.port}"), socket.AF_INET6)) == 200
    listening = Path("/proc/net/tcp").read_text() + Path("/proc/net/tcp6").read_text()
    ends = re.findall(rf" (\w+):{preview.port:04X} \w+:0000 0A", listening)
    assert sorted(ends) == ["0" * 24 + "01000000", "0100007F"]


def test_endless_head_is_refused(preview: Preview) -> None:
    assert status(ask(preview, b"GET / HTTP/1.1\r\nA: " + b"a" * 20_000)) == 431
    assert status(ask(preview, b"GET /" + b"a" * 20_000)) == 431


def test_many_requests_on_one_connection(preview: Preview) -> None:
    many = b"".join([b"GET /style.css HTTP/1.1\r\nHost: localhost\r\n\r\n"] * 50) + get("/")
    answer = ask(preview, many)
    assert answer.count(b"HTTP/1.1 200 OK") == 51


def test_half_closed_client_is_answered(preview: Preview) -> None:
    with socket.create_connection(("127.0.0.1", preview.port)) as client:
        client.sendall(get("/"))
        client.shutdown(socket.SHUT_WR)
        answer = b""
        while part := client.recv(65536):
            answer += part
    assert status(answer) == 200 and answer.endswith(b"</html>\n")


def test_slow_and_silent_clients_keep_nobody_waiting(preview: Preview) -> None:
    idle = [socket.create_connection(("127.0.0.1", preview.port)) for _ in range(300)]
    for number, client in enumerate(idle):
        if number % 2:
            client.sendall(b"GET / HT")
    # A client that asks for much and reads nothing.
    greedy = socket.socket()
    greedy.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    greedy.connect(("127.0.0.1", preview.port))
    greedy.sendall(b"GET /catalogue.json HTTP/1.1\r\nHost: localhost\r\n\r\n" * 20)
    start = time.monotonic()
    assert status(ask(preview, get("/"))) == 200
    assert time.monotonic() - start < 2
    # Clients that leave amid an answer.
    for _ in range(20):
        with socket.create_connection(("127.0.0.1", preview.port)) as client:
            client.sendall(b"GET /catalogue.json HTTP/1.1\r\nHost: localhost\r\n\r\n" * 5)
    assert status(ask(preview, get("/"))) == 200
    for client in [*idle, greedy]:
        client.close()
    descriptors = Path(f"/proc/{preview.process.pid}/fd")
    deadline = time.monotonic() + 5
    while len(list(descriptors.iterdir())) > 24:
        assert time.monotonic() < deadline, sorted(os.readlink(d) for d in descriptors.iterdir())
        time.sleep(0.1)


def test_silent_client_is_dropped(preview: Preview) -> None:
    with socket.create_connection(("127.0.0.1", preview.port)) as client:
        client.sendall(b"GET / HTTP/1.1\r\nHost: loc")
        ready, _, _ = select.select([client], [], [], 13)
        assert ready and client.recv(1) == b""


# How it ends.


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_stops_and_leaves_nothing(
    canevas: Path, written: Path, number: signal.Signals, tmp_path: Path
) -> None:
    before = sorted(tmp_path.rglob("*"))
    preview = Preview(canevas, written)
    with socket.create_connection(("127.0.0.1", preview.port)) as client:
        client.sendall(
            b"GET /_canevas/events?page=%2F&version= HTTP/1.1\r\nHost: localhost\r\n\r\n"
        )
        assert client.recv(1000)
        assert preview.stop(number) == 0
    assert sorted(tmp_path.rglob("*")) == before
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", preview.port))


def test_taken_port(canevas: Path, written: Path, preview: Preview) -> None:
    command = [canevas, "serve", "-C", written, "--port", str(preview.port), "--lang", "en"]
    result = subprocess.run(command, capture_output=True, text=True, timeout=20)
    assert result.returncode == 2
    assert "the port is taken" in result.stderr


def test_usual_port_makes_way(canevas: Path, written: Path) -> None:
    """Without `--port`, a second preview takes another port."""
    processes = []
    try:
        for _ in range(2):
            command = [canevas, "serve", "-C", written]
            processes.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))
        lines = {process.stdout.readline() for process in processes}
        assert len(lines) == 2, lines
    finally:
        for process in processes:
            process.terminate()
            assert process.wait(10) == 0
            process.stdout.close()


# The same to a folder.


def test_watch_rebuilds_and_keeps_the_site_while_there_is_an_error(
    canevas: Path, written: Path
) -> None:
    command = [canevas, "watch", "-C", written]
    site = written / "_site"
    page = site / ADDRESS
    document = written / CANVAS
    text = document.read_text()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        lines = iter(process.stdout.readline, "")
        assert next(line for line in lines if "écrits" in line)
        assert "Angel Me" in page.read_text()
        document.write_text(text.replace("# Angel Me", "# Angèle et moi"))
        assert next(line for line in lines if "écrits" in line)
        assert "Angèle et moi" in page.read_text()
        document.write_text(text.replace("## SYSTEM MAP", "## CARTE DE RIEN DU TOUT"))
        line = next(lines)
        assert line.startswith("canvases/fiches/angel-me.md:"), line
        assert next(line for line in lines if "l'ancien site demeure" in line)
        assert "Angèle et moi" in page.read_text()
        document.write_text(text)
        assert next(line for line in lines if "écrits" in line)
        assert "Angèle et moi" not in page.read_text()
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0
    assert {path.name for path in written.iterdir()} == {"canvases", "seeds", "_site"}


def test_watch_ends_where_no_site_can_be(canevas: Path, written: Path) -> None:
    """Nothing that is saved would make a folder of the sheet."""
    output = written / "canvases" / "catalogue.md"
    text = output.read_text()
    command = [canevas, "watch", "-C", written, "--out", output]
    result = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert result.returncode == 2
    assert str(output) in result.stderr
    assert output.read_text() == text


def test_watch_rebuilds_when_a_template_changes(
    canevas: Path, written: Path, tmp_path: Path
) -> None:
    templates = tmp_path / "templates"
    shutil.copytree(ROOT / "templates", templates)
    command = [canevas, "watch", "-C", written, "--templates", templates]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        lines = iter(process.stdout.readline, "")
        assert next(line for line in lines if "écrits" in line)
        template = templates / "layout.mustache"
        template.write_text(template.read_text().replace("</body>", "<p>Marque</p></body>"))
        assert next(line for line in lines if "écrits" in line)
        assert "<p>Marque</p>" in (written / "_site" / ADDRESS).read_text()
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0

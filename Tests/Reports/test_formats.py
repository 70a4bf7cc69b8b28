"""What holds for all formats, and for the options around them."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import FORMATS, Catalogue


@pytest.mark.parametrize("format", FORMATS)
def test_report_depends_on_the_catalogue_alone(
    new_catalogue: Callable[[], Catalogue], broken: Catalogue, format: str, tmp_path: Path
) -> None:
    moved = new_catalogue()
    environment = {**os.environ, "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    result = moved.run("--format", format, "--info", cwd=tmp_path, env=environment)
    assert result.stdout.decode() == broken.report(format)
    assert str(moved.root) not in result.stdout.decode()


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_tells_of_the_same_findings(broken: Catalogue, format: str) -> None:
    codes = [line.rpartition("[")[2].rstrip("]") for line in broken.report("short").splitlines()]
    assert len(codes) > 20 and len(set(codes)) > 8
    report = broken.report(format)
    assert not [code for code in codes if code not in report]


@pytest.mark.parametrize("format", FORMATS)
def test_status_does_not_depend_on_the_format(
    broken: Catalogue, clean: Catalogue, format: str
) -> None:
    assert (broken.status(format), clean.status(format)) == (1, 0)


@pytest.mark.parametrize("format", FORMATS)
def test_file_holds_what_would_be_printed(
    broken: Catalogue, format: str, tmp_path: Path
) -> None:
    result = broken.run("--format", format, "--info", "--output", tmp_path / "nouveau")
    assert (result.returncode, result.stdout, result.stderr) == (1, b"", b"")
    assert (tmp_path / "nouveau").read_text() == broken.report(format)
    assert [entry.name for entry in tmp_path.iterdir()] == ["nouveau"]


def test_file_takes_the_place_of_a_former_one(broken: Catalogue, tmp_path: Path) -> None:
    file = tmp_path / "rapport"
    link = tmp_path / "lien"
    link.symlink_to(file)
    for path in [file, link]:
        file.write_text("ancien")
        with file.open() as reader:
            broken.run("--format", "json", "--info", "--output", path)
            assert reader.read() == "ancien"
        assert file.read_text() == broken.report("json")
    assert link.is_symlink()
    assert {entry.name for entry in tmp_path.iterdir()} == {"lien", "rapport"}


@pytest.mark.parametrize("name", ["-", "/dev/stdout", "/dev/fd/1"])
def test_standard_output_has_a_name(broken: Catalogue, name: str) -> None:
    result = broken.run("--format", "short", "--info", "--output", name)
    assert result.stdout.decode() == broken.report("short")


def test_pipe_is_written_to(broken: Catalogue, tmp_path: Path) -> None:
    pipe = tmp_path / "tube"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE) as reader:
        assert broken.run("--format", "short", "--info", "--output", pipe).returncode == 1
        assert reader.communicate(timeout=10)[0].decode() == broken.report("short")
    assert pipe.is_fifo()


@pytest.mark.parametrize(
    "name", ["absent/rapport", ".", "/dev/full", "{root}/canvases/fiches/epicerie.md",
             "{root}/seeds/rapport.json", "{root}/canvases/../canvases/rapport.json"],
)
def test_what_cannot_be_written_changes_nothing(
    new_catalogue: Callable[[], Catalogue], tmp_path: Path, name: str
) -> None:
    catalogue = new_catalogue()
    (catalogue.root / "seeds").mkdir()
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    result = catalogue.run("--output", name.format(root=catalogue.root), cwd=tmp_path)
    assert result.returncode == 2 and not result.stdout
    assert result.stderr.startswith(b"canevas: ") and result.stderr.count(b"\n") == 1
    assert before == {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}


def test_report_on_a_part_tells_of_no_other(broken: Catalogue) -> None:
    part = broken.root / "canvases" / "themes"
    short = broken.report("short", str(part))
    assert short and all(line.startswith("canvases/themes/") for line in short.splitlines())
    assert "canvases/fiches" not in broken.report("junit", str(part))

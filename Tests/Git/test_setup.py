"""`canevas git install`, `uninstall` and `status`: what they write, and that it is all."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import CANVAS, PATHS, SHEET, VARIABLES, Clone, submodule_of, worktree_of

BLOCK = (
    "# >>> canevas\ncanvases/**/*.md diff=markdown merge=canevas\n"
    "seeds/**/*.md diff=markdown merge=canevas\n# <<< canevas\n")
PARTS = [
    ".gitattributes", "merge.canevas.name", "merge.canevas.driver", "merge.canevas.recursive",
    "difftool.canevas.cmd",
]


def attributes(clone: Clone, path: str) -> dict[str, str]:
    fields = clone.git("check-attr", "-z", "merge", "diff", "--", clone.root / path).split("\0")
    return dict(zip(fields[1::3], fields[2::3]))


def assert_installed(clone: Clone) -> None:
    assert clone.states(status=0) == dict.fromkeys(PARTS, "there")
    for path in [*PATHS, "canvases/catalogue.md", "seeds/source.md"]:
        assert attributes(clone, path) == {"merge": "canevas", "diff": "markdown"}, path


def assert_undone(clone: Clone, before: str) -> None:
    clone.canevas("git", "uninstall")
    assert clone.states(status=1) == dict.fromkeys(PARTS, "missing")
    assert clone.config() == before
    assert clone.git("status", "--porcelain") == ""


def test_all_is_missing_at_first(clone: Clone) -> None:
    assert clone.states(status=1) == dict.fromkeys(PARTS, "missing")


def test_installs_and_takes_it_all_away(clone: Clone) -> None:
    before = clone.config()
    clone.canevas("git", "install")
    assert_installed(clone)
    assert clone.text(".gitattributes") == BLOCK
    assert_undone(clone, before)
    assert not (clone.top / ".gitattributes").exists()


def test_a_second_installation_changes_nothing(clone: Clone) -> None:
    clone.canevas("git", "install")
    before = clone.config()
    file = (clone.top / ".gitattributes").stat()
    clone.canevas("git", "install")
    assert clone.config() == before
    assert (clone.top / ".gitattributes").stat().st_ino == file.st_ino
    assert clone.text(".gitattributes") == BLOCK


@pytest.mark.parametrize("folder", [
    "catalogue", "régions/notre catalogue", "l'é\"té", "[a]*?\\b", "!important", "#1", "tab\tici",
])
def test_a_catalogue_below_the_top(new_clone: Callable[..., Clone], folder: str) -> None:
    clone = new_clone(folder=folder)
    before = clone.config()
    clone.canevas("git", "install")
    assert (clone.top / ".gitattributes").exists()
    assert_installed(clone)
    assert clone.git("check-attr", "merge", "canvases/x.md").endswith("unspecified\n")
    assert_undone(clone, before)


def test_brackets_in_a_folders_name_match_themselves_alone(
        new_clone: Callable[..., Clone]) -> None:
    clone = new_clone(folder="a[bc]")
    clone.canevas("git", "install")
    assert clone.git("check-attr", "merge", "ab/canvases/x.md").endswith("unspecified\n")


@pytest.mark.parametrize("name", ["avec espaces", "été à Liège", "l'atelier \"un\""])
def test_a_repository_of_any_name(new_clone: Callable[..., Clone], name: str) -> None:
    clone = new_clone(name)
    before = clone.config()
    clone.canevas("git", "install")
    assert_installed(clone)
    assert_undone(clone, before)


def test_a_worktree_shares_the_settings(clone: Clone) -> None:
    other = worktree_of(clone)
    other.canevas("git", "install")
    assert_installed(other)
    states = clone.states()
    assert states.pop(".gitattributes") == "missing"
    assert set(states.values()) == {"there"}


def test_a_worktree_of_a_bare_repository(clone: Clone) -> None:
    bare = clone.top.parent / "nu.git"
    clone.git("clone", "-q", "--bare", clone.top, bare)
    clone.git("-C", bare, "worktree", "add", "-q", "-b", "arbre", clone.top.parent / "arbre")
    tree = Clone(clone.canevas_path, clone.top.parent / "arbre")
    before = tree.config()
    tree.canevas("git", "install")
    assert_installed(tree)
    assert_undone(tree, before)


def test_a_submodule_has_its_own_settings(clone: Clone) -> None:
    module = submodule_of(clone)
    above = Clone(module.canevas_path, module.top.parent)
    before = above.config()
    module.canevas("git", "install")
    assert_installed(module)
    assert above.config() == before
    assert not (above.top / ".gitattributes").exists()


@pytest.mark.parametrize("text", [
    b"*.png binary\n", b"*.png binary", b"*.png binary\r\n*.jpg binary\r\n",
    b"*.png binary\r\n*.jpg binary", b"", b"\n", b"# \xe9t\xe9 en Latin-1\n\n\n",
])
def test_other_lines_stay_as_they_were(clone: Clone, text: bytes) -> None:
    clone.write(".gitattributes", text)
    clone.commit()
    before = clone.config()
    clone.canevas("git", "install")
    assert_installed(clone)
    new = (clone.top / ".gitattributes").read_bytes()
    assert new.startswith(text)
    assert new.count(b"\r\n") in {0, new.count(b"\n")}
    assert_undone(clone, before)
    assert (clone.top / ".gitattributes").read_bytes() == text


def test_lines_written_behind_the_block_stay(clone: Clone) -> None:
    clone.canevas("git", "install")
    clone.write(".gitattributes", clone.text(".gitattributes") + "*.png binary\n")
    clone.canevas("git", "install")
    assert clone.text(".gitattributes") == BLOCK + "*.png binary\n"
    clone.canevas("git", "uninstall")
    assert clone.text(".gitattributes") == "*.png binary\n"


def test_a_block_that_lacks_a_line_gets_it(clone: Clone) -> None:
    clone.write(".gitattributes", "\n".join(BLOCK.splitlines()[i] for i in (0, 1, 3)) + "\n")
    assert clone.states(status=1)[".gitattributes"] == "missing"
    clone.canevas("git", "install")
    assert clone.text(".gitattributes") == BLOCK


def test_a_second_block_is_one_with_the_first(clone: Clone) -> None:
    clone.write(".gitattributes", f"a\n{BLOCK}b\n{BLOCK}c\n")
    clone.canevas("git", "install")
    assert clone.text(".gitattributes") == f"a\n{BLOCK}b\n{BLOCK}c\n"
    clone.canevas("git", "uninstall")
    assert clone.text(".gitattributes") == "a\nb\nc\n"


@pytest.mark.parametrize("text, line", [
    ("a\n# >>> canevas\nb\n", 2), ("a\n# <<< canevas\n", 2),
    (f"# >>> canevas\n{BLOCK}", 1), (f"{BLOCK}# <<< canevas\n", 5),
])
def test_a_mark_without_its_other_half_is_refused(clone: Clone, text: str, line: int) -> None:
    clone.write(".gitattributes", text)
    before = clone.config()
    for action in ["install", "uninstall", "status"]:
        assert f"at line {line}" in clone.canevas("git", action, status=2)
    assert clone.text(".gitattributes") == text
    assert clone.config() == before


@pytest.mark.parametrize("action", ["install", "uninstall"])
def test_what_cannot_be_written_changes_nothing(clone: Clone, action: str) -> None:
    before = clone.config()
    if action == "uninstall":
        clone.canevas("git", "install")
        before = clone.config()
        (clone.top / ".gitattributes").rename(clone.top / "ailleurs")
    (clone.top / ".gitattributes").symlink_to("ailleurs")
    assert "is no regular file" in clone.canevas("git", action, status=2)
    assert clone.config() == before
    assert (clone.top / ".gitattributes").is_symlink()


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_read_only_file_changes_nothing(clone: Clone) -> None:
    clone.write(".gitattributes", "*.png binary\n")
    (clone.top / ".gitattributes").chmod(0o444)
    before = clone.config()
    assert "permission denied" in clone.canevas("git", "install", status=2)
    assert clone.text(".gitattributes") == "*.png binary\n"
    assert clone.config() == before


def test_lines_go_again_when_the_settings_cannot_be_written(clone: Clone) -> None:
    clone.write(".gitattributes", "*.png binary\n")
    (clone.top / ".git/config.lock").write_text("")
    assert "could not lock" in clone.canevas("git", "install", status=2)
    assert clone.text(".gitattributes") == "*.png binary\n"


def test_settings_of_others_stay(clone: Clone, tmp_path: Path) -> None:
    """Those of other scopes, and one of this clone that Canevas did not write."""
    settings = tmp_path / "config"
    clone.variables["GIT_CONFIG_GLOBAL"] = str(settings)
    clone.git("config", "--global", "merge.canevas.driver", "ailleurs %A")
    clone.git("config", "--local", "difftool.canevas.cmd", "meld")
    before = settings.read_text(), clone.config()
    clone.canevas("git", "install", status=1)
    assert clone.states(status=1) == dict.fromkeys(PARTS, "there") | {
        "difftool.canevas.cmd": "not Canevas's: meld"}
    clone.canevas("git", "uninstall")
    assert (settings.read_text(), clone.config()) == before


def test_settings_of_another_place_of_the_program_are_brought_up_to_date(
        clone: Clone, tmp_path: Path) -> None:
    clone.canevas("git", "install")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/canevas").symlink_to(clone.canevas_path)
    clone.variables["PATH"] = f"{tmp_path / 'bin'}:{VARIABLES['PATH']}"
    assert clone.states(status=1)["merge.canevas.driver"].startswith("not Canevas's: /")
    clone.canevas("git", "install")
    assert_installed(clone)
    assert clone.git("config", "merge.canevas.driver").startswith("canevas merge %O %A %B ")


def test_a_line_that_prevails_is_told_of(clone: Clone) -> None:
    clone.canevas("git", "install")
    clone.write("canvases/.gitattributes", "*.md merge=union\n")
    assert clone.states(status=1)[".gitattributes"] == "not Canevas's: merge=union"


def test_two_catalogues_of_a_repository_share_the_block(new_clone: Callable[..., Clone]) -> None:
    one = new_clone(folder="un")
    two = Clone(one.canevas_path, one.top, "deux")
    two.write("canvases/catalogue.md", SHEET)
    one.canevas("git", "install")
    two.canevas("git", "install")
    assert_installed(one)
    assert_installed(two)
    one.canevas("git", "uninstall")
    assert_installed(two)
    assert one.states(status=1)[".gitattributes"] == "missing"
    two.canevas("git", "uninstall")
    assert not (one.top / ".gitattributes").exists()


def test_needs_a_repository(canevas: Path, tmp_path: Path) -> None:
    folder = Clone(canevas, tmp_path)
    folder.write("canvases/catalogue.md", SHEET)
    assert "is not kept in git" in folder.canevas("git", "install", status=2)
    assert not (tmp_path / ".gitattributes").exists()


def test_an_unknown_action_is_refused(clone: Clone) -> None:
    assert "install" in clone.canevas("git", "instal", status=2)


@pytest.mark.parametrize("path", PATHS)
def test_a_hunk_is_headed_by_its_section(new_clone: Callable[..., Clone], path: str) -> None:
    clone = new_clone(path=path)
    clone.install()
    clone.change(path, "- Parents\n", "- Parents\n- Professeurs\n")
    assert "@@ ## CIBLES CLIENTS\n" in clone.git("diff", "-U0")


def test_doctor_tells_of_a_clone_without_the_driver(clone: Clone) -> None:
    clone.install()
    other = Clone(clone.canevas_path, clone.top.parent / "clone")
    clone.git("clone", "-q", clone.top, other.top)
    said = other.canevas("doctor")
    assert "merge=canevas" in said and "→ canevas git install" in said
    other.canevas("git", "install")
    assert other.git("status", "--porcelain") == ""
    assert "canevas git install" not in other.canevas("doctor")
    assert other.text(PATHS[0]) == CANVAS

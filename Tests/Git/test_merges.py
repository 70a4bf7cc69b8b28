"""What git makes of two versions of a canvas once it is set up: each way in which it merges."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import CANVAS, PATH, PATHS, Clone, needs_merge, submodule_of, worktree_of

TARGET = "- Parents\n"
OURS = (TARGET, TARGET + "- Professeurs\n")
THEIRS = (TARGET, TARGET + "- Cantines\n")
BOTH = CANVAS.replace(TARGET, TARGET + "- Professeurs\n- Cantines\n")

Edit = tuple[str, str]


def diverge(clone: Clone, ours: list[Edit], theirs: list[Edit], path: str = PATH) -> None:
    """Makes edits on the present branch, and others on the branch `autre`."""
    clone.git("checkout", "-q", "-b", "autre")
    for old, new in theirs:
        clone.change(path, old, new)
    clone.commit("Leur pas")
    clone.git("checkout", "-q", "-")
    for old, new in ours:
        clone.change(path, old, new)
    clone.commit("Notre pas")


def items(text: str) -> set[str]:
    return {line for line in text.splitlines() if line.startswith("- ")}


def is_unmerged(clone: Clone) -> bool:
    return clone.git("ls-files", "--unmerged") != ""


def merge(clone: Clone, path: str) -> None:
    diverge(clone, [OURS], [THEIRS], path)
    clone.git("merge", "-q", "autre", status=None)


def rebase(clone: Clone, path: str) -> None:
    diverge(clone, [OURS], [THEIRS], path)
    branch = clone.git("branch", "--show-current").strip()
    clone.git("checkout", "-q", "autre")
    clone.git("rebase", "-q", branch, status=None)


def cherry_pick(clone: Clone, path: str) -> None:
    diverge(clone, [OURS], [THEIRS], path)
    clone.git("cherry-pick", "autre", status=None)


def pop_stash(clone: Clone, path: str) -> None:
    clone.change(path, *THEIRS)
    clone.git("stash", "-q")
    clone.change(path, *OURS)
    clone.commit()
    clone.git("stash", "pop", "-q", status=None)


def revert(clone: Clone, path: str) -> None:
    """Takes an item out again, beside which others have been put since."""
    clone.change(path, TARGET, TARGET + "- Erreur\n")
    clone.commit()
    clone.change(path, TARGET + "- Erreur\n", TARGET + "- Professeurs\n- Erreur\n- Cantines\n")
    clone.commit()
    clone.git("revert", "--no-edit", "HEAD~1", status=None)


WAYS = [merge, rebase, cherry_pick, pop_stash, revert]


@pytest.mark.parametrize("way", WAYS)
def test_git_alone_cannot(clone: Clone, way: Callable[[Clone, str], None]) -> None:
    way(clone, PATH)
    assert is_unmerged(clone)


@needs_merge
@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("way", WAYS)
def test_two_items_added_in_one_place_are_both_kept(
        new_clone: Callable[..., Clone], way: Callable[[Clone, str], None], path: str) -> None:
    clone = new_clone(path=path)
    clone.install()
    way(clone, path)
    assert not is_unmerged(clone)
    assert items(clone.text(path)) == items(BOTH)
    assert "<<<<" not in clone.text(path)
    assert not clone.git("stash", "list")


@needs_merge
@pytest.mark.parametrize("way", WAYS)
def test_so_they_are_below_the_top(
        new_clone: Callable[..., Clone], way: Callable[[Clone, str], None]) -> None:
    clone = new_clone(folder="régions d'été/notre catalogue")
    clone.install()
    way(clone, PATH)
    assert not is_unmerged(clone)
    assert items(clone.text(PATH)) == items(BOTH)


@needs_merge
@pytest.mark.parametrize("way", WAYS)
def test_so_they_are_in_a_worktree(clone: Clone, way: Callable[[Clone, str], None]) -> None:
    clone.install()
    other = worktree_of(clone)
    way(other, PATH)
    assert not is_unmerged(other)
    assert items(other.text(PATH)) == items(BOTH)


@needs_merge
@pytest.mark.parametrize("way", WAYS)
def test_so_they_are_in_a_submodule(clone: Clone, way: Callable[[Clone, str], None]) -> None:
    module = submodule_of(clone)
    module.install()
    way(module, PATH)
    assert not is_unmerged(module)
    assert items(module.text(PATH)) == items(BOTH)


@needs_merge
def test_ours_come_before_theirs(clone: Clone) -> None:
    clone.install()
    merge(clone, PATH)
    assert clone.text(PATH) == BOTH


@needs_merge
@pytest.mark.parametrize("renames", ["ours", "theirs"])
def test_a_document_that_one_side_renamed_takes_the_others_edits(
        clone: Clone, renames: str) -> None:
    clone.install()
    new = "canvases/fiches/épicerie mobile.md"
    clone.git("checkout", "-q", "-b", "autre")
    if renames == "theirs":
        clone.git("mv", PATH, new)
    clone.change(new if renames == "theirs" else PATH, *THEIRS)
    clone.commit()
    clone.git("checkout", "-q", "main")
    if renames == "ours":
        clone.git("mv", PATH, new)
    clone.change(new if renames == "ours" else PATH, *OURS)
    clone.commit()
    clone.git("merge", "-q", "autre")
    assert not (clone.root / PATH).exists()
    assert clone.text(new) == BOTH


@needs_merge
def test_a_conflict_is_limited_to_its_item(clone: Clone) -> None:
    clone.install()
    diverge(clone, [("250 €", "280 €"), OURS], [("250 €", "300 €"), THEIRS])
    said = clone.git("merge", "autre", status=1)
    assert "CONFLICT" in said
    assert clone.git("status", "--porcelain") == f"UU {PATH}\n"
    lines = clone.text(PATH).splitlines()
    start, middle, end = [
        next(i for i, line in enumerate(lines) if line.startswith(mark))
        for mark in ["<<<<<<< ", "=======", ">>>>>>> "]]
    assert start < middle < end
    assert "280 €" in "\n".join(lines[start:middle])
    assert "300 €" in "\n".join(lines[middle:end])
    rest = "\n".join(lines[:start] + lines[end + 1:])
    assert {"- Professeurs", "- Cantines"} <= items(rest)
    assert "Vente" not in rest and "<<<<" not in rest
    assert "- " not in "".join(line[:2] for line in lines[start:end] if "€" not in line)


@needs_merge
def test_marks_are_as_long_as_git_wants_them(clone: Clone) -> None:
    clone.write(".gitattributes", "*.md conflict-marker-size=12\n")
    clone.install()
    diverge(clone, [("250 €", "280 €")], [("250 €", "300 €")])
    clone.git("merge", "autre", status=1)
    text = clone.text(PATH)
    assert f"\n{'<' * 12} " in text and f"\n{'=' * 12}\n" in text and f"\n{'>' * 12} " in text


@needs_merge
def test_a_document_that_both_sides_began_loses_nothing(clone: Clone) -> None:
    clone.install()
    path = "canvases/fiches/neuve.md"
    clone.git("checkout", "-q", "-b", "autre")
    clone.write(path, CANVAS.replace(*THEIRS))
    clone.commit()
    clone.git("checkout", "-q", "main")
    clone.write(path, CANVAS.replace(*OURS).replace("Camionnette", "Remorque"))
    clone.commit()
    clone.git("merge", "-q", "autre", status=None)
    for word in ["Professeurs", "Cantines", "Remorque", "Camionnette"]:
        assert word in clone.text(path)


@needs_merge
def test_branches_that_were_merged_crosswise_merge(clone: Clone) -> None:
    """Git then merges the bases first, in which both have the same item changed."""
    clone.install()
    diverge(clone, [("250 €", "280 €")], [("250 €", "300 €")])
    clone.git("branch", "notre")
    clone.git("branch", "leur", "autre")
    for branch, other in [("main", "leur"), ("autre", "notre")]:
        clone.git("checkout", "-q", branch)
        clone.git("merge", "-q", other, status=1)
        clone.write(PATH, CANVAS.replace("250 €", "290 €"))
        clone.commit()
    clone.change(PATH, *THEIRS)
    clone.commit()
    clone.git("checkout", "-q", "main")
    clone.change(PATH, *OURS)
    clone.commit()
    assert len(clone.git("merge-base", "--all", "main", "autre").splitlines()) == 2
    clone.git("merge", "-q", "autre")
    assert clone.text(PATH) == BOTH.replace("250 €", "290 €")


@needs_merge
def test_what_was_taken_out_after_a_crosswise_merge_stays_out(clone: Clone) -> None:
    """The bases that git merges first hold what both branches have by then."""
    clone.install()
    diverge(clone, [OURS], [THEIRS])
    clone.git("branch", "notre")
    clone.git("branch", "leur", "autre")
    for branch, other in [("autre", "notre"), ("main", "leur")]:
        clone.git("checkout", "-q", branch)
        clone.git("merge", "-q", other)
    merged = clone.text(PATH)
    added = OURS[1].removeprefix(OURS[0])
    clone.git("checkout", "-q", "autre")
    clone.change(PATH, added, "")
    clone.commit()
    clone.git("checkout", "-q", "main")
    assert len(clone.git("merge-base", "--all", "main", "autre").splitlines()) == 2
    clone.git("merge", "-q", "autre")
    assert clone.text(PATH) == merged.replace(added, "")


@needs_merge
def test_the_program_may_be_anywhere(clone: Clone, tmp_path: Path) -> None:
    folder = tmp_path / "l'outil à 100 % $HOME"
    folder.mkdir()
    try:
        os.link(clone.canevas_path, folder / "canevas")
    except OSError:
        pytest.skip("the program lies on another volume")
    clone.canevas_path = folder / "canevas"
    clone.install()
    merge(clone, PATH)
    assert clone.text(PATH) == BOTH


@pytest.mark.parametrize("program", [
    "/nulle/part/canevas", "sh -c 'exit 2'", "sh -c 'kill -9 $$'"])
def test_without_the_program_git_merges_lines(clone: Clone, program: str) -> None:
    """And marks conflicts: our side is never taken in silence."""
    clone.install()
    driver = clone.git("config", "merge.canevas.driver").strip()
    clone.git("config", "merge.canevas.driver", program + driver[driver.index(" merge "):])
    diverge(clone, [("250 €", "280 €")], [("250 €", "300 €")])
    assert "CONFLICT" in clone.git("merge", "autre", status=1)
    text = clone.text(PATH)
    assert "<<<<<<< ours\n- **Vente** : 280 €/mois\n=======\n" in text
    clone.git("merge", "--abort")
    clone.git("reset", "-q", "--hard", "HEAD~1")
    clone.change(PATH, "Camionnette", "Remorque")
    clone.commit()
    clone.git("merge", "-q", "autre")
    assert "Remorque" in clone.text(PATH) and "300 €" in clone.text(PATH)


def test_check_finds_what_a_merge_of_lines_spoils(clone: Clone) -> None:
    """One section begun in two places merges without a conflict, and stands twice."""
    section = "## POLICY MAKING\n\n- Label\n\n"
    diverge(
        clone, [("## CARACTÉRISTIQUES", section + "## CARACTÉRISTIQUES")],
        [("## FLUX DE REVENUS", section + "## FLUX DE REVENUS")])
    clone.git("merge", "-q", "autre")
    assert clone.text(PATH).count("## POLICY MAKING") == 2
    assert "[section-en-double]" in clone.canevas("check", "--format", "short", status=None)


def test_check_finds_marks_of_a_conflict(clone: Clone) -> None:
    diverge(clone, [OURS], [THEIRS])
    clone.git("merge", "-q", "autre", status=1)
    assert "[conflit-non-resolu]" in clone.canevas("check", "--format", "short", status=1)

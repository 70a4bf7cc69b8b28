"""`git difftool -t canevas`: the comparison of documents where git would show lines."""

from collections.abc import Callable

import pytest

from conftest import CANVAS, PATHS, Clone, needs_diff, submodule_of, worktree_of

pytestmark = needs_diff

NEW = CANVAS.replace("- Parents\n", "- Parents\n- Professeurs\n")


def compared(clone: Clone, *words: str) -> str:
    return clone.git("difftool", "-y", "-t", "canevas", *words)


@pytest.mark.parametrize("words", [[], ["--dir-diff"]])
@pytest.mark.parametrize("path", PATHS)
def test_shows_what_was_added(
        new_clone: Callable[..., Clone], path: str, words: list[str]) -> None:
    clone = new_clone(path=path)
    clone.install()
    clone.write(path, NEW)
    said = compared(clone, *words)
    assert "Professeurs" in said and "CIBLES CLIENTS" in said
    assert "@@" not in said and "Camionnette" not in said


@pytest.mark.parametrize("words", [[], ["--dir-diff"]])
def test_compares_commits_and_the_index(clone: Clone, words: list[str]) -> None:
    clone.install()
    clone.write(PATHS[0], NEW)
    clone.git("add", "-A")
    assert "Professeurs" in compared(clone, "--cached", *words)
    clone.commit()
    assert "Professeurs" in compared(clone, "HEAD~1", "HEAD", *words)


@pytest.mark.parametrize("words", [[], ["--dir-diff"]])
def test_works_below_the_top(new_clone: Callable[..., Clone], words: list[str]) -> None:
    clone = new_clone(folder="notre catalogue")
    clone.install()
    clone.write(PATHS[1], NEW)
    clone.git("add", "-N", ".")
    assert "Professeurs" in compared(clone, *words)


@pytest.mark.parametrize("other", [worktree_of, submodule_of])
def test_works_in_other_trees(clone: Clone, other: Callable[[Clone], Clone]) -> None:
    clone.install()
    tree = other(clone)
    tree.canevas("git", "install")
    tree.write(PATHS[0], NEW)
    assert "Professeurs" in compared(tree)

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
    clone = new_clone(folder="notre catalogue", path=PATHS[1])
    clone.install()
    clone.write(PATHS[1], NEW)
    assert "Professeurs" in compared(clone, *words)


@pytest.mark.parametrize("words", [[], ["--dir-diff"]])
def test_shows_documents_that_came_and_went(clone: Clone, words: list[str]) -> None:
    clone.write("canvases/themes/ancien.md", "# Un ancien thème\n\n- Couleur : vert\n")
    clone.install()
    (clone.root / "canvases/themes/ancien.md").unlink()
    clone.write("canvases/themes/neuf.md", "# Tout neuf\n\n- Couleur : rouge\n")
    clone.git("add", "-A")
    said = compared(clone, "--cached", "--no-renames", *words)
    assert "Un ancien thème" in said and "Tout neuf" in said


@pytest.mark.parametrize("words", [[], ["--dir-diff"]])
def test_other_files_hide_no_document(clone: Clone, words: list[str]) -> None:
    for path in ["canvases/a.txt", "z.png", "README.md"]:
        clone.write(path, b"\0un\n")
    clone.install()
    for path in ["canvases/a.txt", "z.png", "README.md"]:
        clone.write(path, b"\0deux\n")
    clone.write(PATHS[0], NEW)
    assert "Professeurs" in compared(clone, *words)


@pytest.mark.parametrize("other", [worktree_of, submodule_of])
def test_works_in_other_trees(clone: Clone, other: Callable[[Clone], Clone]) -> None:
    clone.install()
    tree = other(clone)
    tree.canevas("git", "install")
    tree.write(PATHS[0], NEW)
    assert "Professeurs" in compared(tree)

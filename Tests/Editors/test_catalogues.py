"""Several folders and catalogues, and what happens to them outside of the editor."""

import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from lsprotocol import types

from catalogue import ECOLE, EPICERIE, FILES, PILIFS, Catalogue
from editor import Editor

Start = Callable[..., Awaitable[Editor]]


@pytest.fixture
def other(tmp_path: Path) -> Catalogue:
    """A second catalogue, whose documents are called as those of the first."""
    return Catalogue(tmp_path.resolve() / "other", FILES | {
        PILIFS: FILES[PILIFS].replace("# Ferme Nos Pilifs", "# La Finca")})


async def names(editor: Editor) -> list[str]:
    found = await editor.client.workspace_symbol_async(types.WorkspaceSymbolParams("f"))
    return sorted(symbol.name for symbol in found or [])


async def test_two_folders(start: Start, catalogue: Catalogue, other: Catalogue) -> None:
    editor = await start(catalogue.root, other.root)
    assert {"Ferme Nos Pilifs", "La Finca"} <= set(await names(editor))
    editor.open(PILIFS)
    editor.replace(PILIFS, "## PRÉSENTATION", "## Présence")
    await editor.codes(ECOLE, ["ancre-introuvable"])
    assert not editor.client.diagnostics.get(other.uri(ECOLE))


async def test_folders_come_and_go(start: Start, catalogue: Catalogue, other: Catalogue) -> None:
    def change(added: list[Path], removed: list[Path]) -> None:
        added_, removed_ = ([types.WorkspaceFolder(root.as_uri(), root.name) for root in roots]
                            for roots in (added, removed))
        editor.client.workspace_did_change_workspace_folders(
            types.DidChangeWorkspaceFoldersParams(
                types.WorkspaceFoldersChangeEvent(added_, removed_)))

    other.write(EPICERIE, other.text(EPICERIE).replace("CIBLES", "CIBLE"))
    editor = await start()
    assert "La Finca" not in await names(editor)
    change([other.root], [])
    await editor.codes(other.uri(EPICERIE), ["section-inconnue"])
    assert "La Finca" in await names(editor)
    change([], [other.root])
    await editor.codes(other.uri(EPICERIE), [])
    assert "La Finca" not in await names(editor)
    assert "Ferme Nos Pilifs" in await names(editor)


async def test_a_document_brings_its_catalogue_along(
    start: Start, catalogue: Catalogue, other: Catalogue
) -> None:
    editor = await start()
    uri = other.uri(PILIFS)
    editor.open(uri, other.text(PILIFS).replace("## PRÉSENTATION", "## Présence"))
    await editor.codes(other.uri(ECOLE), ["ancre-introuvable"])
    assert "La Finca" in await names(editor)
    editor.close(uri)
    await editor.codes(other.uri(ECOLE), [])
    assert "La Finca" not in await names(editor)


async def test_a_folder_within_the_catalogue(start: Start, catalogue: Catalogue) -> None:
    editor = await start(catalogue.root / "canvases/fiches")
    assert "Ferme Nos Pilifs" in await names(editor)


async def test_a_folder_without_a_catalogue(start: Start, tmp_path: Path) -> None:
    editor = await start(tmp_path / "nowhere", tmp_path)
    assert await names(editor) == []


async def test_a_folder_that_becomes_a_catalogue(start: Start, tmp_path: Path) -> None:
    root = tmp_path.resolve() / "new"
    root.mkdir()
    editor = await start(root)
    new = Catalogue(root, {EPICERIE: FILES[EPICERIE]})
    editor.open(new.uri(EPICERIE), FILES[EPICERIE])
    assert await names(editor) == []
    new.write("canvases/catalogue.md", FILES["canvases/catalogue.md"])
    editor.save_outside("canvases/catalogue.md")
    await editor.until(lambda: bool(editor.client.diagnostics.get(new.uri(EPICERIE))))


async def test_a_folder_behind_a_link(
    start: Start, catalogue: Catalogue, tmp_path: Path
) -> None:
    """The editor's own name of a file is used, whatever it is called without links."""
    link = tmp_path / "lien"
    link.symlink_to(catalogue.root)
    editor = await start(link)
    editor.open((link / PILIFS).as_uri(), catalogue.text(PILIFS).replace("## PRÉS", "## Prés"))
    await editor.codes((link / PILIFS).as_uri(), ["titre-variante"])
    places = await editor.client.text_document_references_async(types.ReferenceParams(
        types.ReferenceContext(False), types.TextDocumentIdentifier((link / PILIFS).as_uri()),
        types.Position(0, 3)))
    assert {place.uri for place in places} == {
        (link / path).as_uri() for path in (ECOLE, EPICERIE)}


# Outside of the editor.


async def test_a_document_deleted_outside(editor: Editor, catalogue: Catalogue) -> None:
    editor.open(EPICERIE)
    await editor.codes(EPICERIE, [])
    text = catalogue.text(PILIFS)
    catalogue.remove(PILIFS)
    await editor.codes(EPICERIE, ["document-introuvable"] * 2)
    await editor.codes(ECOLE, ["document-introuvable"])
    catalogue.write(PILIFS, text)
    await editor.codes(EPICERIE, [])
    await editor.codes(ECOLE, [])


async def test_findings_of_a_document_go_with_it(editor: Editor, catalogue: Catalogue) -> None:
    path = "canvases/fiches/autre.md"
    catalogue.write(path, "rien")
    await editor.until(lambda: bool(editor.client.diagnostics.get(editor.uri(path))))
    catalogue.remove(path)
    await editor.codes(path, [])


async def test_a_document_renamed_outside(editor: Editor, catalogue: Catalogue) -> None:
    new = "canvases/acteurs/la-ferme.md"
    (catalogue.root / PILIFS).rename(catalogue.root / new)
    await editor.codes(ECOLE, ["document-introuvable"])
    editor.open(ECOLE)
    editor.replace(ECOLE, "ferme-nos-pilifs.md", "la-ferme.md")
    await editor.codes(ECOLE, [])


async def test_an_open_document_deleted_outside(editor: Editor, catalogue: Catalogue) -> None:
    """What the editor shows counts until it is closed."""
    editor.open(PILIFS)
    catalogue.remove(PILIFS)
    editor.replace(PILIFS, "Une ferme", "La ferme")
    await editor.codes(PILIFS, [])
    assert await editor.codes(ECOLE) == []
    editor.close(PILIFS)
    await editor.codes(ECOLE, ["document-introuvable"])


async def test_an_open_document_changed_outside(editor: Editor, catalogue: Catalogue) -> None:
    editor.open(PILIFS)
    catalogue.write(PILIFS, "rien")
    editor.replace(PILIFS, "Une ferme", "La ferme")
    await editor.codes(PILIFS, [])
    editor.close(PILIFS)
    await editor.codes(ECOLE, ["ancre-introuvable"])


async def test_a_new_document_in_a_new_folder(editor: Editor, catalogue: Catalogue) -> None:
    path = "canvases/cas/nouveau/le-cas.md"
    editor.open(path, "# Le cas\n")
    await editor.until(lambda: bool(editor.client.diagnostics.get(editor.uri(path))))
    editor.save(path)
    editor.close(path)
    assert "cas-sans-suite" in " ".join(await editor.codes(path)) or await editor.codes(path)
    shutil.rmtree(catalogue.root / "canvases/cas")
    await editor.codes(path, [])


async def test_a_catalogue_deleted_outside(editor: Editor, catalogue: Catalogue) -> None:
    editor.open(EPICERIE)
    await editor.codes(EPICERIE, [])
    shutil.rmtree(catalogue.root)
    await editor.until(lambda: len(editor.client.diagnostics.get(editor.uri(EPICERIE), [])) > 1)
    assert await names(editor) == []

"""Where things are and who refers to them: definition, references, rename, symbols, links."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from urllib.parse import unquote

import pygls.exceptions
import pytest
from lsprotocol import types

from catalogue import CANVAS, ECOLE, ECOLOGIE, EPICERIE, PILIFS, Catalogue, check
from editor import Editor

Start = Callable[..., Awaitable[Editor]]
LINK = "ferme-nos-pilifs.md)\n\n## CARACT"


@pytest.mark.parametrize("like", ["visual-studio-code", "emacs", "neovim@v0.7"])
async def test_a_link_leads_to_its_document(start: Start, like: str) -> None:
    editor = await start(like=like)
    editor.open(EPICERIE)
    result = await editor.client.text_document_definition_async(types.DefinitionParams(
        editor.document(EPICERIE), editor.at(EPICERIE, "Ferme Nos Pilifs](../acteurs/")))
    [place] = result
    if isinstance(place, types.LocationLink):
        assert place.target_uri == editor.uri(PILIFS)
        assert editor.marked(PILIFS, place.target_selection_range) == "Ferme Nos Pilifs"
    else:
        assert place.uri == editor.uri(PILIFS)
        assert editor.marked(PILIFS, place.range) == "Ferme Nos Pilifs"


async def test_who_refers_to_a_document(editor: Editor) -> None:
    async def references(declaration: bool) -> list[str]:
        places = await editor.client.text_document_references_async(types.ReferenceParams(
            types.ReferenceContext(declaration), editor.document(PILIFS),
            editor.at(PILIFS, "Nos Pilifs")))
        return sorted(place.uri for place in places)

    links = [ECOLE, EPICERIE, EPICERIE]
    assert await references(False) == sorted(map(editor.uri, links))
    assert await references(True) == sorted(map(editor.uri, [*links, PILIFS]))


@pytest.mark.parametrize("encodings", [["utf-8"], ["utf-16"]])
async def test_a_document_is_renamed(
    start: Start, encodings: list[str], canevas: Path, catalogue: Catalogue
) -> None:
    editor = await start(encodings=encodings)
    editor.open(EPICERIE)
    position = editor.at(EPICERIE, "ferme-nos-pilifs")
    target = await editor.client.text_document_prepare_rename_async(
        types.PrepareRenameParams(editor.document(EPICERIE), position))
    assert target.placeholder == "ferme-nos-pilifs"
    assert editor.marked(EPICERIE, target.range) == "ferme-nos-pilifs"
    edit = await editor.client.text_document_rename_async(
        types.RenameParams(editor.document(EPICERIE), position, "pilifs"))
    [canvas] = [change for change in edit.document_changes
                if isinstance(change, types.TextDocumentEdit)
                and change.text_document.uri == editor.uri(EPICERIE)]
    assert canvas.text_document.version == 1
    editor.apply(edit)
    assert not (catalogue.root / PILIFS).exists()
    assert "Ancien nom : ferme-nos-pilifs" in catalogue.text("canvases/acteurs/pilifs.md")
    assert check(canevas, catalogue.root) == {}


async def test_an_editor_that_renames_no_files(start: Start, catalogue: Catalogue) -> None:
    def plain(capabilities: types.ClientCapabilities) -> None:
        capabilities.workspace.workspace_edit = None

    editor = await start(change=plain, locale="en")
    editor.open(EPICERIE)
    with pytest.raises(pygls.exceptions.JsonRpcException, match="renames no files"):
        await editor.client.text_document_rename_async(types.RenameParams(
            editor.document(EPICERIE), editor.at(EPICERIE, "ferme-nos-pilifs"), "pilifs"))
    edit = await editor.client.text_document_rename_async(types.RenameParams(
        editor.document(PILIFS), editor.at(PILIFS, "Ferme"), "La Ferme"))
    assert edit.document_changes is None
    editor.apply(edit)
    assert catalogue.text(PILIFS).startswith("# La Ferme\n")


async def test_what_cannot_be_renamed(editor: Editor) -> None:
    editor.open(EPICERIE)
    nothing = editor.at(EPICERIE, "CIBLES CLIENTS")
    assert await editor.client.text_document_prepare_rename_async(
        types.PrepareRenameParams(editor.document(EPICERIE), nothing)) is None
    for name in ["", "École du Centre", "../../etc", "ecole-du-centre", "a\nb"]:
        with pytest.raises(pygls.exceptions.JsonRpcException):
            await editor.client.text_document_rename_async(types.RenameParams(
                editor.document(EPICERIE), editor.at(EPICERIE, "ferme-nos-pilifs"), name))


async def renamed(editor: Editor, old: str, new: str) -> types.WorkspaceEdit | None:
    return await editor.client.workspace_will_rename_files_async(types.RenameFilesParams(
        [types.FileRename(editor.uri(old), editor.uri(new))]))


async def test_a_file_renamed_in_the_editors_tree(
    editor: Editor, canevas: Path, catalogue: Catalogue
) -> None:
    new = "canvases/acteurs/liege/pilifs.md"
    edit = await renamed(editor, PILIFS, new)
    assert not [change for change in edit.document_changes if isinstance(change, types.RenameFile)]
    editor.apply(edit)
    (catalogue.root / new).parent.mkdir()
    (catalogue.root / PILIFS).rename(catalogue.root / new)
    assert check(canevas, catalogue.root) == {}
    assert await renamed(editor, "notes.txt", "autres.txt") is None


async def test_a_folder_renamed_in_the_editors_tree(
    editor: Editor, canevas: Path, catalogue: Catalogue
) -> None:
    folder = catalogue.root / "canvases/acteurs"
    (folder / "ici").mkdir()
    for path in [PILIFS, ECOLE]:
        file = catalogue.root / path
        file.rename(folder / "ici" / file.name)
    for path, text in [(EPICERIE, CANVAS), (ECOLOGIE, catalogue.text(ECOLOGIE))]:
        catalogue.write(path, text.replace("../acteurs/", "../acteurs/ici/"))
    assert check(canevas, catalogue.root) == {}
    editor.save_outside(PILIFS)
    edit = await renamed(editor, "canvases/acteurs/ici", "canvases/acteurs/la/bas")
    editor.apply(edit)
    (folder / "la").mkdir()
    (folder / "ici").rename(folder / "la/bas")
    assert check(canevas, catalogue.root) == {}


@pytest.mark.parametrize("like", ["visual-studio-code", "neovim@v0.7"])
async def test_the_outline(start: Start, like: str) -> None:
    def flat(capabilities: types.ClientCapabilities) -> None:
        if like.startswith("neovim"):
            symbol = capabilities.text_document.document_symbol
            symbol.hierarchical_document_symbol_support = False

    editor = await start(like=like, change=flat)
    editor.open(EPICERIE)
    symbols = await editor.client.text_document_document_symbol_async(
        types.DocumentSymbolParams(editor.document(EPICERIE)))
    if like.startswith("neovim"):
        names = [symbol.name for symbol in symbols]
        [section] = [symbol for symbol in symbols if symbol.name == "CIBLES CLIENTS"]
        assert section.container_name == "Épicerie d'été"
        assert section.location.uri == editor.uri(EPICERIE)
    else:
        [document] = symbols
        assert document.name == "Épicerie d'été"
        names = [symbol.name for symbol in document.children]
        [section] = [symbol for symbol in document.children if symbol.name == "CIBLES CLIENTS"]
        assert editor.marked(EPICERIE, section.selection_range) == "CIBLES CLIENTS"
    assert "ENJEUX / SOLUTION" in names


async def test_documents_are_found_by_name(editor: Editor) -> None:
    found = await editor.client.workspace_symbol_async(types.WorkspaceSymbolParams("epic"))
    assert [symbol.name for symbol in found] == ["Épicerie d'été"]
    assert found[0].location.uri == editor.uri(EPICERIE)
    alias = await editor.client.workspace_symbol_async(types.WorkspaceSymbolParams("asbl"))
    assert alias[0].location.uri == editor.uri(PILIFS)


async def test_folds(editor: Editor) -> None:
    editor.open(EPICERIE)
    folds = await editor.client.text_document_folding_range_async(
        types.FoldingRangeParams(editor.document(EPICERIE)))
    lines = editor.texts[EPICERIE].split("\n")
    starts = {lines[fold.start_line] for fold in folds}
    assert {"## ENJEUX / SOLUTION", "## CIBLES CLIENTS"} <= starts
    assert all(fold.start_line < fold.end_line < len(lines) for fold in folds)


async def test_links_can_be_followed(editor: Editor) -> None:
    editor.open(ECOLE)
    [link] = await editor.client.text_document_document_link_async(
        types.DocumentLinkParams(editor.document(ECOLE)))
    assert editor.marked(ECOLE, link.range).startswith("ferme-nos-pilifs.md")
    uri, _, line = link.target.partition("#L")
    assert uri == editor.uri(PILIFS) and line == "6"
    editor.open(EPICERIE)
    links = await editor.client.text_document_document_link_async(
        types.DocumentLinkParams(editor.document(EPICERIE)))
    assert [unquote(link.target).rsplit("/", 1)[1] for link in links] == [
        "ecologie.md", "ferme-nos-pilifs.md", "notes.md", "ferme-nos-pilifs.md"]


async def test_lenses_say_who_refers_to_a_document(editor: Editor) -> None:
    lenses = await editor.client.text_document_code_lens_async(
        types.CodeLensParams(editor.document(PILIFS)))
    command = lenses[0].command
    uri, position, places = command.arguments
    assert uri == editor.uri(PILIFS) and position["line"] == 0
    assert {place["uri"] for place in places} <= {editor.uri(ECOLE), editor.uri(EPICERIE)}
    assert command.command in editor.can.execute_command_provider.commands
    await editor.client.workspace_execute_command_async(
        types.ExecuteCommandParams(command.command, command.arguments))


@pytest.mark.parametrize("encodings", [["utf-8"], ["utf-16"], ["utf-32"]])
async def test_tokens(start: Start, encodings: list[str]) -> None:
    editor = await start(encodings=encodings)
    flow = "- Élèves 🌱 → Épicerie d'été : abonnement à 250 €/mois (économique)"
    editor.open(EPICERIE, CANVAS + "\n## SYSTEM MAP\n\n" + flow + "\n")
    tokens = await editor.client.text_document_semantic_tokens_full_async(
        types.SemanticTokensParams(editor.document(EPICERIE)))
    legend = editor.can.semantic_tokens_provider.legend.token_types
    found: dict[str, str] = {}
    line = character = 0
    for place in range(0, len(tokens.data), 5):
        lines, characters, length, kind, _ = tokens.data[place:place + 5]
        line, character = line + lines, characters + (0 if lines else character)
        word = editor.marked(EPICERIE, types.Range(
            types.Position(line, character), types.Position(line, character + length)))
        found[word] = legend[kind]
    assert found["→"] == "operator" and found["économique"] == "type"
    assert found["250 €/mois"] == "number" and found["Épicerie d'été"] == "class"
    assert found["Statut"] == "property"

"""Help while writing: completion, hover, code actions, formatting."""

from collections.abc import Awaitable, Callable

import pytest
from lsprotocol import types

from catalogue import CANVAS, ECOLE, ECOLOGIE, EPICERIE, PILIFS, Catalogue
from editor import Editor
from server import Server

Start = Callable[..., Awaitable[Editor]]


async def complete(editor: Editor, path: str, words: str) -> dict[str, types.CompletionItem]:
    """What may be written behind words, by label."""
    result = await editor.client.text_document_completion_async(
        types.CompletionParams(editor.document(path), editor.at(path, words, behind=True)))
    assert isinstance(result, types.CompletionList) and result.is_incomplete
    assert [item.sort_text for item in result.items] == sorted(
        item.sort_text or "" for item in result.items)
    return {item.label: item for item in result.items}


def chosen(editor: Editor, path: str, item: types.CompletionItem) -> str:
    """The document's text once a completion is chosen."""
    assert isinstance(item.text_edit, types.TextEdit)
    return editor.edited(path, [item.text_edit])


@pytest.mark.parametrize("encodings", [["utf-8"], ["utf-16"], ["utf-32"]])
async def test_a_link_is_completed(start: Start, encodings: list[str]) -> None:
    editor = await start(encodings=encodings)
    text = CANVAS.replace("- Un potager", "- Un potager 🌱 de l'[École](../acteurs/ecol")
    editor.open(EPICERIE, text)
    items = await complete(editor, EPICERIE, "(../acteurs/ecol")
    [item] = [item for label, item in items.items() if "cole du Centre" in label]
    assert "(../acteurs/ecole-du-centre.md" in chosen(editor, EPICERIE, item)


async def test_the_next_heading_is_completed(editor: Editor) -> None:
    editor.open(EPICERIE, CANVAS + "\n## ")
    items = await complete(editor, EPICERIE, "\n## ENJEUX / SOLUTION")
    editor.rewrite(EPICERIE, CANVAS + "\n## P")
    items = await complete(editor, EPICERIE, "\n## P")
    assert "PLATEFORME PARTENAIRES" in items
    item = items["PLATEFORME PARTENAIRES"]
    assert chosen(editor, EPICERIE, item).endswith("## PLATEFORME PARTENAIRES")
    assert item.documentation or item.detail, "the guiding question"


async def test_keys_and_values_are_completed(editor: Editor) -> None:
    editor.open(EPICERIE, CANVAS.replace("- Territoire : Liège\n", "- Insp\n"))
    items = await complete(editor, EPICERIE, "- Insp")
    assert any(label.startswith("Inspiration") for label in items)
    editor.rewrite(EPICERIE, CANVAS.replace("Statut : idée", "Statut : re"))
    items = await complete(editor, EPICERIE, "Statut : re")
    assert "retenue" in items


async def test_a_hover_tells_of_a_heading_and_of_a_document(editor: Editor) -> None:
    async def hover(words: str) -> types.Hover | None:
        return await editor.client.text_document_hover_async(
            types.HoverParams(editor.document(EPICERIE), editor.at(EPICERIE, words)))

    heading = await hover("CIBLES CLIENTS")
    assert heading and heading.range and isinstance(heading.contents, types.MarkupContent)
    assert heading.contents.kind == types.MarkupKind.Markdown
    assert "CIBLES CLIENTS" in editor.marked(EPICERIE, heading.range)
    link = await hover("ferme-nos-pilifs.md)\n")
    assert link and "Neder-Over-Heembeek" in link.contents.value or "Ferme" in link.contents.value
    assert await hover("Une épicerie") is None


async def actions(
    editor: Editor, path: str, words: str, only: list[str] | None = None
) -> list[types.CodeAction]:
    result = await editor.client.text_document_code_action_async(types.CodeActionParams(
        editor.document(path), editor.range(path, words),
        types.CodeActionContext(editor.client.diagnostics.get(editor.uri(path), []), only)))
    return list(result or [])


async def test_a_finding_is_fixed(editor: Editor) -> None:
    editor.open(EPICERIE, CANVAS.replace("CIBLES CLIENTS", "CIBLE CLIENT"))
    await editor.codes(EPICERIE, ["section-inconnue"])
    found = await actions(editor, EPICERIE, "CIBLE CLIENT", only=["quickfix"])
    [preferred] = [action for action in found
                   if isinstance(action, types.CodeAction) and action.is_preferred]
    assert preferred.kind == "quickfix"
    assert [finding.code for finding in preferred.diagnostics] == ["section-inconnue"]
    editor.apply(preferred.edit)
    assert editor.catalogue.text(EPICERIE) == CANVAS


def test_a_rule_is_explained(server: Server, catalogue: Catalogue) -> None:
    """Message by message, since lsprotocol takes an action with a command for a mere command."""
    server.start(catalogue.root, locale="en", capabilities={"textDocument": {"codeAction": {
        "codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}}}}})
    uri = catalogue.uri(EPICERIE)
    server.open(uri, CANVAS.replace("CIBLES CLIENTS", "CIBLE CLIENT"))
    [finding] = server.published(uri)
    found = server.ask("textDocument/codeAction", {
        "textDocument": {"uri": uri}, "range": finding["range"],
        "context": {"diagnostics": [finding]}})["result"]
    [command] = [action["command"] for action in found if "command" in action]
    request = server.request("workspace/executeCommand", {
        "command": command["command"], "arguments": command["arguments"]})
    server.send(request)
    told = server.message()
    assert told and told["method"] == "window/showMessage"
    assert "section-inconnue" in told["params"]["message"]
    assert server.answer(request["id"])["result"] is None


async def test_only_the_kinds_that_are_wanted(editor: Editor) -> None:
    text = CANVAS.replace("CIBLES CLIENTS", "Cibles clients").replace("- Un pot", "• Un pot")
    editor.open(EPICERIE, text)
    for only, kinds in [
        (["quickfix"], {"quickfix"}), (["source"], {"source.fixAll.canevas"}),
        (["source.fixAll"], {"source.fixAll.canevas"}), (["refactor"], set()), ([], set()),
        (["source.fixAll.canevas"], {"source.fixAll.canevas"}), (["source.fix"], set()),
        (None, {"quickfix", "source.fixAll.canevas"}),
    ]:
        found = await actions(editor, EPICERIE, "Cibles clients", only)
        found = [action for action in found if isinstance(action, types.CodeAction)]
        assert {action.kind for action in found} == kinds, only
    [all_of_them] = await actions(editor, EPICERIE, "Cibles clients", ["source.fixAll"])
    editor.apply(all_of_them.edit)
    assert editor.catalogue.text(EPICERIE) == CANVAS
    editor.open(EPICERIE)
    assert await actions(editor, EPICERIE, "CIBLES", ["source.fixAll"]) == []


async def test_a_document_is_formatted(editor: Editor) -> None:
    text = (CANVAS.replace("- Une épicerie", "*   Une épicerie 🌱  ").replace("- Un p", "*   Un p")
            .replace("## CIBLES", "\n\n\n## CIBLES").replace("- Territoire", "- territoire"))
    editor.open(EPICERIE, text)
    options = types.FormattingOptions(tab_size=8, insert_spaces=False)
    edits = await editor.client.text_document_formatting_async(
        types.DocumentFormattingParams(editor.document(EPICERIE), options))
    formatted = editor.edited(EPICERIE, edits)
    assert formatted != text and "\n- Une épicerie 🌱\n" in formatted
    edits = await editor.client.text_document_range_formatting_async(
        types.DocumentRangeFormattingParams(
            editor.document(EPICERIE), editor.range(EPICERIE, "Une épicerie"), options))
    part = editor.edited(EPICERIE, edits)
    assert "\n- Une épicerie 🌱\n" in part and "- territoire" in part and "\n\n\n## CIBLES" in part
    editor.rewrite(EPICERIE, formatted)
    edits = await editor.client.text_document_formatting_async(
        types.DocumentFormattingParams(editor.document(EPICERIE), options))
    assert not edits

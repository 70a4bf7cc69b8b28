"""Findings in an editor: told, asked for, and the same as on the command line."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from lsprotocol import types

from catalogue import (
    CANVAS, ECOLE, ECOLOGIE, EPICERIE, PILIFS, SHEET, Catalogue, check)
from editor import Editor

Start = Callable[..., Awaitable[Editor]]


async def test_a_clean_document_has_none(editor: Editor) -> None:
    editor.open(EPICERIE)
    await editor.codes(EPICERIE, [])


async def test_findings_follow_what_is_typed(editor: Editor) -> None:
    editor.open(EPICERIE)
    editor.replace(EPICERIE, "## CIBLES CLIENTS", "## CIBLE CLIENT")
    await editor.codes(EPICERIE, ["section-inconnue"])
    finding = editor.client.diagnostics[editor.uri(EPICERIE)][-1]
    editor.replace(EPICERIE, "## CIBLE CLIENT", "## CIBLES CLIENTS")
    await editor.codes(EPICERIE, [])
    assert finding.source == "canevas"


@pytest.mark.parametrize("encodings, unit", [
    (["utf-8"], "utf-8"), (["utf-16"], "utf-16"), (["utf-32", "utf-16"], "utf-32"), ([], "utf-16"),
])
async def test_positions_behind_emoji_and_accents(
    start: Start, encodings: list[str], unit: str
) -> None:
    editor = await start(encodings=encodings)
    assert editor.can.position_encoding == unit
    editor.open(EPICERIE)
    editor.replace(EPICERIE, "midi ? 🌱 À", "midi ? 🌱🌱é À")
    editor.replace(EPICERIE, "🌱🌱é À la [Ferme Nos Pilifs](../acteurs/ferme-nos-pilifs.md).",
                   "🌱é🌱 À la [ferme](../acteurs/nulle-part.md).")
    await editor.codes(EPICERIE, ["document-introuvable"])
    [finding] = editor.client.diagnostics[editor.uri(EPICERIE)]
    assert "nulle-part" in editor.marked(EPICERIE, finding.range)


async def test_an_edit_is_told_of_in_all_documents_that_it_affects(editor: Editor) -> None:
    editor.open(PILIFS)
    editor.replace(PILIFS, "## PRÉSENTATION", "## Présence")
    await editor.codes(ECOLE, ["ancre-introuvable"])
    editor.close(PILIFS)
    await editor.codes(ECOLE, [])


async def test_a_finding_says_all_that_the_check_says(
    editor: Editor, canevas: Path, catalogue: Catalogue
) -> None:
    catalogue.write("canvases/catalogue.md", SHEET.replace(
        "- Langue", "- Adresse : https://exemple.be/canevas\n- Langue"))
    catalogue.write(EPICERIE, CANVAS.replace("Un potager", "Une épicerie"))
    editor.save_outside()
    await editor.codes(EPICERIE, ["element-repete"])
    [finding] = editor.client.diagnostics[editor.uri(EPICERIE)]
    [expected] = check(canevas, catalogue.root)[EPICERIE]
    assert finding.severity == types.DiagnosticSeverity.Warning
    assert finding.message.split("\n")[0] == expected["message"]
    assert finding.code_description.href == expected["documentation"]
    assert finding.code_description.href.startswith("https://exemple.be/canevas/")
    assert [label.message for label in finding.related_information] == [
        label["label"] for label in expected["related"]]
    assert finding.related_information[0].location.uri == editor.uri(EPICERIE)
    assert list(finding.tags) == [types.DiagnosticTag.Unnecessary]
    assert [fix["safety"] for fix in finding.data["fixes"]] == [
        fix["safety"] for fix in expected["fixes"]]


@pytest.mark.parametrize("locale, language, expected", [
    ("fr", "en", "titre absent"), ("fr-BE", "en", "titre absent"), ("en-GB", "fr", "missing title"),
    (None, "fr", "titre absent"), (None, "en", "missing title"), ("de", "fr", "titre absent"),
])
async def test_the_language(
    start: Start, catalogue: Catalogue, locale: str | None, language: str, expected: str
) -> None:
    catalogue.write("canvases/catalogue.md", SHEET.replace("Langue : fr", f"Langue : {language}"))
    editor = await start(locale=locale)
    editor.open(ECOLOGIE, editor.catalogue.text(ECOLOGIE).replace("# Écologie 🌱", ""))
    await editor.codes(ECOLOGIE, ["titre-absent"])
    message = editor.client.diagnostics[editor.uri(ECOLOGIE)][0].message
    assert expected in message.lower()


async def test_another_language_is_spoken_at_once(editor: Editor, catalogue: Catalogue) -> None:
    editor.open(ECOLOGIE, editor.catalogue.text(ECOLOGIE).replace("# Écologie 🌱", ""))
    await editor.codes(ECOLOGIE, ["titre-absent"])
    def message() -> str:
        return editor.client.diagnostics[editor.uri(ECOLOGIE)][0].message
    assert "titre absent" in message()
    editor.open("canvases/catalogue.md", SHEET.replace("Langue : fr", "Langue : en"))
    await editor.until(lambda: "missing title" in message(), message)


async def test_settings_and_waivers_count(editor: Editor) -> None:
    editor.open(EPICERIE)
    editor.replace(EPICERIE, "- Un potager", "- Une épicerie")
    await editor.codes(EPICERIE, ["element-repete"])
    def severity() -> int | None:
        return editor.client.diagnostics[editor.uri(EPICERIE)][0].severity
    editor.open("canvases/catalogue.md")
    editor.replace("canvases/catalogue.md", "- Langue", "- Règles : element-repete erreur\n- Langue")
    await editor.until(lambda: severity() == types.DiagnosticSeverity.Error, severity)
    editor.replace("canvases/catalogue.md", "element-repete erreur", "element-repete info")
    await editor.until(lambda: severity() == types.DiagnosticSeverity.Information, severity)
    editor.replace(EPICERIE, "- Une épicerie\n\n",
                   "- Une épicerie <!-- canevas-ignore element-repete : deux magasins -->\n\n")
    await editor.codes(EPICERIE, [])


async def test_a_broken_sheet_stops_nothing(editor: Editor, catalogue: Catalogue) -> None:
    sheet = "canvases/catalogue.md"
    editor.open(sheet)
    editor.open(EPICERIE)
    for text in ["", "# \x00", "- Langue : klingon\n- Règles : x y z", "#" * 300_000]:
        editor.rewrite(sheet, text)
        await editor.until(lambda: bool(editor.client.diagnostics.get(editor.uri(sheet))))
        assert await editor.codes(EPICERIE) == []
        editor.rewrite(sheet, SHEET)
        await editor.codes(sheet, [])
    catalogue.write(sheet, b"\xff\xfe")
    editor.close(sheet)
    await editor.until(lambda: bool(editor.client.diagnostics.get(editor.uri(sheet))))


async def test_what_is_in_no_catalogue_has_none(editor: Editor, tmp_path: Path) -> None:
    others = ["untitled:Untitled-1", (tmp_path / "notes.md").as_uri(), editor.uri("README.md"),
              editor.uri("canvases/fiches/_brouillon.md"), "git:/canvases/fiches/epicerie.md"]
    for uri in others:
        editor.open(uri, "## CIBLE CLIENT")
        hover = await editor.client.text_document_hover_async(
            types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(0, 4)))
        assert hover is None
    editor.open(EPICERIE)
    await editor.codes(EPICERIE, [])
    assert not [uri for uri in others if editor.client.diagnostics.get(uri)]


# Asked for.


async def test_diagnostics_that_are_asked_for(start: Start) -> None:
    editor = await start(like="neovim@v0.11")
    assert editor.can.diagnostic_provider.inter_file_dependencies

    async def pull(path: str, former: str | None = None) -> types.DocumentDiagnosticReport:
        return await editor.client.text_document_diagnostic_async(
            types.DocumentDiagnosticParams(editor.document(path), previous_result_id=former))

    first = await pull(EPICERIE)
    assert first.kind == "full" and not first.items
    editor.open(PILIFS)
    editor.replace(PILIFS, "## PRÉSENTATION", "## Présence")
    second = await pull(ECOLE, former="other")
    assert second.kind == "full" and [item.code for item in second.items] == ["ancre-introuvable"]
    third = await pull(ECOLE, former=second.result_id)
    assert third.kind == "unchanged" and third.result_id == second.result_id
    assert not (await pull("canvases/../../ailleurs.md")).items
    assert not editor.client.diagnostics, "whoever asks is told nothing unasked"


async def test_diagnostics_of_the_whole_workspace(start: Start, catalogue: Catalogue) -> None:
    def refreshes(capabilities: types.ClientCapabilities) -> None:
        capabilities.text_document.diagnostic = types.DiagnosticClientCapabilities()
        capabilities.workspace.diagnostics = types.DiagnosticWorkspaceClientCapabilities(True)

    editor = await start(change=refreshes)

    async def pull(former: dict[str, str]) -> dict[str, types.WorkspaceDocumentDiagnosticReport]:
        report = await editor.client.workspace_diagnostic_async(types.WorkspaceDiagnosticParams(
            [types.PreviousResultId(uri, value) for uri, value in former.items()]))
        return {item.uri: item for item in report.items}

    assert await pull({}) == {}
    editor.open(PILIFS)
    before = editor.client.diagnostic_refresh_count
    editor.replace(PILIFS, "## PRÉSENTATION", "## Présence")
    await editor.until(lambda: editor.client.diagnostic_refresh_count > before)
    found = await pull({})
    assert [item.code for item in found[editor.uri(ECOLE)].items] == ["ancre-introuvable"]
    assert found[editor.uri(PILIFS)].version == 2
    known = {uri: item.result_id for uri, item in found.items()}
    assert {item.kind for item in (await pull(known)).values()} == {"unchanged"}
    catalogue.remove(ECOLE)
    editor.save_outside()
    gone = (await pull(known))[editor.uri(ECOLE)]
    assert gone.kind == "full" and not gone.items

"""An editor: the client of pytest-lsp, which checks what it is sent, on a catalogue."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest_lsp
from lsprotocol import types
from pytest_lsp.client import make_test_lsp_client

from catalogue import Catalogue

UNITS = {
    types.PositionEncodingKind.Utf8: lambda text: len(text.encode()),
    types.PositionEncodingKind.Utf16: lambda text: len(text.encode("utf-16-le")) // 2,
    types.PositionEncodingKind.Utf32: len,
}


class Editor:
    """What an author sees and does."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.client = make_test_lsp_client()
        self.texts: dict[str, str] = {}
        self._versions: dict[str, int] = {}

    async def start(
        self, canevas: Path, roots: tuple[Path, ...], like: str, encodings: list[str] | None = None,
        change: Callable[[types.ClientCapabilities], None] | None = None, locale: str | None = None,
    ) -> None:
        """Starts the server, with the capabilities of a known editor, perhaps changed."""
        capabilities = pytest_lsp.client_capabilities(like)
        if encodings is not None:
            capabilities.general = capabilities.general or types.GeneralClientCapabilities()
            capabilities.general.position_encodings = encodings
        if change:
            change(capabilities)
        await self.client.start_io(str(canevas), "lsp")
        folders = [types.WorkspaceFolder(root.as_uri(), root.name) for root in roots]
        result = await self.client.initialize_session(types.InitializeParams(
            capabilities=capabilities, workspace_folders=folders, locale=locale,
            root_uri=roots[0].as_uri()))
        self.can = result.capabilities
        self._units = UNITS[types.PositionEncodingKind(self.can.position_encoding)]

    async def stop(self) -> None:
        await self.client.shutdown_session()
        assert self.client._server is None or self.client._server.returncode == 0
        await self.client.stop()

    def uri(self, path: str) -> str:
        return path if ":" in path else self.catalogue.uri(path)

    def document(self, path: str) -> types.TextDocumentIdentifier:
        return types.TextDocumentIdentifier(self.uri(path))

    def open(self, path: str, text: str | None = None) -> None:
        """Opens a document as it is on the disk, or with another text."""
        self.texts[path] = self.catalogue.text(path) if text is None else text
        self._versions[path] = 1
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(
            uri=self.uri(path), language_id="markdown", version=1, text=self.texts[path])))

    def close(self, path: str) -> None:
        del self.texts[path]
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(self.document(path)))

    def save(self, path: str) -> None:
        self.catalogue.write(path, self.texts[path])
        self.client.text_document_did_save(types.DidSaveTextDocumentParams(self.document(path)))

    def save_outside(self, *paths: str) -> None:
        """Tells that files changed, as editors do that watch the disk."""
        self.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([
            types.FileEvent(self.uri(path), types.FileChangeType.Changed) for path in paths]))

    def replace(self, path: str, old: str, new: str) -> None:
        """Types `new` over `old`, which stands once in the document."""
        before, after = self.texts[path].split(old)
        edit = types.TextEdit(self.range(path, old), new)
        self.texts[path] = before + new + after
        self._versions[path] += 1
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(self._versions[path], self.uri(path)),
            [types.TextDocumentContentChangePartial(edit.range, edit.new_text)]))

    def rewrite(self, path: str, text: str) -> None:
        """Gives a document another text as a whole."""
        self.texts[path] = text
        self._versions[path] += 1
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(self._versions[path], self.uri(path)),
            [types.TextDocumentContentChangeWholeDocument(text)]))

    def _text(self, path: str) -> str:
        return self.texts[path] if path in self.texts else self.catalogue.text(path)

    def position(self, path: str, offset: int) -> types.Position:
        lines = self._text(path)[:offset].split("\n")
        return types.Position(len(lines) - 1, self._units(lines[-1]))

    def at(self, path: str, words: str, behind: bool = False) -> types.Position:
        """Where words start, or end, that stand in the document; the first of several."""
        offset = self._text(path).index(words)
        return self.position(path, offset + (len(words) if behind else 0))

    def range(self, path: str, words: str) -> types.Range:
        return types.Range(self.at(path, words), self.at(path, words, behind=True))

    def marked(self, path: str, range: types.Range) -> str:
        """The text that a range marks, on one line."""
        assert range.start.line == range.end.line
        line = self._text(path).split("\n")[range.start.line]
        units = [self._units(line[:place]) for place in builtin_range(len(line) + 1)]
        return line[units.index(range.start.character):units.index(range.end.character)]

    async def codes(self, path: str, expected: list[str] | None = None) -> list[str]:
        """The codes of a document's findings, sorted; if some are expected, waits for them."""
        uri = self.uri(path)
        if expected is not None:
            await self.until(lambda: self._codes(uri) == sorted(expected), lambda: self._codes(uri))
        return self._codes(uri) or []

    def _codes(self, uri: str) -> list[str] | None:
        found = self.client.diagnostics.get(uri)
        return None if found is None else sorted(str(diagnostic.code) for diagnostic in found)

    async def until(self, happens: Callable[[], bool], told: Callable[[], object] = str) -> None:
        """Waits until something happens."""
        for _ in builtin_range(250):
            if happens():
                return
            await asyncio.sleep(0.02)
        raise AssertionError(f"it did not happen: {told()}")

    def apply(self, edit: types.WorkspaceEdit) -> None:
        """Makes the changes of the server's, on the disk, renames included."""
        for change in edit.document_changes or []:
            if isinstance(change, types.TextDocumentEdit):
                self._apply(change.text_document.uri, list(change.edits))
            elif isinstance(change, types.RenameFile):
                old, new = (self._file(uri) for uri in (change.old_uri, change.new_uri))
                assert not new.exists()
                new.parent.mkdir(parents=True, exist_ok=True)
                old.rename(new)
            else:
                raise AssertionError(change)
        for uri, edits in (edit.changes or {}).items():
            self._apply(uri, list(edits))

    def _apply(self, uri: str, edits: list[types.TextEdit]) -> None:
        file = self._file(uri)
        path = str(file.relative_to(self.catalogue.root))
        text = self.edited(path, edits)
        self.texts.pop(path, None)
        file.write_bytes(text.encode())

    def edited(self, path: str, edits: list[types.TextEdit] | None) -> str:
        """A document's text with edits made."""
        text = self._text(path)
        lines = text.split("\n")
        def offset(position: types.Position) -> int:
            before = sum(len(line) + 1 for line in lines[:position.line])
            if position.line >= len(lines):
                return len(text)
            line = lines[position.line]
            units = [self._units(line[:place]) for place in builtin_range(len(line) + 1)]
            return before + units.index(position.character)
        places = sorted(
            ((offset(edit.range.start), offset(edit.range.end), edit.new_text)
             for edit in edits or []), reverse=True)
        for start, end, new in places:
            text = text[:start] + new + text[end:]
        return text

    @staticmethod
    def _file(uri: str) -> Path:
        from urllib.parse import unquote, urlparse
        return Path(unquote(urlparse(uri).path))


builtin_range = range

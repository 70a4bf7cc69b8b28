"""A session in which anything may happen: edits, renames and deletions on the disk, requests in any
order, messages that make no sense. In the end the server knows what a fresh check finds."""

import json
import queue
import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from catalogue import check
from server import Server, framed, notification

SHEET = "canvases/catalogue.md"
FOLDERS = ["fiches", "themes", "acteurs", "cas", "essais", "ateliers", "guide", "nulle-part"]
NAMES = ["angel-me", "nouvelle", "Été", "a b", "index", "x", "ferme-nos-pilifs", "README", "_y"]
FRAGMENTS = [
    "\n## CIBLES CLIENTS\n", "\n## CIBLE CLIENT\n\n- Élèves 🌱\n", "\n## SYSTEM MAP\n\n- A → B : vente",
    " → ", " (économique)", "- Statut : retenue\n", "- Statut : rêvée\n", "\n- Ancien nom : angel-me\n",
    "[lien](../acteurs/ferme-nos-pilifs.md)", "[lien](../acteurs/nulle-part.md#a)", "](", "[", "`",
    "<!-- canevas-ignore element-repete : oui -->", "<b>", "\r\n", "\r", "\n\n", "\t", "é", "🌱", "日本",
    "\u0301", "\u2028", "\x00", "# Titre\n\n", "• point\n", "##Titre\n", "250 €/mois", "---\na: b\n---\n",
    "> — une voix\n", "<<<<<<< HEAD\n", "| a | b |\n|---|---|\n", "\ufeff", "À PRÉCISER",
]
POSITION = ["completion", "hover", "definition", "references", "prepareRename", "rename"]
WHOLE = ["documentSymbol", "foldingRange", "documentLink", "codeLens", "semanticTokens/full",
         "diagnostic", "formatting"]
GARBAGE = [
    framed(b"{"), framed(b"[]"), framed(b"null"), framed(b'{"id":[],"method":"shutdown"}'),
    framed(b'{"method":"textDocument/didChange","params":{"textDocument":{"uri":3}}}'),
    framed(b"\xff" * 100), framed(b"[" * 5000), b"Content-Length: -1\r\n\r\n",
    b"Content-Length: x\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n", b"\r\n\r\n", b"}\n",
    framed(notification("$/cancelRequest", {"id": "?"})), framed(notification("$/unknown")),
]
LINE_END = re.compile(r"\r\n|\r|\n")


class Session:
    """What the client of the session knows."""

    def __init__(self, canevas: Path, source: Path, folder: Path, seed: int) -> None:
        self.canevas = canevas
        self.root = folder / "catalogue"
        self.copy = folder / "copy"
        self.source = source
        for name in ["canvases", "seeds"]:
            shutil.copytree(source / name, self.root / name)
        self.random = Random(seed)
        self.server = Server(canevas)
        self.server.start(self.root, capabilities={
            "general": {"positionEncodings": ["utf-32"]},
            "textDocument": {"codeAction": {"codeActionLiteralSupport": {}}}})
        self.open: dict[str, str] = {}
        self.versions: dict[str, int] = {}
        self.waiting: set[object] = set()
        self.published: dict[str, list[dict]] = {}

    def run(self, seconds: float) -> int:
        """Does things for a while; gives how many."""
        end = time.monotonic() + seconds
        count = 0
        actions = [(self.edit, 30), (self.ask, 40), (self.open_one, 6), (self.close_one, 5),
                   (self.save, 4), (self.rewrite, 2), (self.write_outside, 3), (self.remove, 2),
                   (self.rename, 2), (self.garbage, 4), (self.cancel, 3), (self.spoil_sheet, 1),
                   (self.ask_all, 2), (self.heal, 1)]
        steps, weights = zip(*actions, strict=True)
        while time.monotonic() < end:
            for step in self.random.choices(steps, weights, k=self.random.randint(1, 12)):
                step()
                count += 1
            # Now and then everything is waited for, so that the server is never minutes behind.
            if self.random.random() < 0.3:
                self.request("workspace/symbol", {"query": ""})
                self.take(until_below=0)
            else:
                self.take(until_below=12)
            assert self.server.process.poll() is None, "the server is gone"
        return count

    # What comes from the server.

    def take(self, until_below: int) -> None:
        """Takes what has come, and waits while as many requests as this, or any, are unanswered."""
        while True:
            has_to_wait = len(self.waiting) >= max(1, until_below)
            try:
                message = self.server.message(timeout=60 if has_to_wait else 0.001)
            except queue.Empty:
                assert not has_to_wait, f"no answer: {self.waiting}"
                return
            assert message, "the server is gone"
            if message.get("method") == "textDocument/publishDiagnostics":
                self.published[message["params"]["uri"]] = message["params"]["diagnostics"]
            elif "method" not in message and message["id"] is not None:
                assert message["id"] in self.waiting, message
                self.waiting.remove(message["id"])
                self.last = message

    # What is said to it.

    def uri(self, path: str) -> str:
        return (self.root / path).as_uri()

    def documents(self) -> list[str]:
        return sorted(str(file.relative_to(self.root)) for folder in ["canvases", "seeds"]
                      for file in (self.root / folder).rglob("*.md"))

    def any_path(self) -> str:
        """A document's path, or one that may become one."""
        if self.open and self.random.random() < 0.7:
            return self.random.choice(sorted(self.open))
        if self.random.random() < 0.9:
            return self.random.choice(self.documents())
        folder = self.random.choice(FOLDERS)
        return f"canvases/{folder}/{self.random.choice(NAMES)}.md"

    def request(self, method: str, params: object) -> None:
        message = self.server.request(method, params)
        self.waiting.add(message["id"])
        self.server.send(message)

    def position(self, text: str, offset: int) -> dict:
        ends = [end.end() for end in LINE_END.finditer(text, 0, offset)]
        return {"line": len(ends), "character": offset - (ends[-1] if ends else 0)}

    def places(self, text: str) -> list[int]:
        """One or two places in order, none of them within a line end."""
        places = [self.random.randint(0, len(text))]
        places.append(min(len(text), places[0] + self.random.choice([0, 0, 1, 5, 200])))
        return [place - (text[place - 1:place + 1] == "\r\n") for place in places]

    def open_one(self) -> None:
        path = self.any_path()
        if path in self.open or path.endswith(("README.md", "_y.md")):
            return
        file = self.root / path
        try:
            text = file.read_bytes().decode()
        except (OSError, UnicodeDecodeError):
            text = self.random.choice(FRAGMENTS)
        self.open[path] = text
        self.versions[path] = 0
        self.server.open(self.uri(path), text, 0)

    def close_one(self) -> None:
        if self.open:
            path = self.random.choice(sorted(self.open))
            del self.open[path]
            self.server.notify("textDocument/didClose", {"textDocument": {"uri": self.uri(path)}})

    def changed(self, path: str, changes: list[dict]) -> None:
        self.versions[path] += 1
        self.server.notify("textDocument/didChange", {
            "textDocument": {"uri": self.uri(path), "version": self.versions[path]},
            "contentChanges": changes})

    def edit(self) -> None:
        if not self.open:
            return self.open_one()
        path = self.random.choice(sorted(self.open))
        changes = []
        for _ in range(self.random.choice([1, 1, 1, 3])):
            text = self.open[path]
            start, end = self.places(text)
            new = self.random.choice([*FRAGMENTS, "", "", "a"])
            changes.append({"range": {"start": self.position(text, start),
                                      "end": self.position(text, end)}, "text": new})
            self.open[path] = text[:start] + new + text[end:]
        self.changed(path, changes)

    def rewrite(self) -> None:
        if self.open:
            path = self.random.choice(sorted(self.open))
            other = self.source / self.random.choice(self.originals())
            self.open[path] = self.random.choice([other.read_text(), "", "# É\n" * 70_000])
            self.changed(path, [{"text": self.open[path]}])

    def originals(self) -> list[str]:
        return sorted(str(file.relative_to(self.source))
                      for file in (self.source / "canvases").rglob("*.md"))

    def save(self) -> None:
        if self.open:
            path = self.random.choice(sorted(self.open))
            self.write(path, self.open[path].encode())
            self.server.notify("textDocument/didSave", {"textDocument": {"uri": self.uri(path)}})

    def heal(self) -> None:
        """Puts documents back as they were."""
        for path in self.random.sample(self.originals(), 5):
            self.write(path, (self.source / path).read_bytes())

    def write(self, path: str, content: bytes) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)

    def write_outside(self) -> None:
        text = "".join(self.random.choices(FRAGMENTS, k=20)).encode()
        self.write(self.any_path(), self.random.choice([text, b"\xe9t\xe9", b"", text * 30]))

    def remove(self) -> None:
        path = self.random.choice(self.documents())
        if path != SHEET:
            (self.root / path).unlink()

    def rename(self) -> None:
        old, new = self.random.choice(self.documents()), self.any_path()
        if SHEET not in (old, new):
            (self.root / new).parent.mkdir(parents=True, exist_ok=True)
            (self.root / old).rename(self.root / new)

    def spoil_sheet(self) -> None:
        text = (self.source / SHEET).read_text()
        self.write(SHEET, self.random.choice([
            b"", b"\xff", text.encode(), text.encode(), text.replace("fr", "en").encode(),
            b"# T\n\n- Langue : en\n- R\xc3\xa8gles : element-repete erreur ; x y\n"]))

    def garbage(self) -> None:
        self.server.write(self.random.choice(GARBAGE))

    def cancel(self) -> None:
        if self.waiting:
            id = self.random.choice(sorted(self.waiting, key=str))
            self.server.notify("$/cancelRequest", {"id": id})

    def ask(self) -> None:
        path = self.any_path()
        document = {"textDocument": {"uri": self.uri(path)}}
        text = self.open.get(path, "")
        start, end = (self.position(text, place) for place in self.places(text))
        anywhere = {"line": self.random.randint(0, 80), "character": self.random.randint(0, 80)}
        span = {"range": {"start": start, "end": end}}
        match self.random.randint(0, 9):
            case 0 | 1 | 2 | 3:
                method = self.random.choice(POSITION)
                names = ["nouveau", "", "é", "../x", "Ferme", "a" * 300]
                self.request("textDocument/" + method, document | {
                    "position": self.random.choice([start, anywhere]),
                    "newName": self.random.choice(names),
                    "context": {"includeDeclaration": self.random.random() < 0.5}})
            case 4 | 5 | 6:
                self.request("textDocument/" + self.random.choice(WHOLE), document)
            case 7:
                self.request("textDocument/codeAction", document | span | {
                    "context": {"diagnostics": []}})
            case 8:
                self.request("textDocument/rangeFormatting", document | span)
            case _:
                self.request(self.random.choice(["textDocument/hover", "workspace/invented"]), [])

    def ask_all(self) -> None:
        match self.random.randint(0, 2):
            case 0:
                self.request("workspace/symbol", {"query": self.random.choice(["", "é", "ferme"])})
            case 1:
                self.request("workspace/diagnostic", {"previousResultIds": []})
            case _:
                self.request("workspace/willRenameFiles", {"files": [
                    {"oldUri": self.uri(self.any_path()), "newUri": self.uri(self.any_path())}]})

    # In the end.

    def differences(self) -> Iterator[str]:
        """Where the server and a fresh check of the same contents disagree."""
        self.take(until_below=0)
        self.server.notify("workspace/didChangeWatchedFiles", {"changes": []})
        self.request("workspace/diagnostic", {"previousResultIds": []})
        self.take(until_below=0)
        told = {item["uri"]: item["items"] for item in self.last["result"]["items"]}
        published = {uri: found for uri, found in self.published.items() if found}

        shutil.copytree(self.root, self.copy)
        for path, text in self.open.items():
            file = self.copy / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
        expected = {self.uri(path): [finding(item) for item in found]
                    for path, found in check(self.canevas, self.copy).items()}
        for name, found in [("asked", told), ("told", published)]:
            for uri in sorted({*found, *expected}):
                server = sorted(map(simplified, found.get(uri, [])))
                fresh = sorted(map(simplified, expected.get(uri, [])))
                if server != fresh:
                    yield f"{name}: {uri}\n  server {server}\n  fresh  {fresh}"


def finding(item: dict) -> dict:
    """A finding of `canevas check` as an editor is told of it."""
    def position(place: dict) -> dict:
        return {"line": place["line"] - 1, "character": place["column"] - 1}

    texts = [item["message"], item["label"], item["help"]]
    return {
        "code": item["code"], "severity": ["", "error", "warning", "info"].index(item["severity"]),
        "range": {end: position(item["range"][end]) for end in ["start", "end"]},
        "message": "\n".join(text for text in texts if text),
        "relatedInformation": [{"message": label["label"]} for label in item["related"]],
        "data": {"fixes": [{"title": fix["title"], "safety": fix["safety"]}
                           for fix in item["fixes"]]},
    }


def simplified(item: dict) -> str:
    return json.dumps([
        item["code"], item["severity"], item["message"],
        [[item["range"][end][part] for part in ["line", "character"]] for end in ["start", "end"]],
        [label["message"] for label in item.get("relatedInformation", [])],
        [[fix["title"], fix["safety"]] for fix in item.get("data", {"fixes": []})["fixes"]],
    ], ensure_ascii=False)

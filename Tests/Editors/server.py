"""A language server at the end of two pipes, message by message, for what no client would send."""

import contextlib
import json
import os
import queue
import subprocess
import threading
from pathlib import Path


class Server:
    """`canevas lsp`, to which anything can be written."""

    def __init__(self, canevas: Path, **options: object) -> None:
        self.process = subprocess.Popen(
            [canevas, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, **options)  # type: ignore
        self._messages: queue.Queue[dict | None] = queue.Queue()
        self._ids = 0
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        output = self.process.stdout
        assert output
        while line := output.readline():
            name, _, length = line.partition(b": ")
            assert name == b"Content-Length", f"{line!r} on the standard output"
            assert output.readline() == b"\r\n"
            self._messages.put(json.loads(output.read(int(length))))
        self._messages.put(None)

    def write(self, *parts: bytes) -> None:
        """Writes bytes at once."""
        assert self.process.stdin
        self.process.stdin.write(b"".join(parts))
        self.process.stdin.flush()

    def send(self, *messages: dict) -> None:
        """Writes messages at once."""
        self.write(*(framed(message) for message in messages))

    def request(self, method: str, params: object = None, id: object = None) -> dict:
        """A request that was not sent yet."""
        self._ids += 1
        message = {"jsonrpc": "2.0", "id": self._ids if id is None else id, "method": method}
        return message | ({} if params is None else {"params": params})

    def ask(self, method: str, params: object = None) -> dict:
        """The answer to a request."""
        message = self.request(method, params)
        self.send(message)
        return self.answer(message["id"])

    def notify(self, method: str, params: object = None) -> None:
        self.send(notification(method, params))

    def message(self, timeout: float = 10) -> dict | None:
        """The next message; `None` at the end."""
        return self._messages.get(timeout=timeout)

    def answer(self, id: object) -> dict:
        """The next answer, which is the one to this request; what else comes is passed over."""
        while message := self.message():
            if "method" not in message:
                assert message["id"] == id, message
                return message
        raise AssertionError("the server is gone")

    def published(self, uri: str) -> list[dict]:
        """The diagnostics that are told next of a document."""
        while message := self.message():
            if message.get("method") == "textDocument/publishDiagnostics":
                if message["params"]["uri"] == uri:
                    return message["params"]["diagnostics"]
        raise AssertionError("the server is gone")

    def start(self, *roots: Path, capabilities: dict | None = None, **params: object) -> dict:
        """Starts a session and gives what the server says that it can do."""
        folders = [{"uri": root.as_uri(), "name": root.name} for root in roots]
        answer = self.ask("initialize", {
            "processId": os.getpid(), "rootUri": None, "capabilities": capabilities or {},
            "workspaceFolders": folders} | params)
        self.notify("initialized", {})
        return answer["result"]

    def open(self, uri: str, text: str, version: int = 1) -> None:
        self.notify("textDocument/didOpen", {"textDocument": {
            "uri": uri, "languageId": "markdown", "version": version, "text": text}})

    def end(self) -> int:
        """Ends the session as a client should."""
        if self.process.poll() is None:
            self.ask("shutdown")
            self.notify("exit")
        return self.process.wait(10)

    def kill(self) -> None:
        """Ends the server, if it still runs, and whatever belongs to it."""
        self.process.kill()
        self.process.wait()
        self._reader.join()
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            with contextlib.suppress(BrokenPipeError):
                pipe.close()  # type: ignore


def notification(method: str, params: object = None) -> dict:
    return {"jsonrpc": "2.0", "method": method} | ({} if params is None else {"params": params})


def framed(message: object) -> bytes:
    content = message if isinstance(message, bytes) else json.dumps(message).encode()
    return b"Content-Length: %d\r\n\r\n%b" % (len(content), content)

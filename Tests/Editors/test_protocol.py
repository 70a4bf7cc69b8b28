"""What reaches the server is not always what the protocol says."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from catalogue import EPICERIE, Catalogue
from server import Server, framed, notification

PARSE_ERROR, INVALID_REQUEST, METHOD_NOT_FOUND, INVALID_PARAMS = -32700, -32600, -32601, -32602
NOT_INITIALIZED, CANCELLED = -32002, -32800


def code(answer: dict) -> int:
    return answer["error"]["code"]


def test_the_states_of_a_session(server: Server) -> None:
    assert code(server.ask("textDocument/hover", {})) == NOT_INITIALIZED
    assert code(server.ask("shutdown")) == NOT_INITIALIZED
    server.notify("textDocument/didOpen", {})
    assert server.start()["serverInfo"]["name"] == "canevas"
    assert code(server.ask("initialize", {"capabilities": {}})) == INVALID_REQUEST
    assert server.ask("shutdown")["result"] is None
    assert code(server.ask("textDocument/hover", {})) == INVALID_REQUEST
    assert code(server.ask("shutdown")) == INVALID_REQUEST
    server.notify("exit")
    assert server.process.wait(10) == 0


def test_an_exit_without_shutdown_fails(server: Server) -> None:
    server.start()
    server.notify("exit")
    assert server.process.wait(10) == 1


def test_the_end_of_the_input_ends_the_server(server: Server) -> None:
    server.start()
    assert server.process.stdin
    server.process.stdin.close()
    assert server.process.wait(10) == 1


def test_the_end_of_the_client_ends_the_server(server: Server) -> None:
    client = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    server.start(processId=client.pid)
    assert client.stdin
    client.stdin.close()
    client.wait()
    assert server.process.wait(10) == 1


def test_a_client_that_reads_no_more_ends_the_server(canevas: Path) -> None:
    with subprocess.Popen([canevas, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        assert server.stdin and server.stdout
        server.stdout.close()
        server.stdin.write(framed({"id": 1, "method": "initialize", "params": {}}))
        server.stdin.flush()
        assert server.wait(10) == 1


def test_unknown_methods(server: Server) -> None:
    server.start()
    assert code(server.ask("textDocument/invented", {})) == METHOD_NOT_FOUND
    assert code(server.ask("$/invented", {})) == METHOD_NOT_FOUND
    assert code(server.ask("textDocument/didOpen", {})) == METHOD_NOT_FOUND
    server.notify("textDocument/invented", {})
    server.notify("$/invented")
    server.notify("textDocument/hover", {})
    assert server.end() == 0


@pytest.mark.parametrize("content, expected", [
    (b"{", PARSE_ERROR), (b"", PARSE_ERROR), (b"\xff\xfe", PARSE_ERROR), (b"[" * 10**6, PARSE_ERROR),
    (b'{"id":1,' * 10**5, PARSE_ERROR), (b"[]", INVALID_REQUEST), (b"3", INVALID_REQUEST),
    (b'{"jsonrpc":"2.0"}', INVALID_REQUEST), (b'{"id":{},"method":"shutdown"}', INVALID_REQUEST),
])
def test_malformed_messages(server: Server, content: bytes, expected: int) -> None:
    server.start()
    server.write(framed(content))
    answer = server.answer(None)
    assert code(answer) == expected
    assert server.end() == 0


@pytest.mark.parametrize("header", [
    b"Content-Length: -5\r\n\r\n", b"Content-Length: 99999999999999999999999\r\n\r\n",
    b"Content-Length: 8589934592\r\n\r\n", b"Content-Length: x\r\n\r\n{}", b"\x00\xff\n\n",
    b"POST / HTTP/1.1\r\nHost: a\r\n\r\n", b"x" * 100_000,
])
def test_wrong_headers(server: Server, header: bytes) -> None:
    server.start()
    server.write(header, framed(server.request("shutdown", id="after")))
    assert code(server.answer(None)) == PARSE_ERROR
    assert server.answer("after")["result"] is None


@pytest.mark.parametrize("params", [None, [], 3, {"textDocument": 3}, {"textDocument": {}}])
@pytest.mark.parametrize("method", [
    "textDocument/completion", "textDocument/hover", "textDocument/rename",
    "textDocument/formatting", "textDocument/diagnostic", "textDocument/codeAction"])
def test_parameters_of_another_shape(
    server: Server, catalogue: Catalogue, method: str, params: object
) -> None:
    server.start(catalogue.root, capabilities={"textDocument": {"codeAction": {
        "codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}}}}})
    assert code(server.ask(method, params)) == INVALID_PARAMS
    document = {"textDocument": {"uri": catalogue.uri(EPICERIE)}}
    far = {"line": 10**12, "character": -10**12}
    answer = server.ask(
        method, document | {"position": far, "range": {"start": far, "end": far}, "newName": "x"})
    assert answer.get("error", {}).get("code") != INVALID_PARAMS
    assert server.end() == 0


def test_notifications_of_another_shape(server: Server, catalogue: Catalogue) -> None:
    server.start(catalogue.root)
    uri = catalogue.uri(EPICERIE)
    for method in ["textDocument/didOpen", "textDocument/didChange", "textDocument/didClose",
                   "textDocument/didSave", "workspace/didChangeWorkspaceFolders",
                   "workspace/didChangeWatchedFiles", "$/cancelRequest", "$/setTrace"]:
        for params in [None, [], {"textDocument": None}, {"textDocument": {"uri": uri}},
                       {"event": {"added": 3, "removed": [{}]}}, {"changes": "x"}, {"id": []}]:
            server.notify(method, params)
    # An unknown document is changed, saved and closed; then one is changed out of order.
    other = {"textDocument": {"uri": catalogue.uri("canvases/fiches/autre.md"), "version": 2}}
    server.notify("textDocument/didChange", other | {"contentChanges": [{"text": "x"}]})
    server.notify("textDocument/didClose", other)
    server.open(uri, catalogue.text(EPICERIE), version=5)
    old = {"textDocument": {"uri": uri, "version": 3}}
    server.notify("textDocument/didChange", old | {"contentChanges": [{"text": ""}]})
    assert server.published(uri) == []
    assert server.end() == 0


def test_a_request_that_waits_can_be_cancelled(server: Server, catalogue: Catalogue) -> None:
    server.start(catalogue.root)
    symbols = [server.request("workspace/symbol", {"query": ""}) for _ in range(3)]
    server.send(
        *symbols, notification("$/cancelRequest", {"id": symbols[1]["id"]}),
        notification("$/cancelRequest", {"id": "unknown"}))
    assert "result" in server.answer(symbols[0]["id"])
    assert code(server.answer(symbols[1]["id"])) == CANCELLED
    assert "result" in server.answer(symbols[2]["id"])
    # It came too late for one that was answered.
    server.notify("$/cancelRequest", {"id": symbols[0]["id"]})
    assert server.end() == 0


def test_messages_in_pieces(server: Server, catalogue: Catalogue) -> None:
    server.start(catalogue.root)
    request = server.request("workspace/symbol", {"query": "é"})
    for byte in framed(request):
        server.write(bytes([byte]))
    assert "result" in server.answer(request["id"])
    assert server.end() == 0


def test_a_client_that_writes_before_it_reads(canevas: Path, catalogue: Catalogue) -> None:
    """More than pipes hold, both ways: neither side waits for the other for ever."""
    document = {"uri": catalogue.uri(EPICERIE)}
    text = catalogue.text(EPICERIE) + "é🌱 " * 300
    messages: list[dict] = [
        {"id": 0, "method": "initialize",
         "params": {"capabilities": {}, "rootUri": catalogue.root.as_uri()}},
        notification("textDocument/didOpen", {"textDocument": document | {
            "languageId": "markdown", "version": 0, "text": text}})]
    for version in range(1, 300):
        messages.append(notification("textDocument/didChange", {
            "textDocument": document | {"version": version},
            "contentChanges": [{"text": text + str(version)}]}))
        messages.append({"id": version, "method": "textDocument/diagnostic",
                         "params": {"textDocument": document}})
    messages += [{"id": 300, "method": "shutdown"}, notification("exit")]
    process = subprocess.Popen([canevas, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin and process.stdout
    all_of_it = b"".join(map(framed, messages))
    writer = threading.Thread(target=process.stdin.write, args=[all_of_it], daemon=True)
    writer.start()
    writer.join(20)
    assert not writer.is_alive(), "the server reads no more"
    process.stdin.close()
    assert process.stdout.read().count(b"Content-Length: ") >= 301
    process.stdout.close()
    assert process.wait(10) == 0


def test_nothing_but_messages_on_the_standard_output(canevas: Path, catalogue: Catalogue) -> None:
    """What the reader of every other test asserts, of a run from its start to its end."""
    requests = [{"jsonrpc": "2.0", "id": 1, "method": "initialize",
                 "params": {"capabilities": {}, "rootUri": catalogue.root.as_uri()}},
                {"jsonrpc": "2.0", "id": 2, "method": "shutdown"},
                {"jsonrpc": "2.0", "method": "exit"}]
    result = subprocess.run(
        [canevas, "lsp", "--stdio"], input=b"".join(map(framed, requests)), capture_output=True,
        timeout=10)
    assert result.returncode == 0
    assert result.stderr == b""
    assert result.stdout.count(b"Content-Length: ") == 2

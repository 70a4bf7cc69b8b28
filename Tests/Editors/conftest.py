"""What the checks of the language server share: a catalogue, and clients."""

import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
import pytest_asyncio

from catalogue import Catalogue
from editor import Editor
from server import Server


@pytest.fixture(scope="session")
def canevas() -> Path:
    """The compiler, which the environment names."""
    program = os.environ.get("CANEVAS")
    assert program, "set CANEVAS to the path of the compiler"
    return Path(program).resolve()


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    """The small catalogue, in a folder whose name needs care."""
    return Catalogue(tmp_path.resolve() / "été & Co #1")


@pytest.fixture
def server(canevas: Path) -> Iterator[Server]:
    """A server that was not spoken to yet."""
    server = Server(canevas)
    yield server
    server.kill()
    assert server.process.returncode in (0, 1, -9), "the server crashed"


@pytest_asyncio.fixture
async def start(canevas: Path, catalogue: Catalogue) -> AsyncIterator[Callable[..., Awaitable[Editor]]]:
    """Starts editors on the catalogue, or on other folders."""
    async with AsyncExitStack() as stack:
        async def start(*roots: Path, like: str = "visual-studio-code", **options: object) -> Editor:
            editor = Editor(catalogue)
            stack.push_async_callback(editor.stop)
            await editor.start(canevas, roots or (catalogue.root,), like, **options)
            return editor
        yield start


@pytest_asyncio.fixture
async def editor(start: Callable[..., Awaitable[Editor]]) -> Editor:
    """An editor like Visual Studio Code, which counts in UTF-16 and is told of diagnostics."""
    return await start()

"""A visit to pages of the site, which notes what a reader must never meet."""

from typing import Self

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request, expect

WIDTHS = [320, 360, 768, 1280]
HEIGHT = 900


class Visits:
    """One browser context; it closes with a failure if a page had a problem."""

    def __init__(self, browser: Browser, base: str, has_script: bool = True) -> None:
        self.base = base
        self._has_script = has_script
        self._problems: list[str] = []
        self.context = browser.new_context(
            viewport={"width": 1280, "height": HEIGHT}, java_script_enabled=has_script
        )
        self.context.set_default_timeout(10_000)
        self.context.on("console", self._note_message)
        self.context.on("request", self._note_request)
        self.context.on("requestfailed", self._note_failure)
        self.context.on("weberror", lambda e: self._note(e.page, f"script error: {e.error}"))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.context.close()
        if self._problems:
            pytest.fail("\n".join(self._problems), pytrace=False)

    def open(self, address: str) -> Page:
        """Opens a page of the site in a new tab, and waits for the answer to a question."""
        page = self.context.new_page()
        try:
            page.goto(self.base + address)
        except Error as error:
            pytest.fail(f"{address} does not open: {error.message}", pytrace=False)
        if "?" in address and self._has_script:
            expect(page.get_by_role("status"), address).not_to_be_empty()
        return page

    def _note(self, page: Page | None, problem: str) -> None:
        address = page.url.removeprefix(self.base) if page else "a page"
        self._problems.append(f"{address}: {problem}")

    def _note_message(self, message: ConsoleMessage) -> None:
        where = message.location["url"]
        if message.type in ("error", "warning"):
            self._note(message.page, f"console {message.type}: {message.text} {where}")

    def _note_request(self, request: Request) -> None:
        if not request.url.startswith(self.base):
            self._note(request.frame.page, f"a request leaves the site: {request.url}")

    def _note_failure(self, request: Request) -> None:
        self._note(request.frame.page, f"request failed: {request.url}: {request.failure}")

"""A real Chromium, and a page opened in it with all that it complains of and asks for."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Browser, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
OWN = ("file:", "about:", "blob:", "data:")
"""How addresses begin that ask nothing of a network."""

VIOLATIONS = "axe.run({resultTypes: ['violations']}).then(found => found.violations)"
"""What axe finds, and not what it finds in order, of which there is much."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    assert found, f"install one of {', '.join(NAMES)}, or say in CHROMIUM where it is"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield running
        running.close()


class Opened:
    """A page opened from a folder, with everything it complained about or asked for."""

    def __init__(self, page: Page, file: Path) -> None:
        self.page, self.file = page, file
        self.complaints: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))
        page.set_default_timeout(60_000)

    def go(self, fragment: str = "") -> None:
        self.page.goto("about:blank")
        self.page.goto(f"{self.file.as_uri()}{fragment}")

    @property
    def address(self) -> str:
        """What the page itself says; `page.url` follows a moment later."""
        return str(self.page.evaluate("location.href"))

    def accessible(self) -> None:
        """axe finds nothing wrong."""
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE_SCRIPT)
        found = AxeResults({"violations": self.page.evaluate(VIOLATIONS)})
        assert found.violations_count == 0, found.generate_report()

    def narrow(self, width: int) -> None:
        """The page is no wider than a window of this width."""
        self.page.set_viewport_size({"width": width, "height": 800})
        assert self.page.evaluate("document.documentElement.scrollWidth") <= width

    def quiet(self) -> None:
        """Nothing was complained of, least of all by the policy, and nothing else was loaded."""
        assert self.complaints == []
        assert [url for url in self.requests if not url.startswith(OWN)] == []
        assert len({u.partition("#")[0] for u in self.requests if u.startswith("file:")}) == 1


def new_page(browser: Browser, file: Path) -> Opened:
    """A file opened in a window of its own that keeps what is downloaded."""
    page = browser.new_page(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    found = Opened(page, file)
    found.go()
    return found

"""The pages of packs and step-throughs in a real Chromium: accessible, narrow, one printed page.

Not collected by default, since it needs a browser: `pytest tests/browser/packs.py`.
"""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from argue.analysis import analyze
from argue.io.case import load_case
from argue.seminar.language import language, languages
from argue.seminar.packs.folder import folder_of
from argue.seminar.packs.pack import Pack
from argue.seminar.packs.teaching import NOTHING, shipped, teaching_for
from argue.seminar.steps.telling import TELLINGS, steps_page, told

NAMES = ("chromium", "chromium-browser", "google-chrome")
PAGES = re.compile(rb"/Type\s*/Page\b[^s]")


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

    def __init__(self, browser: Browser, file: Path) -> None:
        self.page: Page = browser.new_page(viewport={"width": 1280, "height": 900})
        self.file = file
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(file.as_uri())

    def accessible(self) -> None:
        found = Axe().run(self.page)
        assert found.violations_count == 0, found.generate_report()

    def fits(self, width: int) -> None:
        """The page is no wider than a window of this width."""
        self.page.set_viewport_size({"width": width, "height": 800})
        assert self.page.evaluate("document.documentElement.scrollWidth") <= width

    def quiet(self) -> None:
        assert self.complaints == []
        assert [url for url in self.requests if not url.startswith("file:")] == []


def written(folder: Path, pack: Pack) -> Path:
    for file in folder_of(pack).files:
        if isinstance(file.content, bytes):
            (folder / file.name).write_bytes(file.content)
        else:
            (folder / file.name).write_text(file.content, encoding="utf-8")
    return folder


def pages_of(browser: Browser, folder: Path) -> None:
    """Every page of the seminar in a folder is accessible, narrow and quiet, slide by slide."""
    for file in sorted(folder.glob("*.html")):
        if file.name == "report.html":  # in tests/browser/pages.py
            continue
        shown = Opened(browser, file)
        slides = shown.page.locator(".slide").count()
        for number in range(max(slides, 1)):
            if number:
                shown.page.keyboard.press("ArrowRight")
                assert shown.page.url.endswith(f"#{number + 1}")
            shown.accessible()
            for width in (1280, 390):
                shown.fits(width)
        shown.quiet()
        shown.page.close()


@pytest.mark.parametrize("code", languages())
@pytest.mark.parametrize("name", shipped())
def test_the_handout_is_one_printed_page(browser: Browser, tmp_path: Path, name: str, code: str):
    words = language(code)
    folder = written(tmp_path, Pack(analyze(load_case(name)), teaching_for(name, code), words))
    shown = Opened(browser, folder / "handout.html")
    assert len(PAGES.findall(shown.page.pdf(prefer_css_page_size=True))) == 1
    shown.quiet()
    shown.page.close()


@pytest.mark.parametrize("name", ["fishing-commons", "six-senses-of-alignment", "mask-mandate"])
def test_every_page_of_a_pack_is_accessible_and_fits_a_phone(
    browser: Browser, tmp_path: Path, name: str
):
    pages_of(browser, written(tmp_path, Pack(*_whole(name, "en"))))


def test_the_pages_are_accessible_in_another_language_too(browser: Browser, tmp_path: Path):
    pages_of(browser, written(tmp_path, Pack(*_whole("animals", "de"))))


def test_the_pages_of_a_case_nobody_wrote_about_are_accessible_too(
    browser: Browser, tmp_path: Path
):
    pack = Pack(analyze(load_case("kidney")), NOTHING, language())
    pages_of(browser, written(tmp_path, pack))


def _whole(name: str, code: str):
    return analyze(load_case(name)), teaching_for(name, code), language(code)


@pytest.mark.parametrize("what", TELLINGS)
def test_slides_turn_by_keys_and_buttons_and_unfold(browser: Browser, tmp_path: Path, what: str):
    file = tmp_path / "steps.html"
    telling = told(analyze(load_case("mask-mandate")), what, language())
    file.write_text(steps_page(telling), encoding="utf-8")
    shown = Opened(browser, file)
    page = shown.page
    assert page.locator(".slide:visible").count() == 1
    assert page.is_disabled("#back")
    page.click("#next")
    assert page.inner_text("#count") == f"2 of {len(telling.steps)}"
    page.keyboard.press("End")
    assert page.is_disabled("#next")
    page.keyboard.press("ArrowLeft")
    assert page.url.endswith(f"#{len(telling.steps) - 1}")
    page.keyboard.press("Home")
    assert telling.steps[0].title in page.inner_text(".slide:visible h2")
    shown.quiet()
    page.close()


def test_answers_of_whatifs_are_folded_until_they_are_asked_for(browser: Browser, tmp_path: Path):
    folder = written(tmp_path, Pack(*_whole("mask-mandate", "en")))
    shown = Opened(browser, folder / "what-ifs.html")
    first = shown.page.locator("details").first
    assert not first.locator("strong").is_visible()
    first.locator("summary").focus()
    shown.page.keyboard.press("Enter")
    assert "contested" in first.locator("strong").inner_text()
    shown.quiet()
    shown.page.close()

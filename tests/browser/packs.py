"""The pages of packs and step-throughs in a real Chromium: accessible, narrow, one printed page.

Not collected by default, since it needs a browser: `pytest tests/browser/packs.py`.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from argue.analysis import analyze
from argue.io.case import load_case
from argue.seminar.language import language, languages
from argue.seminar.packs.folder import folder_of
from argue.seminar.packs.pack import Pack
from argue.seminar.packs.pages import handout
from argue.seminar.packs.teaching import NOTHING, shipped, teaching_for
from argue.seminar.steps.telling import TELLINGS, steps_page, told
from tests.browser.opened import browser, new_page
from tests.hostile.tried import EVERY

__all__ = ["browser"]

PACKS = ("fishing-commons", "six-senses-of-alignment", "mask-mandate")
"""Packs whose pages are all gone through: the first, or with EVERY_CASE=1 each."""
PAGES = re.compile(rb"/Type\s*/Page\b[^s]")


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
        shown = new_page(browser, file)
        slides = shown.page.locator(".slide").count()
        for number in range(max(slides, 1)):
            if number:
                shown.page.keyboard.press("ArrowRight")
                assert shown.address.endswith(f"#{number + 1}")
            shown.accessible()
            for width in (1280, 390):
                shown.narrow(width)
        shown.quiet()
        shown.page.close()


@pytest.mark.parametrize("code", languages())
@pytest.mark.parametrize("name", shipped())
def test_the_handout_is_one_printed_page(browser: Browser, tmp_path: Path, name: str, code: str):
    words = language(code)
    file = tmp_path / "handout.html"
    pack = Pack(analyze(load_case(name)), teaching_for(name, code), words)
    file.write_text(handout(pack), encoding="utf-8")
    shown = new_page(browser, file)
    assert len(PAGES.findall(shown.page.pdf(prefer_css_page_size=True))) == 1
    shown.quiet()
    shown.page.close()


@pytest.mark.parametrize("name", PACKS if EVERY else PACKS[:1])
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
    shown = new_page(browser, file)
    page = shown.page
    assert page.locator(".slide:visible").count() == 1
    assert page.is_disabled("#back")
    page.click("#next")
    assert page.inner_text("#count") == f"2 of {len(telling.steps)}"
    page.keyboard.press("End")
    assert page.is_disabled("#next")
    page.keyboard.press("ArrowLeft")
    assert shown.address.endswith(f"#{len(telling.steps) - 1}")
    page.keyboard.press("Home")
    assert telling.steps[0].title in page.inner_text(".slide:visible h2")
    shown.quiet()
    page.close()


def test_answers_of_whatifs_are_folded_until_they_are_asked_for(browser: Browser, tmp_path: Path):
    folder = written(tmp_path, Pack(*_whole("mask-mandate", "en")))
    shown = new_page(browser, folder / "what-ifs.html")
    first = shown.page.locator("details").first
    assert not first.locator("strong").is_visible()
    first.locator("summary").focus()
    shown.page.keyboard.press("Enter")
    assert "contested" in first.locator("strong").inner_text()
    shown.quiet()
    shown.page.close()

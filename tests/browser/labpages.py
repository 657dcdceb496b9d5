"""The lab page in a real Chromium: opened from a folder, edited, broken, mended, and accessible.

Not collected by default, since it needs a browser: `pytest tests/browser/labpages.py`.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from argue.io.bundled import bundled_text
from argue.io.upgrade.formats import FAMILY, FORMATS, NEWEST
from argue.report.lab.page import lab_page
from tests.browser.opened import Opened, browser

__all__ = ["browser"]

WAIT = 60_000
NEWER = f"{FAMILY}{len(FORMATS) + 1}"
CHOSEN = "editor.value.slice(editor.selectionStart, editor.selectionEnd)"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("lab") / "lab.html"
    found.write_text(lab_page(), encoding="utf-8")
    return found


class Lab(Opened):
    """The lab page, with everything it complained about or asked for."""

    def go(self, fragment: str = "") -> None:
        super().go(fragment)
        self.page.wait_for_selector("#details > *")

    def text(self) -> str:
        return self.page.input_value("#editor")

    def edit(self, old: str, new: str) -> None:
        assert old in self.text()
        self.page.fill("#editor", self.text().replace(old, new))

    def says(self, words: str) -> None:
        """Wait until the verdict has these words."""
        self.page.wait_for_function(
            "words => document.getElementById('answer').textContent.includes(words)", arg=words
        )

    def status(self, option: str) -> str:
        return self.page.inner_text(f".verdict .status:has(b:text-is('{option}'))")


@pytest.fixture
def lab(browser: Browser, file: Path) -> Iterator[Lab]:
    page = browser.new_page(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    found = Lab(page, file)
    found.go()
    yield found
    found.quiet()
    page.close()


def test_it_opens_from_a_folder_with_a_verdict_and_reasons(lab: Lab):
    lab.says("Contested")
    assert "impermissible" in lab.status("mandate")
    assert "burden points" in lab.page.inner_text(".verdict >> nth=0")
    assert lab.page.locator("#details ol li").count() == 2
    assert lab.page.locator("#details tbody tr").count() == 4
    lab.accessible()
    for width in (1280, 390, 320):
        lab.narrow(width)
    lab.accessible()


def test_a_number_that_is_edited_changes_the_verdict_and_its_reasons(lab: Lab):
    lab.edit("status: disputed", "status: agreed")
    lab.says("Decided")
    assert "obligatory" in lab.status("exempt")
    before = lab.page.inner_text(".verdict >> nth=0")
    lab.edit("sensory_disabled: -6", "sensory_disabled: -1")
    lab.page.wait_for_function(
        "before => document.querySelector('.verdict').innerText !== before", arg=before
    )
    lab.accessible()


def test_a_broken_case_shows_line_and_caret_and_what_to_write(lab: Lab):
    lab.says("Contested")
    lab.edit("status: disputed", "status: disputd")
    lab.says("One thing is wrong")
    said = lab.page.inner_text(".problem")
    assert 'error[C017] facts.surge.status cannot be "disputd"' in said
    assert 'did you mean "disputed"?' in said
    assert "^^^^^^^" in said
    assert lab.page.get_attribute("#editor", "aria-invalid") == "true"
    lab.accessible()
    lab.page.click(".problem button")
    assert lab.page.evaluate(CHOSEN) == "disputd"
    lab.page.keyboard.type("disputed")
    lab.says("Contested")
    assert lab.page.get_attribute("#editor", "aria-invalid") == "false"


def test_a_file_of_the_first_format_is_judged_and_its_old_names_are_warned_of(lab: Lab):
    lab.says("Contested")
    lab.edit(f"schema: {NEWEST}", f"schema: {FORMATS[0]}")
    lab.edit("    question: consent", "    cq: consent")
    lab.page.wait_for_selector(".warning")
    said = lab.page.inner_text(".warning")
    assert f'warning[W015] "cq" is called "question" since {NEWEST}' in said
    assert "write question, or run argue upgrade on the file" in said
    assert lab.page.locator(".verdict").count() >= 2
    assert lab.page.get_attribute("#editor", "aria-invalid") == "false"
    lab.accessible()
    lab.page.click(".warning button")
    assert lab.page.evaluate(CHOSEN) == "cq"
    lab.page.keyboard.type("question")
    lab.page.wait_for_selector(".warning", state="detached")
    lab.says("Contested")
    lab.edit(f"schema: {FORMATS[0]}", f"schema: {NEWER}")
    lab.says("One thing is wrong")
    assert f"this file is of the format {NEWER}" in lab.page.inner_text(".problem")
    lab.accessible()


def test_what_the_page_cannot_do_is_refused_by_name(lab: Lab):
    lab.edit("frameworks:", "frameworks:\n  - kantian")
    lab.says("cannot judge this case")
    assert "the framework kantian (frameworks[0])" in lab.page.inner_text(".problem")
    lab.accessible()


def test_a_bundled_case_is_taken_by_keyboard_and_kept_in_the_address(lab: Lab):
    lab.page.focus("#cases")
    lab.page.select_option("#cases", "kidney")
    lab.says("Decided")
    assert lab.text() == bundled_text("kidney")
    assert lab.address.endswith("#case=kidney")
    assert "permissible" in lab.status("blood")
    lab.go("#case=tax")
    assert lab.text() == bundled_text("tax")
    assert lab.page.input_value("#cases") == "tax"


def test_a_norm_that_its_own_principles_speak_against_is_told(lab: Lab):
    lab.go("#case=vehicles-in-the-park")
    lab.says("Decided")
    said = lab.page.inner_text("#details")
    assert "speak against it: they rule out everything that complies with it" in said
    lab.accessible()


def test_an_edited_case_goes_into_the_address_and_comes_back(lab: Lab):
    lab.edit("title: A mask mandate", "title: A mässk mandate")
    lab.page.click("#share")
    lab.page.wait_for_function("() => document.getElementById('shared').textContent")
    written, address = lab.text(), lab.address
    assert "#text=" in address
    lab.go("#" + address.partition("#")[2])
    assert lab.text() == written


def test_the_case_is_downloaded_and_a_file_is_read(lab: Lab, tmp_path: Path):
    with lab.page.expect_download() as caught:
        lab.page.click("#save")
    assert caught.value.suggested_filename == "case.yaml"
    own = tmp_path / "own.yaml"
    own.write_text("title: A gate\noptions: {open: Open it, close: Close it}\n", encoding="utf-8")
    lab.page.set_input_files("#file", own)
    lab.says("Silent")
    assert lab.text().startswith("title: A gate")


def test_a_case_from_a_stranger_stays_text(lab: Lab):
    hostile = (
        "title: <img src=x onerror=alert(1)>\n"
        "options: {a: '<script>alert(1)</script>', b: '\u202e<b>bold</b>'}\n"
        "reasons: [{by: someone, favours: a, over: b, text: '<a href=//x.org>x</a>'}]\n"
    )
    lab.page.fill("#editor", hostile)
    lab.says("Decided")
    assert "<script>alert(1)</script>" in lab.page.inner_text(".verdict >> nth=0")
    assert "\\u202e<b>bold</b>" in lab.page.inner_text(".verdict >> nth=1")
    assert lab.page.locator("#results img, #results script, #results a").count() == 0


def test_the_outline_opens_by_keyboard_and_is_accessible(lab: Lab):
    lab.says("Contested")
    lab.page.focus(".outline summary >> nth=0")
    lab.page.keyboard.press("Enter")
    assert "against that" in lab.page.inner_text(".outline details >> nth=0")
    lab.accessible()


def test_on_paper_the_case_stands_beside_its_verdict(lab: Lab):
    lab.says("Contested")
    lab.page.emulate_media(media="print")
    assert lab.page.is_visible("#printed")
    assert not lab.page.is_visible("#editor")
    assert not lab.page.is_visible("#save")
    assert lab.page.inner_text("#printed").strip() == lab.text().strip()

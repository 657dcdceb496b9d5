"""The page of `argue serve` in a real Chromium, while the file under it is edited.

Not collected by default, since it needs a browser: `pytest tests/browser/serving.py`.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from argue.io.bundled import bundled_text
from tests.browser.opened import browser
from tests.cli.serving import Serving

__all__ = ["browser"]

CASE = bundled_text("mask-mandate")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.set_default_timeout(60_000)
    yield page
    page.close()


expect.set_options(timeout=60_000)


def test_the_page_follows_the_file_and_shows_what_is_wrong_with_it(page: Page, tmp_path: Path):
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    file = tmp_path / "masks.yaml"
    file.write_text(CASE, encoding="utf-8")
    with Serving(file) as serving:
        page.goto(serving.url)
        report = page.frame_locator("#report")
        expect(report.locator("h1")).to_have_text(
            "A mask mandate on buses and trains during a surge"
        )
        expect(page.locator("#problem")).to_be_hidden()
        report.locator("#map").scroll_into_view_if_needed()
        place = page.frames[1].evaluate("Math.round(scrollY)")
        assert place > 500

        file.write_text(CASE + "colour: red\n", encoding="utf-8")
        expect(page.locator("#said")).to_contain_text("error[C")
        assert "^^^^^^" in page.inner_text("#said")
        expect(page.locator("#before")).to_be_visible()
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        if "SHOTS" in os.environ:
            page.screenshot(path=f"{os.environ['SHOTS']}/problem.png")

        file.write_text(CASE.replace("title: A mask", "title: Another mask"), encoding="utf-8")
        expect(report.locator("h1")).to_contain_text("Another mask")
        expect(page.locator("#problem")).to_be_hidden()
        assert abs(page.frames[1].evaluate("Math.round(scrollY)") - place) < 50
        if "SHOTS" in os.environ:
            page.screenshot(path=f"{os.environ['SHOTS']}/again.png")
    expect(page.locator("#state")).to_contain_text("has ended")
    refused = [text for text in complaints if "net::ERR_" not in text]
    assert refused == []


def test_what_is_settled_in_the_report_stays_settled(page: Page, tmp_path: Path):
    file = tmp_path / "masks.yaml"
    text = bundled_text("mask-mandate-exemptions")
    file.write_text(text, encoding="utf-8")
    with Serving(file) as serving:
        page.goto(serving.url)
        expect(page.frame_locator("#report").locator("#what-if .headline").first).to_be_visible()
        page.frames[1].evaluate("location.hash = '#map'")
        file.write_text(text.replace("title: ", "title: Once more, ", 1), encoding="utf-8")
        expect(page.frame_locator("#report").locator("h1")).to_contain_text("Once more")
        assert page.frames[1].evaluate("location.hash") == "#map"


def test_a_case_that_was_never_in_order_shows_only_what_is_wrong(page: Page, tmp_path: Path):
    file = tmp_path / "bad.yaml"
    file.write_text("title: x\n", encoding="utf-8")
    with Serving(file) as serving:
        page.goto(serving.url)
        expect(page.locator("#said")).to_contain_text("bad.yaml")
        expect(page.locator("#report")).to_be_hidden()
        expect(page.locator("#before")).to_be_hidden()
        file.write_text(CASE, encoding="utf-8")
        expect(page.frame_locator("#report").locator("h1")).to_contain_text("mask mandate")


def test_names_and_texts_of_a_stranger_stay_text_on_the_page(page: Page, tmp_path: Path):
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    attack = "<img src=x onerror=alert(1)><script>alert(2)<"
    file = tmp_path / f"{attack}\u202e\x1b[31m.yaml"
    file.write_text(CASE.replace("title: A mask", f"title: {attack} mask"), encoding="utf-8")
    with Serving(file) as serving:
        assert serving.said.count("\n") == 1
        page.goto(serving.url)
        expect(page.frame_locator("#report").locator("h1")).to_contain_text(f"{attack} mask")
        expect(page.locator("#file")).to_have_text(f"{attack}\\u202e\\x1b[31m.yaml")
        file.write_text(f"{CASE}{attack!r}: 1\n", encoding="utf-8")
        expect(page.locator("#said")).to_contain_text(attack)
        assert page.title().startswith(f"✗ {attack}")
        assert page.locator("img, script:not([src])").count() == 0
        assert complaints == []

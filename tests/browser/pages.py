"""The pages of reports in a real Chromium: opened from a file, clicked through, and accessible.

Not collected by default, since it needs a browser: `pytest tests/browser/pages.py`.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from argue.report import render
from tests.browser.opened import Opened, browser, new_page
from tests.bundled import analysis_of, some_cases
from tests.hostile.mixed import hostile

__all__ = ["browser"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pages")


def verdict(shown: Opened) -> str:
    return shown.page.inner_text("#what-if .headline >> nth=0")


def opened(browser: Browser, folder: Path, name: str, audience: str = "analyst") -> Opened:
    file = folder / f"{name}-{audience}.html"
    if not file.exists():
        analysis = hostile() if name == "hostile" else analysis_of(name)
        file.write_text(render(analysis, "html", audience), encoding="utf-8")
    return new_page(browser, file)


@pytest.mark.parametrize("name", [*some_cases(20), "hostile"])
def test_a_page_opens_from_a_folder_is_accessible_and_fits(
    browser: Browser, folder: Path, name: str
):
    shown = opened(browser, folder, name)
    assert shown.page.locator("#what-if .verdict").count() >= 1
    shown.accessible()
    for width in (1280, 390, 320):
        shown.narrow(width)
    shown.accessible()
    assert shown.page.locator("#what-if-map svg g[data-id]").count() >= 2
    shown.quiet()
    shown.page.close()


@pytest.mark.parametrize("audience", ["student", "engineer"])
def test_the_pages_of_other_audiences_are_accessible_too(
    browser: Browser, folder: Path, audience: str
):
    shown = opened(browser, folder, "mask-mandate-exemptions", audience)
    shown.accessible()
    shown.narrow(320)
    shown.quiet()
    shown.page.close()


def test_settling_a_fact_changes_verdict_reasons_map_and_address(browser: Browser, folder: Path):
    shown = opened(browser, folder, "mask-mandate-exemptions")
    page = shown.page
    before = page.inner_text("#what-if-outcome")
    boxes = page.locator("#what-if-map g[data-id='permission:exempt'] text")
    assert "contested" in boxes.first.text_content()
    page.check("input[name=question-0][value='1']")
    assert "Decided" in verdict(shown)
    assert "obligatory (was contested)" in page.inner_text("#what-if-outcome")
    assert "obligatory" in boxes.first.text_content()
    assert page.inner_text("#what-if-announced") == verdict(shown)
    assert shown.address.endswith("#what-if?fact.surge=1")
    shown.accessible()
    shared = shown.address
    page.click("text=Back to the case as it stands")
    assert page.inner_text("#what-if-outcome") == before
    assert shown.address.endswith("#what-if")
    shown.go("#" + shared.partition("#")[2])
    assert "Decided" in verdict(shown)
    assert page.is_checked("input[name=question-0][value='1']")
    assert page.locator("#answer .verdict.contested").count() == 2
    shown.quiet()
    page.close()


def test_ranking_leaving_out_and_challenging_by_keyboard(browser: Browser, folder: Path):
    shown = opened(browser, folder, "windfall-sharing")
    page = shown.page
    page.focus("input[name=question-1][value='-']")
    page.keyboard.press("ArrowRight")
    assert page.is_checked("input[name=question-1][value='1']")
    page.select_option("select[name=rank-2]", "1")
    page.select_option("select[name=rank-0]", "2")
    page.uncheck("input[name=kept-1]")
    assert page.is_disabled("select[name=rank-1]")
    assert "without=veil" in shown.address
    assert "--prioritize 'rejection>welfare'" in page.inner_text("#what-if pre")
    assert "leader_consents: status: accepted" in page.inner_text("#what-if-outcome")
    left = page.locator("#what-if-map g[data-id^='reason:veil:'] text >> nth=0")
    assert left.text_content() == "· left out"
    shown.accessible()
    shown.quiet()
    page.close()


def test_positions_are_looked_at_one_by_one(browser: Browser, folder: Path):
    shown = opened(browser, folder, "mask-mandate-exemptions")
    page = shown.page
    radios = page.locator("input[name=position]")
    assert radios.count() == 3
    seen: list[str] = []
    for number in ("1", "2"):
        page.check(f"input[name=position][value='{number}']")
        assert page.evaluate("document.activeElement.value") == number
        box = page.locator("#what-if-map g[data-id='permission:exempt'] text >> nth=0")
        seen.append(str(box.text_content()))
        assert f"position={number}" in shown.address
        words = page.locator("#what-if-map g[data-id] text:first-of-type").all_text_contents()
        assert words
    assert sorted(seen) == ["✓ accepted", "✗ rejected"]
    page.check("input[name=whole]")
    page.check("input[name=fit]")
    assert (
        page.evaluate("document.querySelector('#what-if-map svg').getBoundingClientRect().width")
        < 1100
    )
    shown.accessible()
    shown.quiet()
    page.close()


def test_a_ranking_against_the_case_is_refused_in_words(browser: Browser, folder: Path):
    shown = opened(browser, folder, "hiring-screening")
    page = shown.page
    page.select_option("select[name=rank-0]", "1")
    page.select_option("select[name=rank-4]", "2")
    text = page.inner_text("#what-if-outcome")
    assert "goes against" in text
    assert "the norm no protected input above welfare" in text
    assert page.locator("#what-if-map svg").count() == 0
    shown.quiet()
    page.close()


def test_an_address_that_names_what_is_not_there_says_so(browser: Browser, folder: Path):
    shown = opened(browser, folder, "mask-mandate")
    shown.go("#what-if?fact.snow=1&without=veil")
    text = shown.page.inner_text("#what-if-outcome")
    assert "does not have: fact.snow=1" in text
    assert not shown.page.is_checked("input[name=kept-1]")
    shown.quiet()
    shown.page.close()


def test_without_its_script_the_page_is_whole(browser: Browser, folder: Path):
    shown = opened(browser, folder, "mask-mandate")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(shown.file.as_uri())
    assert "needs a browser that runs" in page.inner_text("#what-if")
    assert not page.is_visible("#slides-start")
    assert page.locator("#map svg").count() == 1
    assert "obligatory" in page.inner_text("#answer")
    context.close()
    shown.page.close()


def test_slides_show_one_section_at_a_time(browser: Browser, folder: Path):
    shown = opened(browser, folder, "mask-mandate")
    page = shown.page
    page.click("#slides-start")
    assert page.is_visible("p.question")
    assert not page.is_visible("#answer")
    page.keyboard.press("ArrowRight")
    assert page.is_visible("#answer")
    assert not page.is_visible("p.question")
    assert re.fullmatch(r"2 of \d+", page.inner_text("#slides-count"))
    shown.accessible()
    page.keyboard.press("Escape")
    assert page.is_visible("p.question")
    assert page.is_visible("#method")
    shown.quiet()
    page.close()


def test_a_page_prints_without_its_controls(browser: Browser, folder: Path):
    shown = opened(browser, folder, "mask-mandate")
    shown.page.emulate_media(media="print")
    assert not shown.page.is_visible("nav")
    assert not shown.page.is_visible("#what-if")
    shown.go("#what-if?without=veil")
    assert shown.page.is_visible("#what-if-outcome")
    assert not shown.page.is_visible("#what-if-controls")
    assert shown.page.pdf().startswith(b"%PDF")
    shown.page.close()


def test_the_policy_stops_any_other_script_and_the_network(browser: Browser, folder: Path):
    shown = opened(browser, folder, "mask-mandate")
    shown.page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.intruded = true";
            document.body.append(script);
        }"""
    )
    assert shown.page.evaluate("window.intruded") is None
    assert shown.page.evaluate("fetch('http://127.0.0.1:9/').then(() => 1, () => 0)") == 0
    assert any("Content Security Policy" in text for text in shown.complaints)
    shown.page.close()

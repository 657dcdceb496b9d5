"""The pages of quizzes, grades and polls in a real Chromium: filled in, saved, and accessible.

Not collected by default, since it needs a browser: `pytest tests/browser/seminar.py`.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from argue.analysis import analyze
from argue.io.case import load_case
from argue.seminar.language import language, languages
from argue.seminar.poll import poll
from argue.seminar.poll_pages import poll_form, poll_page
from argue.seminar.poll_report import poll_report
from argue.seminar.quiz.data import key_data
from argue.seminar.quiz.grading import grade
from argue.seminar.quiz.html import quiz_page
from argue.seminar.quiz.key_file import read_key
from argue.seminar.quiz.kinds import KINDS
from argue.seminar.quiz.papers import Order, Paper, papers
from argue.seminar.quiz.sources import source_of
from argue.seminar.quiz.summary import summary_page
from tests.browser.opened import Opened, browser, new_page
from tests.browser.pages import folder

__all__ = ["browser", "folder"]

CASE = "fishing-commons"


def paper(code: str = "en", student: str = "") -> Paper:
    order = Order((source_of(CASE),), tuple(KINDS), "browser", language(code))
    return papers(order, (student,) if student else ())[0]


def shown(browser: Browser, file: Path, text: str) -> Opened:
    file.write_text(text, encoding="utf-8")
    return new_page(browser, file)


def fits(found: Opened) -> None:
    found.accessible()
    for width in (390, 320):
        found.narrow(width)
    found.accessible()
    found.quiet()


def saved(page: Page) -> Any:
    with page.expect_download() as download:
        page.click("#save")
    return json.loads(download.value.path().read_text(encoding="utf-8"))


def choose(page: Page, item: str, question: str, choice: str) -> None:
    box = page.locator(f"fieldset[data-item='{item}'][data-question='{question}']")
    box.locator(f"input[value='{choice}']").check()


@pytest.mark.parametrize("code", languages())
def test_a_quiz_is_accessible_and_fits_a_phone(browser: Browser, folder: Path, code: str):
    for practice in (False, True):
        text = quiz_page(paper(code), language(code), practice=practice)
        found = shown(browser, folder / f"quiz-{code}-{practice}.html", text)
        for summary in found.page.locator("summary").all():
            summary.click()
        fits(found)
        found.page.close()


def test_answers_are_saved_as_a_file_that_can_be_graded(browser: Browser, folder: Path):
    made = paper()
    found = shown(browser, folder / "quiz.html", quiz_page(made, language()))
    page = found.page
    page.click("#save")
    assert page.inner_text("#said") == "Write your name first."
    assert page.evaluate("document.activeElement.id") == "student"
    page.fill("#student", "Zoë  Ångström")
    page.click("#save")
    assert page.inner_text("#said").startswith("Not answered yet: 1, 2, 3")
    for asked in made.items:
        for question, key in asked.keys.items():
            for choice in key.right:
                choose(page, asked.item.id, question, choice)
    data = saved(page)
    assert page.inner_text("#said") == "Saved as answers-zoe-angstrom.json. Hand in that file."
    room = folder / "answers"
    room.mkdir()
    (room / "zoe.json").write_text(json.dumps(data), encoding="utf-8")
    key = folder / "key.json"
    key.write_text(json.dumps(key_data([made])), encoding="utf-8")
    grades = grade(room, read_key(key))
    (one,) = grades.graded
    assert (one.student, one.points) == ("Zoë Ångström", one.total)
    found.quiet()
    page.close()
    summary = shown(browser, folder / "grades.html", summary_page(grades, language()))
    summary.page.click("summary >> nth=0")
    fits(summary)
    summary.page.close()


def test_practice_checks_in_the_page_and_says_why(browser: Browser, folder: Path):
    made = paper()
    found = shown(browser, folder / "practice.html", quiz_page(made, language(), practice=True))
    page = found.page
    item = next(a for a in made.items if a.item.kind == "admissible")
    key = item.keys["set"]
    box = page.locator(f"fieldset[data-item='{item.item.id}']")
    button = page.locator(f"button[data-check='{item.item.id}']")
    button.click()
    assert box.locator("[data-feedback]").inner_text().endswith("Choose an answer first.")
    for choice, told in key.chosen.items():
        choose(page, item.item.id, "set", choice)
        button.click()
        text = box.locator("[data-feedback]").inner_text()
        assert told.text in text
        assert ("Right." in text) is (choice in key.right)
    found.accessible()
    found.quiet()
    page.close()


def test_a_round_says_what_was_missed(browser: Browser, folder: Path):
    made = paper()
    found = shown(browser, folder / "round.html", quiz_page(made, language(), practice=True))
    item = next(a for a in made.items if a.item.kind == "round")
    key = item.keys["round"]
    wrong = next(choice for choice in key.chosen if choice not in key.right)
    choose(found.page, item.item.id, "round", wrong)
    found.page.locator(f"button[data-check='{item.item.id}']").click()
    text = found.page.locator(f"#{item.item.id} [data-feedback]").inner_text()
    assert key.chosen[wrong].text in text
    assert all(told.text in text for told in key.missed.values())
    found.page.close()


def test_a_quiz_is_answered_by_keyboard(browser: Browser, folder: Path):
    made = paper(student="Ana")
    found = shown(browser, folder / "keys.html", quiz_page(made, language()))
    page = found.page
    page.focus("fieldset >> nth=0 >> input >> nth=0")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    first = made.items[0].item
    page.focus("#save")
    page.keyboard.press("Enter")
    assert page.inner_text("#said").startswith("Not answered yet: ")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    data = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert data["student"] == "Ana"
    question = first.fields[0]
    assert data["answers"][first.id][question.id] == [question.choices[1].id]
    page.close()


@pytest.mark.parametrize("code", languages())
def test_a_poll_is_filled_in_saved_and_counted(browser: Browser, folder: Path, code: str):
    case = load_case(CASE)
    analysis = analyze(case)
    found = shown(browser, folder / f"form-{code}.html", poll_form(analysis, language(code)))
    page = found.page
    for summary in page.locator("summary").all():
        summary.click()
    fits(found)
    page.fill("#name", "Ana")
    high, low = next(iter(sorted(analysis.graph.order)), ("", ""))
    if high:
        page.select_option(f"select[data-source='{high}']", "2")
        page.select_option(f"select[data-source='{low}']", "1")
        page.click("#save")
        assert page.inner_text("#said") != ""
        page.select_option(f"select[data-source='{high}']", "")
        page.select_option(f"select[data-source='{low}']", "")
    page.select_option("select[data-source='welfare']", "1")
    page.select_option("select[data-source='rejection']", "3")
    page.check("input[name='fact/others_defect'][value='false']")
    page.check("input[name='considered/race'][value='impermissible']")
    data = saved(page)
    assert data["ranking"] == [["welfare"], ["rejection"]]
    assert data["facts"]["others_defect"] is False
    box = folder / f"ballots-{code}"
    box.mkdir()
    (box / "ana.json").write_text(json.dumps(data), encoding="utf-8")
    other = {**data, "name": "Ben", "facts": {"others_defect": True}, "ranking": []}
    (box / "ben.json").write_text(json.dumps(other), encoding="utf-8")
    page.close()
    made = poll(case, [box])
    assert len(made.views) == 2 and not made.box.refused
    text = poll_page(poll_report(made, language(code)), language(code))
    report = shown(browser, folder / f"polled-{code}.html", text)
    fits(report)
    report.page.close()

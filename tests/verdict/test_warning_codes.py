"""The table of warnings: every one is explained, and its examples do what they say."""

import re
from pathlib import Path

import pytest

import argue
from argue.analysis import analyze
from argue.cli.exits import Exit
from argue.cli.main import main
from argue.io.case import read_case
from argue.verdict.codes import WARNING_CODES
from tests.io.texts import whole

RUNNING = [name for name, code in WARNING_CODES.items() if code.runs]
BESIDE = {"W010": {"W011"}}
"""Warnings that never come alone: intervals have margins, whatever their regions are."""
CALM = "payoffs: {rescue: {worker: 0, viewer: -1}, wait: {worker: -9, viewer: 0}}\n"


def file_of(lines: str) -> str:
    """A whole case with these lines, which has no facts but those that stand in them."""
    return whole(lines if "facts:" in lines else f"{lines}\nfacts: {{}}")


def warned(lines: str) -> set[str]:
    """The codes of all warnings about a case with these lines."""
    return {notice.code for notice in analyze(read_case(file_of(lines))).notices}


def test_nothing_is_warned_of_but_what_an_example_says():
    assert warned(f"{CALM}frameworks: [welfare]") == set()


@pytest.mark.parametrize("name", RUNNING)
def test_a_wrong_example_has_exactly_the_warning_it_shows(name: str):
    assert warned(WARNING_CODES[name].wrong) == {name} | BESIDE.get(name, set())


@pytest.mark.parametrize("name", RUNNING)
def test_a_right_example_has_the_warning_no_more(name: str):
    assert warned(WARNING_CODES[name].right) == BESIDE.get(name, set())


def test_many_voices_of_the_example_in_words_are_warned_of_and_one_with_a_count_is_not():
    assert set(WARNING_CODES) - set(RUNNING) == {"W007"}
    names = [f"viewer{number}" for number in range(1, 1501)]
    people = ", ".join(f"{name}: {{level: 0}}" for name in ["worker", *names])
    rows = "payoffs:\n  rescue: {worker: 0, default: -1}\n  wait: {worker: -9, default: 0}\n"
    many = f"standpoints: {{{people}}}\n{rows}frameworks: [rejection]"
    assert warned(many) == {"W007"}
    one = WARNING_CODES["W007"].right
    assert warned(f"{one}\n{CALM}frameworks: [rejection]") == set()


def test_the_warnings_in_use_are_the_warnings_explained():
    used = {
        code
        for path in Path(argue.__path__[0]).rglob("*.py")
        if path.name != "codes.py"
        for code in re.findall(r'"(W\d{3})"', path.read_text(encoding="utf-8"))
    }
    assert used == set(WARNING_CODES)
    assert list(WARNING_CODES) == sorted(WARNING_CODES)


@pytest.mark.parametrize("name", WARNING_CODES)
def test_an_explanation_says_title_why_when_it_is_fine_wrong_and_right(
    name: str, capsys: pytest.CaptureFixture[str]
):
    code = WARNING_CODES[name]
    assert main(["help-code", name]) == Exit.DONE
    text = capsys.readouterr().out
    assert text.startswith(f"{name}: {code.title}\n")
    assert text.isascii()
    assert max(map(len, text.splitlines())) <= 100
    assert re.search(r"\b([Ii]t|That) is\s+fine\b", code.why)
    for part in (code.why, *code.wrong.split("\n"), *code.right.split("\n")):
        assert part in text


def test_every_code_that_a_report_names_can_be_asked_about(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    file = tmp_path / "case.yaml"
    file.write_text(file_of(WARNING_CODES["W014"].wrong), encoding="utf-8")
    assert main(["report", str(file)]) == Exit.DONE
    (code,) = set(re.findall(r"Note (W\d{3})", capsys.readouterr().out))
    assert main(["help-code", code]) == Exit.DONE
    assert capsys.readouterr().out.startswith("W014: Norms that cannot all be kept\n")

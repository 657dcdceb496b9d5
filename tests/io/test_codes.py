"""The table of problem codes: every code has examples, and they do what they say."""

import re
from pathlib import Path

import pytest

import argue.io
from argue.errors import UnknownId
from argue.io.codes import CODES
from argue.io.problems import codes, explanation
from tests.io.hostile import HOSTILE
from tests.io.texts import problems_of

RUNNING = [name for name, code in CODES.items() if code.runs]


@pytest.mark.parametrize("name", RUNNING)
def test_a_wrong_example_has_exactly_the_problem_it_shows(name: str):
    assert {problem.code for problem in problems_of(CODES[name].wrong)} == {name}


@pytest.mark.parametrize("name", RUNNING)
def test_a_right_example_has_no_problem(name: str):
    assert problems_of(CODES[name].right) == ()


def test_every_code_has_an_example_here_or_among_the_hostile_inputs():
    assert set(CODES) == set(RUNNING) | set(HOSTILE)


def test_the_codes_in_use_are_the_codes_explained():
    folder = Path(argue.io.__path__[0])
    sources = [*folder.glob("*.py"), folder / "upgrade" / "renewing.py"]
    used = {code for path in sources for code in re.findall(r'"(C\d{3})"', path.read_text())}
    assert used == set(CODES)


@pytest.mark.parametrize("name", CODES)
def test_an_explanation_says_title_why_wrong_and_right(name: str):
    code = CODES[name]
    text = explanation(name)
    assert text.startswith(f"{name}: {code.title}\n")
    assert text.isascii()
    for part in (code.why, *code.wrong.split("\n"), *code.right.split("\n")):
        assert part in text


def test_codes_are_listed_with_titles_in_order():
    assert list(codes()) == sorted(codes())
    assert codes()["C012"] == "an unknown framework"


def test_an_unknown_code_is_refused():
    with pytest.raises(UnknownId, match="C999"):
        explanation("C999")

"""How problems look: place, message, line, caret, help; whatever a file holds."""

from unicodedata import east_asian_width

from hypothesis import given
from hypothesis import strategies as st

from argue.errors import CaseError, Problem
from argue.io.problems import WIDTH, clip, render
from tests.io.texts import problems_of

LINES = st.text(st.characters(exclude_characters="\r\n", codec="utf-8"), min_size=1, max_size=300)


def columns(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def test_a_problem_is_shown_with_line_caret_and_help():
    found = problems_of("frameworks:\n  - welfare\n  - universalisation")
    assert render(found, file="case.yaml") == (
        'case.yaml:7:5: error[C012]: unknown framework "universalisation"\n'
        "    7 |   - universalisation\n"
        "      |     ^^^^^^^^^^^^^^^^\n"
        '      = help: did you mean "universalization"? one of: '
        + found[0].help.partition("one of: ")[2]
    )


def test_a_problem_without_lines_is_shown_with_its_path():
    problem = Problem("C015", "must be text", "scale.unit", help="put it in quotes")
    shown = render(CaseError([problem], "from python"))
    assert shown == (
        "from python: error[C015]: scale.unit: must be text\n      = help: put it in quotes"
    )


def test_the_line_is_taken_from_the_text_where_a_problem_does_not_carry_it():
    shown = render([Problem("C014", "unknown", line=2, column=1, length=3)], "a: 1\nfoo: 2")
    assert shown.splitlines()[1:] == ["    2 | foo: 2", "      | ^^^"]


def test_what_does_not_print_is_shown_as_an_escape():
    line = "a\t\x1b[2J\u202eb"
    shown = render(
        [Problem("C005", "bad \x1b", line=1, column=3, length=1, text=line)], file="f\x1b"
    )
    assert shown.splitlines() == [
        "f\\x1b:1:3: error[C005]: bad \\x1b",
        "    1 | a\\t\\x1b[2J\\u202eb",
        "      |    ^^^^",
    ]


def test_the_caret_stands_under_wide_letters():
    line = "漢字: x"
    assert clip(line, 0, 2) == (line, 0, 4)
    assert clip(line, 4, 1) == (line, 6, 1)


def test_a_long_line_is_cut_around_the_caret():
    line = "a" * 500 + "HERE" + "b" * 500
    shown, start, length = clip(line, 500, 4)
    assert shown[start : start + length] == "HERE"
    assert shown.startswith("...a")
    assert shown.endswith("b...")
    assert len(shown) == WIDTH


@given(LINES, st.integers(0, 300), st.integers(1, 300))
def test_a_clipped_line_prints_in_its_width_with_the_caret_inside(line: str, at: int, length: int):
    at = min(at, len(line) - 1)
    shown, start, width = clip(line, at, length)
    assert shown.isprintable()
    assert columns(shown) <= WIDTH + sum(not c.isascii() for c in shown)
    assert width >= 1
    assert start + width <= WIDTH

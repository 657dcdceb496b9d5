"""Hostile and broken files: refused with a clear problem, quickly, and never by a traceback."""

import io
import os
import sys
from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.construct.words import written
from argue.errors import CaseError, NoSuchInput
from argue.io.case import load_case, read_case
from argue.io.document import read_bytes
from argue.io.nodes import MAX_BYTES, MAX_PROBLEMS
from argue.io.problems import render
from tests.io.hostile import FEW_NODES, HOSTILE
from tests.io.texts import case_of, problems_in, problems_of

MINIMAL = {"title": "T", "options": {"a": "A"}}


def load_bytes(data: bytes, folder: Path, name: str = "case.yaml") -> Any:
    path = folder / name
    path.write_bytes(data)
    return load_case(path)


@pytest.mark.parametrize(
    ("code", "index"), [(code, i) for code, files in HOSTILE.items() for i in range(len(files))]
)
def test_a_hostile_file_is_refused_with_its_code(
    code: str, index: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("argue.io.yaml_tree.MAX_NODES", FEW_NODES)
    data = HOSTILE[code][index]
    with pytest.raises(CaseError) as caught:
        load_bytes(data, tmp_path)
    codes = [problem.code for problem in caught.value.problems]
    assert codes[-1] == code
    assert set(codes) == {code} or code == "C046"
    assert render(caught.value).isascii()


def test_a_huge_file_is_refused_without_being_read(tmp_path: Path):
    path = tmp_path / "case.yaml"
    with path.open("wb") as stream:
        stream.truncate(100 * MAX_BYTES)
    with pytest.raises(CaseError) as caught:
        load_case(path)
    assert [problem.code for problem in caught.value.problems] == ["C002"]


def test_what_is_too_large_is_told_with_advice_on_what_it_is(tmp_path: Path):
    path = tmp_path / "saved.json"
    path.write_bytes(b"0123456789")
    assert read_bytes(path, most=10) == b"0123456789"
    with pytest.raises(CaseError) as caught:
        read_bytes(path, most=9, advice="analyse the case again instead")
    (problem,) = caught.value.problems
    assert problem.help == "analyse the case again instead"
    assert str(caught.value) == f"{path}: error[C002]: the file has more than 9 bytes"


MANY = 500
UNKNOWN: dict[str, dict[str, Any]] = {
    "keys": {f"title{i}": 1 for i in range(MANY)},
    "words": {"facts": {f"f{i}": {"status": "disputet"} for i in range(MANY)}},
    "ids": {
        "standpoints": {f"s{i}": {} for i in range(MANY)},
        "payoffs": {"a": {f"t{i}": 1 for i in range(MANY)}},
    },
    "frameworks": {"frameworks": [f"welfare{i}" for i in range(MANY)]},
    "cells": {
        "standpoints": {f"s{i}": {} for i in range(MANY)},
        "payoffs": {"a": {f"s{i}": {"iff": 1} for i in range(MANY)}},
    },
    "roles": {"context": {"role": [f"doctr{i}" for i in range(MANY)]}},
}
"""Cases with very many names that are not known, by what they are names of."""


@pytest.mark.parametrize("case", UNKNOWN.values(), ids=UNKNOWN)
def test_no_suggestions_are_made_for_what_is_not_told(
    case: dict[str, Any], monkeypatch: pytest.MonkeyPatch
):
    made: list[str] = []

    def counted(name: str, known: Iterable[str], n: int) -> list[str]:
        made.append(name)
        return get_close_matches(name, known, n)

    monkeypatch.setattr("difflib.get_close_matches", counted)
    try:
        told = len(load_case({**MINIMAL, **case}).not_used)
    except CaseError as error:
        told = len(error.problems)
    assert told > MAX_PROBLEMS
    assert 0 < len(made) <= MAX_PROBLEMS


def test_bytes_that_are_not_utf8_are_located(tmp_path: Path):
    with pytest.raises(CaseError) as caught:
        load_bytes(b"title: T\nquestion: Schr\xf6dinger", tmp_path)
    (problem,) = caught.value.problems
    assert (problem.line, problem.column) == (2, 15)
    assert "0xf6 at offset 23" in problem.message


@pytest.mark.parametrize(
    "character", ["\0", "\x07", "\x1b", "\x7f", "\x85", "\x9b", "\ufeff", "\uffff"]
)
def test_a_control_character_is_located_and_shown_as_an_escape(character: str):
    (problem,) = problems_of(f"question: Stop{character}now")
    assert (problem.code, problem.line, problem.column) == ("C005", 5, 15)
    assert f"U+{ord(character):04X}" in problem.message
    assert character not in render([problem])


def test_control_characters_written_as_escapes_are_refused():
    for lines in (
        r'question: "\x1b"',
        r'question: "\0"',
        r'x-note: {"\r": 1}',
        r'tags: ["\u200b\x9b"]',
    ):
        assert {problem.code for problem in problems_of(lines)} == {"C005"}


def test_a_byte_order_mark_at_the_beginning_is_allowed(tmp_path: Path):
    data = b"\xef\xbb\xbftitle: T\noptions: {a: A}\n"
    assert load_bytes(data, tmp_path) == load_bytes(data, tmp_path)
    (problem,) = problems_in("\ufefftitle: T\noptions: {a: 3}\n")
    assert (problem.line, problem.column) == (2, 14)


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("question: !!python/object/apply:os.system [ls]", "C007"),
        ("question: !mine x", "C007"),
        ("scale: !!set {unit}", "C007"),
        ("tags: !!python/tuple [a]", "C007"),
        ("tags: &a [b]", "C008"),
        ("<<: *nothing", "C008"),
        ("question: *nothing", "C008"),
    ],
)
def test_tags_and_aliases_are_refused(lines: str, code: str):
    assert code in {problem.code for problem in problems_of(lines)}


def test_an_alias_bomb_is_refused_at_once():
    bomb = "".join(f"x-{i}: &b{i} [{', '.join([f'*b{i - 1}'] * 9)}]\n" for i in range(1, 40))
    assert {problem.code for problem in problems_of("x-0: &b0 [lol]\n" + bomb)} == {"C008", "C046"}


def test_core_tags_say_what_a_scalar_is():
    assert problems_of('question: !!str 5\nstandpoints: {worker: {count: !!int "5"}}') == ()


@pytest.mark.parametrize(
    ("lines", "line", "column"),
    [
        ("question: [a", 6, 1),
        ('question: "a', 5, 11),
        ("question: @a", 5, 11),
        ("scale:\n    unit: a\n  zero: b", 7, 3),
        ("question: a: b", 5, 12),
        ("just words\nquestion: b", 6, 1),
    ],
)
def test_broken_syntax_is_located(lines: str, line: int, column: int):
    (problem,) = problems_of(lines + "\n")
    assert problem.code == "C003"
    assert (problem.line, problem.column) == (line, column)
    assert problem.help


def test_a_key_given_twice_names_the_first():
    (problem,) = problems_of("facts: {}\nscale: {unit: a}\nquestion: q\nscale: {zero: b}")
    assert (problem.code, problem.line) == ("C006", 7)
    assert "line 5" in problem.help


def test_places_are_right_after_wide_and_astral_characters():
    (problem,) = problems_of('x-a: {"\U0001f600漢字": "é", count: 1}\nsource: 7')
    assert (problem.line, problem.column) == (6, 9)
    text = r'{"title": "\ud83d\ude00 \ud83d\ude00", "options": {"a": 7}, "x": 0}'
    places = [(p.code, p.column) for p in problems_in(text)]
    assert places == [("C015", text.index("7") + 1), ("C014", text.index('"x"') + 1)]


def test_surrogate_pairs_of_json_are_one_character():
    text = r'{"title": "\ud83d\ude00 \\ud83d", "options": {"a": "A"}}'
    assert read_case(text).title == "\U0001f600 \\ud83d"
    assert {p.code for p in problems_in(r'{"title": "\ud83d", "options": {"a": "A"}}')} == {"C003"}


def test_json_with_tabs_and_windows_line_ends_is_read():
    assert read_case('{\r\n\t"title": "T",\r\n\t"options": {"a": "A"}\r\n}').title == "T"


def test_toml_is_read_exactly():
    text = """
    title = "T"
    options = {a = "A", b = "B"}
    [standpoints.k]
    count = 0.1
    [payoffs]
    a = {k = "1/3"}
    b = {k = {lottery = [[0.5, 1e-3], [0.5, [1, 2]]]}}
    """
    case = read_case(text, "case.toml")
    assert case.standpoints["k"].count == Fraction(1, 10)
    assert case.payoffs["a"]["k"] == Fraction(1, 3)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("title = ", "C003"),
        ("title = 'T'\noptions = {a = 1979-05-27}", "C015"),
        ("title = 'T'\noptions = {a = 'A'}\nx-a = " + "[" * 100_000, "C010"),
        ("title = 'T'\noptions = {a = 'A'}\n" + "a." * 500_000 + "b = 1", "C010"),
        ("title = 'T'\noptions = {a = 'A'}\nstandpoints = {k = {count = inf}}", "C018"),
        ("title = 'T'\ntitle = 'U'", "C003"),
        ("title = 'T'\noptions = {a = 'A'}\nx-a = " + "9" * 4_400, "C018"),
        ("title = 'T'\noptions = {a = 'A'}\nx-a = 1e99999999999999999999", "C018"),
        ("title = 'T'\noptions = {a = 'A'}\nx-a = 0x" + "f" * 4_400, "C018"),
    ],
)
def test_bad_toml_is_refused(text: str, code: str):
    assert {problem.code for problem in problems_in(text, "case.toml")} == {code}


@pytest.mark.parametrize("number", ["1e999", "-1e101", "1e-999", "10.1e99", "0.9e-100"])
def test_a_number_that_decimals_cannot_tell_is_refused_with_what_to_do(number: str):
    (problem,) = problems_of(f"standpoints: {{k: {{level: {number}}}}}")
    assert (problem.code, problem.column) == ("C018", 26)
    assert "too far from 0, or too close to it" in problem.message
    assert "1e-100 and 1e100" in problem.help


@pytest.mark.parametrize("number", ["1e100", "-1E+100", "1e-100", "0e999", "9" * 100])
def test_numbers_up_to_the_bound_are_read_and_told(number: str):
    case = case_of(f"standpoints: {{k: {{level: {number}}}}}")
    assert case.standpoints["k"].level == Fraction(number)
    assert written(Fraction(number) / 3)


def test_a_mapping_is_read_with_floats_by_their_shortest_form():
    case = load_case({**MINIMAL, "standpoints": {"k": {"count": 0.1, "level": 1e-7}}})
    assert case.standpoints["k"].count == Fraction(1, 10)
    assert case.standpoints["k"].level == Fraction(1, 10_000_000)


NO_NUMBERS: dict[str, tuple[object, str]] = {
    "not a number": (float("nan"), "C018"),
    "infinity": (float("inf"), "C018"),
    "a huge integer": (10**5000, "C018"),
    "a huge denominator": (Fraction(1, 10**200), "C018"),
    "a flag": (True, "C015"),
    "nothing": (None, "C015"),
    "a date": (date(2000, 1, 1), "C015"),
    "an object": (object(), "C015"),
    "a word": ("five", "C015"),
    "many digits": ("1" * 5000, "C018"),
    "a huge exponent": ("1e999999999", "C018"),
    "a division by zero": ("1/0", "C018"),
}


@pytest.mark.parametrize("name", NO_NUMBERS)
def test_what_is_no_exact_number_in_a_mapping_is_refused(name: str):
    value, code = NO_NUMBERS[name]
    with pytest.raises(CaseError) as caught:
        load_case({**MINIMAL, "standpoints": {"k": {"count": value}}})
    assert {problem.code for problem in caught.value.problems} == {code}
    assert {problem.path for problem in caught.value.problems} == {"standpoints.k.count"}


def test_a_mapping_that_holds_itself_or_odd_keys_is_refused():
    endless: dict[Any, Any] = dict(MINIMAL)
    endless["x-self"] = endless
    with pytest.raises(CaseError) as caught:
        load_case(endless)
    assert {problem.code for problem in caught.value.problems} == {"C010"}
    with pytest.raises(CaseError) as caught:
        load_case({**MINIMAL, "facts": {1: {}}})
    assert {problem.code for problem in caught.value.problems} == {"C015"}


def test_the_hash_of_a_mapping_ignores_the_order_of_keys_only():
    turned = dict(reversed(MINIMAL.items()))
    assert load_case(turned).sha256 == load_case(MINIMAL).sha256
    assert load_case({**MINIMAL, "title": "U"}).sha256 != load_case(MINIMAL).sha256
    quoted, plain = ({**MINIMAL, "x-n": n} for n in ("1", 1))
    assert load_case(quoted).sha256 != load_case(plain).sha256


def test_problems_are_bounded_in_number():
    found = problems_of("\n".join(f"k{i}: 0" for i in range(10_000)))
    assert len(found) == MAX_PROBLEMS + 1


@pytest.mark.parametrize("name", ["nothing-here", "nothing.yaml", "a" * 5000, "\0", "", "tests"])
def test_what_is_not_there_is_no_such_input(name: str):
    with pytest.raises(NoSuchInput):
        load_case(name)


def test_a_misspelt_bundled_case_is_recognised():
    with pytest.raises(NoSuchInput, match='did you mean "mask-mandate"'):
        load_case("mask-mandat")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_no_such_input(tmp_path: Path):
    path = tmp_path / "case.yaml"
    path.write_text("title: T")
    path.chmod(0)
    with pytest.raises(NoSuchInput, match="ermission"):
        load_case(path)


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch):
    stream = io.TextIOWrapper(io.BytesIO(b"title: T\noptions: {a: A}\n"))
    monkeypatch.setattr(sys, "stdin", stream)
    case = load_case("-")
    assert (case.id, case.file) == ("case", "<stdin>")


TEXT = st.text(
    st.one_of(st.sampled_from("{}[]:,-?#&*!|>'\"%@`\n\t \\"), st.characters(codec="utf-8")),
    max_size=60,
)


@given(TEXT)
def test_no_text_makes_the_reader_fall(text: str):
    for found in (problems_in(text), problems_of(text), problems_in(text, "case.toml")):
        assert all(problem.code and problem.message.isprintable() for problem in found)
        render(found)


@given(st.binary(max_size=60))
def test_no_bytes_make_the_reader_fall(data: bytes):
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return
    render(problems_of(text))

"""Open questions, and the fewest answers on which something hangs."""

from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.construct import worlds
from argue.construct.worlds import (
    MOST_QUESTIONS,
    Answer,
    Question,
    Worlds,
    condition_holds,
    facts_in_cell,
    has_intervals,
    open_answers,
    worlds_over,
)
from argue.errors import LimitExceeded
from argue.io.case import load_case
from argue.model.case import Case, Literal

F, G, H = (Question("fact", name) for name in "fgh")
C, N = Question("challenge", "c"), Question("numbers", "")


def case_with(**facts: str) -> Case:
    return load_case(
        {
            "title": "Facts",
            "options": {"a": "a"},
            "facts": {f: {"status": s} for f, s in facts.items()},
        }
    )


def holding(worlds: Worlds, answers: tuple[Answer, ...]) -> set[int]:
    wanted = {answer.question: answer.holds for answer in answers}
    return {
        index
        for index, world in enumerate(worlds)
        if all(world[question] == holds for question, holds in wanted.items())
    }


@given(st.integers(0, 3).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, 2 ** (2**n) - 1))))
def test_prime_implicants_cover_exactly_the_worlds_and_none_can_be_shortened(
    drawn: tuple[int, int],
):
    """Against all conjunctions of answers, tried one by one."""
    number, holds = drawn
    worlds = Worlds((F, G, H)[:number], (2,) * number)
    wanted = {index for index in range(len(worlds)) if holds >> index & 1}
    every = [
        tuple(Answer(q, v) for q, v in zip(worlds.questions, values, strict=True) if v is not None)
        for values in product((True, False, None), repeat=number)
    ]
    inside = [cube for cube in every if holding(worlds, cube) <= wanted] if wanted else []
    prime = {
        frozenset(cube)
        for cube in inside
        if not any(frozenset(other) < frozenset(cube) for other in inside)
    }
    found = worlds.implicants(holds) if wanted else ()
    assert {frozenset(cube) for cube in found} == prime
    assert set().union(*(holding(worlds, cube) for cube in found)) == wanted
    for cube in found:
        assert set(worlds.covered(cube)) == holding(worlds, cube)


def test_worlds_are_every_combination_of_answers_once():
    worlds = worlds_over(case_with(f="disputed", g="disputed"), {G, F, C}, of="welfare")
    assert worlds.questions == (C, F, G)
    assert len({tuple(world.items()) for world in worlds}) == len(worlds) == 8


def test_every_fact_of_a_cell_is_found_however_deep():
    cell = {
        "if": ["f", "not g"],
        "then": {"lottery": [["1/2", {"if": "h", "then": 1, "else": 2}], ["1/2", 0]]},
        "else": {"if": "i", "then": 1, "else": 0},
    }
    case = load_case(
        {
            "title": "Facts",
            "options": {"a": "a"},
            "facts": {name: {"status": "disputed"} for name in "fghi"},
            "standpoints": {"p": {}},
            "payoffs": {"a": {"p": cell}},
        }
    )
    assert list(facts_in_cell(case.payoffs["a"]["p"])) == ["f", "g", "h", "i"]


def test_answers_are_written_as_in_ids():
    answers = [Answer(F, True), Answer(F, False), Answer(C, True), Answer(C, False)]
    assert [str(a) for a in answers] == ["f", "not f", "challenge:c", "not challenge:c"]
    regions = [Answer(N, 0), Answer(N, 2), Answer(Question("numbers", "cap:p"), 0)]
    assert [str(a) for a in regions] == ["numbers:1", "numbers:3", "numbers:cap:p:1"]


def test_facts_hold_or_not_and_numbers_lie_in_one_region_of_several():
    worlds = Worlds((F, N), (2, 3))
    found = [(world[F], world[N]) for world in worlds]
    assert sorted(found) == list(product((False, True), range(3)))
    assert all(holds is True or holds is False for holds, _ in found)


BETWEEN: list[tuple[Any, bool]] = [
    (1, False),
    ("absent", False),
    ([0, 1], True),
    ({"if": "f", "then": [0, 1], "else": 0}, True),
    ({"if": "f", "then": 0, "else": [0, 1]}, True),
    ({"if": "f", "then": 0, "else": 1}, False),
    ({"lottery": [["1/2", 0], ["1/2", [0, 1]]]}, True),
    ({"lottery": [["1/2", 0], ["1/2", 1]]}, False),
]


@pytest.mark.parametrize(("cell", "between"), BETWEEN)
def test_a_number_between_two_ends_is_found_in_whatever_part_of_a_cell(cell: Any, between: bool):
    case = {"title": "Bounds", "options": {"a": "a"}, "standpoints": {"p": {}}}
    case |= {"facts": {"f": {"status": "disputed"}}, "payoffs": {"a": {"p": 0}}}
    for table in ("payoffs", "general"):
        assert has_intervals(load_case(case | {table: {"a": {"p": cell}}})) is between


@pytest.mark.parametrize(("said", "between"), [([0, 1], True), (1, False)])
@pytest.mark.parametrize("key", ["all", "nobody"])
def test_so_is_one_of_what_if_everyone_did_it(key: str, said: Any, between: bool):
    universal = {"a": {"all": 0, "nobody": 0} | {key: said}}
    case = {"title": "Bounds", "options": {"a": "a"}, "universal": universal}
    assert has_intervals(load_case(case)) is between


def test_too_many_open_questions_are_refused_with_a_way_out():
    questions = {Question("fact", f"f{i}") for i in range(MOST_QUESTIONS + 1)}
    fewer = questions - {Question("fact", "f0")}
    assert len(worlds_over(case_with(), fewer, of="welfare")) == 2**MOST_QUESTIONS
    with pytest.raises(LimitExceeded, match=r"of welfare turn .*\(f0, f1, .*settle some facts"):
        worlds_over(case_with(), questions, of="welfare")


def test_where_intervals_are_among_too_many_questions_they_are_named():
    case = replace(case_with(), regions={"": ("low", "high")})
    questions = {Question("fact", f"f{i}") for i in range(MOST_QUESTIONS)} | {N}
    with pytest.raises(LimitExceeded, match=r"f7, intervals\)"):
        worlds_over(case, questions, of="welfare")


@pytest.mark.parametrize(
    ("status", "needed", "needed_not"),
    [
        ("disputed", (Answer(F, True),), (Answer(F, False),)),
        ("agreed", (), None),
        ("assumed", (), None),
        ("denied", None, ()),
    ],
)
def test_what_a_condition_still_needs(
    status: str, needed: tuple[Answer, ...] | None, needed_not: tuple[Answer, ...] | None
):
    case = case_with(f=status)
    assert open_answers(case, (Literal("f"),)) == needed
    assert open_answers(case, (Literal("f", holds=False),)) == needed_not
    assert open_answers(case, ()) == ()


def test_a_condition_holds_if_all_its_literals_do_settled_facts_being_as_the_case_says():
    case = case_with(f="disputed", g="agreed", h="denied")
    both = (Literal("f"), Literal("g"), Literal("h", holds=False))
    assert condition_holds(case, both, {F: True})
    assert not condition_holds(case, both, {F: False})
    assert not condition_holds(case, (Literal("h"),), {F: True})


@pytest.mark.parametrize(("most", "fits"), [(9, True), (8, False)])
def test_conjunctions_of_answers_are_bounded(
    monkeypatch: pytest.MonkeyPatch, most: int, fits: bool
):
    monkeypatch.setattr(worlds, "MOST_CUBES", most)
    questions = {Question("fact", "f"), Question("fact", "g")}
    if fits:
        assert len(worlds_over(case_with(), questions, of="welfare")) == 4
    else:
        with pytest.raises(LimitExceeded, match=r"2 open questions \(f, g\)"):
            worlds_over(case_with(), questions, of="welfare")

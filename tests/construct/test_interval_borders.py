"""Bounds that touch a border, lie across one or meet none: judged as the numbers in them are."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

import pytest

from argue.analysis import prepared
from argue.construct.graph import graph_of
from argue.construct.sources import sources_of
from argue.io.case import load_case
from argue.verdict.positions import Positions
from argue.verdict.result import Setup

STEPS = [Fraction(n, 4) for n in range(-12, 17)]
"""The numbers tried; where the options below change places are multiples of a half."""
BOUNDS = [(low, low + wide) for low in range(-3, 4) for wide in (1, 2) if low + wide <= 4]


class Heard(NamedTuple):
    """What comes of a case: its positions, what passes in some world, whether a residue is left."""

    positions: frozenset[tuple[frozenset[str], frozenset[str]]]
    passes: frozenset[str]
    residue: bool


def heard(text: str) -> Heard:
    case = prepared(load_case(text), Setup())
    sources = sources_of(case)
    found = Positions(graph_of(case, sources)).found()
    return Heard(
        frozenset((labels.permitted, labels.undecided) for labels in found),
        frozenset(option for source in sources for option in source.passes),
        any(source.residue for source in sources),
    )


def together(found: list[Heard]) -> Heard:
    """What comes of bounds, from what comes of each of the numbers in them."""
    return Heard(
        frozenset().union(*(one.positions for one in found)),
        frozenset().union(*(one.passes for one in found)),
        all(one.residue for one in found),
    )


def assert_bounds_are_judged_as_their_numbers(text: str) -> None:
    alone = {number: heard(text % number) for number in STEPS}
    assert len(set(alone.values())) > 1, "nothing changes anywhere"
    for low, high in BOUNDS:
        within = together([alone[number] for number in STEPS if low <= number <= high])
        assert heard(text % f"[{low}, {high}]") == within, (low, high)


BETWEEN = """
title: A number that is known only within bounds
options: {a: A, b: B, c: C}
standpoints: {p: {level: 2}, q: {level: 2}}
payoffs: {a: {p: %%s, q: 0}, b: {p: 2, q: 1}, c: {p: 1, q: -1}}
frameworks: [%s]
"""


@pytest.mark.parametrize(
    "framework",
    [
        "welfare",
        "{id: welfare, mode: {enough: 1}}",
        "{id: rejection, ties: none}",
        "{id: rejection, mode: {enough: 1}}",
        "{id: equality, levelling_down: answered}",
        "{id: equality, measure: range, mode: {enough: 2}}",
        "{id: precaution, catastrophe: -2}",
        "virtual_bargaining",
        "pareto",
    ],
)
def test_bounds_of_an_effect_are_judged_as_the_numbers_in_them(framework: str):
    """Also where enough is to have little of something, as of a complaint or of inequality."""
    assert_bounds_are_judged_as_their_numbers(BETWEEN % framework)


def test_so_are_those_of_whom_equality_would_give_nothing_more():
    """To be more equal is only levelling down until a gives p more than the 2 under b."""
    text = BETWEEN % "equality"
    levelled = text.replace("q: 0}, b: {p: 2, q: 1}, c: {p: 1, q: -1}", "q: 3}, b: {p: 2, q: 6}")
    assert_bounds_are_judged_as_their_numbers(levelled.replace(", c: C", ""))


def test_so_are_those_of_one_whom_nobody_could_answer():
    text = BETWEEN % "{id: rejection, ties: none}"
    assert_bounds_are_judged_as_their_numbers(text.replace("q: 1}", "q: 0}").replace("-1}", "0}"))


ONLY = """
title: Whether the only option passes
options: {a: A}
standpoints: {p: {}, q: {}}
payoffs: {a: {p: %%s, q: 1}}
frameworks: [%s]
"""


@pytest.mark.parametrize("framework", ["{id: precaution, catastrophe: -2}", "virtual_bargaining"])
def test_whether_an_option_passes_is_told_apart_without_another_to_compare_it_with(framework: str):
    assert_bounds_are_judged_as_their_numbers(ONLY % framework)


ALL = """
title: What if everyone did it
options: {a: A, b: B, c: C}
universal:
  a: {all: %s, nobody: 1}
  b: {shape: aggregation, population: 9, interested: 2, gain: 1, loss: 1}
  c: {all: 0, nobody: 1}
frameworks: [universalization]
"""


@pytest.mark.parametrize("text", [ALL, ALL.replace("all: %s, nobody: 1", "all: 1, nobody: %s")])
def test_so_are_those_of_what_if_everyone_did_it(text: str):
    assert_bounds_are_judged_as_their_numbers(text)


ASKED = """
title: What is asked of an agent
options: {help: help, part: help in part, leave: leave}
standpoints: {agent: {agent: true, cap: 3}, other: {}}
payoffs:
  help: {agent: %s, other: 9}
  part: {agent: %s, other: 7}
  leave: {agent: %s, other: 0}
frameworks: [{id: veil, rule: total}]
"""


@pytest.mark.parametrize(
    ("help_", "part", "leave"),
    [
        # To help in part is too much to ask up to 1, and from -2 on costs less than to help.
        ("-2", "%s", "4"),
        ("0", "-6", "%s"),
        # Whoever is not there gains and loses nothing.
        ("-4", "%s", "absent"),
    ],
)
def test_so_are_those_of_what_an_action_costs_its_agent(help_: str, part: str, leave: str):
    assert_bounds_are_judged_as_their_numbers(ASKED % (help_, part, leave))

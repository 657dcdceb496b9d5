"""Reasonable rejection: complaints of single persons, compared and never added."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from argue.model.framework import Claim, View
from argue.model.numbers import EXACT
from argue.model.verdict import Status
from frameworks.complaints import (
    largest_complaints,
    level_complaints,
    menu_complaints,
    pairwise_complaints,
)
from frameworks.rejection import FRAMEWORK, compare, tie
from tests.laws.drawing import Document
from tests.laws.enumeration import argued
from tests.laws.tables import case_of

Rows = dict[str, tuple[int, ...]]


def seen(rows: Rows, *, levels: tuple[int, ...] = (), **parameters: Any) -> View:
    size = len(next(iter(rows.values())))
    return View(
        options=tuple(rows),
        standpoints=tuple("pqrst"[:size]),
        cells=[[Fraction(x) for x in row] for row in rows.values()],
        counts=[Fraction(1)] * size,
        levels=[Fraction(x) for x in levels or [0] * size],
        factors=[[Fraction(1)] * size for _ in rows],
        parameters=FRAMEWORK.defaults() | parameters,
    )


THREE: Rows = {"a": (0, 3), "b": (2, 0), "c": (5, -9)}


def test_a_complaint_is_what_one_loses_against_ones_best_in_the_menu():
    assert menu_complaints(seen(THREE), EXACT) == [[5, 0], [3, 3], [0, 12]]
    assert largest_complaints(seen(THREE), EXACT) == [5, 3, 12]


def test_a_pairwise_complaint_is_what_one_loses_against_the_alternative_at_hand():
    assert pairwise_complaints(seen(THREE), EXACT, worse=0, better=1) == [2, 0]
    assert pairwise_complaints(seen(THREE), EXACT, worse=1, better=0) == [0, 3]


def test_a_complaint_by_level_is_stronger_the_worse_off_one_is():
    levels = level_complaints(seen({"a": (0, 0), "b": (1, 0)}, levels=(2, 7)), EXACT)
    assert levels == [[5, 0], [0, 0]]
    rows: Rows = {"help_rich": (0, 2), "help_poor": (1, 0)}
    found = level_complaints(seen(rows, levels=(1, 10)), EXACT)
    assert found == [[11, 0], [0, 2]]
    assert largest_complaints(seen(rows, levels=(1, 10), complaint="level"), EXACT) == [11, 2]


def wronging(rows: Rows, *wronged: str, **parameters: Any) -> View:
    """The view of options that use somebody, 1 for each standpoint used: `10` the first of two."""
    used = [[sign == "1" for sign in signs] for signs in wronged]
    spared = [[False] * len(signs) for signs in wronged]
    wrongs = {"uses_as_means": used, "breaches_right_of": spared}
    return replace(seen(rows, **parameters), wrongs=wrongs)


def test_who_is_wronged_loses_from_before_where_that_is_better_than_the_menu():
    """The first would lose 3 in any case, but not by being used; the second would gain 2."""
    rows: Rows = {"a": (-5, 1), "b": (-3, 2)}
    used = wronging(rows, "11", "00")
    assert menu_complaints(used, EXACT) == [[5, 1], [0, 0]]
    assert pairwise_complaints(used, EXACT, worse=0, better=1) == [5, 1]
    assert pairwise_complaints(used, EXACT, worse=1, better=0) == [0, 0]
    by_menu = wronging(rows, "11", "00", wronged_from="menu")
    assert menu_complaints(by_menu, EXACT) == [[2, 1], [0, 0]]
    assert menu_complaints(wronging(rows, "00", "11"), EXACT) == [[2, 1], [3, 0]]
    assert menu_complaints(wronging(rows, "01", "10"), EXACT) == [[2, 1], [3, 0]]


@pytest.mark.parametrize("kind", ["menu", "pairwise", "level"])
def test_a_loss_beyond_the_ceiling_counts_as_the_ceiling_before_it_is_weighed(kind: str):
    view = seen({"a": (0, 3), "b": (9, 0)}, complaint=kind, at_most=4)
    halved = replace(view, factors=[[Fraction(1, 2), 1], [1, 3]])
    against_a, against_b = compare(halved, EXACT).complaints[0, 1]
    assert (list(against_a), list(against_b)) == ([2, 0], [0, {"level": 12}.get(kind, 9)])


def test_a_tie_is_broken_where_the_numbers_of_complaints_first_differ():
    view = seen({"a": (0, 0, 0), "b": (0, 0, 0)})
    assert tie(view, EXACT, (5, 0, 0), (5, 5, 0)) == 5
    assert tie(view, EXACT, (5, 3, 0), (5, 2, 2)) == -3
    assert tie(view, EXACT, (5, 0, 0), (4, 4, 4)) == 0
    assert tie(view, EXACT, (5, 1, 0), (0, 1, 5)) == 0


def test_without_numbers_there_are_no_reasons_of_numbers():
    assert compare(seen(THREE, ties="none"), EXACT).margins == {}


def rejecting(rows: Rows, *, counts: tuple[int, ...] = (), **parameters: Any) -> Document:
    case = case_of(rows, {"id": "rejection", **parameters} if parameters else "rejection")
    for person, count in zip(case["standpoints"].values(), counts, strict=bool(counts)):
        person["count"] = count
    return case


def test_the_transmitter_room_no_number_of_viewers_outweighs_the_one_in_pain():
    """Scanlon 1998, chapter 5: small benefits to many do not add up against one great burden."""
    case = rejecting({"rescue": (0, -1), "wait": (-10, 0)}, counts=(1, 5_000_000))
    assert argued(case).having(Status.OBLIGATORY) == {"rescue"}


def test_taurek_where_the_burdens_are_equal_the_numbers_break_the_tie_or_do_not():
    rows: Rows = {"save_one": (0, -9), "save_five": (-9, 0)}
    by_numbers = argued(rejecting(rows, counts=(1, 5)))
    assert by_numbers.having(Status.OBLIGATORY) == {"save_five"}
    without = argued(rejecting(rows, counts=(1, 5), ties="none"))
    assert without.having(Status.PERMISSIBLE) == {"save_one", "save_five"}


def test_a_slightly_smaller_burden_of_many_does_not_break_what_is_no_tie():
    """Level by level a complaint of 8 never meets one of 9, however many have it."""
    case = rejecting({"save_one": (0, -8), "save_many": (-9, 0)}, counts=(1, 1000))
    assert argued(case).having(Status.OBLIGATORY) == {"save_one"}


@pytest.mark.parametrize(
    ("person", "required"),
    [
        ({}, "other"),
        ({"consent": True}, "burden"),
        ({"consent": ["burden"]}, "burden"),
        ({"consent": ["other"]}, "other"),
        ({"responsible": 1}, "burden"),
        ({"responsible": {"burden": "1/2"}}, "burden"),
        ({"responsible": {"burden": "1/10"}}, "other"),
    ],
)
def test_consent_and_ones_own_responsibility_weaken_a_complaint(person: Document, required: str):
    case = rejecting({"burden": (-10, 0), "other": (0, -8)})
    case["standpoints"]["p"] = person
    assert argued(case).having(Status.OBLIGATORY) == {required}


@pytest.mark.parametrize(("weight", "required"), [(1, "push"), (2, "let_die"), (3, "let_die")])
def test_being_used_as_a_means_weighs_more_by_the_weight_of_rights(weight: int, required: str):
    case = rejecting({"push": (-6, 0), "let_die": (0, -10)}, rights_weight=weight)
    case["options"]["push"] = {"text": "push", "uses_as_means": ["p"]}
    assert argued(case).having(Status.OBLIGATORY) == {required}


def test_a_complaint_is_worded_with_its_holder_and_a_tie_with_the_numbers():
    given = FRAMEWORK.defaults()
    worker = FRAMEWORK.word(Claim("rescue", "wait", "the worker", "10", given))
    assert all(part in worker for part in ("the worker", "complaint of 10", '"wait"'))
    numbers = FRAMEWORK.word(Claim("five", "one", "numbers", "9", given))
    assert all(part in numbers for part in ("equal", "9", '"one"', '"five"'))


@pytest.mark.parametrize("aggregation", ["local", "global"])
def test_of_one_option_alone_there_is_nothing_to_add_up(aggregation: str):
    alone = seen({"a": (0, 3)}, aggregation=aggregation, relevance=Fraction(1, 2))
    assert compare(alone, EXACT).margins == {}

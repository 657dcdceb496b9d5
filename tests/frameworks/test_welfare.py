"""Welfare: the larger sum of effects, as the classical utilitarians have it."""

from fractions import Fraction

import pytest

from argue.model.framework import Claim, View
from argue.model.numbers import EXACT
from argue.model.verdict import Status
from frameworks.welfare import FRAMEWORK, averages, compare
from tests.laws.enumeration import argued
from tests.laws.tables import case_of


def seen(rows: dict[str, tuple[int, ...]], counts: tuple[int, ...]) -> View:
    cells = [[Fraction(x) for x in row] for row in rows.values()]
    people = tuple("pqr"[: len(counts)])
    counted = [Fraction(n) for n in counts]
    return View(options=tuple(rows), standpoints=people, cells=cells, counts=counted)


def test_the_average_counts_every_person_once():
    assert averages(seen({"a": (1, 4), "b": (0, 0)}, (2, 1)), EXACT) == [2, 0]


def test_a_margin_is_the_difference_of_averages_and_opposite_for_the_opposite_pair():
    found = compare(seen({"a": (1, 4), "b": (3, 3)}, (2, 1)), EXACT).margins
    assert found == {(None, 0, 1): -1, (None, 1, 0): 1}


def test_many_small_losses_outweigh_one_great_one():
    """Scanlon's transmitter room, which is told against the aggregation of burdens."""
    case = case_of({"rescue": (0, 0), "wait": (-10, 0)}, "welfare")
    case["payoffs"]["rescue"]["q"] = "-0.05"
    case["standpoints"] = {"p": {"count": 1}, "q": {"count": 5_000_000}}
    assert argued(case).having(Status.OBLIGATORY) == {"wait"}


def test_a_lottery_is_worth_its_expectation():
    case = case_of({"safe": (1,), "risky": (0,)}, "welfare")
    case["payoffs"]["risky"]["p"] = {"lottery": [["1/3", 3], ["2/3", 0]]}
    assert argued(case).having(Status.PERMISSIBLE) == {"safe", "risky"}


@pytest.mark.parametrize("level", [0, 100])
def test_what_people_had_before_does_not_matter(level: int):
    case = case_of({"a": (3, 0), "b": (0, 2)}, "welfare")
    case["standpoints"] = {"p": {"level": level}, "q": {"level": 0}}
    assert argued(case).having(Status.OBLIGATORY) == {"a"}


def test_a_reason_is_one_sentence_with_the_margin():
    said = FRAMEWORK.word(Claim("a", "b", None, "2 points"))
    assert '"a"' in said
    assert '"b", by 2 points' in said

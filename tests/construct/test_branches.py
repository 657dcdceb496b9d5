"""Lotteries along one draw: what comes of several of them together, for whom, in which states."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.construct import branches
from argue.construct.branches import outcomes, seen_by_outcome
from argue.errors import LimitExceeded
from argue.model.framework import COMMON, INDEPENDENT, Prospect, View

F = Fraction
COIN: Prospect = ((F(1, 2), F(8)), (F(1, 2), F(0)))
RISK: Prospect = ((F(1, 4), F(-9)), (F(3, 4), F(1)))
SURE: Prospect = ((F(1), F(3)),)
NOBODY: Prospect = ()


@pytest.mark.parametrize(
    ("prospects", "expected"),
    [
        ([SURE], [(F(1), (3,))]),
        ([COIN, SURE], [(F(1, 2), (8, 3)), (F(1, 2), (0, 3))]),
        ([COIN, COIN], [(F(1, 2), (8, 8)), (F(1, 2), (0, 0))]),
        ([COIN, RISK], [(F(1, 4), (8, -9)), (F(1, 4), (8, 1)), (F(1, 2), (0, 1))]),
        ([NOBODY, COIN], [(F(1, 2), (None, 8)), (F(1, 2), (None, 0))]),
        ([NOBODY], [(F(1), (None,))]),
        ([], [(F(1), ())]),
        ([((F(0), F(5)), (F(1), F(6)))], [(F(1), (6,))]),
        ([((F(1), F(6)), (F(0), F(5))), COIN], [(F(1, 2), (6, 8)), (F(1, 2), (6, 0))]),
    ],
)
def test_one_draw_goes_through_the_branches_of_all_in_the_order_written(
    prospects: list[Prospect], expected: list[tuple[Fraction, tuple[Fraction | None, ...]]]
):
    assert list(outcomes(prospects)) == expected


@st.composite
def lotteries(draw: st.DrawFn) -> Prospect:
    weights = draw(st.lists(st.integers(0, 3), min_size=1, max_size=4).filter(any))
    return tuple((F(weight, sum(weights)), F(n)) for n, weight in enumerate(weights))


@given(st.lists(lotteries(), min_size=1, max_size=3))
def test_each_lottery_keeps_its_chances_and_all_together_are_certain(drawn: list[Prospect]):
    found = list(outcomes(drawn))
    assert sum(chance for chance, _ in found) == 1
    assert all(chance > 0 for chance, _ in found)
    for place, prospect in enumerate(drawn):
        chances: Counter[Fraction] = Counter()
        for chance, numbers in found:
            chances[numbers[place]] += chance
        assert chances == {number: p for p, number in prospect if p}


SEEN = View(
    options=("go", "stay"),
    standpoints=("p", "q"),
    cells=[[F(4), F(3)], [F(-3, 2), F(3)]],
    counts=[F(2), F(10)],
    levels=[F(5), F(6)],
    factors=[[F(1), F(1, 2)], [F(0), F(1)]],
    wrongs={"deceives": [[True, False], [False, True]]},
)
PROSPECTS = [[COIN, SURE], [RISK, SURE]]


def test_by_independent_draws_a_person_stands_there_once_an_outcome_with_its_share():
    found = seen_by_outcome(SEEN, PROSPECTS, draw=INDEPENDENT)
    assert found.standpoints == ("p", "p", "p", "q")
    assert found.cells == [[8, 8, 0, 3], [-9, 1, 1, 3]]
    assert found.counts == [F(1, 2), F(1, 2), F(1), F(10)]
    assert found.levels == [5, 5, 5, 6]
    assert found.factors == [[1, 1, 1, F(1, 2)], [0, 0, 0, 1]]
    assert found.wrongs == {"deceives": [[True] * 3 + [False], [False] * 3 + [True]]}
    assert not found.states


def test_by_one_draw_for_all_there_is_a_table_for_every_state():
    found = seen_by_outcome(SEEN, PROSPECTS, draw=COMMON)
    assert list(found.states) == [
        (F(1, 4), [[8, 3], [-9, 3]]),
        (F(1, 4), [[8, 3], [1, 3]]),
        (F(1, 2), [[0, 3], [1, 3]]),
    ]
    assert (found.cells, found.standpoints) == (SEEN.cells, SEEN.standpoints)


@pytest.mark.parametrize(("draw", "cells"), [(INDEPENDENT, 8), (COMMON, 12)])
def test_outcomes_are_bounded(monkeypatch: pytest.MonkeyPatch, draw: str, cells: int):
    monkeypatch.setattr(branches, "MOST_OUTCOMES", cells)
    assert seen_by_outcome(SEEN, PROSPECTS, draw=draw).options == ("go", "stay")
    monkeypatch.setattr(branches, "MOST_OUTCOMES", cells - 1)
    with pytest.raises(LimitExceeded, match=f"come to {cells} outcomes"):
        seen_by_outcome(SEEN, PROSPECTS, draw=draw)

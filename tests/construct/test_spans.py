"""Numbers within ends: what they come to lies within ends as well, and these are no wider."""

from __future__ import annotations

import operator
from collections.abc import Callable
from fractions import Fraction
from itertools import product
from typing import Any

import pytest

from argue.construct.spans import SPANS, Span, Unbounded, high, low
from argue.model.numbers import EXACT
from tests.construct.test_number_kinds import CALCULATED, KNOWN

F = Fraction


SPANNED = [Span(*ends) for ends in ((-3, -1), (-2, 1), (F(1, 2), 2), (0, 3), (2, 2))]


@CALCULATED
def test_ends_are_the_least_and_the_most_where_a_number_enters_once(does: Any):
    for left, right in product([*SPANNED, *KNOWN], repeat=2):
        if not (isinstance(left, Span) or isinstance(right, Span)):
            continue
        if does is operator.truediv and isinstance(right, Span) and right.low <= 0 <= right.high:
            with pytest.raises(Unbounded):
                does(left, right)
            continue
        ends = product({F(low(left)), F(high(left))}, {F(low(right)), F(high(right))})
        met = [does(one, other) for one, other in ends]
        found = does(left, right)
        assert (found.low, found.high) == (min(met), max(met))


@pytest.mark.parametrize("bound", [(0, 2), (-2, 0), (-1, 1)])
def test_dividing_by_what_may_be_0_has_no_ends(bound: tuple[int, int]):
    with pytest.raises(Unbounded):
        1 / Span(*bound)


def test_the_opposite_of_a_span_has_the_opposite_ends():
    opposite = -Span(-1, 3)
    assert (opposite.low, opposite.high) == (-3, 1)


OPERATIONS = {
    "total": lambda o, a, b: o.total(a),
    "largest": lambda o, a, b: o.largest(a),
    "smallest": lambda o, a, b: o.smallest(a),
    "positive": lambda o, a, b: o.positive(a[0]),
    "when_more": lambda o, a, b: o.when_more(a[0], b[0], a[1]),
    "when_equal": lambda o, a, b: o.when_equal(a[0], b[0], a[1]),
    "at_least": lambda o, a, b: o.at_least(a[0], b[0]),
    "either": lambda o, a, b: o.either(a[0], b[0], 3, 5),
    "first_rank_difference": lambda o, a, b: o.first_rank_difference(a, b, [1, 2]),
    "first_count_difference": lambda o, a, b: o.first_count_difference(a, b, [1, 2]),
    "rank_sum": lambda o, a, b: o.rank_sum(a, [1, 2], lambda m: m * m),
    "power": lambda o, a, b: o.power(o.positive(a[0]), 2),
    "exponential": lambda o, a, b: o.exponential(a[0]),
    "settled": lambda o, a, b: o.settled(a[0]),
}


@pytest.mark.parametrize("name", OPERATIONS)
def test_spans_of_one_number_come_to_what_the_numbers_come_to(name: str):
    does = OPERATIONS[name]
    for one, two, three, four in product((F(-1), F(1, 2), F(2)), repeat=4):
        exact = does(EXACT, [one, two], [three, four])
        found = does(SPANS, [Span(one, one), Span(two, two)], [Span(three, three), four])
        assert (low(found), high(found)) == (exact, exact)


OPEN = Span(F(0), F(2))


@pytest.mark.parametrize(
    ("found", "least", "most"),
    [
        (lambda: SPANS.largest([OPEN, Span(1, 5), -7]), 1, 5),
        (lambda: SPANS.smallest([OPEN, Span(1, 5), 9]), 0, 2),
        (lambda: SPANS.positive(Span(-2, 3)), 0, 3),
        (lambda: SPANS.when_more(OPEN, 0, 7), 0, 7),
        (lambda: SPANS.when_more(OPEN, 2, 7), 0, 0),
        (lambda: SPANS.when_more(OPEN, -1, 7), 7, 7),
        (lambda: SPANS.when_more(3, OPEN, Span(-1, 7)), -1, 7),
        (lambda: SPANS.when_equal(OPEN, 2, -7), -7, 0),
        (lambda: SPANS.when_equal(OPEN, 3, 7), 0, 0),
        (lambda: SPANS.when_equal(-1, OPEN, 7), 0, 0),
        (lambda: SPANS.when_equal(OPEN, OPEN, 7), 0, 7),
        (lambda: SPANS.when_equal(Span(2, 5), OPEN, 7), 0, 7),
        (lambda: SPANS.either(OPEN, 0, 3, 5), 3, 3),
        (lambda: SPANS.either(OPEN, 1, 3, 5), 3, 5),
        (lambda: SPANS.either(OPEN, 2, Span(2, 3), 5), 2, 5),
        (lambda: SPANS.either(OPEN, 3, 3, 5), 5, 5),
        (lambda: SPANS.at_least(OPEN, 1), -1, 1),
        (lambda: SPANS.at_least(OPEN, 3), -1, -1),
        (lambda: SPANS.total([]), 0, 0),
        (lambda: SPANS.power(Span(2, 3), 2), 4, 9),
        (lambda: SPANS.power(Span(0, 4), 0), 1, 1),
        (lambda: SPANS.power(Span(F(1, 2), 2), -1), F(1, 2), 2),
        (lambda: SPANS.rank_sum([OPEN, Span(5, 6)], [1, 1], lambda m: m), 5, 8),
        (lambda: SPANS.rank_sum([OPEN, Span(5, 6)], [1, 1], lambda m: min(m, 1)), 0, 2),
        (lambda: SPANS.first_rank_difference([OPEN, 9], [1, 3], [1, 1]), -1, 6),
        (lambda: SPANS.first_rank_difference([OPEN, 9], [OPEN, 9], [1, 1]), -2, 2),
        (lambda: SPANS.first_rank_difference([OPEN, 3], [3, 3], [1, 1]), -3, -1),
        (lambda: SPANS.first_rank_difference([Span(4, 5), 4], [1, OPEN], [1, 1]), 3, 4),
        (lambda: SPANS.first_rank_difference([1, Span(7, 8)], [1, 3], [2, 1]), 4, 5),
        (lambda: SPANS.first_rank_difference([Span(0, F(1, 2))], [0], [1]), 0, F(1, 2)),
        (lambda: SPANS.first_rank_difference([OPEN, 9], [2, 3], [1, 1]), -2, 6),
        (lambda: SPANS.first_rank_difference([OPEN, 3], [0, 9], [1, 1]), -6, 2),
        (lambda: SPANS.first_rank_difference([1, Span(5, 9)], [0, 0], [1, 1]), 1, 1),
        (lambda: SPANS.first_rank_difference([0, 0], [1, Span(5, 9)], [1, 1]), -1, -1),
        (lambda: SPANS.first_count_difference([OPEN, 1], [1, 1], [1, 1]), -2, 2),
        (lambda: SPANS.first_count_difference([Span(-2, -1)], [-3], [1]), 0, 0),
    ],
)
def test_what_is_open_is_enclosed_by_what_it_may_come_to_and_no_more(
    found: Callable[[], Any], least: Fraction, most: Fraction
):
    assert (low(found()), high(found())) == (least, most)


@pytest.mark.parametrize(
    ("values", "counts", "weight"),
    [
        ([OPEN], [1], lambda m: -m),
        ([OPEN, Span(5, 6), Span(7, 8)], [1, 1, 1], lambda m: 0 if m == 2 else m),
        ([OPEN, Span(5, 6)], [2, 1], lambda m: -1 if m == 2 else m),
        ([Span(0, 9), Span(1, 2)], [1, 2], lambda m: -1 if m == 2 else m),
    ],
)
def test_a_sum_by_rank_has_no_ends_where_some_rank_weighs_less_than_nothing(
    values: list[Any], counts: list[int], weight: Callable[[Any], Any]
):
    """First or last, and whichever end of the numbers it is that fills it."""
    with pytest.raises(Unbounded, match="negative weight"):
        SPANS.rank_sum(values, counts, weight)


def test_ends_of_powers_and_logarithms_are_those_of_the_numbers():
    for does in (EXACT.logarithm, EXACT.exponential):
        found = getattr(SPANS, does.__name__)(Span(F(1), F(2)))
        assert (found.low, found.high) == (does(F(1)), does(F(2)))


@pytest.mark.parametrize(("value", "exponent"), [(Span(-1, 1), 2), (Span(0, 1), -1)])
def test_a_power_without_ends_is_refused(value: Span, exponent: int):
    with pytest.raises(Unbounded, match="may be negative"):
        SPANS.power(value, exponent)
    with pytest.raises(Unbounded, match="may be negative"):
        SPANS.power(F(2), Span(1, 2))


def test_a_root_of_what_may_be_0_has_ends():
    found = SPANS.power(Span(0, 4), F(1, 2))
    assert (float(found.low), float(found.high)) == (0, 2)

"""Sorted numbers of many rows at once: where two sides first differ, and sums by rank.

Arrays hold one line an entry and one column a row; beside every number stands the most that it may
be off. Where two entries come closer than that, unless both are exact and equal, their order is
unknown, and whatever turns on it is given an unbounded error.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import lcm
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from argue.model.numbers import Number

Array: TypeAlias = NDArray[Any]
UNIT = 2.0**-53
"""The unit roundoff of doubles."""
TINY = 1e-300
"""More than what underflow in one operation of these formulas can take away."""
MOST_WHOLE = 2.0**53


class Sorted:
    """Entries sorted in every row; `same[i]`: entries i and i+1 are equal for certain.

    `clear[i]`: everything up to entry i is below everything after it, for certain.
    """

    def __init__(self, values: Array, errors: Array, counts: Array) -> None:
        """Sort the lines of every column by value."""
        order = np.argsort(values, axis=0, kind="stable")
        self.order = order
        self.values = np.take_along_axis(values, order, 0)
        self.errors = np.take_along_axis(errors, order, 0)
        self.counts = counts[order]
        exact = (self.errors[1:] == 0) & (self.errors[:-1] == 0)
        self.same = (self.values[1:] == self.values[:-1]) & exact
        highest = np.maximum.accumulate(self.values + self.errors, axis=0)
        lowest = np.minimum.accumulate((self.values - self.errors)[::-1], axis=0)[::-1]
        self.clear = highest[:-1] < lowest[1:]

    def deciding(self) -> tuple[Array, Array, Array, Array]:
        """Answers for every row the last entry of the first group that does not balance.

        With the balance there, whether there is one, and whether it is certain.
        """
        balance = np.cumsum(self.counts, axis=0)
        ends = np.ones(balance.shape, dtype=bool)
        ends[:-1] = ~self.same
        decides = ends & (balance != 0)
        place = np.argmax(decides, axis=0)
        found = decides.any(axis=0)
        unclear = ~(self.clear | self.same)
        reach = np.where(found, place, len(balance))
        lines = np.arange(len(unclear))[:, None]
        certain = ~(unclear & (lines <= reach)).any(axis=0)
        at = np.take_along_axis(balance, place[None], 0)[0]
        return place, at, found, certain


def whole_counts(counts: list[Fraction]) -> Array | None:
    """Answers counts as whole numbers in proportion; None where doubles cannot add them exactly."""
    by = lcm(*(count.denominator for count in counts))
    whole = [int(count * by) for count in counts]
    if sum(abs(count) for count in whole) > MOST_WHOLE:
        return None
    return np.array(whole, dtype=float)


def rank_difference(values: Array, errors: Array, counts: Array) -> tuple[Array, Array]:
    """Answers left minus right at the lowest rank where they differ, and how far it may be off.

    `counts` are below 0 for entries on the left, above 0 for those on the right.
    """
    ranked = Sorted(values, errors, counts)
    place, balance, found, certain = ranked.deciding()
    here = np.take_along_axis(ranked.values, place[None], 0)[0]
    off: Array = np.take_along_axis(ranked.errors, place[None], 0)[0]
    other_side = np.where(balance > 0, counts[:, None] < 0, counts[:, None] > 0)
    later = np.where(other_side & (values > here), values, np.inf)
    following: Array = later.min(axis=0)
    ahead: Array = np.subtract(following, here)
    off = off + np.take_along_axis(errors, later.argmin(axis=0)[None], 0)[0]
    gap: Array = np.where(found, np.where(balance > 0, ahead, np.negative(ahead)), 0.0)
    off = np.where(found, off + 2 * UNIT * np.abs(gap), 0.0)
    return gap, np.where(certain, off, np.inf)


def count_difference(values: Array, errors: Array, counts: Array) -> tuple[Array, Array]:
    """Answers the highest positive value more hold on the right, below 0 where on the left."""
    ranked = Sorted(-values, errors, counts)
    place, balance, found, certain = ranked.deciding()
    here: Array = np.negative(np.take_along_axis(ranked.values, place[None], 0)[0])
    off = np.take_along_axis(ranked.errors, place[None], 0)[0]
    certain = _certain_above(ranked, certain)
    positive = found & (here > off)
    certain &= positive | ~found | (here <= -off)
    signed = np.where(balance > 0, here, np.negative(here))
    return np.where(positive, signed, 0.0), np.where(certain, np.where(positive, off, 0.0), np.inf)


def _certain_above(ranked: Sorted, certain: Array) -> Array:
    """Answers which rows are certain, values of 0 and less having no say in the order."""
    may_count = ranked.values - ranked.errors < 0
    here_or_later = np.logical_or.accumulate(may_count[::-1], axis=0)[::-1]
    doubtful = ~(ranked.clear | ranked.same) & here_or_later[:-1]
    place, _, found, _ = ranked.deciding()
    reach = np.where(found, place, len(may_count))
    lines = np.arange(len(doubtful))[:, None]
    return certain | ~(doubtful & (lines <= reach)).any(axis=0)


def rank_sum(
    values: Array, errors: Array, counts: list[Fraction], weight: Callable[[Number], Number]
) -> tuple[Array, Array]:
    """Answers the sum of values, each times the weight of the ranks its holders fill."""
    whole = whole_counts(counts)
    if whole is None:
        rows = values.shape[1:]
        return np.zeros(rows), np.full(rows, np.inf)
    ranked = Sorted(values, errors, whole)
    persons = np.cumsum(ranked.counts, axis=0)
    distinct, places = np.unique(persons, return_inverse=True)
    unit = Fraction(1, lcm(*(count.denominator for count in counts)))
    known = [Fraction(weight(Fraction(int(number)) * unit)) for number in distinct]
    start = Fraction(weight(Fraction(0)))
    upto = np.array([float(number) for number in known])[places].reshape(persons.shape)
    below = np.vstack([np.full((1, persons.shape[1]), float(start)), upto[:-1]])
    share = upto - below
    size = np.abs(upto) + np.abs(below)
    total: Array = (ranked.values * share).sum(axis=0)
    rounding = (len(counts) + 4) * 2 * UNIT * (np.abs(ranked.values) * size).sum(axis=0)
    rounding = rounding + np.where((ranked.values != 0).any(axis=0), TINY, 0.0)
    off: Array = (np.abs(share) * ranked.errors).sum(axis=0) * 1.01 + rounding
    alike = bool((whole == whole[0]).all())
    known_order = (ranked.clear | ranked.same).all(axis=0)
    bound: Array = ranked.errors.max(axis=0) * size.sum(axis=0) * 1.01 + rounding
    error: Array = np.where(known_order, off, bound if alike else np.inf)
    return total, error

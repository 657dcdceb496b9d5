"""Verdicts on rows, as arrays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from argue.errors import ArgueError
from argue.rewards.patterns import Tables
from argue.rewards.ranks import Array


class Measured(NamedTuple):
    """Which margins of a source are computed: by world and pair of options, or leads of pairs."""

    source: str
    worlds: int
    places: tuple[tuple[int, int, int], ...]
    leads: bool


class Verdicts:
    """Verdicts on the rows of a batch; arrays are made when first asked for.

    `patterns` holds for every row the number of its pattern of signs; `redone` is how many rows
    were so close to a tie that they were decided in exact fractions.
    """

    def __init__(
        self,
        tables: Tables,
        patterns: Array,
        redone: int,
        *,
        measured: Sequence[Measured] = (),
        results: Array | None = None,
    ) -> None:
        """Keep the patterns, and the margins as computed (None: not asked for)."""
        self.patterns, self.redone = patterns, redone
        self._tables, self._measured, self._results = tables, measured, results

    def __len__(self) -> int:
        return len(self.patterns)

    @property
    def redone_share(self) -> float:
        """The share of rows that were decided in exact fractions."""
        return self.redone / len(self.patterns)

    @cached_property
    def statuses(self) -> Array:
        """The status of every option, [rows, options] int8; see `Code`. 0 only in `late` rows."""
        return np.take(self._tables.statuses, self.patterns, axis=0)

    @cached_property
    def late(self) -> Array:
        """Which rows have no verdict since it took longer than the judge's `timeout`, [rows] bool.

        All else about such a row is 0.
        """
        return self.statuses[:, 0] == 0

    @cached_property
    def alone(self) -> Mapping[str, Array]:
        """What each source alone says of every option, [rows, options] int8; see `Code`."""
        every = np.take(self._tables.alone, self.patterns, axis=0)
        return MappingProxyType(
            {source: every[:, place] for place, source in enumerate(self._tables.sources)}
        )

    @cached_property
    def scores(self) -> Array:
        """The share of families of sources that speak and alone allow an option, in [0, 1].

        A count, not a weight: [rows, options] float64. A family that is undecided about an
        option, or whose members disagree, counts one half; where nobody speaks it is one half.
        """
        return np.take(self._tables.scores, self.patterns, axis=0)

    @cached_property
    def mask(self) -> Array:
        """Which options are not ruled out, [rows, options] bool: at least one unless it is `late`.

        What is contested or unresolved is not masked out; `statuses` tells it from what is allowed.
        """
        return np.take(self._tables.mask, self.patterns, axis=0)

    @cached_property
    def allowing(self) -> Array:
        """How many families alone allow each option, [rows, options]; those undecided do not."""
        return np.take(self._tables.allowing, self.patterns, axis=0)

    @cached_property
    def speaking(self) -> Array:
        """How many families speak in each row."""
        return np.take(self._tables.speaking, self.patterns)

    @cached_property
    def margins(self) -> Mapping[str, Array]:
        """By how much each framework favours an option over another, in its own unit.

        [rows, worlds, options, options] float64: the margin of the strongest reason for the
        third index over the fourth, 0 without one. `Judge.worlds` names a framework's worlds, one
        unless its numbers turn on disputed facts or raised challenges.

        Raises: ArgueError if the rows were judged without margins.
        """
        if self._results is None:
            raise ArgueError("these rows were judged with margins=False; judge them with margins")
        return margins_of(self._measured, self._results, len(self._tables.options))


def margins_of(measured: Sequence[Measured], results: Array, options: int) -> Mapping[str, Array]:
    """Answers margins by source, from lines of results in the order of what is measured."""
    rows, start = results.shape[1], 0
    found: dict[str, Array] = {}
    for one in measured:
        margins = np.zeros((rows, one.worlds, options, options))
        for line, (world, a, b) in zip(results[start:], one.places, strict=False):
            margins[:, world, a, b] = np.maximum(line, 0.0)
            if one.leads:
                margins[:, world, b, a] = np.maximum(-line, 0.0)
        start += len(one.places)
        found[one.source] = margins
    return MappingProxyType(found)

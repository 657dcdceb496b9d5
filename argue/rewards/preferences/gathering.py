"""Preference labels for pairs of trajectory fragments, from verdicts on their acts.

A fragment is what the library imitation gives: `obs` with one entry more than `acts`. Nothing here
needs that library but `gatherer`, which makes labels what its `PreferenceComparisons` takes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any, TypeAlias, cast

import numpy as np

from argue.errors import ArgueError, UnknownId
from argue.rewards.judge import Judge
from argue.rewards.preferences.comparing import Compared, compared
from argue.rewards.ranks import Array

Rows: TypeAlias = "Callable[[Any], Mapping[str, Array]]"
"""The rows of a fragment, one an act: its judge's columns, each as long as `acts`."""

Pairs: TypeAlias = "Sequence[tuple[Any, Any]]"


class FragmentLabels:
    """Labels pairs of fragments by the verdicts on their acts.

    `options` names the option of each numbered act; `columns` the column of each entry of an
    observation, None for an entry the judge does not read. In place of `columns`, `rows` may work
    the columns out from a whole fragment.
    """

    def __init__(
        self,
        judge: Judge,
        options: Sequence[str],
        *,
        columns: Sequence[str | None] | None = None,
        rows: Rows | None = None,
    ) -> None:
        """Label by this judge.

        Raises: UnknownId for an option or column it does not have; ArgueError if neither or both
        of `columns` and `rows` are given, or a column it reads is not named.
        """
        for option in options:
            if option not in judge.options:
                raise UnknownId("option", option, judge.options)
        if (columns is None) == (rows is None):
            raise ArgueError(
                "give columns, the name of each entry of an observation, or rows, a function that "
                "answers the columns of a fragment; not both"
            )
        self.judge = judge
        self._places = np.array([judge.options.index(option) for option in options])
        self._rows = _reading(judge, columns) if columns is not None else cast("Rows", rows)

    def __call__(self, fragment_pairs: Pairs) -> Array:
        """Answers the probability that the first of each pair is preferred, [pairs] float32."""
        found = [one.preference for one in self.compared(fragment_pairs)]
        return np.array(found, dtype=np.float32)

    def compared(self, fragment_pairs: Pairs) -> tuple[Compared, ...]:
        """Answers how the fragments of each pair compare, with what was counted."""
        fragments = [fragment for pair in fragment_pairs for fragment in pair]
        codes = self.statuses(fragments)
        return tuple(
            compared(one, other) for one, other in zip(codes[::2], codes[1::2], strict=True)
        )

    def statuses(self, fragments: Sequence[Any]) -> list[Array]:
        """Answers of every fragment the status of each act that was done in it, judged at once."""
        if not fragments:
            return []
        acts = [self._acts(fragment) for fragment in fragments]
        rows = [self._rows(fragment) for fragment in fragments]
        columns = {
            name: np.concatenate([np.asarray(one[name]) for one in rows])
            for name in self.judge.columns
        }
        ends = np.cumsum([len(some) for some in acts])
        every = self.judge(columns, margins=False).statuses
        done = every[np.arange(ends[-1]), np.concatenate(acts)]
        return np.split(done, ends[:-1])

    def _acts(self, fragment: Any) -> Array:
        acts = np.asarray(fragment.acts)
        if acts.ndim == 2 and acts.shape[1] == 1:
            acts = acts[:, 0]
        if acts.ndim != 1 or acts.dtype.kind not in "iu" or not len(acts):
            raise ArgueError(
                f"acts of shape {acts.shape} and type {acts.dtype} name no options: labels need "
                "one whole number an act"
            )
        low, high = int(acts.min()), int(acts.max())
        if low < 0 or high >= len(self._places):
            raise ArgueError(
                f"act {low if low < 0 else high} is none of the {len(self._places)} that options "
                "were named for"
            )
        return self._places[acts]


def _reading(judge: Judge, columns: Sequence[str | None]) -> Rows:
    named = {name: place for place, name in enumerate(columns) if name is not None}
    for name in named:
        if name not in judge.columns:
            raise UnknownId("column", name, judge.columns)
    for name in judge.columns:
        if name not in named:
            raise ArgueError(
                f"the judge reads the column {name!r}, which no entry of an observation is named "
                "for; name it in columns, or give rows"
            )

    def rows(fragment: Any) -> Mapping[str, Array]:
        seen = np.asarray(fragment.obs)[: len(fragment.acts)]
        if seen.ndim != 2 or seen.shape[1] != len(columns):
            raise ArgueError(
                f"observations of shape {seen.shape[1:]} do not have the {len(columns)} entries "
                "that columns names; give rows, a function that answers the columns of a fragment"
            )
        return {name: seen[:, place] for name, place in named.items()}

    return rows


def gatherer(labels: FragmentLabels, *, custom_logger: Any = None) -> Any:
    """Answers the labels as a `PreferenceGatherer`, for imitation's `PreferenceComparisons`.

    Raises: ArgueError where imitation is not installed.
    """
    try:
        library = import_module("imitation.algorithms.preference_comparisons")
    except ModuleNotFoundError as error:
        raise ArgueError(
            "a gatherer is for the library imitation, which is not installed: pip install "
            "imitation; without it, FragmentLabels gives the same labels"
        ) from error
    base: Any = library.PreferenceGatherer

    def call(_: Any, fragment_pairs: Pairs) -> Array:
        return labels(fragment_pairs)

    made = type("VerdictGatherer", (base,), {"__call__": call, "__doc__": FragmentLabels.__doc__})
    return made(custom_logger=custom_logger)

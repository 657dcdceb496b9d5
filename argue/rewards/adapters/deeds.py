"""The actions of an environment read as the options of a judge: what may be done, and at what cost.

An action that is ruled out costs 1, one that is contested or unresolved one half, any other
nothing. Undecided actions stay open to a mask: they may be done, at their cost.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from argue.errors import ArgueError, BatchError, UnknownId
from argue.rewards.codes import STATUS_OF_CODE, Code
from argue.rewards.judge import Judge
from argue.rewards.ranks import Array
from argue.rewards.verdicts import Verdicts

UNDECIDED = (Code.CONTESTED, Code.UNRESOLVED, Code.UNDEFINED)


def costs_of(codes: Array) -> Array:
    """Answers what statuses, as codes, cost: 1 if ruled out, one half if undecided, else 0."""
    return np.where(codes < 0, 1.0, np.where(np.isin(codes, UNDECIDED), 0.5, 0.0))


@dataclass(frozen=True)
class Weighed:
    """What a judge says of every action in every row: arrays [rows, actions].

    An action that stands for no option is silent: its score is one half and it costs nothing.
    """

    verdicts: Verdicts
    places: Array

    @cached_property
    def statuses(self) -> Array:
        """The status of every action, int8; see `Code`."""
        return self._of(self.verdicts.statuses, Code.SILENT)

    @cached_property
    def scores(self) -> Array:
        """The share of families of sources that speak and alone allow the action, in [0, 1]."""
        return self._of(self.verdicts.scores, 0.5)

    @cached_property
    def costs(self) -> Array:
        """What every action costs: 1 if ruled out, one half if undecided, else 0."""
        return costs_of(self.statuses)

    def mask(self, available: Array | None = None) -> Array:
        """Answers which of the available actions are not ruled out, at least one in every row.

        Where all of them are ruled out, those that the most families alone allow stay open: the
        least rejected. A row in which nothing is available raises BatchError.
        """
        here = np.ones(self.statuses.shape, dtype=np.bool_) if available is None else available
        if not here.any(axis=1).all():
            row = int(np.argmin(here.any(axis=1)))
            raise BatchError(f"row {row} has no available action: one at least must be open")
        open_ = here & (self.statuses > 0)
        best = np.where(here, self.scores, -np.inf).max(axis=1, keepdims=True)
        least_rejected = here & (self.scores == best)
        return np.where(open_.any(axis=1, keepdims=True), open_, least_rejected)

    def alone(self) -> Mapping[str, Array]:
        """Answers what each source alone says of every action, as codes [rows, actions]."""
        told = self.verdicts.alone
        return {source: self._of(codes, Code.SILENT) for source, codes in told.items()}

    def _of(self, values: Array, silent: float) -> Array:
        found = values[:, np.maximum(self.places, 0)]
        found[:, self.places < 0] = silent
        return found


class Deeds:
    """Actions in their order, each standing for an option of a judge or for None."""

    def __init__(self, judge: Judge, actions: Sequence[str | None] | None = None) -> None:
        """Read action i as `actions[i]`; left out, as the i-th option of the judge.

        Raises: UnknownId for an option that the judge does not have.
        """
        self.judge = judge
        self.actions = tuple(judge.options if actions is None else actions)
        for action in self.actions:
            if action is not None and action not in judge.options:
                raise UnknownId("option in actions", action, judge.options)
        self._places = np.array([self._place(action) for action in self.actions], dtype=np.intp)

    def _place(self, action: str | None) -> int:
        return -1 if action is None else self.judge.options.index(action)

    def __len__(self) -> int:
        return len(self.actions)

    def weigh(self, columns: Mapping[str, Any]) -> Weighed:
        """Answers what the judge says of every action in the rows of these columns.

        Raises: BatchError naming the column that cannot be judged by.
        """
        return Weighed(self.judge(columns, margins=False), self._places)

    def verdict(self, weighed: Weighed, row: int, action: int) -> Mapping[str, Any]:
        """Answers the verdict on one action in words: its option, status and score."""
        code = int(weighed.statuses[row, action])
        status = STATUS_OF_CODE.get(code)
        return {
            "option": self.actions[action],
            "status": "silent" if status is None else status.value,
            "score": float(weighed.scores[row, action]),
        }

    def check(self, space: Any) -> None:
        """Raises: ArgueError unless a space is Discrete, from 0, with an action for each here."""
        if type(space).__name__ != "Discrete":
            raise ArgueError(f"actions must be a Discrete space to be judged, not {space}")
        if int(space.start) or int(space.n) != len(self):
            raise ArgueError(
                f"the environment has the actions {space}, and {len(self)} are named: give "
                "`actions`, for every action in its order the option it stands for, or None"
            )

"""What a verdict does to a reward: added to it, put in its place, or shaping it by a potential."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np

from argue.errors import ArgueError
from argue.rewards.adapters.deeds import Weighed
from argue.rewards.ranks import Array

Potential = str | Callable[[Mapping[str, Any]], Any]
"""A column of the judge, or what answers a number a row from the judge's columns."""


class ShapingWarning(UserWarning):
    """Potential-based shaping is asked for, which leaves the best policy as it was."""


class Mode(StrEnum):
    """What becomes of the environment's own reward."""

    ADDITIVE = "additive"
    REPLACING = "replacing"
    POTENTIAL = "potential"


class Signal(StrEnum):
    """What of a verdict is paid: minus the cost of its status, or its score in [0, 1]."""

    STATUS = "status"
    SCORE = "score"


@dataclass(frozen=True)
class Rewarding:
    """How verdicts enter the reward, `weight` times.

    *additive*: own reward + weight x signal. *replacing*: weight x signal alone. *potential*: own
    reward + weight x (discount x potential there - potential here), the potential 0 once an
    episode has terminated, not where it is cut off. The signal is minus the cost of the action
    (`status`), or the share of families that allow it (`score`). Source: [Ng99] for potentials.
    """

    mode: Mode | str = Mode.ADDITIVE
    weight: float = 1.0
    signal: Signal | str = Signal.STATUS
    potential: Potential | None = None
    discount: float = 0.99

    def __post_init__(self) -> None:
        for name, kind in (("mode", Mode), ("signal", Signal)):
            try:
                object.__setattr__(self, name, kind(getattr(self, name)))
            except ValueError as error:
                known = ", ".join(kind)
                message = f"{name} {getattr(self, name)!r} is none of {known}"
                raise ArgueError(message) from error
        if not np.isfinite(self.weight):
            raise ArgueError(f"weight {self.weight} is no number to pay by")
        if not 0 <= self.discount <= 1:
            raise ArgueError(f"discount {self.discount} is not from 0 to 1")
        if (self.mode is Mode.POTENTIAL) != (self.potential is not None):
            raise ArgueError(
                "the mode potential needs `potential`, a column of the judge or a function of its "
                "columns; the other modes take none"
            )
        if self.mode is Mode.POTENTIAL:
            warnings.warn(
                "a potential changes how fast a policy is learnt, not which policy is best: it "
                "cannot make a selfish optimum moral; use the additive mode, the cost or the mask",
                ShapingWarning,
                stacklevel=3,
            )

    @property
    def shapes(self) -> bool:
        """Whether the reward is shaped by a potential."""
        return self.mode is Mode.POTENTIAL

    def paid(self, own: Array, weighed: Weighed, actions: Array) -> Array:
        """Answers the rewards of rows whose actions were taken, without any potential."""
        if self.shapes:
            return own
        table = weighed.scores if self.signal is Signal.SCORE else -weighed.costs
        verdict = self.weight * table[np.arange(len(actions)), actions]
        return verdict if self.mode is Mode.REPLACING else own + verdict

    def shaping(self, here: Array, there: Array, terminated: Array) -> Array:
        """Answers what the potential adds on the way from one row to the next."""
        return self.weight * (self.discount * np.where(terminated, 0.0, there) - here)

    def level(self, columns: Mapping[str, Any]) -> Array:
        """Answers the potential of rows, one number each; zeros where there is none.

        Raises: ArgueError if it is no number, or a column that is not there.
        """
        if self.potential is None:
            return np.zeros(1)
        if callable(self.potential):
            found = self.potential(columns)
        elif self.potential in columns:
            found = columns[self.potential]
        else:
            known = ", ".join(columns)
            raise ArgueError(f"potential {self.potential!r} is no column; they are {known}")
        levels = np.atleast_1d(np.asarray(found, dtype=float))
        if not np.isfinite(levels).all():
            raise ArgueError(
                f"the potential of row {int(np.argmin(np.isfinite(levels)))} is no number"
            )
        return levels

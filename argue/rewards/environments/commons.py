"""A stock that grows again, from which several people live: the dynamics, over many at once.

After the commons of [Hardin68] and the games of appropriation of [Perolat17], with one number in
place of a map. Everything is integers but the growth, which is rounded by a draw so that it is
right on average.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from argue.errors import ArgueError
from argue.rewards.ranks import Array


@dataclass(frozen=True)
class State:
    """So many commons at once: the stock of each [commons], and fasting [commons, people].

    `fasting` counts the steps since a person last ate, up to `patience`: then they are hungry.
    """

    stock: Array
    fasting: Array


@dataclass(frozen=True)
class Commons:
    """What a commons is like. Numbers of the stock are units of food.

    Every step each person takes from 0 to `most`; where more is asked for than there is, all get
    the same share of what they ask, rounded down. What is left then grows by `growth` x left x (1 -
    left / `capacity`), and is lost for good below `least`. A taken unit is one of reward; whoever
    is hungry after a step loses `hunger`. With the chance `spoilt` what a person took is lost
    before it is eaten.
    """

    capacity: int = 60
    people: int = 6
    most: int = 5
    growth: float = 0.3
    least: int = 1
    patience: int = 3
    hunger: float = 1.0
    spoilt: float = 0.0
    steps: int = 100

    def __post_init__(self) -> None:
        whole = ("capacity", "people", "most", "least", "patience", "steps")
        low = [name for name in whole if getattr(self, name) < 1]
        if low or not 0 <= self.growth <= 1 or not 0 <= self.spoilt <= 1:
            wrong = ", ".join(low) or "growth or spoilt"
            raise ArgueError(
                f"a commons needs {wrong} in range: whole numbers from 1, shares 0 to 1"
            )

    def start(self, commons: int, stock: int | None = None) -> State:
        """Answers so many commons, full unless a stock is given, everyone fed."""
        full = np.full(commons, self.capacity if stock is None else stock, dtype=np.int64)
        return State(full, np.zeros((commons, self.people), dtype=np.int64))

    def granted(self, stock: Array, takes: Array) -> Array:
        """Answers what each person gets of what they ask for."""
        wanted = takes.sum(axis=-1)
        short = wanted > stock
        shared = takes * stock[..., np.newaxis] // np.maximum(wanted, 1)[..., np.newaxis]
        return np.where(short[..., np.newaxis], shared, takes)

    def grown(self, left: Array) -> Array:
        """Answers the stock before rounding, after what is left has grown."""
        return left + self.growth * left * (1 - left / self.capacity)

    def step(self, state: State, takes: Array, random: np.random.Generator) -> tuple[State, Array]:
        """Answers the state after everyone took, and what each was rewarded."""
        got = self.granted(state.stock, takes)
        left: Array = state.stock - got.sum(axis=-1)
        after = np.floor(self.grown(left) + random.random(left.shape)).astype(np.int64)
        after = np.where(after < self.least, 0, np.minimum(after, self.capacity))
        if self.spoilt:
            got = np.where(random.random(got.shape) < self.spoilt, 0, got)
        fasting = np.where(got > 0, 0, np.minimum(state.fasting + 1, self.patience))
        return State(after, fasting), got - self.hunger * (fasting == self.patience)

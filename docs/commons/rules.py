"""What may be taken from a commons, as tables that learners look up: by the judge, or by hand.

A table is a mask [stock, fasting, signal, level, take]. The *signal* is 0 where nobody else took
what was ruled out for them, else 1 plus what the others took on average, rounded down. The *level*
says how much of an episode's budget of losses is left, in steps rounded down.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from argue.rewards.environments.commons import Commons
from argue.rewards.environments.norms import COMPLIED, commons_columns, commons_judge
from argue.rewards.environments.universal import Universal
from argue.rewards.judge import Judge
from argue.rewards.ranks import Array

NEED = ("need",)
LEVELS = 16
"""Into so many steps a budget is divided."""


@dataclass(frozen=True)
class Rule:
    """A mask over acts; with a `budget`, what acts spend of it, [stock, fasting, take]."""

    mask: Array
    budget: float = 0.0
    losses: Array | None = None


class Judges:
    """Judges of taking from a commons, each compiled once."""

    def __init__(self, seed: float) -> None:
        """Protect this share of the capacity as seed."""
        self.seed = seed
        self._compiled: dict[tuple[int, int, tuple[str, ...]], Judge] = {}

    def judge(self, commons: Commons, exceptions: tuple[str, ...]) -> Judge:
        """Answers the judge of taking from such a commons, with these exceptions."""
        seed = round(self.seed * commons.capacity)
        key = commons.most, commons.people + seed, exceptions
        if key not in self._compiled:
            self._compiled[key] = commons_judge(commons, seed=seed, exceptions=exceptions)
        return self._compiled[key]

    @property
    def patterns(self) -> int:
        """How many patterns of signs were solved in all."""
        return sum(judge.patterns for judge in self._compiled.values())

    def mask(
        self, universal: Universal, tolerances: Array, exceptions: tuple[str, ...] = NEED
    ) -> Array:
        """Answers what the judge leaves open in every state, one level a tolerance."""
        commons = universal.commons
        judge = self.judge(commons, exceptions)
        signals = np.arange(COMPLIED, commons.most + 1) if "assurance" in exceptions else [COMPLIED]
        shape = (commons.capacity + 1, commons.patience + 1, len(signals), len(tolerances))
        stock, fasting, signal, level = (part.ravel() for part in np.indices(shape))
        columns = commons_columns(
            universal,
            stock,
            fasting,
            tolerance=np.asarray(tolerances)[level],
            others=np.asarray(signals)[signal],
        )
        read = {name: columns[name] for name in judge.columns}
        mask = judge(read, margins=False).mask.reshape(*shape, -1)
        return np.broadcast_to(mask, (*shape[:2], commons.most + 2, *mask.shape[3:]))

    def policy(
        self, universal: Universal, share: float, exceptions: tuple[str, ...] = NEED
    ) -> Rule:
        """Answers the rule whose whole policy, done by everyone for ever, loses at most a share."""
        tolerance = universal.tolerance_for(share)
        return Rule(self.mask(universal, np.array([tolerance]), exceptions))

    def act(self, universal: Universal, share: float) -> Rule:
        """Answers the rule that tolerates the loss of a share with every single act."""
        return Rule(self.mask(universal, np.array([share * universal.full])))

    def budget(self, universal: Universal, share: float) -> Rule:
        """Answers the rule that tolerates losses which add up to a share within an episode."""
        whole = share * universal.full
        levels = np.arange(LEVELS) / (LEVELS - 1) * whole
        return Rule(self.mask(universal, levels), whole, universal.losses)


def quota(commons: Commons, most: int, share: float) -> Rule:
    """Answers the rule to take at most so much while the stock is above a share of the capacity."""
    stock = np.arange(commons.capacity + 1)[:, np.newaxis]
    open_ = np.arange(commons.most + 1) <= np.where(stock > share * commons.capacity, most, 0)
    shape = (commons.capacity + 1, commons.patience + 1, commons.most + 2, 1, commons.most + 1)
    return Rule(np.broadcast_to(open_[:, np.newaxis, np.newaxis, np.newaxis], shape))


def nothing_ruled_out(commons: Commons) -> Rule:
    """Answers the rule that leaves everything open."""
    shape = (commons.capacity + 1, commons.patience + 1, commons.most + 2, 1, commons.most + 1)
    return Rule(np.ones(shape, dtype=np.bool_))

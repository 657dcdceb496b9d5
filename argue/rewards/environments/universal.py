"""What everyone's doing the same would come to in a commons, from its true or a supposed model.

`Universal.acts[stock, fasting, take]` is the value for each person if everyone takes that much now
and everyone does what is best for all from then on; the best of them is `best[stock, fasting]`.
What is lost against it by everyone's taking that much or more is the *loss* of an act: to take less
is never held against anybody. By the performance-difference lemma [Kakade02] the
losses along the way, discounted, add up to what a course of action loses in all: whoever may lose
a little with every single act may lose 1 / (1 - discount) times that much.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from argue.rewards.environments.commons import Commons
from argue.rewards.ranks import Array

ROUNDS = 2000
"""Value iteration stops at the latest after so many rounds."""
PRECISION = 1e-9


@dataclass(frozen=True)
class Universal:
    """Values of symmetric courses of action, discounted, for each person."""

    commons: Commons
    discount: float = 0.98

    @cached_property
    def _model(self) -> tuple[Array, Array, Array, Array]:
        """Reward, next fasting, and both next stocks' places with the chance of the higher one."""
        commons = self.commons
        stock, fasting, take = np.meshgrid(
            np.arange(commons.capacity + 1),
            np.arange(commons.patience + 1),
            np.arange(commons.most + 1),
            indexing="ij",
        )
        got = np.where(take * commons.people > stock, stock // commons.people, take)
        mean = commons.grown(stock - got * commons.people)
        low = np.floor(mean).astype(np.int64)
        eaten = np.where(got > 0, 0, np.minimum(fasting + 1, commons.patience))
        return got - commons.hunger * (eaten == commons.patience), eaten, low, mean - low

    def _ahead(self, values: Array) -> Array:
        """Answers the value of every act if states are worth `values` from the next step on."""
        reward, eaten, low, chance = self._model
        commons = self.commons

        def worth(stock: Array) -> Array:
            alive = np.where(stock < commons.least, 0, np.minimum(stock, commons.capacity))
            return values[alive, eaten]

        return reward + self.discount * ((1 - chance) * worth(low) + chance * worth(low + 1))

    @cached_property
    def acts(self) -> Array:
        """The value of everyone's taking so much now, and the best for all from then on."""
        values = np.zeros((self.commons.capacity + 1, self.commons.patience + 1))
        for _ in range(ROUNDS):
            best = self._ahead(values).max(axis=-1)
            if np.abs(best - values).max() < PRECISION:
                break
            values = best
        return self._ahead(values)

    @cached_property
    def best(self) -> Array:
        """The value of what is best for all."""
        return self.acts.max(axis=-1)

    @cached_property
    def at_least(self) -> Array:
        """The best value for each person if everyone takes that much or more now."""
        return np.maximum.accumulate(self.acts[..., ::-1], axis=-1)[..., ::-1]

    @cached_property
    def losses(self) -> Array:
        """What is lost at least if everyone takes that much or more, never below 0."""
        return self.best[..., np.newaxis] - self.at_least

    @property
    def full(self) -> float:
        """What is best for all is worth so much from a full stock on."""
        return float(self.best[self.commons.capacity, 0])

    def greediest_within(self, allowed: Array) -> Array:
        """Answers the value if everyone always takes the most that is allowed.

        `allowed` is a mask over acts; that of every state must leave one open. Cubic in the
        number of states: a system of linear equations is solved.
        """
        commons = self.commons
        shape = self.best.shape
        most = commons.most - np.argmax(allowed[..., ::-1], axis=-1)
        stock, fasting = np.indices(shape)
        reward, eaten, low, chance = (part[stock, fasting, most] for part in self._model)
        states = self.best.size
        ahead = np.eye(states)
        for next_stock, share in ((low, 1 - chance), (low + 1, chance)):
            alive = np.where(next_stock < commons.least, 0, np.minimum(next_stock, shape[0] - 1))
            place = np.ravel_multi_index((alive, eaten), shape).ravel()
            np.subtract.at(ahead, (np.arange(states), place), self.discount * share.ravel())
        values: Array = np.linalg.solve(ahead, np.asarray(reward, dtype=float).ravel())
        return values.reshape(shape)

    def tolerance_for(self, share: float, halvings: int = 30) -> float:
        """Answers the largest loss of a single act that may be allowed as a policy.

        Were everyone always to take the most that it allows, from a full stock on they would lose
        at most this share of the best. What is universalized is the whole course of action, not
        the act. 0 if no tolerance found by halving keeps to the share.
        """
        low, high = 0.0, share * self.full
        for _ in range(halvings):
            middle = (low + high) / 2
            greediest = self.greediest_within(self.losses <= middle)
            if greediest[self.commons.capacity, 0] >= (1 - share) * self.full:
                low = middle
            else:
                high = middle
        return low

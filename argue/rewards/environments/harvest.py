"""A commons for one learner, as gymnasium has it: the others follow a policy that is given."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, SupportsFloat

import gymnasium
import numpy as np

from argue.rewards.environments.commons import Commons, State
from argue.rewards.ranks import Array

Policy = Callable[[Commons, State], Array]
"""Answers what everyone takes, [commons, people], from the state."""


def half_quota(commons: Commons, state: State) -> Array:
    """Answers one unit each while more than half of the stock is there, else nothing."""
    open_ = state.stock > commons.capacity / 2
    return np.repeat(open_[:, np.newaxis], commons.people, axis=1).astype(np.int64)


def space_of(commons: Commons) -> gymnasium.spaces.Box:
    """Answers the space of observations: stock, own fasting, what the others took on average."""
    high = np.array([commons.capacity, commons.patience, commons.most], dtype=np.float32)
    return gymnasium.spaces.Box(np.zeros(3, dtype=np.float32), high, dtype=np.float32)


class CommonsEnv(gymnasium.Env[Any, Any]):
    """A commons from which the first person takes 0 to `most`; episodes are cut off after `steps`.

    Observed are the stock, the steps since one last ate, and what the others took on average. A
    stock that is used up ends nothing: everyone goes hungry until the episode is over.
    """

    def __init__(
        self,
        commons: Commons | None = None,
        *,
        others: Policy = half_quota,
        stock: int | None = None,
    ) -> None:
        """Share a commons with others; `stock` is what episodes start from, full if left out."""
        self.commons = commons or Commons()
        self.others, self.stock = others, stock
        self.observation_space = space_of(self.commons)
        self.action_space = gymnasium.spaces.Discrete(self.commons.most + 1)
        self._state = self.commons.start(1, stock)
        self._others_took, self._steps = 0.0, 0

    @property
    def state(self) -> State:
        """The state of the commons, one row."""
        return self._state

    def reset(
        self, *, seed: int | None = None, options: dict[str, Any] | None = None
    ) -> tuple[Array, dict[str, Any]]:
        """Start from a full stock, everyone fed."""
        super().reset(seed=seed, options=options)
        self._state = self.commons.start(1, self.stock)
        self._others_took, self._steps = 0.0, 0
        return self._seen(), {}

    def step(self, action: Any) -> tuple[Array, SupportsFloat, bool, bool, dict[str, Any]]:
        """Take so much, as the others take what their policy says."""
        takes = self.others(self.commons, self._state).copy()
        takes[0, 0] = int(action)
        self._others_took = float(takes[0, 1:].mean()) if self.commons.people > 1 else 0.0
        self._state, rewards = self.commons.step(self._state, takes, self.np_random)
        self._steps += 1
        over = self._steps >= self.commons.steps
        return self._seen(), float(rewards[0, 0]), False, over, {}

    def _seen(self) -> Array:
        stock, fasting = self._state.stock[0], self._state.fasting[0, 0]
        return np.array([stock, fasting, self._others_took], dtype=np.float32)

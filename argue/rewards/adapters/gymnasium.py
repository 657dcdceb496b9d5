"""A gymnasium environment whose actions a judge weighs: reward, cost and mask.

The verdict on an action is that of the state in which it is taken. Interfaces: `info["cost"]` as
in constrained learning, `action_masks()` as MaskablePPO calls it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, SupportsFloat

import gymnasium
import numpy as np

from argue.rewards.adapters.deeds import Deeds, Weighed
from argue.rewards.adapters.rewarding import Rewarding
from argue.rewards.judge import Judge
from argue.rewards.ranks import Array
from argue.verdict.result import Analysis

Read = Callable[[Any, Mapping[str, Any]], Mapping[str, Any]]
"""Answers the judge's columns from an observation and its info."""


class JudgedEnv(gymnasium.Wrapper[Any, Any, Any, Any]):
    """An environment with Discrete actions, judged at every step.

    `read(observation, info)` answers the judge's columns, one number each. `step` pays by
    `rewarding`, reports the cost of the action in `info["cost"]`, added to a cost that the
    environment reports itself, and the verdict in `info["verdict"]`.
    """

    def __init__(
        self,
        env: gymnasium.Env[Any, Any],
        judge: Judge,
        *,
        read: Read,
        actions: Sequence[str | None] | None = None,
        rewarding: Rewarding | None = None,
    ) -> None:
        """Judge an environment; without `actions` action i is the judge's i-th option."""
        super().__init__(env)
        self.deeds = Deeds(judge, actions)
        self.deeds.check(env.action_space)
        self.read = read
        self.rewarding = rewarding or Rewarding()
        self._row: Mapping[str, Any] = {}
        self._available: Array | None = None
        self._weighed: Weighed | None = None

    def reset(
        self, *, seed: int | None = None, options: dict[str, Any] | None = None
    ) -> tuple[Any, dict[str, Any]]:
        """Start an episode, and weigh what may be done there."""
        observation, info = self.env.reset(seed=seed, options=options)
        self._look(observation, info)
        return observation, info

    def step(self, action: Any) -> tuple[Any, SupportsFloat, bool, bool, dict[str, Any]]:
        """Act, be paid by the verdict on that action, and weigh what may be done next."""
        weighed, row = self.weighed, self._row
        observation, own, terminated, truncated, info = self.env.step(action)
        taken = np.array([int(action)])
        reward = self.rewarding.paid(np.array([float(own)]), weighed, taken)
        self._look(observation, info)
        if self.rewarding.shapes:
            here, there = self.rewarding.level(row), self.rewarding.level(self._row)
            reward = reward + self.rewarding.shaping(here, there, np.array([terminated]))
        info = dict(info)
        info["cost"] = float(info.get("cost", 0.0)) + float(weighed.costs[0, taken[0]])
        info["verdict"] = self.deeds.verdict(weighed, 0, int(action))
        return observation, float(reward[0]), terminated, truncated, info

    @property
    def weighed(self) -> Weighed:
        """What the judge says of every action in the present state.

        Raises: gymnasium's ResetNeeded before the first reset.
        """
        if self._weighed is None:
            raise gymnasium.error.ResetNeeded("reset the environment before judging it")
        return self._weighed

    def action_masks(self) -> Array:
        """Answers which actions are open now, bool [actions], never none; see `Weighed.mask`."""
        return self.weighed.mask(self._available)[0]

    def explain(self) -> Analysis:
        """Answers the full analysis of the present state, reasons and all."""
        _ = self.weighed
        return self.deeds.judge.explain(self._row)

    def _look(self, observation: Any, info: Mapping[str, Any]) -> None:
        self._row = self.read(observation, info)
        self._weighed = self.deeds.weigh(self._row)
        self._available = self._own_mask(info)

    def _own_mask(self, info: Mapping[str, Any]) -> Array | None:
        """Answers which actions the environment itself leaves open, None if it does not say."""
        if "action_mask" in info:
            return np.asarray(info["action_mask"], dtype=np.bool_).reshape(1, -1)
        try:
            asked: Any = self.env.get_wrapper_attr("action_masks")
        except AttributeError:
            return None
        return np.asarray(asked(), dtype=np.bool_).reshape(1, -1)

"""Puts a judge between a learner and an environment of gymnasium."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import gymnasium
import numpy as np
from gymnasium.spaces import Box, Discrete

from argue.rewards.adapters import JudgedEnv, Rewarding
from tests.consumers.rows import judge


class Crossing(gymnasium.Env[np.ndarray[Any, Any], Any]):
    """A crossing at which so many people walk."""

    def __init__(self) -> None:
        """Say what is seen and what can be done."""
        self.observation_space = Box(0, 9, (1,))
        self.action_space = Discrete(2)

    def reset(
        self, *, seed: int | None = None, options: dict[str, Any] | None = None
    ) -> tuple[np.ndarray[Any, Any], dict[str, Any]]:
        """Begin with two people on the crossing."""
        super().reset(seed=seed, options=options)
        return np.array([2.0], dtype=np.float32), {}

    def step(self, action: Any) -> tuple[np.ndarray[Any, Any], float, bool, bool, dict[str, Any]]:
        """Drive on or wait."""
        return np.array([2.0], dtype=np.float32), float(action), True, False, {}


def read(observation: Any, info: Mapping[str, Any]) -> Mapping[str, Any]:
    """Answers the columns of the judge."""
    return {"walkers": float(observation[0])}


def reward(action: int) -> float:
    """Answers what an action is worth once it is judged."""
    env = JudgedEnv(Crossing(), judge(), read=read, rewarding=Rewarding(weight=3))
    env.reset(seed=1)
    masks = [bool(allowed) for allowed in env.action_masks()]
    assert masks == [True, False]
    _, paid, _, _, _ = env.step(action)
    return float(paid)

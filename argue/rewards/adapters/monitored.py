"""A gymnasium environment in which norms over time are followed: observed, paid and shielded.

What a norm asks may turn on what happened before, which the observation alone does not tell. So
the states of the monitors become part of it, and rewards for breaches and repairs are Markovian.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, SupportsFloat

import gymnasium
import numpy as np

from argue.errors import ArgueError
from argue.rewards.adapters.machines import Norms
from argue.rewards.adapters.shields import Model, Shield
from argue.rewards.ranks import Array

Label = Callable[[Any, Mapping[str, Any]], Iterable[str]]
"""Answers what holds after a step, from the observation and its info."""


@dataclass(frozen=True)
class Pay:
    """What a breach and a repair pay, each time; what is owed when an episode ends is a breach."""

    breach: float = -1.0
    repair: float = 0.0


class MonitoredEnv(gymnasium.Wrapper[Any, Any, Any, Any]):
    """An environment whose observations are `{observation, norms}`, with each monitor's state.

    `step` adds what breaches and repairs pay to the reward, counts breaches in `info["cost"]`,
    added to a cost that the environment reports, and says in `info["norms"]` how each norm stands,
    in `info["breached"]` and `info["repaired"]` what just happened. An episode that is cut off is
    not over: nothing owed is counted against it.
    """

    def __init__(
        self,
        env: gymnasium.Env[Any, Any],
        norms: Norms,
        *,
        label: Label,
        pay: Pay | None = None,
        model: Model | None = None,
    ) -> None:
        """Follow norms; with a `model` that can locate observations, `action_masks` is a shield."""
        super().__init__(env)
        if model is not None and model.locate is None:
            raise ArgueError(
                "the model needs `locate`, which answers its state from an observation"
            )
        self.norms, self.label, self.pay, self.model = norms, label, pay or Pay(), model
        self.shield = None if model is None else Shield(norms, model)
        states = gymnasium.spaces.MultiDiscrete(np.array(norms.sizes))
        self.observation_space = gymnasium.spaces.Dict(
            {"observation": env.observation_space, "norms": states}
        )
        self._states = norms.start
        self._place = 0

    def reset(
        self, *, seed: int | None = None, options: dict[str, Any] | None = None
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """Start an episode, every norm from its beginning."""
        observation, info = self.env.reset(seed=seed, options=options)
        self._states = self.norms.start
        self._look(observation, info)
        return self._seen(observation), {**info, "norms": self._standings()}

    def step(self, action: Any) -> tuple[dict[str, Any], SupportsFloat, bool, bool, dict[str, Any]]:
        """Act, and let every norm take note of what holds then."""
        observation, own, terminated, truncated, info = self.env.step(action)
        holding = self.label(observation, info)
        change = self.norms.step(self._states, holding, last=terminated)
        self._states = change.states
        self._look(observation, info)
        breaches, repairs = len(change.breached), len(change.repaired)
        reward = float(own) + self.pay.breach * breaches + self.pay.repair * repairs
        info = {
            **info,
            "cost": float(info.get("cost", 0.0)) + breaches,
            "norms": self._standings(),
            "breached": change.breached,
            "repaired": change.repaired,
        }
        return self._seen(observation), reward, terminated, truncated, info

    def action_masks(self) -> Array:
        """Answers which actions are safe now, bool [actions]; all of them without a model.

        If none is safe, those that at worst breach the fewest norms.
        """
        if self.shield is None:
            space: Any = self.action_space
            return np.ones(int(space.n), dtype=np.bool_)
        return np.array(self.shield.mask(self._place, self._states), dtype=np.bool_)

    def _look(self, observation: Any, info: Mapping[str, Any]) -> None:
        if self.model is not None and self.model.locate is not None:
            self._place = self.model.locate(observation, info)

    def _seen(self, observation: Any) -> dict[str, Any]:
        return {"observation": observation, "norms": np.array(self._states, dtype=np.int64)}

    def _standings(self) -> dict[str, str]:
        return {
            name: str(standing) for name, standing in self.norms.standings(self._states).items()
        }

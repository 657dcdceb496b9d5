"""A reward for each principle, never a sum: the interface of mo-gymnasium."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import gymnasium
import numpy as np

from argue.rewards.adapters.deeds import costs_of
from argue.rewards.adapters.gymnasium import JudgedEnv, Read
from argue.rewards.adapters.rewarding import Rewarding
from argue.rewards.judge import Judge
from argue.rewards.ranks import Array


class PrinciplesEnv(gymnasium.Env[Any, Any]):
    """An environment whose reward is a vector: its own reward, then one number a source.

    A source pays -1 for an action that it alone forbids, -1/2 for one it is undecided about, 0 for
    any other, what it is silent on included. `components` names the places of the vector,
    `reward_space` is its space. Masks, costs and reasons are those of `JudgedEnv`. As mo-gymnasium
    asks for `unwrapped.reward_space`, this counts as an environment, not a wrapper.
    """

    def __init__(
        self,
        env: gymnasium.Env[Any, Any],
        judge: Judge,
        *,
        read: Read,
        actions: Sequence[str | None] | None = None,
    ) -> None:
        """Judge an environment; see `JudgedEnv`."""
        unpaid = Rewarding(weight=0.0)
        self.env = JudgedEnv(env, judge, read=read, actions=actions, rewarding=unpaid)
        self.components = ("own", *judge.sources)
        self.observation_space = env.observation_space
        self.action_space = env.action_space
        self.metadata, self.render_mode = env.metadata, env.render_mode
        low = np.full(len(self.components), -1.0, dtype=np.float32)
        high = np.zeros(len(self.components), dtype=np.float32)
        low[0], high[0] = -np.inf, np.inf
        self.reward_space = gymnasium.spaces.Box(low, high, dtype=np.float32)

    @property
    def reward_dim(self) -> int:
        """How many numbers a reward has."""
        return len(self.components)

    def reset(
        self, *, seed: int | None = None, options: dict[str, Any] | None = None
    ) -> tuple[Any, dict[str, Any]]:
        """Start an episode."""
        super().reset(seed=seed)
        return self.env.reset(seed=seed, options=options)

    def step(self, action: Any) -> tuple[Any, Any, bool, bool, dict[str, Any]]:
        """Act, and be paid by each principle apart."""
        alone = self.env.weighed.alone()
        place = int(action)
        told = [float(-costs_of(codes[:, place])[0]) for codes in alone.values()]
        observation, own, terminated, truncated, info = self.env.step(action)
        rewards = np.array([float(own), *told], dtype=np.float32)
        return observation, rewards, terminated, truncated, info

    def action_masks(self) -> Array:
        """Answers which actions are open now; see `JudgedEnv.action_masks`."""
        return self.env.action_masks()

    def render(self) -> Any:
        """Draw the environment."""
        return self.env.render()

    def close(self) -> None:
        """Close the environment."""
        self.env.close()

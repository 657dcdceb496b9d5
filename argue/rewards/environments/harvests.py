"""A commons from which all its people learn to take, as PettingZoo has it, at the same time."""

from __future__ import annotations

from typing import Any

import gymnasium
import numpy as np
from pettingzoo import ParallelEnv

from argue.rewards.environments.commons import Commons
from argue.rewards.environments.harvest import space_of


class CommonsParallelEnv(ParallelEnv[str, Any, Any]):
    """A commons from which `person_0`, `person_1`, ... take at once; see `CommonsEnv`."""

    def __init__(self, commons: Commons | None = None, *, stock: int | None = None) -> None:
        """Share a commons; `stock` is what episodes start from, full if left out."""
        self.commons = commons or Commons()
        self.stock = stock
        self.metadata = {"name": "commons_v0", "render_modes": []}
        self.render_mode = None
        self.possible_agents = [f"person_{number}" for number in range(self.commons.people)]
        self.agents: list[str] = []
        self._observed = space_of(self.commons)
        self._acted = gymnasium.spaces.Discrete(self.commons.most + 1)
        self._random = np.random.default_rng()
        self._state = self.commons.start(1, stock)
        self._steps = 0

    def observation_space(self, agent: str) -> gymnasium.spaces.Space[Any]:
        """Answers what a person observes, the same for everyone."""
        return self._observed

    def action_space(self, agent: str) -> gymnasium.spaces.Space[Any]:
        """Answers what a person can take, the same for everyone."""
        return self._acted

    def reset(
        self, seed: int | None = None, options: dict[str, Any] | None = None
    ) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
        """Start from a full stock, everyone fed."""
        if seed is not None:
            self._random = np.random.default_rng(seed)
        self.agents = list(self.possible_agents)
        self._state = self.commons.start(1, self.stock)
        self._steps = 0
        return self._seen(np.zeros(self.commons.people)), {agent: {} for agent in self.agents}

    def step(
        self, actions: dict[str, Any]
    ) -> tuple[
        dict[str, Any],
        dict[str, float],
        dict[str, bool],
        dict[str, bool],
        dict[str, dict[str, Any]],
    ]:
        """Let everyone take at once."""
        takes = np.array([[int(actions[agent]) for agent in self.possible_agents]])
        self._state, rewards = self.commons.step(self._state, takes, self._random)
        self._steps += 1
        over = self._steps >= self.commons.steps
        everyone = self.agents
        paid = dict(zip(everyone, rewards[0].tolist(), strict=True))
        self.agents = [] if over else list(everyone)
        return (
            self._seen(takes[0]),
            paid,
            dict.fromkeys(everyone, False),
            dict.fromkeys(everyone, over),
            {agent: {} for agent in everyone},
        )

    def _seen(self, takes: Any) -> dict[str, Any]:
        """Answers what everyone observes: stock, own fasting, what the others took on average."""
        others = (takes.sum() - takes) / max(1, len(takes) - 1)
        stock, fasting = self._state.stock[0], self._state.fasting[0]
        return {
            agent: np.array([stock, fasting[place], others[place]], dtype=np.float32)
            for place, agent in enumerate(self.possible_agents)
        }

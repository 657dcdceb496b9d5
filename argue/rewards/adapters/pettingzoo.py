"""A PettingZoo parallel environment whose agents a judge weighs, all agents in one batch.

PettingZoo's `parallel_to_aec` makes the turn-based form of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from pettingzoo.utils import BaseParallelWrapper

from argue.errors import ArgueError, UnknownId
from argue.rewards.adapters.deeds import Deeds, Weighed
from argue.rewards.adapters.rewarding import Rewarding
from argue.rewards.judge import Judge
from argue.rewards.ranks import Array
from argue.verdict.result import Analysis

Read = Callable[[str, Any, Mapping[str, Any]], Mapping[str, Any]]
"""Answers the judge's columns from an agent, its observation and its info."""


class JudgedParallelEnv(BaseParallelWrapper[Any, Any, Any]):
    """A parallel environment with Discrete actions; every agent is judged at every step.

    `infos[agent]` gets the `cost` of the agent's action, added to a cost that the environment
    reports, the `verdict` on it in words, and as `action_mask` what is open to the agent now. The
    mask that the environment gives itself under that key is respected.
    """

    def __init__(
        self,
        env: Any,
        judge: Judge,
        *,
        read: Read,
        actions: Sequence[str | None] | None = None,
        rewarding: Rewarding | None = None,
    ) -> None:
        """Judge an environment; without `actions` action i is the judge's i-th option."""
        super().__init__(env)
        self.deeds = Deeds(judge, actions)
        for agent in env.possible_agents:
            self.deeds.check(env.action_space(agent))
        self.read = read
        self.rewarding = rewarding or Rewarding()
        self._rows: dict[str, Mapping[str, Any]] = {}
        self._weighed: Weighed | None = None
        self._masks: dict[str, Array] = {}

    def reset(
        self, seed: int | None = None, options: dict[str, Any] | None = None
    ) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
        """Start an episode, and weigh what every agent may do there."""
        observations, infos = self.env.reset(seed=seed, options=options)
        self._look(observations, infos)
        return observations, self._masked(infos)

    def step(
        self, actions: dict[str, Any]
    ) -> tuple[
        dict[str, Any],
        dict[str, float],
        dict[str, bool],
        dict[str, bool],
        dict[str, dict[str, Any]],
    ]:
        """Let every agent act, each paid by the verdict on its action."""
        weighed, rows = self._weighed, self._rows
        if weighed is None or set(rows) != set(actions):
            missing = ", ".join(sorted(set(rows) ^ set(actions)))
            raise ArgueError(f"every living agent acts and nobody else; this differs on: {missing}")
        observations, own, terminated, truncated, infos = self.env.step(actions)
        after = self._look(observations, infos)
        infos = self._masked(infos)
        taken = np.array([int(actions[agent]) for agent in rows], dtype=np.intp)
        paid = self.rewarding.paid(np.array([float(own[a]) for a in rows]), weighed, taken)
        if self.rewarding.shapes:
            ended = np.array([bool(terminated[agent]) for agent in rows])
            here, there = self._levels(rows), self._levels({a: after[a] for a in rows})
            paid = paid + self.rewarding.shaping(here, there, ended)
        for place, agent in enumerate(rows):
            info, cost = infos[agent], float(weighed.costs[place, taken[place]])
            info["cost"] = float(info.get("cost", 0.0)) + cost
            info["verdict"] = self.deeds.verdict(weighed, place, int(taken[place]))
        rewards = dict(zip(rows, paid.tolist(), strict=True))
        return observations, rewards, terminated, truncated, infos

    def action_masks(self, agent: str) -> Array:
        """Answers which actions are open to an agent now, bool [actions], never none.

        Raises: UnknownId for an agent that is not there.
        """
        if agent not in self._masks:
            raise UnknownId("agent", agent, self._masks)
        return self._masks[agent]

    def explain(self, agent: str) -> Analysis:
        """Answers the full analysis of the present state of an agent.

        Raises: UnknownId for an agent that is not there.
        """
        if agent not in self._rows:
            raise UnknownId("agent", agent, self._rows)
        return self.deeds.judge.explain(self._rows[agent])

    def _look(
        self, observations: Mapping[str, Any], infos: Mapping[str, Any]
    ) -> Mapping[str, Mapping[str, Any]]:
        """Weigh what living agents may do, and answer the rows of all, those just gone included."""
        every = {a: self.read(a, seen, infos.get(a, {})) for a, seen in observations.items()}
        self._rows = {agent: row for agent, row in every.items() if agent in self.env.agents}
        self._masks, self._weighed = {}, None
        if not self._rows:
            return every
        first = next(iter(self._rows.values()))
        columns = {name: [row[name] for row in self._rows.values()] for name in first}
        self._weighed = self.deeds.weigh(columns)
        available = np.ones((len(self._rows), len(self.deeds)), dtype=np.bool_)
        for place, agent in enumerate(self._rows):
            if "action_mask" in infos.get(agent, {}):
                available[place] = np.asarray(infos[agent]["action_mask"], dtype=np.bool_)
        self._masks = dict(zip(self._rows, self._weighed.mask(available), strict=True))
        return every

    def _masked(self, infos: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
        found = {agent: dict(info) for agent, info in infos.items()}
        for agent, mask in self._masks.items():
            found.setdefault(agent, {})["action_mask"] = mask.astype(np.int8)
        return found

    def _levels(self, rows: Mapping[str, Mapping[str, Any]]) -> Array:
        return np.array([self.rewarding.level(row)[0] for row in rows.values()])

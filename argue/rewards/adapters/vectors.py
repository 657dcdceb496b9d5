"""A vector of gymnasium environments whose actions a judge weighs, all rows in one batch.

A row that only starts an episode anew is not judged: environments that reset themselves with the
next step (gymnasium 1) ignore the action of that step. Those that do so within the same step
(gymnasium 0.29, or `AutoresetMode.SAME_STEP`) show the last state as the final observation.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

import gymnasium
import numpy as np

from argue.errors import ArgueError, BatchError
from argue.rewards.adapters.deeds import Deeds, Weighed
from argue.rewards.adapters.rewarding import Rewarding
from argue.rewards.judge import Judge
from argue.rewards.ranks import Array
from argue.verdict.result import Analysis

Read = Callable[[Any, Mapping[str, Any]], Mapping[str, Any]]
"""Answers the judge's columns, a number a row, from batched observations and infos."""

RESETS = ("next_step", "same_step", "disabled")
"""When an environment of a vector that is over starts anew: by itself, or when it is told to."""

if TYPE_CHECKING:
    _Wrapper = gymnasium.vector.VectorWrapper[Any, Any, Any, Any, Any]
elif hasattr(gymnasium.vector, "VectorWrapper"):
    _Wrapper = gymnasium.vector.VectorWrapper
else:  # gymnasium 0.29
    _Wrapper = gymnasium.vector.VectorEnvWrapper


def resets_of(env: Any) -> str:
    """Answers when environments of a vector start anew, by what the vector or the release says.

    Raises: ArgueError for a way that is not known.
    """
    if not hasattr(gymnasium.vector, "VectorWrapper"):
        return "same_step"
    said = env.metadata.get("autoreset_mode", "next_step")
    found = str(getattr(said, "name", said)).lower()
    if found not in RESETS:
        raise ArgueError(f"autoreset mode {said!r} is none of {', '.join(RESETS)}")
    return found


class JudgedVectorEnv(_Wrapper):
    """A vector environment with Discrete actions, judged at every step in one batch.

    `read(observations, infos)` answers the judge's columns as arrays with a number for each
    environment. `infos["cost"]` holds the costs, with `infos["_cost"]` saying which rows were
    judged; `infos["action_mask"]`, where the environments give one, is respected.
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
        """Judge a vector; without `actions` action i is the judge's i-th option."""
        super().__init__(env)
        self.deeds = Deeds(judge, actions)
        self.deeds.check(env.single_action_space)
        self.read = read
        self.rewarding = rewarding or Rewarding()
        self.resets = resets_of(env)
        self._rows: Mapping[str, Any] = {}
        self._infos: Mapping[str, Any] = {}
        self._weighed: Weighed | None = None
        self._starting = np.zeros(env.num_envs, dtype=np.bool_)

    def reset(
        self, *, seed: int | list[int] | None = None, options: dict[str, Any] | None = None
    ) -> tuple[Any, dict[str, Any]]:
        """Start episodes, and weigh what may be done there."""
        vector: Any = self.env  # a list of seeds is taken too
        observations, infos = vector.reset(seed=seed, options=options)
        self._starting = np.zeros(self.env.num_envs, dtype=np.bool_)
        self._look(observations, infos)
        return observations, infos

    def step(self, actions: Any) -> tuple[Any, Array, Array, Array, dict[str, Any]]:
        """Act in every environment, each paid by the verdict on its action."""
        weighed, rows, starting = self.weighed, self._rows, self._starting
        observations, own, terminated, truncated, infos = self.env.step(actions)
        taken = np.asarray(actions, dtype=np.intp)
        own = np.asarray(own, dtype=float)
        rewards = self.rewarding.paid(own, weighed, taken)
        self._look(observations, infos)
        if self.rewarding.shapes:
            here, there = self.rewarding.level(rows), self._levels(observations, infos)
            rewards = rewards + self.rewarding.shaping(here, there, np.asarray(terminated))
        rewards = np.where(starting, own, rewards)
        over = np.asarray(terminated) | np.asarray(truncated)
        if self.resets == "next_step":
            self._starting = over
        return (
            observations,
            rewards,
            terminated,
            truncated,
            self._told(infos, weighed, taken, starting),
        )

    @property
    def weighed(self) -> Weighed:
        """What the judge says of every action in every environment now.

        Raises: gymnasium's ResetNeeded before the first reset.
        """
        if self._weighed is None:
            raise gymnasium.error.ResetNeeded("reset the environments before judging them")
        return self._weighed

    def action_masks(self) -> Array:
        """Answers which actions are open now, bool [environments, actions], never none in a row."""
        weighed = self.weighed
        own = self._infos.get("action_mask")
        if own is None:
            return weighed.mask()
        available = np.ones((self.env.num_envs, len(self.deeds)), dtype=np.bool_)
        for place in np.flatnonzero(self._infos["_action_mask"]).tolist():
            available[place] = np.asarray(own[place], dtype=np.bool_)
        return weighed.mask(available)

    def explain(self, environment: int) -> Analysis:
        """Answers the full analysis of the present state of one environment."""
        _ = self.weighed
        row = {name: np.asarray(values)[environment] for name, values in self._rows.items()}
        return self.deeds.judge.explain(row)

    def _look(self, observations: Any, infos: Mapping[str, Any]) -> None:
        rows = self.read(observations, infos)
        weighed = self.deeds.weigh(rows)
        if len(weighed.verdicts) != self.env.num_envs:
            raise BatchError(
                f"read gave {len(weighed.verdicts)} rows for {self.env.num_envs} environments: "
                "answer every column as an array with a number for each"
            )
        self._rows, self._infos, self._weighed = rows, infos, weighed

    def _told(
        self, infos: Mapping[str, Any], weighed: Weighed, taken: Array, starting: Array
    ) -> dict[str, Any]:
        costs = weighed.costs[np.arange(len(taken)), taken]
        reported = np.asarray(infos.get("cost", 0.0), dtype=float)
        judged = ~starting
        return {**infos, "cost": reported + np.where(judged, costs, 0.0), "_cost": judged}

    def _levels(self, observations: Any, infos: Mapping[str, Any]) -> Array:
        """Answers the potentials of where the steps led, before anything started anew."""
        levels = np.array(np.broadcast_to(self.rewarding.level(self._rows), self.env.num_envs))
        key = "final_obs" if "final_obs" in infos else "final_observation"
        if self.resets != "same_step" or key not in infos:
            return levels
        for place in np.flatnonzero(infos[f"_{key}"]).tolist():
            row = self.read(_batched(infos[key][place]), _final_info(infos, place))
            levels[place] = self.rewarding.level(row)[0]
        return levels


def _batched(observation: Any) -> Any:
    """Answers one observation as a batch of one."""
    if isinstance(observation, Mapping):
        parts = cast("Mapping[str, Any]", observation)
        return {name: _batched(part) for name, part in parts.items()}
    if isinstance(observation, tuple):
        return tuple(_batched(part) for part in cast("tuple[Any, ...]", observation))
    return np.asarray(observation)[np.newaxis]


def _final_info(infos: Mapping[str, Any], place: int) -> Mapping[str, Any]:
    """Answers the info of an environment's last state as a batch of one.

    gymnasium 1 gives a mapping of arrays, 0.29 an array of mappings.
    """
    final = infos.get("final_info", {})
    if isinstance(final, Mapping):
        arrays = cast("Mapping[str, Any]", final)
        return {name: np.asarray(values)[place : place + 1] for name, values in arrays.items()}
    own: Mapping[str, Any] = final[place] or {}
    return {name: np.asarray(value)[np.newaxis] for name, value in own.items()}

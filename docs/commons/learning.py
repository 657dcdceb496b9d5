"""Independent learners in many commons at once: tabular Q-learning over arrays, and evaluation.

Every person has a table of their own over stock, own fasting and whether others just took what was
ruled out. All conditions of a study learn side by side as rows of the same arrays.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from rules import LEVELS, Rule

from argue.rewards.environments.commons import Commons, State
from argue.rewards.ranks import Array


@dataclass(frozen=True)
class Condition:
    """How the people of a commons are trained: what they may take, and what they are paid.

    Paid are `own` x own reward + `team` x the mean + `poorest` x the least of all rewards, less
    `penalty` for what the rule rules out, plus the change of `potential` where there is one. The
    first `rebels` people are under no mask. What others took counts on average, with `matching` as
    the most that one of them took. `plans` are policies that are followed, not learnt.
    """

    name: str
    rule: Rule
    own: float = 1.0
    team: float = 0.0
    poorest: float = 0.0
    penalty: float = 0.0
    potential: Array | None = None
    rebels: int = 0
    matching: bool = False
    plans: Sequence[Array] = ()


class Group:
    """Replicas of conditions as rows of arrays: first all replicas of the first condition."""

    def __init__(
        self,
        commons: Commons,
        conditions: Sequence[Condition],
        judged: Rule,
        *,
        replicas: int,
        discount: float,
    ) -> None:
        """Lay the tables out; acts are counted as ruled out by the rule `judged`."""
        self.discount = discount
        self.commons, self.conditions, self.replicas = commons, conditions, replicas
        self.rows = len(conditions) * replicas
        states = commons.capacity + 1, commons.patience + 1
        self.shape = (self.rows, commons.people, *states, 2)
        self.values = np.zeros((int(np.prod(self.shape)), commons.most + 1), dtype=np.float32)
        deep = max(c.rule.mask.shape[3] for c in conditions)
        masks = [self._deep(c.rule.mask, deep) for c in conditions] + [
            np.ones_like(self._deep(judged.mask, deep)),
            self._deep(judged.mask, deep),
        ]
        self.mask_shape = (len(masks), *masks[0].shape[:4])
        self.masks = np.concatenate([m.reshape(-1, commons.most + 1) for m in masks])
        self.barred = np.where(self.masks, np.float32(0), np.float32(-np.inf))
        order = np.argsort(~self.masks, axis=1, kind="stable")
        self.open_acts, self.open_count = order.astype(np.int8), self.masks.sum(axis=1)
        self._spread(conditions)

    def _deep(self, mask: Array, deep: int) -> Array:
        shape = (*mask.shape[:3], deep, mask.shape[4])
        return np.ascontiguousarray(np.broadcast_to(mask, shape))

    def _spread(self, conditions: Sequence[Condition]) -> None:
        """Repeat what conditions say for each of their replicas."""
        people, count = self.commons.people, len(conditions)

        def column(values: Sequence[float]) -> Array:
            return np.repeat(np.array(values, dtype=float), self.replicas)[:, np.newaxis]

        self.shaped = any(c.potential is not None for c in conditions)
        self.spending = any(c.rule.budget for c in conditions)
        self.own = column([c.own for c in conditions])
        self.team = column([c.team for c in conditions])
        self.poorest = column([c.poorest for c in conditions])
        self.penalty = column([c.penalty for c in conditions])
        rule = np.repeat(np.arange(count), self.replicas)
        rebel = np.arange(people) < column([c.rebels for c in conditions])
        self.rule = np.where(rebel, count, rule[:, np.newaxis])
        self.judged = np.full((self.rows, people), count + 1)
        states = self.shape[2:4]
        flat = np.zeros(states)
        self.potential = np.stack(
            [flat if c.potential is None else c.potential for c in conditions]
        )
        self.condition = rule[:, np.newaxis]
        self.budget = column([c.rule.budget for c in conditions])
        none = np.zeros((*states, self.commons.most + 1))
        self.losses = np.stack(
            [none if c.rule.losses is None else c.rule.losses for c in conditions]
        )
        self.matching = column([c.matching for c in conditions]).astype(np.bool_)
        self.fixed = column([bool(c.plans) for c in conditions]).astype(np.bool_)

    def plan(self, random: np.random.Generator) -> None:
        """Hand the policies of planners out, one drawn for each person."""
        values = self.values.reshape(*self.shape, -1)
        for place, condition in enumerate(self.conditions):
            for row in range(
                place * self.replicas, (place + 1) * self.replicas if condition.plans else 0
            ):
                for person in range(self.commons.people):
                    chosen = condition.plans[random.integers(len(condition.plans))]
                    values[row, person] = chosen[:, :, np.newaxis]


class Walk:
    """One pass through episodes: what the people of a group see, do and get."""

    def __init__(self, group: Group, random: np.random.Generator, stock: int | None = None) -> None:
        """Start an episode in every commons."""
        self.group, self.random = group, random
        self.state = group.commons.start(group.rows, stock)
        self.signal = np.zeros((group.rows, group.commons.people), dtype=np.int64)
        self.spent = np.zeros((group.rows, group.commons.people))
        people = np.arange(group.commons.people)
        self._person = np.arange(group.rows)[:, np.newaxis] * group.commons.people + people

    def places(self) -> Array:
        """Answers every person's row in the table of values."""
        _, _, stocks, fastings, _ = self.group.shape
        stock, fasting = self.state.stock[:, np.newaxis], self.state.fasting
        return ((self._person * stocks + stock) * fastings + fasting) * 2 + (self.signal > 0)

    def mask_places(self, rule: Array) -> Array:
        """Answers every person's row in the table of masks, under these rules."""
        _, stocks, fastings, signals, deep = self.group.mask_shape
        stock = self.state.stock[:, np.newaxis]
        place = ((rule * stocks + stock) * fastings + self.state.fasting) * signals + self.signal
        if deep == 1:
            return place
        left = 1 - self.spent / np.maximum(self.group.budget, 1e-12)
        level = np.where(self.group.budget > 0, np.floor(left * (LEVELS - 1) + 1e-9), 0)
        return place * deep + np.clip(level, 0, deep - 1).astype(np.int64)

    def worth(self, places: Array, open_places: Array) -> Array:
        """Answers what every act is held to be worth, minus infinity if it is barred."""
        group = self.group
        return group.values.take(places, axis=0) + group.barred.take(open_places, axis=0)

    def step(self, takes: Array) -> tuple[Array, Array, Array]:
        """Let everyone take, and answer rewards, what they are paid for learning, and breaches."""
        group, before = self.group, self.state
        judged = self.mask_places(group.judged) * (group.commons.most + 1) + takes
        ruled_out = ~group.masks.ravel().take(judged)
        at = group.condition, before.stock[:, np.newaxis], before.fasting
        if group.spending:
            self.spent += group.losses[(*at, takes)]
        self.state, rewards = group.commons.step(before, takes, self.random)
        paid = group.own * rewards - group.penalty * ruled_out
        paid += group.team * rewards.mean(axis=1, keepdims=True)
        paid += group.poorest * rewards.min(axis=1, keepdims=True)
        if group.shaped:
            after = group.condition, self.state.stock[:, np.newaxis], self.state.fasting
            paid += group.discount * group.potential[after] - group.potential[at]
        self._hear(takes, ruled_out)
        return rewards, paid, ruled_out

    def _hear(self, takes: Array, ruled_out: Array) -> None:
        """Tell everyone whether others broke the rule, and what they took on average or at most."""
        others = max(1, self.group.commons.people - 1)
        broke = ruled_out.sum(axis=1, keepdims=True) - ruled_out > 0
        mean = (takes.sum(axis=1, keepdims=True) - takes) // others
        most = np.sort(takes, axis=1)
        others_most = np.where(takes == most[:, -1:], most[:, -2:-1], most[:, -1:])
        self.signal = np.where(broke, 1 + np.where(self.group.matching, others_most, mean), 0)


def learn(group: Group, settings: Mapping[str, float], random: np.random.Generator) -> None:
    """Fill the tables of values by Q-learning, acts drawn among those that are open."""
    episodes, values = int(settings["episodes"]), group.values
    width = group.commons.most + 1
    rate = np.where(group.fixed, 0, np.float32(settings["rate"])).astype(np.float32)
    discount = np.float32(settings["discount"])
    for episode in range(episodes):
        done = episode / (settings["explore"] * episodes)
        explore = max(settings["least"], 1 - done * (1 - settings["least"]))
        walk = Walk(group, random)
        before, paid = None, None
        for _ in range(group.commons.steps + 1):
            places, open_places = walk.places(), walk.mask_places(group.rule)
            here = walk.worth(places, open_places)
            if before is not None:
                ahead = paid.astype(np.float32) + discount * here.max(axis=-1)
                old = values.take(before)
                values.put(before, old + rate * (ahead - old))
            drawn = random.random((2, *places.shape))
            count = group.open_count.take(open_places)
            tried = group.open_acts.take(open_places * width + (drawn[0] * count).astype(np.int64))
            acts = np.where(drawn[1] < explore, tried, here.argmax(axis=-1))
            before = places * width + acts
            _, paid, _ = walk.step(acts)


def evaluate(
    group: Group, episodes: int, random: np.random.Generator, stock: int | None = None
) -> dict[str, Array]:
    """Answers how each replica fares without exploration: arrays [conditions, replicas]."""
    commons = group.commons
    total: dict[str, Array] = {}
    for _ in range(episodes):
        walk = Walk(group, random, stock)
        got = np.zeros((group.rows, commons.people))
        sums = {name: np.zeros(group.rows) for name in ("hungry", "stock", "ruled_out")}
        for _ in range(commons.steps):
            here = walk.worth(walk.places(), walk.mask_places(group.rule))
            rewards, _, ruled_out = walk.step(here.argmax(axis=-1))
            hungry = walk.state.fasting == commons.patience
            got += rewards + commons.hunger * hungry
            sums["hungry"] += hungry.mean(axis=1) / commons.steps
            sums["stock"] += walk.state.stock / commons.steps
            sums["ruled_out"] += ruled_out.mean(axis=1) / commons.steps
        for name, value in {**sums, **_of_episode(got, walk.state)}.items():
            total[name] = total.get(name, 0) + value / episodes
    shape = len(group.conditions), group.replicas
    return {name: value.reshape(shape) for name, value in total.items()}


def _of_episode(got: Array, state: State) -> dict[str, Array]:
    ordered = np.sort(got, axis=1)
    people = got.shape[1]
    weights = (2 * np.arange(1, people + 1) - people - 1) / people
    mean = got.mean(axis=1)
    return {
        "harvest": mean,
        "poorest": ordered[:, 0],
        "gini": ordered @ weights / np.maximum(got.sum(axis=1), 1e-12),
        "collapse": (state.stock == 0).astype(float),
        "first": got[:, 0],
        "rest": got[:, 1:].mean(axis=1),
    }

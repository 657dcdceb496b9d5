"""A selfish planner that knows the true model: best responses to how others have played so far."""

from __future__ import annotations

import numpy as np

from argue.rewards.environments.commons import Commons
from argue.rewards.ranks import Array


def selfish_plans(commons: Commons, discount: float, rounds: int) -> list[Array]:
    """Answers the best responses of the second half of fictitious play: 1 for the chosen act.

    Each round everyone answers the mean of all earlier rounds, supposing that the others fast as
    long as oneself. [stock, fasting, take] each. Source: [Brown51] for fictitious play.
    """
    states = commons.capacity + 1, commons.patience + 1
    mean = np.full((*states, commons.most + 1), 1 / (commons.most + 1))
    model, values, found = _model(commons), np.zeros(states), list[Array]()
    for round_ in range(1, rounds + 1):
        others = _sums(mean, commons.people - 1)
        for _ in range(300 if round_ == 1 else 30):
            acts = _acts(commons, model, values, others, discount)
            values = acts.max(axis=-1)
        chosen = (acts == values[..., np.newaxis]).astype(float)
        chosen /= chosen.sum(axis=-1, keepdims=True)
        mean += (chosen - mean) / (round_ + 1)
        if round_ > rounds // 2:
            found.append(np.eye(commons.most + 1)[acts.argmax(axis=-1)])
    return found


def _model(commons: Commons) -> tuple[Array, Array, Array]:
    """What one gets, the next stock, and the chance of one more: [stock, own, others' takes]."""
    rest = commons.people - 1
    stock, own, others = np.meshgrid(
        np.arange(commons.capacity + 1),
        np.arange(commons.most + 1),
        np.arange(rest * commons.most + 1),
        indexing="ij",
    )
    wanted = own + others
    short = wanted > stock
    got = np.where(short, own * stock // np.maximum(wanted, 1), own)
    left = np.where(short, 0, stock - wanted)
    grown = commons.grown(left)
    low = np.floor(grown).astype(np.int64)
    return got, low, grown - low


def _acts(
    commons: Commons,
    model: tuple[Array, Array, Array],
    values: Array,
    others: Array,
    discount: float,
) -> Array:
    got, low, chance = model
    fasting = np.arange(commons.patience + 1)[np.newaxis, :, np.newaxis, np.newaxis]
    eaten = np.where(got[:, np.newaxis] > 0, 0, np.minimum(fasting + 1, commons.patience))
    reward = got[:, np.newaxis] - commons.hunger * (eaten == commons.patience)

    def worth(stock: Array) -> Array:
        alive = np.where(stock < commons.least, 0, np.minimum(stock, commons.capacity))
        return values[alive[:, np.newaxis], eaten]

    ahead = (1 - chance[:, np.newaxis]) * worth(low) + chance[:, np.newaxis] * worth(low + 1)
    return np.einsum("sfao,sfo->sfa", reward + discount * ahead, others)


def _sums(policy: Array, people: int) -> Array:
    """Answers the distribution of what so many people take together who all follow a policy."""
    found = np.ones((*policy.shape[:2], 1))
    for _ in range(people):
        longer = np.zeros((*policy.shape[:2], found.shape[-1] + policy.shape[-1] - 1))
        for take in range(policy.shape[-1]):
            longer[..., take : take + found.shape[-1]] += found * policy[..., take, np.newaxis]
        found = longer
    return found

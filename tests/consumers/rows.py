"""Judges rows of numbers and labels many cases, as a pipeline would."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

import argue
from argue.rewards import Code, Judge, Verdicts
from argue.rewards.adapters import Deeds, Rewarding
from argue.rewards.scale import batch, label

CASE = {
    "title": "At a crossing",
    "options": {"wait": "wait", "go": "drive on"},
    "standpoints": {"me": {}, "walkers": {"count": 3}},
    "payoffs": {"wait": {"me": 0, "walkers": 0}, "go": {"me": 1, "walkers": 0}},
    "frameworks": ["welfare"],
}
FEATURES = {"payoffs.go.walkers": {"walkers": -1}}


def judge() -> Judge:
    """Answers the judge of a crossing."""
    return argue.rewards.compile(argue.load_case(CASE), FEATURES)


def names(walkers: list[float]) -> list[str]:
    """Answers what may be said of driving on, row by row."""
    verdicts: Verdicts = judge()({"walkers": np.array(walkers)})
    return [Code(int(code)).name for code in verdicts.statuses[:, 1]]


def paid(walkers: list[float]) -> list[float]:
    """Answers the own reward less what the verdict costs."""
    weighed = Deeds(judge(), ["wait", "go"]).weigh({"walkers": walkers})
    own = np.ones(len(walkers))
    actions = np.ones(len(walkers), dtype=np.int64)
    return [float(reward) for reward in Rewarding(weight=2).paid(own, weighed, actions)]


def explained(walkers: float) -> argue.Status:
    """Answers the whole analysis of one row, of which this is one status."""
    return judge().explain({"walkers": walkers}).status("go")


def many() -> Iterator[str]:
    """Yields the outcome of each of several cases, then the codes of rows."""
    for line in batch(["mask-mandate", "animals"], jobs=1, columns=["outcome"], flat=False):
        yield str(line["outcome"])
    for row in label(argue.load_case(CASE), FEATURES, [{"walkers": 0}, {"walkers": 2}], jobs=1):
        yield str(sorted(row))

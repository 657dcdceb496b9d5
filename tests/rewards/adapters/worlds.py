"""Small environments and a judge whose verdicts can be read off, for the tests of adapters."""

from typing import Any

import gymnasium
import numpy as np

import argue
from argue.rewards.judge import Judge, compile

CASE = {
    "title": "Going on",
    "options": {"wait": "wait", "go": "go on", "rush": "rush"},
    "facts": {"red": {"text": "the light is red"}, "fog": {"text": "there is fog"}},
    "frameworks": [],
    "norms": {"light": {"text": "stop at red", "breached_by": ["go", "rush"], "when": "red"}},
    "reasons": [
        {"id": "r", "by": "haste", "favours": "rush", "over": "wait", "because": "fog"},
        {"id": "s", "by": "care", "favours": "wait", "over": "rush", "because": "fog"},
    ],
}
FEATURES = {"facts.red": "red", "facts.fog": "fog"}


def judge() -> Judge:
    return compile(argue.load_case(CASE), FEATURES)


def read(observation: Any, info: Any) -> dict[str, Any]:
    """Red on every second square, fog on every third but the first."""
    place = np.asarray(observation)
    return {"red": place % 2, "fog": (place % 3 == 0) & (place > 0)}


class Road(gymnasium.Env[Any, Any]):
    """Squares 0, 1, ... ; waiting stays, going moves by one, rushing by two. Pays what it moves."""

    def __init__(self, length: int = 5, most: int = 8, terminates: bool = True) -> None:
        self.observation_space = gymnasium.spaces.Discrete(length + 2)
        self.action_space = gymnasium.spaces.Discrete(3)
        self.length, self.most, self.terminates = length, most, terminates
        self.place = self.steps = 0

    def reset(self, *, seed: int | None = None, options: dict[str, Any] | None = None) -> Any:
        super().reset(seed=seed)
        self.place = self.steps = 0
        return self.place, {}

    def step(self, action: Any) -> Any:
        self.place = min(self.place + int(action), self.length)
        self.steps += 1
        there = self.place == self.length
        over = self.steps >= self.most or (there and not self.terminates)
        return self.place, float(action), there and self.terminates, over, {}

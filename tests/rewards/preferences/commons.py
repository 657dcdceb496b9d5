"""A small commons: taking much while the stock is low is against a quota, unless one is hungry."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from argue.io.case import load_case
from argue.rewards.judge import Judge, compile

CASE = {
    "title": "How much to take from a common stock",
    "options": {"little": "Take one unit", "much": "Take five units"},
    "facts": {
        "scarce": {"text": "The stock is low"},
        "hungry": {"text": "Whoever takes is hungry"},
        "shared": {"text": "The food is shared out later", "status": "disputed"},
        "late": {"text": "It is the last day"},
    },
    "norms": {
        "quota": {
            "text": "One unit while the stock is low",
            "breached_by": ["much"],
            "when": ["scarce", "not late"],
            "exceptions": ["hungry"],
        },
        "sharing": {
            "text": "On the last day nothing is hoarded",
            "breached_by": ["much"],
            "when": ["late", "not shared"],
        },
    },
}
FEATURES = {"facts.scarce": "stock < 12", "facts.hungry": "food < 1", "facts.late": "day >= 9"}
OPTIONS = ("little", "much")


def judge() -> Judge:
    return compile(load_case(CASE), FEATURES)


@dataclass
class Fragment:
    """What imitation hands over, without imitation."""

    obs: Any
    acts: Any
    infos: Any = None
    terminal: bool = False
    rews: Any = field(default_factory=lambda: np.zeros(0))


def fragment(*steps: tuple[float, float, float, int]) -> Fragment:
    """Stock, food and day before each act, and the act."""
    seen = [step[:3] for step in steps]
    return Fragment(np.array([*seen, seen[-1]], dtype=float), np.array([s[3] for s in steps]))

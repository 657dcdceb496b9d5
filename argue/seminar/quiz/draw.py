"""Choices that a seed decides and nothing else: the same on every machine and in every run."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from typing import TypeVar

Thing = TypeVar("Thing")


class Draw:
    """A stream of choices: SHA-256 of the seed's words and of a counter.

    >>> Draw("seed", "Ana").below(6) == Draw("seed", "Ana").below(6)
    True
    """

    def __init__(self, *seed: str) -> None:
        """Begin the stream that belongs to these words."""
        self._seed = json.dumps(seed)
        self._count = 0

    def below(self, bound: int) -> int:
        """Answers a number from 0 up to, not including, a bound."""
        self._count += 1
        digest = sha256(f"{self._seed}{self._count}".encode()).digest()
        return int.from_bytes(digest, "big") % bound

    def chance(self, of: int) -> bool:
        """Answers true one time in so many."""
        return self.below(of) == 0

    def one(self, things: Sequence[Thing]) -> Thing:
        """Answers one of several things."""
        return things[self.below(len(things))]

    def shuffled(self, things: Sequence[Thing]) -> tuple[Thing, ...]:
        """Answers the things in another order."""
        left = list(things)
        return tuple(left.pop(self.below(len(left))) for _ in things)

    def some(self, things: Sequence[Thing], most: int) -> tuple[Thing, ...]:
        """Answers at most so many of the things, in a drawn order."""
        return self.shuffled(things)[:most]

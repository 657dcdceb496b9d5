"""What a game is: players, what each may do, and what each gets.

Source: Roemer 2010, 2019 for the Kantian concepts; Alger and Weibull 2013 for Homo moralis.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias

from argue.errors import ArgueError
from argue.model.case import nothing
from argue.model.numbers import Number

MOST_PLAYERS = 1_000
"""How many players a game may have."""

Profile: TypeAlias = tuple[Number, ...]
"""What each player does, in the order of the players."""

Payoff: TypeAlias = Callable[[int, Sequence[Number]], Number]
"""What a player, given by index, gets when all play a profile."""


class Concept(StrEnum):
    """What makes a profile an answer to a game.

    Nash: no player gains by changing what it alone does. Multiplicative Kantian: no player would
    rather have everyone multiply what they do by the same factor. Additive Kantian: nor add the
    same amount. Simple Kantian: of the profiles in which all do the same, the one each likes
    best. Homo moralis: best when weighing, by `weight`, what one gets and what one would get if
    the others did as oneself. Altruist: best when weighing what one gets and what another gets.
    Planner: the largest total.
    """

    NASH = "nash"
    MULTIPLICATIVE = "multiplicative"
    ADDITIVE = "additive"
    SIMPLE = "simple"
    HOMO_MORALIS = "homo-moralis"
    ALTRUIST = "altruist"
    PLANNER = "planner"


WEIGHTED = (Concept.HOMO_MORALIS, Concept.ALTRUIST)
"""The concepts that need a weight in [0, 1]."""


class GameError(ArgueError):
    """A game that makes no sense; `key` is the part of it to change."""

    def __init__(self, key: str, message: str) -> None:
        """Keep the key, and show it before the message."""
        self.key, self.reason = key, message
        super().__init__(f"{key}: {message}" if key else message)


class UnboundedOptimum(GameError):
    """A game in which more is always better, so that nothing is best."""


class NoEquilibrium(ArgueError):
    """A game that has no profile of the kind asked for, or none that could be found."""


@dataclass(frozen=True, slots=True)
class Game:
    """A game in which each player chooses a number from `low` to `high` (None: no upper bound).

    `unit` is what the number counts. Where `step` is given only low, low + step, ... can be
    chosen. A `symmetric` game pays by what a player does and what the others do, whoever they
    are. `outsiders` are those who do not play but are affected, each with their total gain.
    `closed` holds the concepts with a formula of their own, which answers one profile; `kantian`
    is the Kantian concept that belongs to the game.
    """

    name: str
    players: int
    low: Fraction
    high: Fraction | None
    payoff: Payoff
    unit: str = ""
    step: Fraction | None = None
    symmetric: bool = True
    kantian: Concept = Concept.SIMPLE
    closed: Mapping[Concept, Callable[[], Profile]] = field(default_factory=nothing, compare=False)
    outsiders: Mapping[str, Callable[[Sequence[Number]], Number]] = field(
        default_factory=nothing, compare=False
    )

    def payoffs(self, profile: Sequence[Number]) -> Profile:
        """Answers what each player gets.

        Cost: the number of players, times the number of different strategies where symmetric.
        """
        if not self.symmetric:
            return tuple(self.payoff(i, profile) for i in range(self.players))
        first = {strategy: i for i, strategy in reversed(list(enumerate(profile)))}
        paid = {strategy: self.payoff(i, profile) for strategy, i in first.items()}
        return tuple(paid[strategy] for strategy in profile)

    def total(self, profile: Sequence[Number]) -> Number:
        """Answers what all players get together; outsiders are not counted."""
        return sum(self.payoffs(profile))

    def all_play(self, strategy: Number) -> Profile:
        """Answers the profile in which everyone does the same."""
        return (strategy,) * self.players

    def against(self, own: Number, others: Number) -> Number:
        """Answers what the first player gets by `own` when each of the others plays `others`."""
        return self.payoff(0, (own, *(others,) * (self.players - 1)))

    def allows(self, strategy: Number) -> bool:
        """Answers whether a player may choose this."""
        if strategy < self.low or (self.high is not None and strategy > self.high):
            return False
        return self.step is None or (Fraction(strategy) - self.low) % self.step == 0

    def grid(self) -> tuple[Fraction, ...]:
        """Answers all that can be chosen in a game with a step; empty for one without."""
        if self.step is None or self.high is None:
            return ()
        steps = (self.high - self.low) // self.step
        return tuple(self.low + k * self.step for k in range(steps + 1))


@dataclass(frozen=True, slots=True)
class Equilibrium:
    """A profile that answers a game, with what each player gets and how it was found.

    `how` is `closed form` (exact where the formula has no root or logarithm), `enumeration`
    (exact) or `search` (floats, good to about six digits).
    """

    concept: Concept
    profile: Profile
    payoffs: Profile
    how: str
    weight: Number | None = None

    @property
    def total(self) -> Number:
        """What all players get together."""
        return sum(self.payoffs)

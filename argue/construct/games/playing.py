"""Strategies as a case names them: a concept, a number or formula, or a strategy of a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from argue.construct.games.data import (
    WEIGHTED,
    Concept,
    Game,
    GameError,
    NoEquilibrium,
    UnboundedOptimum,
)
from argue.construct.games.equilibria import equilibrium
from argue.construct.games.letters import as_fraction
from argue.construct.games.reading import PlayedGame
from argue.construct.games.search import rounded
from argue.construct.games.tables import (
    FiniteGame,
    Play,
    pure_kantian,
    pure_nash,
    pure_planner,
)
from argue.errors import ArgueError
from argue.logic.formulas import FormulaError, parse_formula

KANTIAN = "kantian"
"""The word for the Kantian concept that belongs to the game."""


class PlayError(ArgueError):
    """A strategy that the game does not have, or that pays nothing definite.

    `key` is the dotted path of the case to change where that is not the strategy itself;
    `unbounded` is true where nothing is best because more is always better.
    """

    def __init__(self, message: str, key: str = "", *, unbounded: bool = False) -> None:
        """Keep the path beside the message."""
        self.key, self.unbounded = key, unbounded
        super().__init__(message)


def profile_of(played: PlayedGame, given: Any, weight: Any = None) -> tuple[Any, ...]:
    """Answers what every player does when all play the strategy that a text or number names.

    `weight` is the degree of morality or altruism, for the concepts that have one.

    Raises: PlayError for a strategy the game does not have; LimitExceeded past a bound.
    """
    try:
        if isinstance(played.game, FiniteGame):
            return _in_table(played.game, str(given).strip())
        return _in_game(played, played.game, str(given).strip(), weight)
    except GameError as error:
        if not error.key:
            unbounded = isinstance(error, UnboundedOptimum)
            raise PlayError(f"cannot be played: {error.reason}", unbounded=unbounded) from error
        raise PlayError(error.reason, f"game.{error.key}") from error
    except NoEquilibrium as error:
        raise PlayError(f"cannot be played: {error}") from error


def _in_game(played: PlayedGame, game: Game, said: str, weight: Any) -> tuple[Any, ...]:
    concept = game.kantian if said == KANTIAN else _CONCEPTS.get(said)
    if concept is not None:
        used = _weight(weight) if concept in WEIGHTED else None
        return _equilibrium(game, concept, used)
    strategy = _number(played, said)
    if not game.allows(strategy):
        most = "without upper bound" if game.high is None else f"to {game.high}"
        step = f", in steps of {game.step}" if game.step is not None else ""
        raise PlayError(f"is {said}, but must be from {game.low} {most}{step}")
    return game.all_play(strategy)


@lru_cache(maxsize=64)
def _equilibrium(game: Game, concept: Concept, weight: Fraction | None) -> tuple[Any, ...]:
    return equilibrium(game, concept, weight=weight).profile


def _weight(given: Any) -> Fraction:
    weight = None if given is None else as_fraction(given)
    if weight is None or not 0 <= weight <= 1:
        message = "must be a number from 0 to 1: how much weight others, or acting alike, have"
        raise GameError("weight", message)
    return weight


def _number(played: PlayedGame, said: str) -> Fraction:
    try:
        formula = parse_formula(said)
        return rounded(formula.value(played.names))
    except FormulaError as error:
        words = ", ".join((KANTIAN, *_CONCEPTS, "a number or a formula"))
        raise PlayError(f"is no strategy ({error}); write one of {words}") from error


def _in_table(game: FiniteGame, said: str) -> Play:
    if said in _TABLE_CONCEPTS:
        return _TABLE_CONCEPTS[said](game)
    parts = tuple(part.strip() for part in said.split(","))
    play = parts * len(game.players) if len(parts) == 1 else parts
    if play not in game.table:
        known = "; ".join(", ".join(own) for own in game.strategies)
        words = ", ".join(_TABLE_CONCEPTS)
        raise PlayError(
            f"is `{said}`, which is no way of playing; write {words}, a strategy that all have, or "
            f"one a player separated by commas, of: {known}"
        )
    return play


def _sole_nash(game: FiniteGame) -> Play:
    found = pure_nash(game)
    if len(found) != 1:
        listed = "; ".join(", ".join(play) for play in found) or "none in pure strategies"
        raise PlayError(f"is nash, but the equilibria are: {listed}; write out which is meant")
    return found[0]


_CONCEPTS: Mapping[str, Concept] = MappingProxyType({concept.value: concept for concept in Concept})

_TABLE_CONCEPTS: Mapping[str, Callable[[FiniteGame], Play]] = MappingProxyType(
    {"nash": _sole_nash, KANTIAN: pure_kantian, "planner": pure_planner}
)


def paid_to(played: PlayedGame, standpoint: str, profile: Sequence[Any]) -> Fraction:
    """Answers what one person of a standpoint gets under a profile.

    Raises: PlayError where the payoff has no value, such as the logarithm of 0.
    """
    try:
        if standpoint not in played.seats:
            return rounded(played.outsiders[standpoint](profile))
        seat = played.seats[standpoint][0]
        if isinstance(played.game, FiniteGame):
            return played.game.table[tuple(profile)][seat]
        return rounded(played.game.payoff(seat, profile))
    except (FormulaError, ArithmeticError, ValueError) as error:
        raise PlayError(f"gives {standpoint} no definite payoff: {error}") from error

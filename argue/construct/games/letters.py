"""The letters of a family of games: what they mean and which values they may take."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Any, cast

from argue.construct.games.data import MOST_PLAYERS, GameError

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Letter:
    """A parameter of a family under the literature's letter; `doc` gives its unit.

    Without a default it must be given; `optional` letters may be left out and are then None.
    `low` and `high` are included unless `above` (more than low); `many` takes one number a player.
    """

    name: str
    doc: str
    default: Fraction | None = None
    optional: bool = False
    low: int | None = None
    above: bool = False
    high: int | None = None
    whole: bool = False
    many: bool = False

    @property
    def domain(self) -> str:
        """The values it may take, in words."""
        kind = "a whole number" if self.whole else "a number"
        if self.many:
            kind = "a list of numbers, one a player, each"
        if self.low is None:
            return kind
        if self.high is not None:
            return f"{kind} from {self.low} to {self.high}"
        return f"{kind} more than {self.low}" if self.above else f"{kind} at least {self.low}"

    def read(self, given: Any) -> Any:
        """Answers the value, or the values, as fractions.

        Raises: GameError naming the letter and what to write instead.
        """
        if given is None:
            return self._left_out()
        if not self.many:
            return self._one(given)
        if not items_of(given):
            raise GameError(self.name, f"must be {self.domain}; {self.name} is {self.doc}")
        return tuple(self._one(item) for item in items_of(given))

    def _left_out(self) -> Fraction | None:
        if self.default is None and not self.optional:
            raise GameError(self.name, f"is missing: {self.doc}; write {self.domain}")
        return self.default

    def _one(self, given: Any) -> Fraction:
        value = as_fraction(given)
        below = value is not None and self.low is not None and value < self.low
        at_edge = self.above and value == self.low
        over = value is not None and self.high is not None and value > self.high
        fraction = self.whole and value is not None and value.denominator != 1
        if value is None or below or at_edge or over or fraction:
            raise GameError(self.name, f"is {given}, but must be {self.domain} ({self.doc})")
        return value


def items_of(given: Any) -> tuple[Any, ...]:
    """Answers the items of a list; none for anything else."""
    return tuple(cast("Sequence[Any]", given)) if isinstance(given, list | tuple) else ()


_WRITTEN = re.compile(r"[-+]?[0-9]{1,40}((\.[0-9]{1,40})?([eE][-+]?[0-9]{1,2})?|/[0-9]{1,40})")
"""What a number looks like that is read exactly without becoming longer than a few lines."""


def as_fraction(given: Any) -> Fraction | None:
    """Answers a number exactly, the float 0.1 as 1/10; None for what is no finite number."""
    if not isinstance(given, int | float | Fraction | str):
        return None
    if isinstance(given, str) and not _WRITTEN.fullmatch(given.strip()):
        return None
    try:
        return Fraction(str(given))
    except (ValueError, ZeroDivisionError):
        return None


def read_letters(letters: Sequence[Letter], given: Mapping[str, Any]) -> Values:
    """Answers the value of every letter.

    Raises: GameError for an unknown letter, or a value outside its domain.
    """
    known = {letter.name: letter for letter in letters}
    for name in given:
        if name not in known:
            listed = "; ".join(f"{letter.name}: {letter.doc}" for letter in letters)
            raise GameError(name, f"is no parameter of this game; it has {listed}")
    return MappingProxyType({name: known[name].read(given.get(name)) for name in known})


PLAYERS = Letter("n", "number of players", low=2, high=MOST_PLAYERS, whole=True)

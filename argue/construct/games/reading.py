"""From the mapping under a case's key `game` to a game among the case's standpoints.

Three forms: `family` and its letters; `strategies` and a table `payoffs`; or `strategy: [low,
high]` and a formula `payoff`, in which x is what one does, X what all do, Y what all others do,
y their average, n the number of players, and `where` names further numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Any, cast

from argue.construct.games.data import MOST_PLAYERS, Game, GameError
from argue.construct.games.families import FAMILIES, family_game
from argue.construct.games.letters import as_fraction, items_of
from argue.construct.games.tables import FiniteGame, Play, finite_game
from argue.errors import UnknownId
from argue.logic.formulas import Formula, FormulaError, parse_formula
from argue.model.case import Standpoint, nothing
from argue.model.numbers import Number

COMMON = ("players", "others", "status_quo", "outsiders", "weight")
"""The keys any game may have."""

TABLE_KEYS = ("strategies", "payoffs")
FORMULA_KEYS = ("strategy", "payoff", "where", "unit")
VARIABLES = ("x", "X", "Y", "y", "n")

Outside = Callable[[Sequence[Any]], Number]
"""What one person who does not play gets when the players play this."""


@dataclass(frozen=True, slots=True)
class PlayedGame:
    """A game with the standpoints that play it and those that only feel it.

    `seats` maps each playing standpoint to the index of its first player and how many it has.
    `names` are the numbers that a strategy written as a formula may use.
    """

    game: Game | FiniteGame
    seats: Mapping[str, tuple[int, int]]
    outsiders: Mapping[str, Outside]
    names: Mapping[str, Fraction]


def read_game(given: Mapping[str, Any], standpoints: Mapping[str, Standpoint]) -> PlayedGame:
    """Answers the game of a case.

    Raises: GameError naming the key to change, and what to write instead.
    """
    families = [form for form in ("family", "strategies", "payoff") if form in given]
    if len(families) != 1:
        raise GameError("", "needs one of family; strategies and payoffs; strategy and payoff")
    return _FORMS[families[0]](given, standpoints)


def _family(given: Mapping[str, Any], standpoints: Mapping[str, Standpoint]) -> PlayedGame:
    name = str(given["family"])
    if name not in FAMILIES:
        raise GameError("family", f"is {name}; known families: {', '.join(FAMILIES)}")
    letters = {k: v for k, v in given.items() if k not in (*COMMON, "family")}
    offered = _outsiders_of(given)
    seats = _seats(given, standpoints, (*offered, *FAMILIES[name].outsiders))
    count = _players(seats)
    if any(letter.name == "n" for letter in FAMILIES[name].letters):
        letters.setdefault("n", count)
    game = family_game(name, **letters)
    if game.players != count:
        raise GameError(
            "players",
            f"are {count} persons by the counts of their standpoints, but the game has "
            f"{game.players}; change the counts, or the game's numbers",
        )
    names = {k: v for k, v in ((k, as_fraction(v)) for k, v in letters.items()) if v is not None}
    outside = {
        person: _affected(game, standpoints[person], offered.get(person), names)
        for person in standpoints
        if person not in seats
    }
    return PlayedGame(game, seats, MappingProxyType(outside), MappingProxyType(names))


def _affected(
    game: Game, person: Standpoint, offered: Any, names: Mapping[str, Fraction]
) -> Outside:
    """Answers what one person gets that does not play: by the family's own account, or a formula.

    Those the family knows share equally, under their own name or the one that is offered.
    """
    wanted = person.id if offered is None else str(offered)
    key = f"outsiders.{person.id}"
    if wanted not in game.outsiders:
        return _outside(key, offered, names, game.players)
    if person.count <= 0:
        raise GameError(key, "needs a count of persons more than 0")
    total = game.outsiders[wanted]
    return lambda profile: total(profile) / person.count


def _formula_game(given: Mapping[str, Any], standpoints: Mapping[str, Standpoint]) -> PlayedGame:
    _known_keys(given, FORMULA_KEYS)
    offered = _outsiders_of(given)
    seats = _seats(given, standpoints, tuple(offered))
    count = _players(seats)
    low, high = _range(given.get("strategy"))
    names = _where(given.get("where", {}))
    formula = _formula("payoff", given["payoff"], (*VARIABLES, *names))

    def payoff(i: int, profile: Sequence[Number]) -> Number:
        return formula.value({**names, **_variables(profile, profile[i])})

    unit = str(given.get("unit", ""))
    game = Game("formula", count, low, high, payoff, unit)
    outside = {
        person: _outside(f"outsiders.{person}", offered.get(person), names, count)
        for person in standpoints
        if person not in seats
    }
    return PlayedGame(game, seats, MappingProxyType(outside), names)


def _variables(profile: Sequence[Number], own: Number) -> dict[str, Number]:
    total = sum(profile)
    others = total - own
    players = Fraction(len(profile))
    return {"x": own, "X": total, "Y": others, "y": others / (len(profile) - 1), "n": players}


def _outside(key: str, given: Any, names: Mapping[str, Fraction], players: int) -> Outside:
    """Answers what a formula in X and n gives one person who does not play."""
    if given is None or isinstance(given, Mapping):
        raise GameError(key, "must be a formula in X, what all players do together, and n")
    formula = _formula(key, given, ("X", "n", *names))
    return lambda profile: formula.value({**names, "X": sum(profile), "n": Fraction(players)})


def _formula(key: str, given: Any, names: Sequence[str]) -> Formula:
    try:
        formula = parse_formula(str(given))
    except FormulaError as error:
        raise GameError(key, f"cannot be read: {error}") from error
    for name in formula.names:
        if name not in names:
            known = ", ".join(names)
            place = formula.position_of(name)
            message = f"uses {name!r} at character {place}, which has no value; known: {known}"
            raise GameError(key, message)
    return formula


def _where(given: Any) -> Mapping[str, Fraction]:
    if not isinstance(given, Mapping):
        raise GameError("where", "must name numbers, for example {a: 10, b: 1/2}")
    found: dict[str, Fraction] = {}
    for name, value in cast("Mapping[str, Any]", given).items():
        number = as_fraction(value)
        if number is None or name in VARIABLES:
            taken = f"one of {', '.join(VARIABLES)} has its meaning already; " * (name in VARIABLES)
            raise GameError(f"where.{name}", f"{taken}write a name of your own and a number")
        found[name] = number
    return MappingProxyType(found)


def _range(given: Any) -> tuple[Fraction, Fraction | None]:
    ends = items_of(given)
    low, high = map(as_fraction, ends) if len(ends) == 2 else (None, None)
    open_above = len(ends) == 2 and ends[1] == "unbounded"
    if low is None or (high is None and not open_above) or (high is not None and high <= low):
        raise GameError("strategy", "must be [low, high], low below high, or [low, unbounded]")
    return low, high


def _finite(given: Mapping[str, Any], standpoints: Mapping[str, Standpoint]) -> PlayedGame:
    _known_keys(given, TABLE_KEYS)
    offered = _outsiders_of(given)
    if "players" not in given:
        raise GameError("players", "must list the standpoints that play, in the table's order")
    seats = {k: (i, 1) for i, k in enumerate(_seats(given, standpoints, tuple(offered)))}
    game = finite_game(
        tuple(seats),
        _strategies(given["strategies"], tuple(seats)),
        {_play(k): _numbers(k, v) for k, v in _mapping(given, "payoffs").items()},
    )
    outside: dict[str, Outside] = {}
    for person in standpoints:
        if person not in seats:
            outside[person] = _outside_table(game, person, offered.get(person))
    return PlayedGame(game, MappingProxyType(seats), MappingProxyType(outside), nothing())


def _strategies(given: Any, players: Sequence[str]) -> list[tuple[str, ...]]:
    alike = not isinstance(given, Mapping)
    own = dict.fromkeys(players, given) if alike else cast("Mapping[str, Any]", given)
    lists = [tuple(str(name) for name in items_of(own.get(player))) for player in players]
    if any(not names or len(set(names)) < len(names) for names in lists):
        raise GameError("strategies", "must list different strategies, for all or by player")
    return lists


def _play(text: Any) -> Play:
    return tuple(part.strip() for part in str(text).split(","))


def _numbers(key: Any, given: Any) -> tuple[Fraction, ...]:
    numbers = [as_fraction(item) for item in items_of(given)]
    if not numbers or any(number is None for number in numbers):
        raise GameError("payoffs", f"`{key}` must be a list of numbers, one a player")
    return tuple(number for number in numbers if number is not None)


def _outside_table(game: FiniteGame, person: str, given: Any) -> Outside:
    key = f"outsiders.{person}"
    if not isinstance(given, Mapping):
        raise GameError(key, "must give a number for every way of playing, `cooperate, defect: 3`")
    rows = {_play(k): as_fraction(v) for k, v in cast("Mapping[str, Any]", given).items()}
    for play in {*game.plays} ^ {*rows} | {play for play, number in rows.items() if number is None}:
        said = ", ".join(play)
        raise GameError(key, f"must give one number for every way of playing; look at `{said}`")
    return lambda profile: rows[tuple(profile)]


def _mapping(given: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    if not isinstance(given.get(key), Mapping):
        raise GameError(key, "must map each way of playing to payoffs, `cooperate, defect: [0, 5]`")
    return given[key]


def _outsiders_of(given: Mapping[str, Any]) -> Mapping[str, Any]:
    return _mapping(given, "outsiders") if "outsiders" in given else nothing()


def _known_keys(given: Mapping[str, Any], keys: Sequence[str]) -> None:
    for key in given:
        if key not in (*keys, *COMMON):
            raise GameError(key, f"is not known here; known: {', '.join((*keys, *COMMON))}")


def _seats(
    given: Mapping[str, Any], standpoints: Mapping[str, Standpoint], outsiders: Sequence[str]
) -> Mapping[str, tuple[int, int]]:
    """Answers the seats of the standpoints that play: those listed, or all but outsiders."""
    listed = items_of(given.get("players", [k for k in standpoints if k not in outsiders]))
    if not listed:
        raise GameError("players", "must list the standpoints that play")
    seats: dict[str, tuple[int, int]] = {}
    place = 0
    for name in map(str, listed):
        if name not in standpoints:
            raise GameError("players", str(UnknownId("standpoint", name, standpoints)))
        if name in seats:
            raise GameError("players", f"lists {name} twice; list every standpoint once")
        count = standpoints[name].count
        if count.denominator != 1 or count < 1:
            raise GameError("players", f"standpoint {name} must count whole persons, not {count}")
        seats[name] = (place, int(count))
        place += int(count)
    for name in outsiders:
        if name in seats and name in _outsiders_of(given):
            raise GameError(f"outsiders.{name}", "plays the game; an outsider does not")
    return MappingProxyType(seats)


def _players(seats: Mapping[str, tuple[int, int]]) -> int:
    count = sum(size for _, size in seats.values())
    if not 2 <= count <= MOST_PLAYERS:
        raise GameError("players", f"are {count} persons; a game has 2 to {MOST_PLAYERS}")
    return count


_FORMS = {"family": _family, "strategies": _finite, "payoff": _formula_game}

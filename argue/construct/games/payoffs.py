"""What a case's options pay, where each option is a way to play the case's game.

    payoffs     the agent plays the option, everyone else what `game.others` says (default nash)
    general     everyone plays the option
    universal   the total if all play it, against the total if all play `game.status_quo`
                (default: what the others play); outsiders are counted

The agent is the playing standpoint marked `agent`, or else the first. Numbers that roots or
logarithms make inexact are rounded to ten significant digits.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from argue.construct.games.data import GameError
from argue.construct.games.playing import PlayError, paid_to, profile_of
from argue.construct.games.reading import PlayedGame, read_game
from argue.construct.places import case_error
from argue.errors import CaseError, Problem
from argue.model.case import Case, Cell, FrameworkUse, Table, Universal, nothing

CODE = "C060"
"""The code of every error in a case's game."""

Row = Mapping[str, Fraction]


def with_game(case: Case) -> Case:
    """Answers the case with payoffs, general and universal filled in from its game, if it has one.

    A universal that the case gives itself is kept. Uses of the framework `kantian` that name no
    players get those of the game.

    Raises: CaseError naming the key and what to write instead; LimitExceeded past a bound.
    """
    if not case.game:
        return case
    if case.payoffs or case.general:
        raise _problem(case, "payoffs", "payoffs come from the game: leave out payoffs and general")
    try:
        played = read_game(case.game, case.standpoints)
    except GameError as error:
        key = f"game.{error.key}" if error.key else "game"
        raise _problem(case, key, f"{key} {error.reason}") from error
    return _filled(case, _Tables(case, played), tuple(played.seats))


def _filled(case: Case, tables: _Tables, players: tuple[str, ...]) -> Case:
    return replace(
        case,
        game=nothing(),
        payoffs=tables.payoffs(),
        general=tables.general(),
        universal=case.universal or tables.universal(),
        frameworks=tuple(_for_players(use, players) for use in case.frameworks),
    )


def _for_players(use: FrameworkUse, players: tuple[str, ...]) -> FrameworkUse:
    if use.type != "kantian" or use.parameters.get("players"):
        return use
    parameters = MappingProxyType({**use.parameters, "players": players})
    return replace(use, parameters=parameters)


def _problem(case: Case, path: str, message: str) -> CaseError:
    return case_error(case, [Problem(CODE, message, path)])


class _Tables:
    """Plays every option and writes down who gets what."""

    def __init__(self, case: Case, played: PlayedGame) -> None:
        self.case, self.played = case, played
        self.agents = [k for k in played.seats if case.standpoints[k].agent]
        self.agents = self.agents or [next(iter(played.seats))]
        self.others = self._profile("game.others", case.game.get("others", "nash"))
        quo = case.game.get("status_quo")
        self.quo = self.others if quo is None else self._profile("game.status_quo", quo)
        self.plays = {
            option.id: self._profile(f"options.{option.id}.plays", option.plays)
            for option in case.options.values()
        }

    def payoffs(self) -> Table:
        return _table({o: self._row(o, self._alone(play)) for o, play in self.plays.items()})

    def general(self) -> Table:
        return _table({o: self._row(o, play) for o, play in self.plays.items()})

    def universal(self) -> Mapping[str, Universal]:
        nobody = self._total("", self.quo)
        return MappingProxyType(
            {o: Universal(self._total(o, play), nobody) for o, play in self.plays.items()}
        )

    def _profile(self, path: str, given: Any) -> tuple[Any, ...]:
        if given is None:
            message = f"{path} is missing: say which strategy of the game it is, for example nash"
            raise _problem(self.case, path, message)
        try:
            return profile_of(self.played, given, self.case.game.get("weight"))
        except PlayError as error:
            key = error.key or path
            if error.unbounded and "strategy" in self.case.game:
                message = (
                    f"game.strategy has no upper bound and {error}; write the most that one can "
                    "do, as in strategy: [0, 100], or a payoff that falls in the end"
                )
                raise _problem(self.case, "game.strategy", message) from error
            raise _problem(self.case, key, f"{key} {error}") from error

    def _alone(self, play: Sequence[Any]) -> tuple[Any, ...]:
        """Answers the profile in which only the agent plays this."""
        mixed = list(self.others)
        for name in self.agents:
            first, size = self.played.seats[name]
            mixed[first : first + size] = play[first : first + size]
        return tuple(mixed)

    def _row(self, option: str, profile: Sequence[Any]) -> Row:
        try:
            return {k: paid_to(self.played, k, profile) for k in self.case.standpoints}
        except PlayError as error:
            path = f"options.{option}.plays" if option else "game.status_quo"
            raise _problem(self.case, path, f"{path} {error}") from error

    def _total(self, option: str, profile: Sequence[Any]) -> Fraction:
        row, people = self._row(option, profile), self.case.standpoints
        return sum((people[k].general_count * value for k, value in row.items()), Fraction(0))


def _table(rows: Mapping[str, Row]) -> Table:
    frozen: dict[str, Mapping[str, Cell]] = {o: MappingProxyType(dict(r)) for o, r in rows.items()}
    return MappingProxyType(frozen)

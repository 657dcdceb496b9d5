"""A case some of whose numbers move, and what has to be heard again when they do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from math import lcm
from types import MappingProxyType
from typing import Any, cast

from argue.construct.affine import Affine, Line, Place
from argue.construct.deferred import MOVING
from argue.construct.places import unfit
from argue.construct.spans import Span
from argue.construct.worlds import has_unknown
from argue.errors import FrameworkError
from argue.explain.branchwise import Hearing, Named
from argue.explain.figures import with_cell
from argue.explain.heard import Asked, Listening, said_in
from argue.explain.ranked_pairs import Said, Standing
from argue.model.case import Case, Mode, Unknown
from argue.model.framework import View
from argue.model.numbers import EXACT, Ops
from argue.model.record import record

ANYWHERE = Fraction(0)
"""The bounds of a named number say nothing here: its place does."""


def moving(case: Case, names: Iterable[str], place: Named) -> Case:
    """Answers a case in which the numbers at some paths are found at a place, by their names."""
    for name in names:
        if name.startswith("standpoints."):
            person = name.split(".")[1]
            # No level is ever unknown in a case that is read, so that its type has no name for it.
            level = cast("Fraction", place.unknown(name))
            moved = replace(case.standpoints[person], level=level)
            people = MappingProxyType({**case.standpoints, person: moved})
            case = replace(case, standpoints=people)
        else:
            case = with_cell(case, name, Unknown(name, ANYWHERE, ANYWHERE))
    return case


def moves(seen: Any) -> bool:
    """Answers whether something seen has numbers in it that move, or are known within ends."""
    if isinstance(seen, Affine | Span):
        return True
    if isinstance(seen, View):
        return any(moves(getattr(seen, part)) for part in seen.__match_args__)
    if isinstance(seen, list | tuple):
        return any(map(moves, cast("Sequence[Any]", seen)))
    return False


def all_moving(listening: Listening, place: Place) -> Listening:
    """Answers who listens to numbers all of which have the form of those that move.

    Numbers of two forms may be equal and yet not be found in the same place of a table. Where the
    framework can take whole numbers, all scaled alike, they are made whole: much faster.
    """
    seen = listening.seen
    units, shares, heads = _scales(listening)

    def formed(number: Any) -> Any:
        if isinstance(number, Affine):
            return _whole(number.times(units)) if units > 1 else number
        if isinstance(number, int | Fraction):
            return place.known(_times(number, units))
        return number

    def rows(table: Sequence[Sequence[Any]]) -> list[list[Any]]:
        return [[formed(cell) for cell in row] for row in table]

    told = replace(
        seen,
        cells=rows(seen.cells),
        levels=[formed(level) for level in seen.levels],
        universal=[(formed(all_), formed(nobody)) for all_, nobody in seen.universal],
        acts=rows(seen.acts),
        states=[(chance, rows(cells)) for chance, cells in seen.states],
        factors=[[_times(factor, shares) for factor in row] for row in seen.factors],
        counts=[_times(count, heads) for count in seen.counts],
    )
    return replace(listening, seen=told)


def _times(number: Any, by: int) -> Any:
    """Answers a number times a common denominator, as an integer; 1 leaves it as it is."""
    return number if by == 1 else int(number * by)


def _scales(listening: Listening) -> tuple[int, int, int]:
    """Answers what cells and levels, factors, and counts are multiplied by; 1 to leave them."""
    kind, seen = listening.kind, listening.seen
    tables = [seen.cells, *(cells for _, cells in seen.states)]
    cells = [cell for table in tables for row in table for cell in row]
    enough = (listening.use.mode or kind.mode) is Mode.ENOUGH
    whole = kind.whole is not None and kind.whole({**kind.defaults(), **listening.use.parameters})
    if not whole or enough or not cells or any(c is None for c in cells):
        return 1, 1, 1
    parts = [p for n in (*cells, *seen.levels) for p in _parts(n)]
    factors = [factor for row in seen.factors for factor in row]
    return _common(parts), _common(factors), _common(seen.counts)


def _whole(number: Affine) -> Affine:
    """Answers the same number over 1, where its parts can be divided by its denominator."""
    by = number.denominator
    slopes = tuple(slope // by for slope in number.slopes)
    return Affine(number.place, number.constant // by, slopes)


def _parts(number: Any) -> tuple[Any, ...]:
    if not isinstance(number, Affine):
        return (number,)
    return tuple(Fraction(p, number.denominator) for p in (number.constant, *number.slopes))


def _common(numbers: Iterable[Any]) -> int:
    return lcm(*{Fraction(number).denominator for number in numbers})


@record
class Heard:
    """What frameworks say, and what agents are excused from, in every branch."""

    said: tuple[Mapping[str, Said], ...]
    excuses: tuple[Mapping[str, Asked], ...]

    @classmethod
    def of(cls, hearing: Hearing, case: Case, place: Named, ops: Ops = EXACT) -> Heard:
        """Answers what is heard of a case whose named numbers are found at a place.

        Raises: UnfitCase if a framework cannot judge the case with the other numbers it has;
        Unbounded if it cannot for some of those that are named.
        """
        said: list[dict[str, Said]] = [{} for _ in hearing.branches]
        for listening, numbers in hearing.listeners(case, place):
            try:
                found = said_in(listening, ops if moves(listening.seen) else EXACT)
            except FrameworkError as error:
                raise unfit(case, listening.use, error) from error
            for number in numbers:
                said[number][listening.use.id] = found
        excuses = [
            {agent.id: hearing.excused(case, agent, n, place) for agent in hearing.agents}
            for n in range(len(hearing.branches))
        ]
        return cls(tuple(said), tuple(excuses))

    def with_tracks(self, tracks: Iterable[Track]) -> Heard:
        """Answers the same with what is heard on some tracks instead."""
        said = [dict(branch) for branch in self.said]
        excuses = [dict(branch) for branch in self.excuses]
        for track in tracks:
            for number in track.branches:
                (excuses if track.is_excuse else said)[number][track.source] = track.heard
        return Heard(tuple(said), tuple(excuses))

    def standings(self, hearing: Hearing) -> list[frozenset[Standing]]:
        """Answers, branch by branch, how options stand in all rankings."""
        return [
            hearing.standing(n, said, excuses)
            for n, (said, excuses) in enumerate(zip(self.said, self.excuses, strict=True))
        ]


class Track:
    """One thing to be heard: a framework in a world, or what excuses an agent.

    On a line `root` is the position at which it has to be heard again, `touched` whether just
    beyond the present one.
    """

    def __init__(
        self, source: str, branches: Sequence[int], hear: Callable[[], Any], *, is_excuse: bool
    ) -> None:
        """Nothing is heard yet."""
        self.source, self.branches, self.is_excuse = source, tuple(branches), is_excuse
        self._hear = hear
        self.heard: Any = None
        self.root: Fraction | None = None
        self.touched = False

    def listen(self) -> None:
        """Hear it where its numbers are now."""
        self.heard = self._hear()

    def hear(self, line: Line, position: Fraction, *, beyond: bool) -> None:
        """Hear it at a position of the line."""
        line.move(position, beyond=beyond)
        self.listen()
        self.root, self.touched = line.root, line.touched and not beyond


def tracks_of(hearing: Hearing, case: Case, place: Place) -> Iterator[Track]:
    """Yields all that has to be heard at a place, of a case whose numbers move there."""
    for listening, numbers in hearing.listeners(case, place):
        if moves(listening.seen):
            told = all_moving(listening, place)
            yield Track(
                listening.use.id, numbers, lambda told=told: said_in(told, MOVING), is_excuse=False
            )
    for agent in hearing.agents:
        if any(has_unknown(case.payoffs[option][agent.id]) for option in case.options):
            for number in range(len(hearing.branches)):
                yield Track(
                    agent.id,
                    (number,),
                    lambda agent=agent, number=number: hearing.excused(case, agent, number, place),
                    is_excuse=True,
                )

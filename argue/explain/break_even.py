"""The nearest values of each number of a case at which a status changes, either way.

Where the frameworks are linear in the number the values are exact, and where none is told there is
none anywhere. Elsewhere the range of the number's table is searched, on either side and as wide as
the table, and what is told says so: a nearer value may lie between two that were tried.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from fractions import Fraction

from argue.construct.affine import NotLinear
from argue.construct.words import listed, written
from argue.errors import ArgueError, LimitExceeded, OutOfBudget, UnknownId
from argue.explain.figures import Figure, figures_of
from argue.explain.judge import Judge, Statuses
from argue.model.record import record
from argue.verdict.result import Analysis

PROBES = 48
"""Values tried on each side of a number that no formula is linear in."""
TOLERANCE = Fraction(1, 10**6)
"""A value found by search is this share of the table's range from one that changes nothing."""
BEYOND = Fraction(1, 100)
"""A value beyond a change is at most this share of the table's range away from it."""


@record
class BreakEven:
    """The nearest value of a number, on one side, at which a status changes.

    `value` is where the change lies: at it if `at`, else just beyond it; `beyond` is a value at
    which the statuses are `statuses`. `share` is the change as a share of the table's range (None
    where all its numbers are the same). Not `exact`: found by search.
    """

    value: Fraction
    at: bool
    beyond: Fraction
    statuses: Statuses
    share: Fraction | None
    exact: bool = True


@record
class Turning:
    """One number of a case with its break-even values below and above, None where there is none.

    Not `exact`: the table's range was searched.
    """

    figure: Figure
    below: BreakEven | None = None
    above: BreakEven | None = None
    exact: bool = True

    @property
    def nearest(self) -> BreakEven | None:
        """The nearer of the two."""
        sides = [side for side in (self.below, self.above) if side is not None]
        return min(sides, key=lambda side: abs(side.value - self.figure.value), default=None)


@record
class BreakEvens:
    """The numbers of a case, those with the smallest change first, then those without any.

    `statuses` are those now; `option` is the one whose status counts, None for any; not
    `complete` where time ran out.
    """

    option: str | None
    statuses: Statuses
    turnings: tuple[Turning, ...]
    complete: bool = True

    @property
    def sentences(self) -> tuple[str, ...]:
        """Every number with a change in a sentence, the others together."""
        told = [line for turning in self.turnings for line in _told(turning, self)]
        firm = [t for t in self.turnings if t.nearest is None]
        if firm:
            told.append(f"{_counted(len(firm), len(self.turnings))} {_firm(firm)}.")
        if not self.complete:
            told.append("Time ran out: the other numbers were not tried.")
        return tuple(told)


def _counted(some: int, whole: int) -> str:
    if some < whole:
        return f"{some} of {whole} numbers"
    return "The only number" if whole == 1 else f"All {whole} numbers"


def _firm(firm: Sequence[Turning]) -> str:
    verb, they = ("changes", "it is") if len(firm) == 1 else ("change", "they are")
    if all(turning.exact for turning in firm):
        return f"{verb} nothing, whatever {they}"
    return f"{verb} nothing that was found, within the range of the table"


def _told(turning: Turning, whole: BreakEvens) -> list[str]:
    figure, told = turning.figure, list[str]()
    for side, word in ((turning.below, "below"), (turning.above, "above")):
        if side is None:
            continue
        where = f"at {written(side.value)}" if side.at else f"{word} {written(side.value)}"
        if not side.exact:
            where = f"{word} about {float(side.value):.6g}, by search,"
        names = [o for o, s in side.statuses.items() if s is not whole.statuses[o]]
        if whole.option is not None:
            names = [whole.option]
        becoming = listed([f'"{o}" becomes {side.statuses[o]}' for o in names])
        told.append(f"{figure.path} is {written(figure.value)}; {where} {becoming}.")
    return told


def break_evens(
    analysis: Analysis,
    *,
    option: str | None = None,
    paths: Sequence[str] | None = None,
    timeout: float | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> BreakEvens:
    """Answers the break-even values of every number, or of those at some paths.

    `option` names the option whose status counts (None: any). `progress` is called with how many
    numbers are done and how many there are. At the end of `timeout` seconds what was found is
    told. Raises: UnknownId for an option or path the case does not have.
    """
    if option is not None:
        analysis.status(option)
    deadline = None if timeout is None else time.monotonic() + timeout
    wanted = chosen(analysis, paths)
    judge = Judge.of(analysis, deadline)
    found: list[Turning] = []
    complete = True
    for number, figure in enumerate(wanted, 1):
        try:
            found.append(turning(judge, figure, option))
        except OutOfBudget:
            complete = False
            break
        if progress is not None:
            progress(number, len(wanted))
    ordered = sorted(found, key=_nearness)
    return BreakEvens(option, analysis.statuses, tuple(ordered), complete)


def chosen(analysis: Analysis, paths: Sequence[str] | None = None) -> tuple[Figure, ...]:
    """Answers the numbers of an analysed case, or those at some paths; raises UnknownId."""
    figures = figures_of(analysis.case, analysis.given)
    known = {figure.path: figure for figure in figures}
    for path in paths or ():
        if path not in known:
            raise UnknownId("number of this case", path, known)
    return tuple(known[path] for path in (known if paths is None else paths))


def _nearness(turning: Turning) -> tuple[bool, Fraction, str]:
    side = turning.nearest
    if side is None:
        return (True, Fraction(0), turning.figure.path)
    change = abs(side.value - turning.figure.value) if side.share is None else side.share
    return (False, change, turning.figure.path)


def turning(judge: Judge, figure: Figure, option: str | None = None) -> Turning:
    """Answers the break-even values of one number; raises OutOfBudget past the judge's deadline."""
    try:
        below, above = (_along(judge, figure, way, option) for way in (-1, 1))
        return Turning(figure, below, above)
    except (NotLinear, LimitExceeded):
        below, above = (_searched(judge, figure, way, option) for way in (-1, 1))
        return Turning(figure, below, above, exact=False)


def _differs(judge: Judge, statuses: Statuses, option: str | None) -> bool:
    if option is None:
        return statuses != judge.now
    return statuses[option] is not judge.now[option]


def _along(judge: Judge, figure: Figure, way: int, option: str | None) -> BreakEven | None:
    for stretch in judge.along({figure.path: figure.value}, {figure.path: way}):
        if _differs(judge, stretch.statuses, option):
            step = (figure.span or Fraction(1)) * BEYOND
            inside = min(stretch.inside - stretch.start, step)
            value = figure.value + way * stretch.start
            beyond = value if stretch.is_point else value + way * inside
            share = figure.share(value)
            return BreakEven(value, stretch.is_point, beyond, stretch.statuses, share)
    return None


def _searched(judge: Judge, figure: Figure, way: int, option: str | None) -> BreakEven | None:
    """Answers a change found within the table's range, halved to the tolerance."""
    span = figure.span or Fraction(1)

    def at(steps: Fraction) -> Statuses | None:
        try:
            return judge.at({figure.path: figure.value + way * steps})
        except OutOfBudget:
            raise
        except ArgueError:  # a number outside what a formula is defined for
            return None

    short = Fraction(0)
    for probe in range(1, PROBES + 1):
        steps = span * probe / PROBES
        found = at(steps)
        if found is None:
            return None
        if not _differs(judge, found, option):
            short = steps
            continue
        while steps - short > span * TOLERANCE:
            middle = (steps + short) / 2
            tried = at(middle)
            if tried is not None and _differs(judge, tried, option):
                steps, found = middle, tried
            else:
                short = middle
        value = figure.value + way * steps
        return BreakEven(value, True, value, found, figure.share(value), exact=False)
    return None

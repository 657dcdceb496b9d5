"""How large an error of all numbers at once a verdict survives: between two bounds.

Every number of the tables may be wrong by at most so much, each in its own direction. The lower
bound is proved: with all of them known only within such ends, whatever is certain still settles
every status. The upper bound is found: an error of that size after which a status differs. Levels
and numbers of persons are taken as they are.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any, cast

from argue.construct.affine import Line, NotLinear
from argue.construct.deferred import MOVING
from argue.construct.linear import Form, Region
from argue.construct.spans import SPANS, Span, Unbounded
from argue.construct.words import written
from argue.errors import ArgueError, LimitExceeded, OutOfBudget
from argue.explain.branchwise import Hearing
from argue.explain.figures import figures_of
from argue.explain.heard import said_in
from argue.explain.judge import Judge, Statuses, Stretch, Values
from argue.explain.moving import Heard, moving
from argue.explain.statuses import certain_statuses
from argue.model.case import nothing
from argue.model.record import field, record
from argue.verdict.result import Analysis

HALVINGS = 24
"""How often the interval of the lower bound is halved before its end is computed."""
MOST_LINES = 150
"""Directions of error that are followed in the search for a flip."""
MOST_NEAR = 40
"""Directions followed near the best error found, in each round and in a last one."""
ROUNDS = 5
"""Rounds near the best error found, as long as each finds a smaller one."""
BEYOND = Fraction(1, 1000)
"""A witness is at most this share beyond the error at which statuses change."""
SEED = 20


@record
class Radius:
    """How large a common error the statuses survive: proved up to `lower`, not beyond `upper`.

    Errors below `lower` change no status (None where no bound can be proved); `upper` is the size
    of an error that was found to change one (None if none was found) if `reached`, else any error
    just over it is; `witness` are numbers that do, and `statuses` what they make of the options.
    Not `searched` where errors cannot be followed.
    """

    lower: Fraction | None
    upper: Fraction | None
    witness: Values = field(default_factory=nothing)
    statuses: Statuses = field(default_factory=nothing)
    reached: bool = True
    unproved: str = ""
    complete: bool = True
    searched: bool = True

    @property
    def sentences(self) -> tuple[str, ...]:
        """Both bounds in words."""
        told: list[str] = []
        if self.lower is None:
            told.append(f"No error of all numbers at once is proved harmless: {self.unproved}.")
        elif self.lower:
            told.append(
                f"Every number may be wrong by less than {written(self.lower)} at once, and no "
                "status changes (proved)."
            )
        else:
            told.append(
                "No error of all numbers at once is proved harmless, as where a tie decides."
            )
        if self.upper is not None:
            how = "" if self.reached else "just over "
            told.append(f"An error of {how}{written(self.upper)} was found that changes a status.")
        elif not self.searched:
            told.append("None that changes a status was looked for either.")
        elif self.complete:
            told.append("No error that changes a status was found.")
        if not self.complete:
            told.append("The search was cut short: a smaller error may change a status.")
        return tuple(told)


class _Ball:
    """Numbers that may each be wrong by at most so much, either way."""

    def __init__(self, values: Values, error: Any) -> None:
        self.values, self.error = values, error

    def unknown(self, name: str) -> Span:
        value = self.values[name]
        return Span(value - self.error, value + self.error)


def radius(analysis: Analysis, *, timeout: float | None = None, search: bool = True) -> Radius:
    """Answers how large a common error of all numbers the statuses survive.

    Without `search` only the lower bound, which is quick. At the end of `timeout` seconds what was
    found is told.
    """
    judge = Judge.of(analysis, None if timeout is None else time.monotonic() + timeout)
    figures = figures_of(analysis.case, analysis.given)
    values = {f.path: f.value for f in figures if f.table != "levels"}
    widest = max((f.span for f in figures), default=Fraction(1)) or Fraction(1)
    lower, why = None, _unheard(analysis)
    if not values:
        return Radius(None, None, unproved="no number is written in its tables", searched=False)
    if judge.hearing is None:
        return Radius(None, None, unproved=why, searched=False)
    try:
        lower = _proved(judge, judge.hearing, values, widest)
    except OutOfBudget:
        return Radius(None, None, unproved="time ran out", complete=False)
    except ArgueError as error:
        why = str(error)
    found = _Search(judge, values)
    complete = search
    try:
        if search:
            found.run()
    except OutOfBudget:
        complete = False
    return Radius(lower, found.size, found.witness, found.statuses, found.reached, why, complete)


def _unheard(analysis: Analysis) -> str:
    """Answers why an analysis can be none whose sources are heard again for other numbers."""
    if analysis.setup.semantics != "preferred" or analysis.setup.flat:
        return "it is of preferred semantics only"
    if analysis.case.regions:
        return "some numbers are known only within bounds, which are told apart first"
    return "too much is left open, or something other than numbers turns on them"


def _proved(judge: Judge, hearing: Hearing, values: Values, widest: Fraction) -> Fraction:
    """Answers the error below which all statuses are certain: halved, then computed exactly."""

    def certain(error: Any) -> bool:
        judge.check_time()
        ball = _Ball(values, error)
        case = moving(judge.case, values, ball)
        heard = Heard.of(hearing, case, ball, SPANS)
        found = certain_statuses(tuple(judge.case.options), heard.standings(hearing))
        return dict(found) == dict(judge.now)

    def proved(error: Any) -> bool:
        try:
            return certain(error)
        except Unbounded:  # a framework is not defined for some of the numbers, or its ends meet
            return False

    low, high = Fraction(0), widest
    if not certain(low):
        return low
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if proved(middle) else (low, middle)
    try:
        return _exactly(proved, low, high)
    except (NotLinear, TypeError):
        return low


def _exactly(certain: Callable[[Any], bool], low: Fraction, high: Fraction) -> Fraction:
    """Answers the first position between two at which certainty ends, going from root to root."""
    line = Line({"error": Fraction(0)}, {"error": 1})
    while low < high:
        line.move(low, beyond=True)
        if not certain(line.unknown("error")):
            return low
        if line.root is None:
            return high
        low = line.root
        line.move(low, beyond=False)
        if not certain(line.unknown("error")):
            return low
    return high


class _Gradients:
    """Takes note of every comparison at some numbers: its value, and how it moves with them."""

    def __init__(self, values: Values) -> None:
        self.values = values
        self.met: list[tuple[Fraction, Mapping[str, Fraction]]] = []

    def unknown(self, name: str) -> Form:
        return Form(cast("Region", self), Fraction(0), {name: Fraction(1)})

    def sign(self, form: Form) -> int:
        here = form.constant + sum(
            (factor * self.values[name] for name, factor in form.terms.items()), Fraction(0)
        )
        if form.terms:
            self.met.append((here, form.terms))
        return (here > 0) - (here < 0)

    def directions(self) -> list[dict[str, int]]:
        """Answers the errors that turn each comparison soonest, the soonest first."""
        ordered = sorted(self.met, key=lambda m: abs(m[0]) / sum(map(abs, m[1].values())))
        found: dict[tuple[tuple[str, int], ...], None] = {}
        for here, terms in ordered:
            for way in (1, -1) if not here else ((-1,) if here > 0 else (1,)):
                signs = {n: way * (1 if f > 0 else -1) for n, f in sorted(terms.items())}
                found.setdefault(tuple(signs.items()))
        return [dict(signs) for signs in found]


class _Search:
    """Looks for a small error that changes a status, along one direction of error after another."""

    def __init__(self, judge: Judge, values: Values) -> None:
        self.judge, self.values = judge, values
        self.size: Fraction | None = None
        self.reached = True
        self.witness: Values = {}
        self.statuses: Statuses = {}
        self._direction: Mapping[str, int] = {}
        self._tried: set[tuple[tuple[str, int], ...]] = set()

    def run(self) -> None:
        """Follow the comparisons made now, then those made near the best error found."""
        for direction in self._near(self.values)[:MOST_LINES]:
            self._follow(direction)
        for _ in range(ROUNDS):
            before = self.size
            if before is None:
                return
            for direction in self._near(self.witness)[:MOST_NEAR]:
                self._follow(direction)
                self._follow({**self._direction, **direction})
            if self.size == before:
                break
        self._settle()

    def _settle(self) -> None:
        """Let single numbers err the other way, or not at all, as long as it helps."""
        draw = random.Random(SEED)
        names = sorted(self.values)
        for _ in range(MOST_NEAR if self.size is not None else 0):
            name = draw.choice(names)
            for way in (-1, 0, 1):
                changed = {**self._direction, name: way}
                self._follow({n: w for n, w in changed.items() if w})

    def _near(self, values: Values) -> list[dict[str, int]]:
        place = _Gradients({**self.values, **values})
        hearing = self.judge.hearing
        if hearing is None:
            return []
        case = moving(self.judge.case, self.values, place)
        for listening, _ in hearing.listeners(case, place):
            try:
                said_in(listening, MOVING)
            except (TypeError, LimitExceeded):  # not linear: its own changes are not followed
                continue
        for agent in hearing.agents:
            for number in range(len(hearing.branches)):
                hearing.excused(case, agent, number, place)
        return place.directions()

    def _follow(self, direction: Mapping[str, int]) -> None:
        key = tuple(sorted(direction.items()))
        if key in self._tried or not direction:
            return
        self._tried.add(key)
        start = {name: self.values[name] for name in direction}
        try:
            for stretch in self.judge.along(start, direction):
                if self.size is not None and stretch.start >= self.size:
                    return
                if stretch.statuses != self.judge.now:
                    self._keep(stretch, direction)
                    return
        except (NotLinear, LimitExceeded):
            return

    def _keep(self, stretch: Stretch, direction: Mapping[str, int]) -> None:
        self.size, self._direction, self.statuses = stretch.start, direction, stretch.statuses
        self.reached = stretch.is_point
        step = min(stretch.inside - stretch.start, (stretch.start or 1) * BEYOND)
        at = stretch.start if stretch.is_point else stretch.start + step
        self.witness = {name: self.values[name] + at * way for name, way in direction.items()}

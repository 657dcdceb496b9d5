"""The statuses of a case for other numbers, and along a line of them, exactly.

Between two neighbouring roots of the compared differences nothing that a formula asks comes out
otherwise, so that one judgement serves the whole stretch; the roots themselves are judged apart.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from argue.analysis import judged, prepared
from argue.construct.affine import Line, NotLinear, Still
from argue.errors import LimitExceeded, OutOfBudget
from argue.explain.branchwise import Hearing, can_be_heard
from argue.explain.figures import with_cells
from argue.explain.moving import Heard, Track, moving, tracks_of
from argue.explain.statuses import settled_statuses
from argue.model.case import Case
from argue.model.record import record
from argue.model.verdict import Status
from argue.verdict.result import Analysis, Setup

Statuses = Mapping[str, Status]
Values = Mapping[str, Fraction]
MOST_STRETCHES = 2_000
"""Roots gone through along one line."""


@record
class Stretch:
    """A part of a line on which all statuses are the same: a point, or all between two positions.

    `end` is None where the last stretch never ends; a point has equal ends.
    """

    start: Fraction
    end: Fraction | None
    statuses: Statuses

    @property
    def is_point(self) -> bool:
        """Whether it is a single point."""
        return self.start == self.end

    @property
    def inside(self) -> Fraction:
        """A position inside."""
        return self.start + 1 if self.end is None else (self.start + self.end) / 2


class Judge:
    """Judges a case for other numbers: by hearing its sources again, or by building it anew."""

    def __init__(
        self,
        given: Case,
        setup: Setup,
        *,
        analysed: tuple[Case, Statuses] | None = None,
        deadline: float | None = None,
    ) -> None:
        """Take a case as it was given, and what it came to if that is known.

        `deadline` is an instant of `time.monotonic`.
        """
        self.given, self.setup, self.deadline = given, setup, deadline
        self.case, self.now = analysed or (
            prepared(given, setup, deadline),
            judged(given, setup, deadline),
        )
        self.hearing = _hearing(self.case, setup)
        self._heard: Heard | None = None
        self._anew: dict[object, Statuses] = {}
        self._moved: dict[frozenset[str], Case] = {}

    @classmethod
    def of(cls, analysis: Analysis, deadline: float | None = None) -> Judge:
        """Answers who judges the case of an analysis for other numbers."""
        known = (analysis.case, analysis.statuses)
        return cls(analysis.given, analysis.setup, analysed=known, deadline=deadline)

    def check_time(self) -> None:
        """Raises OutOfBudget past the deadline."""
        if self.deadline is not None and time.monotonic() > self.deadline:
            raise OutOfBudget("time ran out while numbers were being tried")

    def at(self, values: Values) -> Statuses:
        """Answers the statuses with some numbers, by path, replaced."""
        self.check_time()
        if self.hearing is None:
            return self.anew(values)
        place = Still(values)
        heard = Heard.of(self.hearing, self._moving(values, place), place)
        return self._judged(self.hearing, heard, values)

    def _moving(self, values: Values, place: Still) -> Case:
        """Answers the case with these numbers found at a place; made once for numbers of tables."""
        names = frozenset(values)
        if any(name.startswith("standpoints.") for name in names):
            return moving(self.case, values, place)
        if names not in self._moved:
            self._moved[names] = moving(self.case, values, place)
        return self._moved[names]

    def anew(self, values: Values) -> Statuses:
        """Answers the same from the case with these numbers, as an analysis would."""
        key = tuple(sorted(values.items()))
        if key not in self._anew:
            self.check_time()
            case = with_cells(self.given, values)
            self._anew[key] = judged(case, self.setup, self.deadline)
        return self._anew[key]

    def along(self, start: Values, direction: Mapping[str, Fraction | int]) -> Iterator[Stretch]:
        """Yields the stretches of a line through numbers named by path, from position 0 on.

        Raises: NotLinear where branches cannot be heard or a formula is not linear in the
        numbers, before the first stretch or later; OutOfBudget past the deadline.
        """
        if self.hearing is None:
            raise NotLinear
        line = Line(start, direction)
        tracks = tuple(tracks_of(self.hearing, moving(self.case, start, line), line))
        position = Fraction(0)
        _hear(tracks, line, position)
        for _ in range(MOST_STRETCHES):
            self.check_time()
            yield Stretch(position, position, self._on(tracks, line, position))
            for track in tracks:
                if track.touched:
                    track.hear(line, position, beyond=True)
            end = min((t.root for t in tracks if t.root is not None), default=None)
            stretch = Stretch(position, end, self.now)
            yield Stretch(position, end, self._on(tracks, line, stretch.inside))
            if end is None:
                return
            position = end
            _hear([t for t in tracks if t.root == position], line, position)
        raise LimitExceeded(f"more than {MOST_STRETCHES} changes along one line of numbers")

    def _on(self, tracks: Sequence[Track], line: Line, position: Fraction) -> Statuses:
        if self.hearing is None:
            raise NotLinear
        values = {n: v + position * line.direction[n] for n, v in line.start.items()}
        return self._judged(self.hearing, self.heard_now().with_tracks(tracks), values)

    def heard_now(self) -> Heard:
        """Answers what is heard with the numbers as they are; raises NotLinear if nothing can."""
        if self._heard is None:
            if self.hearing is None:
                raise NotLinear
            self._heard = Heard.of(self.hearing, self.case, Still({}))
        return self._heard

    def _judged(self, hearing: Hearing, heard: Heard, values: Values) -> Statuses:
        found = settled_statuses(tuple(self.case.options), heard.standings(hearing))
        return self.anew(values) if found is None else found


def _hear(tracks: Sequence[Track], line: Line, position: Fraction) -> None:
    try:
        for track in tracks:
            track.hear(line, position, beyond=False)
    except TypeError as error:  # a root or power asks a moving number for its value
        raise NotLinear from error


def _hearing(case: Case, setup: Setup) -> Hearing | None:
    if not can_be_heard(case, setup):
        return None
    try:
        return Hearing(case)
    except LimitExceeded:
        return None

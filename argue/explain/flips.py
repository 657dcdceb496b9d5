"""The smallest changes of a case after which an option has another status.

Every candidate is applied to the case, which is then judged anew; of a number the nearest value is
found that does it, of two numbers the nearest pair. Fewer changes are smaller; of equally many,
facts come before challenges before priorities before frameworks before numbers, and a number by its
share of the range of its table.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from argue.analysis import judged
from argue.errors import CaseError, OutOfBudget
from argue.explain.break_even import turning
from argue.explain.candidates import candidate_changes, order_of
from argue.explain.changes import KINDS, Change, changed
from argue.explain.circumstances import closure
from argue.explain.figures import Figure, figures_of
from argue.explain.judge import Judge
from argue.explain.number_pairs import nearer_pairs
from argue.model.case import Case
from argue.model.record import record
from argue.model.verdict import Status
from argue.verdict.result import Analysis

MOST_CHANGES = 2
"""Sets of changes are tried up to this size."""
PAIRS = (
    "Two numbers were tried together only as far as each table's own range, and not where a "
    "formula is not linear in them; three or more were not."
)
"""What is said of numbers where nothing was found."""

MOST_TRIALS = 2_000
"""Sets of changes, and numbers, tried in one search."""


@record
class Flip:
    """A smallest set of changes after which an option has another status, and all statuses then."""

    changes: tuple[Change, ...]
    statuses: Mapping[str, Status]


@record
class Flips:
    """The smallest sets of changes found that flip an option, and how far the search came.

    `complete` is False where the time or the trials ran out before all sets of that size were
    tried; `most` is the size up to which sets were to be tried.
    """

    option: str
    status: Status
    found: tuple[Flip, ...]
    tried: int
    most: int
    complete: bool = True

    @property
    def sentences(self) -> tuple[str, ...]:
        """The search told sentence by sentence."""
        opening = f'"{self.option}" is {self.status}.'
        told = tuple(
            f"With {' and '.join(str(c) for c in flip.changes)} it is {flip.statuses[self.option]}."
            for flip in self.found
        )
        if not told:
            one = self.most == 1
            sets = "single change" if one else f"set of up to {self.most} changes"
            told = (f"No {sets} that was tried makes it otherwise.",)
            if self.complete and self.most > 1:
                told += (PAIRS,)
        partial = (
            ()
            if self.complete
            else (
                f"The search is partial: {self.tried} changes were tried in the time there was; "
                "give it more, or settle facts and challenges.",
            )
        )
        return (opening, *told, *partial)


def flips(  # noqa: PLR0913  (one keyword a bound of the search)
    case: Case,
    analysis: Analysis,
    option: str,
    *,
    most: int = MOST_CHANGES,
    timeout: float | None = None,
    progress: Callable[[int], None] | None = None,
) -> Flips:
    """Answers the smallest changes of a case after which an option has another status.

    `case` is as it was read, `analysis` what it came to. All of the smallest size are told, except
    that a number is tried together with another change only where no two other changes do, and
    two numbers, of which the smallest pair is told, only where nothing else does. `progress` is
    called with the number of trials. At the end of `timeout` seconds what was found is told.
    """
    status = analysis.status(option)
    deadline = None if timeout is None else time.monotonic() + timeout
    search = _Search(case, analysis, option, deadline=deadline, progress=progress)
    for size in range(1, most + 1):
        try:
            search.all_of(size)
        except OutOfBudget:
            return Flips(option, status, search.ordered, search.tried, size, complete=False)
        if search.found:
            return Flips(option, status, search.ordered, search.tried, size)
    return Flips(option, status, (), search.tried, most)


class _Search:
    """Tries sets of changes for their making an option's status another one."""

    def __init__(
        self,
        case: Case,
        analysis: Analysis,
        option: str,
        *,
        deadline: float | None,
        progress: Callable[[int], None] | None,
    ) -> None:
        self.case, self.analysis, self.option = case, analysis, option
        self.deadline, self.progress = deadline, progress
        self.candidates = tuple(candidate_changes(case, analysis))
        self.found: list[Flip] = []
        self.tried = 0

    @property
    def ordered(self) -> tuple[Flip, ...]:
        """What was found, the smallest change first."""
        return tuple(sorted(self.found, key=lambda flip: _size(flip.changes)))

    def all_of(self, size: int) -> None:
        """Tries all sets of a size; raises OutOfBudget past the trials or the deadline."""
        sets = [c for c in combinations(self.candidates, size) if _differ(c)]
        for changes in sorted(sets, key=_turn):
            self._count()
            statuses = self._after(changes)
            if statuses is not None and statuses[self.option] is not self._status:
                self.found.append(Flip(changes, statuses))
        if size == 1 or not self.found:
            for changes in combinations(self.candidates, size - 1):
                if _differ(changes):
                    self._with_a_number(changes)
        if size == 2 and not self.found:
            self._with_two_numbers()

    @property
    def _status(self) -> Status:
        return self.analysis.statuses[self.option]

    def _count(self) -> None:
        if self.tried >= MOST_TRIALS:
            raise OutOfBudget(f"more than {MOST_TRIALS} sets of changes")
        if self.deadline is not None and time.monotonic() > self.deadline:
            raise OutOfBudget("time ran out while changes were being tried")
        self.tried += 1
        if self.progress is not None:
            self.progress(self.tried)

    def _after(self, changes: Sequence[Change]) -> Mapping[str, Status] | None:
        """Answers what a case comes to with some changes; None if it cannot be judged so."""
        if not _go_together(self.analysis, changes):
            return None
        try:
            return judged(*changed(self.case, self.analysis.setup, changes), self.deadline)
        except CaseError:  # a rule draws from one fact what another denies, for example
            return None

    def _judge(self, changes: Sequence[Change]) -> Judge | None:
        """Answers who judges a case with some changes; None if it cannot be judged so."""
        if not changes:
            return Judge.of(self.analysis, self.deadline)
        if not _go_together(self.analysis, changes):
            return None
        case, setup = changed(self.case, self.analysis.setup, changes)
        try:
            return Judge(case, setup, deadline=self.deadline)
        except CaseError:
            return None

    def _with_a_number(self, changes: Sequence[Change]) -> None:
        """Tries every number after some changes that do not flip the option by themselves."""
        judge = self._judge(changes)
        if judge is None:
            return
        for figure in figures_of(judge.case, judge.given):
            self._count()
            number = _turned(judge, figure, self.option)
            if number is not None:
                change, then = number
                self.found.append(Flip((*changes, change), then))

    def _with_two_numbers(self) -> None:
        """Tries every two numbers together; keeps the smallest change of two that flips."""
        judge = Judge.of(self.analysis, self.deadline)
        figures = figures_of(judge.case, judge.given)
        for pair in nearer_pairs(judge, figures, self.option, count=self._count):
            self.found[:] = [Flip(pair.changes, pair.statuses)]


def _turned(
    judge: Judge, figure: Figure, option: str
) -> tuple[Change, Mapping[str, Status]] | None:
    """Answers the smallest change of a number that flips an option, and all statuses then."""
    nearest = turning(judge, figure, option).nearest
    if nearest is None:
        return None
    value = nearest.beyond
    change = Change("number", figure.path, value=value, edge=nearest.value, share=nearest.share)
    return change, nearest.statuses


def _size(changes: Sequence[Change]) -> tuple[list[int], Fraction]:
    """Answers what orders sets of equally many changes: their kinds, then the shares of numbers."""
    shares = [change.share or Fraction(0) for change in changes]
    return [KINDS.index(change.kind) for change in changes], sum(shares, Fraction(0))


def _turn(changes: Sequence[Change]) -> tuple[int, tuple[list[int], Fraction]]:
    """Answers what orders sets for trying: new challenges, of which there may be many, late."""
    return sum(change.against is not None for change in changes), _size(changes)


def _go_together(analysis: Analysis, changes: Sequence[Change]) -> bool:
    """Answers whether changes can be made together.

    They cannot if they rank what they drop, or rank sources in a circle.
    """
    ranked = [(c.name.split(">")[0], c.name.split(">")[1]) for c in changes if c.kind == "priority"]
    dropped = {c.name for c in changes if c.kind == "framework"}
    order = closure({*order_of(analysis), *ranked})
    circle = any(high == low for high, low in order)
    return not circle and not any(dropped & set(pair) for pair in ranked)


def _differ(changes: Sequence[Change]) -> bool:
    """Answers whether no two changes are about the same thing."""
    named = {(c.kind, frozenset(c.name.split(">"))) for c in changes if c.against is None}
    aimed = {c.against for c in changes if c.against is not None}
    return len(named) + len(aimed) == len(changes)

"""The smallest changes of a case after which an option has another status.

Every candidate is applied to the case, which is then judged anew; of a number the nearest value is
found that does it. Fewer changes are smaller; of equally many, facts come before challenges before
priorities before frameworks before numbers, and a number by its share of the range of its table.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from argue.analysis import source_ids
from argue.errors import OutOfBudget
from argue.explain.break_even import turning
from argue.explain.changes import KINDS, Change, changed, judged
from argue.explain.circumstances import closure
from argue.explain.figures import Figure, figures_of
from argue.explain.judge import Judge
from argue.model.argument import Argument, Kind
from argue.model.case import Case, ChallengeStatus, FactStatus, Target, TargetKind
from argue.model.record import record
from argue.model.verdict import Label, Status
from argue.verdict.result import Analysis

MOST_CHANGES = 2
"""Sets of changes are tried up to this size."""
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
            told = (f"No set of up to {self.most} changes that was tried makes it otherwise.",)
        partial = () if self.complete else ("The search is partial: not all sets were tried.",)
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

    `case` is as it was read, `analysis` what it came to. All of the smallest size are told; a
    number is tried together with another change where no two other changes do, and two numbers
    are not tried together. `progress` is called with the number of trials. At the end of `timeout`
    seconds what was found is told.
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
        for changes in sorted(sets, key=_size):
            self._count()
            statuses = self._after(changes)
            if statuses is not None and statuses[self.option] is not self._status:
                self.found.append(Flip(changes, statuses))
        if size == 1 or not self.found:
            for changes in combinations(self.candidates, size - 1):
                if _differ(changes):
                    self._with_a_number(changes)

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
        if not _go_together(self.analysis, changes):
            return None
        return judged(*changed(self.case, self.analysis.setup, changes), self.deadline)

    def _with_a_number(self, changes: Sequence[Change]) -> None:
        """Tries every number after some changes that do not flip the option by themselves."""
        if not _go_together(self.analysis, changes):
            return
        if changes:
            case, setup = changed(self.case, self.analysis.setup, changes)
            judge = Judge(case, setup, deadline=self.deadline)
        else:
            judge = Judge.of(self.analysis, self.deadline)
        for figure in figures_of(judge.case, played=bool(judge.given.game)):
            self._count()
            number = _turned(judge, figure, self.option)
            if number is not None:
                change, then = number
                self.found.append(Flip((*changes, change), then))


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


def _go_together(analysis: Analysis, changes: Sequence[Change]) -> bool:
    """Answers whether changes can be made together.

    They cannot if they rank what they drop, or rank sources in a circle.
    """
    ranked = [(c.name.split(">")[0], c.name.split(">")[1]) for c in changes if c.kind == "priority"]
    dropped = {c.name for c in changes if c.kind == "framework"}
    order = closure({*_order(analysis), *ranked})
    circle = any(high == low for high, low in order)
    return not circle and not any(dropped & set(pair) for pair in ranked)


def _order(analysis: Analysis) -> frozenset[tuple[str, str]]:
    declared = {(p.higher, p.lower) for p in analysis.case.priorities}
    return closure({*analysis.graph.order, *declared})


def _differ(changes: Sequence[Change]) -> bool:
    """Answers whether no two changes are about the same thing."""
    named = {(c.kind, frozenset(c.name.split(">"))) for c in changes if c.against is None}
    aimed = {c.against for c in changes if c.against is not None}
    return len(named) + len(aimed) == len(changes)


def candidate_changes(case: Case, analysis: Analysis) -> Iterator[Change]:
    """Yields the single changes of a case that are tried, those easiest to agree on first.

    Numbers are none of them: of these the nearest value is looked for.
    """
    for fact in analysis.case.facts.values():
        known = {FactStatus.AGREED: True, FactStatus.ASSUMED: True, FactStatus.DENIED: False}
        for holds in (True, False):
            if known.get(fact.status) is not holds and fact.id in case.facts:
                yield Change("fact", fact.id, holds)
    for challenge in case.challenges.values():
        for holds, status in ((True, ChallengeStatus.ACCEPTED), (False, ChallengeStatus.REFUTED)):
            if challenge.status is not status:
                yield Change("challenge", challenge.id, holds)
    yield from _new_challenges(case, analysis)
    yield from _priorities(analysis)
    uses = analysis.case.frameworks
    if len(source_ids(analysis.case)) > 1:
        yield from (Change("framework", use.id) for use in uses)


def _new_challenges(case: Case, analysis: Analysis) -> Iterator[Change]:
    """Yields an upheld challenge to each reason that stands somewhere, and to each priority.

    What challenges the same thing is proposed once.
    """
    met: set[Target] = set()
    for argument in analysis.graph.arguments.values():
        target = _target(analysis, argument)
        standing = Label.IN in analysis.labels.get(argument.id, ())
        if target is not None and standing and target not in met:
            met.add(target)
            yield Change("challenge", argument.id, against=target)
    for priority in case.priorities:
        target = Target(TargetKind.PRIORITY, priority.id)
        if target not in met:
            yield Change("challenge", f"priority:{priority.id}", against=target)


def _target(analysis: Analysis, argument: Argument) -> Target | None:
    """Answers what a challenge to a reason or priority is aimed at; None for other arguments."""
    source = str(argument.source)
    if argument.kind is Kind.PRIORITY:
        return Target(TargetKind.PRIORITY, source)
    if argument.kind is not Kind.REASON:
        return None
    if source.startswith("norm:"):
        return Target(TargetKind.SOURCE, source)
    if all(use.id != source for use in analysis.case.frameworks):
        return Target(TargetKind.REASON, str(argument.by))
    return Target(
        TargetKind.SOURCE,
        source,
        voice=argument.voice,
        better=argument.better,
        worse=argument.worse,
    )


def _priorities(analysis: Analysis) -> Iterator[Change]:
    order = _order(analysis)
    speaking = [source.id for source in analysis.sources if source.reasons]
    for high in speaking:
        for low in speaking:
            if high != low and (high, low) not in order and (low, high) not in order:
                yield Change("priority", f"{high}>{low}")

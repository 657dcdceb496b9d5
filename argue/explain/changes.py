"""Changes of a case, what they make of its statuses, and the smallest that flip one.

A change is one that a person could make in the file: never an edit of the graph that no case
produces. Every candidate is applied and the case judged anew.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from types import MappingProxyType

from argue.analysis import distinct, positions_of, prepared, source_ids, statuses_only
from argue.construct.graph import graph_of
from argue.construct.sources import sources_of
from argue.errors import ArgueError, OutOfBudget, UnknownId
from argue.explain.circumstances import closure
from argue.model.case import Case, Cell, ChallengeStatus, FactStatus
from argue.model.record import record
from argue.model.verdict import Status
from argue.norms.review import review
from argue.verdict.result import Analysis, Setup
from argue.verdict.statuses import statuses_of

KINDS = ("fact", "challenge", "priority", "framework")
"""Kinds of change, those easiest to agree on first."""
MOST_CHANGES = 2
"""Sets of changes are tried up to this size."""
MOST_TRIALS = 500
"""Sets of changes tried in one search."""


@record
class Change:
    """One change of a case: a fact or challenge settled, a priority added, a framework dropped.

    `name` is the id of the fact, challenge or framework, or `higher>lower`; `holds` says how a
    fact or challenge is settled.
    """

    kind: str
    name: str
    holds: bool = True

    def __str__(self) -> str:
        if self.kind == "fact":
            return f"{self.name}={'true' if self.holds else 'false'}"
        if self.kind == "challenge":
            return f"challenge {self.name} {'accepted' if self.holds else 'refuted'}"
        return f"priority {self.name}" if self.kind == "priority" else f"without {self.name}"


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


def changed(case: Case, setup: Setup, changes: Sequence[Change]) -> tuple[Case, Setup]:
    """Answers a case and setup with changes applied; raises UnknownId for what is not there."""
    for change in changes:
        if change.kind == "fact":
            facts = {**setup.facts, change.name: change.holds}
            setup = replace(setup, facts=MappingProxyType(facts))
        elif change.kind == "priority":
            higher, _, lower = change.name.partition(">")
            setup = replace(setup, priorities=(*setup.priorities, (higher, lower)))
        elif change.kind == "framework":
            kept = _frameworks(case, setup)
            if change.name not in kept:
                raise UnknownId("framework of this case", change.name, kept)
            setup = replace(setup, frameworks=tuple(f for f in kept if f != change.name))
        else:
            case = _ruled_on(case, change)
    return case, setup


def _frameworks(case: Case, setup: Setup) -> tuple[str, ...]:
    ids = tuple(use.id for use in case.frameworks)
    return ids if setup.frameworks is None else setup.frameworks


def _ruled_on(case: Case, change: Change) -> Case:
    if change.name not in case.challenges:
        raise UnknownId("challenge", change.name, case.challenges)
    status = ChallengeStatus.ACCEPTED if change.holds else ChallengeStatus.REFUTED
    ruled = replace(case.challenges[change.name], status=status)
    return replace(case, challenges=MappingProxyType({**case.challenges, change.name: ruled}))


def with_cell(case: Case, path: str, cell: Cell) -> Case:
    """Answers a case with one cell of `payoffs` or `general` replaced: `payoffs.option.person`.

    What `general` reads from `payoffs` follows it.

    Raises: ArgueError for a path that is none; UnknownId for an option or person not there.
    """
    parts = path.split(".")
    if len(parts) != 3 or parts[0] not in ("payoffs", "general") or not case.payoffs:
        raise ArgueError(f"{path!r} is no cell of this case: write payoffs.option.standpoint")
    table, option, person = parts
    if option not in case.options:
        raise UnknownId("option", option, case.options)
    if person not in case.standpoints:
        raise UnknownId("standpoint", person, case.standpoints)
    follows = case.general and case.general[option][person] is case.payoffs[option][person]
    tables = {table, "general"} if follows else {table}
    for name in tables:
        rows = case.general if name == "general" else case.payoffs
        row = MappingProxyType({**rows[option], person: cell})
        whole = MappingProxyType({**rows, option: row})
        case = replace(case, general=whole) if name == "general" else replace(case, payoffs=whole)
    return case


def judged(case: Case, setup: Setup, deadline: float | None = None) -> Mapping[str, Status]:
    """Answers the statuses of a case under a setup, as its analysis would."""
    case = prepared(case, setup, deadline)
    proposals = review(case, lambda reviewed: statuses_only(reviewed, deadline))
    silenced = frozenset(p.norm for p in proposals if p.acted)
    graph = graph_of(case, sources_of(case, silenced=silenced))
    found = distinct(positions_of(graph, setup, deadline).found())
    return statuses_of(graph.options, found)


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

    `case` is as it was read, `analysis` what it came to. Sets with fewer changes come first, then
    facts before challenges before priorities before frameworks. All of the smallest size are
    told. `progress` is called with the number of sets tried. At the end of `timeout` seconds what
    was found is told.
    """
    status = analysis.status(option)
    deadline = None if timeout is None else time.monotonic() + timeout
    candidates = tuple(candidate_changes(case, analysis))
    tried = 0
    for size in range(1, most + 1):
        found: list[Flip] = []
        sets = [c for c in combinations(candidates, size) if _differ(c)]
        for changes in sorted(sets, key=lambda c: [KINDS.index(change.kind) for change in c]):
            if tried >= MOST_TRIALS or (deadline is not None and time.monotonic() > deadline):
                return Flips(option, status, tuple(found), tried, size, complete=False)
            tried += 1
            if progress is not None:
                progress(tried)
            try:
                then = _after(case, analysis, changes, deadline)
            except OutOfBudget:
                return Flips(option, status, tuple(found), tried, size, complete=False)
            if then is not None and then[option] is not status:
                found.append(Flip(changes, then))
        if found:
            return Flips(option, status, tuple(found), tried, size)
    return Flips(option, status, (), tried, most)


def _after(
    case: Case, analysis: Analysis, changes: Sequence[Change], deadline: float | None
) -> Mapping[str, Status] | None:
    """Answers the statuses after changes; None where they cannot be made together.

    They cannot if they rank what they drop, or rank sources in a circle.
    """
    ranked = [(c.name.split(">")[0], c.name.split(">")[1]) for c in changes if c.kind == "priority"]
    dropped = {c.name for c in changes if c.kind == "framework"}
    order = closure({*_order(analysis), *ranked})
    if any(dropped & set(pair) for pair in ranked) or any(high == low for high, low in order):
        return None
    return judged(*changed(case, analysis.setup, changes), deadline)


def _order(analysis: Analysis) -> frozenset[tuple[str, str]]:
    declared = {(p.higher, p.lower) for p in analysis.case.priorities}
    return closure({*analysis.graph.order, *declared})


def _differ(changes: Sequence[Change]) -> bool:
    """Answers whether no two changes are about the same thing."""
    named = {(c.kind, frozenset(c.name.split(">"))) for c in changes}
    return len(named) == len(changes)


def candidate_changes(case: Case, analysis: Analysis) -> Iterator[Change]:
    """Yields the single changes of a case that are tried, those easiest to agree on first."""
    for fact in analysis.case.facts.values():
        known = {FactStatus.AGREED: True, FactStatus.ASSUMED: True, FactStatus.DENIED: False}
        for holds in (True, False):
            if known.get(fact.status) is not holds and fact.id in case.facts:
                yield Change("fact", fact.id, holds)
    for challenge in case.challenges.values():
        for holds, status in ((True, ChallengeStatus.ACCEPTED), (False, ChallengeStatus.REFUTED)):
            if challenge.status is not status:
                yield Change("challenge", challenge.id, holds)
    yield from _priorities(analysis)
    uses = analysis.case.frameworks
    if len(source_ids(analysis.case)) > 1:
        yield from (Change("framework", use.id) for use in uses)


def _priorities(analysis: Analysis) -> Iterator[Change]:
    order = _order(analysis)
    speaking = [source.id for source in analysis.sources if source.reasons]
    for high in speaking:
        for low in speaking:
            if high != low and (high, low) not in order and (low, high) not in order:
                yield Change("priority", f"{high}>{low}")

"""What of a case makes it take long, in words that say what to do about it."""

from __future__ import annotations

from collections.abc import Iterator

from argue.construct.worlds import not_plain
from argue.model.case import (
    Case,
    Cell,
    ChallengeStatus,
    Choice,
    Compliance,
    FactStatus,
    Interval,
    Lottery,
)

FEW = 3
"""So many facts, challenges or sources never take long."""

FEW_OPTIONS = 8
"""So many options never take long."""


def simpler(case: Case) -> tuple[str, ...]:
    """Answers what could be done so that a case takes less time, what saves most first."""
    return tuple(_ways(case))


def _ways(case: Case) -> Iterator[str]:
    tables = [case.payoffs] if case.general == case.payoffs else [case.payoffs, case.general]
    if intervals := sum(_intervals(cell) for table in tables for cell in not_plain(table)):
        yield f"write numbers for some of its {intervals} intervals"
    disputed = sum(fact.status is FactStatus.DISPUTED for fact in case.facts.values())
    if disputed > FEW:
        yield f"settle some of its {disputed} disputed facts (--facts)"
    raised = sum(each.status is ChallengeStatus.RAISED for each in case.challenges.values())
    if raised > FEW:
        yield f"uphold or dismiss some of its {raised} raised challenges (status)"
    if case.norms and case.compliance is Compliance.ENLIGHTENED:
        yield "take its norms by the letter (--compliance mere)"
    stated = {reason.by for reason in case.reasons}
    if (sources := len(case.frameworks) + len(case.norms) + len(stated)) > FEW:
        yield f"rank some of its {sources} sources (--prioritize) or leave some out"
    if len(case.options) > FEW_OPTIONS:
        yield f"compare fewer than its {len(case.options)} options"


def _intervals(cell: Cell) -> int:
    if isinstance(cell, Choice):
        return _intervals(cell.then) + _intervals(cell.otherwise)
    if isinstance(cell, Lottery):
        return sum(_intervals(branch) for _, branch in cell.branches)
    return isinstance(cell, Interval)

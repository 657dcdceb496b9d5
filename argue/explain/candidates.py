"""The single changes of a case that are tried in the search for a flip."""

from __future__ import annotations

from collections.abc import Iterator

from argue.analysis import source_ids
from argue.explain.changes import Change
from argue.explain.circumstances import closure
from argue.model.argument import Argument, Kind
from argue.model.case import Case, ChallengeStatus, FactStatus, Target, TargetKind
from argue.model.verdict import Label
from argue.verdict.result import Analysis


def order_of(analysis: Analysis) -> frozenset[tuple[str, str]]:
    """Answers which source ranks above which in an analysis, declared or not, and what follows."""
    declared = {(p.higher, p.lower) for p in analysis.case.priorities}
    return closure({*analysis.graph.order, *declared})


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
    order = order_of(analysis)
    speaking = [source.id for source in analysis.sources if source.reasons]
    for high in speaking:
        for low in speaking:
            if high != low and (high, low) not in order and (low, high) not in order:
                yield Change("priority", f"{high}>{low}")

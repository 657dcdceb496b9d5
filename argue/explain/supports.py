"""Supports of a claim: the least that makes it good, in every position or in each one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from argue.explain.circumstances import Given, completions, given_by, ground_of
from argue.explain.explanation import Support
from argue.explain.sufficient import Claim, sufficient
from argue.explain.telling import told_support
from argue.model.argument import Argument, Graph, Kind
from argue.model.verdict import Label, Position
from argue.verdict.result import Analysis


def each_support(analysis: Analysis, claim: Claim, label: Label, *, name: str) -> Iterator[Support]:
    """Yields one support for each position of this label, under no more than it takes."""
    for position in analysis.positions:
        if _has(analysis.graph.arguments[name], position, label):
            found = support_in(analysis, position, claim, label, name=name)
            if found:
                yield found


def support_in(
    analysis: Analysis, position: Position, claim: Claim, label: Label, *, name: str
) -> Support | None:
    """Answers a support within one position, under no more than it takes; None if none is found."""
    given = given_by(position)
    found = support_of(analysis, claim, label, given=given, name=name)
    for full in () if found else completions(analysis.graph, given):
        found = support_of(analysis, claim, label, given=full, name=name)
        if found:
            break
    return found


def _has(argument: Argument, position: Position, label: Label) -> bool:
    """Answers whether an argument can have a label in a position, by what it says of options."""
    if argument.kind is Kind.PERMISSION:
        return position.label(str(argument.better)) is label
    return True


def support_of(
    analysis: Analysis, claim: Claim, label: Label, *, given: Given, name: str
) -> Support | None:
    """Answers the best smallest support of a claim under what is given; None if there is none."""
    accepted = frozenset(a for a, found in analysis.labels.items() if Label.IN in found)
    ground = ground_of(analysis.graph, given, accepted_somewhere=accepted)
    found = sufficient(ground, claim)
    if found is None:
        return None
    reasons = [a for a in found.arguments if _is_reason(analysis.graph, a, claim)]
    needed = any(_is_reason(analysis.graph, a, claim) for a in found.necessary)
    over = bool(reasons) and found.examined and not needed
    support = Support(
        target=name,
        label=label,
        given=given,
        arguments=found.arguments,
        necessary=found.necessary,
        over_determined=over,
        smallest=found.smallest,
        text="",
    )
    return replace(support, text=told_support(analysis, support, reasons))


def _is_reason(graph: Graph, name: str, claim: Claim) -> bool:
    return name not in claim.accepted and graph.arguments[name].kind is not Kind.PERMISSION

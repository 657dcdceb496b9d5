"""Facts on which a verdict turns: those that are disputed, and those of them that lean one way."""

from __future__ import annotations

from argue.model.case import Fact, FactStatus
from argue.verdict.result import Analysis


def disputed(analysis: Analysis) -> tuple[Fact, ...]:
    """Answers the disputed facts that anything in the graph turns on."""
    return tuple(
        fact
        for fact in analysis.case.facts.values()
        if fact.status is FactStatus.DISPUTED and f"fact:{fact.id}" in analysis.graph.arguments
    )


def leaning(analysis: Analysis) -> tuple[Fact, ...]:
    """Answers those of them that the case decides by its standard of proof."""
    return tuple(fact for fact in disputed(analysis) if fact.lean is not None)


def taken(fact: Fact) -> str:
    """Answers which way a leaning fact is taken."""
    return "to hold" if fact.lean else "not to hold"

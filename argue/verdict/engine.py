"""What finds the positions of a graph: which program is asked, and positions told once each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from argue.model.argument import Graph
from argue.verdict.positions import Positions
from argue.verdict.ranked import Ranked
from argue.verdict.settings import Labels, PositionsOf
from argue.verdict.standing import branches, has_circling_challenges

if TYPE_CHECKING:
    from argue.verdict.result import Setup


def positions_of(graph: Graph, setup: Setup, deadline: float | None) -> PositionsOf:
    """Answers what finds the positions: one program where that is sound, else enumeration.

    The programs take preferred semantics. Where branches can be listed they are, which is
    faster; they cannot where challenges attack each other in a circle.
    """
    if setup.semantics == "preferred" and not setup.flat:
        listed = () if has_circling_challenges(graph) else branches(graph)
        if listed:
            return Ranked(graph, listed, deadline=deadline)
        return Positions(graph, deadline=deadline)
    from argue.verdict.enumerated import Enumerated  # noqa: PLC0415  (rare, slow to import)

    return Enumerated(graph, setup.semantics, flat=setup.flat, deadline=deadline)


def distinct(found: Iterable[Labels]) -> tuple[Labels, ...]:
    """Answers labels once each, in an order of their own; eliminated only if so everywhere."""
    merged: dict[Labels, Labels] = {}
    for labels in found:
        before = merged.get(labels, labels)
        merged[labels] = replace(labels, eliminated=before.eliminated & labels.eliminated)
    return tuple(sorted(merged.values(), key=lambda x: (sorted(x.permitted), sorted(x.undecided))))

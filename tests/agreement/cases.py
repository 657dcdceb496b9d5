"""Drawn cases: the positions that the ranking program, the one program, and two slow ways find.

The slow ways are every ranking and branch one by one, and the flat graph; under one case in ten
the preferred extensions of every plain graph are found by the readable encoding too.
"""

from __future__ import annotations

from collections.abc import Iterator
from zlib import crc32

from hypothesis import strategies as st

from argue.model.af import AF
from argue.model.argument import Graph
from argue.model.verdict import Status
from argue.semantics import Labelling, labelling_of
from argue.semantics.searches import SEARCHES
from argue.semantics.table import Semantics
from argue.verdict.positions import Positions
from argue.verdict.ranked import Ranked
from argue.verdict.standing import branches
from tests.agreement.drawing import every_drawn
from tests.laws.cases import ALL, documents
from tests.laws.drawing import Document
from tests.laws.enumeration import (
    Argued,
    Outcome,
    argued,
    by_flat_graph,
    by_ranking,
    enumerated,
    outcome,
    outcomes,
)
from tests.laws.test_positions import CIRCLES, DOUBTS

KINDS: tuple[st.SearchStrategy[Document], ...] = (
    documents(ALL, sources=4),
    CIRCLES,
    documents(DOUBTS, sources=4),
)
IN_FULL = 10
"""One case in so many is also put to the readable encoding."""


def check(number: int) -> int:
    """Answers how many cases were checked; raises AssertionError with one where ways differ."""

    def compare(case: Document) -> None:
        # Which cases are chosen must not change while one that fails is made smaller.
        chosen = crc32(repr(case).encode()) % IN_FULL == 0
        assert_agreement(argued(case), by_encoding=chosen)

    return every_drawn(KINDS[number % len(KINDS)], number, compare)


def assert_agreement(drawn: Argued, *, by_encoding: bool) -> None:
    """Every way must find the same positions, and the statuses must follow from these."""
    graph = drawn.graph
    expected = by_ranking(graph)
    assert outcomes(Positions(graph).found()) == expected
    assert outcomes(Ranked(graph, branches(graph)).found()) == expected
    assert by_flat_graph(graph) == expected
    assert drawn.positions == expected
    if not any(undecided for _, undecided in expected):
        assert drawn.statuses == statuses_by_definition(graph.options, expected)
    if by_encoding:
        assert _by_encoding(graph) == expected


def statuses_by_definition(
    options: tuple[str, ...], positions: frozenset[Outcome]
) -> dict[str, Status]:
    """The statuses that follow from positions in which nothing is undecided, by their words."""
    held = {o: {o in permitted for permitted, _ in positions} for o in options}
    barred = {o for o in options if held[o] == {False}}
    statuses = {o: Status.CONTESTED for o in options if held[o] == {True, False}}
    statuses |= dict.fromkeys(barred, Status.IMPERMISSIBLE)
    for option in options:
        if held[option] == {True}:
            alone = len(options) > 1 and barred == {*options} - {option}
            statuses[option] = Status.OBLIGATORY if alone else Status.PERMISSIBLE
    return statuses


def _by_encoding(graph: Graph) -> frozenset[Outcome]:
    search = SEARCHES[Semantics.PREFERRED]

    def labellings(af: AF) -> Iterator[Labelling]:
        return (labelling_of(af, members) for members in search(af, (), None))

    positions = enumerated(graph, labellings=labellings)
    return frozenset(outcome(graph, labelling) for _, labelling in positions)

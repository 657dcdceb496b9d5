"""Positions the slow way: every ranking, every branch, the preferred extensions of a plain AF."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

from argue.analysis import positions_of, prepared
from argue.construct.graph import graph_of
from argue.construct.plain import flatten, rankings, under, violated
from argue.construct.sources import Source, sources_of
from argue.io.case import load_case
from argue.model.af import AF
from argue.model.argument import Graph
from argue.model.case import Case
from argue.model.verdict import Status
from argue.semantics import Labelling, extensions, grounded_labelling, labelling_of
from argue.verdict.result import Setup
from argue.verdict.settings import AS_THE_CASE_SAYS, Labels, Settings
from argue.verdict.standing import open_questions, settled_by
from argue.verdict.statuses import statuses_of

Outcome = tuple[frozenset[str], frozenset[str]]
"""The options permitted in a position, and those left undecided."""


@dataclass(frozen=True)
class Argued:
    """A case with its sources and its graph, and the positions that an analysis finds."""

    case: Case
    sources: tuple[Source, ...]
    graph: Graph

    @property
    def labels(self) -> list[Labels]:
        return list(positions_of(self.graph, Setup(), None).found())

    @property
    def positions(self) -> frozenset[Outcome]:
        return outcomes(self.labels)

    @property
    def statuses(self) -> dict[str, Status]:
        return statuses_of(self.graph.options, self.labels)

    def having(self, *statuses: Status) -> set[str]:
        return {option for option, status in self.statuses.items() if status in statuses}


def argued(case: Case | dict[str, Any], *, complete: bool = True) -> Argued:
    read = prepared(case if isinstance(case, Case) else load_case(case), Setup())
    sources = sources_of(read, complete=complete)
    return Argued(read, sources, graph_of(read, sources))


def outcomes(found: Iterable[Labels]) -> frozenset[Outcome]:
    return frozenset((labels.permitted, labels.undecided) for labels in found)


def settlements(graph: Graph) -> Iterator[dict[str, bool]]:
    """Every way the open facts, challenges and regions of numbers may fall."""
    questions = open_questions(graph)
    for chosen in product(*(question.answers for question in questions)):
        yield settled_by(questions, chosen)


def worlds_apart(graph: Graph) -> Iterator[tuple[tuple[str, ...], AF]]:
    """Every plain AF of a graph, with its ranking: one a ranking and branch."""
    for ranking in rankings(graph):
        for settled in settlements(graph):
            yield ranking, under(graph, ranking, settled=settled)


def preferred_labellings(af: AF) -> list[Labelling]:
    """A grounded labelling that leaves nothing undecided is the only preferred one."""
    grounded = grounded_labelling(af)
    if not grounded.undec:
        return [grounded]
    return [labelling_of(af, members) for members in extensions(af, "preferred")]


def enumerated(
    graph: Graph,
    given: Settings = AS_THE_CASE_SAYS,
    labellings: Callable[[AF], Iterable[Labelling]] = preferred_labellings,
) -> Iterator[tuple[tuple[str, ...], Labelling]]:
    """Every position as a ranking and a labelling that keeps to all priorities it accepts.

    `labellings` finds those of one plain AF.
    """
    held = {s.argument for s in given.settled if s.argument in graph.arguments}
    for ranking, af in worlds_apart(graph):
        if any(ranking.index(high) > ranking.index(low) for high, low in given.priorities):
            continue
        for labelling in labellings(af):
            if held <= labelling.in_ and not labelling.in_ & violated(graph, ranking):
                yield ranking, labelling


def outcome(graph: Graph, labelling: Labelling) -> Outcome:
    permitted = {o for o in graph.options if f"permission:{o}" in labelling.in_}
    undecided = {o for o in graph.options if f"permission:{o}" in labelling.undec}
    return frozenset(permitted), frozenset(undecided)


def by_ranking(graph: Graph, given: Settings = AS_THE_CASE_SAYS) -> frozenset[Outcome]:
    return frozenset(outcome(graph, labelling) for _, labelling in enumerated(graph, given))


def by_flat_graph(graph: Graph) -> frozenset[Outcome]:
    flat, _ = flatten(graph)
    return frozenset(outcome(graph, labelling) for labelling in preferred_labellings(flat))

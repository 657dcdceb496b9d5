"""Positions the slow way: every ranking, every branch, the preferred extensions of a plain AF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

from argue.construct.graph import graph_of
from argue.construct.plain import flatten, rankings, under, violated
from argue.construct.said import Source
from argue.construct.sources import sources_of
from argue.io.case import load_case
from argue.model.af import AF
from argue.model.argument import AttackKind, Graph, Kind
from argue.model.case import Case
from argue.model.verdict import Status
from argue.semantics import Labelling, extensions, grounded_labelling, labelling_of
from argue.verdict.positions import Labels, Positions
from argue.verdict.statuses import statuses_of

Outcome = tuple[frozenset[str], frozenset[str]]
"""The options permitted in a position, and those left undecided."""


@dataclass(frozen=True)
class Argued:
    """A case with its sources and its graph, and the positions the program finds."""

    case: Case
    sources: tuple[Source, ...]
    graph: Graph

    @property
    def labels(self) -> list[Labels]:
        return list(Positions(self.graph).found())

    @property
    def positions(self) -> frozenset[Outcome]:
        return outcomes(self.labels)

    @property
    def statuses(self) -> dict[str, Status]:
        return statuses_of(self.graph.options, self.labels)

    def having(self, *statuses: Status) -> set[str]:
        return {option for option, status in self.statuses.items() if status in statuses}


def argued(case: Case | dict[str, Any], *, complete: bool = True) -> Argued:
    read = case if isinstance(case, Case) else load_case(case)
    sources = sources_of(read, complete=complete)
    return Argued(read, sources, graph_of(read, sources))


def outcomes(found: Iterable[Labels]) -> frozenset[Outcome]:
    return frozenset((labels.permitted, labels.undecided) for labels in found)


def two_sided(graph: Graph) -> list[str]:
    """The facts and challenges that attack their opposite and are attacked by it."""
    ends = {(a.attacker, a.target) for a in graph.attacks}
    pairs = {f"fact:{a.source}": f"fact:not {a.source}" for a in graph.of_kind(Kind.FACT)}
    pairs |= {f"challenge:{a.source}": f"aside:{a.source}" for a in graph.of_kind(Kind.CHALLENGE)}
    return [x for x, y in pairs.items() if (x, y) in ends and (y, x) in ends]


def settlements(graph: Graph) -> Iterator[dict[str, bool]]:
    names = two_sided(graph)
    for values in product((True, False), repeat=len(names)):
        yield dict(zip(names, values, strict=True))


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


def enumerated(graph: Graph) -> Iterator[tuple[tuple[str, ...], Labelling]]:
    """Every position as a ranking and a labelling that keeps to all priorities it accepts."""
    for ranking, af in worlds_apart(graph):
        for labelling in preferred_labellings(af):
            if not labelling.extension & violated(graph, ranking):
                yield ranking, labelling


def outcome(graph: Graph, labelling: Labelling) -> Outcome:
    permitted = {o for o in graph.options if f"permission:{o}" in labelling.in_}
    undecided = {o for o in graph.options if f"permission:{o}" in labelling.undec}
    return frozenset(permitted), frozenset(undecided)


def by_ranking(graph: Graph) -> frozenset[Outcome]:
    return frozenset(outcome(graph, labelling) for _, labelling in enumerated(graph))


def by_flat_graph(graph: Graph) -> frozenset[Outcome]:
    flat, _ = flatten(graph)
    return frozenset(outcome(graph, labelling) for labelling in preferred_labellings(flat))


def conditional(graph: Graph) -> set[tuple[str, str]]:
    return {(a.attacker, a.target) for a in graph.attacks if a.kind is AttackKind.OUTRANKS}

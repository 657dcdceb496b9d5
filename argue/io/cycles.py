"""Finds a cycle in what outranks what, under some way the disputed facts fall."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import product

from argue.model.case import Condition

MAX_FACTS = 8
"""Up to so many facts, conditions of priorities are tried in all ways; beyond, they are ignored."""

Edge = tuple[str, str, Condition]
"""(higher, lower, the condition under which it outranks)."""

_GATE = "\0"


def priority_cycle(
    edges: Sequence[Edge], ranks: Mapping[str, Fraction], settled: Mapping[str, bool]
) -> tuple[str, ...]:
    """Answers sources each of which outranks the next and the last the first; empty if none do.

    `edges` may name `norms` for all norms; `ranks` holds each norm's rank by its source id;
    `settled` the facts whose truth is given. Cost: linear in edges and norms for each of at most
    2 ** MAX_FACTS ways the other facts fall.
    """
    structure = [*_norm_gates(edges, ranks), *_rank_gates(ranks)]
    open_facts = sorted({each.fact for _, _, c in edges for each in c} - settled.keys())
    free = open_facts if len(open_facts) <= MAX_FACTS else []
    for values in product((True, False), repeat=len(free)):
        truth = {**settled, **dict(zip(free, values, strict=True))}
        holding = [
            (higher, lower)
            for higher, lower, condition in edges
            if all(truth.get(literal.fact, literal.holds) == literal.holds for literal in condition)
        ]
        cycle = _cycle([*structure, *map(_through_gates, holding)])
        if cycle:
            return tuple(name for name in cycle if not name.startswith(_GATE))
    return ()


def _through_gates(edge: tuple[str, str]) -> tuple[str, str]:
    """Answers an edge with `norms` as the gate that all norms lead to, or that leads to all."""
    higher, lower = edge
    return (
        f"{_GATE}above" if higher == "norms" else higher,
        f"{_GATE}below" if lower == "norms" else lower,
    )


def _norm_gates(edges: Iterable[Edge], norms: Iterable[str]) -> list[tuple[str, str]]:
    sides = {side for edge in edges for side in edge[:2]}
    if "norms" not in sides:
        return []
    return [pair for norm in norms for pair in ((norm, f"{_GATE}above"), (f"{_GATE}below", norm))]


def _rank_gates(ranks: Mapping[str, Fraction]) -> list[tuple[str, str]]:
    """Answers edges from the norms of each rank to those of the lower ones, through gates."""
    levels = sorted(set(ranks.values()), reverse=True)
    place = {rank: index for index, rank in enumerate(levels)}
    found = [(f"{_GATE}{i}", f"{_GATE}{i + 1}") for i in range(1, len(levels))]
    for norm, rank in ranks.items():
        found.append((norm, f"{_GATE}{place[rank] + 1}"))
        found.append((f"{_GATE}{place[rank]}", norm))
    return found


def _cycle(edges: Iterable[tuple[str, str]]) -> list[str]:
    """Answers the nodes of one cycle in order, empty if there is none."""
    lower: dict[str, dict[str, None]] = {}
    higher: dict[str, dict[str, None]] = {}
    for above, below in edges:
        lower.setdefault(above, {})[below] = None
        lower.setdefault(below, {})
        higher.setdefault(below, {})[above] = None
    left = {node: len(below) for node, below in lower.items()}
    ready = deque(node for node, below in left.items() if not below)
    while ready:
        node = ready.popleft()
        del left[node]
        for above in higher.get(node, ()):
            left[above] -= 1
            if not left[above]:
                ready.append(above)
    if not left:
        return []
    node, seen = min(left), dict[str, int]()
    while node not in seen:
        seen[node] = len(seen)
        node = next(below for below in lower[node] if below in left)
    walk = list(seen)[seen[node] :]
    real = [name for name in walk if not name.startswith(_GATE)]
    start = walk.index(min(real)) if real else 0
    return walk[start:] + walk[:start]

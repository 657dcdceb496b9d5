"""What several voices come to together: what all agree on, who holds what, and the crux.

The crux is the disagreement whose settlement would settle most: of the options on which the
merged case leaves the answer open, it decides as many as possible however it is settled, or
where none does so, as many as possible if it is settled one way.
Source: [Rawls93] for an overlapping consensus: one conclusion, each from one's own reasons.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence

from argue.analysis import analyze, judged
from argue.errors import OutOfBudget
from argue.explain.merging import Merged
from argue.explain.merging_state import Disagreement, Settlement
from argue.explain.why import why
from argue.io.case import read_case
from argue.io.nodes import ListNode, MapNode, Node
from argue.io.writing import block
from argue.model.argument import Kind
from argue.model.record import record
from argue.model.verdict import Status
from argue.verdict.result import Analysis, Setup

OPEN = (Status.CONTESTED, Status.UNRESOLVED, Status.UNDEFINED)
"""Statuses that decide nothing."""


@record
class Agreed:
    """An option of which every voice taken alone says the same, and each one's sources for it."""

    option: str
    status: Status
    sources: Mapping[str, tuple[str, ...]]

    @property
    def for_one_reason(self) -> bool:
        """Whether all voices have the same sources for it."""
        return len(set(self.sources.values())) == 1


@record
class Crux:
    """A disagreement, and what each way to settle it would make of the options.

    `settles` counts the options that would be decided beyond those that are now, at least and at
    most, depending on how it is settled.
    """

    disagreement: Disagreement
    outcomes: Mapping[str, Mapping[str, Status]]
    settles: tuple[int, int]


@record
class Chorus:
    """Voices together: the merged case and its analysis, what each voice says alone, the cruxes.

    `cruxes` are the disagreements that can be settled, the one that settles most first;
    `complete` is False where time ran out before all were tried.
    """

    merged: Merged
    analysis: Analysis
    own: Mapping[str, Mapping[str, Status]]
    agreed: tuple[Agreed, ...]
    cruxes: tuple[Crux, ...]
    complete: bool = True

    @property
    def crux(self) -> Crux | None:
        """The disagreement whose settlement would settle most; None if none settles anything."""
        return self.cruxes[0] if self.cruxes and self.cruxes[0].settles[1] > 0 else None


def chorus(
    merged: Merged,
    *,
    timeout: float | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Chorus:
    """Answers what voices come to together.

    `progress` is called with the number of disagreements settled one by one, and of all. At the
    end of `timeout` seconds what was found is told.

    Raises: OutOfBudget if the merged case itself is not judged in time.
    """
    deadline = None if timeout is None else time.monotonic() + timeout
    analysis = analyze(read_case(merged.text, "merged"), timeout=timeout)
    alone = {v.name: analyze(v.case, timeout=_left(deadline)) for v in merged.voices}
    cruxes: list[Crux] = []
    complete = True
    for number, disagreement in enumerate(merged.disagreements, 1):
        if progress is not None:
            progress(number, len(merged.disagreements))
        try:
            cruxes += _crux(merged, analysis, disagreement, deadline)
        except OutOfBudget:
            complete = False
            break
    return Chorus(
        merged=merged,
        analysis=analysis,
        own={voice: a.statuses for voice, a in alone.items()},
        agreed=tuple(_agreed(alone)),
        cruxes=tuple(sorted(cruxes, key=_worth, reverse=True)),
        complete=complete,
    )


def _left(deadline: float | None) -> float | None:
    """Answers the seconds that are left; raises OutOfBudget if none are."""
    if deadline is None:
        return None
    left = deadline - time.monotonic()
    if left <= 0:
        raise OutOfBudget("the time ran out; allow more of it")
    return left


def _agreed(alone: Mapping[str, Analysis]) -> Iterator[Agreed]:
    """Yields what every voice alone says of an option, where it decides something."""
    first, *others = alone.values()
    for option, status in first.statuses.items():
        if status in OPEN or any(a.statuses[option] is not status for a in others):
            continue
        yield Agreed(option, status, {voice: _sources(a, option) for voice, a in alone.items()})


def _sources(analysis: Analysis, option: str) -> tuple[str, ...]:
    """Answers the sources of the reasons that suffice for an option's status, in their order.

    What is obligatory is so for the reasons against everything else.
    """
    found: set[str] = set()
    required = analysis.statuses[option] is Status.OBLIGATORY
    for target in analysis.statuses if required else [option]:
        for support in why(analysis, target).supports:
            arguments = (analysis.graph.arguments[name] for name in support.arguments)
            found |= {str(a.source) for a in arguments if a.kind in (Kind.REASON, Kind.REPLY)}
    return tuple(source for source in analysis.graph.sources if source in found)


def _crux(
    merged: Merged, analysis: Analysis, disagreement: Disagreement, deadline: float | None
) -> list[Crux]:
    """Answers what settling one disagreement does; nothing if it cannot be settled."""
    outcomes: dict[str, Mapping[str, Status]] = {}
    for settlement in disagreement.settlements:
        _left(deadline)
        case = read_case(block(settled(merged.root, settlement)), "merged")
        outcomes[settlement.label] = judged(case, Setup(), deadline)
    if len(outcomes) < 2:
        return []
    now = _decided(analysis.statuses)
    gained = [_decided(statuses) - now for statuses in outcomes.values()]
    return [Crux(disagreement, outcomes, (min(gained), max(gained)))]


def _decided(statuses: Mapping[str, Status]) -> int:
    return sum(status not in OPEN for status in statuses.values())


def _worth(crux: Crux) -> tuple[int, int]:
    return crux.settles


def settled(root: MapNode, settlement: Settlement) -> MapNode:
    """Answers a case, as a tree, with one disagreement settled in one way."""
    if not settlement.path:
        return root
    key, *rest = settlement.path
    inner = root.entries.get(key)
    return MapNode({**root.entries, key: _put(inner, rest, settlement.node)}, {})


def _put(inner: Node | None, path: Sequence[str], node: Node) -> Node:
    """Answers a node with another put at a path: under keys, or in a list by id, `+` at its end."""
    if not path:
        return node
    if isinstance(inner, MapNode):
        key, *rest = path
        return MapNode({**inner.entries, key: _put(inner.entries.get(key), rest, node)}, {})
    items = inner.items if isinstance(inner, ListNode) else ()
    if path[0] == "+":
        return ListNode((*items, node))
    return ListNode(tuple(node if _id(item) == path[0] else item for item in items))


def _id(node: Node) -> str:
    found = node.entries.get("id") if isinstance(node, MapNode) else None
    return getattr(found, "text", "")

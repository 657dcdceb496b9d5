"""Section 3: what the verdict hangs on, and the least that would decide it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argue.construct.priorities import closed
from argue.model.verdict import AttributionKind, Branch, Decisive, Outcome
from argue.report.content import Block, Item, Items, Paragraph, Section
from argue.report.words import (
    challenge,
    counted,
    listed,
    move,
    plain,
    plural,
    quoted,
    ranking,
    sentence,
    statuses,
)
from argue.verdict.result import Analysis

MOST_ORDERS = 3
"""So many ways of ranking the sources are told with one result; the data hold all."""


_NOTHING_FOUND = {
    True: "No small set of moves decides it: setting sources aside, settling facts and ruling on "
    "challenges, up to three at a time, leave it open.",
    False: "Nothing that was tried decides it. There is more to try than the search goes through: "
    "declare priorities or set sources aside.",
}


def section(analysis: Analysis) -> Section:
    """Answers what an open verdict is due to and what would decide it."""
    title = "What would change it"
    if analysis.outcome not in (Outcome.CONTESTED, Outcome.UNRESOLVED):
        return Section("change", title, (Paragraph(_settled(analysis)),))
    blocks: list[Block] = []
    due = _due_to(analysis)
    if due:
        blocks.append(Paragraph(due))
    ways = tuple(_ways(analysis))
    if ways:
        heading = "This decides it:" if len(ways) == 1 else "Any one of these decides it:"
        blocks += [Paragraph(heading), Items(ways)]
    else:
        blocks.append(Paragraph(_NOTHING_FOUND[analysis.shared.complete]))
    return Section("change", title, tuple(blocks))


def _settled(analysis: Analysis) -> str:
    """Answers what a decided verdict survives: the disputed facts, and any ranking."""
    if analysis.outcome is Outcome.SILENT:
        return "Nothing is at work here that could change."
    if analysis.outcome is Outcome.UNDEFINED:
        return "There is no verdict that could change."
    branches = analysis.shared.branches
    disputed = [f for f in _named(branches, "facts") if _varies(f, branches)]
    raised = [c for c in _named(branches, "challenges") if _varies(c, branches)]
    kept = [f"whether or not {quoted(plain(name))} holds" for name in disputed]
    kept += [f"whether or not {challenge(name)} is upheld" for name in raised]
    if analysis.graph.order:
        kept.append("under every ranking that keeps to the declared priorities")
    elif len(analysis.sources) > 1:
        kept.append("under every ranking of the principles")
    opening = "Nothing that the case leaves open"
    return f"{opening}: the verdict is the same {listed(kept)}." if kept else f"{opening}."


def _named(branches: Sequence[Branch], kind: str) -> list[str]:
    return sorted({name for branch in branches for name in getattr(branch, kind)})


def _varies(name: str, branches: Sequence[Branch]) -> bool:
    """Answers whether a fact or challenge does not fall the same way in every branch."""
    return len({{**b.facts, **b.challenges}.get(name) for b in branches}) > 1


def _due_to(analysis: Analysis) -> str:
    causes = dict.fromkeys(c for found in analysis.attribution.values() for c in found)
    said = {
        AttributionKind.FACT: 'the disputed fact "{}"',
        AttributionKind.CHALLENGE: 'the challenge "{}"',
        AttributionKind.RANKING: "which principle ranks first",
        AttributionKind.NUMBERS: "numbers known only within limits",
        AttributionKind.INTERNAL: "one source's own inner conflict",
    }
    phrases = [said[c.kind].format(plain(c.name)) for c in causes]
    return f"It turns on {listed(phrases)}." if phrases else ""


def _ways(analysis: Analysis) -> Iterator[Item]:
    facts = {f.id: f.text for f in analysis.case.facts.values()}
    for crux in analysis.shared.crux:
        moves = sentence(listed([move(chosen, facts) for chosen in crux.moves]))
        yield Item(f"{moves[:-1]}: then {statuses(crux.statuses)}.")
    grouped: dict[str, list[str]] = {}
    for decisive in _least(analysis.shared.decisive):
        grouped.setdefault(statuses(decisive.statuses), []).append(ranking(decisive.priorities))
    for result, orders in grouped.items():
        if len(orders) == 1:
            yield Item(f"Rank {orders[0]}: then {result}.")
        else:
            yield _orders(result, orders)


def _least(found: Sequence[Decisive]) -> list[Decisive]:
    """Answers the sets of priorities that do not, spelt out, contain another with its result."""
    spelt = [(d, closed(d.priorities)) for d in found]
    return [
        d
        for d, order in spelt
        if not any(other < order and e.statuses == d.statuses for e, other in spelt)
    ]


def _orders(result: str, orders: list[str]) -> Item:
    """Answers several rankings with one result, the first of them told."""
    below = [Item(f"{sentence(order)}") for order in orders[:MOST_ORDERS]]
    more = len(orders) - MOST_ORDERS
    if more > 0:
        below.append(Item(f"{plural(more, 'other way', 'other ways')} of ranking."))
    opening = f"Rank the principles in one of {counted(len(orders), 'way')}"
    return Item(f"{opening}, and {result}:", tuple(below))

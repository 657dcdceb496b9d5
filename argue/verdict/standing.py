"""What each source says once its own replies and challenges are heard, branch by branch.

A branch is one way the disputed facts and raised challenges fall. Within it, and before sources
outrank each other, everything below objections is well founded, so that the grounded labelling
decides it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import product
from types import MappingProxyType

from argue.construct.plain import TWO_SIDED, before_ranking, under
from argue.model.argument import Argument, Graph, Kind
from argue.model.case import nothing
from argue.model.record import field, record
from argue.semantics.grounded import grounded_labelling
from argue.verdict.settings import Settlement

MOST_BRANCHES = 64
"""Branches are listed one by one up to this many."""


@record
class Standing:
    """One branch: how facts and challenges fall, and what then stands before any ranking.

    `free` holds, by kind and name, only those of them that may fall either way.
    """

    facts: Mapping[str, bool]
    challenges: Mapping[str, bool]
    reasons: tuple[Argument, ...]
    accepted: frozenset[str] = frozenset()
    free: Mapping[tuple[str, str], bool] = field(default_factory=nothing)

    def answers(self, settled: Settlement) -> bool:
        """Answers whether a settled fact or challenge falls that way in this branch."""
        held = self.facts if settled.kind == "fact" else self.challenges
        return held.get(settled.name, settled.holds) == settled.holds

    @cached_property
    def said(self) -> Mapping[str, frozenset[tuple[str, str]]]:
        """For each source that speaks, the pairs (better, worse) it has a reason for."""
        pairs: dict[str, set[tuple[str, str]]] = {}
        for reason in self.reasons:
            pair = (str(reason.better), str(reason.worse))
            pairs.setdefault(str(reason.source), set()).add(pair)
        return {source: frozenset(found) for source, found in pairs.items()}

    @property
    def opposed(self) -> Iterator[tuple[str, str]]:
        """Pairs of standing reasons that speak for opposite sides, by id."""
        by_pair: dict[tuple[str | None, str | None], list[str]] = {}
        for reason in self.reasons:
            by_pair.setdefault((reason.better, reason.worse), []).append(reason.id)
        for (better, worse), ours in by_pair.items():
            for theirs in by_pair.get((worse, better), ()):
                yield from ((mine, theirs) for mine in ours)


def open_questions(graph: Graph) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Answers the facts and the challenges of a graph that may fall either way."""
    two_sided = {(a.attacker, a.target) for a in graph.attacks if a.kind in TWO_SIDED}
    facts = tuple(
        str(a.source)
        for a in graph.of_kind(Kind.FACT)
        if a.id == f"fact:{a.source}"
        and {(a.id, f"fact:not {a.source}"), (f"fact:not {a.source}", a.id)} <= two_sided
    )
    challenges = tuple(
        str(a.source)
        for a in graph.of_kind(Kind.CHALLENGE)
        if (f"aside:{a.source}", a.id) in two_sided
    )
    return facts, challenges


def branches(graph: Graph) -> tuple[Standing, ...]:
    """Answers all branches of a case; none where there are more than MOST_BRANCHES.

    Branches that come to the same (a challenge that cannot stand there) are told once.
    """
    facts, challenges = open_questions(graph)
    if 1 << (len(facts) + len(challenges)) > MOST_BRANCHES:
        return ()
    below = before_ranking(graph)
    found: dict[tuple[tuple[str, bool], ...], Standing] = {}
    for values in product((False, True), repeat=len(facts) + len(challenges)):
        chosen = dict(zip((*facts, *challenges), values, strict=True))
        standing = _standing(below, chosen, facts, challenges)
        found.setdefault((*standing.facts.items(), *standing.challenges.items()), standing)
    return tuple(found.values())


def has_odd_challenges(graph: Graph) -> bool:
    """Answers whether challenges attack each other in a cycle of odd length."""
    attacked: dict[str, list[str]] = {}
    for attack in graph.attacks:
        if attack.attacker.startswith("challenge:") and attack.target.startswith("challenge:"):
            attacked.setdefault(attack.attacker, []).append(attack.target)
    return any(_reaches_itself_oddly(start, attacked) for start in attacked)


def _reaches_itself_oddly(start: str, attacked: Mapping[str, Sequence[str]]) -> bool:
    seen = {(start, False)}
    stack = [(start, False)]
    while stack:
        name, odd = stack.pop()
        for target in attacked.get(name, ()):
            step = (target, not odd)
            if step == (start, True):
                return True
            if step not in seen:
                seen.add(step)
                stack.append(step)
    return False


def without_idle_conflicts(graph: Graph, listed: Sequence[Standing]) -> Graph:
    """Answers the graph without ranked attacks between reasons that never stand together.

    What is answered or challenged in every branch conflicts with nothing, whoever ranks higher.
    Where branches are too many to be listed, only what falls in all of them counts.
    """
    if not listed:
        below = before_ranking(graph)
        gone = grounded_labelling(under(below, below.sources)).out
        kept = (a for a in graph.attacks if a.higher is None or not {a.attacker, a.target} & gone)
        return replace(graph, attacks=tuple(kept))
    together = {(one, other) for branch in listed for one, other in branch.opposed}
    kept = (a for a in graph.attacks if a.higher is None or (a.attacker, a.target) in together)
    return replace(graph, attacks=tuple(kept))


def _standing(
    graph: Graph, chosen: Mapping[str, bool], facts: Sequence[str], challenges: Sequence[str]
) -> Standing:
    settled = {
        f"{'fact' if name in facts else 'challenge'}:{name}": holds
        for name, holds in chosen.items()
    }
    accepted = grounded_labelling(under(graph, graph.sources, settled=settled)).extension
    fallen = _holding(graph, Kind.FACT, accepted)
    upheld = _holding(graph, Kind.CHALLENGE, accepted)
    free = {("fact", name): fallen[name] for name in facts}
    return Standing(
        facts=MappingProxyType(fallen),
        challenges=MappingProxyType(upheld),
        free=free | {("challenge", name): upheld[name] for name in challenges},
        reasons=tuple(r for r in graph.of_kind(Kind.REASON) if r.id in accepted),
        accepted=accepted,
    )


def _holding(graph: Graph, kind: Kind, accepted: frozenset[str]) -> dict[str, bool]:
    return dict(_named(graph, kind, accepted))


def _named(graph: Graph, kind: Kind, accepted: frozenset[str]) -> Iterator[tuple[str, bool]]:
    for argument in graph.of_kind(kind):
        if argument.id == f"{kind}:{argument.source}":
            yield str(argument.source), argument.id in accepted

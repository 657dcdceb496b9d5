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
from math import prod
from types import MappingProxyType

from argue.construct.plain import TWO_SIDED, before_ranking, under
from argue.model.argument import Argument, Graph, Kind
from argue.model.case import nothing
from argue.model.record import field, record
from argue.semantics.grounded import grounded_labelling
from argue.verdict.settings import OpenQuestion, Settlement

MOST_BRANCHES = 64
"""Branches are listed one by one up to this many."""


@record
class Standing:
    """One branch: how facts and challenges fall, and what then stands before any ranking.

    `numbers` are the regions that numbers lie in; `free` holds, by kind and name of every open
    question, the argument that answers it here. `answered` are the objections that a reply answers
    though the reason behind them stands.
    """

    facts: Mapping[str, bool]
    challenges: Mapping[str, bool]
    reasons: tuple[Argument, ...]
    numbers: tuple[str, ...] = ()
    accepted: frozenset[str] = frozenset()
    free: Mapping[tuple[str, str], str] = field(default_factory=nothing)
    answered: frozenset[str] = frozenset()

    def answers(self, settled: Settlement) -> bool:
        """Answers whether something settled falls that way in this branch."""
        if settled.kind == "numbers":
            return settled.name in self.accepted
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

    @cached_property
    def excused(self) -> Mapping[str, frozenset[tuple[str, str]]]:
        """For each source, the pairs it has reasons for that are no objections, all answered."""
        objected = {
            (str(r.source), str(r.better), str(r.worse))
            for r in self.reasons
            if r.id.replace("reason:", "objection:", 1) not in self.answered
        }
        return {
            source: frozenset(pair for pair in pairs if (source, *pair) not in objected)
            for source, pairs in self.said.items()
        }

    @property
    def opposed(self) -> Iterator[tuple[str, str]]:
        """Pairs of standing reasons that speak for opposite sides, by id."""
        by_pair: dict[tuple[str | None, str | None], list[str]] = {}
        for reason in self.reasons:
            by_pair.setdefault((reason.better, reason.worse), []).append(reason.id)
        for (better, worse), ours in by_pair.items():
            for theirs in by_pair.get((worse, better), ()):
                yield from ((mine, theirs) for mine in ours)


def open_questions(graph: Graph) -> tuple[OpenQuestion, ...]:
    """Answers what may fall in several ways: facts, then challenges, then regions of numbers."""
    two_sided = {(a.attacker, a.target) for a in graph.attacks if a.kind in TWO_SIDED}
    found: list[OpenQuestion] = []
    for kind, opposite in ((Kind.FACT, "fact:not "), (Kind.CHALLENGE, "aside:")):
        for a in graph.of_kind(kind):
            other = f"{opposite}{a.source}"
            if a.id != other and {(a.id, other), (other, a.id)} <= two_sided:
                found.append(OpenQuestion(str(kind), str(a.source), (a.id, other)))
    regions: dict[str, list[str]] = {}
    for a in graph.of_kind(Kind.NUMBERS):
        regions.setdefault(str(a.source), []).append(a.id)
    found += [OpenQuestion("numbers", name, tuple(ids)) for name, ids in regions.items()]
    return tuple(found)


def settled_by(questions: Sequence[OpenQuestion], chosen: Sequence[str]) -> dict[str, bool]:
    """Answers, for the arguments that answer questions, whether they are the ones chosen."""
    return {
        answer: answer == choice
        for question, choice in zip(questions, chosen, strict=True)
        for answer in question.answers
    }


def branches(graph: Graph) -> tuple[Standing, ...]:
    """Answers all branches of a case; none where there are more than MOST_BRANCHES.

    Branches that come to the same (a challenge that cannot stand there) are told once.
    """
    questions = open_questions(graph)
    if prod(len(q.answers) for q in questions) > MOST_BRANCHES:
        return ()
    below = before_ranking(graph)
    replies = [(a.attacker, a.target) for a in graph.attacks if a.target.startswith("objection:")]
    found: dict[object, Standing] = {}
    for chosen in product(*(reversed(q.answers) for q in questions)):
        standing = _standing(below, questions, settled_by(questions, chosen))
        answered = frozenset(o for reply, o in replies if reply in standing.accepted)
        standing = replace(standing, answered=answered)
        key = (*standing.facts.items(), *standing.challenges.items(), *standing.numbers)
        found.setdefault(key, standing)
    return tuple(found.values())


def has_circling_challenges(graph: Graph) -> bool:
    """Answers whether challenges attack each other in a circle, so that a branch is not founded.

    As a challenge has one target, such challenges bear on nothing but each other.
    """
    target = {
        a.attacker: a.target
        for a in graph.attacks
        if a.attacker.startswith("challenge:") and a.target.startswith("challenge:")
    }
    for start, first in target.items():
        name, steps = first, 0
        while name != start and name in target and steps < len(target):
            name, steps = target[name], steps + 1
        if name == start:
            return True
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
    graph: Graph, questions: Sequence[OpenQuestion], settled: Mapping[str, bool]
) -> Standing:
    accepted = grounded_labelling(under(graph, graph.sources, settled=settled)).extension
    return Standing(
        facts=MappingProxyType(_holding(graph, Kind.FACT, accepted)),
        challenges=MappingProxyType(_holding(graph, Kind.CHALLENGE, accepted)),
        numbers=tuple(a.id for a in graph.of_kind(Kind.NUMBERS) if a.id in accepted),
        reasons=tuple(r for r in graph.of_kind(Kind.REASON) if r.id in accepted),
        accepted=accepted,
        free={
            (q.kind, q.name): next((a for a in q.answers if a in accepted), "") for q in questions
        },
    )


def _holding(graph: Graph, kind: Kind, accepted: frozenset[str]) -> dict[str, bool]:
    """Answers of every fact, or challenge, whether it holds."""
    return {
        str(a.source): a.id in accepted for a in graph.of_kind(kind) if a.id == f"{kind}:{a.source}"
    }

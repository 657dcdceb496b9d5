"""What the sources of a case say in each branch of its open questions, whatever its numbers are.

Everything that does not turn on numbers is worked out once: which challenges stand, what norms and
stated reasons say, which priorities hold. The frameworks are then heard again for other numbers, as
often as asked, without building a graph. Equal to what the graph says (a property test).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from types import MappingProxyType
from typing import Any, Protocol

from argue import registry
from argue.analysis import applied
from argue.construct.challenges import changes_complaint
from argue.construct.graph import graph_of
from argue.construct.sources import sources_of
from argue.construct.views import missing_data, questions_of, read_cell, view
from argue.construct.worlds import NUMBERS, Question, World, facts_in_cell, open_facts, worlds_over
from argue.errors import LimitExceeded
from argue.explain.heard import Asked, Doubts, Listening, excused
from argue.explain.ranked_pairs import Pair, Pairs, Said, Standing
from argue.model.argument import Kind
from argue.model.case import Case, Compliance, FrameworkUse, Standpoint, TargetKind, nothing
from argue.model.record import record
from argue.verdict.result import Setup
from argue.verdict.standing import branches, has_circling_challenges

MOST_FACTS = 6
"""Disputed facts up to which every way they fall is gone through."""
OF_AGENTS = ("cap", "prerogative")
"""What replies that speak for an agent are called among the sources."""


class Named(Protocol):
    """Where the numbers that a case names are found."""

    def unknown(self, name: str) -> Any:
        """Answers the number of this name."""
        ...


@record
class Branch:
    """One way the disputed facts and raised challenges fall.

    `static` is what sources say whose reasons are no numbers, pairs as bits; `order` are the
    priorities that hold.
    """

    facts: Mapping[str, bool]
    challenges: frozenset[str]
    static: Mapping[str, int]
    order: frozenset[Pair]

    def world(self, questions: Sequence[Question]) -> World:
        """Answers questions about facts and challenges as they fall here."""
        return {
            q: self.facts[q.name] if q.kind == "fact" else q.name in self.challenges
            for q in questions
        }


def can_be_heard(case: Case, setup: Setup) -> bool:
    """Answers whether branches can be gone through one by one.

    Not under another semantics, nor where a review may silence norms, an agent has a prerogative
    or a cap is challenged, numbers choose the framework, nor where regions of numbers have been
    told apart, nor for very many disputed facts.
    """
    reviewed = case.compliance is Compliance.ENLIGHTENED and any(
        norm.principles and norm.authority == "act" for norm in case.norms.values()
    )
    agents = any(person.prerogative for person in case.standpoints.values()) or any(
        c.against.kind is TargetKind.REPLY and c.against.name in OF_AGENTS
        for c in case.challenges.values()
    )
    usual = setup.semantics == "preferred" and not setup.flat
    chosen = any(registry.framework(use.type).chooses for use in case.frameworks)
    plain = usual and not (reviewed or agents or chosen or case.regions)
    return plain and len(open_facts(case)) <= MOST_FACTS


def _branches_of(case: Case, pairs: Pairs) -> Iterator[Branch]:
    settled = {f: case.facts[f].lean for f in sorted(open_facts(case))}
    ways = [(True, False) if lean is None else (lean,) for lean in settled.values()]
    for chosen in product(*ways):
        yield from _in_world(case, pairs, dict(zip(settled, chosen, strict=True)))


def _in_world(case: Case, pairs: Pairs, facts: Mapping[str, bool]) -> Iterator[Branch]:
    """Yields the branches in which the facts fall one way: the graph without any numbers."""
    here = applied(case, Setup(facts=facts))
    people = {name: replace(k, cap=nothing()) for name, k in here.standpoints.items()}
    bare = replace(here, standpoints=MappingProxyType(people))
    graph = graph_of(bare, sources_of(replace(bare, frameworks=())))
    listed = () if has_circling_challenges(graph) else branches(graph)
    if not listed:
        raise LimitExceeded("too many challenges to go through what becomes of them one by one")
    for standing in listed:
        ranked = {
            (str(p.better), str(p.worse))
            for p in graph.of_kind(Kind.PRIORITY)
            if p.id in standing.accepted
        }
        yield Branch(
            facts,
            frozenset(name for name, holds in standing.challenges.items() if holds),
            {
                source: sum(pairs.bit[pair] for pair in found)
                for source, found in standing.said.items()
            },
            graph.order | ranked,
        )


class Hearing:
    """Hears the sources of a case in all its branches, for any numbers."""

    def __init__(self, case: Case) -> None:
        """Work out what does not turn on numbers.

        Raises: LimitExceeded where branches are too many, or challenges go in a circle.
        """
        self.case = case
        self.pairs = Pairs.of(case)
        self.branches = tuple(_branches_of(case, self.pairs))
        self._kinds = {use.id: registry.framework(use.type) for use in case.frameworks}
        self._uses = [u for u in case.frameworks if not missing_data(case, u, self._kinds[u.id])]
        self._asked = {u.id: sorted(questions_of(case, u, self._kinds[u.id])) for u in self._uses}
        for name, questions in self._asked.items():
            worlds_over(case, set(questions), of=name)
        self._standing: dict[object, frozenset[Standing]] = {}

    def listeners(self, case: Case, place: Named) -> Iterator[tuple[Listening, tuple[int, ...]]]:
        """Yields every framework as it listens in a world, and the branches that are so.

        `case` is the case heard, some of its numbers named; they are found at the place.
        """
        for use in self._uses:
            made: dict[tuple[tuple[tuple[Question, Any], ...], Doubts], list[int]] = {}
            for number, branch in enumerate(self.branches):
                world = branch.world(self._asked[use.id])
                made.setdefault((tuple(world.items()), self._doubts(use, branch)), []).append(
                    number
                )
            kind = self._kinds[use.id]
            for (answers, doubts), numbers in made.items():
                seen = view(case, use, kind, _placed(dict(answers), place))
                yield Listening(use, kind, seen, doubts, self.pairs), tuple(numbers)

    def _doubts(self, use: FrameworkUse, branch: Branch) -> Doubts:
        aimed = [
            c.against
            for name, c in self.case.challenges.items()
            if name in branch.challenges
            and c.against.name == use.id
            and not changes_complaint(self.case, c)
        ]
        return Doubts(
            tuple(t for t in aimed if t.kind is TargetKind.SOURCE),
            tuple(t for t in aimed if t.kind is TargetKind.REPLY),
        )

    @property
    def agents(self) -> tuple[Standpoint, ...]:
        """Those of whom no more than a cap may be asked."""
        people = self.case.standpoints.values() if self.case.payoffs else ()
        return tuple(p for p in people if p.agent and p.cap)

    def excused(self, case: Case, agent: Standpoint, number: int, place: Named) -> Asked:
        """Answers what an agent is excused from in a branch."""
        branch = self.branches[number]
        cells = [case.payoffs[option][agent.id] for option in case.options]
        named = {Question("fact", f) for cell in cells for f in facts_in_cell(cell)}
        asked = [q for q in named if q.name in branch.facts]
        world = _placed(branch.world(asked), place)
        mine = [read_cell(case, cell, world) for cell in cells]
        return excused([0 if m is None else m for m in mine], agent.cap, self.pairs)

    def standing(
        self, number: int, said: Mapping[str, Said], excuses: Mapping[str, Asked]
    ) -> frozenset[Standing]:
        """Answers how options stand in every ranking in one branch.

        `said` is what frameworks say there, `excuses` what each agent is excused from; norms and
        stated reasons are added.
        """
        branch = self.branches[number]
        whole = {source: (mask, mask) for source, mask in branch.static.items()} | dict(said)
        for agent in self.agents:
            for source, (surely, may) in whole.items():
                scope = source if source in agent.cap else "*"
                sure, possible = excuses[agent.id].get(scope, (0, 0))
                whole[source] = (surely & ~possible, may & ~sure)
        key = (tuple(sorted(whole.items())), branch.order)
        if key not in self._standing:
            self._standing[key] = self.pairs.in_all_rankings(whole, branch.order)
        return self._standing[key]


def _placed(world: World, place: Named) -> World:
    return {**world, Question(NUMBERS, ""): place}

"""The worlds of a what-if: the case argued anew for every way its open points can be settled.

Settling a fact changes the case, not the drawn graph. So each settlement is prepared, heard and
built by the same calls as an analysis, and held against the graph of the case as it stands: where
the result is a choice among branches of that graph, a page needs no more than their numbers;
where it is not (rules conclude something else, a norm falls silent), the world keeps a graph of
its own. Frameworks are left out by the page itself, unless other sources depend on them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from itertools import product
from types import MappingProxyType

from argue.analysis import prepared, statuses_only
from argue.construct.games.payoffs import with_game
from argue.construct.graph import graph_of
from argue.construct.priorities import expanded, is_open
from argue.construct.said import Source
from argue.construct.sources import sources_of
from argue.construct.worlds import has_intervals
from argue.errors import ArgueError
from argue.model.argument import Graph, Kind
from argue.model.case import Case, ChallengeStatus, Compliance, FactStatus
from argue.model.record import record
from argue.norms.review import review
from argue.verdict.result import Analysis, Setup
from argue.verdict.standing import Standing, branches, has_circling_challenges

MOST_WORLDS = 256
"""So many worlds are built for one page; points that would make more stay open on it."""

Pair = tuple[str, str]


@record
class Question:
    """An open point a reader can settle: a disputed `fact` or a raised `challenge`."""

    kind: str
    name: str
    text: str


@record
class Choice:
    """How a reader settles the questions, in order: `-` open, `1` so, `0` not so.

    `kept` are the frameworks that stay, None for those the analysis has.
    """

    settled: str
    kept: tuple[str, ...] | None = None


@record
class World:
    """The case under one choice: its sources, its graph, and what stands in each branch.

    `ranked` are the pairs of sources, higher first, that the case puts in order for good; they
    are not closed, as a chain of priorities breaks where a framework in it is left out.
    """

    case: Case
    setup: Setup
    sources: tuple[Source, ...]
    graph: Graph
    branches: tuple[Standing, ...]
    ranked: tuple[Pair, ...]


class Worlds:
    """The worlds of one analysis: which there are, and each of them on demand."""

    def __init__(self, analysis: Analysis) -> None:
        """Play the game of the case once, if it has one, and list the questions."""
        self.analysis = analysis
        self.given = with_game(analysis.given)
        self.frameworks = tuple(use.id for use in analysis.case.frameworks)
        self.entangled = _entangled(self.given, analysis.case)
        self.questions = self._questions()

    @property
    def droppable(self) -> bool:
        """Whether frameworks can be left out: by the page, or in worlds of their own."""
        return not self.entangled or 2 ** len(self.frameworks) <= MOST_WORLDS

    @property
    def choices(self) -> Iterator[Choice]:
        """Every choice that needs a world, the case as it stands first."""
        for kept in self._subsets():
            for marks in product("-10", repeat=len(self.questions)):
                yield Choice("".join(marks), kept)

    def changed(self, choice: Choice) -> tuple[Case, Setup]:
        """Answers the case as a person would change it under a choice, and the setup."""
        marks = list(zip(self.questions, choice.settled, strict=True))
        facts = {q.name: m == "1" for q, m in marks if q.kind == "fact" and m != "-"}
        rulings = {q.name: RULINGS[m] for q, m in marks if q.kind == "challenge" and m != "-"}
        challenges = {
            name: replace(doubt, status=rulings.get(name, doubt.status))
            for name, doubt in self.given.challenges.items()
        }
        setup = self.analysis.setup
        return replace(self.given, challenges=MappingProxyType(challenges)), replace(
            setup,
            facts=MappingProxyType({**setup.facts, **facts}),
            frameworks=setup.frameworks if choice.kept is None else choice.kept,
        )

    def world(self, choice: Choice) -> World | None:
        """Answers the world of a choice; None where the engine says that it cannot be.

        Facts settled against rules of the case, for example, contradict one another.
        """
        given, setup = self.changed(choice)
        try:
            case = prepared(given, setup)
            silenced = frozenset(p.norm for p in review(case, statuses_only) if p.acted)
            sources = sources_of(case, silenced=silenced)
            graph = graph_of(case, sources)
        except ArgueError:
            return None
        return World(case, setup, sources, graph, listed(graph), _ranked(case))

    def _questions(self) -> tuple[Question, ...]:
        case, graph = self.analysis.case, self.analysis.graph
        found = [
            Question("fact", fact.id, fact.text)
            for fact in self.given.facts.values()
            if fact.status is FactStatus.DISPUTED
            and fact.id not in self.analysis.setup.facts
            and (f"fact:{fact.id}" in graph.arguments or case.rules)
        ]
        found += [
            Question("challenge", doubt.id, doubt.text)
            for doubt in case.challenges.values()
            if doubt.status is ChallengeStatus.RAISED and f"challenge:{doubt.id}" in graph.arguments
        ]
        most = 0
        while 3 ** (most + 1) * len(self._subsets()) <= MOST_WORLDS:
            most += 1
        return tuple(found[:most])

    def _subsets(self) -> tuple[tuple[str, ...] | None, ...]:
        """Answers which frameworks worlds are built with: those there are, or each set of them."""
        if not self.entangled or not self.droppable:
            return (None,)
        marks = product((True, False), repeat=len(self.frameworks))
        every = [
            tuple(name for name, kept in zip(self.frameworks, mark, strict=True) if kept)
            for mark in marks
        ]
        return (None, *every[1:])


RULINGS = {"1": ChallengeStatus.ACCEPTED, "0": ChallengeStatus.REFUTED}


def listed(graph: Graph) -> tuple[Standing, ...]:
    """Answers the branches of a graph; none where they are too many or not well founded."""
    return () if has_circling_challenges(graph) else branches(graph)


def _entangled(given: Case, analysed: Case) -> bool:
    """Answers whether leaving one framework out can change what another source says.

    It can where numbers are known within bounds, whose regions are drawn for all frameworks at
    once, and where norms are reviewed by frameworks of the case.
    """
    reviewed = given.compliance is Compliance.ENLIGHTENED and any(
        norm.principles for norm in given.norms.values()
    )
    return reviewed or bool(analysed.regions) or has_intervals(given)


def _ranked(case: Case) -> tuple[Pair, ...]:
    speaking = [n for n in case.norms.values() if n.binds]
    pairs = [
        (high.source_id, low.source_id)
        for high, low in product(speaking, speaking)
        if high.rank > low.rank
    ]
    pairs += [(p.higher, p.lower) for p in expanded(case) if not is_open(case, p)]
    return tuple(dict.fromkeys(pairs))


def matching(base: World, other: World) -> tuple[int, ...] | None:
    """Answers which branches of one world are all those of another; None if it has others.

    Two branches are alike if every source the other world has favours the same options over the
    same others, and the same priorities stand.
    """
    kept = [source.id for source in other.sources]
    ranked = tuple(pair for pair in base.ranked if set(pair) <= set(kept))
    same = (
        [s.id for s in base.sources if s.id in kept] == kept
        and _presumed(base.graph) == _presumed(other.graph)
        and ranked == other.ranked
    )
    settled = _settled(base.case, other.case)
    chosen = [n for n, b in enumerate(base.branches) if same and _answers(b, settled)]
    found = {_said(base.graph, base.branches[n], kept) for n in chosen}
    wanted = {_said(other.graph, branch, kept) for branch in other.branches}
    return tuple(chosen) if chosen and found == wanted else None


def _settled(before: Case, after: Case) -> Mapping[str, bool]:
    """Answers by argument how facts and challenges open in one case are settled in another."""
    facts = {
        f"fact:{name}": fact.status is not FactStatus.DENIED
        for name, fact in after.facts.items()
        if (before.facts[name].status is FactStatus.DISPUTED)
        != (fact.status is FactStatus.DISPUTED)
    }
    rulings = {
        f"challenge:{name}": doubt.status is ChallengeStatus.ACCEPTED
        for name, doubt in after.challenges.items()
        if doubt.status is not before.challenges[name].status
    }
    return {**facts, **rulings}


def _answers(branch: Standing, settled: Mapping[str, bool]) -> bool:
    held = {
        **{f"fact:{name}": so for name, so in branch.facts.items()},
        **{f"challenge:{name}": so for name, so in branch.challenges.items()},
    }
    return all(held.get(name, so) == so for name, so in settled.items())


def _said(graph: Graph, branch: Standing, kept: Collection[str]) -> object:
    priorities = frozenset(
        (a.better, a.worse)
        for a in graph.of_kind(Kind.PRIORITY)
        if a.id in branch.accepted and {a.better, a.worse} <= set(kept)
    )
    said = frozenset((s, pairs) for s, pairs in branch.said.items() if s in kept)
    excused = frozenset((s, pairs) for s, pairs in branch.excused.items() if s in kept)
    return said, excused, priorities


def _presumed(graph: Graph) -> frozenset[tuple[str | None, str | None]]:
    return frozenset((a.better, a.worse) for a in graph.of_kind(Kind.PRESUMPTION))

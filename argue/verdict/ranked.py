"""Positions the fast way: what stands is found branch by branch, the solver ranks.

Below objections a branch is well founded, so that its grounded labelling says what each source
favours there. What is left to guess is the branch, the ranking of the sources and the labelling
of the options, in which of two opposed reasons the one of the higher source stands.
Equal to `Positions`, which puts the whole graph to the solver (a property test).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, permutations

from argue.asp.facts import Atom
from argue.asp.session import Assumption, Session
from argue.construct.plain import conflicting
from argue.model.argument import Argument, Graph, Kind
from argue.model.verdict import Label
from argue.verdict.settings import (
    AS_THE_CASE_SAYS,
    Labels,
    OpenQuestion,
    Pair,
    Settings,
    Settlement,
)
from argue.verdict.standing import Standing, without_idle_conflicts
from argue.verdict.topology import labelled


class Ranked:
    """The positions of a graph whose branches can be listed, under preferred semantics."""

    def __init__(
        self, graph: Graph, listed: Sequence[Standing], *, deadline: float | None = None
    ) -> None:
        """Ground the program of these branches."""
        self.graph = graph = without_idle_conflicts(graph, listed)
        self.branches = tuple(listed)
        self.conflicts = conflicting(graph)
        involved = [s for s in graph.sources if any(s in pair for pair in self.conflicts)]
        self.pairs: tuple[Pair, ...] = tuple(combinations(involved, 2))
        self._source = {name: i for i, name in enumerate(graph.sources)}
        self._option = {name: i for i, name in enumerate(graph.options)}
        self._deadline = deadline
        self._session = Session(("ranked",), self._facts(), deadline=deadline)
        self._contrasts: Session | None = None
        self._explainer: Session | None = None

    def _facts(self, *sides: int) -> Iterator[Atom]:
        for side in sides or (0,):
            yield "side", (side,)
        for number, branch in enumerate(self.branches):
            yield "listed", (number,)
            yield from self._spoken("said", number, branch.said)
            yield from self._spoken("excused", number, branch.excused)
            for priority in self.graph.of_kind(Kind.PRIORITY):
                if priority.id in branch.accepted:
                    sides_ = (str(priority.better), str(priority.worse))
                    yield "ordered_in", (number, *(self._source[s] for s in sides_))
        for number in self._source.values():
            yield "source", (number,)
        for number in self._option.values():
            yield "option", (number,)
        for presumption in self.graph.of_kind(Kind.PRESUMPTION):
            ends = (str(presumption.worse), str(presumption.better))
            yield "presumed", tuple(self._option[o] for o in ends)
        for pair in self.pairs:
            yield "conflict", tuple(self._source[s] for s in pair)
        for pair in self.graph.order:
            if set(pair) <= self._source.keys():
                yield "order", tuple(self._source[s] for s in pair)

    def _spoken(
        self, predicate: str, number: int, pairs: Mapping[str, frozenset[Pair]]
    ) -> Iterator[Atom]:
        for source, spoken in pairs.items():
            for pair in spoken:
                sides = (self._option[option] for option in pair)
                yield predicate, (number, self._source[source], *sides)

    def _assumptions(
        self, given: Settings, *, side: int = 0, only: Standing | None = None
    ) -> Iterator[Assumption]:
        for source, number in self._source.items():
            yield ("aside", (side, number)), source in given.aside
        for pair in given.priorities:
            yield ("above", (side, *(self._source[s] for s in pair))), True
        settled = given.settled
        for number, branch in enumerate(self.branches):
            if branch is only:
                yield ("branch", (side, number)), True
            elif only is None and not all(map(branch.answers, settled)):
                yield ("branch", (side, number)), False

    def _above(self, pair: Pair) -> Atom:
        return "above", (0, *(self._source[s] for s in pair))

    def found(
        self, given: Settings = AS_THE_CASE_SAYS, *, watched: Sequence[Settlement] = ()
    ) -> Iterator[Labels]:
        """Yields the labels of positions under these settings, each at least once."""
        options = self.graph.options
        also = {self._above(w.pair): w for w in watched if w.kind == "priority"}
        places: dict[Atom, int] = {("branch", (0, n)): n for n in range(len(self.branches))}
        wanted = [*also, *places] if watched else []
        for model in self._session.models(self._assumptions(given), project=True, also=wanted):
            numbers = _by_name(model)
            permitted = frozenset(options[o] for (o,) in numbers.get("permitted", ()))
            ruled_out = frozenset(options[o] for (o,) in numbers.get("forbidden", ()))
            undecided = frozenset(options) - permitted - ruled_out
            witness = frozenset(also[atom] for atom in model if atom in also)
            for _, branch in numbers.get("branch", ()):
                fallen = self.branches[branch]
                witness |= {w for w in watched if w.kind != "priority" and fallen.answers(w)}
            pairs = ((options[a], options[b]) for a, b in numbers.get("favoured_in_cycle", ()))
            yield from labelled(
                permitted, undecided, pairs, options=frozenset(options), witness=witness
            )

    def differ(
        self, option: str, *, question: OpenQuestion | None = None, ranked: bool = False
    ) -> bool:
        """Answers whether two positions treat an option differently, all else being alike."""
        if self._contrasts is None:
            self._contrasts = Session(("ranked", "ranked_contrast"), self._facts(0, 1))
        for one, other in self._pairs_of_branches(question):
            assumed = [
                *self._assumptions(AS_THE_CASE_SAYS, side=0, only=one),
                *self._assumptions(AS_THE_CASE_SAYS, side=1, only=other),
                (("reranked", ()), ranked),
                (("contrast", (self._option[option],)), True),
            ]
            if self._contrasts.satisfiable(assumed):
                return True
        return False

    def _pairs_of_branches(
        self, question: OpenQuestion | None
    ) -> Iterator[tuple[Standing, Standing]]:
        """Yields branches that answer one question differently and all others alike."""
        wanted: set[tuple[str, str]] = set()
        if question is not None:
            wanted = {(question.kind, question.name)}
        for one in self.branches:
            for other in self.branches:
                apart = {n for n, v in one.free.items() if other.free[n] != v}
                if apart == wanted:
                    yield one, other

    def labels(self, given: Settings = AS_THE_CASE_SAYS) -> Mapping[str, frozenset[Label]]:
        """Answers for every argument the labels it has in some position.

        Undecided options count only where a position leaves one undecided.
        """
        found = list(self.found(given))
        if not found:
            return {}
        assumed = list(self._assumptions(given))
        if not any(labels.undecided for labels in found):
            assumed.append((("undecided", (0,)), False))
        labelled = _Labelled(self, self._explaining(), assumed)
        return {
            a.id: frozenset(_label(str(a.better), labels) for labels in found)
            if a.kind is Kind.PERMISSION
            else labelled.of(a)
            for a in self.graph.arguments.values()
        }

    def _explaining(self) -> Session:
        if self._explainer is None:
            programs = ("ranked", "ranked_labels")
            self._explainer = Session(programs, self._facts(), deadline=self._deadline)
        return self._explainer

    def eclipses(self) -> tuple[Pair, ...]:
        """Answers pairs (option, better one) where in some position only the first is permitted."""
        assumed = list(self._assumptions(AS_THE_CASE_SAYS))
        return tuple(
            (one, other)
            for one, other in permutations(self.graph.options, 2)
            if self._explaining().satisfiable(
                [*assumed, (("eclipsed", (self._option[one], self._option[other])), True)]
            )
        )

    def place(self, argument: Argument) -> tuple[int, int, int]:
        """Answers a reason's or objection's source and options as the program numbers them."""
        return (
            self._source[str(argument.source)],
            self._option[str(argument.better)],
            self._option[str(argument.worse)],
        )

    def presumed(self, argument: Argument) -> tuple[int, int]:
        """Answers the two options of a presumption as the program numbers them."""
        return self._option[str(argument.worse)], self._option[str(argument.better)]


class _Labelled:
    """Asks the program what can become of every argument, once for all that are alike."""

    def __init__(self, positions: Ranked, session: Session, assumed: Sequence[Assumption]) -> None:
        self.positions, self.session, self.assumed = positions, session, tuple(assumed)
        self.numbers = range(len(positions.branches))
        self.live = [n for n in self.numbers if self._possible(("branch", (0, n)), [n])]
        self.known: dict[tuple[Atom, tuple[int, ...]], bool] = {}

    def of(self, argument: Argument) -> frozenset[Label]:
        """Answers the labels of any argument that is no permission."""
        if argument.kind is Kind.PRESUMPTION:
            pair = self.positions.presumed(argument)
            said = {Label.IN: "unmet", Label.OUT: "met"}
            return frozenset(x for x, n in said.items() if self._ask((n, pair), self.live))
        if argument.kind is Kind.REASON:
            return self._in_branches(argument, argument.id, _REASON)
        if argument.kind is Kind.OBJECTION:
            return self._in_branches(argument, argument.premises[0], _OBJECTION)
        held = {argument.id in self.positions.branches[n].accepted for n in self.live}
        return frozenset(Label.IN if accepted else Label.OUT for accepted in held)

    def _in_branches(
        self, argument: Argument, reason: str, names: Mapping[Label, tuple[str, ...]]
    ) -> frozenset[Label]:
        branches = self.positions.branches
        where = [
            n
            for n in self.live
            if reason in branches[n].accepted and argument.id not in branches[n].answered
        ]
        place = self.positions.place(argument)
        found = {
            label
            for label, predicates in names.items()
            if where and any(self._ask((name, place), where) for name in predicates)
        }
        return frozenset(found | {Label.OUT} if len(where) < len(self.live) else found)

    def _ask(self, atom: Atom, where: Sequence[int]) -> bool:
        key = (atom, tuple(where))
        if key not in self.known:
            self.known[key] = self._possible(atom, where)
        return self.known[key]

    def _possible(self, atom: Atom, where: Sequence[int]) -> bool:
        inside = set(where)
        elsewhere = [(("branch", (0, n)), False) for n in self.numbers if n not in inside]
        return self.session.satisfiable([*self.assumed, *elsewhere, (atom, True)])


_REASON = {Label.IN: ("stands",), Label.OUT: ("falls",)}
_OBJECTION = {Label.IN: ("objects",), Label.OUT: ("falls", "vain"), Label.UNDEC: ("hangs",)}


def _label(option: str, labels: Labels) -> Label:
    if option in labels.permitted:
        return Label.IN
    return Label.UNDEC if option in labels.undecided else Label.OUT


def _by_name(model: frozenset[Atom]) -> dict[str, list[tuple[int, ...]]]:
    found: dict[str, list[tuple[int, ...]]] = {}
    for name, terms in model:
        numbers = tuple(term for term in terms if isinstance(term, int))
        found.setdefault(name, []).append(numbers)
    return found

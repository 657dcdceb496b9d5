"""The coherent positions of a case: one program over rankings, branches and labellings.

A position is a preferred labelling under one ranking of the sources and one way the open
questions fall, seen on the permissions of the options. The layer of permissions depends on the
standing reasons only through which option is favoured over which, so that a labelling is
preferred if it is complete and nothing undecided in it could be defended among the options.
Source: [Caminada06a] for labellings; [Dung95] for preferred extensions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, permutations

from argue.asp.facts import Atom
from argue.asp.session import Assumption, Session
from argue.construct.challenges import in_odd_circles
from argue.construct.plain import SETTLED_KINDS, conflicting
from argue.model.argument import Graph, Kind
from argue.model.verdict import Label
from argue.verdict.contrasts import Contrasts
from argue.verdict.settings import (
    AS_THE_CASE_SAYS,
    Labels,
    OpenQuestion,
    Pair,
    Settings,
    Settlement,
)
from argue.verdict.standing import branches, without_idle_conflicts
from argue.verdict.topology import labelled


class Positions:
    """The positions of one graph, asked for under different settings; grounded once.

    The sources that conflict with some other are ranked completely: `pairs` are all pairs of
    them, `conflicts` those that attack each other.

    `deadline` (time.monotonic) bounds every question; OutOfBudget is raised past it.
    """

    def __init__(self, graph: Graph, *, deadline: float | None = None) -> None:
        """Ground the program of this graph."""
        self.graph = graph = without_idle_conflicts(graph, branches(graph))
        self.conflicts = conflicting(graph)
        involved = [s for s in graph.sources if any(s in pair for pair in self.conflicts)]
        self.pairs = tuple(combinations(involved, 2))
        self._circling = in_odd_circles(graph)
        self._argument = {name: i for i, name in enumerate(graph.arguments)}
        self._source = {name: i for i, name in enumerate(graph.sources)}
        self._option = {name: i for i, name in enumerate(graph.options)}
        self._session = Session(("positions",), self.facts(), deadline=deadline)
        self._contrasts: Contrasts | None = None

    def number(self, argument: str, *, copy: int = 0) -> int:
        """Answers the number of an argument in the program, or in another copy of it."""
        return self._argument[argument] + copy * len(self._argument)

    def source(self, name: str, *, copy: int = 0) -> int:
        """Answers the number of a source."""
        return self._source[name] + copy * len(self._source)

    def option(self, name: str, *, copy: int = 0) -> int:
        """Answers the number of an option."""
        return self._option[name] + copy * len(self._option)

    def facts(self, *, copy: int = 0) -> Iterator[Atom]:
        """Yields what the program reads of the graph, numbered apart for every copy."""
        for argument in self.graph.arguments.values():
            number = self.number(argument.id, copy=copy)
            yield "arg", (number,)
            if argument.kind in SETTLED_KINDS and argument.id not in self._circling:
                yield "settled", (number,)
            if argument.kind is Kind.PERMISSION:
                yield "permission", (number, self.option(str(argument.better), copy=copy))
            if argument.kind is Kind.REASON:
                source = self.source(str(argument.source), copy=copy)
                sides = [self.option(str(o), copy=copy) for o in (argument.better, argument.worse)]
                yield "reason", (number, source, *sides)
            if argument.kind is Kind.PRIORITY:
                sides = [self.source(str(s), copy=copy) for s in (argument.better, argument.worse)]
                yield "priority", (number, *sides)
            for premise in argument.premises:
                yield "premise", (number, self.number(premise, copy=copy))
        yield from self._relations(copy)

    def _relations(self, copy: int) -> Iterator[Atom]:
        for attack in self.graph.attacks:
            ends = [self.number(name, copy=copy) for name in (attack.attacker, attack.target)]
            if attack.higher is None:
                yield "attack", tuple(ends)
            else:
                given = (attack.higher, str(attack.lower))
                yield "attack_if", (*ends, *(self.source(s, copy=copy) for s in given))
        for name in self.graph.sources:
            yield "source", (self.source(name, copy=copy),)
        for pair in self.pairs:
            yield "conflict", tuple(self.source(s, copy=copy) for s in pair)
        for pair in self.graph.order:
            if set(pair) <= set(self.graph.sources):
                yield "order", tuple(self.source(s, copy=copy) for s in pair)

    def _in(self, argument: str) -> Atom:
        return "in", (self.number(argument),)

    def _out(self, argument: str) -> Atom:
        return "out", (self.number(argument),)

    def _atom(self, settled: Settlement) -> Atom:
        if settled.kind != "priority":
            return self._in(settled.argument)
        return "above", tuple(self._source[name] for name in settled.pair)

    def _assumptions(self, given: Settings) -> Iterator[Assumption]:
        for source, number in self._source.items():
            yield ("aside", (number,)), source in given.aside
        for settlement in given.settled:
            if settlement.argument in self._argument:
                yield self._atom(settlement), True
        for pair in given.priorities:
            yield self._atom(Settlement("priority", pair=pair)), True

    def found(
        self, given: Settings = AS_THE_CASE_SAYS, *, watched: Sequence[Settlement] = ()
    ) -> Iterator[Labels]:
        """Yields the labels of positions under these settings, each at least once.

        Decided labels come once; undecided ones once for every pattern of favoured options.
        """
        options = self.graph.options
        atoms = {self._atom(settled): settled for settled in watched}
        for model in self._session.models(self._assumptions(given), project=True, also=atoms):
            permitted = frozenset(options[o] for (o,) in _numbers(model, "permitted"))
            forbidden = frozenset(options[o] for (o,) in _numbers(model, "forbidden"))
            undecided = frozenset(options) - permitted - forbidden
            witness = frozenset(atoms[atom] for atom in model if atom in atoms)
            favoured = ((options[a], options[b]) for a, b in _numbers(model, "favoured_in_cycle"))
            yield from labelled(
                permitted, undecided, favoured, options=frozenset(options), witness=witness
            )

    def differ(
        self, option: str, *, question: OpenQuestion | None = None, ranked: bool = False
    ) -> bool:
        """Answers whether two positions treat an option differently, all else being alike."""
        if self._contrasts is None:
            self._contrasts = Contrasts(self)
        return self._contrasts.possible(option, question=question, ranked=ranked)

    def eclipses(self) -> tuple[Pair, ...]:
        """Answers pairs (option, better one) where in some position only the first is permitted."""
        assumed = list(self._assumptions(AS_THE_CASE_SAYS))
        return tuple(
            (one, other)
            for one, other in permutations(self.graph.options, 2)
            if self._session.satisfiable(
                [*assumed, (("eclipsed", (self._option[one], self._option[other])), True)]
            )
        )

    def labels(self, given: Settings = AS_THE_CASE_SAYS) -> dict[str, frozenset[Label]]:
        """Answers for every argument the labels it has in some position.

        Undecided options count only where a position leaves one undecided.
        Cost: at most three questions an argument.
        """
        found = list(self.found(given))
        assumed = list(self._assumptions(given))
        if not any(labels.undecided for labels in found):
            assumed.append((("undecided", ()), False))
        return {name: self._labels_of(name, assumed) for name in self.graph.arguments if found}

    def _labels_of(self, name: str, assumed: list[Assumption]) -> frozenset[Label]:
        accepted, rejected = self._in(name), self._out(name)
        cases = {
            Label.IN: ((accepted, True),),
            Label.OUT: ((rejected, True),),
            Label.UNDEC: ((accepted, False), (rejected, False)),
        }
        return frozenset(
            label for label, more in cases.items() if self._session.satisfiable((*assumed, *more))
        )


def _numbers(model: frozenset[Atom], predicate: str) -> list[tuple[int, ...]]:
    """Answers the arguments of a predicate's atoms in a model, all of them numbers."""
    return [
        tuple(term for term in terms if isinstance(term, int))
        for name, terms in model
        if name == predicate
    ]

"""Given what an explanation holds: priorities and settled questions, none of them, or all.

Under given priorities an attack that needs a ranking is *certain* if they decide it, *possible*
unless they rule it out. A set that answers every possible attack by certain ones is admissible
under each ranking that keeps the priorities, so that one explanation serves them all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice

from argue.construct.plain import TWO_SIDED, fallen, violated
from argue.model.argument import Argument, Attack, Graph
from argue.model.case import nothing
from argue.model.record import field, record
from argue.model.verdict import Position
from argue.verdict.settings import OpenQuestion, Pair, Settlement
from argue.verdict.standing import branches, open_questions, settled_by

MOST_TRIED = 200
"""Full rankings, each with one way all questions fall, tried in one search."""


@record
class Given:
    """What an explanation takes as given: priorities, and answers to open questions by id."""

    priorities: tuple[Pair, ...] = ()
    answers: tuple[str, ...] = ()

    def __str__(self) -> str:
        ranked = [f"{high}>{low}" for high, low in self.priorities]
        return ", ".join([*self.answers, *ranked]) or "whatever is left open"


ALWAYS = Given()


@record
class Ground:
    """The arguments of a graph, and what attacks what under given circumstances.

    `certain` and `possible` map an argument to what attacks it directly; `usable` are the
    arguments an explanation may rest on.
    """

    graph: Graph
    given: Given
    certain: Mapping[str, frozenset[str]] = field(default_factory=nothing)
    possible: Mapping[str, frozenset[str]] = field(default_factory=nothing)
    usable: frozenset[str] = frozenset()

    @cached_property
    def _rests_on(self) -> dict[str, frozenset[str]]:
        return {}

    def rests_on(self, name: str) -> frozenset[str]:
        """Answers an argument with everything it rests on."""
        if name not in self._rests_on:
            found = {name}
            for premise in self.graph.arguments[name].premises:
                found |= self.rests_on(premise)
            self._rests_on[name] = frozenset(found)
        return self._rests_on[name]

    @cached_property
    def certainly_attacked(self) -> dict[str, list[str]]:
        """For every argument, what it certainly attacks."""
        return _reversed(self.certain)

    @cached_property
    def possibly_attacked(self) -> dict[str, list[str]]:
        """For every argument, what it possibly attacks."""
        return _reversed(self.possible)

    @cached_property
    def _direct_answers(self) -> dict[str, frozenset[str]]:
        """For every argument, what certainly attacks it and rests on nothing but what is usable."""
        sound = frozenset(a for a in self.usable if self.rests_on(a) <= self.usable)
        return {target: attackers & sound for target, attackers in self.certain.items()}

    def answers_among(self, attacker: str) -> frozenset[str]:
        """Answers the usable arguments that certainly attack one, or something it rests on."""
        none = frozenset[str]()
        return none.union(*(self._direct_answers.get(t, none) for t in self.rests_on(attacker)))

    def answers_to(self, attacker: str) -> tuple[str, ...]:
        """Answers the same in the order of preference."""
        return tuple(sorted(self.answers_among(attacker), key=self.preference))

    def preference(self, name: str) -> tuple[int, tuple[object, ...], str]:
        """Answers what orders equally good arguments: rank, margin within one source, id."""
        if name not in self._preferences:
            argument = self.graph.arguments[name]
            self._preferences[name] = (self._rank(argument), _margin(argument), name)
        return self._preferences[name]

    @cached_property
    def _preferences(self) -> dict[str, tuple[int, tuple[object, ...], str]]:
        return {}

    def _rank(self, argument: Argument) -> int:
        return self._ranks.get(str(argument.source), len(self._ranks))

    @cached_property
    def _ranks(self) -> dict[str, int]:
        order = closure({*self.graph.order, *self.given.priorities})
        above = {s: sum(low == s for _, low in order) for s in self.graph.sources}
        return {s: i for i, s in enumerate(sorted(self.graph.sources, key=lambda s: above[s]))}


def _reversed(attackers: Mapping[str, frozenset[str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for target, by in attackers.items():
        for attacker in by:
            found.setdefault(attacker, []).append(target)
    return found


def _margin(argument: Argument) -> tuple[object, ...]:
    return (-argument.margin[1],) if argument.margin else (0,)


def ground_of(
    graph: Graph, given: Given, *, accepted_somewhere: frozenset[str] | None = None
) -> Ground:
    """Answers the ground of an explanation under given circumstances.

    It may rest on nothing that is open and not given, nor on what is accepted in no position
    (`accepted_somewhere`, where known).
    """
    order = closure({*graph.order, *given.priorities})
    questions = open_questions(graph)
    settled = _settled(questions, given.answers)
    falling = {fallen(name, holds) for name, holds in settled.items()}
    certain: dict[str, set[str]] = {}
    possible: dict[str, set[str]] = {}
    for attack in graph.attacks:
        if attack.attacker in falling and attack.kind in TWO_SIDED:
            continue
        if _may_be(attack, order):
            possible.setdefault(attack.target, set()).add(attack.attacker)
        if attack.higher is None or (attack.higher, attack.lower) in order:
            certain.setdefault(attack.target, set()).add(attack.attacker)
    open_ = {a for q in questions for a in q.answers if a not in settled}
    usable = graph.arguments.keys() if accepted_somewhere is None else accepted_somewhere
    return Ground(
        graph,
        given,
        {target: frozenset(found) for target, found in certain.items()},
        {target: frozenset(found) for target, found in possible.items()},
        frozenset(usable) - open_ - {f for f in falling if f},
    )


def _may_be(attack: Attack, order: frozenset[Pair]) -> bool:
    return attack.higher is None or (str(attack.lower), attack.higher) not in order


def _settled(questions: Sequence[OpenQuestion], answers: Sequence[str]) -> dict[str, bool]:
    chosen = [(q, a) for q in questions for a in q.answers if a in answers]
    return settled_by([q for q, _ in chosen], [a for _, a in chosen])


def closure(pairs: set[Pair]) -> frozenset[Pair]:
    """Answers the transitive closure of pairs (higher, lower)."""
    found = set(pairs)
    while True:
        more = {(a, d) for a, b in found for c, d in found if b == c} - found
        if not more:
            return frozenset(found)
        found |= more


def given_by(position: Position) -> Given:
    """Answers as given what suffices for a position."""
    settled = (
        *(Settlement("fact", name, holds) for name, holds in position.facts.items()),
        *(Settlement("challenge", name, holds) for name, holds in position.challenges.items()),
        *(Settlement("numbers", name) for name in position.numbers),
    )
    return Given(position.priorities, tuple(s.argument for s in settled))


def completions(graph: Graph, given: Given) -> Iterator[Given]:
    """Yields full rankings and answers to every question that keep to what is given.

    At most MOST_TRIED of them.
    """
    yield from islice(_completions(graph, given), MOST_TRIED)


def _completions(graph: Graph, given: Given) -> Iterator[Given]:
    held = branches(graph)
    for ranking in _orders(graph.sources, closure({*graph.order, *given.priorities})):
        broken = violated(graph, ranking)
        for standing in held:
            answers = tuple(answer for answer in standing.free.values() if answer)
            if standing.accepted.issuperset(given.answers) and not broken & standing.accepted:
                yield Given(tuple(zip(ranking, ranking[1:], strict=False)), answers)


def _orders(sources: Sequence[str], order: frozenset[Pair]) -> Iterator[tuple[str, ...]]:
    """Yields the full rankings of sources that keep an order, as many as are asked for."""
    if not sources:
        yield ()
    for first in sources:
        if not any(low == first and high in sources for high, low in order):
            rest = tuple(s for s in sources if s != first)
            yield from ((first, *others) for others in _orders(rest, order))

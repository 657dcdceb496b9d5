"""Graphs whose arguments and attacks are there with a probability: how probable acceptance is.

The constellation reading: every subgraph has its probability, elements being independent of one
another. Source: [LON11].
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import log, sqrt

from argue.errors import ArgueError
from argue.model.af import AF, Attack
from argue.model.patience import due, go_on
from argue.semantics.table import Semantics
from argue.semantics.tasks import Mode, accepted
from argue.semantics.variants.branching import DIRECTIONAL, Branching, Element
from argue.semantics.variants.incomplete import MAX_UNCERTAIN, IncompleteAF

CONFIDENCE = 0.95
"""How surely the true probability lies within the error of a sampled one."""


@dataclass(frozen=True, slots=True)
class Probability:
    """A probability in [0, 1], exact, or sampled with an error at CONFIDENCE."""

    value: Fraction
    error: float = 0.0
    samples: int = 0


@dataclass(frozen=True, slots=True)
class Sampling:
    """How many cases are drawn where there are too many to go through, and from which seed."""

    samples: int = 10_000
    seed: int = 0


DEFAULT = Sampling()


@dataclass(frozen=True, slots=True)
class ProbabilisticAF:
    """A graph with the probabilities of what is uncertain; all else is certain.

    An attack's probability is that of being there if both its arguments are.
    """

    incomplete: IncompleteAF
    arguments: Mapping[str, Fraction]
    attacks: Mapping[Attack, Fraction]

    @classmethod
    def of(
        cls,
        af: AF,
        arguments: Mapping[str, Fraction] | None = None,
        attacks: Mapping[Attack, Fraction] | None = None,
    ) -> ProbabilisticAF:
        """Answers the graph with these probabilities.

        Raises: UnknownId for a stranger; ArgueError for a probability outside [0, 1].
        """
        nodes, edges = dict(arguments or {}), dict(attacks or {})
        for element, chance in [*nodes.items(), *edges.items()]:
            if not 0 <= chance <= 1:
                raise ArgueError(f"the probability of {element!r} is {chance}; give 0 to 1")
        return cls(IncompleteAF.of(af, nodes, edges), nodes, edges)

    def worlds(self) -> Iterator[tuple[AF, Fraction]]:
        """Answers every case with its probability: two to the number of uncertain elements."""
        chances = [*self.arguments.values(), *self.attacks.values()]
        for present in product((True, False), repeat=len(chances)):
            weight = Fraction(1)
            for is_there, chance in zip(present, chances, strict=True):
                weight *= chance if is_there else 1 - chance
            if weight:
                yield self._world(present), weight

    def drawn(self, chance: random.Random) -> AF:
        """Answers one case drawn at random."""
        chances = [*self.arguments.values(), *self.attacks.values()]
        return self._world(tuple(chance.random() < probability for probability in chances))

    def _world(self, present: tuple[bool, ...]) -> AF:
        split = len(self.arguments)
        gone = [a for a, there in zip(self.arguments, present[:split], strict=True) if not there]
        cut = [a for a, there in zip(self.attacks, present[split:], strict=True) if not there]
        return self.incomplete.without(gone, cut)


def acceptance_probability(
    graph: ProbabilisticAF,
    semantics: str | Semantics,
    argument: str,
    mode: str | Mode = Mode.CREDULOUS,
    *,
    sampling: Sampling = DEFAULT,
) -> Probability:
    """Answers how probable it is that an argument is there and accepted.

    Exact to MAX_UNCERTAIN uncertain elements, at the cost of one question for every case, under
    the semantics of DIRECTIONAL only for cases that differ in what matters for the argument.
    Beyond, the share among samples, with the error by Hoeffding's inequality. Raises: UnknownId
    for argument, semantics or mode; OutOfBudget past the instant of `working_until`.
    """
    graph.incomplete.af.index_of(argument)
    deadline = due()

    def accepts(af: AF) -> bool:
        go_on()
        return argument in af and bool(accepted(af, semantics, argument, mode, deadline=deadline))

    if len(graph.arguments) + len(graph.attacks) <= MAX_UNCERTAIN:
        if semantics not in DIRECTIONAL:
            return Probability(sum((w for af, w in graph.worlds() if accepts(af)), Fraction(0)))
        chances: dict[Element, Fraction] = {**graph.arguments, **graph.attacks}
        return Probability(Branching(graph.incomplete.af, argument, chances, accepts).probability())
    chance = random.Random(sampling.seed)
    hits = sum(accepts(graph.drawn(chance)) for _ in range(sampling.samples))
    error = sqrt(log(2 / (1 - CONFIDENCE)) / (2 * sampling.samples))
    return Probability(Fraction(hits, sampling.samples), error, sampling.samples)

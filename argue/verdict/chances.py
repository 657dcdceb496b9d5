"""How probable each status is, given the credences of the disputed facts.

A report beside the verdict, never a part of it. Facts are taken as independent. Every way they fall
is judged up to a dozen of them; beyond that ways are drawn at random, and the error is told. A
disputed fact without a credence stays open, so that what turns on it counts as contested.
"""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from types import MappingProxyType

from argue.construct.words import listed, plain, written
from argue.errors import OutOfBudget
from argue.model.argument import Kind
from argue.model.case import Compliance, FactStatus
from argue.model.record import record
from argue.model.verdict import Status
from argue.verdict.engine import distinct, positions_of
from argue.verdict.result import Analysis, Setup
from argue.verdict.settings import Settings
from argue.verdict.statuses import statuses_of

Statuses = Mapping[str, Status]

MOST_EXACT = 12
"""Facts with a credence up to which every way they fall is judged."""
SAMPLES = 2_000
"""Ways drawn at random beyond that."""
SEED = 12
CONFIDENCE = 0.95


@record
class Chances:
    """The probability of each status of each option, from the credences of disputed facts.

    `credences` are those that count, `left_open` the disputed facts without one. `error` is 0
    where every way the facts fall was judged; else each probability is within it, with 95 per cent
    confidence, as `judged` ways were drawn at random. Not `complete` where time ran out.
    """

    credences: Mapping[str, Fraction]
    left_open: tuple[str, ...]
    options: Mapping[str, Mapping[Status, Fraction]]
    judged: int
    error: Fraction = Fraction(0)
    complete: bool = True

    @property
    def sentences(self) -> tuple[str, ...]:
        """The probabilities in words, what they rest on first."""
        if not self.credences:
            return ("No disputed fact with a credence bears on the verdict.",)
        rests = listed(f'"{plain(f)}" ({written(c)})' for f, c in self.credences.items())
        told = [f"Taking {rests} as independent:" if len(self.credences) > 1 else f"Given {rests}:"]
        for option, found in self.options.items():
            said = listed(
                f"{status} with probability {written(chance)}"
                for status, chance in sorted(found.items(), key=lambda e: (-e[1], e[0].value))
            )
            told.append(f'"{option}" is {said}.')
        if self.error:
            told.append(
                f"{self.judged} ways for the facts to fall were drawn at random; each number is "
                f"within {written(self.error)}, with 95 per cent confidence."
            )
        if self.left_open:
            names = listed(f'"{plain(f)}"' for f in self.left_open)
            told.append(f"Left open, without a credence: {names}.")
        if not self.complete:
            told.append("Time ran out before all was judged.")
        return tuple(told)


def chances(analysis: Analysis, *, timeout: float | None = None) -> Chances:
    """Answers how probable each status is.

    At the end of `timeout` seconds what was judged so far is told, as drawn at random.
    """
    deadline = None if timeout is None else time.monotonic() + timeout
    disputed = [
        f
        for f in analysis.case.facts.values()
        if f.status is FactStatus.DISPUTED and f.lean is None and _bears(analysis, f.id)
    ]
    credences = {f.id: f.credence for f in disputed if f.credence is not None}
    left = tuple(f.id for f in disputed if f.credence is None)
    exact = len(credences) <= MOST_EXACT
    ways = _all_ways(credences) if exact else _drawn(credences)
    weights: dict[str, dict[Status, Fraction]] = {option: {} for option in analysis.statuses}
    judge = _judge(analysis, deadline)
    count, whole, complete = 0, Fraction(0), True
    try:
        for facts, weight in ways:
            for option, status in judge(facts).items():
                weights[option][status] = weights[option].get(status, Fraction(0)) + weight
            count, whole = count + 1, whole + weight
    except OutOfBudget:
        complete = False
    options = {
        option: MappingProxyType({s: w / whole for s, w in found.items()} if whole else {})
        for option, found in weights.items()
    }
    error = Fraction(0) if exact and complete else _error(count)
    return Chances(MappingProxyType(credences), left, options, count, error, complete)


def _bears(analysis: Analysis, fact: str) -> bool:
    """Answers whether a fact can bear on the verdict: it is argued about, or rules may use it."""
    return bool(analysis.case.rules) or any(
        argument.source == fact for argument in analysis.graph.of_kind(Kind.FACT)
    )


def _all_ways(credences: Mapping[str, Fraction]) -> Iterator[tuple[dict[str, bool], Fraction]]:
    for held in product((True, False), repeat=len(credences)):
        facts = dict(zip(credences, held, strict=True))
        weight = math.prod(
            (c if facts[f] else 1 - c for f, c in credences.items()), start=Fraction(1)
        )
        if weight:
            yield facts, weight


def _drawn(credences: Mapping[str, Fraction]) -> Iterator[tuple[dict[str, bool], Fraction]]:
    draw = random.Random(SEED)
    for _ in range(SAMPLES):
        yield {f: draw.random() < c for f, c in credences.items()}, Fraction(1)


def _error(count: int) -> Fraction:
    """Answers how far a share of so many draws is from its probability, by Hoeffding's bound."""
    bound = math.sqrt(math.log(2 / (1 - CONFIDENCE)) / (2 * count)) if count else 1.0
    return Fraction(math.ceil(bound * 1000), 1000)


def _judge(analysis: Analysis, deadline: float | None) -> Callable[[Mapping[str, bool]], Statuses]:
    """Answers what judges a case once its facts have fallen some way.

    The positions of the whole graph are asked, except where facts bear on more than the graph.
    """
    setup, case = analysis.setup, analysis.case
    known: dict[Sequence[tuple[str, bool]], Statuses] = {}
    anew = bool(case.rules) or case.compliance is Compliance.ENLIGHTENED
    positions = None if anew else positions_of(analysis.graph, setup, deadline)

    def once(facts: Mapping[str, bool]) -> Statuses:
        if deadline is not None and time.monotonic() > deadline:
            raise OutOfBudget("time ran out while facts were being settled")
        if positions is None:
            settled = MappingProxyType({**setup.facts, **facts})
            return analysis.judged_under(_with_facts(setup, settled), deadline)
        found = distinct(positions.found(Settings(facts=facts)))
        return statuses_of(analysis.graph.options, found)

    def remembered(facts: Mapping[str, bool]) -> Statuses:
        key = tuple(facts.items())
        if key not in known:
            known[key] = once(facts)
        return known[key]

    return remembered


def _with_facts(setup: Setup, facts: Mapping[str, bool]) -> Setup:
    return Setup(facts, setup.priorities, setup.frameworks, setup.semantics, setup.flat)

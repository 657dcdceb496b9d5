"""Graphs of up to eight arguments: what the solver answers, and what the definitions say.

Graph k is drawn from the seed k alone, so that what differs can be drawn again. Each is asked
everything under one semantics, taken in turn, and every hundredth under all of them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from argue.asp.program import Deadline
from argue.model.af import AF
from argue.semantics import TABLE, Acceptance, Mode, Semantics, extensions, one
from argue.semantics.definitions import Extension, Extensions
from argue.semantics.searches import SEARCHES
from argue.semantics.session import GraphSession
from argue.semantics.solving.counting import Counting
from argue.semantics.solving.parts import whole
from argue.semantics.solving.sweeping import swept
from argue.semantics.solving.ways import WAYS

LARGEST = 8
EVERY_SEMANTICS = 100
"""One graph in so many is asked under every semantics."""
EVERY_WAY = 20
"""One graph in so many is also put to the ways that are not the usual ones."""


def check(number: int) -> int:
    """Answers 1, for one graph checked; raises AssertionError with the graph where ways differ."""
    af = graph_of(number)
    for semantics in _asked(number):
        for difference in differences(af, semantics, all_ways=number % EVERY_WAY == 0):
            raise AssertionError(f"{difference} {semantics}: {af.arguments} {af.attacks}")
    return 1


def _asked(number: int) -> tuple[Semantics, ...]:
    every = tuple(Semantics)
    if number % EVERY_SEMANTICS == 0:
        return every
    # A turn that no number of processes shares a divisor with.
    return (every[number // 7 % len(every)],)


def graph_of(seed: int) -> AF:
    """A graph of any size and density, self-attacks and isolated arguments among it."""
    chance = random.Random(seed)
    ids = [f"x{i}" for i in range(chance.randint(0, LARGEST))]
    density = chance.random() ** 2
    return AF.of(ids, [(a, b) for a in ids for b in ids if chance.random() < density])


def differences(af: AF, semantics: Semantics, *, all_ways: bool) -> Iterator[str]:
    """What is answered otherwise than defined: of all, one, number, and every acceptance."""
    session = GraphSession(af)
    defined = TABLE[semantics].definition(af)
    listed = session.extensions(semantics)
    if frozenset(listed) != defined or len(listed) != len(defined):
        yield "EE"
    if session.count(semantics) != len(defined):
        yield "CE"
    found = session.one(semantics)
    if found not in defined and (found is not None or defined):
        yield "SE"
    for argument in af.arguments:
        for mode in Mode:
            if not _agrees(defined, session.accepted(semantics, argument, mode)):
                yield f"{mode} {argument}"
    if all_ways:
        yield from _other_ways(af, semantics, defined)


def _other_ways(af: AF, semantics: Semantics, defined: Extensions) -> Iterator[str]:
    """What is found otherwise without a session, by the readable encodings, or by counting only."""
    found = one(af, semantics)
    if frozenset(extensions(af, semantics)) != defined or (found or frozenset()) not in (
        defined or {frozenset()}
    ):
        yield "EE or SE of a solver for one question"
    listed = list(SEARCHES[semantics](af, (), None))
    if frozenset(listed) != defined or len(listed) != len(defined):
        yield "EE by the plain encoding"
    if swept(whole(af), semantics, Deadline()) not in (None, len(defined)):
        yield "CE along a tree decomposition"
    if semantics in WAYS and WAYS[semantics].recursive:
        counting = Counting(semantics, WAYS[semantics].make, Deadline())
        if counting.count(whole(af)) != len(defined):
            yield "CE by strong components"


def _agrees(defined: Extensions, said: Acceptance) -> bool:
    """Whether an answer about an argument is the defined one, and what it shows is one."""
    has = [said.argument in members for members in defined]
    if said.mode is Mode.CREDULOUS:
        return bool(said) == any(has) and _shows(defined, said, said.witness, bool(said))
    return bool(said) == all(has) and _shows(defined, said, said.counterexample, not said)


def _shows(defined: Extensions, said: Acceptance, shown: Extension | None, needed: bool) -> bool:
    if shown is None or not needed:
        return shown is None and not needed
    return shown in defined and (said.argument in shown) == (said.mode is Mode.CREDULOUS)

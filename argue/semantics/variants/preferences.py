"""Graphs with preferences between arguments, or values that arguments promote.

An attack may fail because its target is preferred. Four ways to say so, which differ where an
attack goes one way only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from itertools import permutations

from argue.errors import ArgueError, LimitExceeded, UnknownId
from argue.model.af import AF, Attack
from argue.semantics.table import Semantics
from argue.semantics.tasks import Mode, accepted

MAX_VALUES = 7
"""Audiences of more values are too many to go through: 5040 is the number for seven."""


class Reduction(StrEnum):
    """How an attack on a preferred argument is read. Source: [Kaci18].

    Fails: it is no defeat. Reversed: it fails, and if it was one-way its target defeats it.
    Kept: it fails only if its target strikes back. Both: a one-way attack stays, and is answered.
    """

    FAILS = "fails"
    REVERSED = "reversed"
    KEPT = "kept"
    BOTH = "both"


def defeats(
    af: AF, preferred: Iterable[Attack], reduction: Reduction | str = Reduction.FAILS
) -> AF:
    """Answers the graph of successful attacks, given pairs of a better and a worse argument.

    The preference is closed under transitivity. Raises: ArgueError if it is cyclic; UnknownId for
    a stranger or another reduction.
    """
    try:
        way = Reduction(reduction)
    except ValueError as error:
        raise UnknownId("reduction", reduction, list(Reduction)) from error
    better = _closed(af, preferred)
    given = set(af.attacks)

    def stands(source: str, target: str) -> bool:
        attacks, attacked = (source, target) in given, (target, source) in given
        succeeds = attacks and (target, source) not in better
        # Of the two one attacks the other; an attack on the worse succeeds as it is.
        answers = (source, target) in better
        kept = not attacked
        return {
            Reduction.FAILS: succeeds,
            Reduction.REVERSED: succeeds or answers,
            Reduction.KEPT: succeeds or kept,
            Reduction.BOTH: succeeds or answers or kept,
        }[way]

    pairs = dict.fromkeys(pair for s, t in af.attacks for pair in ((s, t), (t, s)))
    return AF.of(af.arguments, [pair for pair in pairs if stands(*pair)])


def for_audience(af: AF, values: Mapping[str, str], audience: Iterable[str]) -> AF:
    """Answers the defeats for an audience, which ranks values from the highest down.

    An attack fails if the value of its target ranks above that of its source; arguments without a
    value are preferred to none. Source: [BenchCapon03]. Raises: UnknownId for a value in use that
    the audience does not rank, and for a stranger.
    """
    order = {value: rank for rank, value in enumerate(audience)}
    for argument, value in values.items():
        af.index_of(argument)
        if value not in order:
            raise UnknownId("value", value, order)
    return AF.of(
        af.arguments,
        [
            (s, t)
            for s, t in af.attacks
            if s not in values or t not in values or order[values[s]] <= order[values[t]]
        ],
    )


def objectively_accepted(af: AF, values: Mapping[str, str], argument: str) -> bool:
    """Answers whether every audience accepts an argument, in some preferred extension.

    Source: [BenchCapon03]. Raises: UnknownId; LimitExceeded beyond MAX_VALUES values.
    """
    return all(_accept(af, values, argument))


def subjectively_accepted(af: AF, values: Mapping[str, str], argument: str) -> bool:
    """Answers whether some audience accepts an argument; see `objectively_accepted`."""
    return any(_accept(af, values, argument))


def _accept(af: AF, values: Mapping[str, str], argument: str) -> Iterator[bool]:
    named = sorted(set(values.values()))
    if len(named) > MAX_VALUES:
        raise LimitExceeded(f"{len(named)} values; audiences of at most {MAX_VALUES} can be tried")
    for audience in permutations(named):
        graph = for_audience(af, values, audience)
        yield bool(accepted(graph, Semantics.PREFERRED, argument, Mode.CREDULOUS))


def _closed(af: AF, preferred: Iterable[Attack]) -> set[Attack]:
    below: dict[str, set[str]] = {argument: set() for argument in af.arguments}
    for better, worse in preferred:
        af.index_of(better)
        af.index_of(worse)
        below[better].add(worse)
    closed: set[Attack] = set()
    for top, direct in below.items():
        found = list(direct)
        for argument in found:
            found += below[argument] - set(found)
        if top in found:
            raise ArgueError(f"{top!r} is preferred to itself, directly or through others")
        closed.update((top, argument) for argument in found)
    return closed

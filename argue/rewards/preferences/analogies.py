"""Arguments for preferences among items: by analogy with a label, or from two of them in a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

import numpy as np

from argue.errors import LimitExceeded
from argue.model.record import record
from argue.rewards.preferences.comparing import FIRST, NEITHER, SECOND
from argue.rewards.ranks import Array

Pair: TypeAlias = "tuple[int, int]"
"""Two items, the smaller index first."""

Sign: TypeAlias = "tuple[int, int, float]"
"""Two items and the probability, 1, 0.5 or 0, that the first is preferred."""


@record
class Argument:
    """An argument that the first item of a pair is preferred (1), the second (0), or neither (0.5).

    The smaller its distance the stronger it is. It rests on a label, or on its two links.
    """

    pair: Pair
    value: float
    distance: float
    label: int = -1
    links: tuple[Argument, ...] = ()

    @property
    def parts(self) -> tuple[Argument, ...]:
        """The arguments it consists of, itself the last."""
        return (*self.links, self)


def arguments_from(
    features: Array, labels: Sequence[Sign], *, radius: float, chains: bool, most: int
) -> tuple[Argument, ...]:
    """Answers the arguments that labels make, of those from analogy the nearest for a conclusion.

    A farther one for the same conclusion has all the attackers of the nearest and attacks no more.
    Raises: LimitExceeded past so many arguments.
    """
    nearest: dict[tuple[Pair, float], Argument] = {}
    for argument in _analogies(features, labels, radius):
        key = argument.pair, argument.value
        if key not in nearest or argument.distance < nearest[key].distance:
            nearest[key] = argument
        _check(len(nearest), most)
    found = list(nearest.values())
    if chains:
        for argument in _chains(list(nearest.values())):
            direct = nearest.get((argument.pair, argument.value))
            # A direct argument as strong has fewer parts that can be attacked.
            if direct is None or direct.distance > argument.distance:
                found.append(argument)
                _check(len(found), most)
    return tuple(found)


def _check(count: int, most: int) -> None:
    if count > most:
        raise LimitExceeded(
            f"the labels make more than {most} arguments: take a smaller radius, fewer items or "
            "labels, or chains=False"
        )


def _analogies(features: Array, labels: Sequence[Sign], radius: float) -> Iterator[Argument]:
    for place, (first, second, value) in enumerate(labels):
        ones = _around(features, first, radius)
        others = _around(features, second, radius)
        for one, far in ones:
            for other, farther in others:
                if one != other:
                    yield _directed(one, other, value, (max(far, farther), place))


def _directed(one: int, other: int, value: float, rest: tuple[float, int]) -> Argument:
    if one < other:
        return Argument((one, other), value, *rest)
    return Argument((other, one), 1.0 - value, *rest)


def _around(features: Array, item: int, radius: float) -> list[tuple[int, float]]:
    """Answers the items alike to one, each with the largest difference in any feature."""
    if features.shape[1] == 0:
        return [(item, 0.0)]
    distances = np.abs(features - features[item]).max(axis=1)
    return [(int(at), float(distances[at])) for at in np.flatnonzero(distances <= radius)]


def _chains(direct: Sequence[Argument]) -> Iterator[Argument]:
    """Yields the arguments from a strict preference and another that goes on from it."""
    below: dict[int, list[tuple[int, Argument]]] = {}
    for argument in direct:
        if argument.value != NEITHER:
            better, worse = _ends(argument)
            below.setdefault(better, []).append((worse, argument))
    for best, firsts in sorted(below.items()):
        for middle, upper in firsts:
            for worst, lower in below.get(middle, ()):
                if worst != best:
                    value = FIRST if best < worst else SECOND
                    pair = (min(best, worst), max(best, worst))
                    far = max(upper.distance, lower.distance)
                    yield Argument(pair, value, far, links=(upper, lower))


def _ends(argument: Argument) -> Pair:
    """Answers the better and the worse item of a strict preference."""
    one, other = argument.pair
    return (one, other) if argument.value == FIRST else (other, one)

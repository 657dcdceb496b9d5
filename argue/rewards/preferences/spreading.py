"""A few preference labels spread over many pairs of items, by arguments that may fail.

A label that x is preferred to y is a reason to prefer, of any two items like them, the first to
the second: an argument from analogy, the weaker the farther the items lie from those labelled.
Two strict preferences in a row make a third, an argument no stronger than its weaker link.
Arguments with different conclusions on a pair attack one another, and a link is attacked with all
that is built on it; an attack on a stronger conclusion fails. What every preferred extension
concludes is a label; what the labels pull apart on stays undecided.

[Ward22] combine preference-based argumentation with learning from human feedback in order to
generalise preferences. This is a construction of its own in that direction, along [ModgilPrakken13]
(rebuttal, weakest link); it does not reproduce their algorithm or their experiments.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

import numpy as np

from argue.errors import ArgueError
from argue.model.record import record
from argue.rewards.preferences.accepting import Conclusions, conclusions
from argue.rewards.preferences.analogies import Argument, Pair, arguments_from
from argue.rewards.preferences.comparing import FIRST, NEITHER, SECOND
from argue.rewards.ranks import Array

MOST_ARGUMENTS = 50_000
"""Most arguments that are made of one set of labels."""


@record
class Said:
    """A label: the probability, 1, 0.5 or 0, that somebody prefers the first item to the second."""

    first: int
    second: int
    preference: float = FIRST


@record
class Spread:
    """What some labels come to for pairs of items.

    `decided` holds every pair (smaller index first) that all extensions agree on, with the
    probability that its first is preferred; `undecided` the pairs on which they differ. On any
    other pair the labels are silent.
    """

    labels: tuple[Said, ...]
    decided: Mapping[Pair, float]
    undecided: frozenset[Pair]
    reasons: Mapping[Pair, tuple[Argument, ...]]

    def preference(self, first: int, second: int) -> float:
        """Answers the probability that the first item is preferred; 0.5 unless it is decided."""
        if (first, second) in self.decided:
            return self.decided[first, second]
        return 1.0 - self.decided.get((second, first), NEITHER)

    def is_silent(self, first: int, second: int) -> bool:
        """Answers whether no label says anything of a pair."""
        pair = (min(first, second), max(first, second))
        return pair not in self.decided and pair not in self.undecided

    def pairs(self) -> tuple[Array, Array]:
        """Answers the decided pairs, [pairs, 2], and their labels, [pairs] float32."""
        pairs = np.array(sorted(self.decided), dtype=np.intp).reshape(-1, 2)
        return pairs, np.array([self.decided[a, b] for a, b in pairs.tolist()], dtype=np.float32)

    def why(self, first: int, second: int) -> str:
        """Answers in a sentence why a pair is labelled as it is."""
        if self.is_silent(first, second):
            return f"No label says anything of items {first} and {second}."
        pair = (min(first, second), max(first, second))
        said = "; ".join(self._told(argument) for argument in self.reasons[pair])
        if pair in self.undecided:
            return f"Undecided, for labels pull apart: {said}."
        return f"{_relation(pair, self.decided[pair])}: {said}."

    def _told(self, argument: Argument) -> str:
        if argument.links:
            return "both " + " and ".join(_relation(x.pair, x.value) for x in argument.links)
        label = self.labels[argument.label]
        far = f"at most {argument.distance:g} away" if argument.distance else "labelled itself"
        relation = _relation((label.first, label.second), label.preference)
        return f"{relation} by label {argument.label} ({far})"


def _relation(pair: Pair, preference: float) -> str:
    if preference == NEITHER:
        return f"items {pair[0]} and {pair[1]} are alike"
    better, worse = pair if preference == FIRST else (pair[1], pair[0])
    return f"item {better} is preferred to item {worse}"


def spread(
    items: Sequence[Sequence[float]] | Array,
    labels: Iterable[Said],
    *,
    radius: float,
    chains: bool = True,
    semantics: str = "preferred",
) -> Spread:
    """Answers what a few labels come to for all pairs of items.

    `items` holds features, [items, features], in units that compare; items are alike if no
    feature differs by more than `radius`. Without `chains` preferences are carried over by
    analogy alone. `semantics` is preferred or grounded; the second decides no more and is quick.

    Raises: ArgueError for labels or items that make no sense; LimitExceeded where the radius makes
    more than MOST_ARGUMENTS arguments, or labels clash in more ways than can be gone through.
    """
    said, features = tuple(labels), np.asarray(items, dtype=float)
    _check(features, said, radius, semantics)
    signs = [(x.first, x.second, x.preference) for x in said]
    found = arguments_from(features, signs, radius=radius, chains=chains, most=MOST_ARGUMENTS)
    held: Conclusions = conclusions(found, semantics)
    reasons: dict[Pair, list[Argument]] = {}
    for argument in found:
        pair = argument.pair
        if pair in held.undecided or held.decided.get(pair) == argument.value:
            reasons.setdefault(pair, []).append(argument)
    return Spread(
        labels=said,
        decided=held.decided,
        undecided=held.undecided,
        reasons=MappingProxyType({p: _strongest(some) for p, some in reasons.items()}),
    )


def _strongest(arguments: Iterable[Argument]) -> tuple[Argument, ...]:
    """Answers the strongest argument for each conclusion on a pair."""
    best: dict[float, Argument] = {}
    for argument in sorted(arguments, key=lambda a: (a.distance, len(a.links))):
        best.setdefault(argument.value, argument)
    return tuple(best.values())


def _check(features: Array, labels: Sequence[Said], radius: float, semantics: str) -> None:
    if features.ndim != 2 or not np.isfinite(features).all():
        raise ArgueError(
            f"items of shape {features.shape} cannot be compared: give an array of items by "
            "features, all of them finite numbers"
        )
    if not radius >= 0:
        raise ArgueError(f"a radius of {radius} holds no item; write 0 or more")
    if semantics not in ("preferred", "grounded"):
        raise ArgueError(f"semantics {semantics!r}: write preferred or grounded")
    for place, label in enumerate(labels):
        if not (0 <= label.first < len(features) and 0 <= label.second < len(features)):
            raise ArgueError(f"label {place} names an item that is none of the {len(features)}")
        if label.first == label.second:
            raise ArgueError(f"label {place} compares item {label.first} with itself")
        if label.preference not in (FIRST, NEITHER, SECOND):
            raise ArgueError(
                f"label {place} says {label.preference}; write 1 (the first), 0 (the second) or "
                "0.5 (they are alike)"
            )

"""Which conclusions of arguments for preferences hold in every extension of their attack graph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from argue.errors import LimitExceeded
from argue.model.af import AF
from argue.model.record import record
from argue.rewards.preferences.analogies import Argument, Pair
from argue.semantics.tasks import enumerated

MOST_ATTACKS = 2_000_000
"""Most attacks of one set of arguments."""

MOST_CLASHING = 60
"""Most arguments that clash in one knot, of which all preferred extensions are gone through."""


@record
class Conclusions:
    """What all extensions conclude of pairs, and the pairs on which they differ."""

    decided: Mapping[Pair, float]
    undecided: frozenset[Pair]


def conclusions(arguments: Sequence[Argument], semantics: str) -> Conclusions:
    """Answers what preferred or grounded extensions of the arguments conclude.

    Raises: LimitExceeded past MOST_ATTACKS, or MOST_CLASHING under preferred semantics.
    """
    attacks = attacks_among(arguments)
    names = tuple(map(str, range(len(arguments))))
    af = AF(names, tuple(a for a, _ in attacks), tuple(b for _, b in attacks))
    (grounded,) = enumerated(af, "grounded")
    settled = frozenset(int(name) for name in grounded)
    decided = {arguments[i].pair: arguments[i].value for i in sorted(settled)}
    if semantics == "preferred":
        defeated = {b for a, b in attacks if a in settled}
        open_ = [i for i in range(len(arguments)) if i not in settled and i not in defeated]
        for group in _together(open_, attacks):
            decided |= _agreed(arguments, group, attacks)
    undecided = {argument.pair for argument in arguments} - decided.keys()
    return Conclusions(MappingProxyType(decided), frozenset(undecided))


def attacks_among(arguments: Sequence[Argument]) -> list[tuple[int, int]]:
    """Answers who attacks whom, by index: whoever concludes otherwise on a part no stronger.

    Raises: LimitExceeded past MOST_ATTACKS.
    """
    having: dict[Pair, list[tuple[int, Argument]]] = {}
    concluding: dict[Pair, list[int]] = {}
    for index, argument in enumerate(arguments):
        concluding.setdefault(argument.pair, []).append(index)
        for part in argument.parts:
            having.setdefault(part.pair, []).append((index, part))
    found: dict[tuple[int, int], None] = {}
    for pair, attackers in concluding.items():
        for index, part in having[pair]:
            for attacker in attackers:
                one = arguments[attacker]
                if one.value != part.value and one.distance <= part.distance:
                    found[attacker, index] = None
        if len(found) > MOST_ATTACKS:
            raise LimitExceeded(
                f"the arguments attack one another more than {MOST_ATTACKS} times: take a smaller "
                "radius, or chains=False"
            )
    return list(found)


def _together(members: Sequence[int], attacks: Sequence[tuple[int, int]]) -> Iterator[list[int]]:
    """Yields arguments that attacks connect, whichever way these go."""
    near: dict[int, list[int]] = {member: [] for member in members}
    for one, other in attacks:
        if one in near and other in near:
            near[one].append(other)
            near[other].append(one)
    left = dict.fromkeys(members)
    while left:
        group, pending = list[int](), [next(iter(left))]
        left.pop(pending[0])
        while pending:
            member = pending.pop()
            group.append(member)
            for other in near[member]:
                if other in left:
                    left.pop(other)
                    pending.append(other)
        yield sorted(group)


def _agreed(
    arguments: Sequence[Argument], group: Sequence[int], attacks: Sequence[tuple[int, int]]
) -> dict[Pair, float]:
    """Answers what all preferred extensions of a group conclude."""
    if len(group) > MOST_CLASHING:
        raise LimitExceeded(
            f"{len(group)} arguments clash in one knot, more than {MOST_CLASHING}: take a smaller "
            "radius, or semantics='grounded', which leaves all of them undecided"
        )
    inside = set(group)
    af = AF.of(
        [str(i) for i in group],
        [(str(a), str(b)) for a, b in attacks if a in inside and b in inside],
    )
    held = [
        {(arguments[int(i)].pair, arguments[int(i)].value) for i in extension}
        for extension in enumerated(af, "preferred")
    ]
    return dict(set[tuple[Pair, float]].intersection(*held))

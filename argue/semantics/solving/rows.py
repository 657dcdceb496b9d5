"""What a sweep over a graph has to remember of a labelling: the labels of the open arguments.

A row is one number, three bits for every slot: two for the label, one for whether the label is
founded, as an argument that is out must have an attacker that is in. Rows about some arguments
in common agree if their labels there do, and are put together by joining bits.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from types import MappingProxyType
from typing import Protocol, TypeAlias, TypeVar

IN, OUT_UNFOUNDED, OUT, FREE_UNFOUNDED, FREE, ABSENT = 1, 2, 3, 4, 5, 7
"""A member; what a member attacks; what none attacks; what is left out of account."""

REFUSED = 0
FOUNDED, LABEL, SLOT, BITS = 1, 6, 7, 3

RowType = TypeVar("RowType")


class Kind(Protocol[RowType]):
    """A manner of labelling, one argument and one attack after the other."""

    @property
    def empty(self) -> RowType:
        """The row about no argument."""
        ...

    def opened(self, row: RowType, slot: int) -> Iterable[RowType]:
        """Answers the rows in which a slot is filled, one for each label."""
        ...

    def attacked(self, row: RowType, source: int, target: int) -> RowType | None:
        """Answers the row once an attack between two slots is known; None if it cannot be."""
        ...

    def closed(self, row: RowType, slot: int) -> RowType | None:
        """Answers the row without a slot; None if the label there is not founded."""
        ...

    def labels(self, row: RowType, mask: int) -> int:
        """Answers what rows about the slots of the mask must agree in."""
        ...

    def joined(self, row: RowType, other: RowType, mask: int) -> RowType | None:
        """Answers what two rows that agree in the mask say together; None if it cannot be."""
        ...


@dataclass(frozen=True, slots=True)
class Plain:
    """Labellings under one semantics, a row being a number.

    `starts` are the labels an argument may begin with; `attacks[a << BITS | b]` is what label b
    becomes when attacked by label a, REFUSED if that cannot be.
    """

    starts: tuple[int, ...]
    attacks: tuple[int, ...]

    @property
    def empty(self) -> int:
        """See Kind."""
        return 0

    def opened(self, row: int, slot: int) -> list[int]:
        """See Kind."""
        return [row | start << BITS * slot for start in self.starts]

    def attacked(self, row: int, source: int, target: int) -> int | None:
        """See Kind."""
        old = row >> BITS * target & SLOT
        new = self.attacks[(row >> BITS * source & SLOT) << BITS | old]
        return row ^ (old ^ new) << BITS * target if new else None

    def closed(self, row: int, slot: int) -> int | None:
        """See Kind."""
        state = row >> BITS * slot & SLOT
        return row ^ state << BITS * slot if state & FOUNDED else None

    def labels(self, row: int, mask: int) -> int:
        """See Kind."""
        return row & mask

    def joined(self, row: int, other: int, mask: int) -> int | None:
        """See Kind; all who agree can be joined."""
        return row | other


CertifiedRow: TypeAlias = "tuple[int, frozenset[int]]"
"""A row of a complete labelling, and rows of the admissible sets among what it leaves free."""


class Certified:
    """Preferred labellings: complete ones that leave free no admissible set but the empty one.

    Each row carries all by which it may yet be enlarged, and is dropped once an enlargement is
    sure. Source: [BBU20] (reducts).
    """

    def __init__(self, slots: int) -> None:
        """Take how many slots there are; the bit above them says that a set has a member."""
        self._some = 1 << BITS * slots
        self._units = sum(1 << BITS * slot for slot in range(slots))
        self._outer, self._inner = KINDS["complete"], KINDS["admissible"]

    @property
    def empty(self) -> CertifiedRow:
        """See Kind."""
        return 0, frozenset([0])

    def opened(self, row: CertifiedRow, slot: int) -> list[CertifiedRow]:
        """See Kind."""
        outer, inner = row
        absent = frozenset([found | ABSENT << BITS * slot for found in inner])
        free = frozenset([new for found in inner for new in self._inner.opened(found, slot)])
        return [
            (new, free if new >> BITS * slot & LABEL == FREE & LABEL else absent)
            for new in self._outer.opened(outer, slot)
        ]

    def attacked(self, row: CertifiedRow, source: int, target: int) -> CertifiedRow | None:
        """See Kind."""
        outer = self._outer.attacked(row[0], source, target)
        if outer is None:
            return None
        found = [self._inner.attacked(inner, source, target) for inner in row[1]]
        return outer, frozenset([inner for inner in found if inner is not None])

    def closed(self, row: CertifiedRow, slot: int) -> CertifiedRow | None:
        """See Kind."""
        outer = self._outer.closed(row[0], slot)
        if outer is None:
            return None
        kept: set[int] = set()
        for inner in row[1]:
            rest = self._inner.closed(inner, slot)
            if rest is not None:
                kept.add(rest | self._some if inner >> BITS * slot & SLOT == IN else rest)
        return self._checked(outer, kept)

    def labels(self, row: CertifiedRow, mask: int) -> int:
        """See Kind."""
        return row[0] & mask

    def joined(self, row: CertifiedRow, other: CertifiedRow, mask: int) -> CertifiedRow | None:
        """See Kind."""
        groups: dict[int, list[int]] = defaultdict(list)
        for inner in other[1]:
            groups[inner & mask].append(inner)
        kept = {inner | more for inner in row[1] for more in groups.get(inner & mask, ())}
        return self._checked(row[0] | other[0], kept)

    def _checked(self, outer: int, inner: set[int]) -> CertifiedRow | None:
        """Answers the row, None if a set with a member needs nothing more to be admissible.

        Nothing more: no member is open, nothing open still has to be attacked.
        """
        for row in inner:
            if row & self._some and not (row ^ row >> 1) & ~(row >> 2) & self._units:
                return None
        # A set without a member can do nothing that the same with a member cannot.
        return outer, frozenset(
            [row for row in inner if row | self._some == row or row | self._some not in inner]
        )


def _plain(starts: tuple[int, ...], changes: Mapping[tuple[int, int], int]) -> Plain:
    """Answers the kind in which attacks change these labels and leave all others as they are."""
    pairs = product(range(SLOT + 1), range(SLOT + 1))
    return Plain(starts, tuple(changes.get((a, b), b) for a, b in pairs))


_CONFLICT_FREE: Mapping[tuple[int, int], int] = {(IN, IN): REFUSED}
_TWO_VALUED = {**_CONFLICT_FREE, (IN, OUT_UNFOUNDED): OUT}
_ADMISSIBLE = {
    **_TWO_VALUED,
    # What none attacks is attacked by no member, and attacks none: members are defended.
    **{(IN, free): REFUSED for free in (FREE_UNFOUNDED, FREE)},
    **{(free, IN): REFUSED for free in (FREE_UNFOUNDED, FREE)},
}
_COMPLETE = {
    **_ADMISSIBLE,
    # What is not out must have an attacker that is not out, or it would be defended.
    **{(free, FREE_UNFOUNDED): FREE for free in (FREE_UNFOUNDED, FREE)},
}

KINDS: Mapping[str, Plain] = MappingProxyType(
    {
        "conflict-free": _plain((IN, FREE), _CONFLICT_FREE),
        "admissible": _plain((IN, OUT_UNFOUNDED, FREE), _ADMISSIBLE),
        "complete": _plain((IN, OUT_UNFOUNDED, FREE_UNFOUNDED), _COMPLETE),
        "stable": _plain((IN, OUT_UNFOUNDED), _TWO_VALUED),
    }
)
"""The labellings that are one to one with the extensions of a semantics."""

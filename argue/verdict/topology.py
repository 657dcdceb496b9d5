"""Which options can be permitted together, and which form the top, where some favour each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from argue.verdict.settings import Labels, Pair, Settlement


def labelled(
    permitted: frozenset[str],
    undecided: frozenset[str],
    favoured: Iterable[Pair],
    *,
    options: frozenset[str],
    witness: frozenset[Settlement],
) -> Iterator[Labels]:
    """Answers the labels of a complete labelling of all options if it is preferred, else none.

    `(a, b)` in `favoured` means that permitting a defeats b.
    """
    if not undecided:
        yield Labels(permitted, witness=witness)
        return
    pairs = frozenset(favoured)
    if not defensible(undecided, pairs):
        yield Labels(permitted, undecided, undecided - top_cycle(options, pairs), witness)


def defensible(undecided: frozenset[str], favoured: frozenset[Pair]) -> bool:
    """Answers whether some undecided options could be permitted together after all.

    They could if a non-empty set of them is free of conflict and defends itself against the other
    undecided ones, `(a, b)` in `favoured` meaning that permitting a defeats b. Then the labelling
    that leaves them undecided is not preferred. Cost: exponential in the undecided options.
    """
    attacks = {(a, b) for a, b in favoured if a in undecided and b in undecided}
    names = sorted(undecided)
    for size in range(1, len(names) + 1):
        for chosen in combinations(names, size):
            inside = set(chosen)
            if any(a in inside and b in inside for a, b in attacks):
                continue
            attackers = {a for a, b in attacks if b in inside}
            if all(any((c, a) in attacks for c in inside) for a in attackers):
                return True
    return False


def top_cycle(options: frozenset[str], favoured: frozenset[Pair]) -> frozenset[str]:
    """Answers the smallest non-empty set of options each favoured over every option outside.

    Source: [Smith73], for a relation that need not be complete.
    """
    found = options
    for start in sorted(options):
        inside = {start}
        while True:
            pulled = {
                o for o in options - inside if not all((member, o) in favoured for member in inside)
            }
            if not pulled:
                break
            inside |= pulled
        if len(inside) < len(found):
            found = frozenset(inside)
    return found

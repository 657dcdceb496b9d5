"""Norms that cannot all be kept, whatever is done: the smallest sets of them."""

from __future__ import annotations

from itertools import combinations

from argue.construct.norms import breached_in, norm_questions
from argue.construct.priorities import fixed_order
from argue.model.case import Case

MOST_NORMS = 16
"""Past so many norms in force no sets are looked for."""

MOST_IN_A_SET = 4


def clashing(case: Case) -> tuple[tuple[str, ...], ...]:
    """Answers the smallest sets of norms of which every option breaches one, none ranked.

    Only norms that are in force whatever the disputed facts are, and that some option keeps; sets
    of up to MOST_IN_A_SET, all of the smallest size.
    """
    breached = {
        norm.source_id: breached_in(case, norm, {})
        for norm in case.norms.values()
        if norm.binds and not norm_questions(case, norm)
    }
    kept = {name: gone for name, gone in breached.items() if gone and len(gone) < len(case.options)}
    if not 2 <= len(kept) <= MOST_NORMS:
        return ()
    order = fixed_order(case)
    for size in range(2, min(len(kept), MOST_IN_A_SET) + 1):
        found = tuple(
            names
            for names in combinations(kept, size)
            if len(frozenset[str]().union(*(kept[name] for name in names))) == len(case.options)
        )
        if found:
            ranked = {names for names in found if any(p in order for p in _pairs(names))}
            return tuple(names for names in found if names not in ranked)
    return ()


def _pairs(names: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(a, b) for a in names for b in names if a != b]

"""Who outranks whom: priorities as declared, by rank of norms, closed under transitivity."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import product

from argue.construct.norms import permitting
from argue.construct.worlds import open_answers
from argue.errors import ArgueError
from argue.model.case import Case, ChallengeStatus, Priority, TargetKind

Order = frozenset[tuple[str, str]]


def expanded(case: Case) -> tuple[Priority, ...]:
    """Answers the priorities that can hold, `norms` written out as all norms that speak.

    A norm that permits gives no reasons that could be outranked, so what names it is left out.
    """
    norms = [norm.source_id for norm in case.norms.values()]
    permits = {norm.source_id for norm in permitting(case)}
    found: list[Priority] = []
    for priority in case.priorities:
        if open_answers(case, priority.when) is None:
            continue
        sides = [norms if s == "norms" else [s] for s in (priority.higher, priority.lower)]
        found += [
            replace(priority, higher=high, lower=low)
            for high, low in product(*sides)
            if high != low and not {high, low} & permits
        ]
    return tuple(found)


def is_open(case: Case, priority: Priority) -> bool:
    """Answers whether a priority may fall: somebody challenges it, or it hangs on a fact."""
    challenged = any(
        c.against.kind is TargetKind.PRIORITY
        and c.against.name == priority.id
        and c.status is not ChallengeStatus.REFUTED
        for c in case.challenges.values()
    )
    return challenged or bool(open_answers(case, priority.when))


def fixed_order(case: Case) -> Order:
    """Answers the closed order of the priorities that nobody challenges, ranks included.

    Raises: ArgueError if it has a cycle.
    """
    speaking = [n for n in case.norms.values() if n.binds]
    pairs = {
        (high.source_id, low.source_id)
        for high, low in product(speaking, speaking)
        if high.rank > low.rank
    }
    pairs |= {(p.higher, p.lower) for p in expanded(case) if not is_open(case, p)}
    return closed(pairs)


def closed(pairs: Iterable[tuple[str, str]]) -> Order:
    """Answers the transitive closure of an order.

    Raises: ArgueError naming the sources on a cycle.
    """
    below: dict[str, set[str]] = {}
    for high, low in pairs:
        below.setdefault(high, set()).add(low)
    reached: dict[str, set[str]] = {}
    for start in below:
        seen: set[str] = set()
        stack = [start]
        while stack:
            for low in below.get(stack.pop(), ()):
                if low not in seen:
                    seen.add(low)
                    stack.append(low)
        reached[start] = seen
    loop = sorted(source for source, seen in reached.items() if source in seen)
    if loop:
        raise ArgueError(f"priorities form a cycle through {', '.join(loop)}: drop one of them")
    return frozenset((high, low) for high, seen in reached.items() for low in seen)

"""Gradual semantics: a strength or a rank for every argument, for comparison in teaching.

No verdict rests on these: they weigh how often an argument is attacked, which says nothing about
whether it is right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from argue.errors import OutOfBudget
from argue.model.af import AF

TOLERANCE = 1e-12
"""Strengths that change by less from one round to the next are final."""

ROUNDS = 100_000
"""So many rounds bring both functions to the tolerance on any graph that fits in memory."""


def h_categoriser(af: AF) -> dict[str, float]:
    """Answers strengths in (0, 1]: one divided by one plus the sum of the attackers' strengths.

    Source: [Besnard01] for graphs without cycles; [Pu14] for all, where
    the equations have exactly one solution.
    """
    return _fixed_point(af, sum)


def max_based(af: AF) -> dict[str, float]:
    """Answers strengths in (0, 1]: one divided by one plus the strongest attacker's strength.

    Source: [Amgoud17] (without weights).
    """
    return _fixed_point(af, lambda strengths: max(strengths, default=0.0))


def discussion_counts(af: AF, argument: str, length: int) -> tuple[int, ...]:
    """Answers, for 1 to `length`, how many chains of so many attacks end at an argument.

    Chains of odd length speak against it and count positive, of even length for it and count
    negative: the discussion count of [Amgoud13]. Raises: UnknownId.
    """
    ends = {af.index_of(argument): 1}
    counts: list[int] = []
    for step in range(1, length + 1):
        before: dict[int, int] = {}
        for i, ways in ends.items():
            for attacker in af.attackers[i]:
                before[attacker] = before.get(attacker, 0) + ways
        ends = before
        counts.append(sum(ends.values()) * (1 if step % 2 else -1))
    return tuple(counts)


def discussion_ranking(af: AF) -> tuple[frozenset[str], ...]:
    """Answers the arguments in ranks, best first, by discussion counts read from short to long.

    Equal counts up to the number of arguments stay equal for ever: each count follows from as
    many before it, by a linear recurrence that is one for all arguments. Source: [Amgoud13].
    """
    ranks: dict[tuple[int, ...], set[str]] = {}
    for argument in af.arguments:
        counts = discussion_counts(af, argument, len(af))
        ranks.setdefault(counts, set()).add(argument)
    return tuple(frozenset(ranks[counts]) for counts in sorted(ranks))


def _fixed_point(af: AF, gathered: Callable[[Iterable[float]], float]) -> dict[str, float]:
    strengths: Sequence[float] = [1.0] * len(af)
    for _ in range(ROUNDS):
        new = [1 / (1 + gathered([strengths[j] for j in attackers])) for attackers in af.attackers]
        change = max((abs(a - b) for a, b in zip(strengths, new, strict=True)), default=0.0)
        # Rounds may swing around the solution; the mean of two rounds settles.
        strengths = [(a + b) / 2 for a, b in zip(strengths, new, strict=True)]
        if change < TOLERANCE:
            return dict(zip(af.arguments, strengths, strict=True))
    raise OutOfBudget(f"strengths still change after {ROUNDS} rounds; look at a smaller graph")

"""The semantics in the words of the papers: slow, plain, and what every faster way must equal.

Every function tries all sets of arguments: for graphs of up to about a dozen arguments.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, combinations
from typing import TypeAlias

from argue.model.af import AF

Extension: TypeAlias = frozenset[str]
"""A set of arguments that can be accepted together."""

Extensions: TypeAlias = frozenset[Extension]


def is_conflict_free(af: AF, members: Extension) -> bool:
    """Answers whether no member attacks a member. Source: [Dung95], Def. 5."""
    return not any(source in members and target in members for source, target in af.attacks)


def defends(af: AF, members: Extension, argument: str) -> bool:
    """Answers whether the members attack every attacker of the argument.

    The argument is then acceptable with respect to them. Source: [Dung95], Def. 6.
    """
    return all(members & set(af.attackers_of(attacker)) for attacker in af.attackers_of(argument))


def is_admissible(af: AF, members: Extension) -> bool:
    """Answers whether a conflict-free set defends all its members. Source: [Dung95], Def. 6."""
    return is_conflict_free(af, members) and all(defends(af, members, a) for a in members)


def characteristic(af: AF, members: Extension) -> Extension:
    """Answers which arguments the members defend. Source: [Dung95], Def. 16."""
    return frozenset(a for a in af.arguments if defends(af, members, a))


def range_of(af: AF, members: Extension) -> Extension:
    """Answers the members and everything they attack. Source: [Verheij96]."""
    return members | {target for member in members for target in af.attacked_by(member)}


def conflict_free(af: AF) -> Extensions:
    """Answers the sets in which no member attacks a member. Source: [Dung95], Def. 5."""
    return frozenset(s for s in _subsets(af.arguments) if is_conflict_free(af, s))


def naive(af: AF) -> Extensions:
    """Answers the maximal conflict-free sets. Source: [BDKT97]."""
    return _maximal(conflict_free(af))


def admissible(af: AF) -> Extensions:
    """Answers the conflict-free sets that defend all their members. Source: [Dung95], Def. 6."""
    return frozenset(s for s in _subsets(af.arguments) if is_admissible(af, s))


def complete(af: AF) -> Extensions:
    """Answers the admissible sets that hold whatever they defend. Source: [Dung95], Def. 23."""
    return frozenset(s for s in admissible(af) if characteristic(af, s) <= s)


def grounded(af: AF) -> Extensions:
    """Answers the least fixed point of the characteristic function. Source: [Dung95], Def. 20."""
    members: Extension = frozenset()
    while (defended := characteristic(af, members)) != members:
        members = defended
    return frozenset({members})


def preferred(af: AF) -> Extensions:
    """Answers the maximal admissible sets. Source: [Dung95], Def. 7."""
    return _maximal(admissible(af))


def stable(af: AF) -> Extensions:
    """Answers the conflict-free sets that attack every outsider. Source: [Dung95], Def. 13.

    There may be none.
    """
    return frozenset(s for s in conflict_free(af) if range_of(af, s) == frozenset(af.arguments))


def semi_stable(af: AF) -> Extensions:
    """Answers the complete extensions of maximal range. Source: [Caminada06b]."""
    return _of_maximal_range(af, complete(af))


def stage(af: AF) -> Extensions:
    """Answers the conflict-free sets of maximal range. Source: [Verheij96]."""
    return _of_maximal_range(af, conflict_free(af))


def ideal(af: AF) -> Extensions:
    """Answers the maximal admissible set inside every preferred extension. Source: [DMT07]."""
    return _maximal_admissible_within(af, preferred(af))


def eager(af: AF) -> Extensions:
    """Answers the maximal admissible set inside every semi-stable extension.

    Source: [Caminada07].
    """
    return _maximal_admissible_within(af, semi_stable(af))


def _subsets(arguments: tuple[str, ...]) -> Iterator[Extension]:
    sizes = range(len(arguments) + 1)
    return map(frozenset, chain.from_iterable(combinations(arguments, size) for size in sizes))


def _maximal(sets: Iterable[Extension]) -> Extensions:
    candidates = frozenset(sets)
    return frozenset(s for s in candidates if not any(s < other for other in candidates))


def _of_maximal_range(af: AF, sets: Extensions) -> Extensions:
    ranges = {members: range_of(af, members) for members in sets}
    maximal = _maximal(ranges.values())
    return frozenset(members for members, reached in ranges.items() if reached in maximal)


def _maximal_admissible_within(af: AF, bounds: Extensions) -> Extensions:
    return _maximal(s for s in admissible(af) if all(s <= bound for bound in bounds))

"""When one argument is weaker than another: last link or weakest link, elitist or democratic.

Source: [ModgilPrakken13], Defs. 19 to 21, in the strict form of the later, corrected version of
the paper: sets are compared by what is strictly below, never by what is merely not above.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from argue.construct.rules.derivations import Derivation
from argue.model.rules import Comparison, Principle, RuleBase, all_preferences

Weaker: TypeAlias = Callable[[Derivation, Derivation], bool]
"""Answers whether the first argument is strictly weaker than the second."""


@dataclass(frozen=True, slots=True)
class SetOrdering:
    """The strict comparison of sets of rules or premises.

    An empty set is never weaker, and every other set is weaker than it: what uses no fallible
    element at all is strongest. `preferred` holds (higher, lower), closed transitively.
    """

    preferred: frozenset[tuple[str, str]]
    comparison: Comparison

    def weaker(self, first: frozenset[str], second: frozenset[str]) -> bool:
        """Answers whether the first set is weaker than the second."""
        if not first or not second:
            return bool(first)
        if self.comparison is Comparison.ELITIST:
            return any(all((high, low) in self.preferred for high in second) for low in first)
        return all(any((high, low) in self.preferred for high in second) for low in first)


def ordering_of(base: RuleBase) -> Weaker:
    """Answers the ordering of arguments that the base's preferences and principle give.

    Raises: ArgueError if the preferences form a cycle.
    """
    sets = SetOrdering(all_preferences(base.preferences), base.comparison)
    principle = _PRINCIPLES[base.principle]
    return lambda first, second: principle(sets, first, second)


def _last_link(sets: SetOrdering, first: Derivation, second: Derivation) -> bool:
    """Answers by the last defeasible rules; where neither has one, by the fallible premises."""
    if first.last_rules or second.last_rules:
        return sets.weaker(first.last_rules, second.last_rules)
    return sets.weaker(first.fallible_premises, second.fallible_premises)


def _weakest_link(sets: SetOrdering, first: Derivation, second: Derivation) -> bool:
    """Answers by all fallible premises and all defeasible rules; both, where both matter."""
    premises = sets.weaker(first.fallible_premises, second.fallible_premises)
    rules = sets.weaker(first.defeasible_rules, second.defeasible_rules)
    if first.strict and second.strict:
        return premises
    if first.firm and second.firm:
        return rules
    return premises and rules


_PRINCIPLES: Mapping[Principle, Callable[[SetOrdering, Derivation, Derivation], bool]] = (
    MappingProxyType({Principle.LAST_LINK: _last_link, Principle.WEAKEST_LINK: _weakest_link})
)

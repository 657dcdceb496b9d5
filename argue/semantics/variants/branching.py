"""Going through the cases of an uncertain graph, and deciding only what can make a difference.

Under a directional semantics nothing matters for an argument but what leads to it by attacks, and
of that nothing behind an argument that is out whatever the rest is. So one uncertain element after
the other is decided, nearest first, and what then no longer matters is left undecided.
Source: [BaroniGiacomin07] (directionality); [LON11] (the constellation reading).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from argue.model.af import AF, Attack
from argue.semantics.table import Semantics

DIRECTIONAL = frozenset(
    {Semantics.GROUNDED, Semantics.COMPLETE, Semantics.PREFERRED, Semantics.IDEAL}
)
"""Complete-based semantics under which only what leads to an argument matters for it."""

Element: TypeAlias = "str | Attack"
"""An argument or an attack."""


Accepts: TypeAlias = Callable[[AF], bool]
"""Whether the argument is there and accepted in a graph of which all is certain."""


@dataclass(frozen=True, slots=True)
class Case:
    """What has been decided: elements that are not there, and elements that are still open."""

    gone: frozenset[Element]
    open: frozenset[Element]

    def without(self, element: Element) -> Case:
        """Answers the case in which an open element is not there."""
        return Case(self.gone | {element}, self.open - {element})

    def having(self, element: Element) -> Case:
        """Answers the case in which an open element is there."""
        return Case(self.gone, self.open - {element})


class Branching:
    """The probability that an argument is accepted, worked out over a tree of decisions."""

    def __init__(
        self, af: AF, argument: str, chances: Mapping[Element, Fraction], accepts: Accepts
    ) -> None:
        """Take the graph of all that may be there, and what answers for a certain graph."""
        self._af, self._argument = af, argument
        self._chances, self._accepts = chances, accepts
        self._attackers = {a: af.attackers_of(a) for a in af.arguments}
        self._attacked = {a: af.attacked_by(a) for a in af.arguments}
        self._known: dict[tuple[frozenset[Element], frozenset[Element]], Fraction] = {}

    def probability(self) -> Fraction:
        """Answers how probable it is that the argument is there and accepted."""
        never = frozenset(e for e, chance in self._chances.items() if not chance)
        unsure = frozenset(e for e, chance in self._chances.items() if 0 < chance < 1)
        return self._in_case(Case(never, unsure))

    def _in_case(self, case: Case) -> Fraction:
        dead = case.gone | self._surely_out(case)
        if self._argument in dead:
            return Fraction(0)
        found = list(self._leading(dead))
        matter = [element for element in found if element in case.open]
        key = frozenset(found), frozenset(matter)
        if key not in self._known:
            self._known[key] = (
                self._split(case, matter[0]) if matter else Fraction(self._accepted(found))
            )
        return self._known[key]

    def _split(self, case: Case, element: Element) -> Fraction:
        chance = self._chances[element]
        there, not_there = case.having(element), case.without(element)
        return chance * self._in_case(there) + (1 - chance) * self._in_case(not_there)

    def _accepted(self, found: list[Element]) -> bool:
        arguments = [element for element in found if isinstance(element, str)]
        attacks = [element for element in found if not isinstance(element, str)]
        return self._accepts(AF.of(arguments, attacks))

    def _leading(self, dead: frozenset[Element]) -> Iterator[Element]:
        """Answers the argument and all that leads to it, nearest first."""
        seen = [self._argument]
        met = set(seen)
        yield self._argument
        for argument in seen:
            for attacker in self._attackers[argument]:
                if attacker in dead or (attacker, argument) in dead:
                    continue
                yield attacker, argument
                if attacker not in met:
                    met.add(attacker)
                    seen.append(attacker)
                    yield attacker

    def _surely_out(self, case: Case) -> frozenset[Element]:
        """Answers the arguments that, if there, are out in every way to decide what is open.

        By counting the attackers that may be there and not out, as for the grounded labelling.
        """
        gone, unsure = case.gone, case.open
        left = {
            argument: sum(1 for a in attackers if a not in gone and (a, argument) not in gone)
            for argument, attackers in self._attackers.items()
        }
        safe = [argument for argument, count in left.items() if not count]
        out: set[Element] = set()
        for member in safe:
            if member in gone or member in unsure:
                continue
            for victim in self._attacked[member]:
                attack = (member, victim)
                if victim in out or victim in gone or attack in gone or attack in unsure:
                    continue
                out.add(victim)
                for released in self._attacked[victim]:
                    if (victim, released) not in gone:
                        left[released] -= 1
                        if not left[released]:
                            safe.append(released)
        return frozenset(out)

"""A base of rules: premises, strict and defeasible rules, what is contrary to what, preferences.

The knowledge of a structured argumentation theory, as frozen data. Statements are literals of
`argue.model.case`: an id, or `not` and the id. The id of a rule is a statement too, that the rule
applies: whoever concludes `not d1` undercuts the rule d1. Source: [ModgilPrakken13], Def. 2.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from argue.errors import ArgueError
from argue.model.case import Literal


class PremiseKind(StrEnum):
    """Whether a premise can be attacked: an axiom never, a premise, an assumption by anything.

    An attack on an ordinary premise can fail because the premise is preferred; on an assumption
    it never fails. Source: [Prakken10], which has all three kinds.
    """

    AXIOM = "axiom"
    ORDINARY = "premise"
    ASSUMPTION = "assumption"


class RuleKind(StrEnum):
    """What sort of norm a rule is: what counts as what, what is due, what is allowed.

    Source: [LSvdT19], where a stakeholder has norms of these three sorts. The kind is carried and
    reported; it gives a rule no force of its own, which is what preferences are for.
    """

    CONSTITUTIVE = "constitutive"
    REGULATIVE = "regulative"
    PERMISSIVE = "permissive"


class Principle(StrEnum):
    """Whether arguments are compared by their last defeasible rules or by all their weak links."""

    LAST_LINK = "last-link"
    WEAKEST_LINK = "weakest-link"


class Comparison(StrEnum):
    """When a set is weaker: one member below all of the other, or each below one of the other."""

    ELITIST = "elitist"
    DEMOCRATIC = "democratic"


class Rebut(StrEnum):
    """Which conclusions can be rebutted: those of defeasible rules, or all that rest on any."""

    RESTRICTED = "restricted"
    UNRESTRICTED = "unrestricted"


@dataclass(frozen=True, slots=True)
class Premise:
    """A statement that arguments may start from."""

    id: str
    literal: Literal
    kind: PremiseKind = PremiseKind.ORDINARY

    @property
    def fallible(self) -> bool:
        """Whether anything can attack it."""
        return self.kind is not PremiseKind.AXIOM


@dataclass(frozen=True, slots=True)
class Rule:
    """If the antecedents hold, so does the conclusion: always (strict) or presumably.

    `origin` is the strict rule that this one is a transposition of, None for a rule as written.
    """

    id: str
    antecedents: tuple[Literal, ...]
    conclusion: Literal
    strict: bool = False
    kind: RuleKind | None = None
    by: str | None = None
    text: str = ""
    origin: str | None = None

    @property
    def name(self) -> Literal:
        """The statement that this rule applies; its negation undercuts the rule."""
        return Literal(self.id)

    def __str__(self) -> str:
        arrow = "->" if self.strict else "=>"
        return f"{', '.join(map(str, self.antecedents))} {arrow} {self.conclusion}".lstrip()


@dataclass(frozen=True, slots=True)
class RuleBase:
    """Premises and rules, with what is contrary to what and what is preferred to what.

    `contraries` holds pairs (attacker, attacked) beside negation, which always is one; a pair
    given both ways makes two statements contradictory. `preferences` holds pairs (higher, lower)
    of ids: of defeasible rules, or of premises that are no axioms. `transposition` closes the
    strict rules under transposition before anything is argued.
    """

    premises: tuple[Premise, ...] = ()
    rules: tuple[Rule, ...] = ()
    contraries: frozenset[tuple[Literal, Literal]] = frozenset()
    preferences: tuple[tuple[str, str], ...] = ()
    principle: Principle = Principle.LAST_LINK
    comparison: Comparison = Comparison.ELITIST
    rebut: Rebut = Rebut.RESTRICTED
    transposition: bool = True

    def contraries_of(self, literal: Literal) -> frozenset[Literal]:
        """Answers the statements that attack this one: its negation and its declared contraries."""
        declared = {attacker for attacker, attacked in self.contraries if attacked == literal}
        return frozenset(declared | {negated(literal)})

    def contradictories_of(self, literal: Literal) -> frozenset[Literal]:
        """Answers the statements that attack this one and that this one attacks."""
        return frozenset(
            other for other in self.contraries_of(literal) if literal in self.contraries_of(other)
        )

    def literals(self) -> tuple[Literal, ...]:
        """Answers every statement that is written anywhere in the base, each once, in order."""
        return tuple(dict.fromkeys(self._mentions()))

    def _mentions(self) -> Iterator[Literal]:
        for premise in self.premises:
            yield premise.literal
        for rule in self.rules:
            yield from rule.antecedents
            yield rule.conclusion
        for pair in sorted(self.contraries, key=str):
            yield from pair


def negated(literal: Literal) -> Literal:
    """Answers the strong negation of a statement."""
    return Literal(literal.fact, not literal.holds)


def conflict_in(base: RuleBase, literals: Iterable[Literal]) -> tuple[Literal, Literal] | None:
    """Answers two of these statements of which the first attacks the second; None if consistent.

    Source: [ModgilPrakken13] (consistency of a set).
    """
    held = frozenset(literals)
    for literal in sorted(held, key=str):
        attackers = base.contraries_of(literal) & held
        if attackers:
            return min(attackers, key=str), literal
    return None


def all_preferences(pairs: Iterable[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """Answers the (higher, lower) pairs with all that follow from them by transitivity.

    Raises: ArgueError that names the cycle, if something comes out above itself.
    """
    below: dict[str, dict[str, None]] = {}
    for higher, lower in pairs:
        below.setdefault(higher, {})[lower] = None
    return frozenset((top, under) for top in below for under in _reached(below, top))


def _reached(below: Mapping[str, Mapping[str, None]], top: str) -> tuple[str, ...]:
    """Answers all that is below something, directly or not."""
    above: dict[str, str] = {}
    pending = [top]
    while pending:
        name = pending.pop()
        for lower in below.get(name, ()):
            if lower == top:
                raise ArgueError(
                    f"preferences form a cycle: {_path(above, top, name)} > {top}; "
                    "leave one of them out"
                )
            if lower not in above:
                above[lower] = name
                pending.append(lower)
    return tuple(above)


def _path(above: Mapping[str, str], top: str, name: str) -> str:
    names = [name]
    while names[-1] != top:
        names.append(above[names[-1]])
    return " > ".join(reversed(names))

"""Which rules people follow, inferred from what they do: desires told apart from norms.

Each rule is believed in by itself. Whoever holds a rule acts by it with a given probability and
otherwise as desired; where a rule says nothing, a choice tells nothing about it.
Source: [Oldenburg24], whose update this is; there the desires come from planning, here they are
given with each choice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import exp, fsum, inf

from argue.errors import FileError
from argue.model.study import Behaviour, Choice, Rule


@dataclass(frozen=True, slots=True)
class Belief:
    """How probable it is that a rule is held, before any choice and after each."""

    rule: Rule
    course: tuple[float, ...]
    breaches: tuple[int, ...]

    @property
    def probability(self) -> float:
        """The probability after all choices."""
        return self.course[-1]


LEAST_EXPONENT = -700
"""Of a desire further below the strongest no double can tell the share; it is taken to be this."""


def desired(choice: Choice, temperature: Fraction) -> dict[str, float]:
    """Answers how probable each act is by desire alone: Boltzmann shares of the desires."""
    top = max(choice.desires.values())
    exponents = {act: (d - top) / temperature for act, d in choice.desires.items()}
    raw = {act: exp(max(x, LEAST_EXPONENT)) for act, x in exponents.items()}
    total = fsum(raw.values())
    return {act: weight / total for act, weight in raw.items()}


def is_active(rule: Rule, choice: Choice) -> bool:
    """Answers whether a rule says something of a choice: it leaves some acts and not all."""
    if not rule.when <= choice.holds or rule.act not in choice.desires:
        return False
    return len(choice.desires) > 1


def obeys(rule: Rule, act: str) -> bool:
    """Answers whether an act is by an active rule."""
    return (act == rule.act) is rule.required


def doubt(rule: Rule, choice: Choice, desires: Mapping[str, float], obedience: float) -> float:
    """Answers how many times more probable the act is for whoever does not hold the rule.

    Infinite for an act that nobody who holds the rule would do; it does not depend on how probable
    the act itself is, and so is known where that is too little for a double.
    """
    if not is_active(rule, choice):
        return 1
    if not obeys(rule, choice.did):
        return 1 / (1 - obedience) if obedience < 1 else inf
    left = fsum(share for act, share in desires.items() if obeys(rule, act))
    return left / (obedience + (1 - obedience) * left)


def beliefs(behaviour: Behaviour) -> tuple[Belief, ...]:
    """Answers for each rule how the choices move the belief that it is held.

    Raises: FileError for a choice against a rule of which both are said to be impossible.
    """
    desires = [desired(c, behaviour.temperature) for c in behaviour.choices]
    return tuple(_belief(rule, behaviour, desires) for rule in behaviour.rules)


def _belief(rule: Rule, behaviour: Behaviour, desires: list[dict[str, float]]) -> Belief:
    course, breaches = [float(rule.prior)], list[int]()
    obedience = float(behaviour.obedience)
    for number, (choice, wanted) in enumerate(zip(behaviour.choices, desires, strict=True), 1):
        course.append(_moved(course[-1], doubt(rule, choice, wanted, obedience), number, rule))
        if is_active(rule, choice) and not obeys(rule, choice.did):
            breaches.append(number)
    return Belief(rule, tuple(course), tuple(breaches))


def _moved(before: float, doubted: float, number: int, rule: Rule) -> float:
    """Answers the belief in a rule after a choice; none moves what is certain."""
    if before < 1:
        return before / (before + (1 - before) * doubted)
    if doubted == inf:
        raise FileError(
            f"choice {number} is against the rule {rule.id}, which is said to be certainly held "
            "and always obeyed; give it a prior, or an obedience, below 1"
        )
    return before

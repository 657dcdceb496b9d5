"""Which rules people follow, inferred from what they do: desires told apart from norms.

Each rule is believed in by itself. Whoever holds a rule acts by it with a given probability and
otherwise as desired; where a rule says nothing, a choice tells nothing about it.
Source: [Oldenburg24], whose update this is; there the desires come from planning, here they are
given with each choice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp

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


def desired(choice: Choice, temperature: float) -> dict[str, float]:
    """Answers how probable each act is by desire alone: Boltzmann shares of the desires."""
    top = max(choice.desires.values())
    raw = {act: exp(float(d - top) / temperature) for act, d in choice.desires.items()}
    total = sum(raw.values())
    return {act: weight / total for act, weight in raw.items()}


def is_active(rule: Rule, choice: Choice) -> bool:
    """Answers whether a rule says something of a choice: it leaves some acts and not all."""
    if not rule.when <= choice.holds or rule.act not in choice.desires:
        return False
    return len(choice.desires) > 1


def obeys(rule: Rule, act: str) -> bool:
    """Answers whether an act is by an active rule."""
    return (act == rule.act) is rule.required


def likelihood(rule: Rule, choice: Choice, desires: Mapping[str, float], obedience: float) -> float:
    """Answers how probable the act is for somebody who holds the rule."""
    plain = desires[choice.did]
    if not is_active(rule, choice):
        return plain
    if not obeys(rule, choice.did):
        return (1 - obedience) * plain
    left = sum(share for act, share in desires.items() if obeys(rule, act))
    return obedience * plain / left + (1 - obedience) * plain


def beliefs(behaviour: Behaviour) -> tuple[Belief, ...]:
    """Answers for each rule how the choices move the belief that it is held."""
    desires = [desired(c, float(behaviour.temperature)) for c in behaviour.choices]
    return tuple(_belief(rule, behaviour, desires) for rule in behaviour.rules)


def _belief(rule: Rule, behaviour: Behaviour, desires: list[dict[str, float]]) -> Belief:
    course, breaches = [float(rule.prior)], list[int]()
    obedience = float(behaviour.obedience)
    for number, (choice, wanted) in enumerate(zip(behaviour.choices, desires, strict=True), 1):
        held = course[-1] * likelihood(rule, choice, wanted, obedience)
        free = (1 - course[-1]) * wanted[choice.did]
        course.append(held / (held + free))
        if is_active(rule, choice) and not obeys(rule, choice.did):
            breaches.append(number)
    return Belief(rule, tuple(course), tuple(breaches))

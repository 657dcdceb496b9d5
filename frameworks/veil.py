"""The veil of ignorance: what one would choose without knowing whose position one will have.

Sources: Rawls 1971, sections 24-26 (maximin); Sen 1970 (leximin); Harsanyi 1955 (the average);
for the other rules see `frameworks.veil_rules`. Which rule is followed behind the veil is where
the literature splits, so it is a parameter and every reason says it. Positions are wellbeing
before the choice plus the effect; a lottery counts as what each can expect (ex ante) or as what
may come of it (ex post), see `frameworks.outcomes`. Ex post under one draw for all, options are
compared in their worst states, or by what the rule comes to on average over states (Fleurbaey
2010).
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from argue.errors import FrameworkError
from argue.model.framework import (
    COMMON,
    Claim,
    CriticalQuestion,
    Findings,
    Framework,
    Parameter,
    View,
)
from argue.model.numbers import TOLERANCE, Number, Ops, OutsideDomain, TooLarge
from frameworks.outcomes import EX_POST, WHEN, by_state, draw, draws
from frameworks.positions import BEFORE, gains, profiles
from frameworks.veil_rules import RULES, Rule
from frameworks.welfare_functionals import Profile

WORST, EXPECTED = "worst", "expected"


def rule_of(parameters: Mapping[str, Any]) -> Rule:
    """Answers the rule that these parameters choose."""
    return RULES[parameters["rule"]]


def value(view: View, ops: Ops) -> list[Number]:
    """Answers what the rule measures first, for each option: for leximin, the worst position.

    Raises: FrameworkError where the rule needs a number that is not given, or is not defined for
    the positions.
    """
    states = [_value(seen, ops) for seen in by_state(view)]
    if view.states and view.parameters["states"] == EXPECTED:
        chances = [chance for chance, _ in view.states]
        return [
            ops.total([p * found for p, found in zip(chances, option, strict=True)])
            for option in zip(*states, strict=True)
        ]
    return [ops.smallest(option) for option in zip(*states, strict=True)]


def _value(view: View, ops: Ops) -> list[Number]:
    rule = rule_of(view.parameters)
    found: list[Number] = []
    for option, profile in zip(view.options, _seen(view, rule), strict=True):
        try:
            found.append(rule.value(profile, ops, view.parameters))
        except TooLarge as error:
            raise FrameworkError(
                f"rule {view.parameters['rule']} under {option}: {error}"
            ) from error
        except OutsideDomain as error:
            raise FrameworkError(
                f"rule {view.parameters['rule']} {rule.domain} (under {option}, {error})"
            ) from error
    return found


def _seen(view: View, rule: Rule) -> list[Profile]:
    if rule.same_people and any(cell is None for row in view.cells for cell in row):
        raise FrameworkError(
            f"rule {view.parameters['rule']} compares the same persons, but somebody is absent "
            "under some option: take rule average, total, maximin or gini"
        )
    return gains(view) if rule.of_gains else profiles(view)


def compare(view: View, ops: Ops) -> Findings:
    """Finds for each pair of options by how much the first is preferred behind the veil."""
    rule = rule_of(view.parameters)
    if rule.lead is not None:
        seen = _in_worst_state(view, ops, rule)
        return Findings(
            {(None, a, b): rule.lead(seen[a], seen[b], ops, view.parameters) for a, b in view.pairs}
        )
    values = value(view, ops)
    return Findings({(None, a, b): values[a] - values[b] for a, b in view.pairs})


def _in_worst_state(view: View, ops: Ops, rule: Rule) -> list[Profile]:
    """Answers the profile of each option in the state that the rule ranks lowest.

    Raises: FrameworkError where states are to be averaged, for such a rule gives no number.
    """
    if view.states and view.parameters["states"] == EXPECTED:
        raise FrameworkError(
            f"rule {view.parameters['rule']} only orders distributions, so that states cannot be "
            "averaged: take states: worst, or another rule"
        )
    first, *others = [_seen(state, rule) for state in by_state(view)]
    for state in others:
        first = [
            _worse(one, other, ops, rule=rule, given=view.parameters)
            for one, other in zip(first, state, strict=True)
        ]
    return first


def _worse(
    one: Profile, other: Profile, ops: Ops, *, rule: Rule, given: Mapping[str, Any]
) -> Profile:
    """Answers the worse of two profiles of the same people, the second if they are equal."""
    assert rule.lead is not None
    lead = rule.lead(one, other, ops, given)
    values = [ops.either(lead, 0, y, x) for x, y in zip(one.values, other.values, strict=True)]
    return Profile(values, one.counts)


def word(claim: Claim) -> str:
    """Puts one choice behind the veil into a sentence, which says the rule."""
    given = {name: _written(setting) for name, setting in claim.parameters.items()}
    names = {"better": claim.better, "worse": claim.worse, "margin": claim.margin}
    said = rule_of(claim.parameters).says.format(**{**given, **names})
    return f"ex post, {said}" if claim.parameters["when"] == EX_POST else said


def _written(setting: Any) -> str:
    if isinstance(setting, Fraction) and Fraction(f"{float(setting):.9g}") == setting:
        return f"{float(setting):.9g}"
    return str(setting)


def family(parameters: Mapping[str, Any]) -> str:
    """A veil that orders options as the average does, and so as welfare, counts with it."""
    neutral = rule_of(parameters).neutral
    same = neutral is not None and parameters[neutral[0]] == neutral[1]
    by_worst = draws(parameters) == COMMON and parameters["states"] == WORST
    return "welfare" if same and not by_worst else "veil"


def is_exact(parameters: Mapping[str, Any]) -> bool:
    """Answers whether the rule computes without roots or logarithms."""
    return rule_of(parameters).exact


FRAMEWORK = Framework(
    id="veil",
    title="Veil of ignorance",
    scheme="The option one would choose without knowing whose position one will occupy.",
    source="Rawls 1971; Harsanyi 1955",
    compare=compare,
    word=word,
    value=value,
    reads="general",
    levels=True,
    whole=lambda parameters: parameters["rule"] in ("leximin", "maximin"),
    family=family,
    draws=draws,
    exact=is_exact,
    unit="in position",
    parameters=(
        Parameter(
            "rule",
            "How one chooses behind the veil: "
            + "; ".join(f"{name} ({rule.doc})" for name, rule in RULES.items())
            + f". In the rules that need them {TOLERANCE}.",
            kind="choice",
            default="leximin",
            choices=tuple(RULES),
        ),
        Parameter(
            "epsilon",
            "Inequality aversion of rule atkinson: 0 the average, 1 the geometric mean, without "
            "limit the worst-off alone. Positions must be above 0.",
            default=1,
            low=0,
        ),
        Parameter(
            "kappa",
            "Inequality aversion of rule kolm_pollak, per unit of position; 0 is the average. "
            "Needed by that rule: no value suits every unit.",
            low=0,
        ),
        Parameter(
            "curve",
            "Shape of value for rules expected_utility and prioritarian: power (aversion relative "
            "to the position, which must be above 0) or exponential (the same everywhere).",
            kind="choice",
            default="power",
            choices=("power", "exponential"),
            needs=(("rule", ("expected_utility", "prioritarian")),),
        ),
        Parameter(
            "risk_aversion",
            "Aversion to risk in rule expected_utility; 0 is the average.",
            default=1,
            low=0,
        ),
        Parameter(
            "priority",
            "How much more benefits count the worse off one is, in rule prioritarian; 0: alike.",
            default=1,
            low=0,
        ),
        Parameter(
            "rank_power",
            "Weight on lower ranks in rule generalised_gini: 1 the average, 2 the Gini rule, "
            "without limit the worst-off alone.",
            default=2,
            low=1,
        ),
        Parameter(
            "discount",
            "Weight of each next better-off person against the one below, in rule "
            "rank_discounted: 1 the average, 0 the worst-off alone.",
            default=Fraction(1, 2),
            low=0,
            high=1,
        ),
        Parameter("floor", "The position nobody may fall below, in rule floor, which needs it."),
        Parameter(
            "range",
            "The largest range from lowest to highest position in rule range, which needs it.",
            low=0,
        ),
        Parameter("sufficiency", "The position that is enough, in rule sufficientarian."),
        Parameter(
            "disagreement",
            f"What rule nash measures gains from: {BEFORE} (positions before the choice) or the "
            "option people fall back on.",
            kind="text",
            default=BEFORE,
            choices=(BEFORE,),
            group="option",
        ),
        WHEN,
        draw("one draw decides for all"),
        Parameter(
            "states",
            "With draw: common, what an option comes to: worst (what it is in its worst state) or "
            "expected (its value averaged over states; not for rules that only order).",
            kind="choice",
            default=WORST,
            choices=(WORST, EXPECTED),
            assumed_with=("lottery",),
            needs=(("when", (EX_POST,)), ("draw", (COMMON,))),
        ),
    ),
    critical_questions=(
        CriticalQuestion("position_missing", "Is a position missing that one might occupy?"),
        CriticalQuestion("thickness", "Does the veil hide something that matters, or too little?"),
        CriticalQuestion("sufficiency", "Is the worst-off well above what anyone needs?"),
        CriticalQuestion("identity_loaded", "Does it turn on promises, desert or special ties?"),
    ),
)

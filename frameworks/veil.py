"""The veil of ignorance: what one would choose without knowing whose position one will have.

Sources: Rawls 1971, sections 24-26 (maximin); Sen 1970 (leximin); Harsanyi 1955 (the average);
for the other rules see `frameworks.veil_rules`. Which rule is followed behind the veil is where
the literature splits, so it is a parameter and every reason says it. Positions are wellbeing
before the choice plus the effect; a lottery counts as what each can expect (ex ante).
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from argue.errors import FrameworkError
from argue.model.framework import Claim, CriticalQuestion, Findings, Framework, Parameter, View
from argue.model.numbers import SETTLED_DIGITS, WORKING_DIGITS, Number, Ops, OutsideDomain
from frameworks import welfare_functionals as functionals
from frameworks.veil_rules import BEFORE, RULES, Rule
from frameworks.welfare_functionals import Profile

TOLERANCE = (
    f"Rules with roots or logarithms are computed to {WORKING_DIGITS} digits; options whose "
    f"values agree in the first {SETTLED_DIGITS} count as equal."
)


def positions(view: View) -> list[list[Number]]:
    """Answers for each option the position of each standpoint: level plus effect."""
    return [
        [level + cell for level, cell in zip(view.levels, row, strict=True)] for row in view.cells
    ]


def profiles(view: View) -> list[Profile]:
    """Answers for each option the positions of those who exist under it, and their numbers.

    Raises: FrameworkError if nobody does.
    """
    found: list[Profile] = []
    for option, row in zip(view.options, view.cells, strict=True):
        entries = zip(view.levels, row, view.counts, strict=True)
        here = [(level + cell, count) for level, cell, count in entries if cell is not None]
        if not here:
            raise FrameworkError(f"nobody exists under {option}, so it has no position to be in")
        found.append(Profile([value for value, _ in here], [count for _, count in here]))
    return found


def gains(view: View) -> list[Profile]:
    """Answers for each option what each standpoint gains over disagreement.

    Raises: FrameworkError if disagreement is neither `before` nor an option.
    """
    point = view.parameters["disagreement"]
    if point != BEFORE and point not in view.options:
        known = ", ".join((BEFORE, *view.options))
        raise FrameworkError(f"disagreement {point!r} is no option; write one of: {known}")
    base = [0] * len(view.counts) if point == BEFORE else view.cells[view.options.index(point)]
    return [
        Profile([cell - start for cell, start in zip(row, base, strict=True)], view.counts)
        for row in view.cells
    ]


def averages(view: View, ops: Ops) -> list[Number]:
    """Answers the average position, for each option: the value of an equal chance of each."""
    return [functionals.average(profile, ops) for profile in profiles(view)]


def worst(view: View, ops: Ops) -> list[Number]:
    """Answers the worst position, for each option."""
    return [functionals.worst(profile, ops) for profile in profiles(view)]


def rule_of(parameters: Mapping[str, Any]) -> Rule:
    """Answers the rule that these parameters choose."""
    return RULES[parameters["rule"]]


def value(view: View, ops: Ops) -> list[Number]:
    """Answers what the rule measures first, for each option: for leximin, the worst position.

    Raises: FrameworkError where the rule needs a number that is not given, or is not defined for
    the positions.
    """
    rule = rule_of(view.parameters)
    found: list[Number] = []
    for option, profile in zip(view.options, _seen(view, rule), strict=True):
        try:
            found.append(rule.value(profile, ops, view.parameters))
        except OutsideDomain as error:
            low = min(profile.values)
            raise FrameworkError(
                f"rule {view.parameters['rule']} {rule.domain} "
                f"(the lowest under {option} is {low}; {error})"
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
        seen = _seen(view, rule)
        return Findings(
            {(None, a, b): rule.lead(seen[a], seen[b], ops, view.parameters) for a, b in view.pairs}
        )
    values = value(view, ops)
    return Findings({(None, a, b): values[a] - values[b] for a, b in view.pairs})


def word(claim: Claim) -> str:
    """Puts one choice behind the veil into a sentence, which says the rule."""
    given = {name: _written(setting) for name, setting in claim.parameters.items()}
    names = {"better": claim.better, "worse": claim.worse, "margin": claim.margin}
    return rule_of(claim.parameters).says.format(**{**given, **names})


def _written(setting: Any) -> str:
    if isinstance(setting, Fraction) and Fraction(f"{float(setting):.9g}") == setting:
        return f"{float(setting):.9g}"
    return str(setting)


def family(parameters: Mapping[str, Any]) -> str:
    """A veil that orders options as the average does, and so as welfare, counts with it."""
    neutral = rule_of(parameters).neutral
    same = neutral is not None and parameters[neutral[0]] == neutral[1]
    return "welfare" if same else "veil"


def is_exact(parameters: Mapping[str, Any]) -> bool:
    """Answers whether this use computes without roots or logarithms; else `TOLERANCE` holds."""
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
    unit="in position",
    parameters=(
        Parameter(
            "rule",
            "How one chooses behind the veil: "
            + "; ".join(f"{name} ({rule.doc})" for name, rule in RULES.items())
            + f". {TOLERANCE}",
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
        ),
    ),
    critical_questions=(
        CriticalQuestion("position_missing", "Is a position missing that one might occupy?"),
        CriticalQuestion("thickness", "Does the veil hide something that matters, or too little?"),
        CriticalQuestion("sufficiency", "Is the worst-off well above what anyone needs?"),
        CriticalQuestion("identity_loaded", "Does it turn on promises, desert or special ties?"),
    ),
)

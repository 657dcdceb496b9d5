"""The rules one may follow behind the veil of ignorance, in a table that the veil reads.

Sources: Rawls 1971 (maximin); Sen 1970 (leximin); Harsanyi 1955 (the average); Frohlich and
Oppenheimer 1992 (floor and range constraints, which most of their groups chose or discussed);
for the others see `frameworks.welfare_functionals`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from argue.errors import FrameworkError
from argue.model.numbers import Number, Ops
from frameworks import welfare_functionals as functionals
from frameworks.welfare_functionals import Profile

Given = Mapping[str, Any]
"""The values of the veil's parameters."""


_EXAMPLES = {"kappa": "0.1"}
"""Parameter without a default -> a value to show the form, where it is no position."""


def _needed(given: Given, name: str) -> Number:
    if given[name] is None:
        raise FrameworkError(
            f"rule {given['rule']} needs a number that suits the unit of the case: write {name}: "
            f"{_EXAMPLES.get(name, 10)}, for example"
        )
    return given[name]


def _floor_lead(a: Profile, b: Profile, ops: Ops, given: Given) -> Number:
    """Answers by how much a leads b: on average if both keep the floor, else in keeping it."""
    floor = _needed(given, "floor")
    low_a, low_b = functionals.worst(a, ops), functionals.worst(b, ops)
    mean = functionals.average(a, ops) - functionals.average(b, ops)
    kept = ops.either(low_b, floor, mean, floor - low_b)
    broken = ops.either(low_b, floor, low_a - floor, low_a - low_b)
    return ops.either(low_a, floor, kept, broken)


def _range_lead(a: Profile, b: Profile, ops: Ops, given: Given) -> Number:
    """Answers by how much a leads b: on average if both keep the range, else in keeping it."""
    most = _needed(given, "range")
    wide_a, wide_b = functionals.spread(a, ops), functionals.spread(b, ops)
    mean = functionals.average(a, ops) - functionals.average(b, ops)
    kept = ops.either(most, wide_b, mean, wide_b - most)
    broken = ops.either(most, wide_b, most - wide_a, wide_b - wide_a)
    return ops.either(most, wide_a, kept, broken)


def _enough_lead(a: Profile, b: Profile, ops: Ops, given: Given) -> Number:
    """Answers by how much less a falls short than b, or on average if both fall short alike."""
    enough = _needed(given, "sufficiency")
    short_a = functionals.shortfall(a, ops, enough=enough)
    short_b = functionals.shortfall(b, ops, enough=enough)
    mean = functionals.average(a, ops) - functionals.average(b, ops)
    return short_b - short_a + ops.when_equal(short_a, short_b, mean)


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to choose behind the veil.

    `value` gives each option a number, higher being better; `lead`, where there is one, compares
    two options in its stead. `says` is the sentence for a choice. `neutral` names the parameter
    and its value at which the rule orders as the average does. A rule that is not `exact`
    computes with roots or logarithms; `domain` says which positions it needs. `same_people`:
    it compares person by person or rank by rank, so that everyone must exist under each option.
    """

    doc: str
    says: str
    value: Callable[[Profile, Ops, Given], Number]
    lead: Callable[[Profile, Profile, Ops, Given], Number] | None = None
    neutral: tuple[str, int | str] | None = None
    exact: bool = True
    domain: str = ""
    same_people: bool = False
    of_gains: bool = False


POSITIVE = "needs every position above 0: give levels, or take rule kolm_pollak with a kappa"
SAYS_WORTH = '"{better}" is worth {margin} more than "{worse}"'
SAYS_AHEAD = '"{better}" is {margin} ahead of "{worse}"'

RULES: dict[str, Rule] = {
    "leximin": Rule(
        "the worst-off first, then the next",
        'behind the veil "{better}" comes first: the worst-off who fare differently are {margin} '
        'better off than under "{worse}"',
        lambda profile, ops, given: functionals.worst(profile, ops),
        lambda a, b, ops, given: ops.first_rank_difference(a.values, b.values, a.counts),
        same_people=True,
    ),
    "maximin": Rule(
        "the worst-off alone",
        'behind the veil "{better}" comes first: the worst-off are {margin} better off than under '
        '"{worse}"',
        lambda profile, ops, given: functionals.worst(profile, ops),
    ),
    "average": Rule(
        "an equal chance of being anyone",
        'with an equal chance of being anyone, "{better}" promises {margin} more than "{worse}"',
        lambda profile, ops, given: functionals.average(profile, ops),
        neutral=("rule", "average"),
    ),
    "total": Rule(
        "the sum over all who exist",
        'by the sum over all who exist, "{better}" comes to {margin} more than "{worse}"',
        lambda profile, ops, given: functionals.total(profile, ops),
        neutral=("rule", "total"),
    ),
    "expected_utility": Rule(
        "an equal chance of being anyone, for someone with `risk_aversion` along `curve`",
        "with an equal chance of being anyone and risk aversion {risk_aversion} ({curve} curve), "
        + SAYS_WORTH,
        lambda profile, ops, given: functionals.equivalent(
            profile, ops, curve=given["curve"], aversion=given["risk_aversion"]
        ),
        neutral=("risk_aversion", 0),
        exact=False,
        domain=POSITIVE + " or curve: exponential",
    ),
    "prioritarian": Rule(
        "the sum of a concave value of each position, with `priority` along `curve`",
        "with benefits counting for more the worse off one is (priority {priority}, {curve} "
        'curve), "{better}" scores {margin} more than "{worse}"',
        lambda profile, ops, given: functionals.prioritarian(
            profile, ops, curve=given["curve"], priority=given["priority"]
        ),
        neutral=("priority", 0),
        exact=False,
        domain=POSITIVE + " or curve: exponential",
    ),
    "atkinson": Rule(
        "the equally distributed equivalent with inequality aversion `epsilon`",
        "by the equal position that would be as good (Atkinson, epsilon {epsilon}), " + SAYS_WORTH,
        lambda profile, ops, given: functionals.atkinson(profile, ops, epsilon=given["epsilon"]),
        neutral=("epsilon", 0),
        exact=False,
        domain=POSITIVE,
    ),
    "kolm_pollak": Rule(
        "the equally distributed equivalent with absolute inequality aversion `kappa`",
        "by the equal position that would be as good (Kolm-Pollak, kappa {kappa}), " + SAYS_WORTH,
        lambda profile, ops, given: functionals.kolm_pollak(
            profile, ops, kappa=_needed(given, "kappa")
        ),
        neutral=("kappa", 0),
        exact=False,
    ),
    "gini": Rule(
        "the average less what the Gini index takes off",
        "by the average lessened by inequality (Gini), " + SAYS_WORTH,
        lambda profile, ops, given: functionals.gini_welfare(profile, ops),
    ),
    "generalised_gini": Rule(
        "the average with more weight on lower ranks, by `rank_power`",
        "by the average weighted towards lower ranks (power {rank_power}), " + SAYS_WORTH,
        lambda profile, ops, given: functionals.rank_power(profile, ops, power=given["rank_power"]),
        neutral=("rank_power", 1),
        exact=False,
    ),
    "rank_discounted": Rule(
        "the average with each person from the worst off up weighing less, by `discount`",
        "by the average with each next better-off person discounted by {discount}, " + SAYS_WORTH,
        lambda profile, ops, given: functionals.rank_discounted(
            profile, ops, discount=given["discount"]
        ),
        neutral=("discount", 1),
        exact=False,
    ),
    "floor": Rule(
        "the highest average with nobody below `floor`; where none keeps it, the highest floor",
        "by the average with nobody below {floor}, or nearness to that floor, " + SAYS_AHEAD,
        lambda profile, ops, given: functionals.worst(profile, ops),
        _floor_lead,
    ),
    "range": Rule(
        "the highest average with a range of at most `range`; where none keeps it, the smallest",
        "by the average with a range of at most {range}, or nearness to that range, " + SAYS_AHEAD,
        lambda profile, ops, given: -functionals.spread(profile, ops),
        _range_lead,
    ),
    "nash": Rule(
        "the product of everyone's gains over `disagreement`",
        "by the product of everyone's gains over {disagreement} (geometric mean), " + SAYS_WORTH,
        lambda profile, ops, given: functionals.nash(profile, ops),
        exact=False,
        domain="needs nobody to lose against disagreement: name the option people fall back on",
        same_people=True,
        of_gains=True,
    ),
    "sufficientarian": Rule(
        "the least total shortfall from `sufficiency`, then the average",
        "by the least total shortfall from {sufficiency}, then the average, " + SAYS_AHEAD,
        lambda profile, ops, given: (
            -functionals.shortfall(profile, ops, enough=_needed(given, "sufficiency"))
        ),
        _enough_lead,
    ),
}
"""Rule id -> the rule; the first is the default."""

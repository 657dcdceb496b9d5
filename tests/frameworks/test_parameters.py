"""What the parameters of frameworks are without being given, and which numbers they refuse."""

from fractions import Fraction as F

import pytest

from argue import registry
from argue.construct.views import view
from argue.errors import CaseError
from argue.io.case import load_case
from argue.model.case import Case
from argue.model.numbers import EXACT

SHARES = {
    "rule_utilitarian.compliance": 1,
    "veil.discount": F(1, 2),
    "rejection.relevance": None,
    "rejection.allowed_weight": F(1, 2),
    "universalization.frustrated": F(1, 20),
    "precaution.credible": 0,
    "resource_rational.accuracy_rules": F(1, 2),
    "resource_rational.accuracy_universalization": F(3, 4),
    "resource_rational.accuracy_welfare": F(17, 20),
    "resource_rational.accuracy_virtual_bargaining": F(19, 20),
}
"""Shares and chances, from 0 to 1, and what each is without being given."""

AMOUNTS = {
    "veil.epsilon": 1,
    "veil.kappa": None,
    "veil.risk_aversion": 1,
    "veil.priority": 1,
    "veil.range": None,
    "rejection.at_most": None,
    "rejection.residue_above": None,
    "universalization.tau": None,
    "deontic.threshold": None,
    "priority.priority": 1,
    "wellbeing.elasticity": 1,
    "resource_rational.stakes": None,
    "resource_rational.cost": 1,
    "resource_rational.effort_rules": 1,
    "resource_rational.effort_universalization": 2,
    "resource_rational.effort_welfare": 4,
    "resource_rational.effort_virtual_bargaining": 8,
}
"""Weights, aversions, thresholds and costs, 0 or more."""

MULTIPLES = {"veil.rank_power": 2, "rejection.rights_weight": 2, "modesty.irreversible": 2}
"""How many times something counts, once or more."""

LOSSES = {"rule_utilitarian.catastrophe": None}
"""What is a loss, at most 0."""


def using(name: str, value: object) -> Case:
    kind, parameter = name.split(".")
    return load_case(
        {
            "title": "One framework",
            "options": {"a": "a", "b": "b"},
            "frameworks": [{"id": kind, parameter: value}],
        }
    )


def given(name: str, value: object) -> object:
    (use,) = using(name, value).frameworks
    return use.parameters[name.split(".")[1]]


@pytest.mark.parametrize(
    ("name", "least", "most"),
    [
        *((name, 0, 1) for name in SHARES),
        *((name, 0, None) for name in AMOUNTS),
        *((name, 1, None) for name in MULTIPLES),
        *((name, None, 0) for name in LOSSES),
    ],
)
def test_a_number_beyond_the_bounds_is_refused(name: str, least: int | None, most: int | None):
    for bound, beyond in ((least, "-1/10"), (most, "1/10")):
        if bound is None:
            assert given(name, 5 if bound is most else -5) is not None
            continue
        assert given(name, bound) == bound
        with pytest.raises(CaseError, match=name.split(".")[1]):
            using(name, str(bound + F(beyond)))


@pytest.mark.parametrize(("name", "default"), {**SHARES, **AMOUNTS, **MULTIPLES, **LOSSES}.items())
def test_what_is_not_given_is_as_the_reference_says(name: str, default: object):
    kind, parameter = name.split(".")
    assert registry.framework(kind).defaults()[parameter] == default


def test_every_number_with_a_bound_is_tested_here():
    bounded = {
        f"{name}.{parameter.name}"
        for name in registry.known_types()
        for parameter in registry.framework(name).parameters
        if (parameter.low, parameter.high) != (None, None)
    }
    assert bounded == {*SHARES, *AMOUNTS, *MULTIPLES, *LOSSES}


@pytest.mark.parametrize(
    ("use", "exact"),
    [
        *(
            ({"id": "veil", "rule": rule}, True)
            for rule in ("leximin", "maximin", "average", "gini")
        ),
        *(({"id": "veil", "rule": rule}, False) for rule in ("atkinson", "expected_utility")),
        ({"id": "veil", "rule": "kolm_pollak", "kappa": 1}, False),
        ({"id": "veil", "rule": "generalised_gini"}, False),
        ({"id": "priority"}, False),
        ({"id": "priority", "priority": 0}, True),
        ({"id": "wellbeing"}, False),
        ({"id": "wellbeing", "elasticity": 0}, True),
        ({"id": "virtual_bargaining"}, True),
        ({"id": "virtual_bargaining", "rule": "nash"}, False),
        ({"id": "welfare"}, True),
        ({"id": "rejection"}, True),
    ],
    ids=str,
)
def test_roots_and_logarithms_are_said_to_round(use: dict[str, object], exact: bool):
    """Fractions come out of fractions where it says so, and only there."""
    case = load_case(
        {
            "title": "Unequal",
            "options": {"a": "a", "b": "b"},
            "standpoints": {"p": {"level": 3}, "q": {"level": 5}},
            "payoffs": {"a": {"p": 1, "q": 2}, "b": {"p": 2, "q": 5}},
            "frameworks": [use],
        }
    )
    (read,) = case.frameworks
    kind = registry.framework(read.type)
    given = {**kind.defaults(), **read.parameters}
    assert kind.is_exact(given) == exact
    found = kind.compare(view(case, read, kind, {}), EXACT)
    both = [number for against in found.complaints.values() for row in against for number in row]
    numbers = [*found.margins.values(), *both]
    assert all(isinstance(number, F | int) for number in numbers) or not exact
    assert numbers

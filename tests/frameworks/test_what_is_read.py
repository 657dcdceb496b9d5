"""What frameworks read of a case: who compares people, and who needs to know their levels."""

import pytest

from argue import registry
from argue.analysis import analyze
from argue.construct.views import missing_data
from argue.io.case import load_case
from argue.model.case import Case
from tests.frameworks.seen import said_alone

CASE = """
title: A case with something for every framework
options:
  a: {text: A, deceives: [q], coerces: [q], uses_as_means: [q], breaches_right_of: [q]}
  b: {text: B, rests_on: [f]}
standpoints: {p: {}, q: {}}
payoffs: {a: {p: 3, q: 1}, b: {p: 1, q: 2}}
general: {a: {p: 3, q: 1}, b: {p: 1, q: 2}}
universal: {a: {all: -1, nobody: 0}, b: refrain}
influence: {a: {p: 2, q: 1}, b: {p: 1, q: 1}}
facts: {f: {status: disputed, credence: 0.5}}
norms: {n: {breached_by: [a]}}
frameworks: [%s]
"""

COMPARING = {
    *("welfare", "rule_utilitarian", "veil", "rejection", "equality", "priority", "sufficiency"),
    *("precaution", "virtual_bargaining", "wellbeing", "deontic"),
}
"""Those that weigh what one person gets against what another gets."""

ON_LEVELS = {"veil", "equality", "priority", "sufficiency", "wellbeing"}
"""Those for which it matters how well off people are, not only how they fare by the choice."""

NEEDED = {
    "sufficiency": "{id: sufficiency, sufficiency: 2}",
    "precaution": "{id: precaution, catastrophe: -1}",
    "deontic": "{id: deontic, threshold: 10}",
}
"""Parameters that have to be given, or without which nobody's numbers are compared."""

WELL = "standpoints: {p: {level: 5}, q: {level: 5}}"


def reads(name: str, *more: tuple[str, str]) -> Case:
    text = CASE % NEEDED.get(name, name)
    for old, new in more:
        assert old in text
        text = text.replace(old, new)
    return load_case(text)


def missing(case: Case) -> str:
    (use,) = case.frameworks
    return missing_data(case, use, registry.framework(use.type))


# Resource rationality judges by whichever framework it picks, and has their needs.
SPEAKING = sorted({*registry.known_types()} - {"resource_rational"})


@pytest.mark.parametrize("name", SPEAKING)
def test_who_compares_people_is_silent_where_people_cannot_be_compared(name: str):
    assert not missing(reads(name))
    apart = missing(reads(name, ("title:", "scale: {comparable: false}\ntitle:")))
    assert ("not comparable" in apart) == (name in COMPARING)


@pytest.mark.parametrize("name", SPEAKING)
def test_who_reads_how_well_off_people_are_says_so_where_no_level_is_given(name: str):
    without = [notice.code for notice in analyze(reads(name)).notices]
    assert ("W001" in without) == (name in ON_LEVELS)
    levels = ("standpoints: {p: {}, q: {}}", WELL)
    assert "W001" not in [notice.code for notice in analyze(reads(name, levels)).notices]


TWO = """
title: Three and one, or one and two
options: {a: A, b: B}
standpoints: {p: {}, q: {}}
payoffs: {a: {p: 3, q: 1}, b: {p: 1, q: 2}}
frameworks: [%s]
"""


@pytest.mark.parametrize(
    ("name", "given", "passing"),
    [
        ("welfare", "mode: {enough: 2}", {"a"}),
        ("welfare", "mode: {enough: 3/2}", {"a", "b"}),
        ("rejection", "mode: {enough: 1}", {"a"}),
        ("rejection", "mode: {enough: 2}", {"a", "b"}),
        ("equality", "mode: {enough: 1/4}", {"b"}),
        ("equality", "mode: {enough: 1/2}", {"a", "b"}),
        ("sufficiency", "sufficiency: 2, mode: {enough: 1}", {"a", "b"}),
        ("sufficiency", "sufficiency: 3, mode: {enough: 2}", {"a"}),
    ],
)
def test_enough_is_at_least_so_much_good_or_at_most_so_much_burden(
    name: str, given: str, passing: set[str]
):
    said = said_alone(TWO % f"{{id: {name}, {given}}}", name)
    expected = {"a", "b"} - passing
    assert {option for option, verdict in said.items() if verdict == "forbidden"} == expected


def test_a_parameter_bears_on_something_only_beside_those_it_needs():
    curve, rule = (
        next(p for p in registry.framework("veil").parameters if p.name == name)
        for name in ("curve", "rule")
    )
    assert rule.bears({})
    assert curve.bears({"rule": "expected_utility"})
    assert curve.bears({"rule": "prioritarian"})
    assert not curve.bears({"rule": "leximin"})
    assert not curve.bears({})

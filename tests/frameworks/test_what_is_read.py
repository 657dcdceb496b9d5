"""What frameworks read of a case: who compares people, and who needs to know their levels."""

import pytest

from argue import registry
from argue.analysis import analyze
from argue.construct.views import missing_data
from argue.errors import UnfitCase
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


SAME_PEOPLE = {
    *("welfare", "rule_utilitarian", "pareto", "rejection", "equality", "priority"),
    *("sufficiency", "virtual_bargaining", "wellbeing", "deontic", "veil"),
}
"""Those that ask what becomes of each person, so that nobody may be missing under one option."""


@pytest.mark.parametrize("name", SPEAKING)
def test_who_compares_the_same_people_refuses_one_who_is_absent(name: str):
    absent = reads(name, ("b: {p: 1, q: 2}", "b: {p: 1, q: absent}"))
    if name in SAME_PEOPLE:
        with pytest.raises(UnfitCase, match="absent under"):
            analyze(absent)
    else:
        assert analyze(absent).alone[name]


@pytest.mark.parametrize(
    ("name", "own"),
    [
        *((name, "permissible") for name in ("welfare", "pareto", "rejection", "veil", "priority")),
        ("kantian", "impermissible"),
    ],
)
def test_what_only_an_agent_would_lose_may_be_forgone_where_reasons_are_of_losses(
    name: str, own: str
):
    """Only the agent fares worse under the second option; kantian reasons are of what one wills."""
    text = CASE % name
    for old, new in (
        ("standpoints: {p: {}", "standpoints: {p: {%s}"),
        ("b: {p: 1, q: 2", "b: {p: 1, q: 1"),
    ):
        text = text.replace(old, new)
    text = text.replace("norms: {n: {breached_by: [a]}}\n", "")
    with_prerogative = analyze(load_case(text % "agent: true, prerogative: true"))
    assert with_prerogative.status("b") == own
    assert analyze(load_case(text % "agent: true")).status("b") == "impermissible"


@pytest.mark.parametrize("name", ["welfare", "rejection", "equality", "priority", "wellbeing"])
def test_who_asks_for_enough_refuses_one_who_is_absent_as_well(name: str):
    enough = CASE % f"{{id: {name}, mode: {{enough: 1}}}}"
    with pytest.raises(UnfitCase, match="absent under"):
        analyze(load_case(enough.replace("b: {p: 1, q: 2}", "b: {p: 1, q: absent}")))


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


@pytest.mark.parametrize(
    ("name", "enough", "passing"),
    [
        ("democratization", "1/10", {"b"}),
        ("democratization", "1/6", {"a", "b"}),
        ("modesty", "1", {"a", "b"}),
        ("modesty", "1/2", {"a"}),
    ],
)
def test_what_is_no_number_of_the_table_may_be_little_enough(
    name: str, enough: str, passing: set[str]
):
    """Of shares 2 and 1 the Gini index is 1/6; the second option rests on one disputed fact."""
    said = said_alone(CASE % f"{{id: {name}, mode: {{enough: {enough}}}}}", name)
    assert {option for option, verdict in said.items() if verdict != "forbidden"} == passing


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

"""Intervals: the positions are those that some numbers within the bounds give."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import replace
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from argue import registry
from argue.analysis import analyze
from argue.construct import intervals
from argue.construct.graph import graph_of
from argue.construct.sources import sources_of
from argue.construct.words import written
from argue.errors import LimitExceeded, UnfitCase
from argue.io.case import load_case
from argue.model.verdict import Outcome, Status
from argue.verdict.positions import Positions

STEPS = 4


@st.composite
def cases_with_intervals(draw: st.DrawFn) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    options = ["a", "b", "c"][: draw(st.integers(2, 3))]
    people = ["s", "t", "u"][: draw(st.integers(1, 3))]
    number = st.integers(-3, 3)
    payoffs: dict[str, dict[str, Any]] = {o: {k: draw(number) for k in people} for o in options}
    places = draw(
        st.lists(
            st.tuples(st.sampled_from(options), st.sampled_from(people)),
            min_size=1,
            max_size=2,
            unique=True,
        )
    )
    for option, person in places:
        low = draw(st.integers(-3, 2))
        payoffs[option][person] = [low, low + draw(st.integers(1, 2))]
    frameworks = st.lists(
        st.sampled_from(["welfare", "veil", "rejection"]), min_size=1, max_size=3, unique=True
    )
    case = {
        "title": "numbers within bounds",
        "options": {o: o for o in options},
        "standpoints": {
            k: {"count": draw(st.integers(1, 3)), "level": draw(st.integers(0, 3))} for k in people
        },
        "payoffs": payoffs,
        "frameworks": draw(frameworks),
    }
    if draw(st.booleans()):
        case["standpoints"][people[0]] |= {"agent": True, "cap": 2}
    return case, places


def outcomes(case: dict[str, Any]) -> set[tuple[frozenset[str], frozenset[str]]]:
    read = load_case(case)
    found = Positions(graph_of(read, sources_of(read))).found()
    return {(labels.permitted, labels.undecided) for labels in found}


@given(cases_with_intervals())
def test_no_numbers_within_the_bounds_give_another_position(
    drawn: tuple[dict[str, Any], list[tuple[str, str]]],
):
    case, places = drawn
    analysis = analyze(load_case(case))
    found = {(p.permissible, p.undecided) for p in analysis.positions}
    bounds = [case["payoffs"][o][k] for o, k in places]
    steps = [
        [low + Fraction(n * (high - low), STEPS) for n in range(STEPS + 1)] for low, high in bounds
    ]
    for numbers in product(*steps):
        concrete = deepcopy(case)
        for (option, person), number in zip(places, numbers, strict=True):
            concrete["payoffs"][option][person] = str(number)
        assert outcomes(concrete) <= found


@given(cases_with_intervals())
def test_the_point_of_every_region_gives_its_positions(
    drawn: tuple[dict[str, Any], list[tuple[str, str]]],
):
    case, places = drawn
    analysis = analyze(load_case(case))
    assume("" in analysis.case.regions)
    found = {(p.permissible, p.undecided) for p in analysis.positions}
    reached: set[tuple[frozenset[str], frozenset[str]]] = set()
    for region in range(len(analysis.case.regions[""])):
        concrete = deepcopy(case)
        for option, person in places:
            cell = analysis.case.payoffs[option][person]
            concrete["payoffs"][option][person] = str(cell.values[""][region])
        reached |= outcomes(concrete)
    assert reached == found


CASE = {
    "title": "A ban whose cost nobody knows exactly",
    "options": {"ban": "ban it", "allow": "allow it"},
    "standpoints": {"neighbour": {"count": 1}, "owner": {"count": 1}},
    "payoffs": {
        "ban": {"neighbour": 0, "owner": [-6, -2]},
        "allow": {"neighbour": -4, "owner": 0},
    },
    "frameworks": ["welfare"],
}


def test_regions_are_told_apart_by_the_sign_that_changes():
    analysis = analyze(load_case(CASE))
    assert sorted(analysis.case.regions[""]) == [
        "payoffs.ban.owner is -4",
        "payoffs.ban.owner lies between -4 and -2",
        "payoffs.ban.owner lies between -6 and -4",
    ]
    assert analysis.outcome is Outcome.CONTESTED
    assert {str(a) for a in analysis.attribution["ban"]} == {"numbers"}


def test_a_position_names_the_region_that_suffices_for_it():
    analysis = analyze(load_case(CASE))
    only_ban = next(p for p in analysis.positions if p.permissible == {"ban"})
    texts = [analysis.graph.arguments[name].text for name in only_ban.numbers]
    assert texts == ["payoffs.ban.owner lies between -4 and -2"]


def test_an_interval_that_changes_no_comparison_leaves_one_region():
    narrow = CASE | {"payoffs": CASE["payoffs"] | {"ban": {"neighbour": 0, "owner": [-3, -2]}}}
    analysis = analyze(load_case(narrow))
    assert analysis.status("ban") is Status.OBLIGATORY
    assert len(analysis.case.regions[""]) == 1


@pytest.mark.parametrize(
    ("owner", "allowed"),
    [
        # Between -3 and -2 is what the ban costs the owner, whom nobody asks as an agent,
        ({"agent": True}, "-5/2"),
        # or for whom it is no loss, since the fact is settled.
        ({"agent": True, "cap": 9}, {"if": "f", "then": -5, "else": "-5/2"}),
    ],
)
def test_what_costs_whom_nothing_is_asked_of_or_could_cost_leaves_one_region(
    owner: dict[str, Any], allowed: Any
):
    narrow = CASE | {
        "facts": {"f": {"status": "agreed"}},
        "standpoints": {"neighbour": {}, "owner": owner},
        "payoffs": {
            "ban": {"neighbour": 0, "owner": [-3, -2]},
            "allow": {"neighbour": -4, "owner": allowed},
        },
    }
    analysis = analyze(load_case(narrow))
    assert analysis.status("ban") is Status.OBLIGATORY
    assert len(analysis.case.regions[""]) == 1


def test_bounds_of_a_general_practice_alone_cost_no_agent_anything():
    person = {"neighbour": {}, "owner": {"agent": True, "cap": 1}}
    general = CASE | {"standpoints": person, "frameworks": ["rule_utilitarian"]}
    general["general"] = general.pop("payoffs")
    assert sorted(analyze(load_case(general)).case.regions[""]) == [
        "general.ban.owner is -4",
        "general.ban.owner lies between -4 and -2",
        "general.ban.owner lies between -6 and -4",
    ]


def test_the_example_of_a_region_is_what_stands_for_it_and_lies_in_it():
    apart = CASE | {
        "options": {"ban": "ban it"},
        "payoffs": {"ban": {"neighbour": [0, 3], "owner": [0, 3]}},
        "frameworks": [{"id": "equality", "measure": "range", "mode": {"enough": 1}}],
    }
    analysis = analyze(load_case(apart))
    row, regions = analysis.case.payoffs["ban"], analysis.case.regions[""]
    found = [(row["neighbour"].values[""][n], row["owner"].values[""][n]) for n in range(2)]
    assert [text.partition(", for example ")[2] for text in regions] == [
        f"payoffs.ban.neighbour = {written(one)} and payoffs.ban.owner = {written(other)}"
        for one, other in found
    ]
    assert sorted(abs(one - other) <= 1 for one, other in found) == [False, True]


def test_the_same_cell_of_both_tables_is_one_unknown():
    rules = CASE | {"frameworks": ["welfare", "rule_utilitarian"]}
    analysis = analyze(load_case(rules))
    assert len(analysis.case.regions[""]) == 3
    assert {"numbers"} == {str(a) for a in analysis.attribution["ban"]}


def test_another_cell_in_the_other_table_is_an_unknown_of_its_own():
    general = {"general": {"ban": {"owner": [-3, -1]}}}
    analysis = analyze(load_case(CASE | general | {"frameworks": ["rule_utilitarian"]}))
    assert analysis.status("ban") is Status.OBLIGATORY
    both = analyze(load_case(CASE | general | {"frameworks": ["welfare", "rule_utilitarian"]}))
    assert set(both.case.regions[""]) == set(analyze(load_case(CASE)).case.regions[""])
    assert both.alone["rule_utilitarian"]["ban"] == "required"


def test_regions_are_told_apart_in_every_way_disputed_facts_may_fall():
    cell = {"if": "f", "then": -3, "else": -5}
    payoffs = CASE["payoffs"] | {"allow": {"neighbour": cell, "owner": 0}}
    case = CASE | {"payoffs": payoffs, "facts": {"f": {"status": "disputed"}}}
    assert sorted(analyze(load_case(case)).case.regions[""]) == [
        "payoffs.ban.owner is -3",
        "payoffs.ban.owner is -5",
        "payoffs.ban.owner lies between -3 and -2",
        "payoffs.ban.owner lies between -5 and -3",
        "payoffs.ban.owner lies between -6 and -5",
    ]


def test_too_many_regions_are_an_outer_bound_that_says_so(monkeypatch: pytest.MonkeyPatch):
    case = CASE | {
        "standpoints": {"neighbour": {"count": 1, "level": 3}, "owner": {"count": 2}},
        "payoffs": {
            "ban": {"neighbour": 0, "owner": [-6, 2]},
            "allow": {"neighbour": [-6, 2], "owner": 0},
        },
        "frameworks": ["welfare", {"id": "veil", "rule": "maximin"}],
    }
    exact = analyze(load_case(case))
    assert "W010" not in {n.code for n in exact.notices}
    monkeypatch.setattr(intervals, "MOST_REGIONS", 6)
    outer = analyze(load_case(case))
    assert "W010" in {n.code for n in outer.notices}
    assert set(outer.case.regions) == {"welfare", "veil"}
    assert {p.permissible for p in exact.positions} <= {p.permissible for p in outer.positions}


def test_one_framework_alone_with_too_many_regions_is_named(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(intervals, "MOST_REGIONS", 2)
    named = "leave welfare more than 2 ways .* on 1 interval .payoffs.ban.owner.: narrow it"
    with pytest.raises(LimitExceeded, match=named):
        analyze(load_case(CASE))
    monkeypatch.setattr(intervals, "MOST_REGIONS", 3)
    assert len(analyze(load_case(CASE)).case.regions[""]) == 3


def test_as_many_regions_as_there_may_be_are_not_what_is_too_many(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(intervals, "MOST_REGIONS", 2)
    monkeypatch.setattr(intervals, "MOST_RUNS", 2)
    with pytest.raises(LimitExceeded, match="more parts to tell apart than 2 runs"):
        analyze(load_case(CASE))


@pytest.mark.parametrize(("most", "named"), [(2, "payoffs.d.p"), (1, "1 more")])
def test_a_refusal_names_what_it_hangs_on_and_nothing_else_what_is_cut_most_first(
    monkeypatch: pytest.MonkeyPatch, most: int, named: str
):
    monkeypatch.setattr(intervals, "MOST_REGIONS", 2)
    monkeypatch.setattr(intervals, "MOST_NAMED", most)
    wide = CASE | {
        "options": dict.fromkeys("abcd", "do it"),
        "standpoints": {"p": {}},
        "payoffs": {"a": {"p": [0, 10]}, "b": {"p": 3}, "c": {"p": 5}, "d": {"p": [6, 7]}},
        "general": {"a": {"p": [1, 2]}},
        "frameworks": ["welfare", "rule_utilitarian"],
    }
    hangs = (
        rf"leave welfare more than .* on 2 intervals \(payoffs\.a\.p and {named}\), most on the "
        "first: narrow it, now from 0 to 10"
    )
    with pytest.raises(LimitExceeded, match=hangs):
        analyze(load_case(wide))


WIDE = """
title: More numbers that nobody knows than can be told apart
options: {a: A, b: B, c: C}
standpoints: {p: {}, q: {}, r: {}}
payoffs:
  a: {p: [0, 10], q: 3, r: 4}
  b: {p: 5, q: [0, 10], r: 2}
  c: {p: 4, q: 4, r: [0, 10]}
frameworks: [welfare, rejection]
"""


def test_too_many_ways_of_one_source_are_refused_with_what_they_hang_on():
    with pytest.raises(LimitExceeded) as refused:
        analyze(load_case(WIDE))
    told = re.fullmatch(
        "the intervals leave rejection more than [0-9]+ ways to compare the options, too many to "
        r"tell apart; they hang on 3 intervals \((.*)\), most on the first: narrow it, now from 0 "
        "to 10, or write numbers",
        str(refused.value),
    )
    assert told is not None
    named = re.split(", | and ", told[1])
    assert sorted(named) == ["payoffs.a.p", "payoffs.b.q", "payoffs.c.r"]


def test_a_refusal_names_some_of_many_intervals_and_counts_the_rest():
    people = [f"s{n}" for n in range(8)]
    payoffs = {"a": dict.fromkeys(people, [0, 10]), "b": dict.fromkeys(people, 5)}
    wide = CASE | {
        "options": {"a": "A", "b": "B"},
        "standpoints": {name: {} for name in people},
        "payoffs": payoffs,
        "frameworks": ["rejection"],
    }
    with pytest.raises(LimitExceeded, match=r"hang on 8 intervals \(.*,.*,.*,.*,.* and 2 more\)"):
        analyze(load_case(wide))


def test_an_interval_under_a_rule_that_is_not_linear_is_refused():
    rooted = CASE | {"frameworks": [{"id": "veil", "rule": "nash"}]}
    rooted["standpoints"] = {"neighbour": {"level": 10}, "owner": {"level": 10}}
    with pytest.raises(LimitExceeded, match="linear"):
        analyze(load_case(rooted))


ANSWERED = """
title: Whose answer counts hangs on a number
options: {a: A, b: B}
standpoints:
  k: {}
  m: {agent: true, prerogative: true}
  first: {agent: true, prerogative: true}
  second: {}
payoffs:
  a: {k: 3, m: 10, first: 0, second: 0}
  b: {k: 0, m: 0, first: 12, second: %s}
frameworks: [{id: rejection, ties: none}]
challenges:
- id: doubt
  status: accepted
  because: said so
  against: {reply: {framework: rejection, by: first, better: a, worse: b}}
"""
"""Where the strongest answer to k's complaint is taken away, the second one's must be looked at.

What m and the first lose is for them alone to accept, so that only k's complaint decides.
"""


def test_bounds_are_told_apart_by_a_weaker_answer_where_the_strongest_is_challenged():
    alone = {given: analyze(load_case(ANSWERED % given)).statuses for given in ("2", "3", "[1, 4]")}
    assert alone["2"] == {"a": Status.OBLIGATORY, "b": Status.IMPERMISSIBLE}
    assert alone["3"] == {"a": Status.PERMISSIBLE, "b": Status.PERMISSIBLE}
    assert alone["[1, 4]"] == {"a": Status.PERMISSIBLE, "b": Status.CONTESTED}
    # An answer that is just as strong is one, and so it stays whatever else is challenged.
    aside = "- {id: aside, status: refuted, because: said so, against: {source: rejection}}\n"
    for text, bounds in ((ANSWERED, "[1, 3]"), (ANSWERED + aside, "[2, 3]")):
        assert analyze(load_case(text % bounds)).statuses == alone["[1, 4]"]


BETWEEN = """
title: Bounds that a border lies between
options: {a: A, b: B}
standpoints: {p: {agent: true%s}, q: {}}
payoffs: {a: {p: %s, q: 9}, b: {p: 0, q: 0}}
frameworks: [%s]
"""


@pytest.mark.parametrize(
    ("agent", "bounds", "framework", "first", "last"),
    [
        # Enough is 5 on average: a has it from -4+... up, b never.
        ("", ("-3", "3"), "{id: welfare, mode: {enough: 5}}", "permissible", "obligatory"),
        # What is asked of the agent is too much from 4 on.
        (", cap: 4", ("-3", "-5"), "welfare", "obligatory", "permissible"),
        ("", ("-8", "-10"), "welfare", "obligatory", "impermissible"),
    ],
)
def test_bounds_are_told_apart_where_the_verdict_changes(agent, bounds, framework, first, last):
    between = f"[{min(bounds, key=int)}, {max(bounds, key=int)}]"
    found = [
        analyze(load_case(BETWEEN % (agent, number, framework))).statuses
        for number in (*bounds, between)
    ]
    assert [str(statuses["a"]) for statuses in found[:2]] == [first, last]
    assert Status.CONTESTED in found[2].values()


RESIDUE = """
title: A complaint that is grave in part of the bounds
options: {a: A, b: B}
standpoints: {p: {}, q: {}}
payoffs: {a: {p: 0, q: %s}, b: {p: 5, q: 0}}
frameworks: [{id: rejection, residue_above: 2}]
"""


@pytest.mark.parametrize("mode", ["", ", mode: {enough: 1}"])
@pytest.mark.parametrize(
    ("number", "everywhere"),
    [
        *(("2", False), ("3", True), ("[3, 4]", True)),
        *(("[1, 4]", False), ("[1, 2]", False), ("[3/2, 4]", False), ("[2, 3]", False)),
    ],
)
def test_a_complaint_against_every_option_is_left_over_if_it_is_grave_within_all_bounds(
    number: str, everywhere: bool, mode: str
):
    text = RESIDUE.replace("above: 2", f"above: 2{mode}")
    assert bool(analyze(load_case(text % number)).residue) == everywhere


def test_where_complaints_are_not_measured_none_is_left_over(monkeypatch: pytest.MonkeyPatch):
    silent = replace(registry.framework("rejection"), value=None)
    monkeypatch.setattr(registry, "framework", lambda name: silent)
    assert not analyze(load_case(RESIDUE % "[3, 4]")).residue


def test_a_prerogative_is_looked_at_only_where_a_source_is_about_losses():
    case = load_case(
        {
            "title": "A prerogative beside a source that is about no losses",
            "options": {"a": "A", "b": "B"},
            "standpoints": {"me": {"agent": True, "prerogative": True}, "you": {}},
            "payoffs": {"a": {"me": 0, "you": [-1, 5]}, "b": {"me": 1, "you": 1}},
            "universal": {"a": "refrain", "b": "refrain"},
            "frameworks": ["rejection", "universalization"],
        }
    )
    found = analyze(case)
    assert len(found.case.regions[""]) > 1
    assert found.statuses == {"a": Status.CONTESTED, "b": Status.CONTESTED}


@pytest.mark.parametrize("use", ["welfare", {"id": "u", "type": "humanity", "wrongs": []}])
def test_what_a_framework_cannot_judge_is_an_error_of_the_case_with_intervals_too(use: Any):
    given = {
        "title": "Somebody is absent",
        "options": {"a": "A", "b": "B"},
        "standpoints": {"k": {}, "m": {}},
        "payoffs": {"a": {"k": "absent", "m": [0, 5]}, "b": {"k": 1, "m": 2}},
        "frameworks": [use],
    }
    with pytest.raises(UnfitCase, match="C061"):
        analyze(load_case(given))

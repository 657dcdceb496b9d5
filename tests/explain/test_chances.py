"""Uncertainty kept apart: chances by facts, and what holds of numbers within bounds."""

from __future__ import annotations

from copy import deepcopy
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from argue.analysis import analyze
from argue.cli.exits import Exit
from argue.cli.main import main
from argue.errors import LimitExceeded
from argue.explain.bounded import bounded
from argue.io.case import load_case
from argue.model.verdict import Status
from argue.verdict import chances as module
from argue.verdict import completions as bounds
from argue.verdict.chances import chances
from argue.verdict.completions import completions
from argue.verdict.schema import analysis_schema
from tests.laws.cases import ALL, SOME, documents

VALIDATOR = Draft202012Validator(analysis_schema())


def test_the_chances_of_the_mask_case_are_the_credence_of_the_surge():
    found = chances(analyze(load_case("mask-mandate-exemptions")))
    seven, three = Fraction(7, 10), Fraction(3, 10)
    assert found.credences == {"surge": seven}
    assert found.error == 0
    assert found.options["exempt"] == {Status.OBLIGATORY: seven, Status.CONTESTED: three}
    assert found.options["mandate"] == {Status.IMPERMISSIBLE: 1}


@SOME
@given(documents(ALL, options=(2, 3), people=(1, 2), sources=3), st.data())
def test_chances_are_those_of_cases_with_settled_facts(
    document: dict[str, Any], data: st.DataObject
):
    facts = document.get("facts", {})
    assume(facts)
    for fact in facts.values():
        fact["status"] = "disputed"
        fact.pop("lean", None)
        fact["credence"] = data.draw(st.sampled_from(("1/4", "1/2", "1")))
    case = load_case(document)
    found = chances(analyze(case))
    expected: dict[str, dict[Status, Fraction]] = {option: {} for option in case.options}
    ways: list[tuple[dict[str, bool], Fraction]] = [({}, Fraction(1))]
    for fact in facts:
        credence = Fraction(facts[fact]["credence"])
        ways = [
            ({**held, fact: holds}, weight * (credence if holds else 1 - credence))
            for held, weight in ways
            for holds in (True, False)
        ]
    for held, weight in ways:
        for option, status in analyze(case, facts=held).statuses.items() if weight else ():
            before = expected[option].get(status, Fraction(0))
            expected[option][status] = before + weight
    assert found.options == expected


def test_a_fact_without_a_credence_stays_open():
    document = {
        "title": "Two facts",
        "options": {"a": "a", "b": "b"},
        "standpoints": {"p": {}},
        "facts": {
            "f": {"status": "disputed", "credence": "1/3"},
            "g": {"status": "disputed"},
        },
        "payoffs": {
            "a": {"p": {"if": "f", "then": 2, "else": {"if": "g", "then": 2, "else": 0}}},
            "b": {"p": 1},
        },
        "frameworks": ["welfare"],
    }
    found = chances(analyze(load_case(document)))
    assert found.left_open == ("g",)
    third = Fraction(1, 3)
    assert found.options["a"] == {Status.OBLIGATORY: third, Status.CONTESTED: 1 - third}
    assert any("Left open" in sentence for sentence in found.sentences)


def test_beyond_a_dozen_facts_ways_are_drawn_and_the_error_is_told(
    monkeypatch: pytest.MonkeyPatch,
):
    analysis = analyze(load_case("mask-mandate-exemptions"))
    exact = chances(analysis).options["exempt"][Status.OBLIGATORY]
    monkeypatch.setattr(module, "MOST_EXACT", 0)
    found = chances(analysis)
    assert found.judged == module.SAMPLES
    assert 0 < found.error < Fraction(4, 100)
    assert abs(found.options["exempt"][Status.OBLIGATORY] - exact) <= found.error
    assert any("95 per cent" in sentence for sentence in found.sentences)
    assert chances(analysis) == found


def test_an_analysis_as_data_holds_its_chances_and_only_where_there_are_credences():
    data = analyze(load_case("mask-mandate-exemptions")).to_dict()
    VALIDATOR.validate(data)
    chances_told: Any = data["chances"]
    assert chances_told["credences"] == {"surge": "7/10"}
    assert chances_told["options"]["exempt"] == {"obligatory": "7/10", "contested": "3/10"}
    assert (chances_told["judged"], chances_told["error"]) == (2, "0")
    assert data["completions"] is None
    assert analyze(load_case("tax")).to_dict()["chances"] is None
    settled = analyze(load_case("mask-mandate-exemptions"), facts={"surge": True}).to_dict()
    assert settled["chances"] is None


def test_an_analysis_as_data_holds_what_holds_for_every_number_within_bounds(
    monkeypatch: pytest.MonkeyPatch,
):
    data = analyze(load_case(BAN)).to_dict()
    VALIDATOR.validate(data)
    told: Any = data["completions"]
    found = completions(analyze(load_case(BAN)))
    assert found is not None
    assert told["kind"] == "exact"
    assert told["every"] == {option: str(status) for option, status in found.every.items()}
    assert set(told["some"]["ban"]) == {"obligatory", "permissible", "impermissible"}
    monkeypatch.setattr(bounds, "MOST_REGIONS", 1)
    data = analyze(load_case(BAN)).to_dict()
    VALIDATOR.validate(data)
    told = data["completions"]
    assert told["kind"] is None
    assert "narrow some of their bounds" in told["missing"]


def test_a_short_report_tells_how_sure_it_is_only_where_that_is_known(
    capsys: pytest.CaptureFixture[str],
):
    assert main(["analyze", "mask-mandate-exemptions"]) == Exit.DONE
    out = capsys.readouterr().out
    assert "How sure this is" in out
    assert '"mandate" is impermissible with probability 1.' in out
    assert main(["analyze", "tax"]) == Exit.DONE
    assert "How sure this is" not in capsys.readouterr().out


def test_a_case_without_credences_says_so():
    found = chances(analyze(load_case("tax")))
    assert found.sentences == ("No disputed fact with a credence bears on the verdict.",)


BAN: dict[str, Any] = {
    "title": "A ban whose cost nobody knows exactly",
    "options": {"ban": "ban it", "allow": "allow it"},
    "standpoints": {"neighbour": {"level": 10}, "owner": {"level": 10}},
    "payoffs": {"ban": {"neighbour": 0, "owner": [-6, -2]}, "allow": {"neighbour": -4, "owner": 0}},
    "frameworks": ["welfare"],
}


def test_what_holds_for_some_completion_has_a_region_where_it_does():
    found = completions(analyze(load_case(BAN)))
    assert found is not None
    assert found.kind == "exact"
    assert found.every == {}
    assert found.some["ban"] == {
        Status.IMPERMISSIBLE: "payoffs.ban.owner lies between -6 and -4",
        Status.PERMISSIBLE: "payoffs.ban.owner is -4",
        Status.OBLIGATORY: "payoffs.ban.owner lies between -4 and -2",
    }


def test_what_holds_for_every_completion_is_told_and_known_numbers_have_none():
    narrow = deepcopy(BAN)
    narrow["payoffs"]["ban"]["owner"] = [-3, -2]
    found = completions(analyze(load_case(narrow)))
    assert found is not None
    assert found.every == {"ban": Status.OBLIGATORY, "allow": Status.IMPERMISSIBLE}
    assert completions(analyze(load_case("tax"))) is None


def test_under_a_rule_with_roots_a_sound_bound_is_given_and_called_so():
    rooted = deepcopy(BAN)
    rooted["frameworks"] = [{"id": "veil", "rule": "atkinson", "epsilon": 1}]
    with pytest.raises(LimitExceeded):
        analyze(load_case(rooted))
    open_ = bounded(load_case(rooted))
    assert open_ is not None
    assert (open_.kind, open_.every) == ("bound", {})
    rooted["payoffs"]["ban"]["owner"] = [-3, -2]
    found = bounded(load_case(rooted))
    assert found is not None
    assert found.every["ban"] is Status.OBLIGATORY
    for number in (-3, "-5/2", -2):
        rooted["payoffs"]["ban"]["owner"] = number
        assert analyze(load_case(rooted)).statuses == found.every
    assert bounded(load_case("tax")) is None


@SOME
@given(st.data())
def test_a_bound_holds_of_every_completion(data: st.DataObject):
    number = st.integers(-3, 3)
    document: dict[str, Any] = {
        "title": "drawn",
        "options": {"a": "a", "b": "b"},
        "standpoints": {k: {"level": 2} for k in "pq"},
        "payoffs": {o: {k: data.draw(number) for k in "pq"} for o in "ab"},
        "frameworks": data.draw(
            st.lists(st.sampled_from(["welfare", "veil", "rejection"]), min_size=1, unique=True)
        ),
    }
    least = data.draw(number)
    most = least + data.draw(st.integers(0, 2))
    document["payoffs"]["a"]["p"] = [least, most] if most > least else least
    found = bounded(load_case(document))
    assume(found is not None)
    assert found is not None
    for step in range(5):
        document["payoffs"]["a"]["p"] = str(least + Fraction(step * (most - least), 4))
        statuses = analyze(load_case(document)).statuses
        assert {o: statuses[o] for o in found.every} == dict(found.every)

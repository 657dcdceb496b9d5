"""Differences: they name what changed, and the arguments at which the change began."""

import json
import re

import pytest
from hypothesis import assume, given

from argue.analysis import analyze
from argue.explain.difference import difference, difference_of
from argue.explain.saved import read_saved
from argue.explain.seen import seen
from argue.io.case import load_case
from argue.report import render
from tests.laws.cases import ALL, SOME, documents
from tests.laws.drawing import Document


@SOME
@given(documents(ALL, options=(2, 3), people=(1, 2), sources=2))
def test_every_status_that_changed_is_told_with_arguments_that_changed(document: Document):
    challenges = document.get("challenges", ())
    assume(not any("priority" in challenge["against"] for challenge in challenges))
    first = analyze(load_case(document))
    second = analyze(load_case({**document, "priorities": []}), frameworks=())
    found = difference(first, second)
    changed = {*found.added, *found.removed, *(m.name for m in found.through)}
    assert {m.name for m in found.statuses} == {
        o for o in first.statuses if first.statuses[o] != second.statuses[o]
    }
    for moved in found.statuses:
        assert set(moved.through) <= changed
    assert set(found.unchanged) == set(first.statuses) - {m.name for m in found.statuses}
    assert set(found.texts) == {*found.added, *found.removed}
    assert bool(difference(second, second)) is False


def test_a_settled_fact_is_where_the_change_began():
    case = load_case("mask-mandate-exemptions")
    found = difference(analyze(case), analyze(case, facts={"surge": True}))
    moved = {m.name: m for m in found.statuses}
    assert set(moved) == {"exempt", "voluntary"}
    assert "fact:surge" in moved["exempt"].through[:2]
    assert "through [fact:" in " ".join(found.sentences)


def test_an_argument_that_only_loses_a_condition_did_not_come_and_go():
    case = load_case("mask-mandate-exemptions")
    found = difference(analyze(case), analyze(case, facts={"surge": True}))
    moved = {m.name: m for m in found.conditions}
    name = "reason:welfare:exempt>voluntary"
    assert (moved[name].was, moved[name].now) == (f"[{name}@surge]", f"[{name}]")
    told = [s for s in found.sentences if s.startswith(("+ ", "- ")) and s.endswith(f"{name}]")]
    assert not told
    for m in found.conditions:
        ids = {*re.findall(r"\[([^]]+)\]", m.was), *re.findall(r"\[([^]]+)\]", m.now)}
        assert ids <= {*found.added, *found.removed}


def test_an_argument_that_says_something_else_is_told():
    text = load_case("mask-mandate").written
    found = difference(
        analyze(load_case(text)), analyze(load_case(text.replace("then: -8", "then: -9")))
    )
    assert not found.statuses
    (restated,) = (m for m in found.restated if m.name == "reason:veil:continue>end")
    assert restated.was != restated.now
    assert any(
        s.startswith("~ now: ") and s.endswith(" [reason:veil:continue>end]")
        for s in found.sentences
    )


@pytest.mark.parametrize("audience", ["", "analyst"])
def test_a_saved_analysis_or_report_differs_in_nothing_from_a_fresh_one(audience: str):
    analysis = analyze(load_case("windfall-sharing"))
    text = render(analysis, "json", audience) if audience else json.dumps(analysis.to_dict())
    assert not difference_of(read_saved(text).seen, seen(analysis.to_dict()))


def test_objections_are_left_out_beside_their_reasons():
    case = load_case("mask-mandate")
    found = difference(analyze(case), analyze(case, frameworks=("veil",)))
    assert any(name.startswith("objection:") for name in found.removed)
    assert not any("objection:" in sentence for sentence in found.sentences)

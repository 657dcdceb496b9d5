"""Differences: they name what changed, and the arguments at which the change began."""

import json

import pytest
from hypothesis import given

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
    first = analyze(load_case(document))
    second = analyze(load_case({**document, "priorities": []}), frameworks=())
    found = difference(first, second)
    changed = {*found.added, *found.removed, *(m.name for m in found.through)}
    assert {m.name for m in found.statuses} == {
        o for o in first.statuses if first.statuses[o] != second.statuses[o]
    }
    for moved in found.statuses:
        assert set(moved.through) <= changed
    assert bool(difference(second, second)) is False


def test_a_settled_fact_is_where_the_change_began():
    case = load_case("mask-mandate-exemptions")
    found = difference(analyze(case), analyze(case, facts={"surge": True}))
    moved = {m.name: m for m in found.statuses}
    assert set(moved) == {"exempt", "voluntary"}
    assert "fact:surge" in moved["exempt"].through[:2]
    assert "through fact:" in " ".join(found.sentences)


def test_an_argument_that_says_something_else_is_told():
    text = load_case("mask-mandate").written
    found = difference(
        analyze(load_case(text)), analyze(load_case(text.replace("then: -8", "then: -9")))
    )
    assert not found.statuses
    (restated,) = (m for m in found.restated if m.name == "reason:veil:continue>end")
    assert restated.was != restated.now
    assert any(s.startswith("~ reason:veil:continue>end says now: ") for s in found.sentences)


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

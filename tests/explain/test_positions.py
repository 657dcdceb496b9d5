"""Why a position holds together: a sound support for every option that it decides."""

import pytest
from hypothesis import given

from argue.analysis import analyze
from argue.errors import ArgueError, UnknownId
from argue.explain.circumstances import closure, ground_of
from argue.explain.positions import position_ids, position_of
from argue.explain.sufficient import Claim, suffices
from argue.explain.why import why
from argue.io.case import load_case
from argue.model.verdict import Label
from argue.verdict.result import Analysis
from tests.laws.cases import ALL, SOME, documents


def is_explained(analysis: Analysis, target: str) -> None:
    position = position_of(analysis, target)
    found = why(analysis, target)
    for support in found.supports:
        option = support.target.removeprefix("permission:")
        assert position.label(option) is support.label
        accepted = support.label is Label.IN
        claim = Claim((support.target,)) if accepted else Claim(defeated=(support.target,))
        assert suffices(
            ground_of(analysis.graph, support.given), claim, frozenset(support.arguments)
        )
        assert set(position.priorities) <= closure(
            {*analysis.graph.order, *support.given.priorities}
        )
    told = {support.target for support in found.supports}
    for option in analysis.graph.options:
        missing = any(f'"{option}"' in said for said in found.unexplained)
        assert (f"permission:{option}" in told) != missing
        assert (position.label(option) is Label.UNDEC) <= missing
    assert f'"{next(iter(analysis.graph.options))}"' in found.standing


@SOME
@given(documents(ALL, options=(2, 3), people=(1, 2), sources=3))
def test_every_option_a_position_decides_has_a_support_under_what_it_takes(
    document: dict[str, object],
):
    analysis = analyze(load_case(document))
    for target in position_ids(analysis):
        is_explained(analysis, target)


@pytest.mark.parametrize(
    "name", ["mask-mandate-exemptions", "omelas", "windfall-sharing", "child-or-adult"]
)
def test_the_positions_of_a_contested_case_are_explained_in_full(name: str):
    analysis = analyze(load_case(name))
    assert len(position_ids(analysis)) > 1
    for target in position_ids(analysis):
        is_explained(analysis, target)
        assert not why(analysis, target).unexplained


def test_the_only_position_says_so():
    said = why(analyze(load_case("mask-mandate")), "position:1").standing
    assert said == 'This position permits "continue" and rules out "end"; it is the only one.'


def test_a_position_is_asked_only_why_and_only_where_it_is():
    analysis = analyze(load_case("mask-mandate"))
    with pytest.raises(UnknownId):
        why(analysis, "position:2")
    for question in ({"negated": True}, {"rather_than": "end"}):
        with pytest.raises(ArgueError):
            why(analysis, "position:1", **question)

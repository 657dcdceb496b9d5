"""Discussions of cases: won as the position they are held in says, and told in words."""

import pytest
from hypothesis import given

from argue.analysis import analyze
from argue.errors import ArgueError, OutOfBudget, UnknownId
from argue.explain.circumstances import given_by
from argue.explain.discussion import Said, discuss, plain_graph
from argue.explain.positions import position_ids, position_of
from argue.io.case import load_case
from argue.model.verdict import Label
from argue.semantics.tasks import extensions
from argue.verdict.result import Analysis
from tests.bundled import analysis_of, some_cases
from tests.laws.cases import ALL, SOME, documents


def moves(said: Said) -> list[Said]:
    return [said, *(inner for below in said.below for inner in moves(below))]


def is_won_as_the_position_says(analysis: Analysis) -> None:
    """A position that its settlements make the only one decides who wins about every option."""
    for name in position_ids(analysis):
        position = position_of(analysis, name)
        for option in analysis.graph.options if position.settles else ():
            talk = discuss(analysis, option, position=name)
            assert talk.won == (position.label(option) is Label.IN)


@pytest.mark.parametrize("name", some_cases())
def test_who_wins_about_an_option_of_a_bundled_case_is_what_the_position_says(name: str):
    analysis = analysis_of(name)
    is_won_as_the_position_says(analysis)
    for option in analysis.graph.options:
        talk = discuss(analysis, option)
        for said in moves(talk.tree):
            assert said.argument in analysis.graph.arguments
            assert said.text
            assert bool(said.ends) == (not said.below)
        assert talk.tree.move == "Claim"


@SOME
@given(documents(ALL, options=(2, 3), people=(1, 2), sources=2))
def test_a_game_is_won_exactly_if_the_semantics_accepts_the_argument(document: dict[str, object]):
    analysis = analyze(load_case(document))
    is_won_as_the_position_says(analysis)
    for name in position_ids(analysis)[:2]:
        plain = plain_graph(analysis, given_by(position_of(analysis, name)))
        for game in ("preferred", "grounded"):
            held = {a for e in extensions(plain, game) for a in e}
            for argument in list(analysis.graph.arguments)[-4:]:
                talk = discuss(analysis, argument, game=game, position=name)
                assert talk.won == (argument in held)


def test_the_outline_says_who_speaks_and_why_a_line_ends():
    talk = discuss(analyze(load_case("mask-mandate")), "continue")
    opening, claim, *rest = talk.sentences
    assert opening.endswith("the proponent wins.")
    assert claim.startswith('Claim: "continue" may be done')
    assert any(line.startswith("  Objection: ") for line in rest)
    assert any(line.startswith("    Reply: ") and "(nothing attacks it)" in line for line in rest)


def test_a_discussion_is_held_where_the_option_is_permitted_unless_another_place_is_named():
    analysis = analyze(load_case("mask-mandate-exemptions"))
    assert discuss(analysis, "voluntary").position == "position:2"
    talk = discuss(analysis, "voluntary", position="position:1")
    assert not talk.won
    assert "the opponent wins" in talk.opening


def test_what_cannot_be_discussed_is_an_error():
    analysis = analyze(load_case("mask-mandate"))
    for target, kind in (("nowhere", {}), ("end", {"game": "chess"}), ("end", {"position": "9"})):
        with pytest.raises(UnknownId):
            discuss(analysis, target, **kind)
    with pytest.raises(OutOfBudget):
        discuss(analysis, "continue", most=1)
    with pytest.raises(ArgueError):
        discuss(analyze(load_case("mask-mandate"), flat=True), "end")

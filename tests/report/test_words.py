"""The grammar of reports: plurals, lists, rankings, conditions."""

import pytest

from argue.model.verdict import Label, Move, MoveKind, Status
from argue.report.words import (
    because,
    counted,
    move,
    need,
    plural,
    ranking,
    sentence,
    settled,
    standing_of,
    statuses,
    uncapitalized,
)


def test_numbers_agree_with_their_nouns():
    assert [plural(n, "family", "families") for n in (0, 1, 2)] == [
        "0 families",
        "1 family",
        "2 families",
    ]
    assert [counted(n, "way") for n in (0, 1, 2, 12)] == [
        "no ways",
        "one way",
        "two ways",
        "12 ways",
    ]


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        ([("a", "b")], "a ranks above b"),
        ([("a", "b"), ("a", "c")], "a ranks above b and c"),
        ([("a", "c"), ("b", "c")], "a and b rank above c"),
        ([("norm:x_y", "b"), ("b", "c")], "the norm x y ranks above b and b ranks above c"),
    ],
)
def test_rankings_are_told_together_where_they_share_a_side(
    pairs: list[tuple[str, str]], said: str
):
    assert ranking(pairs, "ranks") == said


def test_statuses_are_grouped_and_agree_in_number():
    found = {"a": Status.IMPERMISSIBLE, "b": Status.OBLIGATORY, "c": Status.IMPERMISSIBLE}
    assert statuses(found) == '"b" is obligatory and "a" and "c" are impermissible'


def test_moves_are_requests():
    facts = {"surge": "The virus spreads."}
    assert move(Move(MoveKind.SET_ASIDE, "norm:quota"), facts) == "set the norm quota aside"
    assert move(Move(MoveKind.SETTLE_FACT, "surge"), facts) == (
        'agree that "surge" holds (the virus spreads)'
    )
    assert move(Move(MoveKind.SETTLE_FACT, "surge", holds=False), facts) == (
        'agree that "surge" does not hold (it is not so that the virus spreads)'
    )
    assert move(Move(MoveKind.DISMISS, "my_doubt", holds=False), facts) == (
        'dismiss the challenge "my doubt"'
    )


def test_conditions_are_clauses():
    assert [need(p) for p in ("fact:a_b", "fact:not a", "challenge:c", "aside:c")] == [
        'if "a b" holds',
        'if "a" does not hold',
        'if the challenge "c" is upheld',
        'unless the challenge "c" is upheld',
    ]
    assert settled({"a": False}, {"c": True}) == [
        '"a" does not hold',
        'the challenge "c" is upheld',
    ]


def test_a_long_reason_is_cut_and_says_so():
    assert because("One two.") == "one two"
    assert because(" ".join(["word"] * 40)) == " ".join(["word"] * 25) + " …"
    assert uncapitalized("AI acts") == "AI acts"
    assert sentence("so it is") == "So it is."


def test_standing_without_any_position_is_undefined():
    assert standing_of(frozenset()) == "undefined"
    assert standing_of(frozenset(Label)) == "varies"

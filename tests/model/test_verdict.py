"""The words of a verdict, and where options stand in a position."""

from argue.model.verdict import (
    Attribution,
    AttributionKind,
    Branch,
    Label,
    Position,
    RuledOut,
    Shared,
)


def test_an_option_stands_where_the_position_puts_it_and_is_out_where_it_does_not():
    position = Position(frozenset({"a"}), frozenset({"b"}))
    assert [position.label(option) for option in "abc"] == [Label.IN, Label.UNDEC, Label.OUT]
    assert position.settles


def test_a_branch_says_how_facts_challenges_and_numbers_fall():
    assert str(Branch({}, {})) == "always"
    branch = Branch({"rain": True, "snow": False}, {"doubt": False}, numbers=("a is more than b",))
    assert str(branch) == "rain, not snow, not doubt, a is more than b"


def test_an_option_ruled_out_without_consensus_may_be_a_compromise():
    assert str(RuledOut("a", ("b", "c"))) == "consensus: b, c"
    assert str(RuledOut("a", ("b",), nobodys_worst=True)) == "consensus: b"
    assert str(RuledOut("a")) == "ruled out in every position"
    compromise = "ruled out in every position, though no source's worst"
    assert str(RuledOut("a", nobodys_worst=True)) == compromise


def test_an_attribution_names_what_it_is_to():
    assert str(Attribution(AttributionKind.FACT, "rain")) == "fact rain"
    assert str(Attribution(AttributionKind.RANKING)) == "ranking"


def test_a_search_was_complete_unless_it_says_otherwise():
    assert Shared({}).complete

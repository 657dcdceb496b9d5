"""What is written behind options: facts, priorities, lists of names."""

import click
import pytest

from argue.cli.parameters import Facts, Names, Ranking, Seconds, settled


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("rejection:welfare", (("rejection", "welfare"),)),
        ("rejection>welfare", (("rejection", "welfare"),)),
        (" rejection > welfare ", (("rejection", "welfare"),)),
        ("norm:quota:welfare", (("norm:quota", "welfare"),)),
        ("welfare:norm:quota", (("welfare", "norm:quota"),)),
        ("norm:quota>norm:licence", (("norm:quota", "norm:licence"),)),
        ("norms:welfare", (("norms", "welfare"),)),
        ("veil>rejection>welfare", (("veil", "rejection"), ("rejection", "welfare"))),
        ("veil:rejection:welfare", (("veil", "rejection"), ("rejection", "welfare"))),
    ],
)
def test_a_ranking_is_read_as_pairs_higher_first(text: str, pairs: tuple[tuple[str, str], ...]):
    assert Ranking().convert(text, None, None) == pairs


@pytest.mark.parametrize(
    "text", ["", "welfare", "norm:quota", ">welfare", "welfare>", "a:", "a::b"]
)
def test_a_ranking_without_two_sources_is_refused(text: str):
    with pytest.raises(click.UsageError, match="higher:lower"):
        Ranking().convert(text, None, None)


@pytest.mark.parametrize("text", ["nan", "inf", "1e308", "31622401"])
def test_a_time_that_no_clock_counts_is_refused(text: str):
    with pytest.raises(click.BadParameter, match="write seconds, at most 31622400"):
        Seconds().convert(text, None, None)


def test_a_time_is_above_zero_and_at_most_a_year():
    assert Seconds().convert("31622400", None, None) == 31622400
    for text in ("0", "-1", "-inf"):
        with pytest.raises(click.BadParameter, match="not in the range"):
            Seconds().convert(text, None, None)


def test_facts_are_read_in_either_case_and_with_spaces():
    assert Facts().convert("surge=true, credible = False", None, None) == (
        ("surge", True),
        ("credible", False),
    )


@pytest.mark.parametrize(
    "text", ["surge", "surge=", "=true", "surge=maybe", "surge=1", "surge==true"]
)
def test_facts_that_are_neither_true_nor_false_are_refused(text: str):
    with pytest.raises(click.UsageError, match="write fact=true or fact=false"):
        Facts().convert(text, None, None)


def test_a_fact_settled_both_ways_is_refused():
    assert settled(((("surge", True),), (("surge", True), ("other", False)))) == {
        "surge": True,
        "other": False,
    }
    with pytest.raises(click.UsageError, match="'surge' both ways"):
        settled(((("surge", True),), (("surge", False),)))


def test_names_are_cut_at_commas():
    assert Names().convert("welfare, veil,", None, None) == ("welfare", "veil")

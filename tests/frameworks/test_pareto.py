"""Pareto: gains at nobody's cost, and the quarrel with liberty."""

from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.errors import FrameworkError
from argue.model.numbers import EXACT
from frameworks.pareto import FRAMEWORK, compare
from tests.frameworks.seen import analysed, favoured, found, said_alone, sentence, view_for

ROWS = st.lists(st.lists(st.integers(-3, 3), min_size=3, max_size=3), min_size=2, max_size=4)

LEWD_AND_PRUDE = """
title: Lewd, Prude and one copy of a book
options: {prude_reads: Prude reads it, lewd_reads: Lewd reads it, nobody_reads: Nobody reads it}
standpoints: {prude: {}, lewd: {}}
scale: {comparable: false}
payoffs:
  nobody_reads: {prude: 3, lewd: 1}
  prude_reads: {prude: 2, lewd: 3}
  lewd_reads: {prude: 1, lewd: 2}
frameworks: [pareto]
reasons:
  - {id: his_own, by: liberty, favours: nobody_reads, over: prude_reads, text: Prude need not read}
  - {id: her_own, by: liberty, favours: lewd_reads, over: nobody_reads, text: Lewd may read}
"""
"""Sen 1970: liberty and the Pareto principle together rule out everything, by a cycle."""


def test_the_strong_form_speaks_where_nobody_loses_and_someone_gains():
    rows = {"a": [1, 1], "b": [1, 0], "c": [0, 2]}
    assert favoured(FRAMEWORK, rows) == {("a", "b")}
    assert found(FRAMEWORK, rows).margins["p1", 0, 1] == 1


def test_the_weak_form_needs_everyone_to_gain():
    rows = {"a": [1, 1], "b": [1, 0], "c": [0, 0]}
    assert favoured(FRAMEWORK, rows, form="weak") == {("a", "c")}
    assert favoured(FRAMEWORK, rows) == {("a", "b"), ("a", "c"), ("b", "c")}


@given(ROWS, st.sampled_from(["strong", "weak"]))
def test_it_is_a_strict_partial_order(rows, form):
    named = {f"o{i}": row for i, row in enumerate(rows)}
    pairs = favoured(FRAMEWORK, named, form=form)
    assert not any((b, a) in pairs for a, b in pairs)
    assert all((a, d) in pairs for a, b in pairs for c, d in pairs if b == c)


@given(ROWS, st.lists(st.integers(1, 5), min_size=3, max_size=3))
def test_it_does_not_depend_on_the_unit_of_any_person(rows, units):
    named = {f"o{i}": row for i, row in enumerate(rows)}
    scaled = {
        o: [unit * cell for unit, cell in zip(units, row, strict=True)] for o, row in named.items()
    }
    assert favoured(FRAMEWORK, named) == favoured(FRAMEWORK, scaled)


def test_it_speaks_where_persons_cannot_be_compared():
    assert said_alone(LEWD_AND_PRUDE, "pareto")["lewd_reads"] == "forbidden"


def test_liberty_and_pareto_close_a_circle_that_only_a_ranking_opens():
    analysis = analysed(LEWD_AND_PRUDE)
    assert {str(status) for status in analysis.statuses.values()} == {"unresolved"}
    alone = {option: str(word) for option, word in analysis.alone["liberty"].items()}
    assert alone == {
        "lewd_reads": "allowed",
        "nobody_reads": "forbidden",
        "prude_reads": "allowed",
    }


def test_somebody_absent_cannot_be_compared():
    seen = view_for(FRAMEWORK, {"a": [1], "b": [0]})
    absent = type(seen)(
        options=seen.options,
        standpoints=seen.standpoints,
        cells=[[F(1)], [None]],
        parameters=seen.parameters,
    )
    with pytest.raises(FrameworkError, match="p0 is absent under b"):
        compare(absent, EXACT)


@pytest.mark.parametrize(("form", "rest"), [("strong", "nobody loses"), ("weak", "everyone gains")])
def test_its_sentence_says_who_gains_and_that_nobody_loses(form, rest):
    text = sentence(FRAMEWORK, form=form)
    assert text.startswith('the tenants would have 2.5 points more from "keep"')
    assert text.endswith(rest)

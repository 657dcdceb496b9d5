"""Moral uncertainty beside the graph: favourite theory, credence mass, Borda, choiceworthiness."""

from fractions import Fraction as F

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.analysis import analyze
from argue.errors import CaseError, FrameworkError, UnknownId
from argue.io.case import load_case
from argue.report import render
from argue.verdict.schema import analysis_schema
from argue.verdict.uncertainty import Mass, by_range, by_variance, uncertainty

CASE = """
title: Three options
options: {a: A, b: B, c: C}
standpoints: {many: {count: 9}, one: {}}
payoffs:
  a: {many: 10, one: -20}
  b: {many: 8, one: -4}
  c: {many: 0, one: 0}
norms: {harmless: {text: do no harm, breached_by: [a, b]}}
frameworks: [welfare, rejection, {id: humanity}, pareto]
credences: {%s}
"""
FULL = CASE % "welfare: 0.5, rejection: 0.3, 'norm:harmless': 0.1, humanity: 0.05, pareto: 0.05"
TORN = """
title: Torn by a fact
options: {go: Go, stay: Stay}
standpoints: {all_of_us: {}}
facts: {safe: {text: It is safe, status: disputed, credence: 0.9}}
payoffs: {go: {all_of_us: {if: safe, then: 1, else: -9}}, stay: {all_of_us: 0}}
frameworks: [welfare]
credences: {welfare: 1}
"""


def weighed(text, **given_):
    return uncertainty(analyze(load_case(text)), **given_)


def test_the_favourite_theory_is_the_one_with_most_credence_and_ties_are_left_tied():
    assert weighed(FULL).favourites == ("welfare",)
    tied = weighed(CASE % "welfare: 0.4, rejection: 0.4, pareto: 0.2")
    assert tied.favourites == ("welfare", "rejection")


def test_credence_mass_of_what_each_source_alone_says():
    """Welfare requires a (7 to 6.8 and 0), rejection b (largest complaints 20, 4, 10)."""
    found = weighed(FULL).mass
    assert found["a"] == Mass(F("0.55"), F("0.4"), F("0.05"))
    assert found["b"] == Mass(F("0.35"), F("0.6"), F("0.05"))
    assert found["c"] == Mass(F("0.15"), F("0.8"), F("0.05"))


def test_the_borda_rule_counts_options_worse_less_options_better():
    """Welfare a > b > c, rejection b > c > a, the norm c above both others."""
    (found,) = weighed(FULL).borda
    assert found.scores == {
        "a": F("0.5") * 2 - F("0.3") * 2 - F("0.1"),
        "b": F("0.3") * 2 - F("0.1"),
        "c": -F("0.5") * 2 + F("0.1") * 2,
    }
    assert found.best == ("b",)
    assert list(found.left_out) == ["humanity"]


def test_expected_choiceworthiness_over_the_range_names_what_it_leaves_out():
    found = weighed(FULL)
    (scored,) = found.choiceworthiness
    assert found.normalisation == "range"
    assert scored.scores == {
        "a": F("0.5") * 1,
        "b": F("0.5") * F("6.8") / 7 + F("0.3") * 1,
        "c": F("0.3") * F(10, 16) + F("0.1"),
    }
    assert scored.best == ("b",)
    assert set(scored.left_out) == {"humanity", "pareto"}
    assert scored.left_out["pareto"] == "it compares options without measuring them"


def test_the_normalisation_can_change_the_answer_and_is_named():
    text = """
title: Three
options: {a: A, b: B, c: C, d: D}
standpoints: {x: {}}
payoffs: {a: {x: 100}, b: {x: 0}, c: {x: 0}, d: {x: 0}}
frameworks: [welfare]
norms: {n: {text: none of it, breached_by: [a, d]}}
credences: {welfare: 0.47, 'norm:n': 0.53}
"""
    (by_ranges,) = weighed(text).choiceworthiness
    (by_variances,) = weighed(text, normalisation="variance").choiceworthiness
    assert by_ranges.best == ("b", "c")
    assert by_variances.best == ("a",)
    with pytest.raises(UnknownId, match="known: range, variance"):
        weighed(text, normalisation="sum")


def test_a_dispute_is_not_averaged_but_told_branch_by_branch():
    found = weighed(TORN)
    best = {branch.facts["safe"]: branch.best for branch in found.choiceworthiness}
    assert best == {True: ("go",), False: ("stay",)}
    assert found.mass["go"] == Mass(F(0), F(0), F(1))


def test_credence_in_nothing_here_stays_over_and_more_than_one_is_refused():
    assert weighed(CASE % "welfare: 0.5, rejection: 0.2").rest == F("0.3")
    with pytest.raises(CaseError, match=r"case:\d+:1: .*add up to 3/2"):
        weighed(CASE % "welfare: 1, rejection: 0.5")
    with pytest.raises(CaseError, match="add up to 0"):
        weighed(CASE % "welfare: 0")
    with pytest.raises(FrameworkError, match="add up to 0"):
        weighed(CASE % "")


def test_credences_change_no_verdict():
    with_, without = analyze(load_case(FULL)), analyze(load_case(CASE % ""))
    assert with_.statuses == without.statuses
    assert with_.shared == without.shared


def section_of(text, **settings):
    return " ".join(render(analyze(load_case(text), **settings)).split())


def test_reports_tell_it_beside_the_verdict_under_both_normalisations():
    said = section_of(FULL)
    assert "Under moral uncertainty" in said
    assert "Beside the verdict, never in it" in said
    for row in ("favourite: welfare", "credence allowing", "Borda", "worth by range"):
        assert row in said
    assert "worth by variance" in said
    assert "Pareto has no part in worth: it compares options without measuring them." in said
    assert "Under moral uncertainty" not in section_of(CASE % "")


def test_reports_say_when_the_normalisation_decides_and_when_favourites_tie():
    text = """
title: Three
options: {a: A, b: B, c: C, d: D}
standpoints: {x: {}}
payoffs: {a: {x: 100}, b: {x: 0}, c: {x: 0}, d: {x: 0}}
frameworks: [welfare]
norms: {n: {text: none of it, breached_by: [a, d]}}
credences: {welfare: 0.47, 'norm:n': 0.53}
"""
    assert 'by range "b" and "c" are best, by variance "a".' in section_of(text)
    tied = text.replace("0.47", "0.5").replace("0.53", "0.5")
    assert "no one favourite theory: welfare and the norm n" in section_of(tied)


def test_a_disputed_point_is_told_branch_by_branch_in_reports():
    said = section_of(TORN)
    assert 'Borda, "safe" holds' in said
    assert 'Borda, "safe" does not hold' in said


def test_setting_aside_all_that_has_credence_is_said():
    said = section_of(CASE % "welfare: 1", frameworks=["rejection"])
    assert "were not weighed: none of the sources that the case gives credence to" in said
    data = analyze(load_case(CASE % "welfare: 1"), frameworks=["rejection"]).to_dict()
    assert data["uncertainty"]["missing"].startswith("none of the sources")


def test_the_data_hold_every_figure_and_keep_the_schema():
    data = analyze(load_case(FULL)).to_dict()
    jsonschema.validate(data, analysis_schema())
    found = data["uncertainty"]
    assert found["favourites"] == ["welfare"]
    assert found["mass"]["a"] == {"allowing": "11/20", "forbidding": "2/5", "neither": "1/20"}
    assert set(found["choiceworthiness"]) == {"range", "variance"}
    assert found["borda"][0]["best"] == ["b"]
    assert not any(entry["path"] == "credences" for entry in data["not_used"])
    without = analyze(load_case(CASE % "")).to_dict()
    jsonschema.validate(without, analysis_schema())
    assert without["uncertainty"] is None


VALUES = st.lists(st.fractions(-9, 9, max_denominator=6), min_size=2, max_size=5)


@given(VALUES, st.fractions(F(1, 4), 9, max_denominator=5), st.integers(-9, 9))
def test_no_normalisation_depends_on_unit_or_origin(values, unit, origin):
    moved = [unit * value + origin for value in values]
    assert by_range(values) == by_range(moved)
    pairs = zip(by_variance(values), by_variance(moved), strict=True)
    assert all(abs(one - other) < F(1, 10**20) for one, other in pairs)


@given(VALUES)
def test_what_is_normalised_has_the_range_or_the_variance_of_1(values):
    spread = by_range(values)
    assert (min(spread), max(spread)) == ((0, 1) if len(set(values)) > 1 else (0, 0))
    scaled = by_variance(values)
    assert abs(sum(scaled)) < F(1, 10**20)
    expected = 1 if len(set(values)) > 1 else 0
    assert abs(sum(v * v for v in scaled) / len(scaled) - expected) < F(1, 10**20)

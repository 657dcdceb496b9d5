"""The robustness radius: its lower bound survives every error inside it, its upper bound flips."""

import random
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from argue.analysis import analyze
from argue.explain.changes import judged
from argue.explain.figures import figures_of, with_cells
from argue.explain.judge import Judge
from argue.explain.radius import radius
from argue.io.case import load_case
from argue.verdict.result import Analysis, Setup
from tests.laws.cases import ALL, documents

PERTURBATIONS = 10 * hypothesis_settings().max_examples


def mask(*, first: str) -> Analysis:
    case = load_case("mask-mandate-exemptions")
    sources = ("welfare", "veil", "rejection", "universalization")
    ranked = [(first, other) for other in sources if other != first]
    return analyze(case, facts={"surge": True}, priorities=ranked)


def test_the_radius_of_the_mask_case_with_rejection_first():
    """A complaint of 6 against one of 1, each moving by twice the error: 5/4 is proved."""
    found = radius(mask(first="rejection"))
    assert found.lower == Fraction(5, 4)
    assert found.upper is not None
    assert Fraction(5, 4) <= found.upper <= Fraction("1.376")
    assert found.statuses["mandate"] == "obligatory"


def test_the_witness_flips_and_no_number_in_it_moves_further_than_it_says():
    analysis = mask(first="rejection")
    found = radius(analysis)
    again = judged(with_cells(analysis.case, found.witness), Setup())
    assert again == found.statuses != analysis.statuses
    now = {figure.path: figure.value for figure in figures_of(analysis.case)}
    furthest = max(abs(value - now[path]) for path, value in found.witness.items())
    assert found.upper is not None
    assert found.upper <= furthest <= found.upper * Fraction("1.001")


def perturbed(analysis: Analysis, size: Fraction, draw: random.Random) -> dict[str, Fraction]:
    steps = [Fraction(step, 1000) for step in (-1000, -999, -500, 0, 500, 999, 1000)]
    return {
        figure.path: figure.value + size * draw.choice(steps)
        for figure in figures_of(analysis.case)
        if figure.table != "levels"
    }


@pytest.mark.parametrize("first", ["rejection", "veil", "welfare", "universalization"])
def test_the_lower_bound_survives_errors_inside_it(first: str):
    analysis = mask(first=first)
    found = radius(analysis)
    assert found.lower
    size = found.lower * Fraction(999_999, 1_000_000)
    judge, draw = Judge.of(analysis), random.Random(first)
    for _ in range(PERTURBATIONS):
        assert judge.at(perturbed(analysis, size, draw)) == analysis.statuses


FEW = hypothesis_settings(max_examples=12)


@FEW
@given(documents(ALL, options=(2, 3), people=(1, 2), sources=3), st.integers(0, 1000))
def test_a_proved_bound_survives_and_lies_below_what_was_found(
    document: dict[str, object], seed: int
):
    analysis = analyze(load_case(document))
    found = radius(analysis)
    if found.upper is not None:
        again = judged(with_cells(analysis.case, found.witness), Setup())
        assert again == found.statuses != analysis.statuses
        assert found.lower is None or found.lower <= found.upper
    if found.lower:
        draw = random.Random(seed)
        size = found.lower * Fraction(999_999, 1_000_000)
        for _ in range(8):
            values = perturbed(analysis, size, draw)
            assert judged(with_cells(analysis.case, values), Setup()) == analysis.statuses


def test_a_rule_with_roots_has_a_proved_bound_too():
    document = {
        "title": "Roots",
        "options": {"a": "a", "b": "b"},
        "standpoints": {"p": {"level": 5}, "q": {"level": 5}},
        "payoffs": {"a": {"p": 4, "q": 3}, "b": {"p": 1, "q": 1}},
        "frameworks": [{"id": "veil", "rule": "atkinson", "epsilon": 1}],
    }
    analysis = analyze(load_case(document))
    found = radius(analysis)
    assert found.lower is not None
    assert 0 < found.lower < Fraction(3, 2)
    draw = random.Random(1)
    for _ in range(50):
        values = perturbed(analysis, found.lower, draw)
        assert judged(with_cells(analysis.case, values), Setup()) == analysis.statuses

"""The robustness radius: its lower bound survives every error inside it, its upper bound flips."""

import random
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from argue.analysis import analyze, judged
from argue.explain.figures import figures_of, with_cells
from argue.explain.judge import Judge
from argue.explain.radius import radius
from argue.io.case import load_case
from argue.verdict.result import Analysis, Setup
from tests.laws.cases import ALL, documents

PERTURBATIONS = {"rejection": 1_000, "veil": 250, "welfare": 250, "universalization": 250}
"""The source that ranks first -> errors that are tried."""


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


STEPS = [Fraction(step, 1000) for step in (-1000, -999, -500, 0, 500, 999, 1000)]


def numbers_of(analysis: Analysis) -> dict[str, Fraction]:
    return {f.path: f.value for f in figures_of(analysis.case) if f.table != "levels"}


def perturbed(
    numbers: dict[str, Fraction], size: Fraction, draw: random.Random
) -> dict[str, Fraction]:
    """The numbers, each wrong by some share of the size: often all of it, one way or the other."""
    return {path: value + size * draw.choice(STEPS) for path, value in numbers.items()}


@pytest.mark.parametrize(("first", "errors"), PERTURBATIONS.items())
def test_the_lower_bound_survives_random_errors_inside_it(first: str, errors: int):
    analysis = mask(first=first)
    found = radius(analysis)
    assert found.lower
    size = found.lower * Fraction(999_999, 1_000_000)
    judge, draw = Judge.of(analysis), random.Random(first)
    assert judge.hearing is not None
    numbers = numbers_of(analysis)
    for _ in range(errors):
        assert judge.at(perturbed(numbers, size, draw)) == analysis.statuses


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
            values = perturbed(numbers_of(analysis), size, draw)
            assert judged(with_cells(analysis.case, values), Setup()) == analysis.statuses


def test_a_bound_is_proved_up_to_where_a_framework_has_no_answer():
    document = {
        "title": "Logarithms",
        "options": {"a": "a", "b": "b"},
        "standpoints": {"p": {"level": 1}, "q": {"level": 2}},
        "payoffs": {"a": {"p": 5, "q": 0}, "b": {"p": "-1/2", "q": 1}},
        "frameworks": [{"id": "priority", "curve": "power"}],
    }
    found = radius(analyze(load_case(document)))
    assert found.lower is not None
    assert Fraction("0.499") < found.lower <= Fraction(1, 2)


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
        values = perturbed(numbers_of(analysis), found.lower, draw)
        assert judged(with_cells(analysis.case, values), Setup()) == analysis.statuses

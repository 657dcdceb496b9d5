"""Fits of logistic curves, against scipy and against curves known beforehand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.errors import ArgueError
from argue.norms.human.fitting import Curve, Observation, chi_square_tail, fit, log_loss

FEATURES = [(-2.0, 1.0), (-1.0, 1.0), (0.0, 1.0), (0.5, 1.0), (2.0, 1.0)]
MANY = 10**12


def drawn_from(curve, people=MANY):
    return [Observation(x, round(people * curve.at(x)), people) for x in FEATURES]


@given(
    st.floats(-3, 3),
    st.floats(-3, 3),
    st.sampled_from([(0.0, 1.0), (0.6, 0.2), (0.1, 0.5)]),
)
def test_a_fit_recovers_the_curve_the_counts_come_from(slope, intercept, ends):
    base, reach = ends
    found = fit(drawn_from(Curve((slope, intercept), base, reach)), base=base, reach=reach)
    assert found.curve.coefficients == pytest.approx((slope, intercept), abs=1e-4)


@given(st.lists(st.integers(1, 29), min_size=5, max_size=5))
def test_no_nearby_curve_fits_better(counts):
    seen = [Observation(x, k, 30) for x, k in zip(FEATURES, counts, strict=True)]
    found = fit(seen)
    for step in ((0.01, 0), (-0.01, 0), (0, 0.01), (0, -0.01)):
        moved = found.curve.moved(step)
        assert log_loss(seen, [moved.at(entry.features) for entry in seen]) > found.nll


def test_a_fit_agrees_with_a_general_optimiser():
    optimize = pytest.importorskip("scipy.optimize", reason="scipy is an extra")
    counts = (3, 9, 11, 20, 27)
    seen = [Observation((*x, x[0] ** 2), k, 30) for x, k in zip(FEATURES, counts, strict=True)]

    def loss(coefficients):
        curve = Curve(tuple(coefficients))
        return log_loss(seen, [curve.at(entry.features) for entry in seen])

    best = optimize.minimize(loss, [0, 0, 0], options={"gtol": 1e-9})
    found = fit(seen)
    assert found.nll == pytest.approx(best.fun, abs=1e-9)
    assert found.curve.coefficients == pytest.approx(best.x, abs=1e-5)


def test_counts_that_a_feature_separates_have_no_best_curve():
    seen = [Observation((-1.0, 1.0), 0, 10), Observation((1.0, 1.0), 10, 10)]
    with pytest.raises(ArgueError, match="separate|determine"):
        fit(seen)


def test_features_that_determine_each_other_are_refused():
    seen = [Observation((n, 2 * n), 4, 10) for n in (1.0, 2.0, 3.0)]
    with pytest.raises(ArgueError, match="determine each other"):
        fit(seen)


def test_answers_thought_impossible_are_infinitely_surprising():
    assert log_loss([Observation((), 1, 2)], [1.0]) == float("inf")
    assert log_loss([Observation((), 2, 2)], [1.0]) == 0


@pytest.mark.parametrize(
    ("value", "degrees", "tail"),
    [(3.841, 1, 0.05), (5.991, 2, 0.05), (7.815, 3, 0.05), (13.277, 4, 0.01), (15.086, 5, 0.01)],
)
def test_tails_are_those_of_the_printed_tables(value, degrees, tail):
    assert chi_square_tail(value, degrees) == pytest.approx(tail, abs=2e-5)

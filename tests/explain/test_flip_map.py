"""The statuses along one number and over two: every part is judged as its numbers are."""

from collections.abc import Iterator
from fractions import Fraction

import pytest
from hypothesis import assume, given, reject, settings
from hypothesis import strategies as st

from argue.analysis import analyze, judged
from argue.construct.affine import NotLinear
from argue.errors import LimitExceeded, UnknownId
from argue.explain.figures import figures_of, with_cell, with_cells
from argue.explain.flip_map import POINTS, areas_of, course, flip_map, range_of
from argue.explain.judge import Judge
from argue.io.case import load_case
from argue.verdict.result import Setup
from tests.laws.cases import ALL, documents

FEW = settings(max_examples=12)


def worked_out(values: Iterator[object]) -> None:
    """Takes another example where numbers can only be tried point by point, which is slow."""
    try:
        for _ in values:
            pass
    except (NotLinear, LimitExceeded, TypeError):
        reject()


@FEW
@given(documents(ALL, options=(2, 3), people=(1, 3), sources=3), st.data())
def test_every_part_of_a_course_has_the_statuses_of_its_numbers(
    document: dict[str, object], data: st.DataObject
):
    case = load_case(document)
    analysis = analyze(case)
    figures = figures_of(analysis.case)
    assume(figures)
    figure = data.draw(st.sampled_from(figures))
    start = {figure.path: range_of(figure)[0]}
    worked_out(Judge.of(analysis).along(start, {figure.path: 1}))
    found = course(analysis, figure.path)
    assert found.exact
    assert (found.parts[0].low, found.parts[-1].high) == found.bounds
    for part in found.parts[:8]:
        middle = (part.low + part.high) / 2
        assert judged(with_cell(case, found.figure.path, middle), Setup()) == part.statuses


@FEW
@given(documents(ALL, options=(2, 2), people=(1, 2), sources=3), st.data())
def test_every_area_of_a_map_has_the_statuses_of_its_numbers_and_all_are_covered(
    document: dict[str, object], data: st.DataObject
):
    case = load_case(document)
    analysis = analyze(case)
    figures = figures_of(analysis.case)
    assume(len(figures) > 1)
    across, up = data.draw(
        st.lists(st.sampled_from(figures), min_size=2, max_size=2, unique=True).map(tuple)
    )
    worked_out(areas_of(Judge.of(analysis), across, up, (range_of(across), range_of(up))))
    found = flip_map(analysis, (across.path, up.path))
    assert found.exact
    covered = Fraction(0)
    for area in found.areas:
        x = sum((corner[0] for corner in area.corners), Fraction(0)) / len(area.corners)
        y = sum((corner[1] for corner in area.corners), Fraction(0)) / len(area.corners)
        covered += _size(area.corners)
        if data.draw(st.integers(0, 9)) == 0:
            again = judged(with_cells(case, {across.path: x, up.path: y}), Setup())
            assert again == area.statuses
    (left, right), (bottom, top) = found.bounds
    assert covered == (right - left) * (top - bottom)


def _size(corners: tuple[tuple[Fraction, Fraction], ...]) -> Fraction:
    ends = zip(corners, [*corners[1:], corners[0]], strict=True)
    return abs(sum((x * v - u * y for (x, y), (u, v) in ends), Fraction(0))) / 2


def test_a_formula_with_roots_is_judged_at_points_and_says_so():
    document = {
        "title": "Roots",
        "options": {"a": "a", "b": "b"},
        "standpoints": {"p": {"level": 9}, "q": {"level": 9}},
        "payoffs": {"a": {"p": 4, "q": -1}, "b": {"p": 1, "q": 1}},
        "frameworks": [{"id": "veil", "rule": "atkinson", "epsilon": 1}],
    }
    analysis = analyze(load_case(document))
    along = course(analysis, "payoffs.a.p")
    over = flip_map(analysis, ("payoffs.a.p", "payoffs.b.q"))
    assert (along.exact, over.exact) == (False, False)
    assert len({tuple(part.statuses.values()) for part in along.parts}) > 1
    assert len({tuple(area.statuses.values()) for area in over.areas}) > 1


def test_where_a_framework_has_no_answer_nothing_is_said():
    document = {
        "title": "Logarithms",
        "options": {"a": "a", "b": "b"},
        "standpoints": {"p": {"level": 1}, "q": {"level": 2}},
        "payoffs": {"a": {"p": 5, "q": 0}, "b": {"p": "-1/2", "q": 1}},
        "frameworks": [{"id": "priority", "curve": "power"}],
    }
    analysis = analyze(load_case(document))
    along = course(analysis, "payoffs.a.p", bounds=(Fraction(-3), Fraction(3)))
    assert not along.exact
    assert -1 <= along.parts[0].low <= -1 + Fraction(6, POINTS)
    box = (Fraction(-3), Fraction(3))
    over = flip_map(analysis, ("payoffs.a.p", "payoffs.b.q"), bounds=(box, box))
    for area in over.areas:
        x, y = (sum(numbers, Fraction(0)) / 4 for numbers in zip(*area.corners, strict=True))
        assert bool(area.statuses) == (x > -1 and y > -2)


def test_a_map_needs_two_numbers_that_are_there():
    analysis = analyze(load_case("tax"))
    with pytest.raises(UnknownId):
        flip_map(analysis, ("payoffs.tax_rich.rich", "payoffs.tax_rich.rich"))
    with pytest.raises(UnknownId):
        course(analysis, "payoffs.tax_rich.nobody")

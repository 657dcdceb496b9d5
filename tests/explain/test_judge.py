"""Judging by hearing the sources again is judging anew, at any numbers and along any line."""

from fractions import Fraction
from itertools import islice

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from argue.analysis import analyze
from argue.errors import ArgueError
from argue.explain.figures import figures_of, with_cells
from argue.explain.judge import Judge
from argue.io.case import load_case
from tests.bundled import analysis_of, some_cases
from tests.laws.cases import ALL, SOME, documents

NUMBERS = st.builds(Fraction, st.integers(-8, 8), st.sampled_from((1, 2)))


@SOME
@given(documents(ALL, options=(2, 4), people=(1, 3), sources=4))
def test_the_branches_that_are_heard_give_the_statuses_of_the_graph(document: dict[str, object]):
    analysis = analyze(load_case(document))
    judge = Judge.of(analysis)
    assert judge.at({}) == analysis.statuses


@SOME
@given(documents(ALL, options=(2, 3), people=(1, 3), sources=4), st.data())
def test_other_numbers_are_judged_as_a_case_that_has_them(
    document: dict[str, object], data: st.DataObject
):
    case = load_case(document)
    analysis = analyze(case)
    figures = figures_of(analysis.case)
    assume(figures)
    chosen = data.draw(st.lists(st.sampled_from(figures), min_size=1, max_size=3))
    values = {figure.path: data.draw(NUMBERS) for figure in chosen}
    expected = analyze(with_cells(case, values)).statuses
    judge = Judge.of(analysis)
    assert judge.at(values) == judge.anew(values) == expected


@SOME
@given(documents(ALL, options=(2, 3), people=(1, 3), sources=4), st.data())
def test_every_stretch_of_a_line_is_judged_as_its_numbers_are(
    document: dict[str, object], data: st.DataObject
):
    analysis = analyze(load_case(document))
    figures = figures_of(analysis.case)
    assume(figures)
    chosen = data.draw(st.lists(st.sampled_from(figures), min_size=1, max_size=2))
    start = {figure.path: figure.value for figure in chosen}
    direction = {figure.path: data.draw(st.sampled_from((-2, -1, 1))) for figure in chosen}
    judge = Judge.of(analysis)
    assume(judge.hearing is not None)
    end: Fraction | None = Fraction(0)
    for stretch in islice(judge.along(start, direction), 24):
        assert stretch.start == end
        end = stretch.end
        for position in (stretch.inside, *data.draw(st.just(_shares(stretch.start, end)))):
            values = {name: value + position * direction[name] for name, value in start.items()}
            assert judge.anew(values) == stretch.statuses


def _shares(start: Fraction, end: Fraction | None) -> list[Fraction]:
    if end is None:
        return [start + 1000]
    return [start + (end - start) * share for share in (Fraction(1, 97), Fraction(96, 97))]


@pytest.mark.parametrize("name", some_cases())
def test_bundled_cases_are_heard_as_analysed(name: str):
    analysis = analysis_of(name)
    assert Judge.of(analysis).at({}) == analysis.statuses


def test_a_line_through_a_formula_with_roots_is_refused():
    document = {
        "title": "Roots",
        "options": {"a": "a", "b": "b"},
        "standpoints": {"p": {"level": 5}, "q": {"level": 6}},
        "payoffs": {"a": {"p": 1, "q": 2}, "b": {"p": 2, "q": 1}},
        "frameworks": [{"id": "veil", "rule": "atkinson", "epsilon": 1}],
    }
    analysis = analyze(load_case(document))
    judge = Judge.of(analysis)
    path = "payoffs.a.p"
    with pytest.raises(ArgueError, match="linear"):
        list(judge.along({path: Fraction(1)}, {path: 1}))
    assert judge.at({path: Fraction(9)}) == judge.anew({path: Fraction(9)})

"""Two numbers together: the pair told flips, neither alone does, and no smaller pair was missed."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from argue.analysis import analyze, judged
from argue.explain.changes import changed
from argue.explain.figures import figures_of, with_cells
from argue.explain.flips import flips
from argue.explain.judge import Judge
from argue.explain.number_pairs import nearer_pairs
from argue.io.case import load_case
from argue.verdict.result import Setup
from tests.laws.cases import DEFAULTS, documents

BOTH: dict[str, Any] = {
    "title": "Ruled out by two tests and by two sums below them",
    "options": {"a": "a", "o": "o"},
    "standpoints": {"p": {"level": 10}, "q": {"level": 10}},
    "payoffs": {"a": {"p": 2, "q": 0}, "o": {"p": 0, "q": 0}},
    "universal": {"a": {"all": 1, "nobody": 0}, "o": {"all": -1, "nobody": 0}},
    "frameworks": [
        "welfare",
        "veil",
        {"id": "one", "type": "universalization"},
        {"id": "two", "type": "universalization"},
    ],
    "priorities": [[high, low] for high in ("one", "two") for low in ("welfare", "veil")],
}


def test_two_numbers_are_moved_where_nothing_else_of_that_size_flips():
    case = load_case(BOTH)
    analysis = analyze(case)
    found = flips(case, analysis, "o")
    assert found.complete
    (flip,) = found.found
    assert {change.kind for change in flip.changes} == {"number"}
    assert judged(*changed(case, Setup(), flip.changes)) == flip.statuses
    assert flip.statuses["o"] is not analysis.status("o")
    for change in flip.changes:
        assert judged(*changed(case, Setup(), [change]))["o"] is analysis.status("o")


def test_pairs_of_numbers_for_which_a_framework_has_no_answer_are_left_out():
    document = {
        "title": "Logarithms",
        "options": {"a": "a", "b": "b"},
        "standpoints": {"p": {"level": 1}, "q": {"level": 2}},
        "payoffs": {"a": {"p": 5, "q": 0}, "b": {"p": "-1/2", "q": 1}},
        "frameworks": [{"id": "priority", "curve": "power"}],
    }
    analysis = analyze(load_case(document))
    tried: list[None] = []
    judge, figures = Judge.of(analysis, None), figures_of(analysis.case)
    assert not list(nearer_pairs(judge, figures, "a", count=lambda: tried.append(None)))
    assert len(tried) == 15  # of six numbers, levels among them


STEPS = [Fraction(step, 6) for step in range(-6, 7)]


@settings(max_examples=10)
@given(documents(DEFAULTS, options=(2, 2), people=(1, 2), sources=2), st.data())
def test_no_pair_on_a_grid_is_smaller_than_the_one_told(
    document: dict[str, Any], data: st.DataObject
):
    case = load_case(document)
    analysis = analyze(case)
    judge = Judge.of(analysis)
    figures = [f for f in figures_of(analysis.case) if f.span][:4]
    if judge.hearing is None or len(figures) < 2:
        return
    option = data.draw(st.sampled_from(analysis.graph.options))
    *_, least = [None, *nearer_pairs(judge, figures, option, count=lambda: None)]
    if least is not None:
        values = {c.name: c.value for c in least.changes if c.value is not None}
        again = judged(with_cells(analysis.case, values), Setup())
        assert again == least.statuses
        assert again[option] is not analysis.status(option)
    across, up = data.draw(st.permutations(figures))[:2]
    for one in STEPS:
        for other in STEPS:
            # A hair beside the grid: what comes out on a border alone is not looked for.
            x, y = one * Fraction(999, 1000), other * Fraction(997, 1000)
            values = {across.path: across.value + x * across.span}
            values[up.path] = up.value + y * up.span
            if least is None or abs(x) + abs(y) < least.share:
                assert judge.at(values)[option] is analysis.status(option)

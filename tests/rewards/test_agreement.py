"""The judge says of every row what the analysis of the row's case says, on ties as well."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argue.analysis import analyze
from argue.errors import ArgueError, LimitExceeded
from argue.rewards.codes import STATUS_OF_CODE, WORD_OF_CODE
from argue.rewards.judge import Judge
from tests.rewards.templates import Drawn, drawn

ROWS = 6


def compiled(template: Drawn) -> Judge | None:
    """The judge of a template, none where it says that it cannot be one."""
    try:
        return template.judge()
    except LimitExceeded:
        return None


def row_of(batch, row):
    return {name: column[row] for name, column in batch.items()}


def assert_agrees(template: Drawn) -> int:
    judge = compiled(template)
    if judge is None:
        return 0
    batch = template.batch(judge, ROWS)
    try:
        verdicts = judge(batch)
    except ArgueError:
        with pytest.raises(ArgueError):
            for row in range(ROWS):
                analyze(judge.case_of(row_of(batch, row)))
        return 0
    for row in range(ROWS):
        analysis = judge.explain(row_of(batch, row))
        said = {
            o: STATUS_OF_CODE[int(c)]
            for o, c in zip(judge.options, verdicts.statuses[row], strict=True)
        }
        assert said == dict(analysis.statuses)
        for source, words in analysis.alone.items():
            alone = verdicts.alone[source][row]
            assert [WORD_OF_CODE[int(code)] for code in alone] == list(words.values())
        counts = [analysis.shared.allowed_by[option] for option in judge.options]
        assert [k for k, _ in counts] == verdicts.allowing[row].tolist()
        assert {n for _, n in counts} == {int(verdicts.speaking[row])}
    return verdicts.redone


@given(st.integers(0, 10**6))
def test_every_row_is_judged_as_its_case_is(seed):
    assert_agrees(drawn(seed))


@given(st.integers(0, 10**6))
def test_every_row_with_a_crowd_is_judged_as_its_case_is(seed):
    assert_agrees(drawn(seed, crowd=True))


def test_some_of_the_drawn_rows_need_fractions_and_most_templates_can_be_compiled():
    templates = [drawn(seed) for seed in range(60)]
    judges = [compiled(template) for template in templates]
    assert sum(judge is not None for judge in judges) >= 50
    found = [
        judge(template.batch(judge, 50)).redone
        for template, judge in zip(templates[:40], judges[:40], strict=True)
        if judge is not None
    ]
    assert any(found)


@settings(max_examples=10)
@given(st.integers(0, 10**6))
def test_chunks_and_single_rows_say_the_same_as_one_batch(seed):
    template = drawn(seed)
    judge = compiled(template)
    if judge is None:
        return
    batch = template.batch(judge, 300)
    try:
        whole = judge(batch)
    except ArgueError:
        return
    again = [judge(row_of(batch, row)).statuses[0] for row in range(0, 300, 17)]
    assert np.array_equal(whole.statuses[::17], np.array(again))
    part = judge({name: column[100:200] for name, column in batch.items()})
    assert np.array_equal(whole.statuses[100:200], part.statuses)
    assert np.array_equal(whole.scores[100:200], part.scores)

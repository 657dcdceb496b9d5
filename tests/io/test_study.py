"""Studies that could not be worked out are refused where they are read, with the place."""

import pytest

from argue.errors import CaseError
from argue.io.study import read_study

GRID = "title: T\nnorm: {from: 0, to: 1}\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (GRID + "judgements: [{amount: 1, people: 1e12, permissible: 1}]", "up to 1_000_000_000"),
        ("title: T\nexamples: [{features: [a], verdict: permissible}]\nprice: 1/2", "whole number"),
        (
            "title: T\nexamples: [{features: [a], verdict: permissible}]\nprice: 101",
            "from 1 to 100",
        ),
    ],
)
def test_numbers_beyond_what_can_be_worked_out_are_refused(text: str, said: str):
    with pytest.raises(CaseError, match=said) as error:
        read_study(text)
    assert all(problem.code == "C044" and problem.line for problem in error.value.problems)

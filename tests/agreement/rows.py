"""Drawn templates: the batched judge, and the analysis of the case of every row."""

from __future__ import annotations

from tests.rewards.templates import drawn
from tests.rewards.test_agreement import ROWS, assert_agrees

CROWDED = 4
"""One template in so many has a crowd of people in a column."""


def check(number: int) -> int:
    """Answers how many rows were checked; raises AssertionError where judge and analysis differ."""
    try:
        assert_agrees(drawn(number, crowd=number % CROWDED == 0))
    except AssertionError as error:
        raise AssertionError(f"template {number}: {error}") from error
    return ROWS

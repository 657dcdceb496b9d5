"""Inputs drawn by hypothesis from a number, so many at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

Drawn = TypeVar("Drawn")

AT_ONCE = 100
"""So many are drawn from one number."""


def every_drawn(
    strategy: st.SearchStrategy[Drawn],
    number: int,
    compare: Callable[[Drawn], None],
    *,
    most: int = AT_ONCE,
) -> int:
    """Answers how many inputs drawn from a number were compared; raises for the first that fails.

    What fails is made as small as it can be before it is told.
    """
    compared = 0

    @seed(number)
    @settings(
        max_examples=most,
        database=None,
        deadline=None,
        derandomize=False,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def each(drawn: Drawn) -> None:
        nonlocal compared
        compare(drawn)
        compared += 1

    each()
    return compared

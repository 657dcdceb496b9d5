"""The bundled cases that slow tests go through: a share of them, or with EVERY_CASE=1 all."""

import os
from functools import cache

from argue.analysis import analyze
from argue.io.bundled import bundled_ids
from argue.io.case import load_case
from argue.verdict.result import Analysis

ALWAYS = ("hiring-screening", "mask-mandate", "mask-mandate-exemptions", "windfall-sharing")
"""Cases that have a bit of everything."""


def some_cases(share: int = 6) -> tuple[str, ...]:
    """The cases that a slow test goes through, in order: those always taken, and one in `share`."""
    every = bundled_ids()
    if os.environ.get("EVERY_CASE") == "1":
        return every
    return tuple(sorted({*every[::share], *ALWAYS}))


@cache
def analysis_of(case: str) -> Analysis:
    """What a bundled case comes to as it stands; found once, since many tests ask."""
    return analyze(load_case(case))

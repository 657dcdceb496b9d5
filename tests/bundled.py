"""The bundled cases that slow tests go through: a third of them, or with EVERY_CASE=1 all."""

import os

from argue.io.bundled import bundled_ids

ALWAYS = ("hiring-screening", "mask-mandate", "mask-mandate-exemptions", "windfall-sharing")
"""Cases that have a bit of everything."""


def some_cases() -> tuple[str, ...]:
    """The cases that a slow test goes through, in order."""
    every = bundled_ids()
    if os.environ.get("EVERY_CASE") == "1":
        return every
    return tuple(sorted({*every[::3], *ALWAYS}))

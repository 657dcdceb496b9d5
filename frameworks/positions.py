"""Positions: how well off people are once an option is taken, their level before plus its effect.

What the veil, equality, priority and sufficiency read of a case, and what bargaining gains from.
"""

from __future__ import annotations

from argue.errors import FrameworkError
from argue.model.framework import View
from argue.model.numbers import Number, Ops
from frameworks import welfare_functionals as functionals
from frameworks.welfare_functionals import Profile

BEFORE = "before"
"""The disagreement point that is the positions before the choice."""


def positions(view: View) -> list[list[Number]]:
    """Answers for each option the position of each standpoint: level plus effect."""
    return [
        [level + cell for level, cell in zip(view.levels, row, strict=True)] for row in view.cells
    ]


def profiles(view: View) -> list[Profile]:
    """Answers for each option the positions of those who exist under it, and their numbers.

    Raises: FrameworkError if nobody does.
    """
    found: list[Profile] = []
    for option, row in zip(view.options, view.cells, strict=True):
        entries = zip(view.levels, row, view.counts, strict=True)
        here = [(level + cell, count) for level, cell, count in entries if cell is not None]
        profile = functionals.held([value for value, _ in here], [count for _, count in here])
        if not profile.values:
            raise FrameworkError(f"nobody exists under {option}, so it has no position to be in")
        found.append(profile)
    return found


def gains(view: View) -> list[Profile]:
    """Answers for each option what each standpoint gains over disagreement.

    Raises: FrameworkError if disagreement is neither `before` nor an option.
    """
    point = view.parameters["disagreement"]
    if point != BEFORE and point not in view.options:
        known = ", ".join((BEFORE, *view.options))
        raise FrameworkError(f"disagreement {point!r} is no option; write one of: {known}")
    base = [0] * len(view.counts) if point == BEFORE else view.cells[view.options.index(point)]
    return [
        Profile([cell - start for cell, start in zip(row, base, strict=True)], view.counts)
        for row in view.cells
    ]


def averages(view: View, ops: Ops) -> list[Number]:
    """Answers the average position, for each option: the value of an equal chance of each."""
    return [functionals.average(profile, ops) for profile in profiles(view)]

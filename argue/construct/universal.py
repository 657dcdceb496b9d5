"""What universalization sees: the utility of use by number of people, and what is said of a maxim.

A challenge may say what is to be read of one option instead (that fewer would do it, a narrower
maxim, what others do anyway, no threshold); while it stands, the test is made with that.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from argue.construct.worlds import Question, World, open_answers
from argue.errors import LimitExceeded
from argue.model.case import (
    Case,
    Cell,
    ChallengeStatus,
    FrameworkUse,
    Shape,
    Universal,
    UniversalShape,
)
from argue.model.framework import View
from argue.model.numbers import Number

ZERO, ONE = Fraction(0), Fraction(1)

Entry = Universal | UniversalShape

ReadCell = Callable[[Case, Cell, World], "Number | None"]


def reading_challenges(case: Case, use: FrameworkUse) -> tuple[str, ...]:
    """Answers the challenges that can stand and say what this use is to read instead."""
    return tuple(
        c.id
        for c in case.challenges.values()
        if c.universal is not None
        and c.status is not ChallengeStatus.REFUTED
        and c.against.name == use.id
        and open_answers(case, c.condition) is not None
    )


def universal_view(
    case: Case, use: FrameworkUse, world: World, *, parameters: Mapping[str, Any], read: ReadCell
) -> View:
    """Answers what universalization sees of the case in a world; `read` reads a cell in it."""
    entries = {**case.universal, **_read_instead(case, use, world)}
    chosen = {option: entries[option] for option in case.options}
    return View(
        options=tuple(case.options),
        universal=tuple(_utilities(case, o, e, (world, read)) for o, e in chosen.items()),
        maxims=tuple(entry.maxim for entry in chosen.values()),
        parameters=parameters,
    )


def _read_instead(case: Case, use: FrameworkUse, world: World) -> Mapping[str, Entry]:
    standing = [
        case.challenges[name]
        for name in reading_challenges(case, use)
        if world[Question("challenge", name)]
    ]
    return {str(c.against.worse): c.universal for c in standing if c.universal is not None}


def _utilities(
    case: Case, option: str, entry: Entry, at: tuple[World, ReadCell]
) -> tuple[Number, Number]:
    if isinstance(entry, UniversalShape):
        return utility_of_use(entry, entry.interested), ZERO
    world, read = at
    everyone, nobody = (read(case, cell, world) for cell in (entry.everyone, entry.nobody))
    if everyone is None or nobody is None:
        raise LimitExceeded(f"universal.{option} is about utility, which cannot be absent")
    return everyone, nobody


def utility_of_use(entry: UniversalShape, actors: Fraction) -> Fraction:
    """Answers U(n), the utility if n people do it, with U(0) = 0.

    Threshold: the gain until harm begins, falling in a straight line to minus the loss where it
    is complete. Aggregation: each adds gain less loss. Coordination: the gain in proportion, less
    four times the loss where half do it and half do not.
    Source: [Levine20], figure 1, for the shapes; the lines between the points are ours.
    """
    return _SHAPES[entry.shape](entry, actors) if actors > 0 else ZERO


def _threshold(entry: UniversalShape, actors: Fraction) -> Fraction:
    low, high = entry.threshold or (ONE, ONE)
    if actors < low:
        return entry.gain
    if actors >= high:
        return -entry.loss
    return entry.gain - (entry.gain + entry.loss) * (actors - low) / (high - low)


def _aggregation(entry: UniversalShape, actors: Fraction) -> Fraction:
    return actors * (entry.gain - entry.loss)


def _coordination(entry: UniversalShape, actors: Fraction) -> Fraction:
    share = actors / entry.population
    return entry.gain * share - 4 * entry.loss * share * (1 - share)


_SHAPES = {
    Shape.THRESHOLD: _threshold,
    Shape.AGGREGATION: _aggregation,
    Shape.COORDINATION: _coordination,
}

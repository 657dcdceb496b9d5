"""What is said of an option as everyone's practice: for universalization."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from argue.model.cells import Cell
from argue.model.record import record


class Shape(StrEnum):
    """How the utility of an act depends on how many do it."""

    THRESHOLD = "threshold"
    AGGREGATION = "aggregation"
    COORDINATION = "coordination"


@record
class Maxim:
    """What is said of doing an option as everyone's practice, beside its utility.

    `own` is the agent's own utility if everyone does it and if nobody does; `means` the chance
    that it brings about what it is done for, if everyone does it and if only the agent does.
    """

    conceivable: bool = True
    own: tuple[Fraction, Fraction] | None = None
    means: tuple[Fraction, Fraction] | None = None


@record
class Universal:
    """Utility if everyone does the option, and if nobody does; an omission has both 0."""

    everyone: Cell
    nobody: Cell
    refrain: bool = False
    maxim: Maxim = Maxim()


@record
class UniversalShape:
    """Utility of an option by the number of people who do it.

    Of `population` persons, `interested` (the agent among them) would do it if they felt free to.
    `threshold` holds the numbers of people at which harm begins and at which it is complete;
    `gain` is the utility below harm, `loss` the harm at collapse (positive).
    """

    shape: Shape
    population: Fraction
    interested: Fraction
    gain: Fraction = Fraction(0)
    loss: Fraction = Fraction(0)
    threshold: tuple[Fraction, Fraction] | None = None
    maxim: Maxim = Maxim()

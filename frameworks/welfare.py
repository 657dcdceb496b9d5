"""Welfare: the option with the larger sum of effects is better, whoever gets them.

Source: Bentham 1789; Sidgwick 1907, book IV. The average over persons is reported, since it does
not depend on how finely a kind of person is divided.
"""

from __future__ import annotations

from argue.errors import FrameworkError
from argue.model.framework import Claim, CriticalQuestion, Findings, Framework, View
from argue.model.numbers import Number, Ops
from frameworks.welfare_functionals import nobody

NOBODY = "every standpoint counts 0 persons: give one a count above 0"


def same_people(view: View) -> None:
    """Refuses options under which different people exist.

    Raises: FrameworkError naming somebody who is absent, and what can compare such options.
    """
    for option, row in zip(view.options, view.cells, strict=True):
        absent = [k for k, cell in zip(view.standpoints, row, strict=True) if cell is None]
        if absent:
            raise FrameworkError(
                f"{absent[0]} is absent under {option}, and this framework compares the same "
                "people: give a number, or take the veil with rule average, total or maximin"
            )


def averages(view: View, ops: Ops) -> list[Number]:
    """Answers the average effect on a person, for each option."""
    same_people(view)
    if nobody(view.counts):
        raise FrameworkError(NOBODY)
    people = ops.total(view.counts)
    return [
        ops.total([count * cell for count, cell in zip(view.counts, row, strict=True)]) / people
        for row in view.cells
    ]


def compare(view: View, ops: Ops) -> Findings:
    """Finds for each pair of options by how much the first has the larger average."""
    average = averages(view, ops)
    return Findings({(None, a, b): average[a] - average[b] for a, b in view.pairs})


def word(claim: Claim) -> str:
    """Puts one comparison of averages into a sentence."""
    return (
        f'"{claim.better}" has better effects than "{claim.worse}", '
        f"by {claim.margin} a person on average"
    )


FRAMEWORK = Framework(
    id="welfare",
    title="Welfare",
    scheme="The option whose effects on all, added up, are better is to be preferred.",
    source="Sidgwick 1907",
    compare=compare,
    word=word,
    value=averages,
    unit="a person on average",
    family=lambda parameters: "welfare",
    critical_questions=(
        CriticalQuestion("comparability", "Can gains to one be weighed against losses to another?"),
        CriticalQuestion("uncounted", "Is somebody affected who is not counted?"),
        CriticalQuestion("probability", "Are the effects as likely as the numbers suppose?"),
        CriticalQuestion("aggregation", "May many small gains outweigh one grave loss here?"),
    ),
)

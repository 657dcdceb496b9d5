"""Priority: benefits matter more the worse off those are who get them.

Source: Parfit 1997. Unlike equality it asks of each person how they fare by themselves, not beside
others, so that levelling down is in no respect better. How much more is a parameter; at 0 it is
welfare, without limit it comes to the worst off alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from argue.errors import FrameworkError
from argue.model.framework import Claim, CriticalQuestion, Findings, Framework, Parameter, View
from argue.model.numbers import TOLERANCE, Number, Ops, OutsideDomain, TooLarge
from frameworks import welfare_functionals as functionals
from frameworks.positions import profiles
from frameworks.welfare import same_people


def weighted(view: View, ops: Ops) -> list[Number]:
    """Answers the sum over persons of what their position is worth, for each option.

    Raises: FrameworkError where `curve: power` meets a position of 0 or less.
    """
    same_people(view)
    curve, priority = view.parameters["curve"], view.parameters["priority"]
    try:
        return [
            functionals.prioritarian(profile, ops, curve=curve, priority=priority)
            for profile in profiles(view)
        ]
    except TooLarge as error:
        raise FrameworkError(f"the worth of somebody's position: {error}") from error
    except OutsideDomain as error:
        raise FrameworkError(
            f"priority with curve power needs positions above 0 ({error}): give the standpoints "
            "a level, or take curve: exponential with a priority per unit"
        ) from error


def compare(view: View, ops: Ops) -> Findings:
    """Finds for each pair of options by how much the first is better, the worse off first."""
    found = weighted(view, ops)
    return Findings({(None, a, b): found[a] - found[b] for a, b in view.pairs})


def word(claim: Claim) -> str:
    """Puts one comparison into a sentence; its margin is in no unit of the case."""
    return f'"{claim.better}" does more than "{claim.worse}" where people are worse off'


def family(parameters: Mapping[str, Any]) -> str:
    """Without priority it orders options as welfare does, and counts with it."""
    return "welfare" if parameters["priority"] == 0 else "priority"


FRAMEWORK = Framework(
    id="priority",
    title="Priority to the worse off",
    scheme="The option that benefits people most, benefits to the worse off counting for more.",
    source="Parfit 1997",
    compare=compare,
    word=word,
    value=weighted,
    levels=True,
    exact=lambda parameters: parameters["priority"] == 0,
    family=family,
    unit="of weighted position",
    parameters=(
        Parameter(
            "curve",
            "power (by how many times better off one is; positions must be above 0) or "
            f"exponential (by how many units; the same everywhere); {TOLERANCE}.",
            kind="choice",
            default="power",
            choices=("power", "exponential"),
        ),
        Parameter(
            "priority",
            "How much more benefits count the worse off one is; 0: alike, 1 with curve power: in "
            "inverse proportion to the position.",
            default=1,
            low=0,
        ),
    ),
    critical_questions=(
        CriticalQuestion("cause", "Are the worse off so by their own choice?"),
        CriticalQuestion("whole_life", "Are they worse off over their lives, or only now?"),
        CriticalQuestion("risk", "Is it outcomes that are weighed, or what people can expect?"),
        CriticalQuestion("sufficiency", "Do the worse off have enough already?"),
    ),
)

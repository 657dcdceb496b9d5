"""Autonomy: the fewer people are coerced or deceived, the better.

Sources: Mill 1859, for a person's own good as no warrant; Feinberg 1986 and Dworkin 1972, for soft
and hard paternalism; Pettit 1989, for values to be furthered as against values to be honoured.
Here autonomy is furthered: persons are counted. Where it is to be honoured whatever the number,
take `humanity` or `deontic`. Someone who has consented to an option is not interfered with.
"""

from __future__ import annotations

from argue.errors import FrameworkError
from argue.model.framework import Claim, CriticalQuestion, Findings, Framework, Parameter, View
from argue.model.numbers import Number, Ops
from frameworks.humanity import verbs_of, wronged_by

WRONGS = ("coerces", "deceives")
COUNTS, EXCUSED = "counts", "excused"


def interfered(view: View, ops: Ops) -> list[Number]:
    """Answers with how many persons each option interferes.

    With `own_good: excused` only those are counted who are left worse off than before.
    """
    found: list[Number] = []
    for option, _ in enumerate(view.options):
        people = [k for k, done in enumerate(wronged_by(view, option)) if done]
        counts = [view.counts[k] for k in people]
        if view.parameters["own_good"] == EXCUSED:
            cells = [_effect(view, option, k) for k in people]
            counts = [
                ops.when_more(0, cell, count) for cell, count in zip(cells, counts, strict=True)
            ]
        found.append(ops.total(counts))
    return found


def _effect(view: View, option: int, person: int) -> Number:
    cell = view.cells[option][person]
    if cell is None:
        raise FrameworkError(
            f"{view.standpoints[person]} is absent under {view.options[option]}, which cannot "
            "interfere with them"
        )
    return cell


def compare(view: View, ops: Ops) -> Findings:
    """Finds with how many fewer persons the first option of a pair interferes."""
    persons = interfered(view, ops)
    return Findings({(None, a, b): persons[b] - persons[a] for a, b in view.pairs})


def word(claim: Claim) -> str:
    """Puts one comparison of the numbers interfered with into a sentence."""
    return (
        f'"{claim.worse}" {verbs_of(tuple(claim.parameters["wrongs"]))} more people without '
        f'their consent than "{claim.better}"'
    )


FRAMEWORK = Framework(
    id="autonomy",
    title="Autonomy",
    scheme="The option under which fewer people are coerced or deceived is better in one respect.",
    source="Mill 1859",
    compare=compare,
    word=word,
    value=interfered,
    value_is_burden=True,
    persons=False,
    wrongs=WRONGS,
    numbers=lambda parameters: parameters["own_good"] == EXCUSED,
    unit="persons interfered with",
    parameters=(
        Parameter(
            "wrongs",
            f"What counts as interfering: some of {', '.join(WRONGS)}.",
            kind="names",
            default=WRONGS,
            choices=WRONGS,
        ),
        Parameter(
            "own_good",
            "counts (interfering with somebody for their own good is interfering) or excused "
            "(not where they are left no worse off than before).",
            kind="choice",
            default=COUNTS,
            choices=(COUNTS, EXCUSED),
        ),
    ),
    critical_questions=(
        CriticalQuestion("consent", "Have they agreed, or would they when they can think clearly?"),
        CriticalQuestion("competence", "Are they in a state to decide for themselves?"),
        CriticalQuestion("harm_to_others", "Is it done to keep them from harming others?"),
        CriticalQuestion("options_left", "Does it leave them other ways to do what they want?"),
    ),
)

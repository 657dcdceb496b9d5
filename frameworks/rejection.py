"""Reasonable rejection: no one may be left with a complaint stronger than the alternatives raise.

Source: Scanlon 1998, chapter 5. Complaints of single standpoints are compared, never added; a
complaint is answered by someone who would bear as much under the alternative. Where the strongest
complaints are equal, numbers break the tie (Scanlon 1998, 232-235), or do not (Taurek 1977).
"""

from __future__ import annotations

from collections.abc import Sequence

from argue.model.framework import (
    Claim,
    CriticalQuestion,
    Findings,
    Framework,
    Parameter,
    View,
    Voice,
)
from argue.model.numbers import Number, Ops
from frameworks.welfare import same_people

NUMBERS = "numbers"
Complaints = list[list[Number]]


def menu_complaints(view: View, ops: Ops) -> Complaints:
    """Answers what each standpoint loses under each option against its best in the menu."""
    best = [ops.largest(column) for column in zip(*view.cells, strict=True)]
    return [
        [
            factor * ops.positive(top - cell)
            for factor, top, cell in zip(factors, best, row, strict=True)
        ]
        for factors, row in zip(view.factors, view.cells, strict=True)
    ]


def level_complaints(view: View, ops: Ops) -> Complaints:
    """Answers how far below the best position anyone has each complainant is, under each option.

    Only those who would do better under another option complain; the worse off, the stronger.
    """
    positions = [
        [level + cell for level, cell in zip(view.levels, row, strict=True)] for row in view.cells
    ]
    top = ops.largest([ops.largest(row) for row in positions])
    best = [ops.largest(column) for column in zip(*positions, strict=True)]
    return [
        [
            factor * ops.when_more(mine, place, top - place)
            for factor, mine, place in zip(factors, best, row, strict=True)
        ]
        for factors, row in zip(view.factors, positions, strict=True)
    ]


def pairwise_complaints(view: View, ops: Ops, *, worse: int, better: int) -> list[Number]:
    """Answers what each standpoint loses under one option against one alternative."""
    return [
        factor * ops.positive(there - here)
        for factor, there, here in zip(
            view.factors[worse], view.cells[better], view.cells[worse], strict=True
        )
    ]


def largest_complaints(view: View, ops: Ops) -> list[Number]:
    """Answers the strongest complaint against each option, over the whole menu."""
    same_people(view)
    kind = level_complaints if view.parameters["complaint"] == "level" else menu_complaints
    return [ops.largest(row) for row in kind(view, ops)]


def compare(view: View, ops: Ops) -> Findings:
    """Finds the complaints that meet in each pair of options, and ties broken by numbers."""
    same_people(view)
    kind = view.parameters["complaint"]
    if kind == "pairwise":
        complaints = {
            (a, b): (
                pairwise_complaints(view, ops, worse=a, better=b),
                pairwise_complaints(view, ops, worse=b, better=a),
            )
            for a, b in view.pairs
        }
    else:
        menu = (menu_complaints if kind == "menu" else level_complaints)(view, ops)
        complaints = {(a, b): (menu[a], menu[b]) for a, b in view.pairs}
    if view.parameters["ties"] == "none":
        return Findings({}, complaints)
    ties: dict[tuple[Voice, int, int], Number] = {
        (NUMBERS, *pair): tie(view, ops, *both) for pair, both in complaints.items()
    }
    return Findings(ties, complaints)


def tie(view: View, ops: Ops, against_a: Sequence[Number], against_b: Sequence[Number]) -> Number:
    """Answers the level at which numbers speak for a over b, where the strongest tie; else 0.

    At the highest complaint that not equally many hold against both, fewer hold it against a.
    """
    return ops.when_equal(
        ops.largest(against_a),
        ops.largest(against_b),
        ops.first_count_difference(against_a, against_b, view.counts),
    )


def word(claim: Claim) -> str:
    """Puts one complaint, or a tie broken by numbers, into a sentence."""
    if claim.voice == NUMBERS:
        return (
            f"the strongest complaints are equal; more people would have one of {claim.margin} "
            f'against "{claim.worse}" than against "{claim.better}"'
        )
    return f'a complaint of {claim.margin} by {claim.voice} speaks against "{claim.worse}"'


FRAMEWORK = Framework(
    id="rejection",
    title="Reasonable rejection",
    scheme="A plan is wrong if someone has a complaint against it stronger than any that an "
    "alternative would raise.",
    source="Scanlon 1998",
    compare=compare,
    word=word,
    value=largest_complaints,
    value_is_burden=True,
    reads="general",
    complaints=True,
    whole=lambda parameters: True,
    unit="of complaint",
    parameters=(
        Parameter(
            "complaint",
            "What a complaint is measured against: menu (one's best option), pairwise (the "
            "alternative at hand; may cycle), level (how badly off one is).",
            kind="choice",
            default="menu",
            choices=("menu", "pairwise", "level"),
        ),
        Parameter(
            "ties",
            "Whether numbers decide between equally strong complaints: numbers or none.",
            kind="choice",
            default="numbers",
            choices=("numbers", "none"),
        ),
        Parameter(
            "rights_weight",
            "What a complaint is multiplied by where its holder is used as a means or a right "
            "of theirs is breached.",
            default=2,
            low=1,
        ),
        Parameter(
            "residue_above",
            "A complaint above this against every option is reported as a residue.",
            low=0,
        ),
    ),
    critical_questions=(
        CriticalQuestion("consent", "Has the complainant agreed to this burden?"),
        CriticalQuestion("trivial", "Is the burden too slight to complain of?"),
        CriticalQuestion("generic", "Would anyone in this standpoint have this complaint?"),
        CriticalQuestion("ex_ante", "Is the complaint about a prospect or about an outcome?"),
        CriticalQuestion("incomparable", "Are the two burdens of kinds that can be compared?"),
        CriticalQuestion("numbers", "Should numbers decide between equal complaints?"),
    ),
)

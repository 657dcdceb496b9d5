"""Reasonable rejection: no one may be left with a complaint stronger than the alternatives raise.

Source: Scanlon 1998, chapter 5. Complaints of single standpoints are compared, never added; a
complaint is answered by someone who would bear as much under the alternative. Where the strongest
complaints are equal, numbers break the tie (Scanlon 1998, 232-235), or do not (Taurek 1977); that
a slight complaint breaks none is Kamm 1993. Limited aggregation adds up those complaints that are
relevant; see `frameworks.relevance`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from argue.errors import FrameworkError
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
from frameworks import relevance
from frameworks.welfare import same_people

NUMBERS, SPARED = "numbers", "spared"
BEFORE = "before"
Complaints = list[list[Number]]
Met = Mapping[tuple[int, int], tuple[Sequence[Number], Sequence[Number]]]
"""The complaints that meet in a pair of options: against the first, and against the second."""


def menu_complaints(view: View, ops: Ops) -> Complaints:
    """Answers what each standpoint loses under each option against its best in the menu."""
    best = [ops.largest(column) for column in zip(*view.cells, strict=True)]
    return [_losses(view, ops, here, from_=best) for here, _ in enumerate(view.options)]


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
            factor * capped(view, ops, ops.when_more(mine, place, top - place))
            for factor, mine, place in zip(factors, best, row, strict=True)
        ]
        for factors, row in zip(view.factors, positions, strict=True)
    ]


def pairwise_complaints(view: View, ops: Ops, *, worse: int, better: int) -> list[Number]:
    """Answers what each standpoint loses under one option against one alternative."""
    return _losses(view, ops, worse, from_=view.cells[better])


def _losses(view: View, ops: Ops, option: int, *, from_: Sequence[Number]) -> list[Number]:
    """Answers the weighed losses under an option, from these effects.

    Somebody the option wrongs loses from their status before, 0, if that is better: to kill one
    who would die anyway still wrongs them.
    """
    wronged = [False] * len(from_)
    if view.parameters["wronged_from"] == BEFORE:
        ways = [rows[option] for rows in view.wrongs.values()]
        wronged = [any(done) for done in zip(wronged, *ways, strict=True)]
    starts = [ops.largest([top, 0]) if w else top for top, w in zip(from_, wronged, strict=True)]
    return [
        factor * capped(view, ops, ops.positive(start - cell))
        for factor, start, cell in zip(
            view.factors[option], starts, view.cells[option], strict=True
        )
    ]


def capped(view: View, ops: Ops, loss: Number) -> Number:
    """Answers a loss, or the ceiling where it is above."""
    ceiling = view.parameters["at_most"]
    return loss if ceiling is None else ops.smallest([loss, ceiling])


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
    if view.parameters["aggregation"] != "none":
        return Findings(_leads(view, ops, complaints))
    if view.parameters["ties"] == "none":
        return Findings({}, complaints)
    ties: dict[tuple[Voice, int, int], Number] = {}
    for pair, both in complaints.items():
        ties[NUMBERS, *pair] = by_numbers = tie(view, ops, *both)
        if view.parameters["relevance"]:
            ties[SPARED, *pair] = _spared(ops, *both, unless=by_numbers)
    return Findings(ties, complaints)


def tie(view: View, ops: Ops, against_a: Sequence[Number], against_b: Sequence[Number]) -> Number:
    """Answers the level at which numbers speak for a over b, where the strongest tie; else 0.

    At the highest complaint that not equally many hold against both, fewer hold it against a.
    Complaints that are slight beside the strongest do not count where a share `relevance` is given.
    """
    top = ops.largest(against_a)
    share = view.parameters["relevance"] or 0
    return ops.when_equal(
        top,
        ops.largest(against_b),
        ops.first_count_difference(
            relevance.relevant(against_a, ops, share=share, of=top),
            relevance.relevant(against_b, ops, share=share, of=top),
            view.counts,
        ),
    )


def _spared(
    ops: Ops, against_a: Sequence[Number], against_b: Sequence[Number], *, unless: Number
) -> Number:
    """Answers what a spares somebody and nobody pays for, where nothing stronger decides."""
    tied = ops.when_equal(
        ops.largest(against_a),
        ops.largest(against_b),
        relevance.dominance(against_a, against_b, ops),
    )
    return ops.when_equal(unless, 0, tied)


def _leads(view: View, ops: Ops, complaints: Met) -> dict[tuple[Voice, int, int], Number]:
    """Answers by how much relevant complaints weigh more against b than against a, by pair.

    Raises: FrameworkError if no share is given from which on a complaint is relevant.
    """
    share = view.parameters["relevance"]
    if share is None:
        raise FrameworkError(
            "aggregation needs `relevance`: the share of the strongest complaint, from 0 to 1, "
            "from which on another counts; 0 adds up all"
        )
    strongest = ops.largest([ops.largest(side) for both in complaints.values() for side in both])
    found: dict[tuple[Voice, int, int], Number] = {}
    for pair, both in complaints.items():
        rivals = [ops.largest(both[1]), ops.largest(both[0])]
        if view.parameters["aggregation"] == "global":
            rivals = [strongest, strongest]
        bounds = (share * rivals[0], share * rivals[1])
        found[NUMBERS, *pair] = lead = relevance.lead(both, view.counts, ops, bounds=bounds)
        found[SPARED, *pair] = ops.when_equal(lead, 0, relevance.dominance(*both, ops))
    return found


def word(claim: Claim) -> str:
    """Puts one complaint, or what numbers say, into a sentence."""
    if claim.voice == SPARED:
        return (
            f'"{claim.worse}" leaves somebody with a complaint {claim.margin} stronger than '
            f'"{claim.better}" does, and nobody with a weaker one'
        )
    if claim.voice == NUMBERS and claim.parameters["aggregation"] != "none":
        return (
            f'the relevant complaints against "{claim.worse}" add up to {claim.margin} more than '
            f'those against "{claim.better}"'
        )
    if claim.voice == NUMBERS:
        return (
            f"the strongest complaints are equal; more people would have one of {claim.margin} "
            f'against "{claim.worse}" than against "{claim.better}"'
        )
    return f'a complaint of {claim.margin} by {claim.voice} speaks against "{claim.worse}"'


def is_whole(parameters: Mapping[str, Any]) -> bool:
    """Answers whether nothing enters but differences of effects, in one unit."""
    return parameters["at_most"] is None and parameters["aggregation"] == "none"


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
    whole=is_whole,
    wrongs=("uses_as_means", "breaches_right_of"),
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
            "relevance",
            "The share of the strongest complaint, 0 to 1, from which on another counts where "
            "numbers do: a slight one then breaks no tie between grave ones. Not given: all count.",
            low=0,
            high=1,
        ),
        Parameter(
            "aggregation",
            "none (single complaints are compared), local (relevant ones are added up, relevant "
            "beside the strongest on the other side; may cycle) or global (beside the strongest "
            "of all). Needs relevance.",
            kind="choice",
            default="none",
            choices=("none", "local", "global"),
        ),
        Parameter(
            "at_most",
            "No single loss grounds a complaint stronger than this, before consent, "
            "responsibility and rights are weighed. Not given: no ceiling.",
            low=0,
        ),
        Parameter(
            "wronged_from",
            "What the complaint of somebody used as a means or of whom a right is breached runs "
            "from: before (their status before, if better than the alternatives) or menu.",
            kind="choice",
            default=BEFORE,
            choices=(BEFORE, "menu"),
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

"""Complaints: what each standpoint may complain of under an option, and how strongly.

Source: Scanlon 1998, chapter 5. A complaint runs from what one would have under an alternative;
consent, responsibility, rights and what is only allowed to happen weigh it, and it may have a
ceiling. Which alternative it runs from is where the literature splits.
"""

from __future__ import annotations

from collections.abc import Sequence

from argue.model.framework import View
from argue.model.numbers import Number, Ops
from frameworks.outcomes import by_state
from frameworks.welfare import same_people

Complaints = list[list[Number]]

BEFORE = "before"


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


def runs_from(view: View, place: tuple[int, int, int]) -> str:
    """Answers the option that a complaint is measured from, `before`, or nothing that has a name.

    The place is that of the better option, the worse one, and the standpoint that complains.
    """
    better, worse, person = place
    kind = view.parameters["complaint"]
    if kind == "level" or view.states:
        return ""
    effects = [row[person] for row in view.cells]
    start = effects[better] if kind == "pairwise" else max(effects)
    wronged = any(rows[worse][person] for rows in view.wrongs.values())
    if wronged and start < 0 and view.parameters["wronged_from"] == BEFORE:
        return BEFORE
    return view.options[better if effects[better] == start else effects.index(start)]


def largest_complaints(view: View, ops: Ops) -> list[Number]:
    """Answers the strongest complaint against each option, over the whole menu."""
    same_people(view)
    kind = level_complaints if view.parameters["complaint"] == "level" else menu_complaints
    states = [[ops.largest(row) for row in kind(seen, ops)] for seen in by_state(view)]
    return [ops.largest(strongest) for strongest in zip(*states, strict=True)]


def met(view: View, ops: Ops) -> dict[tuple[int, int], tuple[list[Number], list[Number]]]:
    """Answers the complaints that meet in each pair of options, against the first and the second.

    The view is that of one state, or of no common draw.
    """
    kind = view.parameters["complaint"]
    if kind == "pairwise":
        return {
            (a, b): (
                pairwise_complaints(view, ops, worse=a, better=b),
                pairwise_complaints(view, ops, worse=b, better=a),
            )
            for a, b in view.pairs
        }
    menu = (menu_complaints if kind == "menu" else level_complaints)(view, ops)
    return {(a, b): (menu[a], menu[b]) for a, b in view.pairs}

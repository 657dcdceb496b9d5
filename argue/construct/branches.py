"""Lotteries seen by what may come of them: people by outcome, or states that one draw brings about.

A lottery's branches are laid out along one draw in the order written. So a person's outcomes
under several options are those of the same draw, and lotteries with the same chances in the same
order turn on the same states.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from argue.errors import LimitExceeded
from argue.model.framework import COMMON, Prospect, View
from argue.model.numbers import Number

MOST_OUTCOMES = 100_000
"""Most cells that outcomes or states may come to, over all options and standpoints."""

Outcome = tuple[Fraction, tuple[Number | None, ...]]
"""A chance, and the number that each of several prospects then comes to (None: nobody there)."""


def seen_by_outcome(seen: View, prospects: Sequence[Sequence[Prospect]], *, draw: str) -> View:
    """Answers a view with its lotteries drawn: `prospects` are by option and standpoint.

    Raises: LimitExceeded if there are more than MOST_OUTCOMES cells.
    """
    return _in_states(seen, prospects) if draw == COMMON else _in_branches(seen, prospects)


def outcomes(prospects: Sequence[Prospect]) -> Iterator[Outcome]:
    """Yields what one draw comes to for several prospects, with the chance of each.

    >>> half = Fraction(1, 2)
    >>> [(str(p), numbers) for p, numbers in outcomes([[(half, 8), (half, 0)], [(1, 3)]])]
    [('1/2', (8, 3)), ('1/2', (0, 3))]
    """
    drawn = [[(p, number) for p, number in each if p > 0] for each in prospects]
    ends = [_ends(each) for each in drawn]
    places = [0] * len(drawn)
    start, last = Fraction(0), max((e[-1] for e in ends if e), default=Fraction(1))
    while start < last:
        end = min((e[place] for e, place in zip(ends, places, strict=True) if e), default=last)
        numbers = (
            each[place][1] if each else None for each, place in zip(drawn, places, strict=True)
        )
        yield end - start, tuple(numbers)
        places = [
            place + (bool(e) and e[place] == end) for e, place in zip(ends, places, strict=True)
        ]
        start = end


def _ends(prospect: Prospect) -> list[Fraction]:
    """Answers up to where each branch reaches along the draw."""
    reached, found = Fraction(0), list[Fraction]()
    for chance, _ in prospect:
        reached += chance
        found.append(reached)
    return found


def _in_branches(seen: View, prospects: Sequence[Sequence[Prospect]]) -> View:
    """Answers the view in which a standpoint is listed once an outcome, with its share of it."""
    drawn = [tuple(outcomes([row[k] for row in prospects])) for k in range(len(seen.standpoints))]
    copies = [k for k, found in enumerate(drawn) for _ in found]
    _bounded(len(copies) * len(seen.options))
    return replace(
        seen,
        standpoints=tuple(seen.standpoints[k] for k in copies),
        cells=[
            [numbers[option] for found in drawn for _, numbers in found]
            for option in range(len(seen.options))
        ],
        counts=[seen.counts[k] * p for k, found in enumerate(drawn) for p, _ in found],
        levels=[seen.levels[k] for k in copies],
        factors=[[row[k] for k in copies] for row in seen.factors],
        wrongs={
            name: [[row[k] for k in copies] for row in rows] for name, rows in seen.wrongs.items()
        },
    )


def _in_states(seen: View, prospects: Sequence[Sequence[Prospect]]) -> View:
    """Answers the view with the cells in every state of one draw for all."""
    width = len(seen.standpoints)
    every = [prospect for row in prospects for prospect in row]
    _bounded(len({end for prospect in every for end in _ends(prospect)}) * len(every))
    return replace(
        seen,
        states=[
            (p, [list(numbers[i : i + width]) for i in range(0, len(numbers), width)])
            for p, numbers in outcomes(every)
        ],
    )


def _bounded(cells: int) -> None:
    if cells > MOST_OUTCOMES:
        raise LimitExceeded(
            f"the lotteries come to {cells:_} outcomes; at most {MOST_OUTCOMES:_} are looked at: "
            "write fewer branches, or take when: ex_ante"
        )

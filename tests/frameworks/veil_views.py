"""Distributions of positions as the veil sees them."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from argue.model.framework import View
from argue.model.numbers import EXACT
from frameworks.veil import FRAMEWORK, compare, value

Row = Sequence[Any]


def veil_view(rows: Mapping[str, Row], *, counts: Row = (), levels: Row = (), **given: Any) -> View:
    """The view of options with these positions, one person each unless told otherwise."""
    size = len(next(iter(rows.values())))
    return View(
        options=tuple(rows),
        standpoints=tuple(f"p{index}" for index in range(size)),
        cells=[[None if cell is None else Fraction(cell) for cell in row] for row in rows.values()],
        counts=[Fraction(count) for count in counts or [1] * size],
        levels=[Fraction(level) for level in levels or [0] * size],
        parameters={**FRAMEWORK.defaults(), **given},
    )


def lead(first: Row, second: Row, *, counts: Row = (), **given: Any) -> Fraction:
    """By how much the first distribution is preferred to the second behind the veil."""
    seen = veil_view({"first": first, "second": second}, counts=counts, **given)
    return compare(seen, EXACT).margins[None, 0, 1]


def chosen(rows: Mapping[str, Row], *, counts: Row = (), **given: Any) -> set[str]:
    """The options to which no other is preferred behind the veil."""
    seen = veil_view(rows, counts=counts, **given)
    margins = compare(seen, EXACT).margins
    beaten = {b for (_, _, b), margin in margins.items() if margin > 0}
    return {option for index, option in enumerate(seen.options) if index not in beaten}


def values(rows: Mapping[str, Row], *, counts: Row = (), **given: Any) -> dict[str, Fraction]:
    """What the rule measures first, by option."""
    seen = veil_view(rows, counts=counts, **given)
    return dict(zip(seen.options, value(seen, EXACT), strict=True))

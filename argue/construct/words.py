"""Numbers and arguments put into words; nothing here decides anything."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

DECIMALS = 4
"""A number with more decimals than this is rounded to as many significant digits."""
GROUPED_FROM = 10_000
"""From here on thousands are set apart."""


def written(number: Fraction) -> str:
    """Answers a number as people write it, marked `about` where it had to be rounded."""
    scaled = number * 10**DECIMALS
    if scaled.denominator != 1:
        return f"about {_rounded(float(number))}"
    sign, digits = "-" if number < 0 else "", f"{abs(scaled.numerator):0{DECIMALS + 1}d}"
    whole, part = digits[:-DECIMALS], digits[-DECIMALS:].rstrip("0")
    if int(whole) >= GROUPED_FROM:
        whole = f"{int(whole):,}"
    return f"{sign}{whole}.{part}" if part else f"{sign}{whole}"


def _rounded(number: float) -> str:
    if abs(number) >= GROUPED_FROM:
        return f"{number:,.0f}"
    return f"{number:.{DECIMALS}g}"


def measured(numbers: Iterable[Fraction], unit: str | None) -> str:
    """Answers one number or the range of several, with the unit of the case.

    A unit written in the plural loses its `s` after one: `2 points`, `1 point`.
    """
    values = sorted(set(numbers))
    amount = written(values[0])
    if len(values) > 1:
        amount = f"{amount} to {written(values[-1]).removeprefix('about ')}"
    if unit and amount == "1":
        unit = unit.removesuffix("s")
    return f"{amount} {unit}" if unit else amount


def listed(names: Iterable[str], last: str = "and") -> str:
    """Answers names as a phrase: `a`, `a and b`, `a, b and c`."""
    items = list(names)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def plain(name: str) -> str:
    """Answers an id as words."""
    return name.replace("_", " ")

"""Uses of a framework that picks another one to judge by: the pick stands in their place.

It is made once for the case as a whole, so that one mechanism speaks in every world, and it is
told wherever the use is named.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType

from argue import registry
from argue.construct.views import missing_data
from argue.construct.words import listed, plain, written
from argue.model.case import Case, Cell, Choice, FrameworkUse, Interval, Lottery, UniversalShape
from argue.model.framework import Choice as Chosen
from argue.model.framework import Framework


def with_mechanisms(case: Case) -> Case:
    """Answers the case with every use that chooses replaced by what it chooses, under its id.

    A use none of whose mechanisms has its data is left, and silent.
    """
    uses = tuple(_resolved(case, use) for use in case.frameworks)
    return case if uses == case.frameworks else replace(case, frameworks=uses)


def _resolved(case: Case, use: FrameworkUse) -> FrameworkUse:
    kind = registry.framework(use.type)
    if kind.chooses is None:
        return use
    lacking = {m: _missing(case, use, m) for m in kind.mechanisms}
    available = [m for m, missing in lacking.items() if not missing]
    if not available:
        return use
    found = kind.chooses({**kind.defaults(), **use.parameters}, stakes_of(case), available)
    taken = registry.framework(found.mechanism)
    return replace(
        use,
        type=found.mechanism,
        mode=None,
        parameters=_passed_on(use, taken),
        chosen=_account(case, found, [m for m in lacking if lacking[m]]),
    )


def _passed_on(use: FrameworkUse, taken: Framework) -> MappingProxyType[str, str]:
    """Answers the parameters that the use has in common with what it chose: the table read."""
    table = use.parameters.get("table")
    reads_one = taken.reads in ("payoffs", "general")
    return MappingProxyType({"table": table} if table and reads_one else {})


def _missing(case: Case, use: FrameworkUse, mechanism: str) -> str:
    kind = registry.framework(mechanism)
    tried = FrameworkUse(use.id, mechanism, parameters=_passed_on(use, kind))
    return missing_data(case, tried, kind)


def _account(case: Case, found: Chosen, lacking: list[str]) -> str:
    """Answers in words what was chosen and why: what each mechanism is worth at these stakes."""
    unit = f" {case.scale.unit}" if case.scale.unit else ""
    rest = [f"{plain(m)} {written(w)}" for m, w in found.worth.items() if m != found.mechanism]
    above = f", against {listed(rest)}" if rest else ", with no other to choose from"
    has = "lacks data" if len(lacking) == 1 else "lack data"
    silent = f"; {listed(map(plain, lacking))} {has} here" if lacking else ""
    return (
        f"judges by {plain(found.mechanism)}: at stakes of {written(found.stakes)}{unit} it is "
        f"worth {written(found.worth[found.mechanism])} after the cost of thought{above}{silent}"
    )


def stakes_of(case: Case) -> Fraction:
    """Answers the largest difference that the choice can make to one person; 0 without numbers.

    Where the case gives no payoffs, the largest difference that everyone's doing an option makes.
    """
    spans: list[Fraction] = [Fraction(0)]
    for standpoint in case.standpoints if case.payoffs else ():
        values = [v for row in case.payoffs.values() for v in _values(row[standpoint])]
        if values:
            spans.append(max(values) - min(values))
    for entry in () if case.payoffs else case.universal.values():
        if isinstance(entry, UniversalShape):
            spans.append(abs(entry.gain) + entry.loss)
        else:
            values = [*_values(entry.everyone), *_values(entry.nobody)]
            spans.append(max(values) - min(values))
    return max(spans)


def _values(cell: Cell) -> Iterator[Fraction]:
    """Yields the numbers that a cell may come to; none where a person does not exist."""
    if isinstance(cell, Fraction):
        yield cell
    elif isinstance(cell, Choice):
        yield from _values(cell.then)
        yield from _values(cell.otherwise)
    elif isinstance(cell, Lottery):
        for _, branch in cell.branches:
            yield from _values(branch)
    elif isinstance(cell, Interval):
        yield from (cell.low, cell.high)

"""What each framework chooses where the literature splits, takes for granted, and rounds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any, cast

from argue import registry
from argue.construct.worlds import not_plain
from argue.model.case import Case, Choice, FrameworkUse, Lottery
from argue.model.cells import Cell
from argue.model.framework import Framework, Parameter
from argue.model.numbers import TOLERANCE
from argue.report.sections.alone import CHOICES
from argue.report.words import listed, plain, plain_source, written
from argue.verdict.result import Analysis


def choices(analysis: Analysis) -> Iterator[str]:
    """Yields the choice each framework makes, and between what; then what else the case sets."""
    features = features_of(analysis.case)
    for use in analysis.case.frameworks:
        known = {p.name: p for p in registry.framework(use.type).parameters}
        told = [name for name in CHOICES.get(use.type, {}) if name in known]
        told += [name for name in use.parameters if name in known and name not in told]
        given = _given(use, registry.framework(use.type))
        told += [n for n, p in known.items() if n not in told and _matters(p, features, given)]
        if use.chosen:
            yield from _mechanism(analysis, use)
        for name in told:
            taken = _said(use.parameters.get(name, known[name].default))
            others = _others(known[name], taken)
            rest = f" (not {listed(others, 'or')})" if others else ""
            yield f"{plain_source(use.id)}, {plain(name)}: {taken}{rest}"


def _matters(parameter: Parameter, features: frozenset[str], given: Mapping[str, Any]) -> bool:
    """Answers whether a parameter that nobody gave is a choice that bears on the case."""
    if not parameter.bears(given):
        return False
    if parameter.assumed_with:
        return bool(features & {*parameter.assumed_with})
    return parameter.kind == "choice"


def _mechanism(analysis: Analysis, use: FrameworkUse) -> Iterator[str]:
    """Yields which mechanism was chosen, and by what accuracies, efforts and cost of thought."""
    yield f"{plain_source(use.id)}, mechanism: {plain(use.type)}, chosen for the stakes"
    before = next((u for u in analysis.given.frameworks if u.id == use.id), use)
    given = _given(before, registry.framework(before.type))
    weights = [f"{plain(n)} {_said(v)}" for n, v in given.items() if v is not None]
    yield f"{plain_source(use.id)} chose by {listed(weights)}; defaults are ours"


def _others(parameter: Parameter, taken: str) -> list[str]:
    """Answers in words what else a parameter that is a choice could have been."""
    choices_ = parameter.choices if parameter.kind == "choice" else ()
    return [plain(choice) for choice in choices_ if plain(choice) != taken]


def _said(value: Any) -> str:
    if isinstance(value, tuple):
        names = cast("tuple[object, ...]", value)
        return listed([plain(str(each)) for each in names]) or "none named"
    if isinstance(value, Fraction | int) and not isinstance(value, bool):
        return written(Fraction(value))
    return plain(str(value))


def assumptions(analysis: Analysis) -> Iterator[str]:
    """Yields the weights that decide something here although nothing in the case says them."""
    features = features_of(analysis.case)
    for use, kind in _uses(analysis.case):
        for parameter in kind.parameters:
            weighs = parameter.kind == "number" and features & {*parameter.assumed_with}
            if weighs and parameter.name not in use.parameters:
                yield (
                    f"Assumed: {plain_source(use.id)}, {plain(parameter.name)} "
                    f"{_said(parameter.default)}, which the case does not state."
                )


def precision(analysis: Analysis) -> str:
    """Answers in a sentence which sources compute exactly, and how far the others do."""
    rounded = [
        plain_source(use.id)
        for use, kind in _uses(analysis.case)
        if not kind.is_exact(_given(use, kind))
    ]
    exact = "Numbers are exact fractions, without rounding and without a least difference"
    parts = [exact]
    if rounded:
        parts.append(f"only for {listed(rounded)}, {TOLERANCE}")
    if analysis.given.game:
        parts.append("payoffs of a game with roots or logarithms have ten significant digits")
    return f"{'; '.join(parts)}."


def _uses(case: Case) -> Iterator[tuple[FrameworkUse, Framework]]:
    yield from ((use, registry.framework(use.type)) for use in case.frameworks)


def _given(use: FrameworkUse, kind: Framework) -> Mapping[str, Any]:
    return {**kind.defaults(), **use.parameters}


def features_of(case: Case) -> frozenset[str]:
    """Answers what a case has that parameters turn on.

    Keys of options, `lottery`, `payoffs`, `general` where it differs from them, and what is
    said of everyone's practice: `means`, `own`, `conceivable` where one is not.
    """
    found = {
        key
        for option in case.options.values()
        for key in ("uses_as_means", "breaches_right_of", "does_harm_to", "allows_harm_to")
        if getattr(option, key)
    }
    if any(map(_has_lottery, [*not_plain(case.payoffs), *not_plain(case.general)])):
        found.add("lottery")
    said = {
        "general": case.general != case.payoffs,
        "payoffs": bool(case.payoffs),
        "irreversible": any(option.irreversible for option in case.options.values()),
        "means": any(entry.maxim.means for entry in case.universal.values()),
        "own": any(entry.maxim.own for entry in case.universal.values()),
        "conceivable": not all(entry.maxim.conceivable for entry in case.universal.values()),
    }
    return frozenset(found | {feature for feature, here in said.items() if here})


def _has_lottery(cell: Cell) -> bool:
    if isinstance(cell, Choice):
        return _has_lottery(cell.then) or _has_lottery(cell.otherwise)
    return isinstance(cell, Lottery)

"""Moral uncertainty beside the graph: what one might do who has more confidence in some sources.

Never a part of a verdict. Each way of weighing is reported under its own name, with what it leaves
out. Sources: Gustafsson and Torpman 2014 (my favourite theory); MacAskill 2016 (the Borda rule);
MacAskill, Bykvist and Ord 2020 (expected choiceworthiness, and the variance that makes theories
comparable; the range is the simpler choice and what a reader can follow).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from argue import registry
from argue.construct.views import missing_data, view
from argue.construct.worlds import Question
from argue.errors import FrameworkError, LimitExceeded, UnknownId
from argue.model.case import FrameworkUse, Mode
from argue.model.numbers import EXACT
from argue.model.record import record
from argue.model.verdict import Word
from argue.verdict.result import Analysis
from argue.verdict.standing import Standing, branches

Scores = Mapping[str, Fraction]
"""Option -> how it scores."""

ZERO, ONE = Fraction(0), Fraction(1)
ALLOWING = (Word.REQUIRED, Word.ALLOWED, Word.INDIFFERENT)


class NothingToWeigh(FrameworkError):
    """Credences that add up to nothing, or to more than 1."""


@record
class Mass:
    """How much credence lies with sources that allow an option, forbid it, or do neither."""

    allowing: Fraction
    forbidding: Fraction
    neither: Fraction


@record
class Weighed:
    """How options score in one branch of disputed facts and raised challenges.

    `best` are the options with the highest score; `left_out` maps a source to why it has no part.
    """

    facts: Mapping[str, bool]
    challenges: Mapping[str, bool]
    scores: Scores
    best: tuple[str, ...]
    left_out: Mapping[str, str]


@record
class Uncertainty:
    """What the credences of a case come to, one way of weighing beside the other.

    `rest` is the credence given to none of the sources; it has no part in anything.
    `favourites` are the sources with the highest credence: what each says alone is theirs to say,
    and where there are several they are not reconciled. Branches come one by one in `borda` and
    `choiceworthiness`.
    """

    credences: Mapping[str, Fraction]
    rest: Fraction
    favourites: tuple[str, ...]
    mass: Mapping[str, Mass]
    borda: tuple[Weighed, ...]
    choiceworthiness: tuple[Weighed, ...]
    normalisation: str


def uncertainty(analysis: Analysis, *, normalisation: str = "range") -> Uncertainty:
    """Answers what the credences of the case come to.

    `normalisation` makes the measures of different sources comparable: `range` (worst option 0,
    best 1) or `variance` (average 0, variance 1 over the options).

    Raises: NothingToWeigh if the case gives no credences, or more than 1 in all; UnknownId for a
    normalisation there is not; LimitExceeded where branches are too many to be listed.
    """
    if normalisation not in NORMALISATIONS:
        raise UnknownId("normalisation", normalisation, NORMALISATIONS)
    known = {source.id for source in analysis.sources}
    credences = {s: c for s, c in analysis.case.credences.items() if s in known}
    whole = sum(credences.values(), ZERO)
    if not whole or whole > 1:
        raise NothingToWeigh(
            f"the credences in sources add up to {whole}: write credences above 0 that add up to "
            "1 at most, such as credences: {welfare: 0.5, rejection: 0.5}"
        )
    standing = branches(analysis.graph)
    if not standing:
        raise LimitExceeded("too many open questions to weigh sources in every branch")
    return Uncertainty(
        credences=MappingProxyType(credences),
        rest=1 - whole,
        favourites=tuple(s for s, c in credences.items() if c == max(credences.values())),
        mass={option: _mass(analysis, credences, option) for option in analysis.graph.options},
        borda=tuple(_borda(analysis, credences, branch) for branch in standing),
        choiceworthiness=tuple(
            _expected(analysis, credences, branch, NORMALISATIONS[normalisation])
            for branch in standing
        ),
        normalisation=normalisation,
    )


def beside(analysis: Analysis) -> tuple[tuple[Uncertainty, ...], str]:
    """Answers what the credences come to under each normalisation, or in words why nothing.

    Both are empty for a case without credences.
    """
    if not analysis.case.credences:
        return (), ""
    try:
        found = tuple(uncertainty(analysis, normalisation=name) for name in NORMALISATIONS)
    except NothingToWeigh:
        return (), "none of the sources that the case gives credence to is at work here"
    except LimitExceeded as error:
        return (), str(error)
    return found, ""


def data_beside(analysis: Analysis) -> dict[str, Any] | None:
    """Answers the same as plain data; None for a case without credences."""
    found, missing = beside(analysis)
    if not found:
        return {**_nothing(), "missing": missing} if missing else None
    first = found[0]
    return {
        "missing": "",
        "credences": {source: str(c) for source, c in first.credences.items()},
        "rest": str(first.rest),
        "favourites": list(first.favourites),
        "mass": {
            option: {
                "allowing": str(mass.allowing),
                "forbidding": str(mass.forbidding),
                "neither": str(mass.neither),
            }
            for option, mass in first.mass.items()
        },
        "borda": [_weighed_data(branch) for branch in first.borda],
        "choiceworthiness": {
            one.normalisation: [_weighed_data(branch) for branch in one.choiceworthiness]
            for one in found
        },
    }


def _nothing() -> dict[str, Any]:
    mappings: dict[str, Any] = {key: {} for key in ("credences", "mass", "choiceworthiness")}
    return {**mappings, "rest": "1", "favourites": [], "borda": []}


def _weighed_data(branch: Weighed) -> dict[str, Any]:
    return {
        "facts": dict(branch.facts),
        "challenges": dict(branch.challenges),
        "scores": {option: str(score) for option, score in branch.scores.items()},
        "best": list(branch.best),
        "left_out": dict(branch.left_out),
    }


def _mass(analysis: Analysis, credences: Scores, option: str) -> Mass:
    words = {source: analysis.alone[source][option] for source in credences}
    allowing = sum((credences[s] for s, word in words.items() if word in ALLOWING), ZERO)
    against = sum((credences[s] for s, word in words.items() if word is Word.FORBIDDEN), ZERO)
    return Mass(allowing, against, sum(credences.values(), ZERO) - allowing - against)


def _borda(analysis: Analysis, credences: Scores, branch: Standing) -> Weighed:
    """Answers for each option how many others it is favoured over, less those favoured over it."""
    silent = {s.id: s.missing for s in analysis.sources if s.missing and s.id in credences}
    scores = dict.fromkeys(analysis.graph.options, ZERO)
    for source, credence in credences.items():
        for better, worse in branch.said.get(source, ()):
            scores[better] += credence
            scores[worse] -= credence
    return _weighed(branch, scores, silent)


def _expected(
    analysis: Analysis,
    credences: Scores,
    branch: Standing,
    normalised: Callable[[Sequence[Fraction]], list[Fraction]],
) -> Weighed:
    """Answers for each option the sum of what it is worth to each source, times its credence."""
    options = analysis.graph.options
    scores = dict.fromkeys(options, ZERO)
    left_out: dict[str, str] = {}
    for source, credence in credences.items():
        worth, why = _worth(analysis, source, branch)
        if worth is None:
            left_out[source] = why
            continue
        for option, value in zip(options, normalised(worth), strict=True):
            scores[option] += credence * value
    return _weighed(branch, scores, left_out)


def _worth(analysis: Analysis, source: str, branch: Standing) -> tuple[list[Fraction] | None, str]:
    """Answers what each option is worth to a source in a branch, or why it measures nothing.

    For a test and a norm, 1 for what stands unopposed by it and 0 for the rest. For a framework
    that measures, what it measures first (under leximin the worst position); a challenge to one
    comparison alone does not change a measure.
    """
    options = analysis.graph.options
    missing = next(s.missing for s in analysis.sources if s.id == source)
    use = next((use for use in analysis.case.frameworks if use.id == source), None)
    if missing:
        return None, missing
    mode = (use.mode or registry.framework(use.type).mode) if use else Mode.BEST
    if mode is not Mode.BEST or source.startswith("norm:"):
        opposed = {worse for _, worse in branch.said.get(source, ())}
        return [ZERO if option in opposed else ONE for option in options], ""
    if use is None or registry.framework(use.type).value is None:
        return None, "it compares options without measuring them"
    if analysis.case.regions:
        return None, "some of its numbers are known only within bounds"
    return _measured(analysis, use, branch), ""


def _measured(analysis: Analysis, use: FrameworkUse, branch: Standing) -> list[Fraction]:
    case, kind = analysis.case, registry.framework(use.type)
    if kind.value is None or missing_data(case, use, kind):
        raise FrameworkError(f"{use.id} measures nothing here; this is a bug")
    world = {Question("challenge", name): False for name in case.challenges}
    world |= {Question("challenge", name): holds for name, holds in branch.challenges.items()}
    world |= {Question("fact", name): holds for name, holds in branch.facts.items()}
    sign = -1 if kind.value_is_burden else 1
    return [sign * Fraction(v) for v in kind.value(view(case, use, kind, world), EXACT)]


def _weighed(branch: Standing, scores: Scores, left_out: Mapping[str, str]) -> Weighed:
    most = max(scores.values())
    best = tuple(option for option, score in scores.items() if score == most)
    return Weighed(branch.facts, branch.challenges, MappingProxyType(scores), best, left_out)


def by_range(values: Sequence[Fraction]) -> list[Fraction]:
    """Answers values moved and stretched so that the least is 0 and the greatest 1; all 0 if equal.

    Source: MacAskill, Bykvist and Ord 2020, who discuss it and argue for the variance.
    """
    low, high = min(values), max(values)
    return [(value - low) / (high - low) if high > low else ZERO for value in values]


def by_variance(values: Sequence[Fraction]) -> list[Fraction]:
    """Answers values with average 0 and variance 1 over the options; all 0 if they are equal.

    Square roots are computed and rounded as `argue.model.numbers` says.
    Source: MacAskill, Bykvist and Ord 2020.
    """
    mean = sum(values, ZERO) / len(values)
    variance = sum(((value - mean) ** 2 for value in values), ZERO) / len(values)
    if not variance:
        return [ZERO for _ in values]
    deviation = EXACT.settled(EXACT.power(variance, Fraction(1, 2)))
    return [(value - mean) / deviation for value in values]


NORMALISATIONS: Mapping[str, Callable[[Sequence[Fraction]], list[Fraction]]] = MappingProxyType(
    {"range": by_range, "variance": by_variance}
)
"""How measures of different sources are made comparable."""

"""How acceptable people would find options, by published models: figures beside the verdict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from argue import registry
from argue.construct.views import missing_data, questions_of, view
from argue.construct.worlds import worlds_over
from argue.model.case import Case, FrameworkUse
from argue.model.numbers import EXACT
from argue.model.record import record


@record
class Graded:
    """How likely people are to find each option acceptable, by the model of one source.

    `facts` and `challenges` are how what the source reads falls; probabilities lie in [0, 1].
    """

    source: str
    facts: Mapping[str, bool]
    challenges: Mapping[str, bool]
    acceptable: Mapping[str, Fraction]


def graded(case: Case) -> tuple[Graded, ...]:
    """Answers the figures of every source that has a graded model and its parameters.

    None where numbers are known only within bounds: a model says nothing of a range.
    """
    if case.regions:
        return ()
    return tuple(found for use in case.frameworks for found in _of(case, use))


def graded_data(case: Case) -> list[dict[str, Any]]:
    """Answers the same as plain data."""
    return [
        {
            "source": found.source,
            "facts": dict(found.facts),
            "challenges": dict(found.challenges),
            "acceptable": {option: str(p) for option, p in found.acceptable.items()},
        }
        for found in graded(case)
    ]


def _of(case: Case, use: FrameworkUse) -> Iterator[Graded]:
    kind = registry.framework(use.type)
    if kind.graded is None or missing_data(case, use, kind):
        return
    for world in worlds_over(case, questions_of(case, use, kind), of=use.id):
        chances = kind.graded(view(case, use, kind, world), EXACT)
        if not chances:
            return
        yield Graded(
            use.id,
            {q.name: bool(holds) for q, holds in world.items() if q.kind == "fact"},
            {q.name: bool(holds) for q, holds in world.items() if q.kind == "challenge"},
            MappingProxyType(dict(zip(case.options, chances, strict=True))),
        )

"""What holds of numbers known only within bounds: for every completion of them, or for some.

Where the frameworks are linear the box of numbers is cut into the regions in which every comparison
comes out alike; each is judged, which is exact. Where regions had to be told apart source by
source, or a formula is not linear, the answer is a sound bound and called so: what is said to hold
for every completion does, and more may.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from math import prod

from argue.construct.words import listed
from argue.errors import LimitExceeded
from argue.model.record import record
from argue.model.verdict import Status
from argue.verdict.engine import distinct, positions_of
from argue.verdict.result import Analysis
from argue.verdict.settings import OpenQuestion, Settings
from argue.verdict.standing import open_questions
from argue.verdict.statuses import statuses_of

Statuses = Mapping[str, Status]

MOST_REGIONS = 1_000
"""Combinations of regions that are judged one by one."""
EXACT, BOUND = "exact", "bound"


@record
class Completions:
    """What may come of each option, whatever numbers within the bounds are the right ones.

    `every` holds the status an option has for every completion; `some` all that it has for some,
    each with a region where it does (only where regions were judged). `kind` is `exact`, or
    `bound`: then `every` may lack a status that holds throughout, and `some` hold one that no
    numbers give.
    """

    every: Mapping[str, Status]
    some: Mapping[str, Mapping[Status, str]]
    kind: str = EXACT

    @property
    def sentences(self) -> tuple[str, ...]:
        """What holds for every completion and for some, option by option."""
        told: list[str] = []
        if self.kind == BOUND:
            told.append(
                "A sound bound, not exact: what is said to hold whatever the numbers are does."
            )
        for option in self.some:
            if option in self.every:
                told.append(
                    f'"{option}" is {self.every[option]} for all numbers within their bounds.'
                )
            elif self.some[option]:
                said = listed(f"{s} (as where {w})" for s, w in self.some[option].items())
                told.append(f'"{option}" is, by where the numbers lie, {said}.')
            else:
                told.append(f'"{option}": no status is certain within the bounds.')
        return tuple(told)


def completions(analysis: Analysis) -> Completions | None:
    """Answers what holds of the numbers of an analysis; None where all of them are known.

    Raises: LimitExceeded for more combinations of regions than are judged.
    """
    questions = [q for q in open_questions(analysis.graph) if q.kind == "numbers"]
    if not analysis.case.regions:
        return None
    if prod(len(q.answers) for q in questions) > MOST_REGIONS:
        raise LimitExceeded(
            f"the numbers lie in more than {MOST_REGIONS} combinations of regions: narrow some "
            "of their bounds"
        )
    some: dict[str, dict[Status, str]] = {option: {} for option in analysis.statuses}
    for where, statuses in _judged(analysis, questions):
        for option, status in statuses.items():
            some[option].setdefault(status, where)
    every = {option: next(iter(found)) for option, found in some.items() if len(found) == 1}
    return Completions(every, some, EXACT if "" in analysis.case.regions else BOUND)


def _judged(analysis: Analysis, questions: list[OpenQuestion]) -> Iterator[tuple[str, Statuses]]:
    positions = positions_of(analysis.graph, analysis.setup, None)
    for chosen in product(*(q.answers for q in questions)):
        found = distinct(positions.found(Settings(numbers=chosen)))
        texts = [analysis.graph.arguments[name].text for name in chosen]
        where = listed(texts) or "anywhere within the bounds"
        yield where, statuses_of(analysis.graph.options, found)

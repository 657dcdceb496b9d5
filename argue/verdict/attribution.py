"""What an option's being contested is due to: a fact, a challenge, the ranking, or one source.

A kind is to blame if two positions that differ in nothing else treat the option differently, or
if settling the question one way leaves the option uncontested.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from argue.model.verdict import Attribution, AttributionKind, Status
from argue.verdict.settings import OpenQuestion, PositionsOf, settings_of
from argue.verdict.standing import open_questions
from argue.verdict.statuses import statuses_of


def attribution(
    positions: PositionsOf, statuses: Mapping[str, Status]
) -> dict[str, tuple[Attribution, ...]]:
    """Answers for every contested option what that is due to, facts first."""
    contested = [o for o, status in statuses.items() if status is Status.CONTESTED]
    if not contested:
        return {}
    questions = open_questions(positions.graph)
    freed = {question: _freed(positions, question, contested) for question in questions}
    return {option: tuple(_due_to(option, positions, freed)) for option in contested}


def _due_to(
    option: str, positions: PositionsOf, freed: Mapping[OpenQuestion, frozenset[str]]
) -> Iterator[Attribution]:
    for question, uncontested in freed.items():
        if option in uncontested or positions.differ(option, question=question, ranked=False):
            yield _blamed(question)
    if positions.differ(option, ranked=True):
        yield Attribution(AttributionKind.RANKING)
    if positions.differ(option, ranked=False):
        yield Attribution(AttributionKind.INTERNAL)


def _blamed(question: OpenQuestion) -> Attribution:
    kind = AttributionKind(question.kind)
    whole = kind is AttributionKind.NUMBERS and question.name == "numbers"
    return Attribution(kind, "" if whole else question.name)


def _freed(
    positions: PositionsOf, question: OpenQuestion, contested: Sequence[str]
) -> frozenset[str]:
    """Answers which of these options settling a question one way leaves uncontested."""
    free: set[str] = set()
    for settlement in question.settlements:
        found = list(positions.found(settings_of([settlement])))
        statuses = statuses_of(positions.graph.options, found)
        free |= {o for o in contested if found and statuses[o] is not Status.CONTESTED}
    return frozenset(free)

"""The verdict beside judgements held on reflection or reported in the literature."""

from __future__ import annotations

from collections.abc import Mapping

from argue.model.case import Case
from argue.model.verdict import Compared, Status, Word

DISPUTED = "disputed"
"""What is said of an option on which the literature is divided."""

_FITS: dict[str, frozenset[str]] = {
    "obligatory": frozenset({"obligatory", "required"}),
    "required": frozenset({"obligatory", "required"}),
    "permissible": frozenset({"permissible", "obligatory", "allowed", "required", "indifferent"}),
    "allowed": frozenset({"permissible", "obligatory", "allowed", "required", "indifferent"}),
    "impermissible": frozenset({"impermissible", "forbidden"}),
    "forbidden": frozenset({"impermissible", "forbidden"}),
    DISPUTED: frozenset({*Status, *Word} - {Word.SILENT, Word.UNDEFINED}),
}


def compare_considered(
    case: Case, statuses: Mapping[str, Status], alone: Mapping[str, Mapping[str, Word]]
) -> tuple[Compared, ...]:
    """Answers every considered judgement beside what came out.

    A judgement by a source of the case is compared with what that source alone says; every other
    with the status. What is judged permissible may come out obligatory; where the judgement is
    disputed, any answer agrees and having none does not; the other words must come out as they are.
    """
    found: list[Compared] = []
    for judgement in case.considered:
        got: str = statuses[judgement.option]
        if judgement.by is not None and judgement.by in alone:
            got = alone[judgement.by][judgement.option]
        agrees = str(got) in _FITS.get(judgement.status, frozenset({judgement.status}))
        found.append(Compared(judgement.option, judgement.status, str(got), agrees, judgement.by))
    return tuple(found)

"""Statuses of options from the labels of their permissions over all positions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from argue.construct.said import Source
from argue.model.case import Case
from argue.model.verdict import Basis, Outcome, Status
from argue.verdict.settings import Labels


def statuses_of(options: Sequence[str], found: Sequence[Labels]) -> dict[str, Status]:
    """Answers the status of every option: the first that fits, over all positions.

    Without a position (a semantics that has no extension here) every status is undefined.
    """
    if not found:
        return dict.fromkeys(options, Status.UNDEFINED)
    plain = {option: _status(option, found) for option in options}
    for option in options:
        others = [status for name, status in plain.items() if name != option]
        required = plain[option] is Status.PERMISSIBLE and others
        if required and all(status is Status.IMPERMISSIBLE for status in others):
            plain[option] = Status.OBLIGATORY
    return plain


def _status(option: str, found: Sequence[Labels]) -> Status:
    permitted = [option in labels.permitted for labels in found]
    undecided = [option in labels.undecided for labels in found]
    ruled_out = [not p and not u for p, u in zip(permitted, undecided, strict=True)]
    if all(permitted):
        return Status.PERMISSIBLE
    if any(permitted) and any(ruled_out):
        return Status.CONTESTED
    if all(
        out or option in labels.eliminated for out, labels in zip(ruled_out, found, strict=True)
    ):
        return Status.IMPERMISSIBLE
    return Status.UNRESOLVED


def flags_of(option: str, found: Sequence[Labels]) -> tuple[str, ...]:
    """Answers what else to say of an option: `eliminated` beside a cycle, `undecided` somewhere."""
    flags: list[str] = []
    undecided = [labels for labels in found if option in labels.undecided]
    if undecided and _status(option, found) is Status.IMPERMISSIBLE:
        flags.append("eliminated")
    if undecided and _status(option, found) is Status.CONTESTED:
        flags.append("undecided in some position")
    return tuple(flags)


def outcome_of(case: Case, sources: Sequence[Source], statuses: Mapping[str, Status]) -> Outcome:
    """Answers what the case comes to; silent if nobody had anything to say."""
    said = set(statuses.values())
    if Status.UNDEFINED in said:
        return Outcome.UNDEFINED
    presumed = any(option.presume_forbidden for option in case.options.values())
    if all(source.missing for source in sources) and not presumed:
        return Outcome.SILENT
    if Status.CONTESTED in said:
        return Outcome.CONTESTED
    return Outcome.UNRESOLVED if Status.UNRESOLVED in said else Outcome.DECIDED


def basis_of(option: str, case: Case, sources: Sequence[Source]) -> Basis:
    """Answers whether anything was said about an option, for or against."""
    named = any(
        option in (reason.better, reason.worse) for source in sources for reason in source.reasons
    )
    passed = any(option in source.passes for source in sources)
    return Basis.DEFENDED if named or passed else Basis.UNOPPOSED

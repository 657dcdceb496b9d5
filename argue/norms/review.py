"""Enlightened compliance: a norm reviewed by the principles it rests on.

The case is argued once more with a norm's own principles as the only sources. If they rule out
everything that complies with the norm, a revision is proposed; unless the norm gives authority
to act, its letter still binds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from argue.construct.norms import breaching
from argue.model.case import Case, Compliance, FrameworkUse, Norm, nothing
from argue.model.verdict import Proposal, Status

Judge = Callable[[Case], Mapping[str, Status]]
"""Answers the statuses of a case's options."""


def review(case: Case, judge: Judge) -> tuple[Proposal, ...]:
    """Answers the norms that their own principles speak against, at the enlightened level only."""
    if case.compliance is not Compliance.ENLIGHTENED:
        return ()
    reviewed = [norm for norm in case.norms.values() if norm.principles and norm.binds]
    return tuple(p for norm in reviewed if (p := _reviewed(case, norm, judge)) is not None)


def _reviewed(case: Case, norm: Norm, judge: Judge) -> Proposal | None:
    complying = [o for o in case.options if o not in breaching(case, norm)]
    if not complying:
        return None
    statuses = judge(principled(case, norm))
    if any(statuses[option] is not Status.IMPERMISSIBLE for option in complying):
        return None
    permitted = tuple(o for o, s in statuses.items() if s is not Status.IMPERMISSIBLE)
    return Proposal(
        norm=norm.id,
        principles=norm.principles,
        complying=tuple(complying),
        instead=permitted,
        acted=norm.authority == "act",
    )


def principled(case: Case, norm: Norm) -> Case:
    """Answers the case with a norm's principles as its only sources.

    A principle that the case uses keeps its parameters; any other is taken with its defaults.
    """
    used = {use.id: use for use in case.frameworks}
    uses = tuple(used.get(p, FrameworkUse(p, p)) for p in norm.principles)
    names = {use.id for use in uses}
    return replace(
        case,
        frameworks=uses,
        norms=nothing(),
        reasons=(),
        compliance=Compliance.MERE,
        priorities=tuple(p for p in case.priorities if {p.higher, p.lower} <= names),
        challenges={n: c for n, c in case.challenges.items() if c.against.name in names},
    )

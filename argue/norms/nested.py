"""A norm argued over as a case of its own: keep it, add an exception, or drop it.

The principles a norm rests on compare what each comes to. Keeping it means that one of the options
that comply is taken; an exception that, here and in cases like this alone, another is taken;
dropping it that everybody may rely on that other (the `general` table). Where the principles find
an exception no worse than dropping the norm the smaller change is proposed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from argue.model.case import Case, Norm, Standpoint, nothing
from argue.model.verdict import Proposal, Status
from argue.norms.review import Judge, principled

KEEP, EXCEPT, DROP = "keep", "except", "drop"

Ways = Mapping[str, str]
"""Nested option -> the option of the case that is taken under it."""

T = TypeVar("T")


def argued(case: Case, proposals: Iterable[Proposal], judge: Judge) -> tuple[Proposal, ...]:
    """Answers the proposals with what the norm's principles say of each way to revise it.

    Where numbers are known only within bounds the ways are not compared: what the bounds leave
    open was worked out for the options of the case.
    """
    found = tuple(proposals)
    return found if case.regions else tuple(_argued(case, p, judge) for p in found)


def _argued(case: Case, proposal: Proposal, judge: Judge) -> Proposal:
    statuses = judge(nested_case(case, case.norms[proposal.norm], proposal))
    stands = {way: _best(way, statuses) for way in (KEEP, EXCEPT, DROP)}
    fit = [way for way in (EXCEPT, DROP) if stands[way] in (Status.PERMISSIBLE, Status.OBLIGATORY)]
    return replace(proposal, change=fit[0] if fit else "", ways=MappingProxyType(stands))


def _best(way: str, statuses: Mapping[str, Status]) -> Status:
    """Answers how a way stands: as the best of the options by which it can be gone."""
    order = (
        Status.OBLIGATORY,
        Status.PERMISSIBLE,
        Status.CONTESTED,
        Status.UNRESOLVED,
        Status.IMPERMISSIBLE,
    )
    mine = {status for name, status in statuses.items() if name.startswith(f"{way}_")}
    return next((status for status in order if status in mine), Status.IMPERMISSIBLE)


def nested_case(case: Case, norm: Norm, proposal: Proposal) -> Case:
    """Answers the case in which the norm itself is what is decided about."""
    ways = {f"{KEEP}_{option}": option for option in proposal.complying}
    breaching = [option for option in proposal.instead if option not in proposal.complying]
    ways |= {f"{way}_{option}": option for way in (EXCEPT, DROP) for option in breaching}
    base = principled(case, norm)
    general = {
        way: (base.payoffs if way.startswith(EXCEPT) else base.general)[option]
        for way, option in ways.items()
        if base.payoffs
    }
    challenges = {
        name: challenge
        for name, challenge in base.challenges.items()
        if challenge.against.better is None and challenge.against.worse is None
    }
    return replace(
        base,
        options=MappingProxyType(
            {way: replace(case.options[o], id=way, trace=()) for way, o in ways.items()}
        ),
        standpoints=MappingProxyType(
            {k: _standpoint(v, ways) for k, v in case.standpoints.items()}
        ),
        payoffs=_copied(ways, base.payoffs),
        general=MappingProxyType(general),
        universal=_copied(ways, base.universal),
        influence=_copied(ways, base.influence),
        challenges=MappingProxyType(challenges),
        considered=(),
        credences=nothing(),
    )


def _copied(ways: Ways, table: Mapping[str, T]) -> Mapping[str, T]:
    return MappingProxyType({way: table[o] for way, o in ways.items() if o in table})


def _standpoint(standpoint: Standpoint, ways: Ways) -> Standpoint:
    return replace(
        standpoint,
        consent=frozenset(way for way, option in ways.items() if option in standpoint.consent),
        responsible=_copied(ways, standpoint.responsible),
    )

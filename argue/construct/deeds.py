"""What options do to people apart from burdens: using, deceiving, coercing, breaching rights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from argue.construct.places import unfit
from argue.construct.words import listed, plain
from argue.errors import FrameworkError
from argue.model.case import Case, FactStatus, FrameworkUse
from argue.model.framework import Framework

DOES = {
    "uses_as_means": "uses merely as a means",
    "breaches_right_of": "breaches a right of",
    "deceives": "deceives",
    "coerces": "coerces",
    "does_harm_to": "does harm to",
}
"""Key of an option -> what the option does to the standpoints named there."""


def wrongs_read(case: Case, use: FrameworkUse, kind: Framework) -> tuple[str, ...]:
    """Answers which of the things that options do to people this use reads, in a fixed order.

    Raises: UnfitCase if it asks for none, or for one that the framework does not know.
    """
    chosen = tuple(use.parameters.get("wrongs", kind.wrongs))
    unknown = [name for name in chosen if name not in kind.wrongs]
    if unknown or (kind.wrongs and not chosen):
        asked = listed(unknown) or "none"
        error = FrameworkError(f"wrongs are some of {listed(kind.wrongs)}, not {asked}")
        raise unfit(case, use, error)
    return tuple(name for name in kind.wrongs if name in chosen)


def unsaid_wrongs(case: Case, use: FrameworkUse, kind: Framework) -> str:
    """Answers in words which of the wrongs a use reads the case says nothing of; else empty.

    Only a framework that may do without numbers is kept silent by that. That no option is said to
    wrong anyone may be an omission of the case, so it is no clearance.
    """
    read = wrongs_read(case, use, kind)
    said = any(getattr(option, name) for option in case.options.values() for name in read)
    if said or not read or kind.numbers is None:
        return ""
    return f"the case says of no option whom it {listed((DOES[name] for name in read), 'or')}"


def wrongs_done(
    case: Case, use: FrameworkUse, kind: Framework, *, by: str, to: str
) -> tuple[str, ...]:
    """Answers which of the wrongs this use reads an option does to somebody."""
    plan = case.options[by]
    return tuple(name for name in wrongs_read(case, use, kind) if to in getattr(plan, name))


def wronged(
    case: Case, use: FrameworkUse, kind: Framework
) -> Mapping[str, Sequence[Sequence[bool]]]:
    """Answers for each wrong which option does it to which standpoint without their consent."""
    return {name: _done(case, name) for name in wrongs_read(case, use, kind)}


def _done(case: Case, name: str) -> list[list[bool]]:
    people = case.standpoints.items()
    return [
        [k in getattr(plan, name) and option not in person.consent for k, person in people]
        for option, plan in case.options.items()
    ]


def unsaid_deeds(case: Case, kind: Framework) -> str:
    """Answers in words what a framework reads of options beside wrongs, and the case does not say.

    Empty if it says it, or the framework does not ask.
    """
    if kind.chooses is not None:
        return f"the case gives none of {listed(map(plain, kind.mechanisms))} what it needs"
    if kind.rests and not any(option.rests_on for option in case.options.values()):
        return "the case says of no option which facts it rests on (rests_on)"
    if kind.norms and not any(n.binds for n in case.norms.values()):
        return "the case has no norms that forbid or require"
    return ""


def doubts_of(case: Case) -> list[list[Fraction | None]]:
    """Answers for each option the credences of the disputed facts that it rests on."""
    return [
        [case.facts[name].credence for name in option.rests_on if _is_disputed(case, name)]
        for option in case.options.values()
    ]


def _is_disputed(case: Case, fact: str) -> bool:
    return case.facts[fact].status is FactStatus.DISPUTED

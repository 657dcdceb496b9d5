"""What norms make of each option: strongly permitted, weakly permitted, or prohibited.

An option is weakly permitted if no norm's reason against it stands, strongly if a norm expressly
permits it besides. An express permission defeats reasons of norms of no higher rank, and yields to
those of a higher one; a declared priority or another source may defeat a norm as well.
Source: [VonWright63] for weak and strong permission.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from argue.construct.norms import applies, norm_questions, permitting
from argue.construct.worlds import worlds_over
from argue.model.argument import Argument, AttackKind, Kind
from argue.model.case import Case, Norm
from argue.model.record import record
from argue.model.verdict import Label
from argue.verdict.result import Analysis

ALWAYS_IN = frozenset({Label.IN})
"""The labels of an argument that is accepted in every position."""


class Permitted(StrEnum):
    """Whether norms permit an option; open: a norm prohibits it at least in some position."""

    STRONG = "strong"
    WEAK = "weak"
    OPEN = "open"
    PROHIBITED = "prohibited"


@record
class Permission:
    """What norms make of an option, and which do.

    `by` are the norms that apply and expressly permit it; `against` those whose reasons against it
    stand at least in some position; `defeated` those that a permission answers in every position.
    """

    word: Permitted
    by: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    defeated: tuple[str, ...] = ()


def permissions(analysis: Analysis) -> dict[str, Permission]:
    """Answers what norms make of every option; empty without norms, or without any position."""
    if not analysis.case.norms or not analysis.positions:
        return {}
    return {option: _permission(analysis, option) for option in analysis.graph.options}


def _permission(analysis: Analysis, option: str) -> Permission:
    reasons = list(_reasons(analysis, option))
    standing = [r for r in reasons if Label.IN in analysis.labels[r.id]]
    always = [r for r in standing if analysis.labels[r.id] == ALWAYS_IN]
    answered = {
        attack.target
        for attack in analysis.graph.attacks
        if attack.kind is AttackKind.REPLY
        and analysis.labels[attack.attacker] == ALWAYS_IN
        and analysis.graph.arguments[attack.attacker].source in _permits(analysis.case)
    }
    given = tuple(
        norm.id
        for norm in permitting(analysis.case)
        if option in norm.permits and _always_applies(analysis.case, norm)
    )
    if always:
        word = Permitted.PROHIBITED
    elif standing:
        word = Permitted.OPEN
    else:
        word = Permitted.STRONG if given else Permitted.WEAK
    against, defeated = _norms(standing), _norms(r for r in reasons if r.id in answered)
    return Permission(word, given, against, tuple(n for n in defeated if n not in against))


def _reasons(analysis: Analysis, option: str) -> Iterator[Argument]:
    binding = {norm.source_id for norm in analysis.case.norms.values()}
    for reason in analysis.graph.of_kind(Kind.REASON):
        if reason.worse == option and reason.source in binding:
            yield reason


def _permits(case: Case) -> frozenset[str]:
    return frozenset(norm.source_id for norm in permitting(case))


def _always_applies(case: Case, norm: Norm) -> bool:
    worlds = worlds_over(case, norm_questions(case, norm), of=norm.source_id)
    return all(applies(case, norm, world) for world in worlds)


def _norms(reasons: Iterator[Argument] | list[Argument]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(r.source).removeprefix("norm:") for r in reasons))

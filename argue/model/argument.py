"""Arguments about a case and the attacks between them, some of which need a ranking.

Ids are public, readable and stable: `reason:rejection:driver:continue>end`.
Source: [Dung95] for arguments and attacks; the audience of [BenchCapon03] is a ranking here.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction

from argue.model.record import record


class Kind(StrEnum):
    """What an argument says."""

    FACT = "fact"
    NUMBERS = "numbers"
    CHALLENGE = "challenge"
    ASIDE = "aside"
    REASON = "reason"
    REPLY = "reply"
    PRIORITY = "priority"
    RANKING = "ranking"
    OVERRIDE = "override"
    OBJECTION = "objection"
    PERMISSION = "permission"
    PRESUMPTION = "presumption"


class AttackKind(StrEnum):
    """Why one argument attacks another."""

    CONTRARY = "contrary"
    CHALLENGE = "challenge"
    SETTING_ASIDE = "setting aside"
    REPLY = "reply"
    OUTRANKS = "outranks"
    OBJECTION = "objection"
    PRESUMPTION = "presumption"
    ORDER = "order"


@record
class Argument:
    """One argument: what it claims, in a sentence, and the arguments it rests on.

    A reason and its objection favour option `better` over `worse` in the voice of a standpoint
    (None where the source speaks for nobody in particular); a permission is for `better`. The
    margin is the smallest and largest of the worlds the argument covers, in the source's unit.
    `premises` are the ids of its direct subarguments.
    """

    id: str
    kind: Kind
    text: str
    source: str | None = None
    better: str | None = None
    worse: str | None = None
    voice: str | None = None
    by: str | None = None
    margin: tuple[Fraction, Fraction] | None = None
    premises: tuple[str, ...] = ()


@record
class Attack:
    """One argument attacks another, always or only if `higher` outranks `lower`."""

    attacker: str
    target: str
    kind: AttackKind
    higher: str | None = None
    lower: str | None = None


@record
class Graph:
    """The arguments of a case; an AF whose attacks may depend on the ranking of sources.

    `sources` are in the order of the case; `order` is the transitive closure of the priorities
    that nobody challenges, as pairs (higher, lower). Attacks name their direct target; whoever
    attacks an argument attacks all that rest on it.
    """

    options: tuple[str, ...]
    sources: tuple[str, ...]
    arguments: Mapping[str, Argument]
    attacks: tuple[Attack, ...]
    order: frozenset[tuple[str, str]]

    def of_kind(self, *kinds: Kind) -> tuple[Argument, ...]:
        """Answers the arguments of these kinds, in the order of the graph."""
        return tuple(a for a in self.arguments.values() if a.kind in kinds)

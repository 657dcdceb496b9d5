"""Graphs in which arguments also support one another, brought back to attacks.

Source: [Cayrol13] (deductive and necessary support as complex attacks).
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from argue.errors import UnknownId
from argue.model.af import AF, Attack


class Support(StrEnum):
    """What `a supports b` means.

    Deductive: whoever accepts a accepts b. Necessary: whoever accepts b accepts a.
    """

    DEDUCTIVE = "deductive"
    NECESSARY = "necessary"


def flatten(af: AF, supports: Iterable[Attack], kind: Support | str = Support.DEDUCTIVE) -> AF:
    """Answers the graph with the attacks that support brings about.

    Deductively, if a supports b, directly or through others: what b attacks, a attacks
    (supported); what attacks b, attacks a (mediated); both until nothing is added. So every
    complete extension with a has b. Necessary support is deductive support the other way round.
    Raises: UnknownId for a stranger or another kind.
    """
    try:
        deductive = Support(kind) is Support.DEDUCTIVE
    except ValueError as error:
        raise UnknownId("kind of support", kind, list(Support)) from error
    pairs = [(a, b) if deductive else (b, a) for a, b in dict.fromkeys(supports)]
    backed: dict[str, list[str]] = {}
    for supporter, supported in pairs:
        af.index_of(supporter)
        af.index_of(supported)
        backed.setdefault(supported, []).append(supporter)
    attacks = list(af.attacks)
    known = set(attacks)
    # The list grows while it is read, until every attack has been handed on.
    for source, target in attacks:
        handed = [(s, target) for s in backed.get(source, ())]
        handed += [(source, s) for s in backed.get(target, ())]
        new = [attack for attack in dict.fromkeys(handed) if attack not in known]
        known.update(new)
        attacks += new
    return AF.of(af.arguments, attacks)

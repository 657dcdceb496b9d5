"""How the arguments of a rule base attack and defeat one another, and the graph of defeats.

Source: [ModgilPrakken13], Defs. 8 and 9; assumptions as in [Prakken10].
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from argue.construct.rules.derivations import MAX_DERIVATIONS, Derivation, derivations
from argue.construct.rules.orderings import ordering_of
from argue.construct.rules.strict import check_axioms, effective
from argue.errors import LimitExceeded, UnknownId
from argue.model.af import AF
from argue.model.case import Literal
from argue.model.rules import PremiseKind, Rebut, RuleBase

MAX_ATTACKS = 200_000
"""Most attacks on the last steps of arguments of one rule base."""

MAX_DEFEATS = 1_000_000
"""Most defeats between the arguments of one rule base, inherited ones counted."""


class AttackKind(StrEnum):
    """Whether an attack is on a conclusion, on a rule's applying, or on a premise."""

    REBUT = "rebut"
    UNDERCUT = "undercut"
    UNDERMINE = "undermine"


@dataclass(frozen=True, slots=True)
class DirectAttack:
    """One argument attacks another at its last step; what contains the target inherits it.

    `defeats` is False where the target is preferred, so that the attack fails.
    """

    attacker: str
    target: str
    kind: AttackKind
    defeats: bool


@dataclass(frozen=True)
class RuleGraph:
    """The arguments of a rule base, their direct attacks, and the AF of the defeats.

    `base` is the one argued with: transpositions are among its rules, if it asked for them.
    """

    base: RuleBase
    derivations: tuple[Derivation, ...]
    attacks: tuple[DirectAttack, ...]
    af: AF

    @cached_property
    def by_id(self) -> Mapping[str, Derivation]:
        """Every argument by its id."""
        return {each.id: each for each in self.derivations}

    def derivation(self, id_: str) -> Derivation:
        """Answers the argument with this id; raises UnknownId."""
        try:
            return self.by_id[id_]
        except KeyError as error:
            raise UnknownId("argument", id_, list(self.by_id)[:20]) from error

    def concluding(self, literal: Literal) -> tuple[Derivation, ...]:
        """Answers the arguments for a statement."""
        return tuple(self._by_conclusion.get(literal, ()))

    def defeats_of(self, id_: str) -> tuple[DirectAttack, ...]:
        """Answers the successful attacks on an argument or a part, on itself first.

        Raises: UnknownId.
        """
        parts = sorted(self.derivation(id_).parts, key=lambda part: (part != id_, part))
        return tuple(attack for part in parts for attack in self._defeats.get(part, ()))

    def tree(self, id_: str) -> tuple[str, ...]:
        """Answers an argument as indented lines, conclusion first; a part shown before is named.

        Raises: UnknownId.
        """
        lines: list[str] = []
        shown: set[str] = set()
        pending = [(id_, 0)]
        while pending:
            name, depth = pending.pop()
            part = self.derivation(name)
            again = " (as above)" if name in shown and part.subarguments else ""
            lines.append(f"{'  ' * depth}{part.text}{again}")
            if name not in shown:
                pending.extend((sub, depth + 1) for sub in reversed(part.subarguments))
            shown.add(name)
        return tuple(lines)

    @cached_property
    def _by_conclusion(self) -> Mapping[Literal, list[Derivation]]:
        return by_conclusion(self.derivations)

    @cached_property
    def _defeats(self) -> Mapping[str, list[DirectAttack]]:
        found: dict[str, list[DirectAttack]] = {}
        for attack in self.attacks:
            if attack.defeats:
                found.setdefault(attack.target, []).append(attack)
        return found


def by_conclusion(built: Sequence[Derivation]) -> Mapping[Literal, list[Derivation]]:
    """Answers the arguments for every statement that has one."""
    found: dict[Literal, list[Derivation]] = {}
    for each in built:
        found.setdefault(each.conclusion, []).append(each)
    return found


def rule_graph(base: RuleBase, *, limit: int = MAX_DERIVATIONS) -> RuleGraph:
    """Answers the arguments of a base with their attacks, and the AF of which defeats which.

    Raises: ArgueError if the axioms contradict one another or the preferences form a cycle;
    LimitExceeded past `limit` arguments, `MAX_ATTACKS` or `MAX_DEFEATS`.
    """
    check_axioms(base)
    whole = effective(base)
    built = derivations(whole, limit=limit)
    attacks = direct_attacks(whole, built)
    return RuleGraph(whole, built, attacks, _defeat_graph(built, attacks))


def direct_attacks(base: RuleBase, built: Sequence[Derivation]) -> tuple[DirectAttack, ...]:
    """Answers every attack of one argument on the last step of another, in a fixed order.

    An undercut, an attack by a contrary that is not contradictory, and an attack on an assumption
    always succeed; any other fails where the attacker is weaker than the target.

    Raises: ArgueError if the preferences form a cycle; LimitExceeded past `MAX_ATTACKS`.
    """
    weaker = ordering_of(base)
    concluding = by_conclusion(built)
    found: list[DirectAttack] = []
    for target in built:
        for kind, attacked in _open_to(base, target):
            free = kind is AttackKind.UNDERCUT or _assumed(target)
            contradictory = base.contradictories_of(attacked)
            for literal in sorted(base.contraries_of(attacked), key=str):
                sure = free or literal not in contradictory
                found += [
                    DirectAttack(each.id, target.id, kind, sure or not weaker(each, target))
                    for each in concluding.get(literal, ())
                ]
        _bounded(len(found), MAX_ATTACKS)
    return tuple(found)


def _open_to(base: RuleBase, target: Derivation) -> Iterator[tuple[AttackKind, Literal]]:
    """Answers how the last step of an argument can be attacked, and the statement attacked."""
    rule = target.rule
    if rule is None:
        if not target.firm:
            yield AttackKind.UNDERMINE, target.conclusion
    elif not rule.strict:
        yield AttackKind.REBUT, target.conclusion
        yield AttackKind.UNDERCUT, rule.name
    elif base.rebut is Rebut.UNRESTRICTED and not (target.strict and target.firm):
        yield AttackKind.REBUT, target.conclusion


def _assumed(target: Derivation) -> bool:
    return target.premise is not None and target.premise.kind is PremiseKind.ASSUMPTION


def _defeat_graph(built: Sequence[Derivation], attacks: Sequence[DirectAttack]) -> AF:
    """Answers the AF in which a defeat of a part is a defeat of every whole it is part of."""
    index = {each.id: i for i, each in enumerate(built)}
    wholes: dict[str, list[int]] = defaultdict(list)
    for i, each in enumerate(built):
        for part in each.parts:
            wholes[part].append(i)
    pairs: dict[tuple[int, int], None] = {}
    for attack in attacks:
        if attack.defeats:
            attacker = index[attack.attacker]
            pairs.update(dict.fromkeys((attacker, whole) for whole in wholes[attack.target]))
            _bounded(len(pairs), MAX_DEFEATS)
    ids = tuple(each.id for each in built)
    return AF.from_indices(ids, [source for source, _ in pairs], [target for _, target in pairs])


def _bounded(size: int, most: int) -> None:
    if size > most:
        raise LimitExceeded(
            f"the arguments of the rules attack one another more than {most} times; leave out "
            "rules, or split the base"
        )

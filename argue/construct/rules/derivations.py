"""Arguments of a rule base: trees of rules over premises, built bottom-up until nothing is new.

No argument supports a conclusion by that same conclusion; so rules in a circle give finitely many
arguments. Source: [ModgilPrakken13], Def. 5; leaving out circular arguments is ours. One of their
parts concludes the same from fewer rules and premises, hence attacks the same and is attacked no
more; it can be weaker than the whole only under democratic comparison.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice, product

from argue.construct.words import listed
from argue.errors import LimitExceeded
from argue.model.case import Literal
from argue.model.rules import Premise, PremiseKind, Rule, RuleBase

MAX_DERIVATIONS = 2_000
"""Most arguments that are built from one rule base."""

MAX_ID = 120
"""Longest argument id that is written out; beyond it the parts are named by a digest."""


@dataclass(frozen=True, slots=True)
class Derivation:
    """An argument: a premise, or a rule on top of an argument for each of its antecedents.

    `id` is the tree itself, `d1(s1(penguin))`. `subarguments` are the ids of the direct ones,
    `parts` those of all, itself included; `conclusions` are those of all parts. `premises` and
    `fallible_premises` (no axioms), `defeasible_rules` and `last_rules` (the defeasible rules
    after which only strict ones follow) are ids.
    """

    id: str
    conclusion: Literal
    text: str
    premise: Premise | None = None
    rule: Rule | None = None
    subarguments: tuple[str, ...] = ()
    parts: frozenset[str] = frozenset()
    conclusions: frozenset[Literal] = frozenset()
    premises: frozenset[str] = frozenset()
    fallible_premises: frozenset[str] = frozenset()
    defeasible_rules: frozenset[str] = frozenset()
    last_rules: frozenset[str] = frozenset()

    @property
    def strict(self) -> bool:
        """Whether it uses no defeasible rule."""
        return not self.defeasible_rules

    @property
    def firm(self) -> bool:
        """Whether it starts from nothing but axioms."""
        return not self.fallible_premises

    def __str__(self) -> str:
        return self.id


def derivations(base: RuleBase, *, limit: int = MAX_DERIVATIONS) -> tuple[Derivation, ...]:
    """Answers every argument that the base gives, parts before wholes.

    The base is taken as it is; `argue.construct.rules.strict.effective` adds transpositions.
    Cost: linear in the arguments built, which can be exponentially many in the rules.

    Raises: LimitExceeded past `limit` arguments.
    """
    built: dict[str, Derivation] = {}
    have: dict[Literal, list[Derivation]] = {}
    fresh = [_from_premise(premise) for premise in base.premises]
    fresh += [_from_rule(rule, ()) for rule in base.rules if not rule.antecedents]
    while fresh:
        start = {literal: len(arguments) for literal, arguments in have.items()}
        for each in fresh:
            built[each.id] = each
            have.setdefault(each.conclusion, []).append(each)
        if len(built) > limit:
            raise LimitExceeded(
                f"the rules give more than {limit} arguments; leave out rules that conclude the "
                "same, or split the base"
            )
        ways = ((rule, parts) for rule in base.rules for parts in _supports(rule, have, start))
        fresh = [_from_rule(*way) for way in islice(ways, limit + 1 - len(built))]
    return tuple(built.values())


def _supports(
    rule: Rule, have: Mapping[Literal, Sequence[Derivation]], start: Mapping[Literal, int]
) -> Iterator[tuple[Derivation, ...]]:
    """Answers the ways to support a rule that use at least one argument of the last round.

    `start` says where the arguments of the last round begin. The first new one stands at each
    place in turn, with old ones before it, so that no way comes twice.
    """
    given = [have.get(antecedent, ()) for antecedent in rule.antecedents]
    if not all(given):
        return
    begin = [start.get(antecedent, 0) for antecedent in rule.antecedents]
    for place in range(len(given)):
        choices = (
            *(given[i][: begin[i]] for i in range(place)),
            given[place][begin[place] :],
            *given[place + 1 :],
        )
        usable = [[d for d in few if rule.conclusion not in d.conclusions] for few in choices]
        yield from product(*usable)


def _from_premise(premise: Premise) -> Derivation:
    article = "an" if premise.kind is not PremiseKind.ORDINARY else "a"
    return Derivation(
        id=premise.id,
        conclusion=premise.literal,
        text=f"{premise.literal}, {article} {premise.kind}",
        premise=premise,
        parts=frozenset({premise.id}),
        conclusions=frozenset({premise.literal}),
        premises=frozenset({premise.id}),
        fallible_premises=frozenset({premise.id} if premise.fallible else ()),
    )


def _from_rule(rule: Rule, parts: tuple[Derivation, ...]) -> Derivation:
    own = frozenset(() if rule.strict else (rule.id,))
    last = own or _union(part.last_rules for part in parts)
    id_ = _id(rule, parts)
    return Derivation(
        id=id_,
        conclusion=rule.conclusion,
        text=_text(rule),
        rule=rule,
        subarguments=tuple(part.id for part in parts),
        parts=_union(part.parts for part in parts) | {id_},
        conclusions=frozenset({rule.conclusion}).union(*(part.conclusions for part in parts)),
        premises=_union(part.premises for part in parts),
        fallible_premises=_union(part.fallible_premises for part in parts),
        defeasible_rules=own | _union(part.defeasible_rules for part in parts),
        last_rules=last,
    )


def _union(sets: Iterator[frozenset[str]]) -> frozenset[str]:
    return frozenset[str]().union(*sets)


def _id(rule: Rule, parts: tuple[Derivation, ...]) -> str:
    inside = ", ".join(part.id for part in parts)
    written = f"{rule.id}({inside})"
    if len(written) <= MAX_ID:
        return written
    return f"{rule.id}(...#{sha256(inside.encode()).hexdigest()[:16]})"


def _text(rule: Rule) -> str:
    given = listed(map(str, rule.antecedents))
    holds = f"{rule.conclusion}" if rule.strict else f"presumably {rule.conclusion}"
    since = f"{holds}, since {given}" if given else holds
    source = f"a {rule.kind} rule" if rule.kind else "rule"
    words = f"{since}, by {source} {rule.origin or rule.id}"
    words += " transposed" if rule.origin else ""
    words += f" of {rule.by}" if rule.by else ""
    return f"{words}: {rule.text}" if rule.text else words

"""Reads the rules of a case: a mapping of lists and texts, all that is wrong with it at once.

axioms: [penguin]                         premises that cannot be attacked
premises: [snores, professor]             or {id: statement}; statements: `fact`, `not fact`
assumptions: [innocent]                   any attack on them succeeds
strict: ["s1: penguin -> bird"]           always
defeasible: ["d1: bird => flies"]         presumably; or {id, if, then, by, kind, text}
contraries: [[married, bachelor], {innocent: [guilty]}]   both ways; attackers of innocent
preferences: [[d2, d1]]                   higher first; rules, premises, or who a rule is by
principle: last-link or weakest-link      comparison: elitist or democratic
transposition: true or false              rebut: restricted or unrestricted
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sized
from typing import Any

from argue.construct.rules.entries import PATH, Entries
from argue.construct.rules.notation import ID
from argue.construct.rules.strict import check_axioms
from argue.errors import ArgueError, CaseError, LimitExceeded
from argue.model.case import Literal
from argue.model.rules import (
    Comparison,
    Premise,
    PremiseKind,
    Principle,
    Rebut,
    Rule,
    RuleBase,
    all_preferences,
)

MAX_ENTRIES = 1_000
"""Most premises of a kind, rules of a kind or contraries that are read."""

MAX_PREFERENCES = 5_000
"""Most pairs of preferences, those of people counted rule by rule."""

TITLES = {
    "R001": "A key that rules do not have",
    "R002": "A value of the wrong sort",
    "R003": "Not a statement",
    "R004": "Not a rule",
    "R005": "An id that cannot be used, or is used twice",
    "R006": "A preference between things that are not compared",
    "R007": "Preferences in a circle",
    "R008": "Axioms that contradict one another",
    "R009": "A strict rule that is said not to apply",
}
"""What each error code of the rules means."""

_PREMISES = {
    "axioms": PremiseKind.AXIOM,
    "premises": PremiseKind.ORDINARY,
    "assumptions": PremiseKind.ASSUMPTION,
}
_KEYS = (
    *_PREMISES,
    "strict",
    "defeasible",
    "contraries",
    "preferences",
    "principle",
    "comparison",
    "rebut",
    "transposition",
)


def rule_base(mapping: Mapping[str, Any], *, file: str = "case") -> RuleBase:
    """Answers the rule base that the key `rules` of a case writes down.

    Raises: CaseError with everything that is wrong; `file` is what it is said to be in.
    LimitExceeded past `MAX_ENTRIES`, `MAX_PREFERENCES` or too many transpositions.
    """
    entries = Entries()
    base = _read(entries, mapping)
    if not entries.problems:
        _check(entries, base)
    if entries.problems:
        raise CaseError(entries.problems, file)
    return base


def _read(entries: Entries, mapping: Mapping[str, Any]) -> RuleBase:
    entries.check_keys(mapping, _KEYS, PATH)
    for key in _KEYS:
        _check_size(key, mapping.get(key))
    premises = tuple(_premises(entries, mapping))
    rules = (
        *entries.rules(mapping.get("strict"), f"{PATH}.strict", strict=True),
        *entries.rules(mapping.get("defeasible"), f"{PATH}.defeasible", strict=False),
    )
    _check_names(entries, premises, rules)
    return RuleBase(
        premises=premises,
        rules=rules,
        contraries=frozenset(entries.contraries(mapping.get("contraries"), f"{PATH}.contraries")),
        preferences=_preferences(entries, mapping.get("preferences"), premises, rules),
        principle=entries.word(mapping, "principle", Principle.LAST_LINK),
        comparison=entries.word(mapping, "comparison", Comparison.ELITIST),
        rebut=entries.word(mapping, "rebut", Rebut.RESTRICTED),
        transposition=entries.flag(mapping, "transposition", True),
    )


def _check_size(key: str, value: object) -> None:
    if isinstance(value, Sized) and len(value) > MAX_ENTRIES:
        raise LimitExceeded(f"{PATH}.{key} has more than {MAX_ENTRIES} entries; split the base")


def _premises(entries: Entries, mapping: Mapping[str, Any]) -> Iterator[Premise]:
    where: dict[Literal, str] = {}
    for key, kind in _PREMISES.items():
        for id_, literal, path in entries.statements(mapping.get(key), f"{PATH}.{key}"):
            if literal in where:
                message = f'"{literal}" is a premise twice'
                entries.problem("R005", message, path, f"it first stands at {where[literal]}")
                continue
            where[literal] = path
            if entries.declare(id_, path):
                yield Premise(id_, literal, kind)


def _check_names(entries: Entries, premises: tuple[Premise, ...], rules: tuple[Rule, ...]) -> None:
    """Notes rules whose id is also a statement, and strict rules that are said not to apply."""
    by_id = {rule.id: rule for rule in rules}
    for literal in RuleBase(premises, rules).literals():
        _check_statement(entries, literal, by_id)


def _check_statement(entries: Entries, literal: Literal, by_id: Mapping[str, Rule]) -> None:
    rule = by_id.get(literal.fact)
    if rule is None:
        return
    path = entries.declared[rule.id]
    if literal.holds:
        message = f'the id of rule "{rule.id}" is also a statement'
        entries.problem("R005", message, path, "rename the rule, or the statement")
    elif rule.strict:
        message = f'"{literal}" says that a strict rule does not apply'
        entries.problem("R009", message, path, f'write "{rule.id}" under defeasible')


def _preferences(
    entries: Entries, value: Any, premises: tuple[Premise, ...], rules: tuple[Rule, ...]
) -> tuple[tuple[str, str], ...]:
    path = f"{PATH}.preferences"
    compared = _Compared(entries, premises, rules)
    pairs: dict[tuple[str, str], None] = {}
    for names, place in entries.chains(value, path):
        groups = [compared.ids(name, place) for name in names]
        for k, (higher, lower) in enumerate(zip(groups, groups[1:], strict=False)):
            if (
                higher
                and lower
                and (higher[0] in compared.premises) != (lower[0] in compared.premises)
            ):
                message = f'"{names[k]}" and "{names[k + 1]}" are a rule and a premise'
                advice = "prefer rules to rules and premises to premises"
                entries.problem("R006", message, place, advice)
                continue
            pairs.update(dict.fromkeys((high, low) for high in higher for low in lower))
            if len(pairs) > MAX_PREFERENCES:
                raise LimitExceeded(
                    f"{path} compares more than {MAX_PREFERENCES} pairs; leave out what follows "
                    "from other preferences"
                )
    return tuple(pairs)


class _Compared:
    """What preferences can be about: defeasible rules, premises, or all the rules of somebody."""

    def __init__(
        self, entries: Entries, premises: tuple[Premise, ...], rules: tuple[Rule, ...]
    ) -> None:
        self._entries = entries
        self.premises = {p.id for p in premises if p.fallible}
        self.rules = [rule for rule in rules if not rule.strict]
        self._never = {p.id for p in premises if not p.fallible}
        self._never |= {rule.id for rule in rules if rule.strict}

    def ids(self, name: str, path: str) -> tuple[str, ...]:
        """Answers the rules or the premise that a name stands for; none if it is a problem."""
        if name in self.premises or any(name == rule.id for rule in self.rules):
            return (name,)
        theirs = tuple(rule.id for rule in self.rules if rule.by == name)
        if theirs:
            return theirs
        if name in self._never:
            message = f'"{name}" is an axiom or a strict rule, which nothing is preferred to'
            advice = "leave the preference out, or make it a premise or a defeasible rule"
        else:
            message = f'no defeasible rule or premise is called "{name}", nor is one by "{name}"'
            known = [*(r.id for r in self.rules if ID.fullmatch(r.id)), *sorted(self.premises)]
            advice = f"one of: {', '.join(known[:12]) or 'none has an id yet'}"
        self._entries.problem("R006", message, path, advice)
        return ()


def _check(entries: Entries, base: RuleBase) -> None:
    try:
        all_preferences(base.preferences)
    except ArgueError as error:
        entries.problem("R007", str(error), f"{PATH}.preferences", "")
    try:
        check_axioms(base)
    except LimitExceeded:
        raise
    except ArgueError as error:
        entries.problem("R008", str(error), f"{PATH}.axioms", "")

"""Scenarios of the Jiminy engine: norms of several stakeholders, some with more authority.

    context: [{id: w1, description: The speaker collects data.}]
    norms: [{id: r1, body: [w1], conclusion: d_report, type: r, stakeholder: Law}]
    contrariness: {d_report: {opposes: [d_keep_quiet]}}
    base_priorities: {Law: 5, Household: 2}
    meta_priorities: [{if: i_threat, stakeholder: Household, value: 9}]
    priorities: {d_report: {value: 3}}

Norms are constitutive (c), regulative (r) or permissive (p); `constitutive_norms`,
`regulative_norms` and `permissions` may hold them apart. A stakeholder's authority is the base
one, 1 if there is none, or a higher one whose `if` holds: is in the context, or follows from it
by constitutive norms. Without authorities the priorities of conclusions are taken instead.
Source: [LPSvdT23].

A scenario becomes rules in the manner of [ModgilPrakken13]: facts are axioms, norms defeasible
rules, preferred by authority. Statements that oppose one another defeat one another by it; where
only one opposes the other, it does so unless all norms for it that apply are of less authority
than all norms for the other that do. The engine's own procedure, which picks obligations one by
one and can accept two that are opposed, is another thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from argue.errors import FileError, UnknownId
from argue.io.interchange.yaml_text import YamlText
from argue.io.nodes import MapNode, Node
from argue.model.rules import RuleKind

KINDS = {
    "c": RuleKind.CONSTITUTIVE,
    "r": RuleKind.REGULATIVE,
    "p": RuleKind.PERMISSIVE,
}
SECTIONS = {"constitutive_norms": "c", "regulative_norms": "r", "permissions": "p"}

_SAID = ("description", "desc")
_KEYS = (
    "context",
    "norms",
    *SECTIONS,
    "contrariness",
    "base_priorities",
    "meta_priorities",
    "priorities",
    *("semantics", "title", "name", "description"),
)
_FACT = ("id", *_SAID)
_NORM = ("id", "body", "conclusion", "type", "stakeholder", *_SAID)
_OPPOSED = ("opposes", "contraries", *_SAID)
_META = ("if", "stakeholder", "value", *_SAID)


@dataclass(frozen=True, slots=True)
class Norm:
    """A norm of a stakeholder: if all of its body holds, so does its conclusion, presumably."""

    id: str
    body: tuple[str, ...]
    conclusion: str
    kind: RuleKind
    stakeholder: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Escalation:
    """A stakeholder has at least this authority where a fact holds."""

    fact: str
    stakeholder: str
    value: Fraction


@dataclass(frozen=True, slots=True)
class Scenario:
    """The facts that may hold, with their texts; norms; what opposes what; who has authority."""

    facts: Mapping[str, str]
    norms: tuple[Norm, ...]
    opposes: Mapping[str, tuple[str, ...]]
    base: Mapping[str, Fraction]
    escalations: tuple[Escalation, ...]
    values: Mapping[str, Fraction]

    def closure(self, facts: Iterable[str], *kinds: RuleKind) -> frozenset[str]:
        """Answers the facts and all that norms of these kinds conclude from them."""
        held = set(facts)
        norms = [norm for norm in self.norms if norm.kind in kinds]
        while fresh := {n.conclusion for n in norms if held.issuperset(n.body)} - held:
            held |= fresh
        return frozenset(held)

    def authority(self, facts: Iterable[str]) -> Mapping[str, Fraction]:
        """Answers every stakeholder's authority where these facts hold; none if nobody has any."""
        if not self.base and not self.escalations:
            return {}
        held = self.closure(facts, RuleKind.CONSTITUTIVE)
        found = {n.stakeholder: self.base.get(n.stakeholder, Fraction(1)) for n in self.norms}
        for each in self.escalations:
            if each.fact in held and each.stakeholder in found:
                found[each.stakeholder] = max(found[each.stakeholder], each.value)
        return found

    def rank(self, facts: Iterable[str]) -> Mapping[str, Fraction]:
        """Answers how high every norm stands where these facts hold."""
        authority = self.authority(facts)
        if authority:
            return {norm.id: authority[norm.stakeholder] for norm in self.norms}
        return {norm.id: self.values.get(norm.conclusion, Fraction(0)) for norm in self.norms}


def load(data: bytes, file: str = "scenario") -> Scenario:
    """Answers the scenario of a file; raises CaseError with line and column, LimitExceeded."""
    yaml = YamlText(data, file)
    root = yaml.known(yaml.root, _KEYS).entries
    facts: dict[str, str] = {}
    for item in yaml.items(root.get("context")):
        entry = yaml.known(item, _FACT)
        facts[yaml.name(entry, "id")] = _said(yaml, entry)
    norms = tuple(_norms(yaml, root))
    _check_names(yaml, facts, norms, root)
    opposes = {
        yaml.id(key, mark): tuple(_opposed(yaml, value))
        for key, mark, value in yaml.entries(root.get("contrariness"))
    }
    base = {key: yaml.number(value) for key, _, value in yaml.entries(root.get("base_priorities"))}
    return Scenario(
        MappingProxyType(facts),
        norms,
        MappingProxyType(opposes),
        MappingProxyType(base),
        tuple(_escalation(yaml, item) for item in yaml.items(root.get("meta_priorities"))),
        MappingProxyType(dict(_values(yaml, root.get("priorities")))),
    )


def _said(yaml: YamlText, entry: MapNode) -> str:
    return next((yaml.text(entry.entries[key]) for key in _SAID if key in entry.entries), "")


def _norms(yaml: YamlText, root: Mapping[str, Node]) -> Iterator[Norm]:
    for key, kind in (("norms", ""), *SECTIONS.items()):
        for item in yaml.items(root.get(key)):
            entry = yaml.known(item, _NORM)
            letter = kind or yaml.text(entry.entries.get("type"))
            if letter not in KINDS:
                advice = "write type: c (constitutive), r (regulative) or p (permissive)"
                yaml.wrong(entry.mark, f"{letter!r:.80} is no type of norm", advice)
            stakeholder = yaml.text(entry.entries.get("stakeholder"))
            if not stakeholder:
                yaml.wrong(entry.mark, "stakeholder is missing", "say whose norm it is")
            body = tuple(yaml.literal(each) for each in yaml.items(entry.entries.get("body")))
            if "conclusion" not in entry.entries:
                yaml.wrong(entry.mark, "conclusion is missing", "say what the norm concludes")
            conclusion = yaml.literal(entry.entries["conclusion"])
            name, text = yaml.name(entry, "id"), _said(yaml, entry)
            yield Norm(name, body, conclusion, KINDS[letter], stakeholder, text)


def _check_names(
    yaml: YamlText, facts: Mapping[str, str], norms: tuple[Norm, ...], root: Mapping[str, Node]
) -> None:
    """Raises: CaseError for a norm whose id is used twice, or is that of a statement."""
    statements = {*facts, *(s for norm in norms for s in (*norm.body, norm.conclusion))}
    seen: set[str] = set()
    for norm in norms:
        if norm.id in seen or norm.id in statements:
            mark = next(root[key].mark for key in ("norms", *SECTIONS) if key in root)
            yaml.wrong(mark, f"the id {norm.id!r} is used twice", "rename the norm")
        seen.add(norm.id)


def _opposed(yaml: YamlText, value: Node) -> Iterator[str]:
    entry = yaml.known(value, _OPPOSED)
    for key in ("opposes", "contraries"):
        yield from map(yaml.literal, yaml.items(entry.entries.get(key)))


def _escalation(yaml: YamlText, item: Node) -> Escalation:
    entry = yaml.known(item, _META)
    missing = [key for key in ("if", "stakeholder", "value") if key not in entry.entries]
    if missing:
        yaml.wrong(entry.mark, f"{missing[0]} is missing", "write {if, stakeholder, value}")
    fact, stakeholder = yaml.literal(entry.entries["if"]), yaml.text(entry.entries["stakeholder"])
    return Escalation(fact, stakeholder, yaml.number(entry.entries["value"]))


def _values(yaml: YamlText, node: Node | None) -> Iterator[tuple[str, Fraction]]:
    for key, mark, value in yaml.entries(node):
        if isinstance(value, MapNode):
            entry = yaml.known(value, ("value", *_SAID))
            if "value" not in entry.entries:
                yaml.wrong(mark, "value is missing", "write {value: 3}")
            value = entry.entries["value"]  # noqa: PLW2901  (a bare number says the same)
        yield key, yaml.number(value)


def rules_of(scenario: Scenario, facts: Iterable[str] | None = None) -> dict[str, Any]:
    """Answers a scenario as the `rules` of a case, where these facts of its context hold.

    Without `facts`, all hold. Raises: UnknownId for a fact that the context does not list;
    FileError for a scenario without norms.
    """
    held = tuple(scenario.facts if facts is None else dict.fromkeys(facts))
    for fact in held:
        if fact not in scenario.facts:
            raise UnknownId("fact of the context", fact, scenario.facts)
    if not scenario.norms:
        raise FileError("the scenario has no norms; list some under norms:")
    return {
        "axioms": list(held),
        "defeasible": [_rule(norm) for norm in scenario.norms],
        "contraries": _contraries(scenario, held),
        "preferences": _preferences(scenario, scenario.rank(held)),
        "transposition": False,
        "x-texts": {fact: scenario.facts[fact] for fact in held},
        "x-notes": list(_notes(scenario, held)),
    }


def _notes(scenario: Scenario, facts: tuple[str, ...]) -> Iterator[str]:
    """Answers what preferences between norms come from, in words."""
    authority = scenario.authority(facts)
    title, values = ("Authority", authority) if authority else ("Priority", scenario.values)
    if values:
        ranked = sorted(values.items(), key=lambda pair: -pair[1])
        yield f"{title}: {', '.join(f'{name} {_decimal(value)}' for name, value in ranked)}"


def _decimal(value: Fraction) -> str:
    return str(value) if value.denominator == 1 else f"{float(value):g}"


def _rule(norm: Norm) -> dict[str, Any]:
    rule = {"id": norm.id, "if": list(norm.body), "then": norm.conclusion}
    rule |= {"by": norm.stakeholder, "kind": str(norm.kind)}
    return {**rule, "text": norm.text} if norm.text else rule


def _contraries(scenario: Scenario, facts: tuple[str, ...]) -> list[dict[str, list[str]]]:
    """Answers, for every statement that is opposed, what attacks it."""
    rank = scenario.rank(facts)
    held = scenario.closure(facts, *RuleKind)
    ranks: dict[str, list[Fraction]] = {}
    for norm in scenario.norms:
        if held.issuperset(norm.body):
            ranks.setdefault(norm.conclusion, []).append(rank[norm.id])
    found: dict[str, list[str]] = {}
    opposes = {attacker: dict.fromkeys(each) for attacker, each in scenario.opposes.items()}
    for attacker, opposed in opposes.items():
        for target in opposed:
            mutual = attacker in opposes.get(target, ())
            weaker = attacker in ranks and target in ranks
            weaker = weaker and max(ranks[attacker]) < min(ranks[target])
            if mutual or not weaker:
                found.setdefault(target, []).append(attacker)
    return [{target: attackers} for target, attackers in found.items()]


def _preferences(scenario: Scenario, rank: Mapping[str, Fraction]) -> list[list[str]]:
    """Answers the norms of every level above those of the next: the rest follows."""
    levels: dict[Fraction, list[str]] = {}
    for norm in scenario.norms:
        levels.setdefault(rank[norm.id], []).append(norm.id)
    ordered = [levels[value] for value in sorted(levels, reverse=True)]
    return [[one, other] for high, low in pairwise(ordered) for one in high for other in low]

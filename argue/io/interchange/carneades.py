"""Argument graphs in the YAML manner of Carneades, as far as they are rules.

    statements: {murder: The killing was murder., killing: {text: Somebody was killed.}}
    assumptions: [killing, not malice]
    arguments: {a1: {conclusion: murder, premises: [killing, malice], exceptions: [defence]},
                a2: {con: murder, premises: {witness: alibi}, weight: 0.8}}

An argument is for its conclusion (`conclusion` or `pro`) or against it (`con`). It becomes a
defeasible rule, to the conclusion or to its negation; an exception says that the rule does not
apply. Assumptions hold: they become axioms. Of two arguments for and against a statement the one
of greater weight is preferred; a weight that is not given is a half. Proof standards, and issues
of several options, are refused: rules have one standard.
Source: [GPW07].
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from argue.errors import FileError, UnknownId
from argue.io.interchange.yaml_text import YamlText
from argue.io.nodes import MapNode, Node

_KEYS = ("statements", "assumptions", "arguments", "title", "meta")
_SENSES = {"conclusion": True, "pro": True, "con": False}
_ARGUMENT = (*_SENSES, "premises", "exceptions", "undercutters", "weight", "scheme", "text")
_HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Reason:
    """An argument for or against a statement: premises, exceptions and a weight."""

    id: str
    premises: tuple[str, ...]
    conclusion: str
    exceptions: tuple[str, ...] = ()
    weight: Fraction = _HALF
    text: str = ""


@dataclass(frozen=True, slots=True)
class ReasonGraph:
    """Statements with their texts, what is assumed, and the arguments."""

    statements: Mapping[str, str]
    assumptions: tuple[str, ...]
    reasons: tuple[Reason, ...]


def load(data: bytes, file: str = "graph") -> ReasonGraph:
    """Answers the argument graph of a file; raises CaseError with line and column."""
    yaml = YamlText(data, file)
    root = yaml.known(yaml.root, _KEYS).entries
    statements = {
        yaml.id(key, mark): _text(yaml, value)
        for key, mark, value in yaml.entries(root.get("statements"))
    }
    reasons = tuple(_reasons(yaml, root.get("arguments"), statements))
    for item in yaml.items(root.get("assumptions")):
        _known(yaml, item, statements)
    assumptions = tuple(map(yaml.literal, yaml.items(root.get("assumptions"))))
    return ReasonGraph(MappingProxyType(statements), assumptions, reasons)


def _text(yaml: YamlText, value: Node) -> str:
    if isinstance(value, MapNode):
        return yaml.text(yaml.known(value, ("text",)).entries.get("text"))
    return yaml.text(value)


def _known(yaml: YamlText, node: Node, statements: Mapping[str, str]) -> str:
    """Answers a statement that is listed."""
    literal = yaml.literal(node)
    name = literal.removeprefix("not ").strip()
    if name not in statements:
        yaml.wrong(node.mark, f"there is no statement {name!r}", "list it under statements")
    return literal


def _reasons(yaml: YamlText, node: Node | None, statements: Mapping[str, str]) -> Iterator[Reason]:
    for key, mark, value in yaml.entries(node):
        if yaml.id(key, mark) in statements:
            yaml.wrong(mark, f"the id {key!r} is also a statement's", "rename the argument")
        entry = yaml.known(value, _ARGUMENT).entries
        senses = [sense for sense in _SENSES if sense in entry]
        if len(senses) != 1:
            advice = "write conclusion: and a statement, or con: and what it is against"
            yaml.wrong(mark, f"an argument with {len(senses) or 'no'} conclusions", advice)
        conclusion = _known(yaml, entry[senses[0]], statements)
        premises = [_known(yaml, each, statements) for each in _listed(yaml, entry.get("premises"))]
        exceptions = [
            _known(yaml, each, statements)
            for name in ("exceptions", "undercutters")
            for each in _listed(yaml, entry.get(name))
        ]
        yield Reason(
            key,
            tuple(premises),
            conclusion if _SENSES[senses[0]] else _negated(conclusion),
            tuple(exceptions),
            yaml.number(entry["weight"]) if "weight" in entry else _HALF,
            yaml.text(entry.get("text")) or yaml.text(entry.get("scheme")),
        )


def _listed(yaml: YamlText, node: Node | None) -> tuple[Node, ...]:
    """Answers the values of a list, or of a mapping by the role they play."""
    if isinstance(node, MapNode):
        return tuple(node.entries.values())
    return yaml.items(node)


def _negated(literal: str) -> str:
    return literal.removeprefix("not ").strip() if literal.startswith("not ") else f"not {literal}"


def rules_of(graph: ReasonGraph, facts: Iterable[str] | None = None) -> dict[str, Any]:
    """Answers an argument graph as the `rules` of a case; `facts` are assumed instead, if given.

    Raises: UnknownId for a fact that is no statement; FileError for a graph without arguments.
    """
    if not graph.reasons:
        raise FileError("there are no arguments; list some under arguments:")
    held = graph.assumptions if facts is None else tuple(dict.fromkeys(facts))
    for fact in held:
        if fact.removeprefix("not ").strip() not in graph.statements:
            raise UnknownId("statement", fact, graph.statements)
    return {
        "axioms": list(dict.fromkeys(held)),
        "defeasible": [_rule(reason) for reason in graph.reasons],
        "strict": [
            f"{exception} -> not {reason.id}"
            for reason in graph.reasons
            for exception in reason.exceptions
        ],
        "preferences": list(_preferences(graph)),
        "transposition": False,
        "x-texts": {name: text for name, text in graph.statements.items() if text},
    }


def _rule(reason: Reason) -> dict[str, Any]:
    rule = {"id": reason.id, "if": list(reason.premises), "then": reason.conclusion}
    return {**rule, "text": reason.text} if reason.text else rule


def _preferences(graph: ReasonGraph) -> Iterator[list[str]]:
    """Answers the arguments above those of less weight to the contrary."""
    for one in graph.reasons:
        for other in graph.reasons:
            if one.conclusion == _negated(other.conclusion) and one.weight > other.weight:
                yield [one.id, other.id]

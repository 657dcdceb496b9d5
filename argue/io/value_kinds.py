"""Readers of single values: text, flags, numbers, words, ids, conditions, and free data."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import partial
from types import MappingProxyType
from typing import Any

from argue.io.kinds import ID_PATTERN, Kind, described
from argue.io.nodes import FALSE, TRUE, ListNode, MapNode, Node, ScalarNode, sort_of
from argue.io.phrasing import did_you_mean, quoted
from argue.io.reading import MISSING, Reader, ReadKind, Reference
from argue.model.case import Condition, Literal, Mode

MAX_NUMBER = 100
"""Most characters a number may have."""

MOST = Fraction(10) ** 100
"""Numbers lie this far from 0 at most, so that products of some are still told as decimals."""

LEAST = 1 / MOST
"""Numbers other than 0 lie this far from it at least."""

NUMBER_PATTERN = (
    r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?|[-+]?[0-9]+/0*[1-9][0-9]*"
)
"""What exact numbers look like: 12, -0.5, 1e-3, 1/3."""

LITERAL_PATTERN = rf"(not +)?({ID_PATTERN})"
"""What a condition's literals look like: `surge`, `not surge`."""

_NUMBER = re.compile(NUMBER_PATTERN)
_LITERAL = re.compile(LITERAL_PATTERN)
_COMMA = re.compile(r"[-+]?[0-9]+,[0-9]+")


def parse_number(text: str) -> Fraction | None:
    """Answers the exact number a text writes, None if it writes none, or one beyond the bounds."""
    if len(text) > MAX_NUMBER or not _NUMBER.fullmatch(text):
        return None
    number = Fraction(text)
    # Without an exponent so few characters write nothing beyond.
    if number and "e" in text.lower() and not LEAST <= abs(number) <= MOST:
        return None
    return number


def parse_literal(text: str) -> Literal | None:
    """Answers the literal a text writes, None if it writes none."""
    found = _LITERAL.fullmatch(text.strip())
    return Literal(found[2], found[1] is None) if found else None


def read_text(reader: Reader, node: Node, kind: Kind, path: str) -> Any:
    """Reads text; what YAML takes for a number or a flag must be quoted, but for a strategy."""
    if isinstance(node, ScalarNode) and "number" in kind.words and sort_of(node) == "a number":
        return node.text
    if not isinstance(node, ScalarNode) or sort_of(node) != "text":
        shown = f'"{node.text[:40]}"' if isinstance(node, ScalarNode) else ""
        return reader.wrong(node, path, described(kind), shown and f"put it in quotes: {shown}")
    if kind.least and not node.text.strip():
        message, advice = f"{path} is empty", "write some words"
        return reader.problem("C042", message, path, mark=node.mark, advice=advice)
    return node.text


def read_flag(reader: Reader, node: Node, kind: Kind, path: str) -> Any:
    """Reads true or false."""
    if isinstance(node, ScalarNode) and node.plain and node.text in TRUE | FALSE:
        return node.text in TRUE
    return reader.wrong(node, path, described(kind), "write true or false, without quotes")


def read_number(reader: Reader, node: Node, kind: Kind, path: str) -> Any:
    """Reads an exact number within the kind's bounds."""
    value = parse_number(node.text) if isinstance(node, ScalarNode) else None
    if value is None:
        if isinstance(node, ScalarNode) and _means_a_number(node):
            message = f"{quoted(node.text)} is no number that can be read exactly"
            advice = f"write 12, -0.5, 1e-3 or 1/3, in at most {MAX_NUMBER} characters"
            if _NUMBER.fullmatch(node.text) and len(node.text) <= MAX_NUMBER:
                message = f"{quoted(node.text)} is too far from 0, or too close to it"
                advice = "write 0, or between 1e-100 and 1e100 on either side; change the unit"
            if _COMMA.fullmatch(node.text):
                advice = f"write {node.text.replace(',', '.')}: a point, not a comma"
            return reader.problem("C018", message, path, mark=node.mark, advice=advice)
        return reader.wrong(node, path, "a number", "for example 12, -0.5, 1e-3 or 1/3")
    below = kind.low is not None and (value < kind.low or (kind.above and value == kind.low))
    if below or (kind.high is not None and value > kind.high):
        assert isinstance(node, ScalarNode)
        message = f"{path} is {node.text}, but must be {bounds(kind)}"
        return reader.problem("C019", message, path, mark=node.mark)
    return value


def _means_a_number(node: ScalarNode) -> bool:
    """Answers whether somebody wrote a number, though not one that can be read: `1_000`, `1/0`."""
    digits = re.fullmatch(r"[-+]?[0-9][-+0-9_,./ eE]*", node.text[: MAX_NUMBER + 1])
    return sort_of(node) == "a number" or digits is not None


def bounds(kind: Kind) -> str:
    """Answers in words which numbers a kind allows."""
    if kind.high is not None:
        return f"from {kind.low} to {kind.high}" if kind.low is not None else f"at most {kind.high}"
    return f"more than {kind.low}" if kind.above else f"at least {kind.low}"


def read_word(reader: Reader, node: Node, kind: Kind, path: str) -> Any:
    """Reads one of a few words."""
    if not isinstance(node, ScalarNode) or sort_of(node) == "nothing":
        return reader.wrong(node, path, described(kind), f"one of: {', '.join(kind.words)}")
    if sort_of(node) == "text" and node.text in kind.words:
        return node.text
    message = f"{path} cannot be {quoted(node.text)}"
    advice = partial(did_you_mean, node.text, kind.words)
    return reader.problem("C017", message, path, mark=node.mark, advice=advice)


def read_new(reader: Reader, node: Node, kind: Kind, path: str) -> Any:
    """Reads an id that is declared here."""
    if not isinstance(node, ScalarNode) or sort_of(node) != "text":
        return reader.wrong(node, path, described(kind), "begin it with a letter")
    return reader.declare(node.text, kind.group, path, node.mark)


def read_ref(reader: Reader, node: Node, kind: Kind, path: str) -> Any:
    """Reads an id that is declared elsewhere; it is looked up in the end."""
    if not isinstance(node, ScalarNode) or sort_of(node) != "text":
        return reader.wrong(node, path, described(kind))
    reader.references.append(Reference(kind.group, node.text, path, node.mark, kind.words))
    return node.text


def read_condition(reader: Reader, node: Node, kind: Kind, path: str) -> Any:
    """Reads a fact, `not` a fact, or a list of these that means all."""
    if isinstance(node, ListNode) and node.items:
        parts = [_literal(reader, item, f"{path}[{i}]") for i, item in enumerate(node.items)]
    elif isinstance(node, ScalarNode) and sort_of(node) == "text":
        parts = [_literal(reader, node, path)]
    else:
        return reader.wrong(node, path, described(kind), "for example surge, or not surge")
    if MISSING in parts:
        return MISSING
    condition: Condition = tuple(dict.fromkeys(parts))
    if len({literal.fact for literal in condition}) < len(condition):
        message, advice = f"{path} can never hold", "it asks for a fact and its opposite"
        return reader.problem("C031", message, path, mark=node.mark, advice=advice)
    return condition


def _literal(reader: Reader, node: Node, path: str) -> Any:
    literal = parse_literal(node.text) if isinstance(node, ScalarNode) else None
    if literal is None or sort_of(node) != "text":
        shown = quoted(node.text) if isinstance(node, ScalarNode) else sort_of(node)
        message = f"{shown} is not a condition"
        advice = "write the id of a fact, or not and the id; and is written as a list"
        return reader.problem("C031", message, path, mark=node.mark, advice=advice)
    reader.references.append(Reference("fact", literal.fact, path, node.mark))
    return literal


def read_because(reader: Reader, node: Node, kind: Kind, path: str) -> Any:
    """Reads a reason given in words, or a list of literals."""
    return (read_text if isinstance(node, ScalarNode) else read_condition)(reader, node, kind, path)


def read_mode(reader: Reader, node: Node, kind: Kind, path: str) -> Any:
    """Reads what a framework asks for: (mode, what is enough)."""
    if isinstance(node, MapNode) and tuple(node.entries) == ("enough",):
        enough = read_number(reader, node.entries["enough"], Kind("number"), f"{path}.enough")
        return MISSING if enough is MISSING else (Mode.ENOUGH, enough)
    if isinstance(node, ScalarNode) and node.text in ("best", "test"):
        return Mode(node.text), None
    return reader.wrong(node, path, described(kind))


def read_mapping(reader: Reader, node: Node, kind: Kind, path: str) -> Any:
    """Reads a mapping whose keys are not looked at."""
    if isinstance(node, MapNode):
        _mark_within(reader, node, path)
        return free_value(node)
    return reader.wrong(node, path, described(kind))


def _mark_within(reader: Reader, node: Node, path: str) -> None:
    """Keep the place of everything within a value, for what only its own reader finds wrong."""
    if isinstance(node, MapNode):
        for key, inner in node.entries.items():
            reader.marks[f"{path}.{key}"] = node.keys[key]
            _mark_within(reader, inner, f"{path}.{key}")
    elif isinstance(node, ListNode):
        for index, item in enumerate(node.items):
            reader.marks[f"{path}[{index}]"] = item.mark
            _mark_within(reader, item, f"{path}[{index}]")


def free_value(node: Node) -> Any:
    """Answers what a node says: read-only mappings, tuples, text, exact numbers, flags, None."""
    if isinstance(node, MapNode):
        return MappingProxyType({key: free_value(each) for key, each in node.entries.items()})
    if isinstance(node, ListNode):
        return tuple(map(free_value, node.items))
    sort = sort_of(node)
    if sort == "nothing":
        return None
    if sort == "true or false":
        return node.text in TRUE
    number = parse_number(node.text) if sort == "a number" else None
    return node.text if number is None else number


VALUE_READERS: dict[str, ReadKind] = {
    "text": read_text,
    "flag": read_flag,
    "number": read_number,
    "word": read_word,
    "new": read_new,
    "ref": read_ref,
    "condition": read_condition,
    "because": read_because,
    "mode": read_mode,
    "mapping": read_mapping,
}

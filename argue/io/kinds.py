"""What a field may hold: the kinds of value that the table of fields is written in.

A kind is data. The reader, the JSON Schema and the docs each have one small function a kind, so
that they cannot say different things about a field.
"""

from __future__ import annotations

from typing import NamedTuple

ID_PATTERN = r"[A-Za-z][A-Za-z0-9_]*"
"""What ids inside a case look like: a letter, then letters, digits and underscores."""

NO_STANDPOINTS = ("numbers", "spared", "catastrophe")
"""Voices of reasons that are nobody's complaint."""

RESERVED: dict[str, tuple[str, ...]] = {
    "option": ("default", "before"),
    "standpoint": ("default", *NO_STANDPOINTS),
    "fact": ("not", "absent"),
    "framework": ("norms", "cap", "prerogative"),
    "by": ("norms",),
}
"""Words that mean something where an id of this group could stand."""


class Kind(NamedTuple):
    """A kind of value, by name, with what narrows it.

    `words` are the words allowed (beside the ids, for a reference; of a text, `number` if one will
    do as well); `low` and `high` bound a number, `above` excludes its lower bound; `group` is the
    sort of id declared or referred to; `of` is what a list or mapping holds, `keys` what a
    mapping's keys are; `least` and `most` bound a length; `fields` are a record's, `kinds` the
    alternatives.
    """

    name: str
    words: tuple[str, ...] = ()
    low: int | None = None
    high: int | None = None
    above: bool = False
    group: str = ""
    of: Kind | None = None
    keys: Kind | None = None
    least: int = 0
    most: int | None = None
    fields: tuple[Field, ...] = ()
    kinds: tuple[Kind, ...] = ()
    title: str = ""


class Field(NamedTuple):
    """One key of a record: what it holds, what it means, and what holds if it is left out.

    `default` is in the words of the docs; empty where there is nothing to say.
    """

    name: str
    kind: Kind
    doc: str
    default: str = ""
    required: bool = False


TEXT = Kind("text")
LABEL = Kind("text", least=1)
STRATEGY = Kind("text", words=("number",))
FLAG = Kind("flag")
CELL = Kind("cell", words=("absent",))
QUANTITY = Kind("cell")
CONDITION = Kind("condition")
BECAUSE = Kind("because")
TABLE = Kind("table")
FREE = Kind("mapping")
FRAMEWORK = Kind("framework")
MODE = Kind("mode")
NUMBER = Kind("number")
SHARE = Kind("number", low=0, high=1)
AMOUNT = Kind("number", low=0)
POSITIVE = Kind("number", low=0, above=True)


def word(*words: str) -> Kind:
    """Answers the kind of one word out of several."""
    return Kind("word", words=words)


def new(group: str) -> Kind:
    """Answers the kind of an id that is declared here."""
    return Kind("new", group=group)


def ref(group: str, *words: str) -> Kind:
    """Answers the kind of an id that is declared elsewhere, or one of a few words."""
    return Kind("ref", group=group, words=words)


def list_of(of: Kind, least: int = 0, most: int | None = None) -> Kind:
    """Answers the kind of a list."""
    return Kind("list", of=of, least=least, most=most)


def map_of(keys: Kind, of: Kind, least: int = 0) -> Kind:
    """Answers the kind of a mapping with ids for keys."""
    return Kind("map", keys=keys, of=of, least=least)


def record(title: str, *fields: Field) -> Kind:
    """Answers the kind of a mapping with known keys; `title` is what messages call it."""
    return Kind("record", fields=fields, title=title)


def pair(first: Field, second: Field) -> Kind:
    """Answers the kind of a list of two that is a short form of a record."""
    return Kind("pair", fields=(first, second))


def either(*kinds: Kind) -> Kind:
    """Answers the kind that any of several fits."""
    return Kind("either", kinds=kinds)


def described(kind: Kind) -> str:
    """Answers what a kind asks for, in words for a message."""
    if kind.name in ("word", "text"):
        allowed = kind.words if kind.name == "word" else ("text", *(f"a {w}" for w in kind.words))
        return " or ".join(allowed)
    if kind.name == "either":
        return ", or ".join(dict.fromkeys(described(each) for each in kind.kinds))
    if kind.name == "record":
        return f"a mapping of {', '.join(field.name for field in kind.fields)}"
    if kind.name == "pair":
        return f"[{', '.join(field.name for field in kind.fields)}]"
    inner = kind.of if kind.name == "list" else kind.keys
    if inner is not None and inner.group:
        of = "framework" if inner.group == "type" else inner.group
        return f"a list of {of} ids" if kind.name == "list" else f"a mapping by {of} id"
    return _DESCRIBED[kind.name] + (f" of {kind.most}" if kind.most else "")


_DESCRIBED = {
    "flag": "true or false",
    "number": "a number",
    "new": "an id",
    "ref": "an id",
    "list": "a list",
    "map": "a mapping by id",
    "cell": "a number, absent, [low, high], {if, then, else} or {lottery}",
    "condition": "a fact, not and a fact, or a list of these",
    "because": "text or a condition",
    "table": "a mapping of options to mappings of standpoints to numbers",
    "mapping": "a mapping",
    "framework": "the name of a framework, or a mapping with id, type, mode and parameters",
    "mode": "best, test or {enough: number}",
}

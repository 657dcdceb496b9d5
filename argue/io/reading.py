"""Reads nodes by kind into plain values, and collects everything that is wrong on the way.

What cannot be read is left out of the result and noted as a problem; references to ids are
noted too, and looked up once the whole file has been read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, NamedTuple

from argue.errors import Problem
from argue.io.kinds import ID_PATTERN, RESERVED, Field, Kind
from argue.io.nodes import (
    FALSE,
    MAX_PROBLEMS,
    NOWHERE,
    NULLS,
    TRUE,
    MapNode,
    Mark,
    Node,
    ScalarNode,
    sort_of,
)
from argue.io.phrasing import did_you_mean, quoted

MISSING: Any = object()
"""Stands for a value that could not be read."""

HERE = "@"
"""The key under which a record keeps its own path; no field can have this name."""

_ID = re.compile(ID_PATTERN)


class Reference(NamedTuple):
    """An id used at a place, to be found among the declared ids of its group, or a word."""

    group: str
    name: str
    path: str
    mark: Mark
    words: tuple[str, ...] = ()


ReadKind = Callable[["Reader", Node, Kind, str], Any]


class Reader:
    """Reads one case; keeps problems, places by path, references, and declared ids by group."""

    def __init__(self, readers: Mapping[str, ReadKind]) -> None:
        """Take the functions that read each kind, by the kind's name."""
        self.problems: list[Problem] = []
        self.marks: dict[str, Mark] = {}
        self.references: list[Reference] = []
        self.declared: dict[str, dict[str, str]] = {}
        self._readers = readers

    def read(self, node: Node, kind: Kind, path: str) -> Any:
        """Answers the value of a node, MISSING if it does not fit the kind."""
        return self._readers[kind.name](self, node, kind, path)

    @property
    def full(self) -> bool:
        """Whether there are as many problems as are told: no more are noted."""
        return len(self.problems) >= MAX_PROBLEMS

    def problem(
        self,
        code: str,
        message: str,
        path: str,
        *,
        mark: Mark | None = None,
        advice: str | Callable[[], str] = "",
    ) -> Any:
        """Notes a problem at a path, or at a mark within it; answers MISSING.

        Advice that takes time to find is given as a function, and found only if it is told.
        """
        if not self.full:
            place = mark if mark is not None else self.marks.get(path, NOWHERE)
            said = advice if isinstance(advice, str) else advice()
            self.problems.append(Problem(code, message, path, *place, help=said))
        return MISSING

    def wrong(self, node: Node, path: str, wanted: str, advice: str = "") -> Any:
        """Notes that a value is of the wrong sort; answers MISSING."""
        found = sort_of(node)
        if found == "nothing":
            entry = path.endswith("]")
            advice = f"give a value, or leave the {'entry' if entry else 'key'} out"
            if entry and wanted.startswith("a list"):
                advice = "write [] if it is empty, as a step of a trace at which nothing holds"
        elif isinstance(node, ScalarNode):
            found = f"{quoted(node.text)} is {found}"
        message = f"{path} must be {wanted}; {found}" + (" is given" if found[0] != '"' else "")
        return self.problem("C015", message, path, mark=node.mark, advice=advice)

    def record(self, node: MapNode, fields: Iterable[Field], path: str, title: str) -> Any:
        """Answers the entries of a mapping with known keys; others are problems."""
        known = {field.name: field for field in fields}
        values: dict[str, Any] = {HERE: path}
        for key, inner in node.entries.items():
            if key.startswith("x-"):
                continue
            place = f"{path}.{key}" if path else key
            self.marks[place] = node.keys[key]
            if key not in known:
                message = f"unknown key {quoted(key)} of {_article(title)} {title}"
                self.problem("C014", message, place, advice=partial(did_you_mean, key, known))
                continue
            value = self.read(inner, known[key].kind, place)
            if value is not MISSING:
                values[key] = value
        for field in known.values():
            if field.required and field.name not in node.entries:
                place = f"{path}.{field.name}" if path else field.name
                mark = self.marks.get(path, node.mark)
                advice = f"{field.name}: {field.doc}"
                self.problem("C016", f"{place} is missing", place, mark=mark, advice=advice)
        return values

    def declare(self, name: str, group: str, path: str, mark: Mark) -> Any:
        """Answers an id that is declared here; MISSING if it is malformed, reserved or taken."""
        if not _ID.fullmatch(name):
            advice = "an id is a letter, then letters, digits, underscores; words go under text"
            message = f"{quoted(name)} cannot be an id"
            return self.problem("C020", message, path, mark=mark, advice=advice)
        if name in RESERVED.get(group, ()) or name in TRUE | FALSE | NULLS:
            article = "an" if group[0] in "aeiou" else "a"
            sort = "a source" if group == "by" else f"{article} {group}"
            message = f"{quoted(name)} cannot be the id of {sort}"
            advice = "the word has a meaning of its own there; choose another"
            return self.problem("C021", message, path, mark=mark, advice=advice)
        return self.enter(name, group, path, mark)

    def enter(self, name: str, group: str, path: str, mark: Mark) -> Any:
        """Answers an id once it is entered among those declared; MISSING if it is taken."""
        first = self.declared.setdefault(group, {}).setdefault(name, path)
        if first == path or group == "by":
            return name
        line = self.marks.get(first, NOWHERE).line
        message = f"the {group} id {quoted(name)} is used twice"
        advice = f"it is first used at {first}" + (f", line {line}" if line else "")
        return self.problem("C022", message, path, mark=mark, advice=advice)


def _article(noun: str) -> str:
    return "an" if noun[:1] in "aeiou" else "a"

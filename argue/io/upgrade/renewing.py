"""Gives the keys of an older case file their present names, in the tree it was read into."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from argue.errors import Problem
from argue.io.nodes import MAX_PROBLEMS, ListNode, MapNode, Mark, Node, ScalarNode
from argue.io.phrasing import quoted
from argue.io.upgrade.formats import NEWEST, RENAMED, Renamed, is_newer, renamed_after
from argue.model.version import VERSION

OLD_SPELLING = "W015"
NEWER_FORMAT = "C065"
BOTH_SPELLINGS = "C066"
UNKNOWN_KEY = "C014"


class OldKey(NamedTuple):
    """A key that stands in a file under the name it had before."""

    path: str
    mark: Mark
    renamed: Renamed


class Renewed(NamedTuple):
    """A tree by the names of the newest format, the old keys it had, and what stands against it."""

    root: MapNode
    old: tuple[OldKey, ...]
    problems: tuple[Problem, ...]


def renewed(root: MapNode) -> Renewed:
    """Answers a case by the names of the newest format; unchanged if it has a newer format."""
    stated = root.entries.get("schema")
    name = stated.text if isinstance(stated, ScalarNode) else None
    if isinstance(stated, ScalarNode) and is_newer(stated.text):
        return Renewed(root, (), (_newer(stated),))
    work = _Renewal()
    for entry in renamed_after(name):
        again = work.within(root, entry, entry.under, "")
        root = again if isinstance(again, MapNode) else root
    return Renewed(root, tuple(work.old), tuple(work.problems))


def _newer(stated: ScalarNode) -> Problem:
    message = f"this file is of the format {stated.text}; argue {VERSION} reads up to {NEWEST}"
    advice = "read it with a later release: pip install --upgrade argue-norms"
    return Problem(NEWER_FORMAT, message, "schema", *stated.mark, help=advice)


def as_problem(key: OldKey) -> Problem:
    """Answers the warning about a key by its old name: where it stands, and what to write."""
    new, old = key.renamed.new, key.renamed.old
    message = f"{quoted(old)} is called {quoted(new)} since {key.renamed.since}"
    advice = f"write {new}, or run argue upgrade on the file"
    return Problem(OLD_SPELLING, message, key.path, *key.mark, help=advice)


def warnings(old: Sequence[OldKey]) -> list[Problem]:
    """Answers the warnings about keys by old names; of very many the first, and how many more."""
    inside = sorted(old, key=lambda key: (key.mark.line, key.mark.column))
    told = [as_problem(key) for key in inside[:MAX_PROBLEMS]]
    more = len(inside) - len(told)
    if more:
        message = f"{more} more {'keys have' if more > 1 else 'key has'} another name by now"
        told.append(Problem(OLD_SPELLING, message, help="run argue upgrade on the file"))
    return told


class _Renewal:
    """Renames key after key, and notes where each stood."""

    def __init__(self) -> None:
        self.old: list[OldKey] = []
        self.problems: list[Problem] = []

    def within(self, node: Node, entry: Renamed, steps: tuple[str, ...], path: str) -> Node:
        """Answers a node with one key renamed in every mapping that lies so many steps below."""
        if not steps:
            return self._renamed(node, entry, path) if isinstance(node, MapNode) else node
        step, *rest = steps
        if step == "[]":
            if not isinstance(node, ListNode):
                return node
            items = (
                self.within(item, entry, tuple(rest), f"{path}[{index}]")
                for index, item in enumerate(node.items)
            )
            return ListNode(tuple(items), node.mark)
        if not isinstance(node, MapNode) or (step != "*" and step not in node.entries):
            return node
        entries: Mapping[str, Node] = {
            key: self.within(inner, entry, tuple(rest), f"{path}.{key}" if path else key)
            if step in ("*", key)
            else inner
            for key, inner in node.entries.items()
        }
        return MapNode(entries, node.keys, node.mark)

    def _renamed(self, node: MapNode, entry: Renamed, path: str) -> MapNode:
        if entry.old not in node.entries:
            return node
        place = f"{path}.{entry.old}" if path else entry.old
        mark = node.keys[entry.old]
        if entry.new in node.entries:
            line = node.keys[entry.new].line
            message = f"{quoted(entry.old)} is the old name of {quoted(entry.new)}; both are given"
            advice = f"keep one of them; the other is in line {line}" if line else "keep one"
            problem = Problem(BOTH_SPELLINGS, message, place, *mark, help=advice)
            self.problems.append(problem)
            kept = {key: inner for key, inner in node.entries.items() if key != entry.old}
            return MapNode(kept, {key: node.keys[key] for key in kept}, node.mark)
        self.old.append(OldKey(place, mark, entry))
        called = {key: entry.new if key == entry.old else key for key in node.entries}
        return MapNode(
            {called[key]: inner for key, inner in node.entries.items()},
            {called[key]: at for key, at in node.keys.items()},
            node.mark,
        )


def with_new_names(problems: list[Problem], root: MapNode) -> list[Problem]:
    """Answers problems with a file, those of unknown keys advised where a key is an old name.

    A file that says it is of a format must keep to that format's names.
    """
    work = _Renewal()
    for entry in RENAMED:
        work.within(root, entry, entry.under, "")
    advice = {key.path: as_problem(key).help for key in work.old}
    return [
        replace(problem, help=advice[problem.path])
        if problem.code == UNKNOWN_KEY and problem.path in advice
        else problem
        for problem in problems
    ]

"""Several people's submissions on one choice: who they are, and whether they are on one choice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from argue import registry
from argue.analysis import source_ids
from argue.construct.words import listed
from argue.errors import ArgueError, CaseError, Problem
from argue.io.document import text_document
from argue.io.kinds import ID_PATTERN
from argue.io.nodes import MapNode, Node
from argue.io.upgrade.renewing import renewed
from argue.model.case import Case, FrameworkUse, UniversalShape
from argue.model.record import record


@record
class Voice:
    """One person's submission: a name, the case as it was read, and its tree."""

    name: str
    case: Case
    root: MapNode

    @property
    def file(self) -> str:
        """Where it comes from, as messages say it."""
        return self.case.file or self.name

    def at(self, path: str) -> str:
        """Answers the place of a path in the file, as far as it is known."""
        while path not in self.case.lines and "." in path:
            path = path.rpartition(".")[0]
        line = self.case.lines.get(path)
        return f"{self.file}:{line}" if line else self.file

    def node(self, *keys: str) -> Node | None:
        """Answers the node under these keys, None if there is none."""
        found: Node | None = self.root
        for key in keys:
            found = found.entries.get(key) if isinstance(found, MapNode) else None
        return found


def voices_of(cases: Sequence[Case], names: Sequence[str] = ()) -> tuple[Voice, ...]:
    """Answers the voices behind cases, named after their files unless names are given.

    Raises: ArgueError for names that are too few, alike, malformed, or those of sources.
    """
    if len(cases) < 2:
        raise ArgueError("merging takes two submissions or more: argue merge ana.yaml ben.yaml")
    given = tuple(names) or tuple(_name(case) for case in cases)
    if len(given) != len(cases):
        raise ArgueError(f"{len(cases)} submissions need as many names; {len(given)} given")
    sources = {source for case in cases for source in source_ids(case)}
    for name in given:
        if not re.fullmatch(ID_PATTERN, name) or name in sources:
            why = "is a source of the case" if name in sources else "is not letters and digits"
            raise ArgueError(f"a voice cannot be called {name!r}, which {why}; use --voices")
        if given.count(name) > 1:
            raise ArgueError(f"two voices are called {name!r}; name them with --voices ana,ben")
    return tuple(Voice(name, case, _root(case)) for name, case in zip(given, cases, strict=True))


def _name(case: Case) -> str:
    words = re.sub(r"\W+", "_", Path(case.file or case.id).stem, flags=re.ASCII).strip("_")
    return words if words[:1].isalpha() else f"voice_{words}"


def _root(case: Case) -> MapNode:
    suffix = ".toml" if (case.file or "").endswith(".toml") else ""
    root = text_document(case.written, f"case{suffix}").root
    assert root is not None, "a case that was read can be read again"
    return renewed(root).root


def check_one_choice(voices: Sequence[Voice]) -> None:
    """Does nothing if submissions can be merged.

    Raises: CaseError with everything in which one of them differs beyond what a case can leave
    open: options, people, and what can be said only once.
    """
    first, *others = voices
    for other in others:
        problems = [*_other_choice(first, other), *_other_data(first, other)]
        if problems:
            raise CaseError(problems, other.file)


def _other_choice(first: Voice, other: Voice) -> Iterator[Problem]:
    """Yields an option or a person that only one of two submissions has."""
    for key, noun in (("options", "option"), ("standpoints", "standpoint")):
        mine: Mapping[str, Any] = getattr(first.case, key)
        theirs: Mapping[str, Any] = getattr(other.case, key)
        for name in theirs:
            if name not in mine:
                message = f'{noun} "{name}" is not in {first.at(key)}'
                yield _problem(other, f"{key}.{name}", "M001", (message, _same(noun, mine)))
        for name in mine:
            if name not in theirs:
                message = f'{noun} "{name}" of {first.at(f"{key}.{name}")} is missing here'
                yield _problem(other, key, "M001", (message, _same(noun, mine)))


def _same(noun: str, names: Iterable[str]) -> str:
    return f"voices are merged on the same {noun}s: {', '.join(names)}"


def _other_data(first: Voice, other: Voice) -> Iterator[Problem]:
    """Yields what two submissions say differently and a case can say only once."""
    for path, one, two in _said_once(first.case, other.case):
        differing = _differing(one, two)
        if differing:
            where = first.at(path)
            message = f"{path}: {listed(differing)} not as in {where}"
            advice = "agree on one of them first, or give the two different ids"
            yield _problem(other, path, "M002", (message, advice))


def _said_once(first: Case, other: Case) -> Iterator[tuple[str, Any, Any]]:
    """Yields pairs of what must be the same in two submissions, each with its path."""
    plain = {"text": "", "source": None}
    for key in ("options", "standpoints", "norms"):
        mine: Mapping[str, Any] = getattr(first, key)
        theirs: Mapping[str, Any] = getattr(other, key)
        for name in (name for name in mine if name in theirs):
            known = {k: v for k, v in plain.items() if k in mine[name].__match_args__}
            yield f"{key}.{name}", replace(mine[name], **known), replace(theirs[name], **known)
    uses = {use.id: use for use in other.frameworks}
    for use in first.frameworks:
        if use.id in uses:
            yield f"frameworks.{use.id}", _in_full(use), _in_full(uses[use.id])
    for option, entry in first.universal.items():
        there = other.universal.get(option, entry)
        if isinstance(entry, UniversalShape) or isinstance(there, UniversalShape):
            yield f"universal.{option}", entry, there
    if first.scale != other.scale:
        yield "scale", first.scale, other.scale
    for key in ("game", "rules", "compliance"):
        yield key, getattr(first, key), getattr(other, key)


def _in_full(use: FrameworkUse) -> FrameworkUse:
    """Answers a use of a framework with every parameter stated."""
    defaults = registry.framework(use.type).defaults()
    return replace(use, parameters={**defaults, **use.parameters})


def _differing(one: Any, other: Any) -> list[str]:
    """Answers the fields in which two entries differ, or that they do."""
    if one == other:
        return []
    if type(one) is type(other) and hasattr(one, "__match_args__"):
        return [name for name in one.__match_args__ if getattr(one, name) != getattr(other, name)]
    return ["it is"]


def _problem(voice: Voice, path: str, code: str, said: tuple[str, str]) -> Problem:
    """Answers a problem at a path of a voice's file, with its line."""
    while path not in voice.case.lines and "." in path:
        path = path.rpartition(".")[0]
    line = voice.case.lines.get(path, 0)
    rows = voice.case.written.splitlines()
    text = rows[line - 1] if 0 < line <= len(rows) else ""
    column = len(text) - len(text.lstrip()) + 1 if line else 0
    length = max(len(text.strip()), 1)
    return Problem(code, said[0], path, line, column, length, said[1], text)

"""Reads a case: from a bundled id, a file, standard input, text, or a mapping."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from argue.errors import CaseError, NoSuchInput, Problem
from argue.io.build import build_case
from argue.io.bundled import bundled_ids, bundled_text, is_bundled
from argue.io.canons import with_canons
from argue.io.case_fields import CASE
from argue.io.cells import CELL_READERS
from argue.io.checks import check, default_ids
from argue.io.document import (
    STDIN,
    Document,
    as_json,
    decoded,
    mapping_document,
    read_bytes,
    text_document,
)
from argue.io.framework_uses import FRAMEWORK_READERS
from argue.io.interpretations import with_interpretations
from argue.io.nodes import LINE_END, MAX_PROBLEMS
from argue.io.not_used import not_used, ranked_permissions
from argue.io.phrasing import did_you_mean, listed
from argue.io.reading import HERE, Reader
from argue.io.references import look_up
from argue.io.roles import with_role_norms
from argue.io.structure_kinds import STRUCTURE_READERS
from argue.io.upgrade.renewing import NEWER_FORMAT, renewed, warnings, with_new_names
from argue.io.value_kinds import VALUE_READERS
from argue.model.case import Case, FrameworkUse, NotUsed

READERS = {**VALUE_READERS, **STRUCTURE_READERS, **CELL_READERS, **FRAMEWORK_READERS}
"""The function that reads each kind of value, by the kind's name."""


def load_case(source: str | Path | Mapping[str, Any], *, name: str | None = None) -> Case:
    """Answers the case of a bundled id, a path, `-` (standard input), a text, or a mapping.

    A string is text if it has more than one line or begins with a brace; it is a bundled id
    before it is a path. `name` is the id of the case and, where there is no file, what problems
    are said to be in.

    Raises: CaseError with all that is wrong with the case; NoSuchInput if there is no such file.
    """
    if isinstance(source, Mapping):
        return read_document(mapping_document(source, name or "case"), name)
    if isinstance(source, str) and ("\n" in source or source.lstrip()[:1] == "{"):
        return read_document(text_document(source, name or "case"), name)
    if isinstance(source, str) and is_bundled(source):
        return read_document(text_document(bundled_text(source), f"{source}.yaml"), name)
    try:
        data = read_bytes(source)
    except NoSuchInput as error:
        if os.path.isdir(source):  # which, unlike Path, is false of a name too long
            raise _folder(source) from error
        if isinstance(source, Path) or source == "-" or Path(source).suffix:
            raise
        hint = did_you_mean(source, bundled_ids())
        raise NoSuchInput(f"no file and no bundled case {source!r}; {hint}") from error
    file = STDIN if str(source) == "-" else str(source)
    return read_document(text_document(decoded(data, file), file), name)


def _folder(source: str | Path) -> NoSuchInput:
    """Answers what is said of a folder that is given for a case: which files in it may be meant."""
    found = (f for f in Path(source).iterdir() if f.suffix in (".yaml", ".yml", ".json", ".toml"))
    files = sorted(file.name for file in found)
    meant = f"give a file in it: {listed(files)}" if files else "there is no case file in it"
    return NoSuchInput(f"{str(source)!r} is a folder; {meant}")


def read_case(text: str, file: str = "case", *, name: str | None = None) -> Case:
    """Answers the case in a text; `file` is what problems are said to be in.

    Raises: CaseError with all that is wrong with the case.
    """
    return read_document(text_document(text, file), name)


def read_document(document: Document, name: str | None = None) -> Case:
    """Answers the case in a tree that has been read already.

    Raises: CaseError with all that is wrong with the case.
    """
    if document.root is None:
        raise CaseError(_in_order(document.problems, document.text), document.file)
    fresh = renewed(document.root)
    if any(problem.code == NEWER_FORMAT for problem in fresh.problems):
        raise CaseError(_in_order(fresh.problems, document.text), document.file)
    reader = Reader(READERS)
    values: dict[str, Any] = reader.read(fresh.root, CASE, "")
    default_ids(reader, values)
    unapplied: tuple[NotUsed, ...] = ()
    if not reader.problems:
        unapplied = with_role_norms(values)
        with_interpretations(reader, values)
        unapplied += with_canons(reader, values)
    look_up(reader)
    check(reader, values)
    problems = [*document.problems, *fresh.problems, *reader.problems]
    if problems:
        problems = with_new_names(problems, document.root)
        raise CaseError(_in_order(problems, document.text), document.file)
    return build_case(
        values,
        id=_case_id(name or Path(document.file).stem),
        not_used=unapplied
        + ranked_permissions(values)
        + not_used(
            reader.marks,
            norms="norms" in values,
            compliance=values.get("compliance", "mere"),
        ),
        sha256=document.sha256,
        file=document.file,
        written=document.text or as_json(document.root),
        lines=_lines(reader, values),
        places=_places(reader, values),
        old_keys=tuple(_with_lines(warnings(fresh.old), document.text)),
    )


def _in_order(problems: Sequence[Problem], text: str) -> list[Problem]:
    """Answers problems in the order of the file, each with the line it is in, bounded in number."""
    inside = sorted(problems, key=lambda problem: (problem.line, problem.column))
    found = _with_lines(inside, text)
    if len(found) < MAX_PROBLEMS:
        return found
    message = f"reading ended after {MAX_PROBLEMS} problems"
    return [*found[:MAX_PROBLEMS], Problem("C046", message, help="mend these first")]


def _with_lines(problems: Sequence[Problem], text: str) -> list[Problem]:
    lines = LINE_END.split(text) if problems else []  # most cases have none, and many lines
    return [
        replace(p, text=lines[p.line - 1]) if 0 < p.line <= len(lines) and text else p
        for p in problems
    ]


def _lines(reader: Reader, values: Mapping[str, Any]) -> Mapping[str, int]:
    """Answers the line of every path; entries of lists also stand under their id."""
    lines = {path: mark.line for path, mark in reader.marks.items() if mark.line}
    for key in ("frameworks", "reasons", "priorities", "challenges"):
        for index, entry in enumerate(values.get(key, ())):
            named: tuple[str, str] = (
                (f"{key}[{index}]", entry.id)
                if isinstance(entry, FrameworkUse)
                else (entry[HERE], entry["id"])
            )
            if named[0] in lines:
                lines[f"{key}.{named[1]}"] = lines[named[0]]
    return MappingProxyType(lines)


def _places(reader: Reader, values: Mapping[str, Any]) -> Mapping[str, tuple[int, int, int]]:
    """Answers where things stand that are looked into only when the case is argued about.

    A use of a framework also stands under its id.
    """
    places = {
        path: (mark.line, mark.column, mark.length)
        for path, mark in reader.marks.items()
        if mark.line and (path.isalpha() or path.startswith(LATE) or path.endswith(".plays"))
    }
    for index, use in enumerate(values.get("frameworks", ())):
        if f"frameworks[{index}]" in places:
            places[f"frameworks.{use.id}"] = places[f"frameworks[{index}]"]
    return MappingProxyType(places)


LATE = ("game.", "rules.", "norms.", "frameworks[")
"""How paths begin under which something may turn out wrong once the case has been read."""


def _case_id(name: str) -> str:
    """Answers the id of a case: lower-case words with hyphens, from its name or file."""
    words = re.findall(r"[a-z0-9]+", name.lower())
    return "case" if name == STDIN else "-".join(words) or "case"

"""Analyses and reports that were saved as JSON, read back with care: they come from strangers."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Any, cast

from argue.errors import CaseError, Problem
from argue.explain.seen import STANDINGS, Seen, seen
from argue.io.document import STDIN, as_json, canonical, decoded, read_bytes, text_document
from argue.io.json_depth import parsed
from argue.model.record import record
from argue.verdict.result import Setup

ANALYSIS = "argue/analysis/v1"
REPORT = "argue/report/v1"
MOST_BYTES = 500_000_000
"""Largest file that is read, in bytes; the graph of a large case is long."""
ADVICE = "analyse the case again instead"
"""What to do with one that is larger."""


@record
class Saved:
    """An analysis as it was saved, alone or in a report, and what a report needs to be run again.

    `analysis` are its plain data. Of a report: `sections`, the `audience`, and the case as it was
    read (`text`, in a file of the name `file`); all empty where only the analysis was saved.
    """

    analysis: Mapping[str, Any]
    file: str = ""
    text: str = ""
    audience: str = ""
    sections: tuple[Mapping[str, Any], ...] = ()

    @property
    def seen(self) -> Seen:
        """What is to be seen of the analysis."""
        return seen(self.analysis)

    @property
    def setup(self) -> Setup:
        """The settings that it was analysed under."""
        asked = self.analysis["settings"]
        kept = asked.get("frameworks")
        return Setup(
            facts=asked["facts"],
            priorities=tuple((high, low) for high, low in asked["priorities"]),
            frameworks=None if kept is None else tuple(kept),
            semantics=asked["semantics"],
            flat=asked["flat"],
        )

    @property
    def compliance(self) -> str | None:
        """The level of compliance that it was analysed at; None where it does not say."""
        found = self.analysis["settings"].get("compliance")
        return None if found is None else str(found)

    @property
    def sha256(self) -> str:
        """The hash of the case that it is the analysis of."""
        return str(self.analysis["case"]["sha256"])


def is_saved(text: str) -> bool:
    """Answers whether a text looks like a saved analysis or report rather than a case."""
    return text.lstrip()[:1] == "{" and any(f'"{name}"' in text for name in (ANALYSIS, REPORT))


def load_saved(path: str) -> Saved:
    """Answers the analysis or report in a file, `-` for standard input.

    Raises: NoSuchInput; CaseError where it is neither, or is not whole.
    """
    file = STDIN if path == "-" else path
    return read_saved(decoded(read_bytes(path, most=MOST_BYTES, advice=ADVICE), file), file)


def read_saved(text: str, file: str = "report") -> Saved:
    """Answers the analysis or report in a text.

    Raises: CaseError where it is neither, or is not whole.
    """
    try:
        data = parsed(text)
    except ValueError as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 0
        raise _wrong(f"this is not JSON: {error}", file, line) from error
    check = _Check(file)
    kind = check.part(data, "", Mapping).get("schema")
    if kind == ANALYSIS:
        return Saved(_analysis(check, data))
    if kind != REPORT:
        raise _wrong(f"schema is {kind!r}, neither {ANALYSIS!r} nor {REPORT!r}", file)
    if "reproduce" not in data:
        raise _wrong("the report does not hold its case: it was written by an older version", file)
    case = check.part(check.part(data, "reproduce", Mapping), "case", Mapping)
    return Saved(
        analysis=_analysis(check, check.part(data, "analysis", Mapping)),
        file=check.part(case, "file", str),
        text=check.part(case, "text", str),
        audience=check.part(data, "audience", str),
        sections=tuple(check.parts(data, "sections", Mapping)),
    )


def is_text_of(text: str, sha256: str) -> bool:
    """Answers whether a case has this hash: as a file, with a byte order mark, or as a mapping."""
    made = [text, f"\ufeff{text}"]
    root = text_document(text, "case").root
    if root is not None and text == as_json(root):
        made.append(canonical(root))
    return any(_hash(each) == sha256 for each in made)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _analysis(check: _Check, data: Mapping[str, Any]) -> Mapping[str, Any]:
    """Answers the data of an analysis, all that is read of them being there and of its sort."""
    check.part(data, "outcome", str)
    check.part(check.part(data, "case", Mapping), "sha256", str)
    _settings(check, check.part(data, "settings", Mapping))
    options: Mapping[str, Any] = check.part(data, "options", Mapping)
    for option in options:
        check.part(check.part(options, option, Mapping), "status", str)
    graph: Mapping[str, Any] = check.part(data, "graph", Mapping)
    for argument in check.parts(graph, "arguments", Mapping):
        check.part(argument, "id", str)
        check.part(argument, "text", str)
        check.parts(argument, "premises", str)
        if check.part(argument, "label", str) not in STANDINGS:
            raise _wrong(
                f"label is {argument['label']!r}, none of {', '.join(STANDINGS)}", check.file
            )
    for attack in check.parts(graph, "attacks", Mapping):
        check.part(attack, "from", str)
        check.part(attack, "to", str)
    return data


def _settings(check: _Check, asked: Mapping[str, Any]) -> None:
    facts: Mapping[str, Any] = check.part(asked, "facts", Mapping)
    for name in facts:
        check.part(facts, name, bool)
    for pair in check.parts(asked, "priorities", list):
        if [type(name) for name in pair] != [str, str]:
            raise _wrong("priorities: a priority is a list of two sources", check.file)
    if asked.get("frameworks") is not None:
        check.parts(asked, "frameworks", str)
    if asked.get("compliance") is not None:
        check.part(asked, "compliance", str)
    check.part(asked, "semantics", str)
    check.part(asked, "flat", bool)


class _Check:
    """Takes saved data apart, and says which part of a file is missing or of a wrong sort."""

    def __init__(self, file: str) -> None:
        self.file = file

    def part(self, data: Any, key: str, sort: type[Any]) -> Any:
        """Answers what stands under a key, or the whole for the empty one."""
        found = data.get(key) if key else data
        if not isinstance(found, sort) or (isinstance(found, bool) and sort is not bool):
            what = f"{key} is missing or is no {_SORTS[sort]}" if key else "this is no JSON object"
            raise _wrong(what, self.file)
        return found

    def parts(self, data: Any, key: str, sort: type[Any]) -> list[Any]:
        """Answers the entries of a list under a key, all of one sort."""
        found = cast("list[Any]", self.part(data, key, list))
        if not all(isinstance(each, sort) for each in found):
            raise _wrong(f"{key} holds something that is no {_SORTS[sort]}", self.file)
        return found


_SORTS: Mapping[Callable[..., Any], str] = {
    Mapping: "object",
    list: "list",
    str: "text",
    bool: "true or false",
}


def _wrong(what: str, file: str, line: int = 0) -> CaseError:
    advice = "give a file that argue analyze --json or argue report --json wrote"
    return CaseError([Problem("S001", what, line=line, column=min(line, 1), help=advice)], file)

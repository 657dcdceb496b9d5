"""A case as it comes in (a file, text, or a mapping) turned into one tree of nodes.

YAML, JSON and TOML are read; TOML by its suffix, without places. Whatever is not a text of
bounded size that holds exactly one mapping is refused here, before any field is looked at.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from argue.errors import ArgueError, CaseError, FileError, NoSuchInput, Problem, UnknownId
from argue.io.nodes import (
    CONTROL,
    LINE_END,
    MAX_BYTES,
    MAX_PROBLEMS,
    ListNode,
    MapNode,
    Node,
    sort_of,
)
from argue.io.plain_tree import exact, plain_tree
from argue.io.up_to import read_up_to
from argue.io.yaml_tree import Places, yaml_tree

Entries: TypeAlias = "list[tuple[str, Node]]"

STDIN = "<stdin>"
"""What standard input is called in messages."""

_DEEP_TOML_KEY = re.compile(r"(?:(?:[A-Za-z0-9_-]+|\"[^\"\n]*\"|'[^'\n]*')[ \t]*\.[ \t]*){64}")


class Document(NamedTuple):
    """One case as a tree: where it came from, its text ('' for a mapping) and what is wrong.

    `root` is None where nothing can be read; problems then say why.
    """

    file: str
    root: MapNode | None
    text: str = ""
    sha256: str = ""
    problems: tuple[Problem, ...] = ()


def read_bytes(
    path: str | Path,
    *,
    most: int = MAX_BYTES,
    advice: str = "leave out what is not needed, or split it",
) -> bytes:
    """Answers the bytes of a file, or of standard input for `-`; at most so many.

    Raises: NoSuchInput if it is not there or may not be read; CaseError with the advice if it is
    too large, without reading more of it than the bound.
    """
    try:
        if str(path) == "-":
            file, data = STDIN, read_up_to(sys.stdin.buffer, most)
        else:
            with Path(path).open("rb") as stream:
                file, data = str(path), read_up_to(stream, most)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise NoSuchInput(f"cannot read {str(path)!r}: {reason}") from error
    if len(data) > most:
        message = f"the file has more than {most:_} bytes"
        raise CaseError([Problem("C002", message, help=advice)], file)
    return data


@contextmanager
def blaming(file: str | None) -> Generator[None]:
    """Within the block, a name or value that does not fit is one that a file, if any, has.

    Raises: FileError naming the file for what would be an error of the caller.
    """
    try:
        yield
    except ArgueError as error:
        if file is None or type(error) not in (ArgueError, UnknownId):
            raise
        raise FileError(f"{file}: {error}") from error


def decoded(data: bytes, file: str) -> str:
    """Answers the text of a file.

    Raises: CaseError with offset and line if it is not UTF-8.
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line, column = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
        problem = Problem(
            "C001",
            f"byte 0x{data[error.start]:02x} at offset {error.start} is not UTF-8",
            line=line,
            column=column,
            help="save the file as UTF-8"
            + (" (this looks like UTF-16)" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ""),
        )
        raise CaseError([problem], file) from error


def text_document(text: str, file: str) -> Document:
    """Answers a text as a document; TOML if the file's name ends so, else YAML or JSON."""
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    if len(text) > MAX_BYTES:
        return _refused(file, Problem("C002", f"the text has more than {MAX_BYTES:_} characters"))
    text = text.removeprefix("\ufeff")
    problems = _controls(text)
    root: Node | None = None
    if not problems:
        root, problems = (_toml_tree if file.endswith(".toml") else yaml_tree)(text)
    lines = LINE_END.split(text) if problems else ()
    problems = [_with_line(problem, lines) for problem in problems]
    return Document(file, _mapping(root, problems), text, sha256, tuple(problems))


def mapping_document(value: Mapping[str, Any], file: str) -> Document:
    """Answers a Python mapping as a document; its hash is that of its canonical JSON."""
    root, problems = plain_tree(value)
    sha256 = hashlib.sha256(canonical(root).encode("utf-8", "surrogatepass")).hexdigest()
    return Document(file, _mapping(root, problems), "", sha256, tuple(problems))


def canonical(node: Node) -> str:
    """Answers a tree as JSON with sorted keys and numbers as they were written."""
    return as_json(node, ordered=sorted)


def as_json(node: Node, *, ordered: Callable[[Entries], Entries] = list) -> str:
    """Answers a tree as JSON with numbers as they were written, its entries in an order."""
    if isinstance(node, MapNode):
        entries = ordered(list(node.entries.items()))
        inside = (f"{_quoted(key)}:{as_json(inner, ordered=ordered)}" for key, inner in entries)
        return f"{{{','.join(inside)}}}"
    if isinstance(node, ListNode):
        return f"[{','.join(as_json(item, ordered=ordered) for item in node.items)}]"
    return node.text if node.plain else _quoted(node.text)


def _quoted(text: str) -> str:
    import json  # noqa: PLC0415  (only for cases that are mappings)

    return json.dumps(text, ensure_ascii=False)


def _refused(file: str, problem: Problem) -> Document:
    return Document(file, None, problems=(problem,))


def _controls(text: str) -> list[Problem]:
    places: Places | None = None
    problems: list[Problem] = []
    for found in CONTROL.finditer(text):
        if found[0] == "\r":
            continue
        places = places or Places(text)
        mark = places.mark(found.start(), found.end())
        message = f"control character U+{ord(found[0]):04X} in the file"
        advice = "leave it out; tab and line feed are the only ones a case may hold"
        problems.append(Problem("C005", message, "", *mark, help=advice))
        if len(problems) == MAX_PROBLEMS:
            break
    return problems


def _toml_tree(text: str) -> tuple[Node | None, list[Problem]]:
    import tomllib  # noqa: PLC0415  (few cases are TOML)

    deep = _DEEP_TOML_KEY.search(text)
    if deep is not None:
        mark = Places(text).mark(deep.start(), deep.end())
        return None, [Problem("C010", "a key nested more than 64 levels deep", "", *mark)]
    try:
        return plain_tree(tomllib.loads(text.replace("\r\n", "\n"), parse_float=exact))
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        line, column = (int(place[1]), int(place[2])) if place else (0, 0)
        what = re.sub(r" \(at .*\)", "", str(error))
        return None, [Problem("C003", f"this is not TOML: {what}", "", line, column)]
    except RecursionError:
        return None, [Problem("C010", "nested too deeply", help="a case needs fewer levels")]
    except ValueError:
        return None, [Problem("C018", "a number is too long to be read", help="round it")]


def _mapping(root: Node | None, problems: list[Problem]) -> MapNode | None:
    if isinstance(root, MapNode):
        return root
    if not problems:
        found = "it is empty" if root is None else f"this is {sort_of(root)}"
        message = f"a case is a mapping with at least title and options; {found}"
        problems.append(Problem("C011", message, line=1, column=1, help="begin with: title: ..."))
    return None


def _with_line(problem: Problem, lines: list[str] | tuple[str, ...]) -> Problem:
    inside = 0 < problem.line <= len(lines)
    return replace(problem, text=lines[problem.line - 1]) if inside else problem

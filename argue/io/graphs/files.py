"""The table of graph formats, and how a file finds its own."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any

from argue.errors import ArgueError, LimitExceeded, NoSuchInput, UnknownId
from argue.io.graphs import apx, i23, tgf
from argue.io.up_to import read_up_to
from argue.model.af import AF

MAX_BYTES = 1_000_000_000
"""Largest file that is read."""


@dataclass(frozen=True, slots=True)
class Format:
    """A graph format: how it is read and written, and the suffixes that mean it."""

    load: Callable[[bytes, str], AF]
    dump: Callable[[AF], str]
    suffixes: tuple[str, ...]


def _deferred(name: str, *suffixes: str) -> Format:
    """Answers a format whose module, which most runs never need, is imported when it is used."""

    def module() -> Any:
        return import_module(f"argue.io.interchange.{name}")

    return Format(
        lambda data, file: module().load(data, file), lambda af: module().dump(af), suffixes
    )


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "i23": Format(i23.load, i23.dump, (".af", ".i23")),
        "apx": Format(apx.load, apx.dump, (".apx",)),
        "tgf": Format(tgf.load, tgf.dump, (".tgf",)),
        "aif": _deferred("aif", ".aif", ".aif.json"),
        "argdown": _deferred("argdown", ".argdown", ".ad"),
        "node-link": _deferred("node_link", ".json"),
    }
)


def format_of(path: str) -> str:
    """Answers the format that a file's suffix means.

    Raises: ArgueError for any other suffix.
    """
    found = format_by_suffix(path, {name: form.suffixes for name, form in FORMATS.items()})
    if found is not None:
        return found
    known = ", ".join(suffix for form in FORMATS.values() for suffix in form.suffixes)
    raise ArgueError(f"the suffix of {path!r} names no graph format; use {known}, or say which")


def format_by_suffix(path: str, suffixes: Mapping[str, tuple[str, ...]]) -> str | None:
    """Answers whose suffix the name of a file ends in, the longest first; None if nobody's."""
    name = Path(path).name.lower()
    found = [(suffix, form) for form, each in suffixes.items() for suffix in each]
    ending = [pair for pair in found if name.endswith(pair[0]) and name != pair[0]]
    return max(ending, key=lambda pair: len(pair[0]))[1] if ending else None


def load_af(path: str, form: str | None = None) -> AF:
    """Answers the graph in a file, `-` for stdin; the format is the suffix's unless given.

    Raises: NoSuchInput; CaseError with the line that is wrong; UnknownId for the format;
    ArgueError for a suffix that means none; LimitExceeded.
    """
    loader = _format(form or format_of(path)).load
    return loader(graph_bytes(path), "stdin" if path == "-" else path)


def graph_bytes(path: str) -> bytes:
    """Answers the bytes of a file, `-` for stdin; raises NoSuchInput, LimitExceeded."""
    try:
        if path == "-":
            return _bounded(read_up_to(sys.stdin.buffer, MAX_BYTES), "stdin")
        with open(path, "rb") as stream:
            data = read_up_to(stream, MAX_BYTES)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise NoSuchInput(f"cannot read {path!r}: {reason}") from error
    return _bounded(data, path)


def parse_af(text: str, form: str = "i23") -> AF:
    """Answers the graph in a text; raises as `load_af` does."""
    return _format(form).load(text.encode("utf-8", "surrogatepass"), "graph")


def dump_af(af: AF, form: str = "i23") -> str:
    """Answers a graph as text; raises ArgueError for an id the format cannot hold."""
    return _format(form).dump(af)


def _format(name: str) -> Format:
    if name not in FORMATS:
        raise UnknownId("graph format", name, FORMATS)
    return FORMATS[name]


def _bounded(data: bytes, file: str) -> bytes:
    if len(data) > MAX_BYTES:
        raise LimitExceeded(f"{file} has more than {MAX_BYTES} bytes")
    return data

"""The table of graph formats, and how a file finds its own."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from argue.errors import ArgueError, LimitExceeded, NoSuchInput, UnknownId
from argue.io.graphs import apx, i23, tgf
from argue.model.af import AF

MAX_BYTES = 1_000_000_000
"""Largest file that is read."""


@dataclass(frozen=True, slots=True)
class Format:
    """A graph format: how it is read and written, and the suffixes that mean it."""

    load: Callable[[bytes, str], AF]
    dump: Callable[[AF], str]
    suffixes: tuple[str, ...]


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "i23": Format(i23.load, i23.dump, (".af", ".i23")),
        "apx": Format(apx.load, apx.dump, (".apx",)),
        "tgf": Format(tgf.load, tgf.dump, (".tgf",)),
    }
)


def format_of(path: str) -> str:
    """Answers the format that a file's suffix means.

    Raises: ArgueError for any other suffix.
    """
    suffix = Path(path).suffix.lower()
    for name, form in FORMATS.items():
        if suffix in form.suffixes:
            return name
    known = ", ".join(suffix for form in FORMATS.values() for suffix in form.suffixes)
    raise ArgueError(f"the suffix of {path!r} names no graph format; use {known}, or say which")


def load_af(path: str, form: str | None = None) -> AF:
    """Answers the graph in a file, `-` for stdin; the format is the suffix's unless given.

    Raises: NoSuchInput; CaseError with the line that is wrong; UnknownId for the format;
    ArgueError for a suffix that means none; LimitExceeded.
    """
    loader = _format(form or format_of(path)).load
    if path == "-":
        return loader(_bounded(sys.stdin.buffer.read(MAX_BYTES + 1), "stdin"), "stdin")
    try:
        with open(path, "rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise NoSuchInput(f"cannot read {path}: {error.strerror}") from error
    return loader(_bounded(data, path), path)


def parse_af(text: str, form: str = "i23") -> AF:
    """Answers the graph in a text; raises as `load_af` does."""
    return _format(form).load(text.encode(), "graph")


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

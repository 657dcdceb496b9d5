"""Where a batch comes from: files, folders, patterns, JSON lines; and objects of Python.

What cannot be read is an input as well, with its problem, so that every input has its row.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from decimal import Decimal
from fractions import Fraction
from glob import escape, glob, has_magic
from itertools import count
from pathlib import Path
from typing import IO, Any, TypeAlias, cast

from argue.errors import ArgueError, CaseError, NoSuchInput
from argue.io.bundled import bundled_text, is_bundled
from argue.io.document import STDIN, decoded, read_bytes
from argue.io.document import as_json as tree_as_json
from argue.io.json_depth import check_depth, parsed
from argue.io.nodes import MAX_BYTES
from argue.io.plain_tree import exact, plain_tree
from argue.io.shell import command_line, file_word
from argue.model.case import Case
from argue.rewards.scale.items import Base, Item
from argue.rewards.scale.lines import copied

SUFFIXES = (".yaml", ".yml", ".json", ".toml")
ROWS = (".jsonl", ".ndjson")
BOM = b"\xef\xbb\xbf"
MOST_BASES = 1000
"""Cases that rows change which are kept, so that each is not read again for every row."""

Given: TypeAlias = "str | Path | Mapping[str, Any] | Case"


class Bases(dict[str, Base]):
    """The cases that rows have named so far, each read once; by the name and where it is used."""

    def named(self, name: str, folder: Path) -> str:
        """Answers the key under which the case of this name is kept.

        Raises: ArgueError if it cannot be read.
        """
        path = None if is_bundled(name) else folder / name
        key = str(path or name)
        if key not in self:
            if len(self) == MOST_BASES:
                del self[next(iter(self))]  # long since sent away with the rows that named it
            self[key] = Base(key, decoded(_read(path), key)) if path else _bundled(name)
        return key


def _read(path: Path) -> bytes:
    """Answers what is in a file that a row names.

    Raises: ArgueError if it cannot be read; NoSuchInput for what would be waited for.
    """
    with suppress(OSError):  # such as a name too long, of which reading tells
        if path.is_fifo() or path.is_char_device():
            reason = "a row names a file, not a pipe or a device"
            raise NoSuchInput(f"cannot read {str(path)!r}: {reason}")
    return read_bytes(path)


def _bundled(name: str) -> Base:
    return Base(f"{name}.yaml", bundled_text(name))


def opened(path: str | Path) -> IO[bytes]:
    """Answers a file that is open to be read; raises NoSuchInput if it cannot be."""
    try:
        return Path(path).open("rb")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise NoSuchInput(f"cannot read {str(path)!r}: {reason}") from error


def files_of(arguments: Iterable[str]) -> tuple[str, ...]:
    """Answers what arguments stand for: themselves, the files of a folder or of a pattern.

    Raises: NoSuchInput for one that stands for nothing.
    """
    return tuple(file for argument in arguments for file in _files_of(argument))


def _files_of(argument: str) -> list[str]:
    if argument == "-" or is_bundled(argument):
        return [argument]
    try:
        if Path(argument).is_dir():
            return _in_folder(argument)
        if has_magic(argument) and not Path(argument).exists():
            return _matching(argument)
        _check_there(argument)
    except (OSError, ValueError) as error:  # such as a name that no file can have
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise NoSuchInput(f"cannot read {argument!r}: {reason}") from error
    return [argument]


def _in_folder(folder: str) -> list[str]:
    names = sorted(p for p in Path(folder).iterdir() if p.suffix in SUFFIXES)
    files = [str(p) for p in names if p.is_file() and not p.name.endswith(".schema.json")]
    if not files:
        pattern = file_word(str(Path(escape(folder)) / "**" / "*.yaml"))
        hint = f"; for the folders in it write {command_line([pattern])}" if pattern else ""
        raise NoSuchInput(f"there is no case in the folder {folder!r}{hint}")
    return files


def _matching(pattern: str) -> list[str]:
    files = sorted(name for name in glob(pattern, recursive=True) if Path(name).is_file())
    if not files:
        raise NoSuchInput(f"no file is called like {pattern!r}")
    return files


def _check_there(name: str) -> None:
    if not Path(name).exists():
        hint = "" if Path(name).suffix else ", and no bundled case is called so"
        raise NoSuchInput(f"there is no file {name!r}{hint}")


def items_of_files(files: Iterable[str], bases: Bases) -> Iterator[Item]:
    """Yields the inputs in files: each a case, or with JSON lines many."""
    numbers = count(1)
    for name in files:
        if name == "-":
            yield from _Rows(STDIN, Path(), bases).items(sys.stdin.buffer, numbers)
        elif Path(name).suffix.lower() in ROWS:
            with opened(name) as file:
                yield from _Rows(name, Path(name).parent, bases).items(file, numbers)
        else:
            yield _file(next(numbers), name)


def _file(number: int, name: str) -> Item:
    if is_bundled(name):
        return Item(number, f"{name}.yaml", bundled_text(name))
    try:
        return Item(number, name, decoded(read_bytes(name), name))
    except ArgueError as error:
        return Item(number, name, "", problem=str(error))


def items_of(given: Iterable[Given], bases: Bases) -> Iterator[Item]:
    """Yields the inputs that objects of Python are: names of cases and files, mappings, cases."""
    rows = _Rows("case", Path(), bases)
    for number, one in enumerate(given, 1):
        if isinstance(one, str | Path):
            yield _file(number, str(one))
        else:
            try:
                yield rows.of_object(number, one)
            except ArgueError as error:
                yield Item(number, f"case {number}", "", problem=str(error))


class _Rows:
    """Reads rows: each a case, or one with what to change in it; files are found in a folder."""

    def __init__(self, name: str, folder: Path, bases: Bases) -> None:
        self.name, self.folder, self.bases = name, folder, bases

    def items(self, file: IO[bytes], numbers: Iterator[int]) -> Iterator[Item]:
        """Yields the inputs in lines of JSON."""
        for place in count(1):
            line = file.readline(MAX_BYTES + 1).removeprefix(BOM if place == 1 else b"")
            if not line:
                return
            here = f"{self.name}:{place}"
            if len(line) > MAX_BYTES and not line.endswith(b"\n"):
                while line and not line.endswith(b"\n"):
                    line = file.readline(MAX_BYTES)
                problem = f"the line has more than {MAX_BYTES:_} bytes"
                yield Item(next(numbers), here, "", problem=problem)
            elif line.strip():
                yield self._of_line(next(numbers), line, here=here)

    def _of_line(self, number: int, line: bytes, *, here: str) -> Item:
        try:
            text = decoded(line, here).strip()
            row = _parsed(text)
            if "case" not in row:
                return Item(number, here, text)
            return self._changing(number, row, here=here)
        except ArgueError as error:
            text = line.decode("utf-8", "replace").strip()
            return Item(number, here, text, problem=str(error))

    def of_object(self, number: int, one: Mapping[str, Any] | Case) -> Item:
        """Answers the input that a mapping or a case is.

        Raises: ArgueError if it is neither a case nor a row.
        """
        here = f"case {number}"
        if isinstance(one, Case):
            return Item(number, one.file or here, _written(one))
        if "case" in one:
            return self._changing(number, one, here=here)
        return Item(number, here, _text_of(one, here))

    def _changing(self, number: int, row: Mapping[str, Any], *, here: str) -> Item:
        """Answers the input of a row that changes a case: one with a name, or written out."""
        case = row["case"]
        shown = {"id": copied(row["id"])} if "id" in row else {}  # with its numbers as numbers
        rest = {key: value for key, value in row.items() if key != "case"}
        changes = _as_json({**rest, **shown})
        if isinstance(case, str):
            base = self.bases.named(case, self.folder)
            return Item(number, here, "", changes=changes, base=base)
        if isinstance(case, Case):
            return Item(number, here, _written(case), changes=changes)
        if not isinstance(case, Mapping):
            raise ArgueError(f"case must be a name, a file or a mapping: {NEITHER}")
        text = _text_of(cast("Mapping[str, Any]", case), here)
        return Item(number, here, text, changes=changes)


NEITHER = 'write {"title": ..., "options": ...} or {"case": name, "set": {path: number}, ...}'


def _parsed(text: str) -> dict[str, Any]:
    """Answers what a line says, numbers exactly.

    Raises: ArgueError if that is no case and no row.
    """
    try:
        row = parsed(text, parse_float=exact)
    except ValueError as error:
        raise ArgueError(f"this is not JSON: {error}") from error
    if not isinstance(row, dict) or row.keys().isdisjoint(("case", "title", "options")):
        raise ArgueError(f"this is no case and no row: {NEITHER}")
    return cast("dict[str, Any]", row)


def _text_of(case: Mapping[str, Any], here: str) -> str:
    """Answers the text of a case that is a mapping.

    Raises: CaseError for what cannot stand in one.
    """
    root, problems = plain_tree(case)
    if problems:
        raise CaseError(problems, here)
    return tree_as_json(root)


def _written(case: Case) -> str:
    if not case.written:
        raise ArgueError("a case made from another has no text: hand in a mapping of it")
    return case.written


def _as_json(row: Mapping[str, Any]) -> str:
    """Answers changes as JSON, with exact numbers as text."""

    def as_written(value: Any) -> str:
        if isinstance(value, Decimal | Fraction):
            return str(value)
        raise ArgueError(f"a {type(value).__name__} cannot stand in a row")

    try:
        text = json.dumps(row, ensure_ascii=False, default=as_written)
        check_depth(text)
    except (ValueError, RecursionError) as error:
        raise ArgueError(f"the row cannot be written as JSON: {error}") from error
    return text

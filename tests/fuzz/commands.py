"""Whole commands, as they are typed: a word a line, in a folder that holds a few small files.

No word here names a place outside that folder, asks another computer, or waits for somebody.
"""

import io
import os
import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import chdir, contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import click

from argue.cli.exits import Exit
from argue.cli.main import COMMANDS, cli, main
from tests.fuzz import trees, written
from tests.fuzz.rows import CASE, folder
from tests.fuzz.seeds import as_json
from tests.fuzz.texts import text_of

LEFT_OUT = {
    "serve": "it answers until it is stopped",
    "lab": "it writes one large page, whatever it is asked",
    "pack": "it writes many pages, and takes seconds",
    "validate": "it fits models, and takes seconds",
    "sweep": "it plays many games, and takes seconds",
}
"""Commands that are not tried here, and why."""
REFUSED = ("--scheduler", "--check", "--learner=xhail", "..")
"""How words begin that ask another computer, judge all bundled cases, or go out of the folder."""
CODES = {*Exit} - {Exit.BUG, Exit.BROKEN_PIPE}
"""Exit codes that a command may end with; the others tell of bugs and of broken pipes."""
MOST_WORDS = 12
COLOR = re.compile(r"\x1b\[[0-9;]*m")
STREAMS = (b"1\nquit\n", b"", b"")
"""What a command may read from its input, and what stands in its outputs before."""
INSTEAD = str.maketrans({"/": "|", "\\": "|", "\0": None})
"""What would go out of the folder is written otherwise; a zero byte no process can be given."""

OVER_TIME = """\
title: T
options:
  tell: {text: Tell, trace: [[asked], [answered]]}
  hide: {text: Hide, trace: [[asked], []]}
norms: {notice: {text: Say so, ltl: "G(asked -> F answered)"}}
"""
FILES: Mapping[str, bytes] = {
    "case.yaml": CASE.encode(),
    "other.yaml": CASE.replace("-1", "-2").encode(),
    "time.yaml": OVER_TIME.encode(),
    "old.yaml": written.OLD[0].encode(),
    "broken.yaml": b"title: [\n",
    "graph.apx": written.APX[0].encode(),
    "rules.jiminy.yaml": written.JIMINY[0].encode(),
    "study.yaml": written.STUDIES[0].encode(),
    "features.yaml": b"payoffs.wait.worker: cost\nfacts.surge: surge\n",
    "rows.csv": b"cost,surge\n-1,0\n",
    "saved.json": as_json(trees.SAVED[0]),
    "ballot.json": as_json(trees.BALLOTS[0]),
    "bank-one.yaml": CASE.encode(),
}
"""What lies in the folder."""

VALUES: Mapping[str, tuple[str, ...]] = {
    "facts": ("surge=true", "surge=no"),
    "prioritize": ("rejection:welfare", "rejection>welfare"),
    "frameworks": ("rejection", "rejection,veil"),
    "semantics": ("grounded", "stable", "ideal,stable"),
    "timeout": ("5", "0.001"),
    "output": ("out.txt", "out.json", "-", "."),
    "set": ("payoffs.wait.worker=-9", "facts.surge.credence=1/3"),
    "option": ("wait",),
    "number": ("payoffs.wait.worker",),
    "file": ("graph.apx", "new.yaml"),
    "problem": ("DC-CO", "SE-PR"),
    "argument": ("a",),
    "uncertain": ("a", "a->b"),
    "to": ("apx", "argdown", "jiminy"),
    "from": ("apx", "jiminy"),
    "key": ("saved.json", "key.json"),
    "features": ("features.yaml",),
    "rows": ("rows.csv",),
    "say": ("1", "pass", "quit"),
    "language": ("en", "de"),
    "columns": ("outcome",),
    "follow": ("asked", "hide"),
    "add": ("rejection",),
    "verify": ("saved.json",),
}
"""Parameter -> values that it may well be given; of others those of its type, or words."""
ARGUMENTS: Mapping[str, tuple[str, ...]] = {
    "why": ("case.yaml", "wait"),
    "norm": ("time.yaml", "notice"),
    "diff": ("case.yaml", "other.yaml"),
    "merge": ("case.yaml", "other.yaml"),
    "upgrade": ("old.yaml",),
    "new": ("new.yaml",),
    "fit": ("study.yaml",),
    "revise": (".",),
    "rules": ("rules.jiminy.yaml",),
    "convert": ("graph.apx", "--to=tgf"),
    "solve": ("--problem=DC-CO", "--file=graph.apx", "--argument=a"),
    "label": ("case.yaml", "--features=features.yaml", "--rows=rows.csv"),
    "grade": (".", "--key=saved.json"),
    "poll": ("case.yaml", "ballot.json"),
    "cases": ("tax",),
    "frameworks": ("rejection",),
    "roles": ("private-use",),
    "help-code": ("C012",),
    "schema": ("case",),
}
"""Command -> the words behind it that it begins with here; of others one small case."""


def begun() -> Iterator[bytes]:
    """Yields every command alone, and with all of its options."""
    for name in TRIED:
        words = [name, *ARGUMENTS.get(name, ("case.yaml",))]
        yield _as_lines(words)
        yield _as_lines([*words, *_options(name)])


TRIED = tuple(name for name in COMMANDS if name not in LEFT_OUT)


def _as_lines(words: list[str]) -> bytes:
    return "\n".join(words).encode()


def _options(name: str) -> Iterator[str]:
    """Yields the options of a command, each with every value."""
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    for option in command.params:
        if isinstance(option, click.Option):
            long = max(option.opts, key=len)
            values = [""] if option.is_flag else [f"={value}" for value in _values(option)]
            yield from (f"{long}{value}" for value in values)


def _values(option: click.Option) -> tuple[Any, ...]:
    kind = option.type
    if isinstance(kind, click.Choice):
        return tuple(kind.choices)
    return VALUES.get(str(option.name), ("wait", "2"))


def command(data: bytes) -> None:
    """A command as it is typed: it ends with a code of the documentation, and in words."""
    typed = text_of(data).translate(INSTEAD).split("\n")
    words = [word.strip(" ") for word in typed][:MOST_WORDS]
    if words[0] not in TRIED or any(word.startswith(REFUSED) for word in words):
        return
    if words[0] in ("batch", "label"):  # else as many processes begin as there are processors
        words = [words[0], "--jobs=1", *(word for word in words[1:] if "--jobs" not in word)]
    with _in_folder():
        code, given, told = _run(words)
    assert code in CODES, f"{words} ends with {code}: {told}"
    assert "Traceback" not in told, told
    given = COLOR.sub("", given) if "--color" in words else given
    hidden = {c for c in given + told if not c.isprintable()} - {"\n", "\t"}
    assert not hidden, f"{words} writes {hidden}: {given}{told}"


def _run(words: list[str]) -> tuple[int, str, str]:
    """Answers the exit code of a command, its data, and what it says else; nothing is shown."""
    kept = sys.stdin, sys.stdout, sys.stderr
    streams: list[Any] = [io.TextIOWrapper(io.BytesIO(text), "utf-8") for text in STREAMS]
    sys.stdin, sys.stdout, sys.stderr = streams
    try:
        code = main(words)
        for stream in streams[1:]:
            stream.flush()
        given, told = (stream.buffer.getvalue().decode() for stream in streams[1:])
        return code, given, told
    finally:
        sys.stdin, sys.stdout, sys.stderr = kept


@contextmanager
def _in_folder() -> Iterator[None]:
    """Works in the folder, which is afterwards as it was."""
    place = _place()
    with chdir(place):
        yield
        for entry in os.scandir("."):
            if entry.is_dir(follow_symlinks=False):
                shutil.rmtree(entry.name)
            elif entry.name not in FILES:
                os.unlink(entry.name)
            elif entry.stat().st_mtime_ns != 0:
                _write(place / entry.name)
        for name in FILES.keys() - set(os.listdir(".")):
            _write(place / name)


@cache
def _place() -> Path:
    place = folder() / "typed"
    place.mkdir()
    for name in FILES:
        _write(place / name)
    return place


def _write(file: Path) -> None:
    file.write_bytes(FILES[file.name])
    os.utime(file, ns=(0, 0))

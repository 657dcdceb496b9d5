"""Exit codes, and what is said on stderr when a command does not succeed."""

from __future__ import annotations

from enum import IntEnum
from io import StringIO

import click

from argue.errors import (
    ArgueError,
    BatchError,
    CaseError,
    FileError,
    FrameworkError,
    LimitExceeded,
    NoSuchInput,
    OutOfBudget,
    SolverError,
    UnknownId,
)


class Exit(IntEnum):
    """The exit codes of every command; those from 64 on follow sysexits.h."""

    DONE = 0
    NOT_PERMITTED = 1
    OUTDATED = 1
    USAGE = 2
    BAD_CASE = 65
    NO_INPUT = 66
    BUG = 70
    OUT_OF_MEMORY = 71
    CANNOT_WRITE = 74
    OUT_OF_TIME = 124
    INTERRUPTED = 130
    BROKEN_PIPE = 141


CODES: tuple[tuple[type[Exception], Exit], ...] = (
    (click.ClickException, Exit.USAGE),
    (UnknownId, Exit.USAGE),
    (CaseError, Exit.BAD_CASE),
    (LimitExceeded, Exit.BAD_CASE),
    (FileError, Exit.BAD_CASE),
    (BatchError, Exit.BAD_CASE),
    (NoSuchInput, Exit.NO_INPUT),
    (OutOfBudget, Exit.OUT_OF_TIME),
    (FrameworkError, Exit.BUG),
    (SolverError, Exit.BUG),
    (ArgueError, Exit.USAGE),
    (MemoryError, Exit.OUT_OF_MEMORY),
    (OSError, Exit.CANNOT_WRITE),
)
"""Kinds of error and the code each ends with; the first that fits counts."""


def code_of(error: Exception) -> Exit:
    """Answers the exit code that an error ends a command with."""
    return next((code for kind, code in CODES if isinstance(error, kind)), Exit.BUG)


def explain(error: Exception) -> Exit:
    """Answers the exit code for an error, and tells the reader about it on stderr."""
    if isinstance(error, click.ClickException):
        click.echo(_usage(error), err=True)
    else:
        click.echo(told(error), err=True)
    return code_of(error)


def _usage(error: click.ClickException) -> str:
    """Answers what the command line says of what was typed, all of it printable."""
    from argue.cli.output import shown  # noqa: PLC0415  (only when something is wrong)

    said = StringIO()
    error.show(file=said)
    return shown(said.getvalue().rstrip("\n"))


def told(error: Exception) -> str:
    """Answers what a reader is told about an error; of a bad file its lines, with carets."""
    from argue.io.phrasing import visible  # noqa: PLC0415  (only when something is wrong)

    said = "\n".join(visible(line) for line in str(error).split("\n"))
    if isinstance(error, OSError):
        return f"argue: cannot write: {error.strerror or said}"
    if isinstance(error, CaseError):
        from argue.io.problems import render  # noqa: PLC0415  (only when a file is bad)

        return render(error)
    if isinstance(error, MemoryError):
        return f"argue: {OUT_OF_MEMORY}"
    if code_of(error) is Exit.BUG:
        return f"argue: internal error: {type(error).__name__}: {said}\n{BUG}"
    return f"argue: {said}"


OUT_OF_MEMORY = (
    "this needs more memory than there is. Ask for less (--timeout ends a search before), or give\n"
    "the process more; docs/reference/bounds.md says how much is needed at the limits."
)
"""What is said where the system gave no more memory."""

BUG = (
    "This is a bug in argue or in a plug-in. Please report it with the case and the command;\n"
    "ARGUE_DEBUG=1 shows where it happened."
)
"""What is said below an error that no input should cause."""

"""What it is to trip over a limit: an input that grows to it, or one that it is lowered to."""

from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from argue.cli.exits import Exit
from argue.cli.main import main
from argue.errors import LimitExceeded
from argue.io.case import load_case

Ask = Callable[[int, Path], object]
"""Makes an input that has so many of what is counted, in a folder if need be, and asks about it."""


class Trip(NamedTuple):
    """How one limit is tripped over, and what is then said; `{most}` is the limit there.

    Where its real size takes long, `lowered` is what the limit is set to. Where an input cannot
    be made to a size, it `holds` so many, and the limit is set to that and to one less. `also`
    names modules that have the number under the same name.
    """

    counted: str
    ask: Ask
    says: str
    lowered: int | None = None
    holds: int | None = None
    also: tuple[str, ...] = ()
    code: Exit = Exit.BAD_CASE


def case(**more: Any) -> dict[str, Any]:
    """A small case, as a mapping, with more keys or others in their place."""
    return {"title": "T", "options": {"a": "A", "b": "B"}, **more}


def read(**more: Any) -> object:
    """What reading a small case with more keys comes to."""
    return load_case(case(**more))


def ended(*arguments: str, typed: str = "") -> str:
    """What a command prints when this is typed into it.

    Raises: LimitExceeded with what it says on stderr where it ends as it does past a limit.
    """
    out, said = StringIO(), StringIO()
    with patch("sys.stdin", StringIO(typed)), redirect_stdout(out), redirect_stderr(said):
        code = main(arguments)
    if code == Exit.BAD_CASE:
        raise LimitExceeded(said.getvalue())
    assert code == Exit.DONE, said.getvalue()
    return out.getvalue()

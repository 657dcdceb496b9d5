"""What can go wrong, one small family; each message says what to write instead."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass


class ArgueError(Exception):
    """Any error of this project; everything else that escapes is a bug.

    All of them can be sent from one process to another with what they hold.
    """

    def __reduce__(self) -> tuple[Callable[..., ArgueError], tuple[object, ...]]:
        """Answers how the error is made again, whatever its own constructor asks for."""
        return _again, (type(self), self.args, self.__dict__)


def _again(
    kind: type[ArgueError], message: tuple[object, ...], held: dict[str, object]
) -> ArgueError:
    error = kind.__new__(kind)
    error.args = message
    error.__dict__.update(held)
    return error


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a file: where, what, and what to write instead.

    `line` and `column` count from 1 and are 0 where the input has no lines (a mapping from
    Python); `length` is the number of characters to underline.
    """

    code: str
    message: str
    path: str = ""
    line: int = 0
    column: int = 0
    length: int = 1
    help: str = ""
    text: str = ""


class CaseError(ArgueError):
    """A case file that cannot be read; `problems` lists everything wrong with it, in file order."""

    def __init__(self, problems: Sequence[Problem], file: str = "case") -> None:
        """Keep the problems, and a message that shows them all."""
        self.problems = tuple(problems)
        self.file = file
        super().__init__(
            "\n".join(
                f"{file}:{p.line}:{p.column}: error[{p.code}]: {p.message}"
                if p.line
                else f"{file}: error[{p.code}]: {f'{p.path}: ' if p.path else ''}{p.message}"
                for p in self.problems
            )
        )


class FileError(ArgueError):
    """A file beside a case that is not what it should be: a key, a binding, rules, a pack."""


class NoSuchInput(ArgueError):
    """A file or bundled case that is not there."""


class UnknownId(ArgueError):
    """A name that nothing answers to; names the kind, the id and the known ones."""

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        """Say which id of which kind is unknown, and which are known."""
        self.kind, self.name, self.known = kind, name, tuple(known)
        super().__init__(f"unknown {kind} {name!r}; {_known(name, self.known)}")


MOST_LISTED = 60
"""So many known ids are listed in a message."""


def _known(name: str, known: tuple[str, ...]) -> str:
    """Answers which ids are known; of many those that come nearest, and how many there are."""
    if len(known) <= MOST_LISTED:
        return f"known: {', '.join(known) or 'none'}"
    from difflib import get_close_matches  # noqa: PLC0415  (only when something is wrong)

    near = get_close_matches(name, known, n=3, cutoff=0.5)
    hint = f"did you mean {' or '.join(near)}? " if near else ""
    left = len(known) - MOST_LISTED
    return f"{hint}known: {', '.join(known[:MOST_LISTED])} and {left} more"


class FrameworkError(ArgueError):
    """A moral framework, ours or a plug-in's, that raised or gave something unusable."""


class UnfitCase(CaseError, FrameworkError):
    """A case that one of its frameworks cannot judge as it stands: something to mend."""


class SolverError(ArgueError):
    """The solver said something that must not be ignored; the text is the solver's own."""


class OutOfBudget(ArgueError):
    """Time or another budget ran out before the question was answered."""


class LimitExceeded(ArgueError):
    """A case asks for more than a documented bound; says which, and what to simplify."""


class BatchError(ArgueError):
    """Rows that cannot be judged; names the column, and where and what is wrong with it."""

"""The one way in which a public name, attribute, parameter or option is deprecated.

What is deprecated goes on working as before. Python callers get a `Deprecated` warning that points
at their line; the command line shows the same words on stderr. Old keys of case files are not told
so, but as warning W015 with their line: see `argue.io.upgrade`.
"""

from __future__ import annotations

import functools
import warnings
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class Deprecated(DeprecationWarning):
    """Something public that will go; says since when, and what to write instead."""


def warn_deprecated(what: str, *, instead: str, since: str, stacklevel: int = 1) -> None:
    """Warn that something is deprecated; a stacklevel of 1 blames whoever calls this function."""
    told = f"{what} is deprecated since {since}; {instead}"
    warnings.warn(told, Deprecated, stacklevel=stacklevel + 1)


def renamed_attribute(old: str, new: str, *, since: str) -> property:
    """Answers a property that reads an attribute by the name it had before."""

    def read(self: Any) -> Any:
        what = f"{type(self).__name__}.{old}"
        warn_deprecated(what, instead=f"read {new}", since=since, stacklevel=2)
        return getattr(self, new)

    return property(read, doc=f"The same as `{new}`, deprecated since {since}.")


def renamed_parameter(
    old: str, new: str, *, since: str
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Lets a function still be called with a keyword by the name it had before.

    Whoever gives both names is told so by a TypeError.
    """

    def renaming(function: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(function)
        def called(*args: P.args, **kwargs: P.kwargs) -> R:
            if old in kwargs:
                if new in kwargs:
                    message = f"{function.__name__}() got {new} twice, once by its old name {old}"
                    raise TypeError(message)
                what = f"the parameter {old} of {function.__name__}()"
                warn_deprecated(what, instead=f"write {new}", since=since, stacklevel=2)
                kwargs[new] = kwargs.pop(old)
            return function(*args, **kwargs)

        return called

    return renaming

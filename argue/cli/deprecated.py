"""Options by names they had before: read as ever, with a line on stderr."""

from __future__ import annotations

import functools
import warnings
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any

import click

from argue.cli.output import tell
from argue.model.deprecating import Deprecated, warn_deprecated


def renamed_option(old: str, new: str, *, since: str) -> Callable[..., Callable[..., Any]]:
    """Lets a command still be given an option by its old name; `--help` shows only the new one.

    Raises: click.UsageError if both are given.
    """
    hidden, shown = old.strip("-").replace("-", "_"), new.strip("-").replace("-", "_")

    def renaming(function: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(function)
        def called(**given: Any) -> Any:
            value = given.pop(hidden)
            if value is not None:
                if given[shown] is not None:
                    raise click.UsageError(f"{old} is the old name of {new}; give {new} alone")
                warn_deprecated(old, instead=f"write {new}", since=since)
                given[shown] = value
            return function(**given)

        return click.option(old, hidden, hidden=True)(called)

    return renaming


@contextmanager
def deprecations_told() -> Generator[None, None, None]:
    """Within the block, tell in one line on stderr of everything deprecated that is used."""
    standard = warnings.showwarning

    def told(message: Warning | str, category: type[Warning], *rest: Any, **more: Any) -> None:
        if issubclass(category, Deprecated):
            tell(f"argue: {message}")
        else:
            standard(message, category, *rest, **more)

    with warnings.catch_warnings():
        warnings.simplefilter("always", Deprecated)
        warnings.showwarning = told
        yield

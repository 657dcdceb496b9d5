"""What a shell may complete on a command line: ids of the case that it already names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from argue.errors import ArgueError

if TYPE_CHECKING:
    from argue.model.case import Case
    from argue.verdict.result import Analysis

PATIENCE = 3.0
"""Seconds a case is judged for, so that its arguments can be offered."""


def case_of(ctx: click.Context) -> Case | None:
    """Answers the case named before the cursor; None if there is none that can be read.

    Standard input is not read: it belongs to the command that is still being written. While an
    option has no value yet, click leaves the case among the arguments not yet parsed.
    """
    name = ctx.params.get("case") or next(iter(ctx.args), "-")
    if not isinstance(name, str) or name == "-":
        return None
    from argue.io.case import load_case  # noqa: PLC0415  (only while completing)

    try:
        return load_case(name)
    except ArgueError:
        return None


def options(ctx: click.Context, incomplete: str) -> list[CompletionItem]:
    """Answers the options of the case that begin like this, each with its text."""
    case = case_of(ctx)
    if case is None:
        return []
    return _helped({name: option.text for name, option in case.options.items()}, incomplete)


def targets(ctx: click.Context, incomplete: str) -> list[CompletionItem]:
    """Answers what may be explained that begins like this: options, then positions and arguments.

    The case is judged only once something is typed, for that takes its time.
    """
    found = options(ctx, incomplete)
    analysis = _judged(ctx) if incomplete else None
    if analysis is None:
        return found
    positions = {f"position:{n}": "" for n, _ in enumerate(analysis.positions, 1)}
    arguments = {name: argument.text for name, argument in analysis.graph.arguments.items()}
    return [*found, *_helped({**positions, **arguments}, incomplete)]


def contestable(ctx: click.Context, incomplete: str) -> list[CompletionItem]:
    """Answers what of the case can be challenged and begins like this."""
    analysis = _judged(ctx)
    if analysis is None:
        return []
    from argue.explain.contestable import contest  # noqa: PLC0415  (only while completing)

    said = {entry.id: entry.says for entry in contest(analysis).entries if entry.challenge}
    return _helped(said, incomplete)


def _judged(ctx: click.Context) -> Analysis | None:
    """Answers the analysis of the case named before the cursor, None if it takes too long."""
    from argue.analysis import analyze  # noqa: PLC0415  (only while completing)

    case = case_of(ctx)
    try:
        return None if case is None else analyze(case, timeout=PATIENCE)
    except ArgueError:
        return None


def _helped(known: Mapping[str, str], incomplete: str) -> list[CompletionItem]:
    """Answers names with what they mean, which is one line: a shell takes another for a name."""
    from argue.report.inert import inert  # noqa: PLC0415  (only while completing)

    return [
        CompletionItem(name, help=inert(" ".join(text.split())))
        for name, text in known.items()
        if name.startswith(incomplete)
    ]


def frameworks(ctx: click.Context, incomplete: str) -> list[CompletionItem]:
    """Answers lists of the case's frameworks, with one more that begins like this."""
    case = case_of(ctx)
    return _lists([] if case is None else [use.id for use in case.frameworks], incomplete)


def semantics(ctx: click.Context, incomplete: str) -> list[CompletionItem]:
    """Answers lists of semantics, with one more that begins like this."""
    return _lists(_semantics(), incomplete)


def one_semantics(ctx: click.Context, incomplete: str) -> list[CompletionItem]:
    """Answers the semantics that begin like this."""
    return [CompletionItem(name) for name in _semantics() if name.startswith(incomplete)]


def facts(ctx: click.Context, incomplete: str) -> list[CompletionItem]:
    """Answers settlements of the case's disputed facts, with one more that begins like this."""
    from argue.model.case import FactStatus  # noqa: PLC0415  (only while completing)

    case = case_of(ctx)
    if case is None:
        return []
    disputed = [f.id for f in case.facts.values() if f.status is FactStatus.DISPUTED]
    given = {part.partition("=")[0].strip() for part in incomplete.split(",")[:-1]}
    left = [fact for fact in disputed if fact not in given]
    return _lists([f"{fact}={word}" for fact in left for word in ("true", "false")], incomplete)


def ranking(ctx: click.Context, incomplete: str) -> list[CompletionItem]:
    """Answers rankings of the case's sources, with one more that begins like this.

    Sources are joined by `>`: a shell cuts words at a colon, and norms have one in their ids.
    """
    case = case_of(ctx)
    if case is None:
        return []
    from argue.analysis import source_ids  # noqa: PLC0415  (only while completing)

    separator = ">" if ">" in incomplete or ":" not in incomplete else ":"
    before, _, last = incomplete.rpartition(separator)
    given = {part.strip() for part in before.split(separator)}
    known = [*source_ids(case), *(["norms"] if case.norms else [])]
    opening = f"{before}{separator}" if before else ""
    return [
        CompletionItem(opening + name)
        for name in known
        if name.startswith(last) and name not in given
    ]


def _semantics() -> list[str]:
    from argue.semantics.table import Semantics  # noqa: PLC0415  (only while completing)

    return [str(name) for name in Semantics]


def _lists(known: Iterable[str], incomplete: str) -> list[CompletionItem]:
    """Answers what is written before the last comma, followed by each name that fits after it."""
    before, comma, last = incomplete.rpartition(",")
    given = {part.strip() for part in before.split(",")}
    return [
        CompletionItem(f"{before}{comma}{name}")
        for name in known
        if name.startswith(last) and name not in given
    ]

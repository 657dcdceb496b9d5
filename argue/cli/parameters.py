"""Reads what is written behind options and arguments: cases, facts, priorities, lists of names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click
from click.shell_completion import CompletionItem

TRUTH = {"true": True, "false": False}


class CaseName(click.ParamType[str]):
    """A case: a file, `-` for stdin, or the id of a bundled case."""

    name = "case"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The bundled ids that begin like this, and files."""
        from argue.io.bundled import bundled_ids  # noqa: PLC0415  (only while completing)

        found = [CompletionItem(i) for i in bundled_ids() if i.startswith(incomplete)]
        return [*found, CompletionItem(incomplete, type="file")]


class OutputFile(click.ParamType[str]):
    """A file to write to, `-` for stdout; refused before any work where none can stand."""

    name = "file"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name; an OSError for a folder, and where there is no folder for it."""
        if value != "-":
            from argue.io.saving import check_place  # noqa: PLC0415  (most runs write to stdout)

            check_place(value)
        return str(value)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Files."""
        return [CompletionItem(incomplete, type="file")]


class Facts(click.ParamType[tuple[tuple[str, bool], ...]]):
    """Settled facts such as `surge=true,credible=false`."""

    name = "fact=true|false,..."

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[tuple[str, bool], ...]:
        """The facts of one option, in the order given."""
        return tuple(self._one(part, param, ctx) for part in names(value))

    def _one(
        self, part: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, bool]:
        fact, equals, word = (piece.strip() for piece in part.partition("="))
        if not fact or not equals or word.lower() not in TRUTH:
            self.fail(f"{part!r}: write fact=true or fact=false", param, ctx)
        return fact, TRUTH[word.lower()]

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The disputed facts of the case, settled either way."""
        from argue.cli import completion  # noqa: PLC0415  (only while completing)

        return completion.facts(ctx, incomplete)


class Ranking(click.ParamType[tuple[tuple[str, str], ...]]):
    """A ranking of two or more sources, higher first: `rejection:welfare`, `rejection>welfare`."""

    name = "higher:lower"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[tuple[str, str], ...]:
        """The pairs of neighbours in the ranking, higher first."""
        ranked = [part.strip() for part in value.split(">")]
        if len(ranked) == 1:
            ranked = _sources(value.split(":"))
        if len(ranked) < 2 or not all(ranked):
            self.fail(f"{value!r}: write higher:lower, as in rejection:welfare", param, ctx)
        return tuple(zip(ranked, ranked[1:], strict=False))

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The sources of the case."""
        from argue.cli import completion  # noqa: PLC0415  (only while completing)

        return completion.ranking(ctx, incomplete)


class Names(click.ParamType[tuple[str, ...]]):
    """Names with commas between them."""

    name = "name,..."

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """The names in the order given."""
        return names(value)


class Seconds(click.FloatRange):
    """A time to wait for, at most a year: clocks count no further, and few wait longer."""

    def __init__(self) -> None:
        """Allow any time above zero."""
        super().__init__(min=0, min_open=True)

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """The seconds."""
        found = super().convert(value, param, ctx)
        if not found <= MOST_SECONDS:  # nor is what is no number
            self.fail(
                f"{value!r}: write seconds, at most {MOST_SECONDS} (a year), as in 30; "
                "without --timeout nothing ends it",
                param,
                ctx,
            )
        return found


MOST_SECONDS = 366 * 24 * 60 * 60


class FrameworkNames(Names):
    """Ids of frameworks of the case, with commas between them."""

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The frameworks of the case."""
        from argue.cli import completion  # noqa: PLC0415  (only while completing)

        return completion.frameworks(ctx, incomplete)


class SemanticsNames(Names):
    """Names of semantics, with commas between them."""

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """All semantics."""
        from argue.cli import completion  # noqa: PLC0415  (only while completing)

        return completion.semantics(ctx, incomplete)


class SemanticsName(click.ParamType[str]):
    """The name of a semantics."""

    name = "name"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """All semantics."""
        from argue.cli import completion  # noqa: PLC0415  (only while completing)

        return completion.one_semantics(ctx, incomplete)


class OptionId(click.ParamType[str]):
    """The id of an option of the case."""

    name = "option"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The options of the case."""
        from argue.cli import completion  # noqa: PLC0415  (only while completing)

        return completion.options(ctx, incomplete)


class TargetId(click.ParamType[str]):
    """The id of an option, a position or an argument of the case."""

    name = "id"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The options, positions and arguments of the case."""
        from argue.cli import completion  # noqa: PLC0415  (only while completing)

        return completion.targets(ctx, incomplete)


class ContestableId(click.ParamType[str]):
    """The id of an argument or source of the case that can be challenged."""

    name = "id"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """What can be challenged."""
        from argue.cli import completion  # noqa: PLC0415  (only while completing)

        return completion.contestable(ctx, incomplete)


def names(text: str) -> tuple[str, ...]:
    """Answers the parts between commas, without the empty ones."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _sources(parts: list[str]) -> list[str]:
    """Answers source ids from text cut at colons; a norm's id has a colon of its own."""
    found: list[str] = []
    rest = iter(part.strip() for part in parts)
    for part in rest:
        found.append(f"norm:{next(rest, '')}" if part == "norm" else part)
    return found


def settled(given: tuple[tuple[tuple[str, bool], ...], ...]) -> dict[str, bool]:
    """Answers the facts of all `--facts` options together.

    Raises: click.UsageError if one is settled both ways.
    """
    facts: dict[str, bool] = {}
    for fact, holds in (pair for option in given for pair in option):
        if facts.setdefault(fact, holds) is not holds:
            raise click.UsageError(f"--facts settles {fact!r} both ways")
    return facts


def json_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option `--json`."""
    return click.option("--json", "as_data", is_flag=True, help="Write JSON.")(function)


def output_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command that writes text or JSON the option `-o`."""
    chosen = "Write to FILE instead of stdout; the suffix .json chooses the format."
    return output_option_of(chosen)(function)


def format_output_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command of several formats the option `-o`."""
    chosen = "Write to FILE instead of stdout; its suffix chooses the format."
    return output_option_of(chosen)(function)


def output_option_of(said: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Give a command the option `-o`, of which this is said."""
    return click.option("-o", "--output", metavar="FILE", type=OutputFile(), help=said)

"""The options that say how a case is analysed, for the commands that show an analysis."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from argue.cli.output import apart
from argue.cli.parameters import (
    CaseName,
    Facts,
    FrameworkNames,
    Ranking,
    SemanticsName,
    settled,
)
from argue.cli.watch import timeout_option_of

if TYPE_CHECKING:
    from argue.verdict.result import Analysis

case_argument = click.argument("case", type=CaseName())
facts_option = click.option("--facts", type=Facts(), multiple=True, help="Settle disputed facts.")
prioritize_option = click.option(
    "--prioritize",
    type=Ranking(),
    multiple=True,
    help="Rank one source above another; 'higher>lower' is read too. May be repeated.",
)
frameworks_option = click.option(
    "--frameworks", type=FrameworkNames(), help="Of the moral frameworks keep only these."
)
compliance_option = click.option(
    "--compliance",
    type=click.Choice(["mere", "wilful", "enlightened"]),
    help="Comply with norms by letter, purpose or principles, in place of what the case says.",
)
timeout_option = timeout_option_of("Give up after so many seconds (exit code 124).")
OPTIONS = (
    case_argument,
    facts_option,
    prioritize_option,
    frameworks_option,
    click.option(
        "--semantics",
        type=SemanticsName(),
        default="preferred",
        metavar="NAME",
        help="The semantics of Dung graphs within each ranking. Default: preferred.",
    ),
    compliance_option,
    click.option("--flat", is_flag=True, help="Take it on one graph with rankings as arguments."),
)


def analysed(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command a case and the options of an analysis; it is called with the `analysis`."""

    @wraps(function)
    def called(**given: Any) -> Any:
        return function(analysis=analysis_of(given), **given)

    return with_options(called)


def with_options(
    function: Callable[..., Any], *, timeout: Callable[..., Any] = timeout_option
) -> Callable[..., Any]:
    """Give a command a case and the options of an analysis, which it makes by `analysis_of`."""
    for option in (timeout, *reversed(OPTIONS)):
        function = option(function)
    return function


def analysis_of(given: dict[str, Any]) -> Analysis:
    """Answers the analysis that a command is asked for, and takes its options from those given.

    Raises: click.UsageError, before any work, if the case is the output as well.
    """
    if given.get("add") is None:  # which writes the case again
        apart(given.get("output"), given["case"])
    asked = ("case", "facts", "prioritize", "frameworks", "semantics", "flat", "compliance")
    asked += ("timeout",)
    return _analysis(**{name: given.pop(name) for name in asked})


def _analysis(
    *,
    case: str,
    facts: tuple[tuple[tuple[str, bool], ...], ...],
    prioritize: tuple[tuple[tuple[str, str], ...], ...],
    **rest: Any,
) -> Analysis:
    from argue.analysis import analyze  # noqa: PLC0415  (not needed for --help)
    from argue.io.case import load_case  # noqa: PLC0415  (not needed for --help)

    return analyze(
        load_case(case),
        facts=settled(facts),
        priorities=tuple(pair for ranking in prioritize for pair in ranking),
        **rest,
    )

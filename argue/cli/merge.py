"""`argue merge`: several people's submissions on one choice, made into one case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from argue.cli.exits import Exit
from argue.cli.output import apart, as_json, distinct, write
from argue.cli.parameters import CaseName, Names, OutputFile, output_option_of
from argue.cli.progress import progress_of
from argue.cli.watch import timeout_option_of

if TYPE_CHECKING:
    from argue.explain.chorus import Chorus


@click.command(
    "merge", epilog="Example:  argue merge ana.yaml ben.yaml -o merged.yaml --report voices.html"
)
@click.argument("submissions", metavar="CASE CASE...", type=CaseName(), nargs=-1, required=True)
@click.option("--voices", type=Names(), help="Who they are, in order. Default: the files' names.")
@click.option(
    "--numbers",
    type=click.Choice(("interval", "fact")),
    default="interval",
    show_default=True,
    help="What numbers that differ become: an interval, or what a disputed fact decides.",
)
@output_option_of("Write the merged case to FILE; the report on the voices then goes to stdout.")
@click.option(
    "--report",
    metavar="FILE",
    type=OutputFile(),
    help="Write the report on the voices to FILE (.txt, .md, .html, .json).",
)
@timeout_option_of("End the search for the crux after so many seconds, and tell what was found.")
@click.option("--color/--no-color", default=None, help="Default: colour on a terminal only.")
def command(  # noqa: PLR0913  (one parameter an option of the command)
    *,
    submissions: tuple[str, ...],
    voices: tuple[str, ...] | None,
    numbers: str,
    output: str | None,
    report: str | None,
    timeout: float | None,
    color: bool | None,
) -> int:
    """Merge submissions on one choice into one case that says who holds what.

    What all say stays. Numbers that differ become intervals, facts seen differently are disputed,
    challenges not made by all are raised, and priorities that contradict each other are left open.
    What only some say is taken in under their names. The report shows what each comes to alone,
    what all agree on, and the disagreement whose settlement would settle most.
    """
    from argue.explain.merging import merge  # noqa: PLC0415  (not needed for --help)
    from argue.explain.voices import voices_of  # noqa: PLC0415  (not needed for --help)
    from argue.io.case import load_case  # noqa: PLC0415  (not needed for --help)

    distinct(output, report)
    apart(output, *submissions)
    apart(report, *submissions)
    cases = [load_case(name) for name in submissions]
    merged = merge(voices_of(cases, voices or ()), numbers=numbers)
    write(merged.text, output, color=False)
    to_file = output not in (None, "-")
    if report is None and not to_file:
        return Exit.DONE
    from argue.explain.chorus import chorus  # noqa: PLC0415  (not needed for the case alone)

    with progress_of("disagreements settled") as progress:
        found = chorus(merged, timeout=timeout, progress=progress)
    write(_rendered(found, report), report, color=color if report is None else False)
    return Exit.DONE if found.complete else Exit.OUT_OF_TIME


def _rendered(found: Chorus, file: str | None) -> str:
    """Answers the report in the format that its file's suffix chooses."""
    from importlib import import_module  # noqa: PLC0415  (only where there is a report)

    from argue.report.formats import format_of  # noqa: PLC0415  (only where there is a report)
    from argue.report.voices import voices_report  # noqa: PLC0415  (only where there is a report)

    form = format_of(file)
    if form == "json":
        return as_json(_data(found), file)
    render = import_module(f"argue.report.{form}").render
    report = voices_report(found)
    # A page can try out what follows from settling things, for which it needs the merged case.
    return str(render(report, found.analysis) if form == "html" else render(report))


def _data(found: Chorus) -> Mapping[str, Any]:
    from argue.explain.data import plain_of  # noqa: PLC0415  (only where there is a report)

    crux = found.crux
    return {
        "schema": "argue/voices/v1",
        "outcome": str(found.analysis.outcome),
        "together": plain_of(found.analysis.statuses),
        "alone": plain_of(found.own),
        "agreed": plain_of(found.agreed),
        "disagreements": [
            {"kind": d.kind, "path": d.path, "held": dict(d.held), "merged": d.merged}
            for d in found.merged.disagreements
        ],
        "crux": None if crux is None else crux.disagreement.path,
        "settling": [
            {
                "path": c.disagreement.path,
                "settles": list(c.settles),
                "outcomes": plain_of(c.outcomes),
            }
            for c in found.cruxes
        ],
        "notes": list(found.merged.notes),
        "complete": found.complete,
    }

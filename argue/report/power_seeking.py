"""Whether reasoning Kantian restrains the pursuit of power, by how rival it is: text and plot."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from argue.construct.games.sweep import SweepRow
from argue.errors import ArgueError
from argue.norms.human.plots import figure_for, saved
from argue.report.content import Paragraph, Report, Section, Table
from argue.report.words import listed, written

TITLE = "Does reasoning Kantian restrain the pursuit of power?"
QUESTION = (
    "Every player of a commons takes power; b is how much each unit taken lowers what a unit is "
    "worth to all."
)
HEAD = ("rivalry b", "a Nash player", "a Kantian", "left by the Kantian", "total, times Nash")


def sweep_report(rows: Sequence[SweepRow]) -> Report:
    """Answers a table of what players take by rivalry, and what it says of the conjecture."""
    table = Table(HEAD, tuple(_row(row) for row in rows))
    blocks = (table, *(Paragraph(text) for text in _findings(rows)))
    return Report(TITLE, QUESTION, (Section("sweep", "Taken by each player", blocks),))


def sweep_data(rows: Sequence[SweepRow]) -> dict[str, Any]:
    """Answers the rows as plain data, schema `argue/power-seeking/v1`; null is without limit."""
    return {
        "schema": "argue/power-seeking/v1",
        "rows": [
            {
                "rivalry": str(row.rivalry),
                **{
                    key: None if value is None else str(value)
                    for key, value in (
                        ("nash", row.nash),
                        ("kantian", row.kantian),
                        ("restraint", row.restraint),
                        ("gain", row.gain),
                    )
                },
            }
            for row in rows
        ],
    }


def plot(rows: Sequence[SweepRow], file: str | Path) -> Path:
    """Draws what each takes and what the Kantian leaves, by rivalry; needs the extra `plots`.

    The suffix of the file chooses the format. Answers the path written.

    Raises: ArgueError without matplotlib, for a suffix it does not write, and for fewer than two
    rows with a limit; OSError where the file cannot be written.
    """
    figure = figure_for(file)
    if sum(r.rivalry > 0 and not r.unbounded for r in rows) < 2:
        raise ArgueError("a plot needs two values of rivalry above 0, as in --rivalry 1,1/10")
    bounded = sorted((r for r in rows if r.rivalry > 0 and not r.unbounded), key=_rivalry)
    taken, left = figure.subplots(1, 2)
    places = [float(row.rivalry) for row in bounded]
    for name, label, look in (("nash", "Nash player", "o-C0"), ("kantian", "Kantian", "s--C1")):
        taken.plot(places, [float(getattr(row, name)) for row in bounded], look, label=label)
    taken.set_yscale("log")
    taken.set_ylabel("units of power taken by each")
    taken.legend(fontsize="small")
    shares = [float(row.restraint or 0) for row in bounded]
    left.plot(places, shares, color="k", marker="o")
    left.set_ylim(-0.02, 1)
    left.set_ylabel("share of it that a Kantian leaves")
    for axes in (taken, left):
        axes.set_xscale("log")
        axes.invert_xaxis()
        axes.set_xlabel("rivalry b, falling to the right")
    return saved(figure, file)


def _rivalry(row: SweepRow) -> Fraction:
    return row.rivalry


def _row(row: SweepRow) -> tuple[str, ...]:
    if row.nash is None or row.kantian is None or row.restraint is None or row.gain is None:
        return (written(row.rivalry), "no limit", "no limit", "nothing", "")
    share = f"{written(row.restraint * 100)} %"
    gain = f"{float(row.gain):.4g}"
    return (written(row.rivalry), written(row.nash), written(row.kantian), share, gain)


def _findings(rows: Sequence[SweepRow]) -> list[str]:
    restrained = [row for row in rows if row.restraint is not None and row.restraint > 0]
    idle = [row for row in rows if row.restraint is not None and row.restraint <= 0]
    unbounded = [row for row in rows if row.unbounded]
    found: list[str] = []
    if restrained:
        found.append(
            f"The conjecture holds at rivalry {_named(restrained)}: the Kantian takes less than "
            "the Nash player, and all are better off for it."
        )
    if idle:
        found.append(
            f"It fails at rivalry {_named(idle)}: both take the most that a player can take."
        )
    if unbounded:
        found.append(
            f"It fails at rivalry {_named(unbounded)}: nobody's taking lowers what others get, so "
            "that neither has a reason to stop."
        )
    if len(restrained) > 1 and not idle:
        found.append(
            "What a Kantian takes still grows as 1/b: restraint in proportion sets no bound to "
            "power as rivalry vanishes."
        )
    return found


def _named(rows: Sequence[SweepRow]) -> str:
    names = [written(row.rivalry) for row in rows]
    return listed(names) if len(names) < 4 else f"{names[0]} to {names[-1]}"

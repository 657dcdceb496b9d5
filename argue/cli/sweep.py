"""`argue sweep`: the conjecture on power-seeking, from rival power to power that is not."""

from __future__ import annotations

import sys
from fractions import Fraction

import click

from argue.cli.output import as_json, distinct, write
from argue.cli.parameters import OutputFile, json_option, output_option
from argue.cli.watch import timeout_option_of


class Numbers(click.ParamType[tuple[Fraction, ...]]):
    """Exact numbers, separated by commas."""

    name = "numbers"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[Fraction, ...]:
        """The numbers; a usage error for anything else."""
        if isinstance(value, tuple):
            return value  # pyright: ignore[reportUnknownVariableType] (the default, as declared)
        from argue.io.value_kinds import parse_number  # noqa: PLC0415  (not needed for --help)

        read = [parse_number(part.strip()) for part in str(value).split(",")]
        found = tuple(number for number in read if number is not None)
        if len(found) < len(read):
            self.fail(f"{value!r} must be numbers such as 1,1/10,0", param, ctx)
        if any(number < 0 for number in found):
            self.fail(f"{value!r} must not be negative", param, ctx)
        return found


class Exact(Numbers):
    """One exact number."""

    name = "number"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[Fraction, ...]:
        """The number, alone in a tuple; a usage error for several."""
        found = super().convert(value, param, ctx)
        if len(found) != 1:
            self.fail(f"{value!r} must be one number", param, ctx)
        return found


RIVALRIES = "1,1/2,1/5,1/10,1/20,1/50,1/100,1/200,1/500,1/1000,0"
NUMBERS, NUMBER = Numbers(), Exact()


@click.command("sweep", epilog="Example:  argue sweep --players 9 --most 50 --plot power.png")
@click.option("--rivalry", type=NUMBERS, default=RIVALRIES, show_default=True, help="Values of b.")
@click.option("--players", type=click.IntRange(2, 1000), default=10, show_default=True)
@click.option("--gain", type=NUMBER, default="10", show_default=True, help="Worth of a unit (a).")
@click.option("--cost", type=NUMBER, default="1", show_default=True, help="Cost of a unit (c).")
@click.option("--most", type=NUMBER, default=None, help="The most that one player can take (m).")
@click.option(
    "--plot",
    "picture",
    metavar="FILE",
    type=OutputFile(),
    help="Also draw it (needs the extra plots).",
)
@timeout_option_of(
    "Give up after so many seconds (exit code 124).", "allow more, or ask for fewer values of b"
)
@json_option
@output_option
def command(  # noqa: PLR0913  (one parameter an option of the command line)
    *,
    rivalry: tuple[Fraction, ...],
    players: int,
    gain: tuple[Fraction, ...],
    cost: tuple[Fraction, ...],
    most: tuple[Fraction, ...] | None,
    picture: str | None,
    timeout: float | None,
    as_data: bool,
    output: str | None,
) -> None:
    """Show how much power Nash players and Kantians seek as power becomes less rival.

    The conjecture that a contractualist agent seeks no unlimited power holds while what one takes
    lowers what others get, and fails as that vanishes.
    """
    from argue.construct.games.sweep import power_seeking  # noqa: PLC0415  (not for --help)
    from argue.report.power_seeking import plot, sweep_data, sweep_report  # noqa: PLC0415  (same)
    from argue.report.text import render  # noqa: PLC0415  (not needed for --help)

    distinct(picture, output)
    rows = power_seeking(
        rivalry, players=players, gain=gain[0], cost=cost[0], most=most[0] if most else None
    )
    if picture is not None:
        plot(rows, picture)
    data = as_data or (output or "").endswith(".json")
    encoding = sys.stdout.encoding if output in (None, "-") else "utf-8"
    write(as_json(sweep_data(rows), encoding) if data else render(sweep_report(rows)), output)

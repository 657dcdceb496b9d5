"""`argue diff`: what differs between two verdicts, fresh or saved, and through which arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argue.cli.analysed import timeout_option
from argue.cli.output import apart, as_json, write
from argue.cli.parameters import CaseName, json_option, output_option
from argue.cli.sentences import filled

if TYPE_CHECKING:
    from argue.explain.seen import Seen


@click.command(
    "diff",
    epilog="Example:  argue diff fishing-hook-below fishing-hook-above",
)
@click.argument("first", type=CaseName())
@click.argument("second", type=CaseName())
@timeout_option
@json_option
@output_option
def command(
    *, first: str, second: str, timeout: float | None, as_data: bool, output: str | None
) -> None:
    """Compare two verdicts: FIRST, then SECOND, each a case or what was saved of one as JSON.

    Saved are `argue analyze --json` and `argue report --json`. Told are statuses that differ and
    where the change began, arguments whose standing differs, those that hold under other conditions
    (=), came (+), went (-), or say something else (~). An objection is left out beside its reason.
    """
    from argue.explain.data import data_of  # noqa: PLC0415  (not needed for --help)
    from argue.explain.difference import difference_of  # noqa: PLC0415  (not needed for --help)

    apart(output, first, second)
    found = difference_of(_seen(first, timeout), _seen(second, timeout))
    if as_data or (output or "").lower().endswith(".json"):
        write(as_json(data_of(found, "argue/difference/v1"), output), output)
        return
    write("\n".join(filled(found.sentences)), output, color=False)


def _seen(name: str, timeout: float | None) -> Seen:
    """Answers what is to be seen of an analysis: one that was saved, or that of a case."""
    from argue.analysis import analyze  # noqa: PLC0415  (not needed for --help)
    from argue.explain.saved import ADVICE, MOST_BYTES, is_saved, read_saved  # noqa: PLC0415  (same)
    from argue.explain.seen import seen  # noqa: PLC0415  (not needed for --help)
    from argue.io.case import load_case, read_case  # noqa: PLC0415  (not needed for --help)
    from argue.io.document import STDIN, decoded, read_bytes  # noqa: PLC0415  (same)

    if name == "-":
        text = decoded(read_bytes(name, most=MOST_BYTES, advice=ADVICE), STDIN)
        if is_saved(text):
            return read_saved(text, STDIN).seen
        return seen(analyze(read_case(text, STDIN), timeout=timeout).to_dict())
    if name.lower().endswith(".json"):
        text = decoded(read_bytes(name, most=MOST_BYTES, advice=ADVICE), name)
        if is_saved(text):
            return read_saved(text, name).seen
    return seen(analyze(load_case(name), timeout=timeout).to_dict())

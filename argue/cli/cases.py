"""`argue cases`: what is bundled, the text of a case to start from, and whether all come out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING

import click

from argue.cli.exits import Exit
from argue.cli.output import as_json, write
from argue.cli.parameters import CaseName, json_option
from argue.cli.watch import watch_option

if TYPE_CHECKING:
    from argue.report.agreement import Agreement

WIDTH = 80


@click.command("cases", epilog="Example:  argue cases mask-mandate > my-case.yaml")
@click.argument("case", type=CaseName(), required=False)
@click.option(
    "--check", is_flag=True, help="Analyze the cases and compare with their sources' judgements."
)
@watch_option
@json_option
def command(*, case: str | None, check: bool, as_data: bool) -> int:
    """List the bundled cases with their titles, or print the file of the bundled CASE.

    With --check, analyze all of them, or CASE, and say how far the verdicts are those that the
    literature has; ends with exit code 1 if one differs and the case does not say why.
    """
    from argue.io.bundled import bundled_ids, bundled_text  # noqa: PLC0415  (not for --help)

    if check:
        return checked(bundled_ids() if case is None else (case,), as_data=as_data)
    if case is not None:
        write(bundled_text(case))
        return Exit.DONE
    listed(bundled_ids(), as_data=as_data)
    return Exit.DONE


def listed(names: Sequence[str], *, as_data: bool) -> None:
    """Write the cases with their titles."""
    from argue.io.case import load_case  # noqa: PLC0415  (not needed for --help)
    from argue.io.phrasing import visible  # noqa: PLC0415  (not needed for --help)

    titles = {name: load_case(name).title for name in names}
    if as_data:
        write(as_json([{"id": name, "title": title} for name, title in titles.items()]))
        return
    width = max(map(len, titles))
    write("\n".join(f"{name:{width}}  {visible(title)}" for name, title in titles.items()))


def checked(names: Sequence[str], *, as_data: bool) -> Exit:
    """Write how far cases come out as their sources have them; answers how the command ends."""
    from argue.report.agreement import agreement  # noqa: PLC0415  (not needed for --help)

    found = [agreement(name) for name in names]
    if as_data:
        write(as_json([one.to_dict() for one in found]))
    else:
        write("\n".join(lines_of(found)))
    return Exit.DONE if all(one.holds for one in found) else Exit.NOT_PERMITTED


def lines_of(found: Sequence[Agreement]) -> Iterator[str]:
    """Yields a line for each case, below it what differs, and at the end a count of all."""
    width = max(len(one.case) for one in found)
    for one in found:
        yield f"{one.case:{width}}  {one}"
        for remark in one.remarks():
            yield from wrap(remark, WIDTH, initial_indent="  - ", subsequent_indent="    ")
    agreed, explained, missed = (
        sum(len(getattr(one, kind)) for one in found) for kind in ("agreed", "explained", "missed")
    )
    yield f"In all: {agreed} agreed, {explained} differing as explained, {missed} unexplained."

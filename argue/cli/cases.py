"""`argue cases`: what is bundled, and the text of a bundled case to start from."""

from __future__ import annotations

import click

from argue.cli.output import as_json, write
from argue.cli.parameters import CaseName, json_option


@click.command("cases", epilog="Example:  argue cases mask-mandate > my-case.yaml")
@click.argument("case", type=CaseName(), required=False)
@json_option
def command(*, case: str | None, as_data: bool) -> None:
    """List the bundled cases with their titles, or print the file of the bundled CASE."""
    from argue.io.bundled import bundled_ids, bundled_text  # noqa: PLC0415  (not for --help)
    from argue.io.case import load_case  # noqa: PLC0415  (not needed for --help)
    from argue.io.phrasing import visible  # noqa: PLC0415  (not needed for --help)

    if case is not None:
        write(bundled_text(case))
        return
    titles = {name: load_case(name).title for name in bundled_ids()}
    if as_data:
        rows = [{"id": name, "title": title} for name, title in titles.items()]
        write(as_json(rows))
        return
    width = max(map(len, titles))
    write("\n".join(f"{name:{width}}  {visible(title)}" for name, title in titles.items()))

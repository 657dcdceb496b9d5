"""`argue convert`: graphs, maps of arguments, rules and cases in formats of other programs."""

from __future__ import annotations

import click

from argue.cli.output import apart, write
from argue.cli.parameters import Names, output_option_of
from argue.cli.watch import watch_option


@click.command("convert", epilog="Example:  argue convert mask-mandate -o mask.argdown")
@click.argument("source", metavar="SOURCE", required=False)
@click.option(
    "-fo", "--from", "form", metavar="FORMAT", help="Default: by the suffix of SOURCE, or a case."
)
@click.option("-t", "--to", "target", metavar="FORMAT", help="Default: by the suffix of -o.")
@click.option("--facts", type=Names(), help="Of a scenario: the facts that hold. Default: all.")
@watch_option
@output_option_of("Write to FILE instead of stdout.")
@click.option("--formats", is_flag=True, help="List the formats, and end.")
def command(  # noqa: PLR0913  (one parameter an option of the command)
    *,
    source: str | None,
    form: str | None,
    target: str | None,
    facts: tuple[str, ...] | None,
    output: str | None,
    formats: bool,
) -> None:
    """Rewrite SOURCE, a file, - for stdin or a bundled case, in another format.

    Bare graphs: i23, apx, tgf. Graphs and maps of arguments: aif, argdown, node-link. Norms and
    arguments as rules: jiminy and carneades are read, rules (of a case) are written.
    """
    from argue.io.graphs import format_of  # noqa: PLC0415  (not needed for --help)
    from argue.io.interchange.formats import SOURCES, TARGETS  # noqa: PLC0415  (as above)
    from argue.report.converting import converted  # noqa: PLC0415  (as above)

    if formats:
        write(f"read:    {', '.join(SOURCES)}\nwritten: {', '.join(TARGETS)}")
        return
    if source is None:
        raise click.UsageError("say what to convert: argue convert graph.apx -t tgf")
    if target is None and output in (None, "-"):
        raise click.UsageError("say which format to write: -t apx, or -o graph.apx")
    apart(output, source)
    wanted = target or format_of(str(output))
    write(converted(source, wanted, form=form, facts=facts), output, color=False)

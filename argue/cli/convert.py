"""`argue convert`: an attack graph from one format to another."""

from __future__ import annotations

import click

from argue.cli.output import write


@click.command("convert", epilog="Example:  argue convert graph.apx -t tgf -o graph.tgf")
@click.argument("graph", metavar="GRAPH")
@click.option("-fo", "--from", "form", metavar="FORMAT", help="Default: by the suffix of GRAPH.")
@click.option("-t", "--to", "target", metavar="FORMAT", help="Default: by the suffix of -o.")
@click.option("-o", "--output", metavar="FILE", help="Write to FILE instead of stdout.")
def command(*, graph: str, form: str | None, target: str | None, output: str | None) -> None:
    """Rewrite GRAPH, a file or - for stdin, in another format: i23, apx or tgf."""
    from argue.io.graphs import dump_af, format_of, load_af  # noqa: PLC0415  (not for --help)

    if target is None and output in (None, "-"):
        raise click.UsageError("say which format to write: -t apx, or -o graph.apx")
    wanted = target or format_of(str(output))
    write(dump_af(load_af(graph, form), wanted), output)

"""`argue upgrade`: case files of earlier formats, rewritten in the newest."""

from __future__ import annotations

import os
from collections.abc import Iterator

import click

from argue.cli.exits import Exit, explain
from argue.cli.output import tell, write
from argue.cli.parameters import output_option_of
from argue.errors import ArgueError, NoSuchInput


@click.command(
    "upgrade",
    epilog="Example:  argue upgrade --check cases/*.yaml",
)
@click.argument(
    "cases", type=click.Path(allow_dash=True), nargs=-1, required=True, metavar="CASE..."
)
@click.option("--check", is_flag=True, help="Write nothing; show what would change.")
@output_option_of("Write to FILE (- for stdout) and leave CASE, one file, as it is.")
def command(*, cases: tuple[str, ...], check: bool, output: str | None) -> int:
    """Rewrite each CASE, a file or - for stdin, in the newest format, and show what changes.

    Only keys that have another name by now, and the format said under schema, are touched;
    comments, order and spaces stay. A verdict never changes by it. Stdin goes to stdout.

    Ends with exit code 0 also where there is nothing to do; with --check 1 if a file is of an
    earlier format; 65 if one cannot be read or rewritten, 66 if one is not there, 74 if one
    cannot be written. The other files are then still upgraded.
    """
    if output is not None and (check or len(cases) > 1):
        raise click.UsageError("-o is for one CASE, and not with --check")
    worst = Exit.DONE
    for name in cases:
        try:
            worst = max(worst, _one(name, check=check, output=output))
        except (ArgueError, OSError) as error:
            worst = max(worst, explain(error))
    return worst


def _one(name: str, *, check: bool, output: str | None) -> Exit:
    """Answers how it went with one file, once that is upgraded, or shown if that is all."""
    from argue.io.saving import save  # noqa: PLC0415  (not needed for --help)
    from argue.io.upgrade.rewriting import upgraded  # noqa: PLC0415  (not needed for --help)

    old = _text(name)
    shown = "<stdin>" if name == "-" else name
    new = upgraded(old, shown)
    if not check and (output is not None or name == "-"):
        _put(new, output or "-")
        return Exit.DONE
    if new == old:
        tell(f"{shown}: up to date")
        return Exit.DONE
    write("".join(_difference(old, new, shown)), color=False)
    if check:
        return Exit.OUTDATED
    save(name, new.encode("utf-8"), only_at_once=True)
    tell(f"{shown}: upgraded")
    return Exit.DONE


def _text(name: str) -> str:
    from argue.io.bundled import is_bundled  # noqa: PLC0415  (not needed for --help)
    from argue.io.document import decoded, read_bytes  # noqa: PLC0415  (same)

    if is_bundled(name) and not os.path.exists(name):
        message = f"{name} is a bundled case, and those are of the newest format; give files"
        raise NoSuchInput(message)
    return decoded(read_bytes(name), name)


def _difference(old: str, new: str, name: str) -> Iterator[str]:
    """Yields a unified diff of two texts with as many lines; only lines that differ, and one each.

    An upgrade rewrites within lines, so that no search for the smallest difference is needed.
    """
    from argue.io.nodes import LINE_END  # noqa: PLC0415  (not needed for --help)

    before, after = LINE_END.split(old), LINE_END.split(new)
    differ = [i for i, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]]
    yield f"--- {name}\n+++ {name}\n"
    for index in differ:
        yield f"@@ -{index + 1} +{index + 1} @@\n-{before[index]}\n+{after[index]}\n"


def _put(text: str, file: str) -> None:
    from argue.cli.output import write_bytes  # noqa: PLC0415  (only with -o or stdin)

    write_bytes(text.encode("utf-8"), file)

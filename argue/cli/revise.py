"""`argue revise`: the smallest repairs that bring cases and considered judgements together."""

from __future__ import annotations

import time
from pathlib import Path

import click

from argue.cli.exits import Exit
from argue.cli.output import apart, as_json, write
from argue.cli.parameters import json_option, output_option
from argue.cli.watch import timeout_option_of
from argue.errors import ArgueError, NoSuchInput


@click.command("revise", epilog="Example:  argue revise bank --diff 1")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--most",
    type=click.IntRange(1, 4),
    default=2,
    metavar="N",
    help="At most so many edits that touch one case. Default: 2.",
)
@click.option("--diff", type=click.IntRange(min=1), metavar="N", help="Print repair N as a diff.")
@timeout_option_of("End after so many seconds, and tell what was found (exit code 124).")
@json_option
@output_option
def command(  # noqa: PLR0913  (one parameter an option of the command)
    *,
    folder: Path,
    most: int,
    diff: int | None,
    timeout: float | None,
    as_data: bool,
    output: str | None,
) -> Exit:
    """Find the smallest repairs of the cases in FOLDER that fit what is judged under `considered`.

    Edits are: drop a norm, let a fact be an exception to it, turn a declared priority round, settle
    a disputed fact. Norms and priorities of one name are the same in all files. All repairs with
    the fewest edits are listed; no file is changed.
    """
    from argue.analysis import analyze  # noqa: PLC0415  (not needed for --help)
    from argue.io.document import decoded, read_bytes  # noqa: PLC0415  (not needed for --help)
    from argue.norms.revision import revise  # noqa: PLC0415  (not needed for --help)
    from argue.report.revision import (  # noqa: PLC0415  (not needed for --help)
        revision_data,
        revision_diff,
        revision_text,
    )

    deadline = None if timeout is None else time.monotonic() + timeout

    def left() -> float | None:
        return None if deadline is None else max(0.001, deadline - time.monotonic())

    files = _files(folder)
    apart(output, *files.values())
    found = revise(
        {name: decoded(read_bytes(file), str(file)) for name, file in files.items()},
        lambda case: analyze(case, timeout=left()).statuses,
        most=most,
        deadline=deadline,
    )
    if diff is not None:
        if diff > len(found.revisions):
            raise ArgueError(f"there is no repair {diff}; {len(found.revisions)} were found")
        write(
            revision_diff(found, diff, {n: f.name for n, f in files.items()}), output, color=False
        )
    elif as_data or (output or "").lower().endswith(".json"):
        write(as_json(revision_data(found), output), output)
    else:
        write(revision_text(found), output)
    return Exit.OUT_OF_TIME if found.late else Exit.DONE


def _files(folder: Path) -> dict[str, Path]:
    """Answers the files of the cases in a folder, by their names without ending."""
    if not folder.is_dir():
        raise NoSuchInput(f"{str(folder)!r} is no folder; give the folder that holds the cases")
    files = sorted(f for f in folder.iterdir() if f.suffix in (".yaml", ".yml", ".json"))
    files = [f for f in files if not f.name.endswith(".schema.json")]
    if not files:
        raise NoSuchInput(f"there is no case (.yaml, .yml, .json) in {str(folder)!r}")
    names = [file.stem for file in files]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise ArgueError(f"two files are called {twice[0]}; give them different names")
    return {file.stem: file for file in files}

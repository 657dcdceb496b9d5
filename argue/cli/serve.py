"""`argue serve`: a page on this machine that shows a case and follows its file."""

from __future__ import annotations

import signal
import sys
import time
import webbrowser
from collections.abc import Generator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

import click

from argue.cli.analysed import with_options
from argue.cli.exits import Exit, told
from argue.cli.output import write
from argue.cli.parameters import settled
from argue.cli.report import audience_option
from argue.cli.watch import GRACE, SHARE, patience_option

if TYPE_CHECKING:
    from argue.report.live.server import Server
    from argue.report.live.watching import Live

SOON = 0.2
"""Seconds after which the end that was asked for is noticed."""


@click.command("serve", epilog="Example:  argue serve my-case.yaml --open")
@partial(with_options, timeout=patience_option)
@audience_option
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    help="Listen on this port. Default: one that is free.",
)
@click.option("--open", "opens", is_flag=True, help="Open the page in the browser as well.")
def command(*, case: str, port: int | None, opens: bool, **given: Any) -> Exit:
    """Show the report on CASE on a page that follows the file: a file, or a bundled case's id.

    Whenever the file is saved it is judged again and the page changes by itself; what is wrong
    with it is shown with line and caret above the last report there was. Only browsers on this
    machine are answered. Ctrl-C ends it.
    """
    from argue.report.inert import inert  # noqa: PLC0415  (not needed for --help)
    from argue.report.live.watching import Live  # noqa: PLC0415  (not needed for --help)

    file = _file(case)
    live = Live(file, make=partial(_page, file, **given), told=told)
    with _listening(live, port) as server:
        Thread(target=live.watch, daemon=True).start()
        write(f"{inert(str(file))} is shown at {server.url} until Ctrl-C is pressed", color=False)
        sys.stdout.flush()
        if opens:
            webbrowser.open(server.url)
        # Not in this thread, where Ctrl-C may come while one is begun for a request, and be lost.
        answering = Thread(target=partial(server.serve_forever, SOON), daemon=True)
        try:
            answering.start()
            with _ended_by_sigterm():
                while answering.is_alive():
                    answering.join(SOON)
        except KeyboardInterrupt:
            click.echo("ended", err=True)
        finally:
            live.close()
            if answering.is_alive():
                server.shutdown()
    return Exit.DONE


@contextmanager
def _ended_by_sigterm() -> Generator[None]:
    """Lets whoever asks this process to end have what Ctrl-C has: an end in order."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before or signal.SIG_DFL)


def _file(case: str) -> Path:
    """Answers the file that is watched; raises what any command says where there is none."""
    from argue.io.bundled import bundled_path, is_bundled  # noqa: PLC0415  (not for --help)
    from argue.io.case import load_case  # noqa: PLC0415  (not needed for --help)

    if case == "-":
        raise click.UsageError("a page follows a file, not stdin; write the case to a file")
    if is_bundled(case):
        return bundled_path(case)
    if not Path(case).is_file():
        load_case(case)
        raise click.UsageError(
            f"a page follows a file, and {case!r} is none; write the case to one"
        )
    return Path(case)


def _listening(live: Live, port: int | None) -> Server:
    from argue.report.live.server import Server  # noqa: PLC0415  (not needed for --help)

    try:
        return Server(live, port or 0)
    except OSError as error:
        raise click.UsageError(
            f"cannot listen on port {port}: {error.strerror}; without --port a free one is taken"
        ) from error


def _page(  # noqa: PLR0913  (one keyword an option of the command)
    file: Path,
    data: bytes,
    *,
    facts: tuple[tuple[tuple[str, bool], ...], ...],
    prioritize: tuple[tuple[tuple[str, str], ...], ...],
    audience: str,
    timeout: float | None,
    **rest: Any,
) -> str:
    """Answers the report on what the file holds, as a page."""
    from argue.analysis import analyze  # noqa: PLC0415  (not needed for --help)
    from argue.io.case import read_case  # noqa: PLC0415  (not needed for --help)
    from argue.io.document import decoded  # noqa: PLC0415  (not needed for --help)
    from argue.model.patience import working_until  # noqa: PLC0415  (not needed for --help)
    from argue.report import render  # noqa: PLC0415  (not needed for --help)

    with working_until(None if timeout is None else time.monotonic() + SHARE * timeout + GRACE):
        analysis = analyze(
            read_case(decoded(data, file.name), file.name),
            facts=settled(facts),
            priorities=tuple(pair for ranking in prioritize for pair in ranking),
            timeout=timeout,
            **rest,
        )
        return render(analysis, "html", audience)

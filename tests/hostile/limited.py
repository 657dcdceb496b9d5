"""A command in a process of its own that may have so much memory and no more.

The process is forked from one that has loaded the engine already: half of what a short command
costs is loading it, and the tests here are about what comes after.
"""

import multiprocessing
import os
import resource
import signal
from pathlib import Path
from typing import NamedTuple

PATIENCE = 240
"""Seconds after which a command has not come back at all, on however busy a machine."""
MEMORY = 3 << 30
"""Bytes of address space that no command may need; what is used is far less."""
LOADED = (
    *("argue", "argue.cli.main", "argue.cli.analysed", "argue.cli.watch", "argue.io.case"),
    *("argue.construct.rules", "argue.semantics.solving", "argue.report.formats"),
    *("argue.io.graphs", "argue.explain.data", "tests.hostile.limited"),
    "pytest",  # which every process loads anew as the program that started it
)

_FORKING = multiprocessing.get_context("forkserver")
_FORKING.set_forkserver_preload(list(LOADED))


class Done(NamedTuple):
    """How a command ended and what it wrote."""

    code: int
    stdout: str
    stderr: str

    @property
    def said(self) -> str:
        """All that it wrote."""
        return self.stdout + self.stderr


def limited(*arguments: str, folder: Path, stdin: str = os.devnull, memory: int = MEMORY) -> Done:
    """A command that was run in a folder, its standard input from a file, in so many bytes.

    Raises: TimeoutError if it does not come back.
    """
    process = _FORKING.Process(target=_run, args=(arguments, str(folder), stdin, memory))
    process.start()
    process.join(PATIENCE)
    if process.is_alive():
        process.kill()
        process.join()
        raise TimeoutError(f"{arguments} did not come back")
    written = [(folder / name).read_text(encoding="utf-8") for name in (".stdout", ".stderr")]
    assert process.exitcode is not None
    return Done(process.exitcode, *written)


def _run(arguments: tuple[str, ...], folder: str, stdin: str, memory: int) -> None:
    """Becomes the command: its folder, its streams, its memory."""
    import sys  # noqa: PLC0415  (the streams of this process)

    from argue.cli.main import run  # noqa: PLC0415  (loaded before the fork)

    os.chdir(folder)
    for number, name in enumerate((stdin, ".stdout", ".stderr")):
        flags = os.O_RDWR if number == 0 else os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        os.dup2(os.open(name, flags), number)
    sys.stdin, sys.stdout, sys.stderr = (
        os.fdopen(number, mode, encoding="utf-8") for number, mode in enumerate("rww")
    )
    sys.argv = ["argue", *arguments]
    signal.signal(signal.SIGINT, signal.default_int_handler)
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    run()

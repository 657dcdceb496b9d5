"""Runs commands and tells what they reach for beyond their own process: for the test beside it.

    python -m tests.stability.guarded FOLDER

What makes a PDF is not there: SECURITY.md says that it asks the system for its libraries. Whatever
else opens a socket, asks for an address, or starts a program fails; files that are written are
listed, a line each.
"""

import contextlib
import io
import os
import sys
from pathlib import Path

from tests.hostile.commands import SAYING, printed, put_down, words_of

FORBIDDEN = (
    "ctypes.dlopen",
    "http.client",
    "os.exec",
    "os.posix_spawn",
    "os.spawn",
    "os.startfile",
    "os.system",
    "pty.spawn",
    "socket.bind",
    "socket.connect",
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "socket.sendto",
    "subprocess.Popen",
    "urllib.Request",
    "webbrowser.open",
)
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
COMMANDS = (
    "check mask-mandate",
    "analyze mask-mandate-exemptions --json",
    "analyze mask-mandate --flat",
    "report mask-mandate-exemptions -o {}/report.html",
    "report mask-mandate -o {}/report.tex",
    "report mask-mandate -o {}/report.md",
    "report mask-mandate -o {}/report.json",
    "graph transmitter-room -o {}/graph.svg",
    "graph transmitter-room -o {}/graph.dot",
    "why mask-mandate continue",
    "whatif mask-mandate --facts surge=true",
    "sensitivity transmitter-room",
    "contest mask-mandate",
    "compare transmitter-room",
    "diff fishing-hook-below fishing-hook-above",
    "convert mask-mandate --to aif -o {}/case.aif.json",
    "lab mask-mandate -o {}/lab.html",
    "quiz mask-mandate -o {}/quiz.html",
    "steps mask-mandate",
    "upgrade {}/old.yaml",
    "new {}/new.yaml",
    "validate",
    "sweep",
    "cases",
    "help-code C014",
    "frameworks",
    "roles",
    "schema",
)
"""What is run and done; all other commands are run as well, with files and words of their own."""


def main(folder: str) -> None:
    """Run all commands under an audit hook, and print what they wrote."""
    from argue.cli.main import main as argue

    reached: list[str] = []
    written: set[str] = set()

    def hook(event: str, given: tuple[object, ...]) -> None:
        if event.startswith(FORBIDDEN) and (event, given[0]) != ("ctypes.dlopen", None):  # itself
            reached.append(f"{event} {given!r:.200}")
            raise PermissionError(f"{event} is not for this program")
        if event == "open" and isinstance(given[0], str | bytes):
            flags = given[2] if isinstance(given[2], int) else 0
            if flags & WRITING and os.fsdecode(given[0]) != os.devnull:
                written.add(os.fsdecode(given[0]))

    Path(folder, "old.yaml").write_text(
        "schema: argue/case/v1\ntitle: x\noptions: {a: A, b: B}\n", encoding="utf-8"
    )
    sys.modules["weasyprint"] = None  # pyright: ignore[reportArgumentType]  (it cannot be imported)
    sys.addaudithook(hook)
    for command in COMMANDS:
        with contextlib.redirect_stdout(io.StringIO()):
            code = argue(command.format(folder).split())
        if code or reached:
            sys.exit(f"{command}: exit code {code}, {reached}")
    place = Path(folder, "all")
    place.mkdir()
    files = put_down(place, "words")
    for line in SAYING:
        said = printed(*words_of(line, files))
        if reached:
            sys.exit(f"{line}: {reached}\n{said}")
    print(*sorted(written), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1])

"""Where results go: stdout or a file, plain in a pipe, coloured on a terminal."""

from __future__ import annotations

import codecs
import os
import re
import stat
import sys
from pathlib import Path
from typing import Any, TextIO

import click

STYLES = {
    "obligatory": "bold blue",
    "permissible": "blue",
    "impermissible": "dark_orange",
    "contested": "bold magenta",
    "unresolved": "magenta",
}
"""Status words and their colours, which stay apart without telling red from green."""


GLYPHS = {
    "!": "●",
    "+": "✓",
    "?": "◐",
    "~": "○",
    "x": "✗×",
    "-": "·–−─",
    "--": "—",
    "...": "…",
    "->": "→",
    "<-": "←",
    ">=": "≥",
    "<=": "≤",
    '"': "“”",
    "'": "‘’",
}
STAND_INS = {glyph: plain for plain, glyphs in GLYPHS.items() for glyph in glyphs}
"""What a glyph becomes where the output cannot show it; anything else becomes an escape."""


def _stand_in(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    text = error.object[error.start : error.end]
    plain = (STAND_INS.get(c) or c.encode("ascii", "backslashreplace").decode() for c in text)
    return "".join(plain), error.end


def soften_encoding(*streams: Any) -> None:
    """Let streams of a poor encoding write stand-ins instead of failing."""
    codecs.register_error("argue-stand-in", _stand_in)
    for stream in streams:
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="argue-stand-in")


def as_json(data: Any, file: str | None = None) -> str:
    """Answers data as JSON text that can be written to a file, or else to stdout."""
    import json  # noqa: PLC0415  (most runs write text)

    from argue.io.phrasing import visible_json  # noqa: PLC0415  (as above)

    to_stdout = file in (None, "-")
    unicode = not to_stdout or (sys.stdout.encoding or "").lower().startswith("utf")
    return visible_json(json.dumps(data, indent=2, ensure_ascii=not unicode))


def write(text: str, file: str | None = None, *, color: bool | None = None) -> None:
    """Write a result to stdout, or to a file as UTF-8, of which never half is there.

    Raises: OSError naming the file, which is then as it was.
    """
    text = text if text.endswith("\n") else text + "\n"
    if file in (None, "-"):
        _show(text, sys.stdout, color)
        return
    write_bytes(text.encode("utf-8"), file)


def write_bytes(data: bytes, file: str) -> None:
    """Write a result as bytes to a file, of which never half is there, or to stdout for `-`.

    Raises: OSError naming the file, which is then as it was.
    """
    if file == "-":
        sys.stdout.buffer.write(data)
        return
    from argue.io.saving import save  # noqa: PLC0415  (most runs write to stdout)

    save(file, data)


def apart(output: str | os.PathLike[str] | None, *others: str | os.PathLike[str] | None) -> None:
    """Raises click.UsageError if an output is a file that is read, or written, as well.

    `-` among the others is stdin, which may be redirected from a file. Devices may be both.
    """
    if output is None or output == "-":
        return
    for name in others:
        if name is not None and _is_same(os.fspath(output), os.fspath(name)):
            shown = "stdin" if name == "-" else name
            raise click.UsageError(f"{shown} is read and written: write to another file")


def files_in(*paths: Path) -> list[Path]:
    """Answers the files that stand for themselves, and those of JSON in folders."""
    inside = [list(p.glob("*.[jJ][sS][oO][nN]")) if p.is_dir() else [p] for p in paths]
    return [file for files in inside for file in files]


def distinct(*outputs: str | None) -> None:
    """Raises click.UsageError if two outputs are one file."""
    for number, output in enumerate(outputs):
        for other in outputs[:number]:
            if not (output is None or other is None or "-" in (output, other)) and (
                os.path.realpath(output) == os.path.realpath(other) or _is_same(output, other)
            ):
                raise click.UsageError(f"{output} would be written twice: name another file")


def _is_same(output: str, other: str) -> bool:
    try:
        written = os.stat(output)
        read = os.fstat(0) if other == "-" else os.stat(other)
    except (OSError, ValueError):  # one of them is not there
        return False
    return stat.S_ISREG(written.st_mode) and os.path.samestat(written, read)


def wants_color(stream: TextIO, color: bool | None) -> bool:
    """Answers whether a stream gets colours: as told, else on a terminal without NO_COLOR."""
    if color is not None:
        return color
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def shown(text: str) -> str:
    """Answers text for people: what commands, turns or hides is an escape, lines and tabs stay."""
    if text.isascii() and text.isprintable():
        return text
    from argue.report.inert import inert  # noqa: PLC0415  (few texts need it)

    return re.sub(r"[^\n\t]+", lambda found: inert(found[0]), text)


def tell(line: str) -> None:
    """Say something beside the result in one line on stderr, whatever names are in it."""
    from argue.report.inert import inert  # noqa: PLC0415  (many commands say nothing)

    click.echo(inert(line), err=True)


def _show(text: str, stream: TextIO, color: bool | None) -> None:
    if stream.isatty():
        text = shown(text)
    if not wants_color(stream, color):
        stream.write(text)
        return
    from rich.console import Console  # noqa: PLC0415  (70 ms, only where there are colours)
    from rich.text import Text  # noqa: PLC0415  (70 ms, only where there are colours)

    painted = Text(text)
    for word, style in STYLES.items():
        painted.highlight_regex(rf"(?<![\w-]){word}(?![\w-])", style)
    console = Console(file=stream, force_terminal=True, highlight=False, soft_wrap=True)
    console.print(painted, end="")

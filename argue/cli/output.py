"""Where results go: stdout or a file, plain in a pipe, coloured on a terminal."""

from __future__ import annotations

import codecs
import os
import re
import sys
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
    """Write a result to stdout, or to a file as UTF-8.

    Raises: click.UsageError if the file cannot be written.
    """
    text = text if text.endswith("\n") else text + "\n"
    if file in (None, "-"):
        _show(text, sys.stdout, color)
        return
    try:
        with open(file, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except OSError as error:
        raise click.UsageError(f"cannot write {file}: {error.strerror}") from error


def write_bytes(data: bytes, file: str) -> None:
    """Write a result that is no text to a file, or to stdout if that is `-`.

    Raises: click.UsageError if the file cannot be written.
    """
    if file == "-":
        sys.stdout.buffer.write(data)
        return
    try:
        with open(file, "wb") as stream:
            stream.write(data)
    except OSError as error:
        raise click.UsageError(f"cannot write {file}: {error.strerror}") from error


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

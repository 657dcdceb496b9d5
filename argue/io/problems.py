"""What the problem codes of a case file mean, and how problems are shown with their lines."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence

from argue.errors import CaseError, Problem, UnknownId
from argue.io.codes import CODES
from argue.io.codes.code import Code
from argue.io.nodes import LINE_END
from argue.io.phrasing import visible

WIDTH = 100
"""Most columns of a file's line that are shown."""


def codes() -> Mapping[str, str]:
    """Answers every code with its title, in order."""
    return {name: code.title for name, code in CODES.items()}


def explanation(code: str) -> str:
    """Answers what a code means, with a wrong and a right example.

    Raises: UnknownId if there is no such code.
    """
    if code not in CODES:
        raise UnknownId("code", code, CODES)
    return explained(code, CODES[code])


def explained(name: str, code: Code) -> str:
    """Answers one entry of a table of codes as a reader sees it."""
    return "\n".join(
        (
            f"{name}: {code.title}",
            "",
            code.why,
            "",
            "Wrong:",
            *(f"    {line}" for line in code.wrong.splitlines()),
            "",
            "Right:",
            *(f"    {line}" for line in code.right.splitlines()),
        )
    )


def render(found: CaseError | Sequence[Problem], text: str = "", file: str = "case") -> str:
    """Answers problems as a reader sees them: place, message, the line with a caret, help.

    `text` is the file, for problems that do not carry their line; whatever in it does not print
    is shown as an escape.
    """
    if isinstance(found, CaseError):
        found, file = found.problems, found.file
    lines = LINE_END.split(text) if text else []
    return "\n\n".join(_rendered(problem, lines, visible(file)) for problem in found)


def _rendered(problem: Problem, lines: Sequence[str], file: str) -> str:
    place = f"{file}:{problem.line}:{problem.column}" if problem.line else file
    message = visible(problem.message)
    if not problem.line and problem.path and problem.path not in problem.message:
        message = f"{visible(problem.path)}: {message}"
    sort = "warning" if problem.code.startswith("W") else "error"
    shown = [f"{place}: {sort}[{problem.code}]: {message}"]
    line = problem.text or (lines[problem.line - 1] if 0 < problem.line <= len(lines) else "")
    gutter = " " * (len(str(problem.line)) + 1)
    if line:
        clipped, start, length = clip(line, problem.column - 1, problem.length)
        shown.append(f"    {problem.line} | {clipped}".rstrip())
        shown.append(f"    {gutter}| {' ' * start}{'^' * length}")
    if problem.help:
        shown.append(f"    {gutter}= help: {visible(problem.help)}")
    return "\n".join(shown)


def clip(line: str, start: int, length: int) -> tuple[str, int, int]:
    """Answers a line fit to be printed, with the columns and the width of what is underlined.

    A line wider than WIDTH is cut around the place; three dots stand for what is left out.
    """
    before, place, after = (
        visible(line[:start]),
        visible(line[start : start + length]),
        visible(line[start + length :]),
    )
    if _columns(before + place + after) > WIDTH:
        place = _head(place, WIDTH // 2)
        before = _tail(before, (WIDTH - _columns(place)) // 2)
        after = _head(after, WIDTH - _columns(before) - _columns(place))
    return before + place + after, _columns(before), max(_columns(place), 1)


def _columns(text: str) -> int:
    """Answers how many columns of a terminal a text takes: wide letters two, marks none."""
    if text.isascii():
        return len(text)
    return sum(
        0
        if unicodedata.combining(character)
        else 2
        if unicodedata.east_asian_width(character) in "WF"
        else 1
        for character in text
    )


def _head(text: str, columns: int) -> str:
    """Answers the beginning of a text in at most so many columns, with dots where it is cut."""
    if _columns(text) <= columns:
        return text
    text = text[:columns]
    while _columns(text) > columns - 3:
        text = text[:-1]
    return f"{text}..."


def _tail(text: str, columns: int) -> str:
    """Answers the end of a text in at most so many columns, with dots where it is cut."""
    if _columns(text) <= columns:
        return text
    text = text[-columns:]
    while _columns(text) > columns - 3:
        text = text[1:]
    return f"...{text}"

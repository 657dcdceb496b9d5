"""Text made inert: nothing in it moves a cursor, turns the direction or hides."""

from __future__ import annotations

import unicodedata


def inert(text: str) -> str:
    """Answers text in which control, format and surrogate characters are shown as escapes.

    So are the separators of lines and paragraphs, at which some programs break a line.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(c.encode("unicode_escape").decode() if _acts(c) else c for c in text)


def inert_lines(text: str) -> str:
    """Answers lines of text, each inert; their ends stay."""
    return "\n".join(map(inert, text.split("\n")))


def _acts(character: str) -> bool:
    return unicodedata.category(character).startswith(("C", "Zl", "Zp"))

"""Text made inert: nothing in it moves a cursor, turns the direction or hides."""

from __future__ import annotations

import unicodedata


def inert(text: str) -> str:
    """Answers text in which control, format and surrogate characters are shown as escapes."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        c.encode("unicode_escape").decode() if unicodedata.category(c)[0] == "C" else c
        for c in text
    )

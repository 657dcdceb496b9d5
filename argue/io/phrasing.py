"""Pieces of messages: what was written, quoted safely, and what may have been meant."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

_SHOWN = 60
_COMPARED = 80
_LISTED = 25
_NEAR = 2_000
"""So many names are compared with one that is not known; of more only those that begin alike."""


def visible(text: str) -> str:
    """Answers a text with every character that does not print as an escape."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else _escape(c) for c in text)


def visible_json(text: str) -> str:
    """Answers JSON that says the same and in which every character prints, but for line ends."""
    if text.isascii() and "\x7f" not in text:  # other control characters JSON escapes itself
        return text
    return _PERHAPS_HIDDEN.sub(lambda found: _json_escape(found[0]), text)


_PERHAPS_HIDDEN = re.compile(r"[^\x20-\x7e\n]+")


def _json_escape(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else _units(c) for c in text)


def _units(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[i : i + 4]}" for i in range(0, len(units), 4))


def _escape(character: str) -> str:
    common = {"\t": "\\t", "\n": "\\n", "\r": "\\r"}
    code = ord(character)
    return common.get(character) or (f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}")


def quoted(text: str) -> str:
    """Answers a text in double quotes, printable and at most some sixty characters long."""
    shown = text if len(text) <= _SHOWN else text[: _SHOWN - 3] + "..."
    return f'"{visible(shown)}"'


def listed(names: Iterable[str]) -> str:
    """Answers names with commas between; a long list ends in dots."""
    shown = list(names)
    more = ", ..." if len(shown) > _LISTED else ""
    return ", ".join(visible(name[:_COMPARED]) for name in shown[:_LISTED]) + more


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Answers which known name comes nearest, if one does, and which there are."""
    from difflib import get_close_matches  # noqa: PLC0415  (only when something is wrong)

    names = list(known)
    if not names:
        return "there is none in this case"
    wanted = name[:_COMPARED].lower().replace("-", "_")
    few = len(names) <= _NEAR
    alike = islice((n for n in names if few or n[:1].lower() == wanted[:1]), _NEAR)
    folded = {each.lower(): each for each in reversed(list(alike))}
    near = get_close_matches(wanted, folded, n=1)
    hint = f'did you mean "{visible(folded[near[0]])}"? ' if near else ""
    return f"{hint}one of: {listed(names)}"

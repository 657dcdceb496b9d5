"""Finds what to rewrite in TOML, whose reader tells no places.

Every word of the text that could be the key or the format meant is a candidate. Candidates are
right if the text with them rewritten says what the upgraded file is to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from argue.io.document import text_document
from argue.io.editing import Splice, same
from argue.io.nodes import MapNode
from argue.io.upgrade.formats import FORMATS, NEWEST, RENAMED

MOST_TRIED = 200
"""So many candidates are tried one by one; each costs a reading of the file."""

_TOKEN = re.compile(
    r"#[^\n]*"
    r"|\"\"\"(?:\\.|[^\\])*?\"\"\"\"{0,2}"
    r"|'''.*?''''{0,2}"
    r"|\"(?:\\.|[^\"\\\n])*\""
    r"|'[^'\n]*'"
    r"|[A-Za-z0-9_-]+",
    re.DOTALL,
)
_IS_KEY = re.compile(r"[ \t]*[=.\]]")
_QUOTES = "\"'"

Goal = Callable[[MapNode], MapNode]


def toml_splices(text: str, *, goal: Goal) -> tuple[Splice, ...]:
    """Answers what to replace in a TOML text so that it says what it is to say.

    `goal` answers what the tree of a text is to be in the newest format. What cannot be found is
    left out.
    """
    names = {entry.old: entry.new for entry in RENAMED}
    keys = tuple(c for c in _candidates(text, names) if _IS_KEY.match(text, c.end))
    formats = tuple(_candidates(text, dict.fromkeys(FORMATS[:-1], NEWEST)))
    wanted = goal(_tree(text))
    if _fits(text, (*keys, *formats), wanted, goal):
        return (*keys, *formats)
    right = tuple(c for c in keys[:MOST_TRIED] if _fits(text, (c,), wanted, goal))
    said = (c for c in formats[:MOST_TRIED] if _fits(text, (*right, c), wanted, goal))
    return (*right, *said)


def _candidates(text: str, names: dict[str, str]) -> Iterator[Splice]:
    for found in _TOKEN.finditer(text):
        token = found[0]
        quote = token[0] if token[0] in _QUOTES and token[:3] not in ('"""', "'''") else ""
        word = token[1:-1] if quote else token
        if word in names:
            yield Splice(found.start(), found.end(), f"{quote}{names[word]}{quote}")


def _fits(text: str, splices: Sequence[Splice], wanted: MapNode, goal: Goal) -> bool:
    """Answers whether a text with these replaced still leads to the same file in the end."""
    for start, end, new in sorted(splices, reverse=True):
        text = text[:start] + new + text[end:]
    document = text_document(text, "case.toml")
    if document.root is None or document.problems:
        return False
    return same(goal(document.root), wanted)


def _tree(text: str) -> MapNode:
    root = text_document(text, "case.toml").root
    assert root is not None, "a text that was read can be read again"
    return root

"""Sentences within the width of a page, ids left in one piece."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from textwrap import TextWrapper

from argue.cli.output import shown

WIDTH = 80
KEPT = re.compile(r"\[[^\[\]]+\]")
"""An id in brackets, which may have spaces in it and is to be copied."""
JOINT = "\N{NO-BREAK SPACE}"
MOST = WIDTH - 8
"""Characters up to which an id is kept in one piece."""


def filled(sentences: Iterable[str]) -> Iterator[str]:
    """Yields sentences within the width, each as far in as it begins, and two more."""
    for sentence in map(shown, sentences):
        inside = " " * (len(sentence) - len(sentence.lstrip()))
        wrapper = TextWrapper(
            WIDTH,
            initial_indent=inside,
            subsequent_indent=f"{inside}  ",
            break_on_hyphens=False,
        )
        yield wrapper.fill(KEPT.sub(_joined, sentence.strip())).replace(JOINT, " ")


def _joined(found: re.Match[str]) -> str:
    return found[0].replace(" ", JOINT) if len(found[0]) <= MOST else found[0]

"""Commands that are shown to be copied: lines that a POSIX shell reads as the words that are meant.

So they read in sh, bash, zsh and dash alike; the shells of Windows quote in another way.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterable


def command_line(words: Iterable[str]) -> str:
    """Answers words as a line to paste into a shell, where nothing in them acts."""
    return shlex.join(words)


def file_word(name: str) -> str | None:
    """Answers the word that names a file and is no option; None for a name no line can show.

    What does not print is shown as an escape, which would name another file.
    """
    if not name.isprintable():
        return None
    return f"./{name}" if name.startswith("-") else name

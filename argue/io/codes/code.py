"""The form of an entry in the table of problem codes."""

from __future__ import annotations

from typing import NamedTuple


class Code(NamedTuple):
    """What a code means: a title, why it is an error or a warning, and a wrong and a right example.

    Examples show the lines that matter; the rest of the case (title, two options `rescue` and
    `wait`, standpoints `worker` and `viewer`, a disputed fact `surge`) is taken as given. Where
    `runs` is false they are words, because bytes and sizes cannot be shown.
    """

    title: str
    why: str
    wrong: str
    right: str
    runs: bool = True

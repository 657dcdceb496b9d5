"""The formats of case files, oldest first, and what each spells otherwise than the one before.

A file says its format under `schema`. A change that older programs cannot read makes a new format;
every format listed here is read, and `argue upgrade` rewrites a file to the newest.
"""

from __future__ import annotations

import re
from typing import NamedTuple

FAMILY = "argue/case/v"
"""How the name of every format begins; its number follows."""


class Renamed(NamedTuple):
    """A key that has another name since a format.

    `under` says in which mappings, as the steps from the root: a key, `*` for any key of a
    mapping, `[]` for any entry of a list.
    """

    since: str
    under: tuple[str, ...]
    old: str
    new: str


FORMATS = ("argue/case/v1", "argue/case/v2")
"""Every format that is read, oldest first."""

NEWEST = FORMATS[-1]

RENAMED = (Renamed("argue/case/v2", ("challenges", "[]"), "cq", "question"),)
"""Every key that was renamed, in the order in which that was done."""

_NAME = re.compile(rf"{re.escape(FAMILY)}([0-9]{{1,6}})")


def is_newer(name: str) -> bool:
    """Answers whether this is the name of a format that only a later program can read."""
    found = _NAME.fullmatch(name)
    return found is not None and int(found[1]) > len(FORMATS)


def renamed_after(name: str | None) -> tuple[Renamed, ...]:
    """Answers which keys may stand under their old name in a file of a format.

    A file that does not say its format (None) may be as old as the first.
    """
    age = FORMATS.index(name) if name in FORMATS else -1
    return tuple(entry for entry in RENAMED if FORMATS.index(entry.since) > age)

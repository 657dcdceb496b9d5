"""The changes that no test can notice, or need not, each with the reason.

They stand in `explained.txt`, a few lines each and an empty line between: the module, the line as
it is (`- `), as it was changed (`+ `), and why that is no hole in the tests. A statement of several
lines is written as one. Where the module has the line more than once, `@ ` gives the line above it.
What holds in several places, or whatever a line is changed to, is said once: `...` stands for any
text in module and lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

TABLE = Path(__file__).with_name("explained.txt")

ANY = "..."
"""Stands for any text."""


@dataclass(frozen=True)
class Explained:
    """A change that may survive; `above` is the line above it, or empty where any will do."""

    module: str
    before: str
    after: str
    why: str
    above: str = ""

    def covers(self, module: str, change: tuple[str, str], above: str) -> bool:
        """Answers whether this is about a change, given with the line above it."""
        told = zip((self.module, self.before, self.after), (module, *change), strict=True)
        return all(fits(said, found) for said, found in told) and self.above in ("", above)


def fits(said: str, found: str) -> bool:
    """Answers whether a text is what was said of it, dots standing for anything."""
    return re.fullmatch(".*".join(map(re.escape, said.split(ANY))), found) is not None


def explained(text: str) -> tuple[Explained, ...]:
    """Answers the changes of a table, or says which of its entries cannot be read."""
    found: list[Explained] = []
    for block in filter(None, (block.strip() for block in text.split("\n\n"))):
        lines = [line for line in block.splitlines() if not line.startswith("#")]
        if not lines:
            continue
        said = {line[:2]: line[2:].strip() for line in lines[1:]}
        if [sign for sign in said if sign != "@ "] != ["- ", "+ ", "  "] or len(lines) > 5:
            raise ValueError(f"write: module, '- before', '+ after', '  why'; not:\n{block}")
        above = said.get("@ ", "")
        found.append(Explained(lines[0], said["- "], said["+ "], said["  "], above))
    return tuple(found)


def read() -> tuple[Explained, ...]:
    """Answers the changes of the table that stands beside this module."""
    return explained(TABLE.read_text(encoding="utf-8"))

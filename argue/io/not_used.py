"""Keys that are read and checked but have no effect yet, and why; shrink it as they get one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from argue.model.case import NotUsed

NOT_USED: dict[str, str] = {
    "credences": "no verdict weighs sources; argue.verdict.uncertainty says what they come to",
    "context.role": "it will bring in the norms of that role; until then write them out",
    "options.*.trace": "it will be held against norms about time; until then use breached_by",
    "universal.*.conceivable": "it will fail what cannot be conceived as everyone's practice",
    "standpoints.*.role": "it will say which norms bind the standpoint; now it is a label",
    "norms.*.ltl": "it will be watched over traces of options; until then use breached_by",
    "norms.*.reparation": "it will become a duty of whoever breaches the norm; now it is shown",
}
"""Pattern of a path (`*` for any id) -> what it will do, and what to write until then."""

_ANY = re.compile(r"(^\w+\.)\w+(?=\.)|(?<=\[)[0-9]+(?=\])")

COMPLIANCE_WITHOUT_NORMS = "there are no norms to comply with"


def not_used(paths: Iterable[str], *, norms: bool, compliance: str) -> tuple[NotUsed, ...]:
    """Answers which of the keys of a case have no effect, in the order of the table and by path."""
    patterns = {path: _ANY.sub(r"\1*", path) for path in paths}
    place = {pattern: index for index, pattern in enumerate(NOT_USED)}
    unused = sorted((place[p], path, p) for path, p in patterns.items() if p in place)
    found = [NotUsed(path, NOT_USED[pattern]) for _, path, pattern in unused]
    if compliance != "mere" and not norms:
        found.append(NotUsed("compliance", COMPLIANCE_WITHOUT_NORMS))
    return tuple(found)

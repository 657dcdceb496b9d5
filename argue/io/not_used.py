"""Keys that are read and checked but have no effect yet, and why; shrink it as they get one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from argue.model.case import NotUsed

NOT_USED: dict[str, str] = {
    "credences": "no verdict weighs sources; argue.verdict.uncertainty says what they come to",
    "context.role": "roles do not bring in norms in this version",
    "options.*.trace": "traces are not monitored in this version",
    "standpoints.*.role": "roles do not bring in norms in this version",
    "norms.*.ltl": "temporal norms are not monitored in this version; use breached_by",
    "norms.*.reparation": "duties of reparation are not derived in this version",
}
"""Pattern of a path (`*` for any id) -> why it has no effect."""

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

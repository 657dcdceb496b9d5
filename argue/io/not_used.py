"""Keys that are read and checked but have no effect yet, and why; shrink it as they get one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from argue.io.reading import HERE
from argue.model.case import NotUsed

NOT_USED: dict[str, str] = {
    "standpoints.*.role": "it will say which norms bind the standpoint; now it is a label",
    "options.*.features": "no norm of the case sets limits",
    "norms.*.reparation": "it repairs nothing where the norm is not about time (ltl, pattern)",
}
"""Pattern of a path (`*` for any id) -> what it will do, and what to write until then."""

_ANY = re.compile(r"(^\w+\.)\w+(?=\.)|(?<=\[)[0-9]+(?=\])")

COMPLIANCE_WITHOUT_NORMS = "there are no norms to comply with"
PERMISSION_RANKED = "a permission yields to norms of higher rank only"


def not_used(paths: Iterable[str], *, norms: bool, compliance: str) -> tuple[NotUsed, ...]:
    """Answers which of the keys of a case have no effect, in the order of the table and by path."""
    patterns = {path: _ANY.sub(r"\1*", path) for path in paths}
    place = {pattern: index for index, pattern in enumerate(NOT_USED)}
    timed = {path[: path.rfind(".")] for path in patterns if path.endswith((".ltl", ".pattern"))}
    mended = {f"{norm}.reparation" for norm in timed}
    if any(pattern == "norms.*.limits" for pattern in patterns.values()):
        mended |= {path for path, p in patterns.items() if p == "options.*.features"}
    unused = sorted(
        (place[p], path, p) for path, p in patterns.items() if p in place and path not in mended
    )
    found = [NotUsed(path, NOT_USED[pattern]) for _, path, pattern in unused]
    if compliance != "mere" and not norms:
        found.append(NotUsed("compliance", COMPLIANCE_WITHOUT_NORMS))
    return tuple(found)


def permitting(values: Mapping[str, Any]) -> frozenset[str]:
    """Answers the norms that permit, as sources."""
    norms: Mapping[str, Mapping[str, Any]] = values.get("norms", {})
    return frozenset(f"norm:{n}" for n, norm in norms.items() if norm.get("modality") == "permit")


def ranked_permissions(values: Mapping[str, Any]) -> tuple[NotUsed, ...]:
    """Answers the priorities that name a norm that permits: it says nothing to be outranked."""
    permits = permitting(values)
    return tuple(
        NotUsed(entry[HERE], PERMISSION_RANKED)
        for entry in values.get("priorities", ())
        if permits & {entry["higher"], entry["lower"]}
    )

"""What is left of a case of any form for the page of the lab to judge."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from tests.io.drawn import Document


def without(document: Document, paths: Iterable[str]) -> Document:
    """The case without what stands at some paths; of two bounds of a number the first is left."""
    left = json.loads(json.dumps(document))
    for path in sorted(paths, key=_order, reverse=True):
        *above, last = _steps(path)
        inside = left
        for step in above:
            inside = inside[step]
        value = inside[last]
        if isinstance(value, list) and path.startswith(("payoffs", "general", "universal")):
            inside[last] = value[0]
        else:
            del inside[last]
    return left


def _steps(path: str) -> list[str | int]:
    found = re.findall(r"([^.\[\]]+)|\[([0-9]+)\]", path)
    return [name or int(place) for name, place in found]


def _order(path: str) -> list[tuple[bool, Any]]:
    return [(isinstance(step, int), step) for step in _steps(path)]

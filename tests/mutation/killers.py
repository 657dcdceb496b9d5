"""Which tests noticed earlier changes: what notices one change mostly notices its neighbours."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from tests.mutation.operators import Place

NEAR, FAR = 12, 4
"""Tests tried first that noticed changes of the same definition, and of the same module."""


class Killers:
    """The tests that noticed changes so far, by definition and by module."""

    def __init__(self, entries: Iterable[Mapping[str, Any]]) -> None:
        self.by_place: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for entry in entries:
            self.add(entry["key"], entry["told"])

    def add(self, key: str, told: str) -> None:
        """Takes in what was told of a change that was noticed; empty where it was not."""
        test = told.removeprefix("FAILED ").split(" - ")[0]
        module, definition = key.split()[:2]
        if "::" in test:
            self.by_place[module][test] += 1
            self.by_place[f"{module} {definition}"][test] += 1

    def first(self, place: Place, tests: Collection[str]) -> list[str]:
        """Answers those of some tests that are the likeliest to notice a change, in that order."""
        near = self.by_place[f"{place.module} {place.definition}"]
        far = self.by_place[place.module]
        most = [[test for test, _ in found.most_common() if test in tests] for found in (near, far)]
        return list(dict.fromkeys([*most[0][:NEAR], *most[1][:FAR]]))

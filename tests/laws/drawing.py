"""One case in the drawing: what it may contain, and how its parts are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from hypothesis import strategies as st

Document = dict[str, Any]
Item = TypeVar("Item")

SMALL = st.integers(-3, 3)


class Drawing:
    """One case being drawn: what it may contain, and what has been drawn of it."""

    def __init__(self, draw: st.DrawFn, features: str) -> None:
        self.draw = draw
        self.features = frozenset(features.split())
        self.options: list[str] = []
        self.people: list[str] = []
        self.facts: list[str] = []
        self.challenges: list[str] = []
        self.most_sources = 0

    def may(self, feature: str, *, once_in: int = 2) -> bool:
        return feature in self.features and self.draw(st.integers(1, once_in)) == once_in

    def one(self, items: Sequence[Item]) -> Item:
        return self.draw(st.sampled_from(items))

    def some(self, items: Sequence[Item], most: int | None = None) -> list[Item]:
        return self.draw(st.lists(st.sampled_from(items), unique_by=str, max_size=most))

    def pair(self) -> list[str]:
        return self.draw(st.permutations(self.options))[:2]

    def condition(self) -> str | list[str]:
        facts = self.some(self.facts, 2) or [self.one(self.facts)]
        literals = [fact if self.draw(st.booleans()) else f"not {fact}" for fact in facts]
        return literals[0] if len(literals) == 1 else literals

    def cell(self) -> Any:
        kind = self.draw(st.integers(0, 9))
        if kind == 0 and self.facts:
            return {"if": self.condition(), "then": self.draw(SMALL), "else": self.draw(SMALL)}
        if kind == 1 and "lotteries" in self.features:
            return {"lottery": [["1/3", self.draw(SMALL)], ["2/3", self.draw(SMALL)]]}
        return self.draw(SMALL)

    def table(self) -> Document:
        return {o: {k: self.cell() for k in self.people} for o in self.options}


def names_of(case: Document) -> list[str]:
    uses = [use if isinstance(use, str) else use["id"] for use in case["frameworks"]]
    speaking = [n for n, norm in case.get("norms", {}).items() if norm.get("modality") != "permit"]
    stated = [reason["by"] for reason in case.get("reasons", ())]
    return list(dict.fromkeys([*uses, *(f"norm:{name}" for name in speaking), *stated]))

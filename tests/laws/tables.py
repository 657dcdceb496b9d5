"""Small cases written as tables of numbers."""

from __future__ import annotations

from typing import Any

from tests.laws.drawing import Document

PAIRWISE = {"id": "rejection", "complaint": "pairwise"}

CYCLE = {"a": (-2, -2, 4), "b": (0, 0, 0), "c": (2, -4, 2)}
"""Pairwise, a is worse than c, c than b and b than a: everyone can reject each for another."""


def case_of(rows: dict[str, tuple[int, ...]], *frameworks: Any, **more: Any) -> Document:
    """A case with a standpoint for every column: p, q, r and so on."""
    people = "pqrst"[: len(next(iter(rows.values())))]
    return {
        "title": "A counterexample",
        "options": dict.fromkeys(rows, "an option"),
        "standpoints": {k: {} for k in people},
        "payoffs": {o: dict(zip(people, row, strict=True)) for o, row in rows.items()},
        "frameworks": list(frameworks),
    } | more

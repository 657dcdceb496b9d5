"""The tables of the demonstration in Markdown, and the page they stand on."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

Results = Mapping[str, Any]
RULE = "the rule"
GROWTH = 0.3
"""The growth of the scarce commons."""

COLUMNS = {
    "harvest": ("harvest per person", 1.0, 1),
    "poorest": ("poorest", 1.0, 1),
    "collapse": ("stocks lost, %", 100.0, 0),
    "hungry": ("hungry, %", 100.0, 1),
    "stock": ("mean stock", 1.0, 1),
    "ruled_out": ("acts ruled out, %", 100.0, 1),
}
"""Measured -> heading, factor and decimals."""


def table(first: str, fares: Mapping[str, Any], columns: Sequence[str]) -> str:
    """Answers a table: a line each, a mean with its interval in every column."""
    heads = [first, *(COLUMNS[name][0] for name in columns)]
    lines = ["| " + " | ".join(heads) + " |", "| " + " | ".join(["---"] * len(heads)) + " |"]
    for name, found in fares.items():
        cells = [_cell(found[column], *COLUMNS[column][1:]) for column in columns]
        shown = f"**{name}**" if name == RULE else name
        lines.append("| " + " | ".join([shown, *cells]) + " |")
    return "\n".join(lines)


def _cell(found: Sequence[float], factor: float, decimals: int) -> str:
    mean, low, high = (f"{factor * number:.{decimals}f}" for number in found)
    return mean if low == high else f"{mean} ({low} to {high})"


def growths_of(results: Results) -> dict[str, Any]:
    """Answers fares by growth, in order, those of the scarce commons among them."""
    found = dict(results["growths"])
    names = list(next(iter(found.values())))
    found[f"{GROWTH:g}"] = {name: results["scarce"][name] for name in names}
    return {growth: found[growth] for growth in sorted(found, key=float)}


def graphs_of(results: Results) -> dict[str, Any]:
    """Answers how people fare in the drought under each graph."""
    both = {**results["need"], **results["food"]}
    return {name: fares for name, fares in both.items() if name.startswith("graph")}


def thresholds_of(results: Results) -> dict[str, Any]:
    """Answers how people fare in the drought under each threshold."""
    return {n: fares for n, fares in results["need"].items() if not n.startswith("graph")}


def _need(results: Results) -> str:
    """Makes the table of graphs, and of the thresholds that no other beats on both counts."""
    fares = thresholds_of(results)
    points = {name: (-found["stock"][0], found["hungry"][0]) for name, found in fares.items()}

    def beaten(name: str) -> bool:
        stock, hungry = here = points[name]
        return any(s <= stock and h <= hungry and (s, h) != here for s, h in points.values())

    front = {name: fares[name] for name in fares if not beaten(name)}
    return table("rule", {**graphs_of(results), **front}, ("hungry", "stock", "harvest"))


WAYS = {
    "bound": "whatever others do",
    "assured": "unless others defect, then up to their mean",
    "matched": "unless others defect, then up to their most",
}
"""Way of keeping to the rule -> in words."""


def rebels_of(results: Results) -> dict[str, dict[int, Any]]:
    """Answers fares by the way of keeping to the rule and the number of rebels."""
    both = {**results["rebels"], **results["matched"]}
    return {
        way: {int(n.split()[1]): fares for n, fares in both.items() if n.startswith(way)}
        for way in WAYS
    }


def _rebels(results: Results) -> str:
    lines = [
        "| rebels | the others keep to the rule | first rebel | poorest | mean | stocks lost, % |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for way, numbers in rebels_of(results).items():
        for number, fares in numbers.items():
            rebel = _cell(fares["first"], 1, 1) if number else "none"
            cells = [_cell(fares[name], 1, 1) for name in ("poorest", "harvest")]
            lost = _cell(fares["collapse"], 100, 0)
            lines.append("| " + " | ".join([str(number), WAYS[way], rebel, *cells, lost]) + " |")
    return "\n".join(lines)


MAIN = ("harvest", "poorest", "collapse", "hungry", "ruled_out")
SHORT = ("harvest", "poorest", "collapse")
TABLES = {
    "scarce": lambda r: table("trained with", r["scarce"], MAIN),
    "plenty": lambda r: table("trained with", r["plenty"], MAIN),
    "slices": lambda r: table("tolerance", r["slices"], SHORT),
    "supposed": lambda r: table("supposed growth", r["supposed"]["fares"], SHORT),
    "growths": lambda r: "\n\n".join(
        f"Growth {growth}:\n\n" + table("trained with", fares, SHORT)
        for growth, fares in growths_of(r).items()
    ),
    "longer": lambda r: table("trained with", r["longer"], SHORT),
    "need": _need,
    "rebels": _rebels,
}
"""Name -> what makes the table of it."""


def inserted(page: str, results: Results) -> str:
    """Answers a page with each table between the comments that name it."""

    def fill(found: re.Match[str]) -> str:
        name = found[1]
        return f"<!-- table {name} -->\n\n{TABLES[name](results)}\n\n<!-- end -->"

    return re.sub(r"<!-- table (\w+) -->.*?<!-- end -->", fill, page, flags=re.DOTALL)

"""Values of every kind that the table of fields knows, drawn at random for one case."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from argue import registry
from argue.io.kinds import Field, Kind

NAMES = {
    "option": ["rescue", "wait", "no", "third_1"],
    "standpoint": ["worker", "viewer", "y", "S2"],
    "fact": ["surge", "on", "storm"],
    "norm": ["quota", "report"],
}
SPLITS: list[list[Any]] = [[1], ["1/3", "2/3"], [0.1, 0.9], [0, "1/2", 0.5], ["1e-3", 0.999]]
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=12).filter(
    lambda text: not set(text) & set("\ufeff\ufffe\uffff")
)
EDGES = st.sampled_from(
    ["no", "1", "1/3", "1e3", "true", "~", "", "a: b", "# c", "surge", "-", "x\ny"]
)


class Drawing:
    """One case being drawn: how to draw, the ids it has by group, and whether norms have ranks."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw, self.ranked = draw, False
        self.ids: dict[str, list[str]] = {}
        for group, names in NAMES.items():
            least = 1 if group == "option" else 0
            self.ids[group] = draw(st.lists(st.sampled_from(names), min_size=least, unique=True))

    def chance(self) -> bool:
        return self.draw(st.booleans())

    def seldom(self) -> bool:
        return self.draw(st.integers(0, 9)) == 9

    def one(self, items: Any) -> Any:
        return self.draw(st.sampled_from(items))

    def number(self, kind: Kind) -> Any:
        low = -9 if kind.low is None else kind.low
        high = kind.high if kind.high is not None else low + 20
        number = self.draw(st.integers(low + kind.above, high))
        tenth = (low + high) / 2 + 0.1
        return self.one([number, str(number), f"{2 * low + 1}/2", tenth])

    def value(self, kind: Kind) -> Any:
        return DRAWN[kind.name](self, kind)

    def some(self, fields: tuple[Field, ...], without: tuple[str, ...] = ()) -> dict[str, Any]:
        chosen = [f for f in fields if f.name not in without and (f.required or self.chance())]
        return {field.name: self.value(field.kind) for field in chosen}

    def condition(self, _: Kind) -> Any:
        facts = self.draw(st.lists(st.sampled_from(self.ids["fact"]), min_size=1, unique=True))
        literals = [f"{self.one(['', 'not '])}{fact}" for fact in facts]
        return literals if len(literals) > 1 or self.chance() else literals[0]

    def cell(self, kind: Kind, depth: int = 0) -> Any:
        simple = ["number", "interval", *kind.words]
        nested = ["lottery", *(["choice"] if self.ids["fact"] else [])] if depth < 2 else []
        form = self.one(simple + nested)
        if form == "absent":
            return form
        if form == "number":
            return self.number(Kind("number"))
        if form == "interval":
            return sorted([self.draw(st.integers(-5, 5)), self.draw(st.integers(-5, 5))])
        if form == "lottery":
            split = self.one(SPLITS)
            return {"lottery": [[p, self.cell(Kind("cell"), depth + 1)] for p in split]}
        condition = self.condition(kind)
        return {"if": condition, "then": self.cell(kind, depth + 1), "else": self.cell(kind, 2)}


def text(drawing: Drawing, kind: Kind) -> Any:
    if kind.least:
        return "A" + drawing.draw(TEXTS)
    return drawing.draw(TEXTS | EDGES)


def listed(drawing: Drawing, kind: Kind) -> Any:
    assert kind.of is not None
    group = kind.of.group
    if kind.of.name == "ref":
        known = registry.known_types() if group == "type" else drawing.ids[group]
        return drawing.draw(st.lists(st.sampled_from(known), unique=True)) if known else []
    return [drawing.value(kind.of) for _ in range(drawing.one([0, 1, 2]))]


def mapped(drawing: Drawing, kind: Kind) -> Any:
    assert kind.of is not None
    assert kind.keys is not None
    known = [*drawing.ids.get(kind.keys.group, []), *kind.keys.words]
    if kind.keys.name == "ref" and known:
        known = drawing.draw(st.lists(st.sampled_from(known), unique=True))
    return {name: drawing.value(kind.of) for name in known}


def because(drawing: Drawing, kind: Kind) -> Any:
    if drawing.ids["fact"] and drawing.chance():
        return drawing.condition(kind)
    return drawing.draw(TEXTS)


def table(drawing: Drawing, _: Kind) -> dict[str, Any]:
    cell = Kind("cell", words=("absent",))
    people = drawing.ids["standpoint"]
    return {
        option: {person: drawing.cell(cell) for person in people if drawing.chance()}
        for option in drawing.ids["option"]
        if drawing.chance()
    }


DRAWN: dict[str, Callable[[Drawing, Kind], Any]] = {
    "text": text,
    "flag": lambda drawing, kind: drawing.chance(),
    "number": Drawing.number,
    "word": lambda drawing, kind: drawing.one(kind.words),
    "ref": lambda drawing, kind: drawing.one([*drawing.ids[kind.group], *kind.words]),
    "condition": Drawing.condition,
    "because": because,
    "cell": Drawing.cell,
    "table": table,
    "mapping": lambda drawing, kind: {"any": [1, "1/2", None, {"no": drawing.draw(TEXTS)}, True]},
    "list": listed,
    "map": mapped,
    "record": lambda drawing, kind: drawing.some(kind.fields),
    "either": lambda drawing, kind: drawing.value(drawing.one(kind.kinds)),
}

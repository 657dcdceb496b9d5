"""Cases of every form, drawn at random from the table of fields, as the mappings files hold.

Every key that the table knows can occur. Only what ties the parts of a case together is done by
hand here: ids that exist, one target a challenge, priorities downwards, and so on.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from argue import registry
from argue.io.case_fields import CASE
from argue.io.deed_checks import DONE
from argue.io.entry_fields import AGAINST
from argue.io.framework_uses import fields_of
from argue.io.kinds import Field, Kind
from argue.io.universal_fields import EXTREMES, READING
from argue.model.case import Mode

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


STEPS = ["asked", "told", "done"]
"""What may hold at a step of a trace."""
OVER_TIME = [
    "F told",
    "G(asked -> F done)",
    "G(told -> O asked)",
    "asked U done",
    "!told",
    "X(asked | told)",
]
AT_A_STEP = ["told", "!asked", "asked & told", "done | told"]
GAMES: list[dict[str, Any]] = [
    {"family": "prisoners-dilemma", "T": 5, "R": 3, "P": 1, "S": 0, "others": "nash"},
    {"family": "prisoners-dilemma", "T": 4, "R": "5/2", "P": 0, "S": 0, "status_quo": 1},
    {"family": "commons", "a": 10, "b": 1, "c": 1, "others": "nash", "status_quo": 0},
    {"strategy": [0, 1], "payoff": "w*X - x^2", "where": {"w": "1/2"}, "unit": "fish"},
    {"strategy": [0, 1], "payoff": "ln(1 + X) - x/3"},
]
"""Games of whoever stands there; every one has the strategies 0 and 1."""


class Drawing:
    """One case being drawn: how to draw, and the ids it has by group."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
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


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """A case file that is in order, as the mapping it holds."""
    drawing = Drawing(draw)
    document: dict[str, Any] = {}
    fields = {field.name: field for field in CASE.fields}
    for name in ("frameworks", "norms", "reasons"):
        document[name] = SPECIAL[name](drawing)
    sources = [f"norm:{norm}" for norm in document["norms"]]
    uses = document["frameworks"]
    drawing.ids["framework"] = [use if isinstance(use, str) else use["id"] for use in uses]
    drawing.ids["by"] = list(dict.fromkeys(reason["by"] for reason in document["reasons"]))
    drawing.ids["source"] = [*drawing.ids["framework"], *sources, *drawing.ids["by"]]
    for name, field in fields.items():
        if name == "general" and "payoffs" not in document:
            continue
        if name == "game" and len(drawing.ids["standpoint"]) < 2:
            continue
        needed = field.required or name == "standpoints"
        if name not in document and (needed or drawing.chance()):
            document[name] = (
                SPECIAL[name](drawing) if name in SPECIAL else drawing.value(field.kind)
            )
    document["facts"] = {fact: drawing.value(_of(fields["facts"])) for fact in drawing.ids["fact"]}
    if any({"ltl", "pattern"} & norm.keys() for norm in document["norms"].values()):
        options = document["options"].items()
        traced = {name: _with_trace(drawing, entry) for name, entry in options}
        next(iter(traced.values()))["trace"].append(STEPS)
        document["options"] = traced
    if "players" in document.get("game", {}):
        _play(drawing, document)
    if drawing.chance():
        document["x-free"] = {"anything": [1]}
    return {name: document[name] for name in [*fields, "x-free"] if name in document}


def _play(drawing: Drawing, document: dict[str, Any]) -> None:
    """Lets every option play a strategy of the game, which then gives the payoffs."""
    for name, entry in document["options"].items():
        option = entry if isinstance(entry, dict) else {"text": entry}
        document["options"][name] = {**option, "plays": drawing.one([0, 1, "0", "1"])}
    document.pop("payoffs", None)
    document.pop("general", None)
    for person in document["game"]["players"]:
        document["standpoints"][person].pop("count", None)


def _of(field: Field) -> Kind:
    assert field.kind.of is not None
    return field.kind.of


def _fields(name: str) -> tuple[Field, ...]:
    kind = next(field.kind for field in CASE.fields if field.name == name)
    kind = kind.of or kind
    return (kind.kinds[1] if kind.kinds else kind).fields


def _options(drawing: Drawing) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for option in drawing.ids["option"]:
        found[option] = drawing.some(_fields("options")) if found else text(drawing, LABEL)
        if "allows_harm_to" in found[option] and isinstance(found[option], dict):
            found[option] = {k: v for k, v in found[option].items() if k not in DONE}
    return found


def _with_trace(drawing: Drawing, entry: Any) -> dict[str, Any]:
    steps = st.lists(st.lists(st.sampled_from(STEPS), unique=True), min_size=1, max_size=3)
    option = entry if isinstance(entry, dict) else {"text": entry}
    return {**option, "trace": drawing.draw(steps)}


LABEL = Kind("text", least=1)
FREE = Kind("mapping")


def _standpoints(drawing: Drawing) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for person in drawing.ids["standpoint"]:
        entry = drawing.some(_fields("standpoints"))
        if "cap" in entry or entry.get("prerogative"):
            entry["agent"] = True
        found[person] = entry
    return found


def _payoffs(drawing: Drawing) -> dict[str, Any]:
    return {"default": drawing.cell(Kind("cell", words=("absent",))), **table(drawing, LABEL)}


def _universal(drawing: Drawing, extremes: Kind = EXTREMES) -> dict[str, Any]:
    forms: list[Any] = [
        "refrain",
        {"shape": "threshold", "population": 20, "interested": 7, "threshold": [4, "13/2"]},
        {"shape": "aggregation", "population": 9, "interested": 9, "gain": 1, "loss": 0.5},
        {"shape": "coordination", "population": "9", "interested": 0, "conceivable": False},
    ]
    return {
        option: drawing.one([*forms, drawing.some(extremes.fields)])
        for option in drawing.ids["option"]
    }


def _frameworks(drawing: Drawing) -> list[Any]:
    found: list[Any] = []
    types = st.lists(st.sampled_from(list(registry.known_types())), unique=True, max_size=4)
    for index, name in enumerate(drawing.draw(types)):
        framework = registry.framework(name)
        if drawing.chance():
            found.append(name)
            continue
        entry = {"id": f"use{index}", "type": name}
        entry |= drawing.some(fields_of(framework), ("id", "type", "mode"))
        modes: list[Any] = ["best", *(["test"] if framework.mode is Mode.TEST else [])]
        modes += [{"enough": "-1/2"}] if framework.value else []
        found.append({**entry, "mode": drawing.one(modes)})
    return found


def _norms(drawing: Drawing) -> dict[str, Any]:
    # Interpretations put other norms in a norm's place, which references would have to follow.
    unused = ("rank", "pattern", "interpretations", *([] if drawing.ids["fact"] else ["when"]))
    found = {norm: drawing.some(_fields("norms"), unused) for norm in drawing.ids["norm"]}
    for entry in found.values():
        if drawing.chance():
            entry["pattern"] = {"achieve": drawing.one(AT_A_STEP), "within": drawing.one([0, "3"])}
        _over_time(drawing, entry)
    return found


def _over_time(drawing: Drawing, norm: dict[str, Any]) -> None:
    """Lets most of what a norm says of time make sense: that is read, but understood later."""
    for key, formulas in (("ltl", OVER_TIME), ("reparation", AT_A_STEP)):
        if key in norm:
            norm[key] = drawing.draw(TEXTS) if drawing.seldom() else drawing.one(formulas)
    if {"ltl", "pattern"} & norm.keys():
        norm["modality"] = drawing.one(["forbid", "require"])


def _reasons(drawing: Drawing) -> list[Any]:
    if len(drawing.ids["option"]) < 2:
        return []
    return [
        {
            **drawing.some(_fields("reasons"), ("id", "by", "over", "favours", "because")),
            "by": drawing.one(["union", "author"]),
            "favours": drawing.ids["option"][index],
            "over": drawing.ids["option"][1 - index],
            **({"because": drawing.condition(LABEL)} if drawing.ids["fact"] else {}),
        }
        for index in range(drawing.one([0, 1, 2]))
    ]


def _priorities(drawing: Drawing) -> list[Any]:
    sources = drawing.ids["source"]
    pairs = [(a, b) for i, a in enumerate(sources) for b in sources[i + 1 :]]
    chosen = (
        drawing.draw(st.lists(st.sampled_from(pairs), unique=True, max_size=3)) if pairs else []
    )
    found: list[Any] = [
        [*pair]
        if drawing.chance()
        else {
            **drawing.some(_fields("priorities"), ("id", "higher", "lower")),
            "higher": pair[0],
            "lower": pair[1],
        }
        for pair in chosen
    ]
    drawing.ids["priority"] = [f"{higher}>{lower}" for higher, lower in chosen]
    return found


def _challenges(drawing: Drawing) -> list[Any]:
    groups = ("framework", "norm", "source", "priority", "reason", "challenge")
    found: list[Any] = []
    drawing.ids["reason"] = []
    drawing.ids.setdefault("priority", [])
    for number in range(drawing.one([0, 1, 2])):
        drawing.ids["challenge"] = [f"challenge{n + 1}" for n in range(number)]
        there = [group for group in groups if drawing.ids[group]]
        if not there:
            break
        kind = drawing.one(there)
        target: dict[str, Any] = {kind: drawing.one(drawing.ids[kind])}
        if kind in ("framework", "norm") and drawing.chance():
            found.append({"against": {"reply": target}})
            continue
        if kind in ("framework", "norm", "source") and drawing.ids["standpoint"]:
            target |= drawing.some(AGAINST.fields[-1:])
            target |= {"better": drawing.ids["option"][0]} if drawing.chance() else {}
        conditions = () if drawing.ids["fact"] else ("if",)
        entry = drawing.some(_fields("challenges"), ("id", "against", "universal", *conditions))
        found.append({**entry, "against": target})
    return [*found, *_readings(drawing)]


def _readings(drawing: Drawing) -> list[Any]:
    """At most one challenge that says what universalization is to read, where it is at work."""
    tests = [name for name in drawing.ids["framework"] if name in ("universalization", "use4")]
    if not tests or not drawing.chance():
        return []
    option = drawing.one(drawing.ids["option"])
    target = {"framework": tests[0], "worse": option}
    return [{"against": target, "universal": _universal(drawing, READING.kinds[1])[option]}]


def _influence(drawing: Drawing) -> dict[str, Any]:
    people = drawing.ids["standpoint"]
    return {
        option: dict.fromkeys(people, drawing.one([1, "1/2"])) for option in drawing.ids["option"]
    }


def _credences(drawing: Drawing) -> dict[str, Any]:
    chosen = [source for source in drawing.ids["source"] if drawing.chance()]
    return {source: f"1/{len(chosen)}" for source in chosen}


def _game(drawing: Drawing) -> Any:
    """A game that makes sense, or at random one that does not, which is understood later."""
    people = drawing.ids["standpoint"]
    if drawing.seldom():
        return drawing.value(FREE)
    outsiders = {person: drawing.one(["-X", "1/2"]) for person in people[2:]}
    return {**drawing.one(GAMES), "players": people[:2], "outsiders": outsiders}


def _rules(drawing: Drawing) -> Any:
    """Rules that make sense, about facts and what else, or at random some that do not."""
    if drawing.seldom():
        return drawing.value(FREE)
    literals = [f"{no}{name}" for name in [*drawing.ids["fact"], "safe"] for no in ("", "not ")]
    bodies = st.lists(st.sampled_from(literals), max_size=2, unique=True)
    rules = [
        {"id": f"rule{number}", "if": drawing.draw(bodies), "then": drawing.one(literals)}
        for number in range(drawing.one([1, 2, 3]))
    ]
    return {"premises": drawing.draw(bodies), "defeasible": rules}


SPECIAL: dict[str, Callable[[Drawing], Any]] = {
    "options": _options,
    "standpoints": _standpoints,
    "payoffs": _payoffs,
    "universal": _universal,
    "frameworks": _frameworks,
    "norms": _norms,
    "reasons": _reasons,
    "priorities": _priorities,
    "challenges": _challenges,
    "influence": _influence,
    "credences": _credences,
    "game": _game,
    "rules": _rules,
}

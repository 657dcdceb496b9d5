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
from tests.io.drawing_values import TEXTS, Drawing, table, text

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


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """A case file that is in order, as the mapping it holds."""
    drawing = Drawing(draw)
    document: dict[str, Any] = {}
    fields = {field.name: field for field in CASE.fields}
    for name in ("frameworks", "norms", "reasons"):
        document[name] = SPECIAL[name](drawing)
    # What is said of a norm that has interpretations is to be said of one of these.
    norms = [name for name, norm in document["norms"].items() if "interpretations" not in norm]
    drawing.ids["norm"], sources = norms, [f"norm:{norm}" for norm in norms]
    drawing.ranked = any("rank" in norm for norm in document["norms"].values())
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
        document["options"][name] = {**_whole(entry), "plays": drawing.one([0, 1, "0", "1"])}
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
    return {**_whole(entry), "trace": drawing.draw(steps)}


def _whole(option: Any) -> dict[str, Any]:
    """Answers an option as a mapping, also where it is only called something."""
    return option if isinstance(option, dict) else {"text": option}


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
    unused = ("rank", "pattern", "interpretations", *([] if drawing.ids["fact"] else ["when"]))
    found = {norm: drawing.some(_fields("norms"), unused) for norm in drawing.ids["norm"]}
    for entry in found.values():
        if drawing.chance():
            entry["pattern"] = {"achieve": drawing.one(AT_A_STEP), "within": drawing.one([0, "3"])}
        _over_time(drawing, entry)
    if drawing.chance():
        for entry in found.values():
            entry["rank"] = drawing.one([0, 1, "1/2"])
    for entry in found.values():
        in_time = {"ltl", "pattern"} & entry.keys()
        if not in_time and entry.get("modality") != "permit" and drawing.chance():
            entry["interpretations"] = _interpretations(drawing)
    return found


def _interpretations(drawing: Drawing) -> dict[str, Any]:
    some = st.lists(st.sampled_from(drawing.ids["option"]), unique=True)
    found = {name: {"text": name, "breached_by": drawing.draw(some)} for name in ("narrow", "wide")}
    if drawing.chance():
        found["wide"]["over"] = ["narrow"]
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
    if drawing.ranked:  # what ranks them otherwise would close a circle
        sources = [source for source in sources if not source.startswith("norm:")]
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

"""Templates drawn from a seed: cases with parts bound to columns, and rows for them."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from argue.io.case import load_case
from argue.model.case import Case
from argue.rewards.judge import Judge, compile

COLUMNS = ("a", "b", "c", "d")
FRAMEWORKS: tuple[tuple[str, Mapping[str, tuple[Any, ...]]], ...] = (
    ("welfare", {}),
    ("rule_utilitarian", {}),
    ("veil", {"rule": ("leximin", "leximin", "maximin", "average", "gini", "total")}),
    ("veil", {"rule": ("floor", "range", "sufficientarian"), "floor": (0,), "range": (2,)}),
    ("veil", {"rule": ("kolm_pollak",), "kappa": (1,)}),
    (
        "rejection",
        {"complaint": ("menu", "menu", "pairwise", "level"), "ties": ("numbers", "none")},
    ),
    ("rejection", {"relevance": ("1/2",), "at_most": (2,)}),
    ("rejection", {"aggregation": ("local", "global"), "relevance": ("1/2",)}),
    ("rejection", {"when": ("ex_post",), "draw": ("independent", "common")}),
    ("universalization", {"rule": ("test", "test", "best")}),
    ("pareto", {"form": ("strong", "weak")}),
    ("kantian", {"rule": ("each", "equilibrium")}),
    ("equality", {"measure": ("mean_gap", "range", "to_the_best")}),
    ("sufficiency", {"sufficiency": (1,), "measure": ("shortfall", "headcount")}),
    ("precaution", {"catastrophe": (-2,)}),
    ("virtual_bargaining", {}),
    ("deontic", {"threshold": (2,)}),
    ("priority", {}),
    ("humanity", {}),
)


@dataclass(frozen=True)
class Drawn:
    """A template that can be compiled, and how its rows are drawn."""

    case: Case
    features: Mapping[str, Any]
    individuals: Mapping[str, Any]
    rng: random.Random

    def judge(self) -> Judge:
        return compile(self.case, self.features, individuals=self.individuals)

    def batch(self, judge: Judge, rows: int) -> dict[str, Any]:
        """Rows of whole numbers, of tenths or of anything; ties abound in the first two."""
        kind = self.rng.choice(["whole", "tenths", "any"])
        found: dict[str, Any] = {}
        for name in judge.columns:
            size = judge.template.sizes.get(name)
            shape = (rows,) if size is None else (rows, size)
            numbers = [self._number(name, kind) for _ in range(rows * (size or 1))]
            found[name] = np.array(numbers).reshape(shape)
        return found

    def _number(self, name: str, kind: str) -> float:
        if name == "flag":
            return float(self.rng.random() < 0.5)
        if kind == "whole":
            return float(self.rng.randint(-2, 2))
        return self.rng.randint(-30, 30) / 10 if kind == "tenths" else self.rng.uniform(-3, 3)


def drawn(seed: int, *, crowd: bool = False) -> Drawn:
    """A template of two to four options, with whatever a case may hold."""
    rng = random.Random(seed)
    options = [f"o{i}" for i in range(rng.choice([2, 3, 3, 4]))]
    people = [f"s{i}" for i in range(rng.choice([1, 2, 3] if crowd else [2, 3, 4]))]
    frameworks = _frameworks(rng)
    ids = [use["id"] for use in frameworks]
    needs_level = any(use["type"] == "priority" for use in frameworks)
    case: dict[str, Any] = {
        "title": "Drawn",
        "options": {o: _option(rng, people, o == "o0") for o in options},
        "standpoints": {
            k: {"count": rng.randint(1, 3), "level": rng.randint(1, 3) + 12 * needs_level}
            for k in people
        },
        "facts": {
            "f0": {"text": "f0", "status": "agreed" if crowd else "disputed"},
            "f1": {"text": "f1", "status": "agreed"},
        },
        "payoffs": {o: {k: _cell(rng, plain=crowd) for k in people} for o in options},
        "universal": {o: {"all": rng.randint(-1, 1), "nobody": 0} for o in options},
        "frameworks": frameworks,
    }
    _add_rest(rng, case, ids)
    if crowd:
        return Drawn(load_case(case), *_crowded(rng, case), rng)
    _add_doubts(rng, case, ids)
    return Drawn(load_case(case), _features(rng, case), {}, rng)


def _frameworks(rng: random.Random) -> list[dict[str, Any]]:
    chosen = rng.sample(FRAMEWORKS, rng.choice([1, 2, 3, 4]))
    return [
        {
            "id": f"{kind}_{place}",
            "type": kind,
            **{name: rng.choice(values) for name, values in parameters.items()},
            **({"sufficiency": 1} if kind == "veil" else {}),
            **({"mode": {"enough": 0}} if kind == "welfare" and rng.random() < 0.3 else {}),
        }
        for place, (kind, parameters) in enumerate(chosen)
    ]


def _option(rng: random.Random, people: list[str], first: bool) -> dict[str, Any]:
    option: dict[str, Any] = {"text": "an option"}
    if first and rng.random() < 0.1:
        option["presume"] = "forbidden"
    for key in ("uses_as_means", "coerces", "does_harm_to"):
        if rng.random() < 0.2:
            option[key] = [rng.choice(people)]
    return option


def _cell(rng: random.Random, *, plain: bool) -> Any:
    number = rng.randint(-3, 3)
    if plain or rng.random() > 0.2:
        return number
    if rng.random() < 0.3:
        return {"lottery": [["1/3", number], ["2/3", rng.randint(-3, 3)]]}
    fact = rng.choice(["f0", "f1", "not f1", ["f0", "f1"]])
    return {"if": fact, "then": number, "else": rng.randint(-3, 3)}


def _add_rest(rng: random.Random, case: dict[str, Any], ids: list[str]) -> None:
    options, people = list(case["options"]), list(case["standpoints"])
    if rng.random() < 0.4:
        norm = {
            "text": "a norm",
            "breached_by": [rng.choice(options)],
            "when": rng.choice(["f1", "f0", "not f1"]),
        }
        if rng.random() < 0.4:
            norm |= {"principles": rng.sample(ids, 1), "authority": rng.choice(["propose", "act"])}
            case["compliance"] = "enlightened"
        case["norms"] = {"n": norm}
    if rng.random() < 0.3:
        favours, over = rng.sample(options, 2)
        case["reasons"] = [
            {"id": "r", "by": "somebody", "favours": favours, "over": over, "because": "f1"}
        ]
    if rng.random() < 0.3 and "payoffs" in case and len(people) > 1:
        case["standpoints"][people[0]] |= {"agent": True, "cap": 2}
    if rng.random() < 0.4 and len(ids) > 1:
        case["priorities"] = [{"id": "p", "higher": ids[0], "lower": ids[1]}]
        if rng.random() < 0.5:
            case["priorities"][0]["because"] = "f1"


def _add_doubts(rng: random.Random, case: dict[str, Any], ids: list[str]) -> None:
    rejections = [name for name in ids if name.startswith("rejection")]
    if not rejections or rng.random() < 0.5:
        return
    options, people = list(case["options"]), list(case["standpoints"])
    name, pair = rejections[0], {"better": options[0], "worse": options[1]}
    by_draw = any(use.get("when") == "ex_post" for use in case["frameworks"])
    targets: list[dict[str, Any]] = [
        {"framework": name, "voice": people[0]},
        {"framework": name, "voice": people[0], "worse": options[1]},
        {"framework": name, **pair},
    ]
    if not by_draw:
        targets.append({"framework": name, "voice": people[0], **pair})
        targets.append({"reply": {"framework": name, "by": people[0], **pair}})
    doubt = {"id": "c", "text": "a doubt", "against": rng.choice(targets)}
    doubt |= rng.choice([{"status": "raised"}, {"status": "accepted", "because": "so it is"}])
    if rng.random() < 0.5:
        doubt["if"] = rng.choice(["f1", "not f1"])
    case["challenges"] = [doubt]


def bound(rng: random.Random) -> Any:
    """What a number is bound to: a column, or a weighted sum of two."""
    one, other = rng.choice(COLUMNS), rng.choice([*COLUMNS, "e"])
    weighted = {one: rng.choice([0.1, 1, -2, 0.3]), "const": rng.choice([0, 1, 0.1]), other: 1}
    return rng.choice([one, one, weighted])


def _features(rng: random.Random, case: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {"payoffs.o0.s0": "a"}
    for option, row in case["payoffs"].items():
        for person in row:
            if rng.random() < 0.4:
                found[f"payoffs.{option}.{person}"] = bound(rng)
        if rng.random() < 0.4:
            found[f"universal.{option}.all"] = rng.choice(COLUMNS)
    if rng.random() < 0.7:
        found["facts.f1"] = rng.choice(["a < 1", "b >= 0.1", "flag", "c != d"])
    if rng.random() < 0.2:
        level = case["standpoints"]["s1"]["level"]
        found["standpoints.s1.level"] = {"a": 0.1, "const": level}
    return found


def _crowded(rng: random.Random, case: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    people = list(case["standpoints"])
    crowd = people[-1]
    found: dict[str, Any] = {f"payoffs.o0.{crowd}": "h[]"}
    for option in case["options"]:
        if rng.random() < 0.8:
            weighted = {"h[]": rng.choice([1, -1, 0.1]), "a": 1, "const": 1}
            found[f"payoffs.{option}.{crowd}"] = rng.choice(["h[]", "g[]", weighted])
        if len(people) > 1 and rng.random() < 0.5:
            found[f"payoffs.{option}.{people[0]}"] = rng.choice(["a", "b", {"a": 2}])
    size = rng.choice([1, 2, 3, 5])
    weights = [rng.randint(1, 3) / rng.choice([1, 2]) for _ in range(size)]
    case["standpoints"][crowd].pop("cap", None)
    return found, {crowd: rng.choice([size, weights])}

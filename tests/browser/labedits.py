"""Edits that a class might make to a case, drawn with a fixed seed: sound and careless ones."""

from __future__ import annotations

import copy
import json
import random
import re
from typing import Any

import yaml
from yamlcore import CCoreLoader

from argue.io.bundled import bundled_text
from argue.io.upgrade import formats

NUMBERS = (0, 1, -1, -3, 2.5, "1/3", 10, -7.25, 0.001)
TYPES = ("welfare", "rule_utilitarian", "rejection", "pareto", "humanity", "equality")
Case = dict[str, Any]


def edited(name: str, seed: int, edits: int = 3) -> str:
    """A bundled case, as JSON, with some edits that keep it in order or nearly so."""
    draw = random.Random(f"{name} {seed}")
    case: Case = yaml.load(bundled_text(name), Loader=CCoreLoader)
    for _ in range(edits):
        before = copy.deepcopy(case)
        try:
            draw.choice(EDITS)(case, draw)
        except (IndexError, KeyError, TypeError, ValueError):
            case = before
    return json.dumps(case, ensure_ascii=False)


def a_number(case: Case, draw: random.Random) -> None:
    table = case[draw.choice([key for key in ("payoffs", "general") if key in case])]
    row = table[draw.choice(list(table))]
    row[draw.choice(list(row))] = draw.choice(NUMBERS)


def a_condition(case: Case, draw: random.Random) -> None:
    fact = draw.choice([*case.setdefault("facts", {}), "rumour"])
    case["facts"].setdefault(fact, {"text": "People say so", "status": "disputed"})
    row = case["payoffs"][draw.choice(list(case["payoffs"]))]
    key = draw.choice(list(row))
    row[key] = {"if": fact, "then": draw.choice(NUMBERS), "else": row[key]}


def a_lottery(case: Case, draw: random.Random) -> None:
    row = case["payoffs"][draw.choice(list(case["payoffs"]))]
    row[draw.choice(list(row))] = {"lottery": [["1/4", draw.choice(NUMBERS)], [0.75, 0]]}


def a_fact(case: Case, draw: random.Random) -> None:
    fact = case["facts"][draw.choice(list(case["facts"]))]
    fact["status"] = draw.choice(["agreed", "assumed", "disputed", "denied"])
    if draw.random() < 0.3:
        fact["lean"] = draw.random() < 0.5


def a_person(case: Case, draw: random.Random) -> None:
    person = case["standpoints"][draw.choice(list(case["standpoints"]))]
    option = draw.choice(list(case["options"]))
    change: dict[str, Any] = draw.choice(
        [
            {"count": draw.choice([0, 1, 5, "7/2"])},
            {"level": draw.choice(NUMBERS)},
            {"consent": draw.choice([True, [option]])},
            {"responsible": draw.choice(["1/2", {option: 1}])},
            {"agent": True, "cap": draw.choice([1, 3, {"welfare": 2}])},
        ]
    )
    person.update(change)


def a_new_person(case: Case, draw: random.Random) -> None:
    case["standpoints"]["bystander"] = {"count": draw.choice([0, 1, 3])}
    for key in ("payoffs", "general"):
        for row in case.get(key, {}).values():
            row["bystander"] = draw.choice(NUMBERS)


def one_person_fewer(case: Case, draw: random.Random) -> None:
    gone = draw.choice(list(case["standpoints"]))
    del case["standpoints"][gone]
    for key in ("payoffs", "general"):
        for row in case.get(key, {}).values():
            row.pop(gone, None)


def a_new_option(case: Case, draw: random.Random) -> None:
    case["options"]["wait"] = draw.choice(["Wait", {"text": "Wait", "presume": "forbidden"}])
    case["payoffs"]["wait"] = dict.fromkeys(case["standpoints"], draw.choice(NUMBERS))
    if "universal" in case:
        case["universal"]["wait"] = draw.choice(["refrain", {"all": -1, "nobody": 0}])


def one_option_fewer(case: Case, draw: random.Random) -> None:
    gone = draw.choice(list(case["options"]))
    for key in ("options", "payoffs", "general", "universal"):
        case.get(key, {}).pop(gone, None)


def a_wrong(case: Case, draw: random.Random) -> None:
    name = draw.choice(list(case["options"]))
    option = case["options"][name]
    if isinstance(option, str):
        option = case["options"][name] = {"text": option}
    wrong = draw.choice(["uses_as_means", "breaches_right_of", "deceives", "allows_harm_to"])
    option[wrong] = [draw.choice(list(case["standpoints"]))]


def a_framework(case: Case, draw: random.Random) -> None:
    uses = case.setdefault("frameworks", [])
    if uses and draw.random() < 0.4:
        uses.pop(draw.randrange(len(uses)))
        return
    added: Any = draw.choice(
        [
            draw.choice(TYPES),
            {"id": "lottery", "type": "veil", "rule": draw.choice(["average", "gini", "total"])},
            {"id": "floored", "type": "veil", "rule": "floor", "floor": draw.choice(NUMBERS)},
            {"id": "enough", "type": "welfare", "mode": {"enough": draw.choice(NUMBERS)}},
            {"id": "pairs", "type": "rejection", "complaint": "pairwise", "ties": "none"},
            {"id": "risk", "type": "rejection", "when": "ex_post", "draw": "common"},
            {"id": "wrongs", "type": "deontic", "threshold": draw.choice([1, 100])},
            {"id": "care", "type": "precaution", "catastrophe": -5},
            {"id": "consent", "type": "virtual_bargaining"},
            {"id": "freedom", "type": "autonomy", "own_good": draw.choice(["counts", "excused"])},
            {"id": "enough_for_all", "type": "sufficiency", "sufficiency": 3},
        ]
    )
    uses.append(added)


def a_setting(case: Case, draw: random.Random) -> None:
    """A number that a sentence says again."""
    number = draw.choice([3, 0.5, "1/3", "1e-7", 123456789.5])
    settings = (
        {"type": "veil", "rule": "floor", "floor": number},
        {"type": "veil", "rule": "range", "range": number},
        {"type": "veil", "rule": "sufficientarian", "sufficiency": number},
        {"type": "rule_utilitarian", "compliance": "1/3"},
    )
    case.setdefault("frameworks", []).append({"id": "bounded", **draw.choice(settings)})


def a_norm(case: Case, draw: random.Random) -> None:
    options = list(case["options"])
    norm: Case = {"breached_by": [draw.choice(options)], "rank": draw.choice([0, 1])}
    if case.get("facts") and draw.random() < 0.5:
        norm["when"] = draw.choice(list(case["facts"]))
    if draw.random() < 0.3:
        norm = {"modality": "permit", "permits": [draw.choice(options)]}
    case.setdefault("norms", {})[draw.choice(["custom", "statute"])] = norm


def a_reason(case: Case, draw: random.Random) -> None:
    favours, over = draw.sample(list(case["options"]), 2)
    reason: Case = {"by": draw.choice(["press", "union"]), "favours": favours, "over": over}
    if case.get("facts") and draw.random() < 0.5:
        reason["because"] = f"not {draw.choice(list(case['facts']))}"
    case.setdefault("reasons", []).append(reason)


def a_priority(case: Case, draw: random.Random) -> None:
    everybody = ["norms"] if "norms" in case else []
    priority: Any = draw.sample([*sources(case), *everybody], 2)
    if case.get("facts") and draw.random() < 0.4:
        priority = dict(zip(("higher", "lower"), priority, strict=True))
        priority["because"] = draw.choice(list(case["facts"]))
    case.setdefault("priorities", []).append(priority)


def a_challenge(case: Case, draw: random.Random) -> None:
    source = draw.choice(sources(case))
    target: Case = {"source": source}
    if draw.random() < 0.6 and case.get("standpoints"):
        target["voice"] = draw.choice(list(case["standpoints"]))
    if draw.random() < 0.4:
        target["better"], target["worse"] = draw.sample(list(case["options"]), 2)
    elif draw.random() < 0.3:
        target = {"reply": {"framework": "rejection"}}
    challenge: Case = {"against": target, "question": draw.choice(["consent", "probability"])}
    challenge["status"] = draw.choice(["raised", "accepted", "refuted"])
    if case.get("facts") and draw.random() < 0.3:
        challenge["if"] = draw.choice(list(case["facts"]))
    case.setdefault("challenges", []).append(challenge)


def sources(case: Case) -> list[str]:
    uses = [use if isinstance(use, str) else use["id"] for use in case.get("frameworks", [])]
    return [*uses, *(f"norm:{name}" for name in case.get("norms", {}))]


EDITS = (
    *(a_number, a_number, a_condition, a_lottery, a_fact, a_person, a_new_person),
    *(one_person_fewer, a_new_option, one_option_fewer, a_wrong, a_framework, a_norm, a_reason),
    *(a_norm, a_priority, a_priority, a_challenge, a_challenge, a_setting),
)

WORDS = (
    *("disputed", "mandat", "not surge", "0,5", "1/0", "[1, 2, 3]", "{if: x}", "yes", "true"),
    *("null", "welfar", "{a: 1}", "[]", '"quoted"', "-", "absent", "1_000", "~", "norms", "é𝕏 ü"),
    *("{lottery: [[1/2, 1]]}", "1e5", "0x10", "default", "forbiden", "[5, 1]", "refrain"),
)


def broken(name: str, seed: int) -> str:
    """The text of a bundled case with one or two careless slips of the hand."""
    return slipped(bundled_text(name), f"{name} {seed}")


def slipped(text: str, seed: int | str) -> str:
    """A text with one or two careless slips of the hand."""
    draw = random.Random(f"slip {seed}")
    lines = text.split("\n")
    for _ in range(draw.choice([1, 1, 2])):
        places = [n for n, line in enumerate(lines) if line.strip() and not line.startswith("#")]
        place = draw.choice(places)
        lines[place : place + 1] = draw.choice(SLIPS)(lines[place], draw)
    return "\n".join(lines)


def aged(text: str) -> str:
    """A case in JSON as it was written in the first format: every key by its first name."""
    case: Case = json.loads(text)
    for entry in reversed(formats.RENAMED):
        for mapping in inside(case, entry.under):
            renamed = {entry.old if key == entry.new else key: mapping[key] for key in mapping}
            mapping.clear()
            mapping.update(renamed)
    case["schema"] = formats.FORMATS[0]
    return json.dumps(case, ensure_ascii=False, indent=1)


def misaged(text: str, seed: int) -> str:
    """A case of the first format that says another, or none, or has some keys by both names."""
    draw = random.Random(f"age {seed}")
    case: Case = json.loads(text)
    case["schema"] = draw.choice(stated())
    if case["schema"] is None:
        del case["schema"]
    for entry in formats.RENAMED:
        found = inside(case, entry.under)
        if found and draw.random() < 0.5 / len(formats.RENAMED):
            name = draw.choice([entry.old, entry.new])
            draw.choice(found)[name] = draw.choice(["generic", "consent"])
    return json.dumps(case, ensure_ascii=False, indent=draw.choice([None, 1]))


def stated() -> tuple[Any, ...]:
    """What a case may say its format is; None stands for a case that does not say it."""
    numbers = ("0", len(formats.FORMATS) + 1, "007", "999999", "1000000")
    return (
        *(None, None, *formats.FORMATS, *formats.FORMATS),
        *(f"{formats.FAMILY}{n}" for n in numbers),
        *("argue/case", "argue/case/vv", [formats.FORMATS[0]], {"of": formats.NEWEST}, 1),
    )


def inside(node: Any, under: tuple[str, ...]) -> list[Case]:
    """The mappings that lie so many steps below a node."""
    if not under:
        return [node] if isinstance(node, dict) else []
    step, *rest = under
    if step == "[]":
        below = node if isinstance(node, list) else []
    elif isinstance(node, dict):
        below = node.values() if step == "*" else [node[step]] if step in node else []
    else:
        below = []
    return [found for each in below for found in inside(each, tuple(rest))]


def another_value(line: str, draw: random.Random) -> list[str]:
    found = list(re.finditer(r"(?<=[:\[,{] )[^,{}\[\]:]+|(?<=: )[^,{}\[\]:]+", line))
    if not found:
        return [line]
    match = draw.choice(found)
    return [line[: match.start()] + draw.choice(WORDS) + line[match.end() :]]


def a_misspelt_word(line: str, draw: random.Random) -> list[str]:
    found = list(re.finditer(r"[A-Za-z_]{4,}", line))
    if not found:
        return [line]
    match = draw.choice(found)
    word = match[0]
    at = draw.randrange(1, len(word) - 1)
    return [line[: match.start()] + word[:at] + word[at + 1 :] + line[match.end() :]]


SLIPS = (
    another_value,
    another_value,
    a_misspelt_word,
    a_misspelt_word,
    lambda line, draw: [],
    lambda line, draw: [line, line],
)

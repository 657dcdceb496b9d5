"""A map of arguments as rules: what is concluded from nothing is a premise, inferences are rules.

A conflict between points makes one contrary to the other; a conflict with an inference says that
its rule does not apply. Source: [BexModgilPrakkenReed13], who take AIF to ASPIC+.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from argue.errors import FileError
from argue.io.interchange.maps import ArgumentMap
from argue.io.interchange.yaml_text import RESERVED

_NO_ID = re.compile(r"[^A-Za-z0-9_]+")


def rules_of_map(found: ArgumentMap) -> dict[str, Any]:
    """Answers a map as the `rules` of a case; what its ids stand for is under `x-texts`.

    Raises: FileError for a map without points.
    """
    if not found.points:
        raise FileError("the map has no points, and nothing follows from it")
    texts = {point.id: point.text or point.id for point in found.points}
    ids = ids_for((*texts, *(each.id for each in found.inferences)))
    concluded = {each.conclusion for each in found.inferences}
    inferences = {each.id for each in found.inferences}
    contraries: dict[str, list[str]] = {}
    undercuts: list[str] = []
    for one in dict.fromkeys((each.attacker, each.target) for each in found.conflicts):
        attacker, target = (ids[end] for end in one)
        if one[1] in inferences:
            undercuts.append(f"{attacker} -> not {target}")
        else:
            contraries.setdefault(target, []).append(attacker)
    rules = [
        {"id": ids[e.id], "if": [ids[p] for p in e.premises], "then": ids[e.conclusion]}
        for e in found.inferences
    ]
    return {
        "premises": [ids[name] for name in texts if name not in concluded],
        "strict": undercuts,
        "defeasible": rules,
        "contraries": [{target: attackers} for target, attackers in contraries.items()],
        "transposition": False,
        "x-texts": {ids[name]: text for name, text in texts.items()},
    }


def ids_for(names: Iterable[str]) -> Mapping[str, str]:
    """Answers for each name an id of its own that rules can have, as like it as may be."""
    found: dict[str, str] = {}
    used: set[str] = set(RESERVED)
    seen: dict[str, int] = {}
    for name in names:
        plain = _NO_ID.sub("_", name).strip("_")
        start = plain if plain[:1].isalpha() else f"n{plain}"
        id_ = start
        while id_ in used:
            seen[start] = seen.get(start, 1) + 1
            id_ = f"{start}_{seen[start]}"
        used.add(id_)
        found[name] = id_
    return found

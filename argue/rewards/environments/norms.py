"""The case of taking from a commons: universalization with two exceptions, and two norms.

To take so much is wrong if everyone's doing so would lose more than is tolerated. Two things defeat
that argument where they hold: the hungry may take one unit, and nobody has to hold back alone while
others take what is ruled out for them. Then the norm of parity still asks to take no more than the
others did; and where everyone's taking one would use up the seed, nobody takes any.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from argue.io.case import load_case
from argue.rewards.environments.commons import Commons
from argue.rewards.environments.universal import Universal
from argue.rewards.judge import Judge, compile
from argue.rewards.ranks import Array

EXCEPTIONS = ("need", "assurance")
COMPLIED = -1
"""Stands for what others took, where nobody took what was ruled out for them."""


def commons_case(most: int, *, exceptions: tuple[str, ...] = EXCEPTIONS) -> dict[str, Any]:
    """Answers the case as a mapping, with options `take_0` to `take_<most>`."""
    takes = [f"take_{number}" for number in range(most + 1)]
    return {
        "title": "How much to take from a common stock",
        "question": "How much may I take now?",
        "options": {o: f"take {number or 'nothing'}" for number, o in enumerate(takes)},
        "facts": {
            "hungry": {"text": "The one who takes is hungry"},
            "last_seed": {"text": "Everyone's taking one would use up the seed"},
            "others_defect": {"text": "Somebody else just took what was ruled out for them"},
            **{
                f"above_{n}": {"text": f"The others took less than {n}"} for n in range(2, most + 1)
            },
        },
        "universal": {"take_0": "refrain", **{o: {"all": 0, "nobody": 0} for o in takes[1:]}},
        "frameworks": ["universalization"],
        "norms": _norms(takes, "assurance" in exceptions),
        "challenges": [c for c in _challenges() if c["id"] in exceptions],
    }


def _norms(takes: list[str], assurance: bool) -> dict[str, Any]:
    """Answers the norm of the seed, and with assurance a norm of parity for each take from two."""
    parity = {
        f"parity_{n}": {
            "text": f"Nobody takes {n} where the others took less",
            "breached_by": [takes[n]],
            "when": ["others_defect", f"above_{n}"],
        }
        for n in range(2, len(takes))
        if assurance
    }
    seed = {
        "text": "Nobody takes where everyone's taking one would use up the seed",
        "breached_by": takes[1:],
        "when": "last_seed",
    }
    return {"seed": seed, **parity}


def _challenges() -> list[dict[str, Any]]:
    return [
        {
            "id": "need",
            "status": "accepted",
            "because": "hungry",
            "against": {"framework": "universalization", "worse": "take_1"},
            "text": "Whoever is hungry may take one unit",
        },
        {
            "id": "assurance",
            "question": "assurance",
            "status": "accepted",
            "because": "others_defect",
            "against": {"framework": "universalization"},
            "text": "Nobody has to hold back alone while others take what they may not",
        },
    ]


def commons_features(most: int, floor: int) -> dict[str, Any]:
    """Answers what the case takes from a batch; a stock below the `floor` is the last seed.

    `all_<n>` is the value if everyone takes n or more, `best` that of the best for all, `tolerance`
    how much an act may lose; `hungry` and `defect` are 0 or 1, `others` is what the others took, on
    average or at most as parity is meant.
    """
    found: dict[str, Any] = {
        "facts.hungry": "hungry",
        "facts.last_seed": f"stock < {floor}",
        "facts.others_defect": "defect",
    }
    for number in range(1, most + 1):
        found[f"universal.take_{number}.all"] = f"all_{number}"
        found[f"universal.take_{number}.nobody"] = {"best": 1, "tolerance": -1}
        if number > 1:
            found[f"facts.above_{number}"] = f"others < {number}"
    return found


def commons_judge(
    commons: Commons, *, seed: int, exceptions: tuple[str, ...] = EXCEPTIONS
) -> Judge:
    """Answers the judge of taking from a commons, so much of whose stock is not to be touched."""
    case = load_case(commons_case(commons.most, exceptions=exceptions))
    features = commons_features(commons.most, commons.people + seed)
    if "assurance" not in exceptions:
        features = {path: bound for path, bound in features.items() if "above" not in path}
    return compile(case, features)


def commons_columns(
    universal: Universal, stock: Array, fasting: Array, *, tolerance: Any, others: Any
) -> Mapping[str, Array]:
    """Answers the columns for rows of equal length: a person's state each.

    `others` is what the others took, or `COMPLIED` where nobody of them took what was
    ruled out for them.
    """
    commons = universal.commons
    taken = np.broadcast_to(np.asarray(others, dtype=float), stock.shape)
    acts = universal.at_least[stock, fasting]
    return {
        **{f"all_{number}": acts[:, number] for number in range(1, commons.most + 1)},
        "best": universal.best[stock, fasting],
        "tolerance": np.broadcast_to(np.asarray(tolerance, dtype=float), stock.shape),
        "hungry": (fasting == commons.patience).astype(float),
        "defect": (taken > COMPLIED).astype(float),
        "others": taken,
        "stock": stock.astype(float),
    }

"""An analysis as its plain data tell it: what two analyses are compared by, fresh or saved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from argue.model.record import record

STANDINGS = {
    "in": "accepted",
    "out": "rejected",
    "undec": "undecided",
    "varies": "open",
}
"""The label of an argument over all positions -> how it stands; `open`: positions differ on it."""


@record
class Seen:
    """What can be seen of an analysis: outcome, statuses, and how every argument stands and why.

    `leads_to` maps an argument to what its standing depends on directly: what it rests on, and
    what attacks it.
    """

    outcome: str
    statuses: Mapping[str, str]
    standings: Mapping[str, str]
    texts: Mapping[str, str]
    leads_to: Mapping[str, tuple[str, ...]]


def seen(data: Mapping[str, Any]) -> Seen:
    """Answers what is to be seen in the plain data of an analysis (`argue/analysis/v1`)."""
    arguments: list[Mapping[str, Any]] = data["graph"]["arguments"]
    leads_to: dict[str, list[str]] = {a["id"]: list(a["premises"]) for a in arguments}
    for attack in data["graph"]["attacks"]:
        leads_to.setdefault(attack["to"], []).append(attack["from"])
    return Seen(
        outcome=data["outcome"],
        statuses={option: found["status"] for option, found in data["options"].items()},
        standings={a["id"]: STANDINGS[a["label"]] for a in arguments},
        texts={a["id"]: a["text"] for a in arguments},
        leads_to={name: tuple(dict.fromkeys(found)) for name, found in leads_to.items()},
    )

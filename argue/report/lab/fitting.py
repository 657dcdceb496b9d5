"""What the lab page can judge, said once: the page refuses by it, and cases are chosen by it.

Everything the page can do is listed; whatever else the engine reads, now or later, is beyond it
and refused by name. So a key that is new to the engine is never overlooked by the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, cast

from argue.construct.worlds import has_intervals
from argue.io.case_fields import CASE
from argue.io.kinds import Kind
from argue.model.case import Case, Compliance, FrameworkUse

_MAXIM = "all nobody shape population interested threshold gain loss conceivable own means"

DONE = {
    "": "schema title question source text tags context options standpoints facts scale payoffs "
    "general universal frameworks norms compliance reasons priorities challenges considered "
    "credences",
    "context": "domain",
    "options.*": "text source presume uses_as_means breaches_right_of deceives coerces "
    "does_harm_to allows_harm_to irreversible rests_on plays trace",
    "standpoints.*": "count text name level consent responsible agent cap role",
    "standpoints.*.count": "payoffs general",
    "facts.*": "text status credence lean evidence",
    "scale": "unit zero comparable",
    "universal.*": _MAXIM,
    "universal.*.own": "all nobody",
    "universal.*.means": "all alone",
    "norms.*": "role by text modality breached_by when purpose frustrates_purpose purpose_exempts "
    "exceptions principles permits rank authority source",
    "reasons[]": "id by favours over because strength text source",
    "priorities[]": "id higher lower because by",
    "challenges[]": "id question against status because if factor by text universal",
    "challenges[].against": "framework norm source reply priority reason challenge better worse "
    "voice",
    "challenges[].against.reply": "framework cap norm by better worse",
    "challenges[].universal": _MAXIM,
    "challenges[].universal.own": "all nobody",
    "challenges[].universal.means": "all alone",
    "considered[]": "option status by source",
}
"""Path of a mapping (* for any id, [] for any place in a list) -> the keys the page can do."""

WORDS = {
    "game": "payoffs from a game",
    "rules": "rules, strict or defeasible",
    "influence": "how much say people have",
    "context.role": "norms that come with a role",
    "norms.*.ltl": "norms over time",
    "norms.*.pattern": "norms over time",
    "norms.*.special_to": "norms that go before as special",
    "norms.*.since": "norms that go before as later",
    "standpoints.*.prerogative": "an agent's prerogative",
}
"""Path of a key the page cannot do -> what it would be; the others are called by the key."""

_WHEN = {"when": ("ex_ante", "ex_post"), "draw": ("independent", "common")}

PARAMETERS: dict[str, dict[str, tuple[str, ...]]] = {
    "welfare": {},
    "rule_utilitarian": {"compliance": (), "catastrophe": ()},
    "veil": {
        "rule": (
            *("leximin", "maximin", "average", "total", "gini", "floor", "range"),
            "sufficientarian",
        ),
        **dict.fromkeys(("epsilon", "kappa", "risk_aversion", "priority", "rank_power"), ()),
        **dict.fromkeys(("discount", "floor", "range", "sufficiency", "disagreement"), ()),
        "curve": ("power", "exponential"),
        **_WHEN,
        "states": ("worst", "expected"),
    },
    "rejection": {
        "complaint": ("menu", "pairwise", "level"),
        "ties": ("numbers", "none"),
        "aggregation": ("none", "local", "global"),
        "wronged_from": ("before", "menu"),
        **dict.fromkeys(("relevance", "at_most", "rights_weight", "allowed_weight"), ()),
        **_WHEN,
        "residue_above": (),
    },
    "universalization": {
        "rule": ("test", "best"),
        "will": ("social", "own"),
        "conception": ("counts", "ignored"),
        **dict.fromkeys(("frustrated", "tau", "beta"), ()),
    },
    "pareto": {"form": ("strong", "weak")},
    "humanity": {"wrongs": ("uses_as_means", "deceives", "coerces")},
    "deontic": {
        "wrongs": ("uses_as_means", "breaches_right_of", "deceives", "coerces", "does_harm_to"),
        "threshold": (),
    },
    "precaution": {
        "catastrophe": (),
        "credible": (),
        "damage": ("serious", "serious_and_irreversible", "serious_or_irreversible"),
    },
    "equality": {
        "measure": ("mean_gap", "range", "to_the_best"),
        "levelling_down": ("answered", "counts"),
    },
    "sufficiency": {
        "sufficiency": (),
        "measure": ("shortfall", "headcount"),
        "beyond": ("average", "nothing"),
    },
    "rules": {},
    "virtual_bargaining": {"disagreement": (), "parties": (), "rule": ("agree",)},
    "autonomy": {"wrongs": ("coerces", "deceives"), "own_good": ("counts", "excused")},
}
"""Framework whose formula the page has -> its parameters; of those with choices, the choices."""

GENERAL_PARAMETERS = ("table", "residue_above")
"""Keys of any use of a framework that reads a table."""

INTERVALS = "numbers known only within bounds, [low, high]"
MOST_OPTIONS = 10
MOST_SOURCES = 9


@cache
def beyond_keys() -> dict[str, str]:
    """Answers what of the engine's keys the page cannot do: path, as a pattern -> in words."""
    known = {_inside(parent, key) for parent, keys in DONE.items() for key in keys.split()}
    return {
        _pattern(path): WORDS.get(path, f"the key {path.rpartition('.')[2]}")
        for path in paths_of_case()
        if path not in known
    }


def paths_of_case() -> tuple[str, ...]:
    """Answers the paths of all keys that the engine reads in a case."""
    return tuple(dict.fromkeys(_paths(CASE, "")))


def _inside(parent: str, key: str) -> str:
    return f"{parent}.{key}" if parent else key


def _pattern(path: str) -> str:
    return re.escape(path).replace(r"\*", "[^.]+").replace(r"\[\]", r"\[[0-9]+\]")


def _paths(kind: Kind, path: str) -> Iterator[str]:
    """Yields the paths of all keys that a value of this kind may have."""
    for field in kind.fields if kind.name == "record" else ():
        yield _inside(path, field.name)
        yield from _paths(field.kind, _inside(path, field.name))
    for each in kind.kinds:
        yield from _paths(each, path)
    if kind.of is not None:
        yield from _paths(kind.of, f"{path}[]" if kind.name == "list" else f"{path}.*")


def beyond_page(case: Case) -> tuple[str, ...]:
    """Answers what of a case the page cannot do, each with the key at fault; none if it can all."""
    return tuple(_beyond(case))


def _beyond(case: Case) -> Iterator[str]:
    for pattern, what in beyond_keys().items():
        yield from (f"{what} ({path})" for path in case.lines if re.fullmatch(pattern, path))
    if has_intervals(case):
        yield INTERVALS
    if case.compliance is Compliance.ENLIGHTENED:
        yield from _beyond_principles(case)
    for place, use in enumerate(case.frameworks):
        yield from _beyond_framework(use, f"frameworks[{place}]")
    if len(case.options) > MOST_OPTIONS:
        yield f"more than {MOST_OPTIONS} options (options)"
    speakers = {reason.by for reason in case.reasons}
    if len(case.frameworks) + len(case.norms) + len(speakers) > MOST_SOURCES:
        yield f"more than {MOST_SOURCES} frameworks, norms and other sources (frameworks)"


def _beyond_principles(case: Case) -> Iterator[str]:
    used = {use.id for use in case.frameworks}
    for norm in case.norms.values():
        for name in norm.principles:
            if name not in used and name not in PARAMETERS:
                yield f"the framework {name} (norms.{norm.id}.principles)"


def _beyond_framework(use: FrameworkUse, path: str) -> Iterator[str]:
    if use.type not in PARAMETERS:
        yield f"the framework {use.type} ({path})"
        return
    known = PARAMETERS[use.type]
    for name, value in use.parameters.items():
        values = cast("tuple[Any, ...]", value) if isinstance(value, tuple) else (value,)
        choices = known.get(name, ())
        if name not in known and name not in GENERAL_PARAMETERS:
            yield f"the key {name} ({path}.{name})"
        elif choices and not set(values) <= set(choices):
            yield f"{name}: {value} of {use.type} ({path}.{name})"

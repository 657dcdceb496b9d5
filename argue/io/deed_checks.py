"""What must hold of who acts, what is done to whom, and what norms demand over time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from argue.io.norm_fields import PATTERN_KINDS
from argue.io.phrasing import listed
from argue.io.reading import HERE, Reader

Values = Mapping[str, Any]


def caps_are_agents(reader: Reader, values: Values) -> None:
    """Only what is asked of the one who acts can be capped, or forgone."""
    for entry in values.get("standpoints", {}).values():
        for key in ("cap", "prerogative"):
            if entry.get(key) and not entry.get("agent"):
                path = f"{entry[HERE]}.{key}"
                message = f"{path}: a {key} is for an agent"
                reader.problem("C045", message, path, advice=f"add agent: true, or leave {key} out")


def harm_is_done_or_allowed(reader: Reader, values: Values) -> None:
    """An option either does harm to somebody or allows it; what wrongs them is done."""
    for entry in values.get("options", {}).values():
        if isinstance(entry, str):
            continue
        for person in entry.get("allows_harm_to", ()):
            done = [key for key in DONE if person in entry.get(key, ())]
            if done:
                path = f"{entry[HERE]}.allows_harm_to"
                message = f"{path}: {person} stands under {listed(done)} as well"
                advice = "harm is done or only allowed; leave one of them out"
                reader.problem("C047", message, path, advice=advice)


def one_kind(
    reader: Reader, path: str, kinds: Sequence[str], said: tuple[str, str], *, also: str = ""
) -> str:
    """Answers which of some keys stands at a path; empty, and a problem, unless exactly one does.

    `said` is the problem's code and what there must be one of; `also` is added to the advice.
    """
    given = [kind for kind in kinds if f"{path}.{kind}" in reader.marks]
    if len(given) == 1:
        return given[0]
    message = f"{path} must {said[1]}; {' and '.join(given) or 'none'} given"
    advice = f"exactly one of {', '.join(kinds)}{also}"
    reader.problem(said[0], message, path, advice=advice)
    return ""


DONE = ("does_harm_to", "uses_as_means", "deceives", "coerces")
"""Keys of options that say what is done to people, and not allowed to happen."""


def patterns_demand_one_thing(reader: Reader, values: Values) -> None:
    """A pattern over time has one kind, and counts whole steps."""
    for norm in values.get("norms", {}).values():
        pattern = norm.get("pattern")
        if pattern is None:
            continue
        path = pattern[HERE]
        also = "; two norms for two demands"
        one_kind(reader, path, PATTERN_KINDS, ("C048", "demand one thing"), also=also)
        if getattr(pattern.get("within"), "denominator", 1) != 1:
            message = f"{path}.within counts steps"
            reader.problem("C048", message, f"{path}.within", advice="a whole number, such as 3")

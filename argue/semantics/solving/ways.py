"""Which manner of finding serves which semantics; one row each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from argue.asp.program import Deadline
from argue.semantics.solving import programs
from argue.semantics.solving.finders import (
    Encode,
    Finder,
    MaximalRange,
    Members,
    Models,
    Preferred,
    Single,
    eager,
    ideal,
)
from argue.semantics.solving.parts import Part

Make: TypeAlias = "Callable[[Part, Deadline], Finder]"

Complete: TypeAlias = "Callable[[Part, Members], Members]"


@dataclass(frozen=True, slots=True)
class Way:
    """How a semantics is solved.

    `reduced`: without the grounded extension, which is in every extension. `directional`:
    acceptance is decided in the cone of the query; what is found there is made an extension of
    the whole by `spread` or, without one, by searching on. `recursive`: a strongly connected part
    can be solved alone once what attacks it is labelled, which serves counting. `single`: there is
    one extension, worked out once, so that nothing found in a cone shortens the search beyond.
    """

    make: Make
    reduced: bool = True
    directional: bool = False
    spread: Complete | None = None
    recursive: bool = False
    single: bool = False


def completed(part: Part, members: Members) -> Members:
    """Answers the least complete extension around an admissible set. Cost: linear.

    Source: [Dung95], fundamental lemma: what an admissible set defends can be added to it.
    """
    out = bytearray(len(part))
    open_attackers = [len(attackers) for attackers in part.attackers]
    inside = [*members, *(i for i, count in enumerate(open_attackers) if not count)]
    held = set(inside)
    # The list grows while it is read, as for the grounded labelling.
    for member in inside:
        for victim in part.attacked[member]:
            if out[victim]:
                continue
            out[victim] = 1
            for defended in part.attacked[victim]:
                open_attackers[defended] -= 1
                if not open_attackers[defended]:
                    held.add(defended)
                    inside.append(defended)
    return frozenset(held)


def _models(encode: Encode) -> Make:
    return lambda part, deadline: Models(part, encode, deadline)


def _ranges(encode: Encode) -> Make:
    return lambda part, deadline: MaximalRange(part, encode, deadline)


def _single(solve: Callable[[Part, Deadline], Members]) -> Make:
    return lambda part, deadline: Single(part, solve, deadline)


WAYS: Mapping[str, Way] = MappingProxyType(
    {
        "conflict-free": Way(_models(programs.conflict_free), reduced=False),
        "naive": Way(_models(programs.naive), reduced=False),
        "admissible": Way(_models(programs.admissible), reduced=False),
        "complete": Way(
            _models(programs.complete), directional=True, spread=completed, recursive=True
        ),
        "preferred": Way(Preferred, directional=True, recursive=True),
        "stable": Way(_models(programs.stable), recursive=True),
        "semi-stable": Way(_ranges(programs.complete)),
        "stage": Way(_ranges(programs.conflict_free), reduced=False),
        "ideal": Way(_single(ideal), directional=True, single=True),
        "eager": Way(_single(eager), single=True),
    }
)
"""Semantics by name; grounded needs no search."""

"""The plain way to every semantics: the graph as facts, ground under a packaged encoding.

What `solving` finds faster must be found here too. A search is given literals (this argument is a
member, that one is not) and finds exactly the extensions in which they hold, in no particular
order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from types import MappingProxyType
from typing import TypeAlias

from argue.asp import Atom, Session, facts_of
from argue.model.af import AF
from argue.semantics.definitions import Extension
from argue.semantics.table import Semantics

Wanted: TypeAlias = tuple[tuple[str, bool], ...]
"""Arguments with whether they must be members."""

Search: TypeAlias = Callable[[AF, Wanted, "float | None"], Iterator[Extension]]
"""Graph, literals and deadline (an instant of `time.monotonic`, None for none) to extensions."""

DOMAIN_MAXIMAL = ("--heuristic=Domain", "--enum-mode=domRec")
"""What lets an encoding with heuristics enumerate only subset-maximal answers."""


def by_models(encoding: str, af: AF, wanted: Wanted, deadline: float | None) -> Iterator[Extension]:
    """Answers the extensions where they are the answer sets of an encoding."""
    session = Session((encoding,), facts_of(af), deadline=deadline)
    for model in session.models((("in", (argument,)), value) for argument, value in wanted):
        yield _named("in", model)


def by_maximal_models(
    encoding: str, af: AF, wanted: Wanted, deadline: float | None
) -> Iterator[Extension]:
    """Answers the extensions where they are the answer sets with the most members.

    What is maximal among the sets with an argument is maximal among all, so members wanted can
    be assumed. Among the sets without an argument that fails, so those are left out afterwards.
    """
    session = Session((encoding,), facts_of(af), options=DOMAIN_MAXIMAL, deadline=deadline)
    for model in session.models((("in", (member,)), True) for member, value in wanted if value):
        members = _named("in", model)
        if not any(argument in members for argument, value in wanted if not value):
            yield members


def by_maximal_range(
    encoding: str, af: AF, wanted: Wanted, deadline: float | None
) -> Iterator[Extension]:
    """Answers the extensions where they are the answer sets of maximal range.

    One session finds the maximal ranges, the other everything that has such a range. Literals
    are assumed only in the second, for a range must be maximal among all.
    """
    ranges = Session((encoding,), facts_of(af), options=DOMAIN_MAXIMAL, deadline=deadline)
    inside = Session((encoding,), facts_of(af), deadline=deadline)
    literals = [(("in", (argument,)), value) for argument, value in wanted]
    for model in ranges.models():
        reached = [(atom, True) for atom in sorted(model) if atom[0] == "in_range"]
        for found in inside.models([*literals, *reached], project=True):
            yield _named("in", found)


def ideal(af: AF, wanted: Wanted, deadline: float | None) -> Iterator[Extension]:
    """Answers the largest admissible set that no admissible set attacks. Source: [DMT07]."""
    session = Session(("admissible",), facts_of(af), deadline=deadline)
    credulous = _named("in", session.consequences("brave") or ())
    attacked = {target for member in credulous for target in af.attacked_by(member)}
    return _if_wanted(_largest_admissible(af, credulous - attacked, deadline), wanted)


def eager(af: AF, wanted: Wanted, deadline: float | None) -> Iterator[Extension]:
    """Answers the largest admissible set inside every semi-stable extension."""
    common = frozenset(af.arguments).intersection(
        *by_maximal_range("semi_stable", af, (), deadline)
    )
    return _if_wanted(_largest_admissible(af, common, deadline), wanted)


def _largest_admissible(af: AF, candidates: Extension, deadline: float | None) -> Extension:
    facts = [*facts_of(af), *(("candidate", (a,)) for a in af.arguments if a in candidates)]
    (model,) = Session(("ideal",), facts, deadline=deadline).models()
    return _named("in", model)


def _if_wanted(members: Extension, wanted: Wanted) -> Iterator[Extension]:
    if all((argument in members) == value for argument, value in wanted):
        yield members


def _named(predicate: str, atoms: Iterable[Atom]) -> Extension:
    return frozenset(str(terms[0]) for name, terms in atoms if name == predicate)


SEARCHES: Mapping[Semantics, Search] = MappingProxyType(
    {
        Semantics.CONFLICT_FREE: partial(by_models, "conflict_free"),
        Semantics.NAIVE: partial(by_models, "naive"),
        Semantics.ADMISSIBLE: partial(by_models, "admissible"),
        Semantics.COMPLETE: partial(by_models, "complete"),
        Semantics.GROUNDED: partial(by_models, "grounded"),
        Semantics.PREFERRED: partial(by_maximal_models, "preferred"),
        Semantics.STABLE: partial(by_models, "stable"),
        Semantics.SEMI_STABLE: partial(by_maximal_range, "semi_stable"),
        Semantics.STAGE: partial(by_maximal_range, "stage"),
        Semantics.IDEAL: ideal,
        Semantics.EAGER: eager,
    }
)
"""The search by encoding of every semantics."""

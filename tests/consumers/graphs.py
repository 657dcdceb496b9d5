"""Asks bare graphs, as a program with attack graphs of its own would."""

from __future__ import annotations

import argue
from argue.semantics import GraphSession, Label, Semantics, count, grounded_labelling


def sceptical(text: str) -> dict[str, bool]:
    """Answers which arguments are in every preferred extension."""
    af: argue.AF = argue.AF.parse(text)
    found: dict[str, bool] = {}
    for name in af.arguments:
        found[name] = argue.accepted(af, "preferred", name, mode="sceptical").accepted
    return found


def sizes(af: argue.AF) -> list[int]:
    """Answers how large the stable extensions are."""
    found: tuple[frozenset[str], ...] = argue.extensions(af, Semantics.STABLE)
    assert len(found) == count(af, "stable")
    return sorted(len(extension) for extension in found)


def taken_back(af: argue.AF, argument: str) -> list[str]:
    """Answers who is accepted once nobody says one argument any more."""
    session = GraphSession(af)
    session.remove_argument(argument)
    extension = session.one("grounded")
    return sorted(extension if extension is not None else ())


def undecided(af: argue.AF) -> list[str]:
    """Answers on whom the grounded labelling is silent."""
    labelling = grounded_labelling(af)
    return [name for name in af.arguments if labelling.label_of(name) is Label.UNDEC]


def through_networkx(af: argue.AF) -> argue.AF:
    """Answers the same graph after a way through another library."""
    return argue.AF.from_networkx(af.to_networkx())

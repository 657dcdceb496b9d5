"""Labellings: every argument is in, out or undecided. Source: [Caminada06a]."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from argue.errors import UnknownId
from argue.model.af import AF
from argue.model.verdict import Label


@dataclass(frozen=True, slots=True)
class Labelling:
    """A partition of the arguments of a graph into in, out and undecided."""

    in_: frozenset[str]
    out: frozenset[str]
    undec: frozenset[str]

    @property
    def extension(self) -> frozenset[str]:
        """The accepted arguments."""
        return self.in_

    def label_of(self, argument: str) -> Label:
        """Answers the label of an argument; raises UnknownId."""
        for label, members in zip(Label, (self.in_, self.out, self.undec), strict=True):
            if argument in members:
                return label
        raise UnknownId("argument", argument, sorted(self.in_ | self.out | self.undec))


def labelling_of(af: AF, extension: Iterable[str]) -> Labelling:
    """Answers the labelling of a conflict-free set: in, out if attacked by it, else undecided.

    Source: [Caminada06a] (Ext2Lab); one to one between complete extensions and labellings.
    Raises: UnknownId for a member that is no argument of the graph.
    """
    inside = frozenset(extension)
    out = frozenset(target for member in inside for target in af.attacked_by(member)) - inside
    return Labelling(inside, out, frozenset(af.arguments) - inside - out)


def is_complete_labelling(af: AF, labelling: Labelling) -> bool:
    """Answers whether exactly what has all attackers out is in, and exactly what has one in is out.

    Source: [Caminada06a] (reinstatement labelling).
    """
    if labelling.in_ | labelling.out | labelling.undec != frozenset(af.arguments):
        return False
    return all(
        (argument in labelling.in_) == (labelling.out >= attackers)
        and (argument in labelling.out) == bool(attackers & labelling.in_)
        for argument, attackers in (
            (argument, set(af.attackers_of(argument))) for argument in af.arguments
        )
    )

"""The grounded labelling in linear time, by counting the attackers that are not yet out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argue.model.af import AF

if TYPE_CHECKING:
    from argue.semantics.labelling import Labelling

UNDECIDED, IN, OUT = range(3)


def grounded_labelling(af: AF) -> Labelling:
    """Answers which arguments the least complete labelling puts in, out, and leaves undecided.

    Source: [Dung95], Def. 20. Cost: linear in arguments and attacks.
    """
    from argue.semantics.labelling import Labelling  # noqa: PLC0415  (grounded tasks need none)

    labels = grounded_labels(af)
    parts: tuple[list[str], ...] = ([], [], [])
    for argument, label in zip(af.arguments, labels, strict=True):
        parts[label].append(argument)
    return Labelling(frozenset(parts[IN]), frozenset(parts[OUT]), frozenset(parts[UNDECIDED]))


def grounded_labels(af: AF) -> bytearray:
    """Answers for every argument, by index, UNDECIDED, IN or OUT in the grounded labelling."""
    attacked = af.attacked
    open_attackers = [0] * len(af)
    for target in af.targets:
        open_attackers[target] += 1
    labels = bytearray(len(af))
    accepted = [i for i, count in enumerate(open_attackers) if not count]
    # The list grows while it is read: each accepted argument may release others.
    for member in accepted:
        labels[member] = IN
        for victim in attacked[member]:
            if labels[victim] == OUT:
                continue
            labels[victim] = OUT
            for released in attacked[victim]:
                open_attackers[released] -= 1
                if not open_attackers[released]:
                    accepted.append(released)
    return labels


class GroundedSolver:
    """Answers the questions of `solving.Solver` about the grounded extension, without a solver."""

    def __init__(self, af: AF) -> None:
        """Label the graph."""
        self._labels = grounded_labels(af)

    def all(self, limit: int | None = None) -> Iterator[frozenset[int]]:
        """Answers the grounded extension, as places in the graph, unless the limit is 0."""
        if limit != 0:
            yield self.one()

    def count(self) -> int:
        """Answers that there is one."""
        return 1

    def one(self) -> frozenset[int]:
        """Answers the grounded extension, as places in the graph."""
        return frozenset(i for i, label in enumerate(self._labels) if label == IN)

    def find(self, place: int, wanted: bool) -> frozenset[int] | None:
        """Answers the extension if it has (or has not) the argument, else None."""
        return self.one() if (self._labels[place] == IN) == wanted else None

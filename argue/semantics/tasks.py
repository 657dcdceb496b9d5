"""What can be asked of a graph: its extensions, one of them, how many, is this one accepted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from argue.errors import LimitExceeded, UnknownId
from argue.model.af import AF
from argue.semantics.definitions import Extension
from argue.semantics.grounded import GroundedSolver
from argue.semantics.table import Semantics

if TYPE_CHECKING:
    from argue.semantics.labelling import Labelling

MOST_MEMBERS = 10_000_000
"""Members in all of the extensions that are answered together."""


class Mode(StrEnum):
    """Whether some extension must hold the argument (credulous) or all (sceptical)."""

    CREDULOUS = "credulous"
    SCEPTICAL = "sceptical"


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Whether an argument is accepted, and the extension that shows it; true if accepted.

    `witness` is an extension with the argument: given for every credulous yes. `counterexample`
    is one without it: given for every sceptical no. A credulous no and a sceptical yes are about
    all extensions and show none.
    """

    argument: str
    mode: Mode
    accepted: bool
    witness: Extension | None = None
    counterexample: Extension | None = None

    def __bool__(self) -> bool:
        return self.accepted


def extensions(
    af: AF, semantics: str | Semantics, *, deadline: float | None = None
) -> tuple[Extension, ...]:
    """Answers every extension, in a fixed order: by the places of the members in `af.arguments`.

    Empty where there is no stable extension; that is an answer, not an error. `deadline` is an
    instant of `time.monotonic`. Raises: UnknownId for the semantics; OutOfBudget; LimitExceeded
    where they have more than MOST_MEMBERS members in all.

    >>> [sorted(extension) for extension in extensions(AF.parse("a<->b"), "preferred")]
    [['a'], ['b']]
    """
    found = in_order(_solver(af, semantics, deadline).all())
    return tuple(_named(af, members) for members in found)


def in_order(found: Iterable[frozenset[int]]) -> list[frozenset[int]]:
    """Answers extensions by the places of their members; raises LimitExceeded past MOST_MEMBERS."""
    held: list[frozenset[int]] = []
    left = MOST_MEMBERS
    for members in found:
        left -= len(members)
        if left < 0:
            raise LimitExceeded(
                f"the extensions have more than {MOST_MEMBERS:,} members in all; ask for one, for "
                "how many there are, or for the first (`enumerated`, argue solve --limit N)"
            )
        held.append(members)
    return sorted(held, key=sorted)


def enumerated(
    af: AF, semantics: str | Semantics, *, limit: int | None = None, deadline: float | None = None
) -> Iterator[Extension]:
    """Answers extensions one at a time, at most `limit`, in an order the graph alone decides.

    Not the order of `extensions`, which needs all of them: components come in the order of their
    first arguments, the extensions of the last component change fastest, and in each component
    an extension with an argument comes before those without it. With a limit, no more than the
    first are searched for. Raises: UnknownId; OutOfBudget, or LimitExceeded where those of one
    component are too many to be put in order, after what is found until then.
    """
    found = _solver(af, semantics, deadline).all(limit)
    return (_named(af, members) for members in found)


def labellings(
    af: AF, semantics: str | Semantics, *, deadline: float | None = None
) -> tuple[Labelling, ...]:
    """Answers the labelling of every extension, in the order of `extensions`."""
    from argue.semantics.labelling import labelling_of  # noqa: PLC0415  (no other task needs it)

    return tuple(
        labelling_of(af, members) for members in extensions(af, semantics, deadline=deadline)
    )


def one(af: AF, semantics: str | Semantics, *, deadline: float | None = None) -> Extension | None:
    """Answers some extension; None where there is none, which only stable semantics knows."""
    return _maybe_named(af, _solver(af, semantics, deadline).one())


def count(af: AF, semantics: str | Semantics, *, deadline: float | None = None) -> int:
    """Answers how many extensions there are."""
    return _solver(af, semantics, deadline).count()


def accepted(
    af: AF,
    semantics: str | Semantics,
    argument: str,
    mode: str | Mode = Mode.CREDULOUS,
    *,
    deadline: float | None = None,
) -> Acceptance:
    """Answers whether some (credulous) or every (sceptical) extension holds the argument.

    Where there is no stable extension, nothing is credulously and everything is sceptically
    accepted. Raises: UnknownId for semantics, argument or mode; OutOfBudget.
    """
    place, asked = af.index_of(argument), _mode(mode)
    credulous = asked is Mode.CREDULOUS
    found = _maybe_named(af, _solver(af, semantics, deadline).find(place, credulous))
    if credulous:
        return Acceptance(argument, asked, accepted=found is not None, witness=found)
    return Acceptance(argument, asked, accepted=found is None, counterexample=found)


class Questions(Protocol):
    """What can be asked about the extensions of one graph, members being places in it."""

    def all(self, limit: int | None = None) -> Iterator[frozenset[int]]:
        """Answers every extension, or the first few."""
        ...

    def count(self) -> int:
        """Answers how many there are."""
        ...

    def one(self) -> frozenset[int] | None:
        """Answers one of them."""
        ...

    def find(self, place: int, wanted: bool) -> frozenset[int] | None:
        """Answers one that has, or has not, an argument."""
        ...


def _solver(af: AF, semantics: str, deadline: float | None) -> Questions:
    try:
        asked = Semantics(semantics)
    except ValueError as error:
        raise UnknownId("semantics", semantics, list(Semantics)) from error
    if asked is Semantics.GROUNDED:
        return GroundedSolver(af)
    from argue.asp.program import Deadline  # noqa: PLC0415  (grounded needs no solver)
    from argue.semantics.solving import Solver  # noqa: PLC0415  (grounded needs no solver)

    return Solver(af, asked, Deadline(deadline))


def _named(af: AF, members: frozenset[int]) -> Extension:
    ids = af.arguments
    return frozenset([ids[i] for i in members])


def _maybe_named(af: AF, members: frozenset[int] | None) -> Extension | None:
    return None if members is None else _named(af, members)


def _mode(mode: str) -> Mode:
    try:
        return Mode(mode)
    except ValueError as error:
        raise UnknownId("mode", mode, list(Mode)) from error

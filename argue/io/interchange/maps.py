"""A map of arguments: points with texts, inferences between them, and conflicts.

What AIF, Argdown and node-link files have in common, and what each of them is read into and
written from. Source: [AIF06], whose I-, RA- and CA-nodes these are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import NoReturn

from argue.errors import ArgueError, LimitExceeded
from argue.model.af import AF
from argue.model.argument import Graph

INFERENCE = "inference"
REPHRASE = "rephrase"

MAX_PARTS = 1_000_000
"""Most points, inferences and conflicts, each, that a map is read with."""


@dataclass(frozen=True, slots=True)
class Point:
    """Something said: an argument of a bare graph, or a statement; `kind` says what sort."""

    id: str
    text: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Inference:
    """Points from which, together, another is concluded; a rephrase says the same in new words."""

    id: str
    premises: tuple[str, ...]
    conclusion: str
    kind: str = INFERENCE


@dataclass(frozen=True, slots=True)
class Conflict:
    """A point attacks another, or an inference; `condition` says in words when it does."""

    attacker: str
    target: str
    condition: str = ""


@dataclass(frozen=True, slots=True)
class ArgumentMap:
    """Points, inferences and conflicts; every id that is named is that of a point or inference."""

    points: tuple[Point, ...]
    inferences: tuple[Inference, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    title: str = ""


def map_of_af(af: AF) -> ArgumentMap:
    """Answers a bare graph as a map: each argument a point, each attack a conflict."""
    points = tuple(Point(argument) for argument in af.arguments)
    return ArgumentMap(points, conflicts=tuple(Conflict(*attack) for attack in af.attacks))


def af_of_map(found: ArgumentMap) -> AF:
    """Answers a map as a bare graph.

    Raises: ArgueError if it has inferences, which a bare graph cannot hold.
    """
    if found.inferences:
        one = found.inferences[0]
        raise ArgueError(
            f"inferences, such as {one.id!r} to {one.conclusion!r}, have no place in a bare attack "
            "graph; see what follows from them with `argue rules`"
        )
    ids = (point.id for point in found.points)
    return AF.of(ids, ((one.attacker, one.target) for one in found.conflicts))


def map_of_graph(graph: Graph, title: str = "") -> ArgumentMap:
    """Answers the arguments of a case as a map.

    Each argument is a point with its sentence, what it rests on an inference to it, each attack a
    conflict; one that needs a ranking says so in its condition.
    """
    points = tuple(Point(a.id, a.text, str(a.kind)) for a in graph.arguments.values())
    inferences = tuple(
        Inference(f"inference:{a.id}", a.premises, a.id)
        for a in graph.arguments.values()
        if a.premises
    )
    conflicts = tuple(
        Conflict(each.attacker, each.target, _condition(each.higher, each.lower))
        for each in graph.attacks
    )
    return ArgumentMap(points, inferences, conflicts, title)


def _condition(higher: str | None, lower: str | None) -> str:
    return "" if higher is None else f"if {higher} ranks above {lower}"


def fresh_ids(start: str, taken: Iterable[str]) -> Callable[[], str]:
    """Answers a function that answers a new id at every call: the start and a number."""
    used = set(taken)
    numbers = count(1)
    return lambda: next(name for n in numbers if (name := f"{start}{n}") not in used)


@dataclass(slots=True)
class Parts:
    """The parts of a map as a reader finds them, put together by `assembled`.

    `schemes` maps the ids of inferences to their kind; `wrong` raises the reader's own error
    about an inference; a support leads from a point to a point or inference, or from an
    inference to what it concludes.
    """

    wrong: Callable[[str, str, str], NoReturn]
    points: dict[str, Point] = field(default_factory=dict[str, Point])
    schemes: dict[str, str] = field(default_factory=dict[str, str])
    supports: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    conflicts: list[Conflict] = field(default_factory=list[Conflict])
    title: str = ""

    def assembled(self) -> ArgumentMap:
        """Answers the map.

        Raises: what `wrong` does about an inference from nothing, to nothing, or to several
        points; LimitExceeded past MAX_PARTS.
        """
        if max(map(len, (self.points, self.supports, self.conflicts))) > MAX_PARTS:
            raise LimitExceeded(f"a map of arguments may have {MAX_PARTS} parts of a kind")
        premises: dict[str, dict[str, None]] = {scheme: {} for scheme in self.schemes}
        conclusions: dict[str, dict[str, None]] = {scheme: {} for scheme in self.schemes}
        plain: dict[tuple[str, str], None] = {}
        for source, target in self.supports:
            if target in self.schemes:
                premises[target][source] = None
            elif source in self.schemes:
                conclusions[source][target] = None
            else:
                plain[source, target] = None
        found = [self._inference(name, premises[name], conclusions[name]) for name in self.schemes]
        new = fresh_ids("s", (*self.points, *self.schemes))
        found += [Inference(new(), (source,), target) for source, target in plain]
        conflicts = tuple(dict.fromkeys(self.conflicts))
        return ArgumentMap(tuple(self.points.values()), tuple(found), conflicts, self.title)

    def _inference(
        self, name: str, premises: Mapping[str, None], conclusions: Mapping[str, None]
    ) -> Inference:
        if len(conclusions) != 1:
            advice = "let it lead to one point; write one inference for each conclusion"
            self.wrong(name, f"{name!r} concludes {len(conclusions) or 'nothing'}", advice)
        if not premises:
            self.wrong(name, f"{name!r} concludes from nothing", "say which points it starts from")
        (conclusion,) = conclusions
        return Inference(name, tuple(premises), conclusion, self.schemes[name])

"""How the extensions of a part are found, one class for each manner of finding.

A finder keeps its program, so that asking again costs no building. Members are numbers of the
part. `find` answers all extensions in which literals hold, lazily; `count` how many there are.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from math import inf
from typing import TypeAlias

from argue.asp.program import Deadline
from argue.semantics.solving import programs
from argue.semantics.solving.maximal import maximal
from argue.semantics.solving.parts import Part, has_odd_cycle
from argue.semantics.solving.programs import Encoded
from argue.semantics.solving.sweeping import swept

Members: TypeAlias = frozenset[int]

Wanted: TypeAlias = "Sequence[tuple[int, bool]]"
"""Arguments with whether they must be members."""

Encode: TypeAlias = "Callable[[Part, Deadline], Encoded]"


FEW = 50
"""Candidates for the ideal extension that are as well struck out a few at a time."""


class Finder(ABC):
    """What finds the extensions of one part under one semantics."""

    @abstractmethod
    def find(self, wanted: Wanted = ()) -> Iterator[Members]:
        """Answers the extensions in which the literals hold."""

    def all(self) -> Iterator[Members]:
        """Answers all extensions, where there is a faster way than one by one."""
        return self.find()

    def count(self) -> int:
        """Answers how many extensions there are."""
        return sum(1 for _ in self.all())

    def in_order(self, size: int) -> Iterator[Members]:
        """Answers the extensions of a part of so many arguments lazily, in the order of `rank`.

        Argument by argument: first those with it, then those without. What the next extension
        costs does not depend on how many there are, but is a question for each argument.
        """
        chosen: list[bool] = []
        some = next(self.find(), None)
        # Depth, whether the argument at that depth is a member, and an extension that shows it.
        work: list[tuple[int, bool, Members | None]] = []
        while some is not None or work:
            if some is None:
                depth, value, some = work.pop()
                chosen[depth:] = [value]
                some = some or next(self.find(list(enumerate(chosen))), None)
                if some is None:
                    continue
            if len(chosen) == size:
                yield some
            else:
                depth = len(chosen)
                for value in (False, True):
                    known = some if (depth in some) == value else None
                    work.append((depth, value, known))
            some = None


def rank(members: Iterable[int]) -> tuple[float, ...]:
    """Answers what extensions are ordered by: of two, first the one with the first difference."""
    return (*sorted(members), inf)


class Models(Finder):
    """Finds extensions that are the answer sets of a program."""

    def __init__(self, part: Part, encode: Encode, deadline: Deadline) -> None:
        """Build the program."""
        self.encoded = encode(part, deadline)

    def find(self, wanted: Wanted = ()) -> Iterator[Members]:
        """See Finder."""
        encoded = self.encoded
        for answer in encoded.answers(encoded.literals(wanted)):
            yield encoded.members(answer)

    def count(self) -> int:
        """See Finder."""
        return self.encoded.count()


class Preferred(Finder):
    """Finds preferred extensions: the maximal complete ones; without odd cycles the stable ones."""

    def __init__(self, part: Part, deadline: Deadline) -> None:
        """Keep the part; programs are built when first needed."""
        self._part, self._deadline = part, deadline

    @cached_property
    def _stable(self) -> Models | None:
        if has_odd_cycle(self._part):
            return None
        return Models(self._part, programs.stable, self._deadline)

    @cached_property
    def _grown(self) -> Encoded:
        return programs.complete(self._part, self._deadline)

    @cached_property
    def _listed(self) -> Encoded:
        found = programs.complete(self._part, self._deadline, programs.MAXIMAL_FIRST)
        # Where nothing is left for the heuristic to choose, the solver would not know the mode.
        (idle,) = found.program.atoms(1)
        found.program.add([((idle,), ())], choice=True)
        found.program.prefer([idle], first=True)
        return found

    def find(self, wanted: Wanted = ()) -> Iterator[Members]:
        """See Finder."""
        if self._stable is not None:
            yield from self._stable.find(wanted)
            return
        encoded = self._grown
        for found in maximal(encoded, encoded.inside, encoded.literals(wanted)):
            yield found.members

    def all(self) -> Iterator[Members]:
        """See Finder; this is the solver's own way to maximal answer sets."""
        if self._stable is not None:
            yield from self._stable.all()
            return
        for answer in self._listed.answers():
            yield self._listed.members(answer)

    def count(self) -> int:
        """See Finder."""
        return self._listed.count() if self._stable is None else self._stable.count()


class MaximalRange(Finder):
    """Finds the extensions of maximal range among the answer sets of a program.

    Where a stable extension exists, they are the stable ones, because then the maximal range is
    everything. Source: [Caminada06b] for semi-stable, [Verheij96] for stage extensions.
    """

    def __init__(self, part: Part, encode: Encode, deadline: Deadline) -> None:
        """Keep the part; programs are built when first needed."""
        self._part, self._encode, self._deadline = part, encode, deadline
        self._stable = Models(part, programs.stable, deadline)

    @cached_property
    def _some_stable(self) -> bool:
        return next(self._stable.find(), None) is not None

    @cached_property
    def _ranged(self) -> tuple[Encoded, list[int]]:
        encoded = self._encode(self._part, self._deadline)
        goals = encoded.ranged()
        encoded.program.prefer(-goal for goal in goals)
        return encoded, goals

    def find(self, wanted: Wanted = ()) -> Iterator[Members]:
        """See Finder."""
        if self._some_stable:
            yield from self._stable.find(wanted)
            return
        encoded, goals = self._ranged
        literals = encoded.literals(wanted)
        for found in maximal(encoded, goals, literals):
            for answer in encoded.answers([*literals, *found.reached]):
                yield encoded.members(answer)

    def lacking(self, members: Members) -> Members | None:
        """Answers an extension without one of these arguments, None if every one has them all."""
        encoded, goals = (self._stable.encoded, []) if self._some_stable else self._ranged
        lacks = encoded.one_of([-encoded.inside[i] for i in sorted(members)])
        found = next(maximal(encoded, goals, [lacks]), None)
        return None if found is None else found.members

    def count(self) -> int:
        """See Finder."""
        if self._some_stable:
            swept_over = swept(self._part, "stable", self._deadline)
            return self._stable.count() if swept_over is None else swept_over
        encoded, goals = self._ranged
        return sum(encoded.count([*found.reached]) for found in maximal(encoded, goals))


class Single(Finder):
    """Finds the one extension of a semantics that always has exactly one."""

    def __init__(
        self, part: Part, solve: Callable[[Part, Deadline], Members], deadline: Deadline
    ) -> None:
        """Keep the part and the algorithm, which runs when first asked."""
        self._part, self._solve, self._deadline = part, solve, deadline

    @cached_property
    def _members(self) -> Members:
        return self._solve(self._part, self._deadline)

    def find(self, wanted: Wanted = ()) -> Iterator[Members]:
        """See Finder."""
        if all((i in self._members) == value for i, value in wanted):
            yield self._members


def ideal(part: Part, deadline: Deadline) -> Members:
    """Answers the largest admissible set that no admissible set attacks.

    Equals: `definitions.ideal`. It lies inside every preferred extension, so one of them bounds
    it; from the bound goes what some complete extension attacks, and what is then undefended.
    One search, which asks after every answer for an attack on what is left. Source: [DMT07] for
    the characterisation; [Fudge21] for seeking attacks instead of members.
    """
    bound = largest_admissible(part, next(Preferred(part, deadline).find()))
    if not bound:
        return bound
    encode = programs.complete if has_odd_cycle(part) else programs.stable
    encoded = encode(part, deadline)
    if len(bound) > FEW:
        # What an answer leaves out it mostly attacks, so that every answer takes much away.
        encoded.program.avoid([encoded.inside[i] for i in sorted(bound)])
    attack = encoded.one_of([encoded.attacked[i] for i in sorted(bound)])
    for answer in encoded.answers([attack]):
        # Reading an answer costs more than finding it, so only what matters is read.
        asked = sorted(bound)
        hit = answer.holds([encoded.attacked[i] for i in asked])
        rest = frozenset([i for i, value in zip(asked, hit, strict=True) if not value])
        bound = largest_admissible(part, rest)
        if not bound:
            break
        answer.require([[encoded.attacked[i] for i in sorted(bound)]])
    return bound


def eager(part: Part, deadline: Deadline) -> Members:
    """Answers the largest admissible set inside every semi-stable extension.

    Equals: `definitions.eager`. Asked is only after extensions that lack some of what is left, for
    there may be exponentially many that do not. Source: [Caminada07].
    """
    finder = MaximalRange(part, programs.complete, deadline)
    common = largest_admissible(part, next(finder.find()))
    while common and (other := finder.lacking(common)) is not None:
        common = largest_admissible(part, common & other)
    return common


def largest_admissible(part: Part, members: Members) -> Members:
    """Answers the largest admissible subset of a conflict-free set; what it cannot defend goes.

    Source: [Dunne09] (the second step towards the ideal extension). Cost: linear.
    """
    kept = bytearray(len(part))
    for i in members:
        kept[i] = 1
    # How many members attack each argument.
    against = [0] * len(part)
    for i in members:
        for victim in part.attacked[i]:
            against[victim] += 1
    doomed = [i for i in members if any(not against[j] for j in part.attackers[i])]
    for i in doomed:
        if not kept[i]:
            continue
        kept[i] = 0
        for victim in part.attacked[i]:
            against[victim] -= 1
            if not against[victim]:
                doomed += [j for j in part.attacked[victim] if kept[j]]
    return frozenset(i for i in members if kept[i])

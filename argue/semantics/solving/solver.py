"""A graph that is asked many questions: what was worked out for one serves the next."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping, Sequence
from functools import cached_property
from itertools import islice, product
from typing import TypeAlias

from argue.asp.program import Deadline
from argue.errors import ArgueError, LimitExceeded, OutOfBudget
from argue.model.af import AF
from argue.semantics.grounded import IN, UNDECIDED
from argue.semantics.solving.counting import Counting
from argue.semantics.solving.finders import Finder, Members, rank
from argue.semantics.solving.parts import Part, components, cone, reduct, together, whole
from argue.semantics.solving.sweeping import swept
from argue.semantics.solving.ways import WAYS

Shared: TypeAlias = "MutableMapping[tuple[str, tuple[tuple[int, ...], ...]], Finder]"
"""Finders by semantics and attackers: parts of one shape have one finder, whatever their ids."""

SMALL = 200
"""Components of fewer arguments are solved together where one extension is enough."""

MOST_HELD = 50_000_000
"""Members of the extensions of one component that are held in memory, to be put in order."""

FEW = 10
"""The extensions of so few arguments are listed as fast as they are counted otherwise."""


class Solver:
    """One graph under one semantics, asked any number of questions.

    Extensions are sets of places in `af.arguments`. Programs are built when first needed and
    kept. The deadline may be moved; a search that is not done by then raises OutOfBudget.
    """

    def __init__(
        self, af: AF, semantics: str, deadline: Deadline, *, shared: Shared | None = None
    ) -> None:
        """Take the graph; nothing is worked out yet.

        With `shared`, finders are kept there by the content of their parts, for other graphs that
        have the same parts.
        """
        self.af, self.deadline = af, deadline
        self._semantics, self._way = semantics, WAYS[semantics]
        self._finders: dict[tuple[int, ...], Finder] = {}
        self._shared = shared

    def all(self, limit: int | None = None) -> Iterator[Members]:
        """Answers every extension, or the first few, in an order that the graph alone decides.

        Components come in the order of their first arguments, and in each the extensions by their
        `rank`; those of the last component change fastest. With a limit the first are found one
        by one; without one, all of a component are found and then ordered. Raises: OutOfBudget,
        LimitExceeded past MOST_HELD, after those that can be put together of what was found until
        then.
        """
        families: list[list[tuple[int, ...]]] = []
        ended: ArgueError | None = None
        for part in self._components:
            family: list[tuple[int, ...]] = []
            try:
                family.extend(self._first(part, limit))
            except (OutOfBudget, LimitExceeded) as error:
                ended = error
            if not family and ended is None:
                return
            families.append(sorted(family, key=rank))
        # Putting together asks the solver nothing; what was found last is told even if it is late.
        sure = len(families[-1]) if ended is not None else 1
        for number, choice in enumerate(islice(product(*families), limit)):
            if number >= sure:
                self.deadline.check()
            yield self._core.union(*choice)
        if ended is not None:
            raise ended

    def _first(self, part: Part, limit: int | None) -> Iterator[tuple[int, ...]]:
        """Answers extensions of a part as sorted places, which take less memory than sets."""
        finder = self._finder(part)
        found = finder.all() if limit is None else islice(finder.in_order(len(part)), limit)
        held = 0
        for members in found:
            held += len(members)
            if limit is None and held > MOST_HELD:
                raise LimitExceeded(
                    f"the extensions of one component have more than {MOST_HELD:,} members; "
                    "--limit N lists the first N extensions, CE counts them"
                )
            yield tuple(sorted([part.places[i] for i in members]))

    def count(self) -> int:
        """Answers how many extensions there are: the product over the components."""
        total = 1
        for part in self._components:
            total *= self._counted(part)
            if not total:
                break
        return total

    def _counted(self, part: Part) -> int:
        if len(part) <= FEW:
            return self._finder(part).count()
        number = swept(part, self._semantics, self.deadline)
        if number is not None:
            return number
        return self._chain.count(part) if self._way.recursive else self._finder(part).count()

    @cached_property
    def _chain(self) -> Counting:
        return Counting(self._semantics, self._way.make, self.deadline)

    def one(self) -> Members | None:
        """Answers some extension, None where there is none."""
        return self._joined(self._groups, ())

    def find(self, place: int, wanted: bool) -> Members | None:
        """Answers an extension that has (or has not) the argument, None where there is none."""
        if self._way.reduced and self._labels[place] != UNDECIDED:
            return self.one() if (self._labels[place] == IN) == wanted else None
        area = cone(self._base, self._base.local(place)) if self._way.directional else None
        if area is not None and self._is_worth(area):
            return self._find_in_cone(area, place, wanted)
        return self._joined(self._groups, [(place, wanted)])

    def having(self, wanted: Sequence[tuple[int, bool]]) -> Members | None:
        """Answers an extension with all these arguments in or not in, None if there is none."""
        undecided: list[tuple[int, bool]] = []
        for place, value in wanted:
            if not self._way.reduced or self._labels[place] == UNDECIDED:
                undecided.append((place, value))
            elif (self._labels[place] == IN) != value:
                return None
        return self._joined(self._components, undecided)

    def _is_worth(self, area: Part) -> bool:
        """Answers whether to look at a cone first: if what is found there is not lost later."""
        return not self._way.single or 2 * len(area) <= len(self._base)

    def _find_in_cone(self, area: Part, place: int, wanted: bool) -> Members | None:
        found = next(self._finder(area).find([(area.local(place), wanted)]), None)
        if found is None:
            return None
        members = _placed(area, found)
        if self._way.spread is not None:
            base = self._base
            inside = frozenset(base.local(i) for i in members)
            return self._core | _placed(base, self._way.spread(base, inside))
        settled = frozenset(area.places)
        rest = [group for group in self._groups if not settled.issuperset(group.places)]
        done = members.difference(*(group.places for group in rest))
        joined = self._joined(rest, [(i, True) for i in sorted(members)])
        return None if joined is None else joined | done

    def _joined(self, parts: Sequence[Part], wanted: Sequence[tuple[int, bool]]) -> Members | None:
        """Answers the core with one extension of each part in which the literals hold."""
        chosen = [self._core]
        # The part that is asked about comes first: it may answer that there is none.
        for part in sorted(parts, key=lambda part: not any(part.holds(i) for i, _ in wanted)):
            here = [(part.local(i), value) for i, value in wanted if part.holds(i)]
            found = next(self._finder(part).find(here), None)
            if found is None:
                return None
            chosen.append(_placed(part, found))
        return frozenset[int]().union(*chosen)

    def _finder(self, part: Part) -> Finder:
        key = tuple(part.places)
        if key not in self._finders:
            self._finders[key] = self._made(part)
        return self._finders[key]

    def _made(self, part: Part) -> Finder:
        if self._shared is None:
            return self._way.make(part, self.deadline)
        content = self._semantics, tuple(map(tuple, part.attackers))
        found = self._shared.get(content)
        if found is None:
            found = self._shared[content] = self._way.make(part, self.deadline)
        return found

    @cached_property
    def _reduct(self) -> tuple[bytearray, Part]:
        return reduct(self.af)

    @property
    def _labels(self) -> bytearray:
        return self._reduct[0]

    @cached_property
    def _base(self) -> Part:
        return self._reduct[1] if self._way.reduced else whole(self.af)

    @cached_property
    def _core(self) -> Members:
        if not self._way.reduced:
            return frozenset()
        return frozenset(i for i, label in enumerate(self._labels) if label == IN)

    @cached_property
    def _components(self) -> tuple[Part, ...]:
        return components(self._base)

    @cached_property
    def _groups(self) -> tuple[Part, ...]:
        """The large components, and all small ones as one part."""
        large = tuple(part for part in self._components if len(part) >= SMALL)
        small = [part for part in self._components if len(part) < SMALL]
        return (*large, together(self._base, small)) if small else large


def _placed(part: Part, members: Members) -> Members:
    """Answers members of a part as places in the graph."""
    return frozenset([part.places[i] for i in members])

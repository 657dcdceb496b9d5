"""Numbers known only within bounds: the regions in which every comparison comes out alike.

Intervals matter only through the signs of comparisons. So the formulas are run over linear forms,
splitting the box of unknowns wherever a sign is open; regions with the same signs are one, and
one point stands for each. For the whole case together the regions are exact. Where there are too
many, every source gets regions of its own: their combinations include some that no numbers give,
an outer bound, and the analysis says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType

from argue import registry
from argue.construct.deferred import MOVING
from argue.construct.linear import NOT_LINEAR, Bounds, Box, Region, form, forms
from argue.construct.places import unfit
from argue.construct.prerogative import comparisons
from argue.construct.region_words import texts_of
from argue.construct.simplex import AT_MOST
from argue.construct.views import missing_data, questions_of, read_cell, view
from argue.construct.words import listed, written
from argue.construct.worlds import NUMBERS, Question, World, facts_in_cell, open_facts, worlds_over
from argue.errors import FrameworkError, LimitExceeded
from argue.model.case import (
    Case,
    Cell,
    Choice,
    FrameworkUse,
    Interval,
    Lottery,
    Mode,
    Standpoint,
    TargetKind,
    Universal,
    Unknown,
)
from argue.model.framework import Findings, Framework, View
from argue.model.numbers import EXACT, Number
from argue.model.record import record

MOST_REGIONS = 60
"""Regions told apart for the whole case; beyond, each source gets regions of its own."""
MOST_RUNS = 600
"""Runs of the formulas in one search for regions."""
MOST_NAMED = 6
"""Intervals named where there are too many regions."""

Reader = Callable[[Region], list[bool]]
"""Runs the formulas of some sources in a region; answers how their comparisons came out."""


def with_sign_cells(case: Case) -> Case:
    """Answers the case with every interval told apart into regions; unchanged without intervals.

    Raises: LimitExceeded if a formula is not linear in an interval, or if even one source has
    too many regions.
    """
    named, box = named_intervals(case)
    if not box:
        return case
    readers = dict(_readers(named))
    try:
        found = {"": _regions(box, lambda region: _all(readers.values(), region))}
    except _TooMany as error:
        if len(readers) == 1:
            raise _refused(next(iter(readers)), box, error) from error
        found = {name: _own(name, box, reader) for name, reader in readers.items()}
    texts = {name: texts_of(regions, box) for name, regions in found.items()}
    points = {name: [regions[0].point() for regions in groups] for name, groups in found.items()}
    return replace(
        _mapped(named, lambda cell: _valued(cell, points)), regions=MappingProxyType(texts)
    )


class _TooMany(Exception):
    """More than is told apart, and in words of what; `cuts` counts how often intervals are cut."""

    def __init__(self, regions: Iterable[Region], *, groups: int) -> None:
        """Count the cuts of the regions found, which fall into so many groups."""
        super().__init__()
        self.told = (
            f"more than {MOST_REGIONS} ways to compare the options, too many to tell apart"
            if groups > MOST_REGIONS
            else f"more parts to tell apart than {MOST_RUNS} runs of its formulas look through"
        )
        cuts = (row for region in regions for row, kind in region.constraints if kind != AT_MOST)
        self.cuts = Counter(name for row in cuts for name, _ in row.terms)


def _own(name: str, box: Box, reader: Reader) -> list[list[Region]]:
    try:
        return _regions(box, reader)
    except _TooMany as error:
        raise _refused(name, box, error) from error


def _refused(name: str, box: Box, error: _TooMany) -> LimitExceeded:
    names = [n for n, _ in error.cuts.most_common()]
    rest = [f"{len(names) - MOST_NAMED} more"] if len(names) > MOST_NAMED else []
    several = "interval" if len(names) == 1 else "intervals"
    most = "" if len(names) == 1 else ", most on the first"
    low, high = (written(end) for end in box[names[0]])
    return LimitExceeded(
        f"the intervals leave {name} {error.told}; they hang on {len(names)} {several} "
        f"({listed([*names[:MOST_NAMED], *rest])}){most}: narrow it, now from {low} to {high}, or "
        "write numbers"
    )


def _regions(box: Box, reader: Reader) -> list[list[Region]]:
    """Answers the regions of the box, those with the same comparisons together."""
    groups: dict[tuple[bool, ...], list[Region]] = {}
    waiting = [Region(box)]
    for _ in range(MOST_RUNS):
        region = waiting.pop()
        groups.setdefault(tuple(reader(region)), []).append(region)
        waiting += region.others
        if len(groups) > MOST_REGIONS:
            break
        if not waiting:
            return list(groups.values())
    raise _TooMany((r for alike in groups.values() for r in alike), groups=len(groups))


def _all(readers: Iterable[Reader], region: Region) -> list[bool]:
    return [outcome for reader in readers for outcome in reader(region)]


def _readers(case: Case) -> Iterator[tuple[str, Reader]]:
    for use in case.frameworks:
        kind = registry.framework(use.type)
        if not missing_data(case, use, kind):
            yield use.id, _FrameworkReader(case, use, kind)
    for person in case.standpoints.values():
        if person.agent and person.cap and case.payoffs:
            yield f"cap:{person.id}", _CapReader(case, person)


@record
class _FrameworkReader:
    """Runs one framework in every world, forcing the comparisons that its reasons turn on."""

    case: Case
    use: FrameworkUse
    kind: Framework

    def __call__(self, region: Region) -> list[bool]:
        questions = questions_of(self.case, self.use, self.kind)
        outcomes: list[bool] = []
        for world in worlds_over(self.case, questions, of=self.use.id):
            seen = view(self.case, self.use, self.kind, {**world, Question(NUMBERS, ""): region})
            try:
                outcomes += self._compared(_as_forms(seen, region))
            except TypeError as error:  # a root or power asks a form for one number
                raise LimitExceeded(f"{self.use.id}: {NOT_LINEAR}") from error
            except FrameworkError as error:
                raise unfit(self.case, self.use, error) from error
        return outcomes

    def _compared(self, seen: View) -> list[bool]:
        outcomes = comparisons(self.case, self.use, seen)
        residue = {**self.kind.defaults(), **self.use.parameters}.get("residue_above")
        if residue is not None and self.kind.value is not None:
            outcomes += [value > residue for value in self.kind.value(seen, MOVING)]
        if self.use.mode is Mode.ENOUGH and self.kind.value is not None:
            sign = -1 if self.kind.value_is_burden else 1
            surplus = [sign * (v - self.use.enough) for v in self.kind.value(seen, MOVING)]
            return outcomes + [value >= 0 for value in surplus]
        found = self.kind.compare(seen, MOVING)
        outcomes += [margin > 0 for margin in found.margins.values()]
        outcomes += [passed > 0 for passed in found.passes or ()]
        outcomes += [holds > 0 for holds in found.answered.values()]
        return outcomes + self._complaints(found)

    def _complaints(self, found: Findings) -> list[bool]:
        outcomes: list[bool] = []
        singled_out = any(
            c.against.kind is TargetKind.REPLY and c.against.name == self.use.id
            for c in self.case.challenges.values()
        )
        for against_a, against_b in found.complaints.values():
            repliers = against_a if singled_out else [MOVING.largest(against_a)]
            for mine, other in zip(against_b, against_a, strict=True):
                speaks = mine > other
                outcomes.append(speaks)
                outcomes += [speaks and reply >= mine for reply in repliers]
        return outcomes


@record
class _CapReader:
    """Runs the comparisons of an agent's cap."""

    case: Case
    person: Standpoint

    def __call__(self, region: Region) -> list[bool]:
        cells = [self.case.payoffs[option][self.person.id] for option in self.case.options]
        named = {fact for cell in cells for fact in facts_in_cell(cell)}
        questions = {Question("fact", fact) for fact in named & open_facts(self.case)}
        outcomes: list[bool] = []
        for world in worlds_over(self.case, questions, of=self.person.id):
            mine = [self._read(cell, world, region) for cell in cells]
            cheapest = EXACT.largest(mine)
            outcomes += [got < other for got in mine for other in mine]
            outcomes += [cheapest - got >= cap for got in mine for cap in self.person.cap.values()]
        return outcomes

    def _read(self, cell: Cell, world: World, region: Region) -> Number:
        number = read_cell(self.case, cell, {**world, Question(NUMBERS, ""): region})
        return form(number if number is not None else Fraction(0), region)


def _as_forms(seen: View, region: Region) -> View:
    return replace(
        seen,
        cells=forms(seen.cells, region),
        acts=forms(seen.acts, region),
        states=[(p, forms(cells, region)) for p, cells in seen.states],
        universal=[tuple(form(u, region) for u in pair) for pair in seen.universal],
    )


def named_intervals(case: Case) -> tuple[Case, dict[str, Bounds]]:
    """Answers the case with its intervals named, and the bounds of each name.

    A cell of `general` that stands in `payoffs` as well is one and the same unknown.
    """
    box: dict[str, Bounds] = {}

    def name(path: str, cell: Cell) -> Cell:
        if isinstance(cell, Interval):
            free = path if path not in box else f"{path}#{sum(p.startswith(path) for p in box)}"
            box[free] = (cell.low, cell.high)
            return Unknown(free, cell.low, cell.high)
        if isinstance(cell, Choice):
            then, otherwise = name(path, cell.then), name(path, cell.otherwise)
            return replace(cell, then=then, otherwise=otherwise)
        if isinstance(cell, Lottery):
            return Lottery(tuple((p, name(path, branch)) for p, branch in cell.branches))
        return cell

    payoffs = {
        o: {k: name(f"payoffs.{o}.{k}", cell) for k, cell in row.items()}
        for o, row in case.payoffs.items()
    }
    general = {
        o: {
            k: payoffs[o][k]
            if o in payoffs and case.payoffs[o][k] == cell
            else name(f"general.{o}.{k}", cell)
            for k, cell in row.items()
        }
        for o, row in case.general.items()
    }
    universal = {
        o: replace(
            entry,
            everyone=name(f"universal.{o}.all", entry.everyone),
            nobody=name(f"universal.{o}.nobody", entry.nobody),
        )
        if isinstance(entry, Universal)
        else entry
        for o, entry in case.universal.items()
    }
    return replace(case, payoffs=payoffs, general=general, universal=universal), box


def _mapped(case: Case, change: Callable[[Cell], Cell]) -> Case:
    """Answers the case with every cell changed."""
    return replace(
        case,
        payoffs={o: {k: change(c) for k, c in row.items()} for o, row in case.payoffs.items()},
        general={o: {k: change(c) for k, c in row.items()} for o, row in case.general.items()},
        universal={
            o: replace(entry, everyone=change(entry.everyone), nobody=change(entry.nobody))
            if isinstance(entry, Universal)
            else entry
            for o, entry in case.universal.items()
        },
    )


def _valued(cell: Cell, points: Mapping[str, Sequence[Mapping[str, Fraction]]]) -> Cell:
    if isinstance(cell, Unknown):
        values = {name: tuple(p[cell.name] for p in regions) for name, regions in points.items()}
        return replace(cell, values=MappingProxyType(values))
    if isinstance(cell, Choice):
        then, otherwise = _valued(cell.then, points), _valued(cell.otherwise, points)
        return replace(cell, then=then, otherwise=otherwise)
    if isinstance(cell, Lottery):
        return Lottery(tuple((p, _valued(branch, points)) for p, branch in cell.branches))
    return cell

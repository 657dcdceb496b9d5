"""What items are made from: a case with its graph, a bare graph, or nothing but a seed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from argue.analysis import analyze
from argue.errors import FileError
from argue.explain.circumstances import given_by
from argue.explain.discussion import plain_graph
from argue.explain.explanation import Support
from argue.explain.why import why
from argue.io.case import load_case
from argue.io.graphs import FORMATS, load_af
from argue.model.af import AF
from argue.model.argument import Kind
from argue.model.case import Case
from argue.model.record import record
from argue.model.verdict import Label, Status
from argue.seminar.quiz.draw import Draw
from argue.seminar.quiz.maps import Fits, Map, drawn_map, first_fitting, part_of_case, part_of_graph
from argue.verdict.result import Analysis

Pairs = tuple[tuple[str, str], ...]
"""Priorities: pairs (higher, lower) of sources."""

MOST_REASONS = 2
"""Reasons told for one side at most: the rest stands in the report."""

GRAPHS = tuple(
    s for form in ("i23", "apx", "tgf", "aif", "argdown") for s in FORMATS[form].suffixes
)


@record
class Ground:
    """Why an option is accepted or rejected: under which conditions, for which reasons.

    `conditions` are what arguments say, `ranked` the priorities among them.
    """

    accepted: bool
    conditions: tuple[str, ...]
    ranked: Pairs
    reasons: tuple[str, ...]


def _ground(analysis: Analysis, support: Support) -> Ground:
    arguments = analysis.graph.arguments
    given = support.given
    said = [arguments[name] for name in support.arguments if name not in given.answers]
    kinds = (Kind.REASON, Kind.REPLY, Kind.CHALLENGE)
    return Ground(
        support.label is Label.IN,
        tuple(arguments[name].text for name in given.answers if name in arguments),
        given.priorities,
        tuple(a.text.rstrip(".") for a in said if a.kind in kinds)[:MOST_REASONS],
    )


class DrawnSource:
    """Small graphs of letters drawn from the seed."""

    name = "drawn"
    case: CaseSource | None = None

    def map(self, fits: Fits, draw: Draw) -> Map | None:
        """Answers a map that fits, None if none was found."""
        return first_fitting(drawn_map, fits, draw)


class GraphSource:
    """A bare graph from a file."""

    case: CaseSource | None = None

    def __init__(self, name: str, af: AF) -> None:
        """Take a graph and what it is called."""
        self.name, self.af = name, af

    def map(self, fits: Fits, draw: Draw) -> Map | None:
        """Answers a part of the graph that fits, None if none was found."""
        return first_fitting(lambda stream: part_of_graph(self.af, stream), fits, draw)


class CaseSource:
    """A case, what it comes to, and what it would come to under other rankings."""

    def __init__(self, case: Case) -> None:
        """Take a case; it is analysed when something is asked about it."""
        self.name, self.given = case.id, case
        self._under: dict[Pairs, Analysis] = {}

    @property
    def case(self) -> CaseSource:
        """This source, being one of a case."""
        return self

    @property
    def analysis(self) -> Analysis:
        """The case as it stands, analysed once."""
        return self.under(())

    def under(self, pairs: Pairs) -> Analysis:
        """Answers the analysis of the case with these priorities added."""
        if pairs not in self._under:
            self._under[pairs] = analyze(self.given, priorities=pairs)
        return self._under[pairs]

    def statuses(self, pairs: Pairs = ()) -> Mapping[str, Status]:
        """Answers what every option is, with these priorities added."""
        return self.under(pairs).statuses

    @cached_property
    def _grounds(self) -> dict[tuple[Pairs, str], tuple[Ground, ...]]:
        return {}

    def grounds(self, option: str, pairs: Pairs = ()) -> tuple[Ground, ...]:
        """Answers why an option is accepted, and why it is rejected, under priorities."""
        key = (pairs, option)
        if key not in self._grounds:
            analysis = self.under(pairs)
            supports = {s.label: s for s in reversed(why(analysis, option).supports)}
            found = (_ground(analysis, supports[label]) for label in Label if label in supports)
            self._grounds[key] = tuple(found)
        return self._grounds[key]

    @cached_property
    def _plain(self) -> tuple[AF, ...]:
        """The plain graph of every position."""
        given = [given_by(position) for position in self.analysis.positions]
        return tuple(plain_graph(self.analysis, each) for each in given)

    def map(self, fits: Fits, draw: Draw) -> Map | None:
        """Answers a part of the case's graph, in one of its positions, that fits."""

        def make(stream: Draw) -> Map:
            plain = stream.one(self._plain)
            return part_of_case(plain, self.analysis.graph, self.given, stream)

        return first_fitting(make, fits, draw) if self._plain else None


Source = DrawnSource | GraphSource | CaseSource


def source_of(name: str) -> Source:
    """Answers what a name given to `argue quiz` means: a graph by its suffix, else a case.

    Raises: what reading the file raises; FileError for a graph without attacks; ArgueError for a
    case that comes to no position.
    """
    if any(name.lower().endswith(suffix) for suffix in GRAPHS):
        af = load_af(name)
        if not af.attacks:
            raise FileError(f"{name} has no attacks to ask about; give a graph that has some")
        return GraphSource(Path(name).name, af)
    return CaseSource(load_case(name))

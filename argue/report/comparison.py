"""Semantics and frameworks side by side: what each makes of the same options.

A semantics is taken within each ranking of the sources and each way the open questions fall, and
once more on the one flat graph that holds rankings as arguments.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from typing import Any

from argue.analysis import analyze, distinct
from argue.errors import UnknownId
from argue.model.case import Case
from argue.model.record import record
from argue.model.verdict import Outcome, Status
from argue.report.content import Block, Item, Items, Paragraph, Report, Section, Table
from argue.report.sections.alone import source_name
from argue.report.words import plain_source, plural, quoted
from argue.semantics.table import TABLE, Semantics
from argue.verdict.enumerated import Enumerated
from argue.verdict.rankings import telling_rankings
from argue.verdict.result import Analysis, Setup
from argue.verdict.statuses import outcome_of, statuses_of

SEMANTICS = (
    "grounded",
    "complete",
    "ideal",
    "eager",
    "preferred",
    "semi-stable",
    "stable",
    "stage",
)
"""What is compared if nothing else is asked for; the others have extensions beyond number."""

STANDARD = "preferred"


@record
class Reading:
    """What one semantics makes of the options; `flat` on the graph with rankings as arguments.

    `extensions` counts the different ways the options stand, none if there is no extension.
    """

    semantics: str
    flat: bool
    outcome: Outcome
    statuses: Mapping[str, Status]
    extensions: int

    @property
    def name(self) -> str:
        """The semantics, marked where it is taken on the flat graph."""
        return f"{self.semantics}, flat" if self.flat else self.semantics


@record
class Comparison:
    """One case under several semantics, beside what each of its sources says alone."""

    analysis: Analysis
    readings: tuple[Reading, ...]

    def differing(self) -> tuple[Reading, ...]:
        """Answers the readings in which some option stands otherwise than in the analysis."""
        return tuple(r for r in self.readings if dict(r.statuses) != dict(self.analysis.statuses))

    def to_dict(self) -> dict[str, Any]:
        """Answers the comparison as plain data for JSON, schema `argue/comparison/v1`."""
        case, setup = self.analysis.case, self.analysis.setup
        return {
            "schema": "argue/comparison/v1",
            "case": {"id": case.id, "title": case.title, "sha256": case.sha256},
            "settings": {
                "facts": dict(setup.facts),
                "priorities": [list(pair) for pair in setup.priorities],
                "frameworks": None if setup.frameworks is None else list(setup.frameworks),
            },
            "options": list(case.options),
            "semantics": [
                {
                    "semantics": reading.semantics,
                    "flat": reading.flat,
                    "outcome": str(reading.outcome),
                    "statuses": {o: str(s) for o, s in reading.statuses.items()},
                    "extensions": reading.extensions,
                    "source": TABLE[Semantics(reading.semantics)].source,
                }
                for reading in self.readings
            ],
            "alone": {
                source: {option: str(word) for option, word in row.items()}
                for source, row in self.analysis.alone.items()
            },
        }


def compare(  # noqa: PLR0913  (one keyword a choice of the command line)
    case: Case,
    *,
    semantics: Sequence[str] = SEMANTICS,
    facts: Mapping[str, bool] | None = None,
    priorities: Sequence[tuple[str, str]] = (),
    frameworks: Sequence[str] | None = None,
    timeout: float | None = None,
) -> Comparison:
    """Answers how a case comes out under each semantics, within rankings and on the flat graph.

    What each source says alone is taken under preferred semantics. `timeout`, in seconds, bounds
    all of it.

    Raises: UnknownId for a semantics or a name the case does not have; ArgueError for priorities
    in a cycle; LimitExceeded past a documented bound; OutOfBudget past the timeout.
    """
    for name in semantics:
        if name not in list(Semantics):
            raise UnknownId("semantics", name, [str(known) for known in Semantics])
    deadline = None if timeout is None else time.monotonic() + timeout
    analysis = analyze(
        case, facts=facts, priorities=priorities, frameworks=frameworks, timeout=timeout
    )
    asked = [
        Setup(semantics=s, flat=flat) for s in dict.fromkeys(semantics) for flat in (False, True)
    ]
    graph = analysis.graph
    orders = telling_rankings(graph)
    enumerated = (
        Enumerated(graph, s.semantics, flat=s.flat, orders=orders, deadline=deadline) for s in asked
    )
    return Comparison(analysis, tuple(_reading(analysis, found) for found in enumerated))


def _reading(analysis: Analysis, setup: Enumerated) -> Reading:
    found = distinct(setup.found())
    statuses = statuses_of(analysis.graph.options, found)
    outcome = outcome_of(analysis.case, analysis.sources, statuses)
    return Reading(setup.semantics, setup.flat, outcome, statuses, len(found))


def comparison_report(comparison: Comparison) -> Report:
    """Answers the comparison as a report of two tables, each with what is to be seen in it."""
    case = comparison.analysis.case
    sections = (_semantics(comparison), _frameworks(comparison.analysis))
    return Report(case.title, case.question, sections)


def _semantics(comparison: Comparison) -> Section:
    options = tuple(comparison.analysis.case.options)
    rows = tuple(
        (reading.name, *(str(reading.statuses[option]) for option in options))
        for reading in comparison.readings
    )
    remarks = (
        Item(
            'Within each ranking of the principles, and each way that disputed points fall; "flat" '
            "on one graph that has the rankings as arguments."
        ),
        *_remarks(comparison),
    )
    blocks: tuple[Block, ...] = (Table(("", *options), rows), Items(remarks))
    return Section("semantics", "What each semantics gives", blocks)


def _remarks(comparison: Comparison) -> tuple[Item, ...]:
    differing = comparison.differing()
    undefined = [r.name for r in comparison.readings if not r.extensions]
    said: list[Item] = []
    if not differing:
        said.append(Item("All of them give the same statuses."))
    else:
        number = f"{len(differing)} of {plural(len(comparison.readings), 'row')}"
        said.append(Item(f"{number} differ from {STANDARD} semantics within each ranking."))
    if undefined:
        said.append(Item(f"Undefined, for want of any extension: {'; '.join(undefined)}."))
    return tuple(said)


def _frameworks(analysis: Analysis) -> Section:
    title = "What each framework, norm or reason says alone"
    options = tuple(analysis.case.options)
    if not analysis.alone:
        return Section("alone", title, (Paragraph("Nothing is at work in this case."),))
    rows = tuple(
        (source_name(analysis, source), *(str(words[option]) for option in options))
        for source, words in analysis.alone.items()
    )
    together = ("all together", *(str(analysis.statuses[option]) for option in options))
    silent = tuple(
        Item(f"{plain_source(source.id).capitalize()} is silent: {source.missing}.")
        for source in analysis.sources
        if source.missing
    )
    ruled = tuple(
        Item(f"No source alone forbids {quoted(option)}; together they rule it out.")
        for option in options
        if analysis.statuses[option] is Status.IMPERMISSIBLE
        and all(str(words[option]) != "forbidden" for words in analysis.alone.values())
    )
    remarks = (*silent, *ruled)
    table = Table(("", *options), (*rows, together))
    return Section("alone", title, (table, Items(remarks)) if remarks else (table,))

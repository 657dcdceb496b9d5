"""From a case to its analysis: the calls, in order.

sources_of -> graph_of -> Positions -> statuses_of, and what they hang on -> Analysis
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import MappingProxyType

from argue import registry
from argue.construct.given import as_given
from argue.construct.graph import graph_of
from argue.construct.said import Source
from argue.construct.sources import sources_of
from argue.construct.worlds import has_intervals
from argue.errors import OutOfBudget, UnknownId
from argue.model.argument import Graph, Kind
from argue.model.case import Case, Compliance, FactStatus, Priority, must_be_case
from argue.model.patience import working_until
from argue.model.verdict import Outcome, Position, Proposal, Shared, Status
from argue.norms.nested import argued
from argue.norms.review import review
from argue.semantics.table import Semantics
from argue.verdict.attribution import attribution
from argue.verdict.considered import compare_considered
from argue.verdict.engine import distinct, positions_of
from argue.verdict.notices import notices
from argue.verdict.partial import OutOfTime, SoFar
from argue.verdict.result import Analysis, Setup
from argue.verdict.search import Searches
from argue.verdict.settings import Labels
from argue.verdict.shared import Alone, allowed_by, led_branches, ruled_out, said_alone
from argue.verdict.simplifying import simpler
from argue.verdict.standing import branches
from argue.verdict.statuses import basis_of, flags_of, outcome_of, statuses_of


def analyze(  # noqa: PLR0913  (one keyword a choice of the command line)
    case: Case,
    *,
    facts: Mapping[str, bool] | None = None,
    priorities: Iterable[tuple[str, str]] = (),
    frameworks: Sequence[str] | None = None,
    semantics: str = "preferred",
    flat: bool = False,
    compliance: str | None = None,
    timeout: float | None = None,
) -> Analysis:
    """Answers what a case comes to: statuses, positions, who disagrees, what it hangs on.

    `facts` settles disputed facts, `priorities` adds pairs (higher, lower) of sources,
    `frameworks` keeps only these of the sources that are frameworks. `semantics` is one of Dung
    graphs, taken within each ranking and branch, or with `flat` on the one graph that has the
    rankings as arguments. `compliance` is a level in place of the case's own; `timeout` in seconds.

    Raises: UnknownId for a semantics, a level or a name the case does not have; ArgueError if the
    priorities form a cycle; LimitExceeded past a documented bound; OutOfTime past the timeout, with
    what was known by then; TypeError for what is no case, such as the name of one.
    """
    must_be_case(case, "analyze")
    _known("semantics", semantics, [str(known) for known in Semantics])
    level = case.compliance if compliance is None else _level(compliance)
    setup = Setup(
        facts=MappingProxyType(dict(facts or {})),
        priorities=tuple(priorities),
        frameworks=None if frameworks is None else tuple(frameworks),
        semantics=semantics,
        flat=flat,
        compliance=None if level is case.compliance else str(level),
    )
    return analyze_under(case, setup, timeout=timeout)


def analyze_under(case: Case, setup: Setup, *, timeout: float | None = None) -> Analysis:
    """Answers what a case comes to under a setup, such as that of an earlier analysis.

    See `analyze`, which makes the setup of what was asked for.
    """
    level = case.compliance if setup.compliance is None else Compliance(setup.compliance)
    deadline = None if timeout is None else time.monotonic() + timeout
    return _analysis(replace(case, compliance=level), setup, deadline)


def _level(name: str) -> Compliance:
    _known("level of compliance", name, [str(known) for known in Compliance])
    return Compliance(name)


def prepared(case: Case, setup: Setup, deadline: float | None = None) -> Case:
    """Answers the case as it is argued about: its game played, the setup applied, rules heard.

    Numbers known only within bounds are told apart by what they make of the comparisons.
    """
    case = before_intervals(case, setup, deadline)
    if has_intervals(case):
        from argue.construct.intervals import with_sign_cells  # noqa: PLC0415  (rare, slow)

        case = with_sign_cells(case)
    return case


def before_intervals(case: Case, setup: Setup, deadline: float | None = None) -> Case:
    """Answers the same with the numbers known only within bounds as they are written."""
    case = applied(as_given(case), setup)
    if case.rules:
        from argue.construct.rules import with_derived_facts  # noqa: PLC0415  (rare, slow)

        case = with_derived_facts(case, supposed=setup.facts, deadline=deadline)
    if any(registry.framework(use.type).chooses for use in case.frameworks):
        from argue.construct.mechanisms import with_mechanisms  # noqa: PLC0415  (rare)

        case = with_mechanisms(case)
    return case


def applied(case: Case, setup: Setup) -> Case:
    """Answers the case with a setup applied to it.

    Raises: UnknownId for a fact, source or framework the case does not have.
    """
    for name in setup.facts:
        _known("fact", name, case.facts)
    settled = {
        name: replace(fact, status=_status(setup.facts[name])) if name in setup.facts else fact
        for name, fact in case.facts.items()
    }
    uses = case.frameworks
    if setup.frameworks is not None:
        for name in setup.frameworks:
            _known("framework of this case", name, [use.id for use in uses])
        uses = tuple(use for use in uses if use.id in setup.frameworks)
    kept = replace(case, facts=MappingProxyType(settled), frameworks=uses)
    names = source_ids(kept)
    added: list[Priority] = []
    for pair in setup.priorities:
        high, low = (_source(name, names) for name in pair)
        added.append(Priority(f"{high}>{low}", high, low))
    declared = tuple(p for p in case.priorities if {p.higher, p.lower} <= {*names, "norms"})
    return replace(kept, priorities=(*declared, *added))


def _source(name: str, names: Sequence[str]) -> str:
    """Answers the source that is meant; of a norm the id alone will do if nothing else has it."""
    meant = f"norm:{name}" if name not in names and f"norm:{name}" in names else name
    _known("source", meant, [*names, "norms"])
    return meant


def source_ids(case: Case) -> tuple[str, ...]:
    """Answers the ids of everything in a case that can favour one option over another."""
    return (
        *(use.id for use in case.frameworks),
        *(n.source_id for n in case.norms.values() if n.binds),
        *dict.fromkeys(reason.by for reason in case.reasons),
    )


def _status(holds: bool) -> FactStatus:
    return FactStatus.AGREED if holds else FactStatus.DENIED


def _known(kind: str, name: str, known: Iterable[str]) -> None:
    names = tuple(known)
    if name not in names:
        raise UnknownId(kind, name, names)


def _analysis(given: Case, setup: Setup, deadline: float | None) -> Analysis:
    known = SoFar()
    known.options, known.simplify = tuple(given.options), simpler(given)
    try:
        with working_until(deadline):
            return _analysed(given, setup, deadline, known)
    except OutOfBudget as error:
        raise OutOfTime(str(error), known.partial) from error


# Longer than others: it names every part of an analysis once.
def _analysed(given: Case, setup: Setup, deadline: float | None, known: SoFar) -> Analysis:
    case = prepared(given, setup, deadline)
    proposals, sources, graph = _heard(case, deadline)
    proposals = argued(case, proposals, lambda nested: statuses_only(nested, deadline))
    positions = positions_of(graph, setup, deadline)
    found = known.all_of(graph.options, positions.found())
    statuses = statuses_of(graph.options, found)
    outcome = outcome_of(case, sources, statuses)
    for source in sources:
        known.alone[source.id] = said_alone(positions, sources, source)
    searches = Searches(case, sources, positions)
    return Analysis(
        given=given,
        case=case,
        setup=setup,
        sources=sources,
        graph=graph,
        outcome=outcome,
        statuses=MappingProxyType(statuses),
        flags={o: flags_of(o, found) for o in graph.options},
        basis={o: basis_of(o, case, sources) for o in graph.options},
        positions=_positions(searches, found),
        alone=known.alone,
        shared=_shared(searches, found, known.alone, outcome),
        attribution=attribution(positions, statuses),
        considered=compare_considered(case, statuses, known.alone),
        residue=tuple(source.id for source in sources if source.residue),
        supererogatory=supererogatory(graph, statuses),
        notices=notices(case, sources, positions),
        proposals=proposals,
        labels=positions.labels(),
        judged_under=partial(judged, given),
        not_used=case.not_used,
    )


def _heard(
    case: Case, deadline: float | None
) -> tuple[tuple[Proposal, ...], tuple[Source, ...], Graph]:
    """Answers which norms a review would revise, what all sources say, and the graph of it."""
    proposals = review(case, lambda reviewed: statuses_only(reviewed, deadline))
    silenced = frozenset(p.norm for p in proposals if p.acted)
    sources = sources_of(case, silenced=silenced)
    return proposals, sources, graph_of(case, sources)


def statuses_only(case: Case, deadline: float | None = None) -> Mapping[str, Status]:
    """Answers the statuses of a case as it stands, and nothing else about it."""
    graph = graph_of(case, sources_of(case))
    positions = positions_of(graph, Setup(), deadline)
    return statuses_of(graph.options, distinct(positions.found()))


def judged(case: Case, setup: Setup, deadline: float | None = None) -> Mapping[str, Status]:
    """Answers the statuses of a case under a setup, as its analysis would."""
    with working_until(deadline):
        case = prepared(case, setup, deadline)
        *_, graph = _heard(case, deadline)
    found = distinct(positions_of(graph, setup, deadline).found())
    return statuses_of(graph.options, found)


def _positions(searches: Searches, found: Sequence[Labels]) -> tuple[Position, ...]:
    if len(found) == 1:
        return (Position(found[0].permitted, found[0].undecided),)
    return tuple(searches.sufficient(labels) for labels in found)


def _shared(searches: Searches, found: Sequence[Labels], words: Alone, outcome: Outcome) -> Shared:
    sources, graph = searches.sources, searches.positions.graph
    standing = branches(graph) if sources else ()
    crux, decisive = (), ()
    complete = bool(standing)
    if outcome in (Outcome.CONTESTED, Outcome.UNRESOLVED):
        (crux, all_crux), (decisive, all_decisive) = searches.crux(), searches.decisive()
        complete = complete and all_crux and all_decisive
    return Shared(
        allowed_by=allowed_by(graph.options, sources, words),
        branches=led_branches(graph, sources, standing),
        ruled_out=ruled_out(graph.options, found, standing),
        crux=crux,
        decisive=decisive,
        complete=complete,
    )


def supererogatory(graph: Graph, statuses: Mapping[str, Status]) -> tuple[str, ...]:
    """Answers the permissible options that reasons ask for, but more than can be asked."""
    excused = {
        str(argument.better)
        for argument in graph.of_kind(Kind.REPLY)
        if argument.source == "cap" and any(a.attacker == argument.id for a in graph.attacks)
    }
    return tuple(o for o in graph.options if o in excused and statuses[o] is Status.PERMISSIBLE)

"""Tasks about cases, drawn: which ranking, which passage and remark."""

from __future__ import annotations

from collections.abc import Collection

from argue import registry
from argue.construct.plain import conflicting
from argue.model.argument import Argument, Kind
from argue.model.verdict import Outcome, Status
from argue.seminar.language import DEFAULT, language
from argue.seminar.quiz.draw import Draw
from argue.seminar.quiz.sources import CaseSource, Pairs, Source
from argue.seminar.quiz.tasks import PredictTask, RankingTask, SchemeTask

MOST_RANKINGS = 4
MOST_TRIED = 16
"""Rankings of a case that are analysed in the search for one that changes the verdict."""
MOST_CHOICES = 4
DISTRACTING = ("welfare", "veil", "rejection", "universalization", "rule_utilitarian", "kantian")
"""Frameworks offered beside those of the case."""


def predict_task(source: Source, draw: Draw) -> PredictTask | None:
    """Answers a case whose verdict is to be predicted, None for a bare graph or a silent case."""
    case = source.case
    if case is None or case.analysis.outcome in (Outcome.SILENT, Outcome.UNDEFINED):
        return None
    return PredictTask(case)


def ranking_task(source: Source, draw: Draw) -> RankingTask | None:
    """Answers rankings of which exactly one gives an option a status that it does not have now.

    None where no ranking that is left open changes anything.
    """
    if source.case is None:
        return None
    tried = rankings_of(source.case)
    now = source.case.statuses()
    found: list[tuple[str, Status, Pairs, list[Pairs]]] = []
    for option in now:
        status = {pairs: source.case.statuses(pairs)[option] for pairs in tried}
        for pairs, wanted in status.items():
            others = [p for p in tried if status[p] is not wanted]
            if wanted is not now[option] and others:
                found.append((option, wanted, pairs, others))
    if not found:
        return None
    option, wanted, pairs, others = draw.one(found)
    offered = (pairs, *draw.some(others, MOST_RANKINGS - 1))
    return RankingTask(source.case, option, wanted, draw.shuffled(offered))


def rankings_of(source: CaseSource) -> tuple[Pairs, ...]:
    """Answers rankings worth trying: what decides the case, one source on top, every open pair."""
    graph = source.analysis.graph
    decisive = [found.priorities for found in source.analysis.shared.decisive]
    pairs = [
        way
        for one, other in conflicting(graph)
        for way in ((one, other), (other, one))
        if not {(one, other), (other, one)} & graph.order
    ]
    tops = (tuple(pair for pair in pairs if pair[0] == name) for name in graph.sources)
    singles = ((pair,) for pair in pairs)
    return tuple(dict.fromkeys((*decisive, *filter(None, tops), *singles)))[:MOST_TRIED]


def scheme_task(source: Source, draw: Draw) -> SchemeTask | None:
    """Answers a reason of a case and a remark on it; None where no remark is known on any."""
    if source.case is None:
        return None
    case = source.case.analysis.case
    types = {use.id: use.type for use in case.frameworks}
    reasons = [
        reason
        for reason in source.case.analysis.graph.of_kind(Kind.REASON)
        if reason.source in types and _remarks(types[str(reason.source)], reason, case.standpoints)
    ]
    if not reasons:
        return None
    by = draw.one(sorted({str(reason.source) for reason in reasons}))
    reason = draw.one([r for r in reasons if r.source == by])
    name = types[by]
    asked = draw.one(_remarks(name, reason, case.standpoints))
    frameworks = _offered(name, tuple(types.values()), draw)
    mine = {q.text: q.id for q in registry.framework(name).critical_questions}
    own = [question for question in mine.values() if question != asked]
    foreign = [
        (f, q.id)
        for f in frameworks
        if f != name
        for q in registry.framework(f).critical_questions
        if q.id != asked and q.text not in mine
    ]
    questions = ((name, asked), *((name, q) for q in draw.some(own, 2)), *draw.some(foreign, 1))
    return SchemeTask(source.case, reason.id, asked, frameworks, draw.shuffled(questions))


def _remarks(name: str, reason: Argument, standpoints: Collection[str]) -> list[str]:
    """Answers the questions of a framework for which there is a remark on a reason."""
    texts = language(DEFAULT).texts
    found: list[str] = []
    for question in registry.framework(name).critical_questions:
        said = texts.get(f"quiz.remark.{name}.{question.id}")
        spoken = reason.voice is not None and reason.voice in standpoints
        if said is not None and ("{voice}" not in said or spoken):
            found.append(question.id)
    return found


def _offered(name: str, present: tuple[str, ...], draw: Draw) -> tuple[str, ...]:
    """Answers schemes to choose from, none of the same family as the right one."""
    known = dict.fromkeys((*present, *DISTRACTING))
    family = _family(name)
    others = [n for n in known if n != name and _family(n) != family]
    return draw.shuffled((name, *others[: MOST_CHOICES - 1]))


def _family(name: str) -> str:
    """Answers what kind of thing a framework says; those of a kind would both fit a passage."""
    kind = registry.framework(name)
    return kind.family(kind.defaults()) if kind.family else name

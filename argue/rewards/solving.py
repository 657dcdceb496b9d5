"""The verdict of a pattern of signs: the case's graph with reasons by signs, solved by ASP.

Nothing but the pattern enters: facts are settled by it, sources speak by it, and an agent's payoffs
are those of a row that shows the pattern, of which only the comparisons in the pattern are read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from argue.analysis import distinct, positions_of
from argue.construct.graph import graph_of
from argue.construct.said import Reason, Reply, Source
from argue.construct.sources import norm_source, silenced_norm, stated_source
from argue.construct.worlds import Question, World, Worlds, open_answers, worlds_over
from argue.model.case import Case, FrameworkUse, Mode
from argue.model.framework import Voice
from argue.model.patience import due
from argue.model.record import record
from argue.model.verdict import Status, Word
from argue.norms.review import review
from argue.rewards.signs import Said, Signs, SourceSigns
from argue.verdict.result import Setup
from argue.verdict.shared import allowed_by, alone, families_of
from argue.verdict.statuses import statuses_of

ONE = Fraction(1)
ANSWERED = "answered"
UNDECIDED = (Word.CONTESTED, Word.UNRESOLVED, Word.UNDEFINED)
ALLOWING = (Word.REQUIRED, Word.ALLOWED, Word.INDIFFERENT)


@record
class Solved:
    """What a pattern comes to: statuses, what each source alone says, and counts of families.

    `scores` are shares of the families that speak: those that alone allow an option count one,
    those that are undecided about it, or divided, one half.
    """

    statuses: Mapping[str, Status]
    alone: Mapping[str, Mapping[str, Word]]
    allowed_by: Mapping[str, tuple[int, int]]
    scores: Mapping[str, Fraction]


def solved(signs: Signs, case: Case, pattern: Sequence[bool]) -> Solved:
    """Answers the verdict of a case whose facts are settled, given a pattern of its signs."""
    spoken = _by_source(signs, pattern)
    proposals = review(case, lambda reviewed: _statuses(reviewed, spoken))
    silenced = frozenset(proposal.norm for proposal in proposals if proposal.acted)
    sources = _sources(case, spoken, silenced)
    positions = positions_of(graph_of(case, sources), Setup(), due())
    found = distinct(positions.found())
    words = alone(positions, sources)
    return Solved(
        statuses=statuses_of(tuple(case.options), found),
        alone=words,
        allowed_by=allowed_by(tuple(case.options), sources, words),
        scores={option: _score(option, sources, words) for option in case.options},
    )


def _score(
    option: str, sources: Sequence[Source], words: Mapping[str, Mapping[str, Word]]
) -> Fraction:
    """Answers the share of speaking families that alone allow an option, undecided ones by half.

    One half where nobody speaks.
    """
    stances: list[Fraction] = []
    for members in families_of(sources).values():
        said = [words[source.id][option] for source in members if not source.missing]
        if said:
            agreed = all(word in ALLOWING for word in said)
            against = all(word is Word.FORBIDDEN for word in said)
            stances.append(ONE if agreed else Fraction(0) if against else ONE / 2)
    return sum(stances, Fraction(0)) / len(stances) if stances else ONE / 2


Spoken = Mapping[str, tuple[SourceSigns, tuple[Said, ...]]]


def _by_source(signs: Signs, pattern: Sequence[bool]) -> Spoken:
    """Answers what every source says under a pattern."""
    start = len(signs.facts)
    found: dict[str, tuple[SourceSigns, tuple[Said, ...]]] = {}
    for source in signs.sources:
        end = start + len(source.said)
        bits = pattern[start:end]
        said = tuple(s for (s, _), holds in zip(source.said, bits, strict=True) if holds)
        found[source.use.id] = (source, said)
        start = end
    return found


def _statuses(case: Case, spoken: Spoken) -> Mapping[str, Status]:
    graph = graph_of(case, _sources(case, spoken, frozenset()))
    positions = positions_of(graph, Setup(), due())
    return statuses_of(graph.options, distinct(positions.found()))


def _sources(case: Case, spoken: Spoken, silenced: frozenset[str]) -> tuple[Source, ...]:
    found = [_speaking(case, use, *spoken[use.id]) for use in case.frameworks]
    norms = [n for n in case.norms.values() if n.binds]
    found += [
        silenced_norm(norm) if norm.id in silenced else norm_source(case, norm) for norm in norms
    ]
    return (*found, *(stated_source(case, by) for by in dict.fromkeys(r.by for r in case.reasons)))


def _speaking(case: Case, use: FrameworkUse, signs: SourceSigns, said: Sequence[Said]) -> Source:
    """Answers a framework's use as a source that says these things, with margins of one."""
    kind = signs.kind
    worlds, places = _standing_worlds(case, signs, use)
    here = [one for one in said if one.world in places or one.kind == ANSWERED]
    reasons, replies = _arguments(tuple(case.options), here, places)
    passes = frozenset(tuple(case.options)[one.better] for one in here if one.kind == "passes")
    tests = (use.mode or kind.mode) is not Mode.BEST
    silent = "no option passes its test" if tests and not passes and not reasons else ""
    return Source(
        id=use.id,
        title=kind.title,
        family=kind.family_of({**kind.defaults(), **use.parameters}),
        unit=kind.unit,
        worlds=worlds,
        reasons=reasons,
        replies=replies,
        missing=signs.missing or silent,
        passes=passes,
    )


def _standing_worlds(
    case: Case, signs: SourceSigns, use: FrameworkUse
) -> tuple[Worlds, dict[int, int]]:
    """Answers the worlds of a source in a settled case, and the place there of each of its worlds.

    A challenge whose facts do not hold cannot stand: only worlds without it are left.
    """
    gone = {
        question
        for question in signs.worlds.questions
        if question.kind == "challenge"
        and open_answers(case, case.challenges[question.name].condition) is None
    }
    if not gone:
        return signs.worlds, {index: index for index in range(len(signs.worlds))}
    left = worlds_over(case, set(signs.worlds.questions) - gone, of=use.id)
    known = {_key(world): place for place, world in enumerate(left)}
    places: dict[int, int] = {}
    for index, world in enumerate(signs.worlds):
        if not any(world[question] for question in gone):
            kept = {question: answer for question, answer in world.items() if question not in gone}
            places[index] = known[_key(kept)]
    return left, places


def _key(world: World) -> frozenset[tuple[Question, bool]]:
    return frozenset(world.items())


def _arguments(
    options: Sequence[str], said: Sequence[Said], places: Mapping[int, int]
) -> tuple[tuple[Reason, ...], tuple[Reply, ...]]:
    """Answers reasons and replies as said; reasons of which none stands as one that is answered."""
    reasons: dict[tuple[Voice, int, int], dict[int, Fraction]] = {}
    replies: dict[tuple[str, int, int], dict[Voice, int]] = {}
    for one in said:
        if one.kind == "reason":
            key = (one.voice, one.better, one.worse)
            reasons.setdefault(key, {})[places[one.world]] = ONE
        if one.kind == "reply":
            answered = replies.setdefault((one.by, one.better, one.worse), {})
            answered[one.voice] = answered.get(one.voice, 0) | 1 << places[one.world]
    if any(one.kind == ANSWERED for one in said):
        everywhere = sorted(set(places.values()))
        reasons[ANSWERED, 0, 1] = dict.fromkeys(everywhere, ONE)
        replies[ANSWERED, 0, 1] = {ANSWERED: sum(1 << place for place in everywhere)}
    return (
        tuple(
            Reason(options[a], options[b], margins, _wordless, voice)
            for (voice, a, b), margins in reasons.items()
        ),
        tuple(
            Reply(by, options[a], options[b], answers, ANSWERED)
            for (by, a, b), answers in replies.items()
        ),
    )


def _wordless(margins: Sequence[Fraction]) -> str:
    return "by the signs of the numbers"


def settled_facts(signs: Signs, pattern: Sequence[bool]) -> Iterator[tuple[str, bool]]:
    """Yields every fact that rows settle, with the way a pattern settles it."""
    for (name, _), holds in zip(signs.facts, pattern, strict=False):
        yield name, holds

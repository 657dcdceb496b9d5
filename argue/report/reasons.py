"""Which reasons speak against an option, which of them stand, and why the others fall.

Everything is read off the graph and the labels of an analysis; nothing is computed anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argue.model.argument import Argument, Attack, Graph, Kind
from argue.model.record import record
from argue.model.verdict import Label, Status
from argue.report.words import because, listed, need, plain_source, quoted, uncapitalized
from argue.verdict.result import Analysis


@record
class Objection:
    """A reason against an option, whether it can stand, and what answers it where it falls.

    `said` is its text with the facts and challenges it needs.
    """

    reason: Argument
    said: str
    stands: bool
    always: bool
    answers: tuple[str, ...]


def objections_to(analysis: Analysis, option: str) -> tuple[Objection, ...]:
    """Answers the reasons against an option: standing ones first, one a source and alternative.

    Of several from one source for one alternative the one with the largest margin is told.
    """
    best: dict[tuple[str | None, str | None, bool], Objection] = {}
    for reason in analysis.graph.of_kind(Kind.REASON):
        if reason.worse != option:
            continue
        found = _objection(analysis, reason)
        key = (reason.source, reason.better, found.stands)
        if key not in best or margin_of(reason) > margin_of(best[key].reason):
            best[key] = found
    order = {source: index for index, source in enumerate(analysis.graph.sources)}
    return tuple(
        sorted(
            best.values(),
            key=lambda o: (
                not o.always,
                not o.stands,
                order[str(o.reason.source)],
                -margin_of(o.reason),
            ),
        )
    )


def margin_of(reason: Argument) -> float:
    """Answers the largest margin of a reason, in its source's unit; 0 for one without."""
    return float(reason.margin[1]) if reason.margin else 0.0


def _objection(analysis: Analysis, reason: Argument) -> Objection:
    labels = analysis.labels[grounded(reason)]
    stands, always = Label.IN in labels, labels == frozenset({Label.IN})
    answers = () if always else tuple(dict.fromkeys(_answers(analysis, reason)))
    return Objection(reason, said_in_full(analysis, reason), stands, always, answers)


def grounded(reason: Argument) -> str:
    """Answers the id of the objection that a reason grounds."""
    return reason.id.replace("reason:", "objection:", 1)


def said_in_full(analysis: Analysis, reason: Argument) -> str:
    """Answers a reason's text, not too long, with the facts, challenges and numbers it needs."""
    said, needs = because(reason.text), conditions_said(analysis, reason)
    return f"{said} ({needs})" if needs else said


def conditions_said(analysis: Analysis, argument: Argument) -> str:
    """Answers in a clause the facts, challenges and numbers that an argument needs, or nothing."""
    needs = [need(premise) for premise in argument.premises if premise.startswith(PREMISES)]
    regions = [name for name in argument.premises if name.startswith("numbers:")]
    return listed([*needs, *(f"if {text}" for text in regions_said(analysis, regions))])


def regions_said(analysis: Analysis, regions: Iterable[str]) -> list[str]:
    """Answers where numbers lie, each as a clause, given the arguments that say so."""
    return [analysis.graph.arguments[name].text for name in regions]


PREMISES = ("fact:", "challenge:", "aside:")
"""How the ids of arguments begin that others rest on conditionally."""


def _answers(analysis: Analysis, reason: Argument) -> Iterator[str]:
    """Yields in words what defeats a reason, or the objection it grounds, in some position."""
    alternative = analysis.labels[f"permission:{reason.better}"]
    if alternative == frozenset({Label.OUT}):
        yield f"{quoted(str(reason.better))} is itself ruled out"
    against = [a for a in analysis.graph.attacks if a.target in (reason.id, grounded(reason))]
    standing = [a for a in against if Label.IN in analysis.labels[a.attacker]]
    yield from (_attack(analysis, a) for a in standing if a.higher is None)
    for premise in reason.premises:
        if Label.OUT in analysis.labels[premise]:
            yield fallen_premise(analysis, premise)
    yield from (_attack(analysis, a) for a in standing if can_meet(analysis.graph, a))
    if Label.OUT in alternative and Label.IN in alternative:
        yield f"{quoted(str(reason.better))} is itself ruled out in some position"


def can_meet(graph: Graph, attack: Attack) -> bool:
    """Answers whether an attack that needs a ranking can ever take place.

    It cannot between reasons that rest on opposite facts or challenges, nor against a declared
    priority.
    """
    attacker, target = (graph.arguments[name] for name in (attack.attacker, attack.target))
    if attack.higher is None or (attack.lower, attack.higher) in graph.order:
        return False
    return not exclude(attacker, target)


def exclude(one: Argument, other: Argument) -> bool:
    """Answers whether two arguments rest on opposite facts or challenges."""
    return any(_opposite(premise) in other.premises for premise in one.premises)


def _opposite(premise: str) -> str:
    kind, _, name = premise.partition(":")
    if kind == "fact":
        return (
            f"fact:{name.removeprefix('not ')}" if name.startswith("not ") else f"fact:not {name}"
        )
    return f"{'aside' if kind == 'challenge' else 'challenge'}:{name}"


def fallen_premise(analysis: Analysis, premise: str) -> str:
    """Answers in words that what a reason rests on may fall, given the id of the premise."""
    argument = analysis.graph.arguments[premise]
    if argument.kind is Kind.FACT:
        said = uncapitalized(_said(argument, analysis))
        if premise.startswith("fact:not "):
            return f"it rests on the denial of a disputed fact: {said}"
        return f"it rests on a disputed fact: {said}"
    if argument.kind is Kind.NUMBERS:
        return f"it rests on numbers known only within bounds: {argument.text}"
    if argument.kind is Kind.ASIDE:
        challenge = analysis.graph.arguments[f"challenge:{argument.source}"]
        return f"it is challenged: {uncapitalized(challenge.text)}"
    return f"the challenge it rests on may fall: {uncapitalized(argument.text)}"


def _said(argument: Argument, analysis: Analysis) -> str:
    fact = analysis.case.facts[str(argument.source)]
    return fact.text or quoted(str(argument.source))


def _attack(analysis: Analysis, attack: Attack) -> str:
    attacker = analysis.graph.arguments[attack.attacker]
    if attack.higher is not None:
        if (attack.higher, attack.lower) in analysis.graph.order:
            return f"{plain_source(attack.higher)} outranks it: {because(attacker.text)}"
        return f"{plain_source(attack.higher)} may outrank it: {because(attacker.text)}"
    if attacker.kind is Kind.CHALLENGE:
        return f"it is challenged: {because(attacker.text)}"
    return because(attacker.text)


def told_against(analysis: Analysis, option: str) -> tuple[Objection, ...]:
    """Answers one objection a source to an option, the one that stands best; the rest are moot.

    Against an option that is ruled out for one and the same reason in every position, only such
    reasons are told.
    """
    first: dict[str | None, Objection] = {}
    found = objections_to(analysis, option)
    always = [o for o in found if o.always]
    if analysis.statuses[option] is Status.IMPERMISSIBLE:
        found = tuple(always or [o for o in found if o.stands] or found)
    for objection in found:
        first.setdefault(objection.reason.source, objection)
    return tuple(first.values())

"""Why an option or an argument stands as it does, why not otherwise, and why rather than another.

One explanation that holds in every position is sought first; where there is none, each position
has its own, and a status on which all agree for different reasons is a floating conclusion.
Source: [Horty02] for floating conclusions; [Lipton90] for contrastive explanation.
"""

from __future__ import annotations

from dataclasses import replace

from argue.construct.words import listed
from argue.errors import ArgueError, UnknownId
from argue.explain.circumstances import ALWAYS, Ground, ground_of
from argue.explain.explanation import Failure, Support, Why
from argue.explain.positions import is_position, position_ids, why_position
from argue.explain.sufficient import Claim
from argue.explain.supports import each_support, support_of
from argue.explain.telling import told_failure
from argue.model.argument import Graph, Kind
from argue.model.verdict import Label, Status
from argue.verdict.result import Analysis


def why(
    analysis: Analysis, target: str, *, negated: bool = False, rather_than: str | None = None
) -> Why:
    """Answers why an option, an argument or a position (by id) stands as it does.

    `negated` asks why it is not accepted, and `rather_than` why it is, and another option not.
    Positions are called `position:1`, `position:2` and so on, in the order they are listed in.

    Raises: UnknownId for a target the analysis does not have; ArgueError for an analysis under
    other than preferred semantics, or a question that cannot be asked of such a target.
    """
    if analysis.setup.semantics != "preferred" or analysis.setup.flat:
        raise ArgueError("explanations are of preferred semantics: leave out semantics and flat")
    if is_position(target):
        if negated or rather_than is not None:
            raise ArgueError("of a position only why is asked; name an option or an argument")
        return why_position(analysis, target)
    name = _argument_of(analysis, target)
    if rather_than is not None:
        return _contrast(analysis, target, rather_than)
    labels = analysis.labels[name]
    wanted = [Label.OUT] if negated else [x for x in (Label.IN, Label.OUT) if x in labels]
    supports, unexplained = _explained(analysis, [(_claim(name, x), x) for x in wanted], name)
    failures = tuple(f for s in supports if (f := _failure(analysis, name, s)) is not None)
    if negated and Label.OUT not in labels:
        failures = _failed_objections(analysis, name)
    return Why(
        target=target,
        standing=_standing(analysis, target, labels),
        supports=supports,
        failures=tuple(dict.fromkeys(failures)),
        floating=len(labels) == 1 and len({s.arguments for s in supports}) > 1,
        unexplained=unexplained,
    )


def _argument_of(analysis: Analysis, target: str) -> str:
    if target in analysis.graph.options:
        return f"permission:{target}"
    if target not in analysis.graph.arguments:
        known = (*analysis.graph.options, *position_ids(analysis), *analysis.graph.arguments)
        raise UnknownId("option, position or argument", target, known)
    return target


def _claim(name: str, label: Label) -> Claim:
    return Claim(accepted=(name,)) if label is Label.IN else Claim(defeated=(name,))


def _explained(
    analysis: Analysis, claims: list[tuple[Claim, Label]], name: str
) -> tuple[tuple[Support, ...], tuple[str, ...]]:
    """Answers supports of claims about one argument, and in words what could not be explained."""
    supports: dict[tuple[Label, tuple[str, ...]], Support] = {}
    missing: list[str] = []
    for claim, label in claims:
        if label not in analysis.labels[name]:
            continue
        found = support_of(analysis, claim, label, given=ALWAYS, name=name)
        if found is None:
            each = list(each_support(analysis, claim, label, name=name))
            supports |= {(label, s.arguments): s for s in reversed(each)}
            if not each:
                missing.append(_no_reason(name, label))
        else:
            supports[label, found.arguments] = found
    if analysis.labels[name] == frozenset({Label.UNDEC}):
        missing.append(_undecided(analysis.graph, name))
    return tuple(supports.values()), tuple(missing)


def _failure(analysis: Analysis, name: str, support: Support) -> Failure | None:
    """Answers the best argument of the side that loses by a support, and what defeats it."""
    ground = ground_of(analysis.graph, support.given)
    held = frozenset(support.arguments)
    always = frozenset(
        a for a, labels in analysis.labels.items() if labels == frozenset({Label.IN})
    )
    losing = _losing(analysis.graph, name, support)
    apart = [a for a in losing if ground.rests_on(a) - {a} <= ground.usable | {name}]
    for among in (apart, losing):
        for by in (held, always):
            fallen = [a for a in among if _defeaters(ground, a, by)]
            if fallen:
                best = min(fallen, key=ground.preference)
                defeaters = _defeaters(ground, best, by)
                return Failure(best, defeaters, told_failure(analysis, best, defeaters))
    return None


def _defeaters(ground: Ground, name: str, among: frozenset[str]) -> tuple[str, ...]:
    found = {d for t in ground.rests_on(name) for d in ground.certain.get(t, ())} & among
    return tuple(sorted(found, key=ground.preference))


def _losing(graph: Graph, name: str, support: Support) -> list[str]:
    """Answers the arguments against what is accepted, or for the option that is rejected."""
    if support.label is Label.IN:
        return [a.attacker for a in graph.attacks if a.target == name]
    option = graph.arguments[name].better
    if graph.arguments[name].kind is not Kind.PERMISSION:
        return [a.attacker for a in graph.attacks if _attacks_defeater(graph, a.target, name)]
    speaking = [a for a in graph.of_kind(Kind.REASON) if a.better == option]
    direct = [a.id for a in speaking if f"permission:{a.worse}" in support.arguments]
    return direct or [a.id for a in speaking]


def _attacks_defeater(graph: Graph, target: str, name: str) -> bool:
    return any(a.attacker == target and a.target == name for a in graph.attacks)


def _failed_objections(analysis: Analysis, name: str) -> tuple[Failure, ...]:
    supports, _ = _explained(analysis, [(_claim(name, Label.IN), Label.IN)], name)
    return tuple(f for s in supports if (f := _failure(analysis, name, s)) is not None)


def _contrast(analysis: Analysis, target: str, other: str) -> Why:
    """Answers why one option is permitted and another is not, in the positions where it is so."""
    for option in (target, other):
        if option not in analysis.graph.options:
            raise UnknownId("option", option, analysis.graph.options)
    if target == other:
        raise ArgueError(f"{target!r} cannot be contrasted with itself; name another option")
    name, against = f"permission:{target}", f"permission:{other}"
    claim = Claim(accepted=(name,), defeated=(against,))
    supports: tuple[Support, ...] = ()
    possible = any(
        p.label(target) is Label.IN and p.label(other) is Label.OUT for p in analysis.positions
    )
    if possible:
        supports, _ = _explained(analysis, [(claim, Label.IN)], name)
    said = _standing(analysis, target, analysis.labels[name])
    also = _standing(analysis, other, analysis.labels[against])
    missing = () if supports else (_no_contrast(target, other, possible=possible),)
    failures = tuple(f for s in supports if (f := _failure(analysis, against, _out(s, against))))
    return Why(
        target=target,
        standing=f"{said} {also}",
        supports=supports,
        failures=tuple(dict.fromkeys(failures)),
        unexplained=missing,
        rather_than=other,
    )


def _out(support: Support, target: str) -> Support:
    return replace(support, target=target, label=Label.OUT)


def _no_contrast(target: str, other: str, *, possible: bool) -> str:
    if possible:
        return f'No small set of arguments was found that permits "{target}" and not "{other}".'
    return f'In no position is "{target}" permitted and "{other}" ruled out.'


def _standing(analysis: Analysis, target: str, labels: frozenset[Label]) -> str:
    if target in analysis.graph.options:
        status = analysis.statuses[target]
        said = f'"{target}" is {status}'
        return f"{said}." if status is not Status.CONTESTED else f"{said}: positions differ on it."
    words = {Label.IN: "accepted", Label.OUT: "rejected", Label.UNDEC: "undecided"}
    said = listed([words[label] for label in Label if label in labels], "or")
    where = "in every position" if len(labels) == 1 else "depending on the position"
    return f"{target} is {said} {where}."


def _no_reason(name: str, label: Label) -> str:
    word = {Label.IN: "accepted", Label.OUT: "rejected"}[label]
    return f"No set of arguments was found that alone makes {name} {word}."


def _undecided(graph: Graph, name: str) -> str:
    against = [a for a in graph.attacks if a.target == name]
    better = dict.fromkeys(f'"{graph.arguments[a.attacker].better}"' for a in against)
    if not better:
        return f"{name} rests on what is undecided."
    return (
        f"The reasons against {name} speak for {listed(better)}, and these options defeat each "
        "other in turn; nothing here breaks the tie."
    )

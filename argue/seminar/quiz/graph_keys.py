"""What is right in tasks about maps, found by the semantics, and feedback on every choice."""

from __future__ import annotations

from argue.model.verdict import Label
from argue.semantics.definitions import Extension, is_admissible
from argue.semantics.grounded import grounded_labelling
from argue.semantics.labelling import Labelling
from argue.semantics.table import Semantics
from argue.seminar.language import Language
from argue.seminar.quiz.claims import PROPERTIES, REFUTES, Against, Claim, has, is_true, refutations
from argue.seminar.quiz.items import Key, Keys, Mistake, Told
from argue.seminar.quiz.rounds import accepted_after, accepted_in_round, rejected_after
from argue.seminar.quiz.tasks import LabelTask, RescueTask, RoundTask, SetTask
from argue.seminar.quiz.words import attackers_in, braced, joined, named

NONE = "none"
"""The choice that a round accepts nothing."""
YES = "yes"
LABELS = {Label.IN: "accepted", Label.OUT: "rejected", Label.UNDEC: "undecided"}


def label_key(task: LabelTask, language: Language) -> Keys:
    """Answers the key of a labelling, a question for every argument."""
    labels = grounded_labelling(task.map.af)
    return {a: _label_key(task, language, a, labels) for a in task.map.af.arguments}


def _label_key(task: LabelTask, language: Language, argument: str, labels: Labelling) -> Key:
    true = labels.label_of(argument)
    attackers = attackers_in(task.map, argument, task.map.af.arguments)
    undecided = attackers_in(task.map, argument, labels.undec)
    why = {Label.OUT: "out", Label.UNDEC: "undec"}
    key = why.get(true, "in_reinstated" if attackers else "in_unattacked")
    accepted = attackers_in(task.map, argument, labels.in_)
    values = {
        "argument": argument,
        "attackers": joined(attackers),
        "attacker": next(iter(accepted or undecided), ""),
    }
    truth = language.say(f"quiz.why.{key}", **values)
    chosen = {
        word: Told(truth)
        if label is true
        else _wrong(language, Mistake(f"{true}_called_{label}"), truth=truth, **values)
        for label, word in LABELS.items()
    }
    return Key((LABELS[true],), chosen)


def _wrong(language: Language, mistake: Mistake, **values: object) -> Told:
    return Told(language.say(f"quiz.wrong.{mistake}", **values), mistake)


def set_key(task: SetTask, language: Language) -> Keys:
    """Answers the key of a question about a set; every claim is judged by the definitions."""
    af, members = task.map.af, task.members
    holds = has(af, members, task.property)
    truth = _truth(task, language)
    right: list[str] = [YES] if holds else []
    chosen = {YES: Told(truth) if holds else _said_yes(language, truth)}
    for number, claim in enumerate(task.claims, 1):
        refutes = claim.against in REFUTES[task.property] and is_true(af, members, claim)
        if refutes:
            right.append(str(number))
            chosen[str(number)] = Told(failing(language, claim, task.property))
        else:
            chosen[str(number)] = _no_reason(task, language, claim, truth)
    return {"set": Key(tuple(right), chosen)}


def _said_yes(language: Language, truth: str) -> Told:
    return _wrong(language, Mistake.SAID_YES, fails=truth)


def _truth(task: SetTask, language: Language) -> str:
    """Answers that a set has a property, or the first thing that refutes it."""
    refuting = refutations(task.map.af, task.members, task.property)
    if refuting:
        # Of several faults the one that is among the choices is told.
        return failing(
            language, next((c for c in refuting if c in task.claims), refuting[0]), task.property
        )
    return language.say(f"quiz.holds.{task.property}", members=braced(task.members))


def failing(language: Language, claim: Claim, wanted: Semantics) -> str:
    """Answers which condition of a property fails, and at which argument."""
    kind = "conflict_itself" if claim.one == claim.other else str(claim.against)
    values = {"property": named(language, wanted), "one": claim.one, "other": claim.other}
    return language.say(f"quiz.fails.{kind}", **values)


def _no_reason(task: SetTask, language: Language, claim: Claim, truth: str) -> Told:
    """Answers why a claim is no reason against a property: it is not so, or does not matter."""
    one, other = claim.one, claim.other
    values = {
        "one": one,
        "other": other,
        "truth": truth,
        "property": named(language, task.property),
    }
    if is_true(task.map.af, task.members, claim):
        if claim.against is Against.ATTACKED:
            return _wrong(language, Mistake.MERELY_ATTACKED, **values)
        matters = next(wanted for wanted in PROPERTIES if claim.against in REFUTES[wanted])
        return _wrong(language, Mistake.NOT_REQUIRED, matters=named(language, matters), **values)
    inside = attackers_in(task.map, one, task.members)
    if claim.against is Against.CONFLICT:
        return _wrong(language, Mistake.NO_CONFLICT, **values)
    if claim.against is Against.UNANSWERED:
        return _wrong(language, Mistake.IS_ANSWERED, reply=inside[0], **values)
    if claim.against is Against.LEFT_OUT:
        attackers = task.map.af.attackers_of(one)
        open_ = [a for a in attackers if not attackers_in(task.map, a, task.members)]
        return _wrong(language, Mistake.NOT_DEFENDED, attacker=min(open_), **values)
    return _wrong(language, Mistake.IS_REACHED, attacker=inside[0], **values)


def round_key(task: RoundTask, language: Language) -> Keys:
    """Answers the key of what the next round accepts."""
    af = task.map.af
    new = accepted_in_round(af, task.rounds + 1)
    chosen: dict[str, Told] = {}
    missed: dict[str, Told] = {}
    for argument in af.arguments:
        if argument in new:
            attackers = joined(attackers_in(task.map, argument, af.arguments))
            key = "round_reinstated" if attackers else "round_unattacked"
            truth = language.say(f"quiz.why.{key}", argument=argument, attackers=attackers)
            chosen[argument] = Told(truth)
            missed[argument] = _wrong(language, Mistake.MISSED, truth=truth)
        else:
            chosen[argument] = _not_now(task, language, argument)
    end = language.say("quiz.why.round_end")
    if new:
        chosen[NONE] = _wrong(language, Mistake.NOT_FINISHED, argument=min(new))
        return {"round": Key(tuple(sorted(new)), chosen, missed)}
    chosen[NONE] = Told(end)
    return {"round": Key((NONE,), chosen, {NONE: _wrong(language, Mistake.MISSED_END, truth=end)})}


def _not_now(task: RoundTask, language: Language, argument: str) -> Told:
    """Answers why a round does not accept an argument."""
    af = task.map.af
    accepted = accepted_after(af, task.rounds)
    if argument in accepted:
        return _wrong(language, Mistake.ACCEPTED_BEFORE, argument=argument)
    if argument in af.attackers_of(argument):
        return _wrong(language, Mistake.ATTACKS_ITSELF, argument=argument)
    by = attackers_in(task.map, argument, accepted)
    if by:
        return _wrong(language, Mistake.IS_REJECTED, argument=argument, attacker=by[0])
    rejected = rejected_after(af, task.rounds)
    open_ = attackers_in(task.map, argument, set(af.arguments) - rejected)
    return _wrong(language, Mistake.NOT_YET, argument=argument, attacker=open_[0])


def rescues(task: RescueTask, reply: str) -> bool:
    """Answers whether an argument and the target are admissible together."""
    return is_admissible(task.map.af, frozenset({task.target, reply}))


def rescue_key(task: RescueTask, language: Language) -> Keys:
    """Answers the key of which argument rescues the target."""
    chosen: dict[str, Told] = {}
    right: list[str] = []
    for reply in task.offered:
        if rescues(task, reply):
            right.append(reply)
            attackers = attackers_in(task.map, task.target, task.map.af.attacked_by(reply))
            chosen[reply] = Told(
                language.say(
                    "quiz.why.rescued",
                    reply=reply,
                    target=task.target,
                    attackers=joined(attackers),
                )
            )
        else:
            chosen[reply] = _no_rescue(task, language, reply)
    return {"rescue": Key(tuple(right), chosen)}


def _no_rescue(task: RescueTask, language: Language, reply: str) -> Told:
    """Answers which condition fails where an argument is put beside the target."""
    pair: Extension = frozenset({task.target, reply})
    first = refutations(task.map.af, pair, Semantics.ADMISSIBLE)[0]
    values = {"one": first.one, "other": first.other, "reply": reply, "target": task.target}
    if first.one == first.other:
        return _wrong(language, Mistake.ATTACKS_ITSELF, argument=first.one)
    if first.against is Against.CONFLICT:
        return _wrong(language, Mistake.IN_CONFLICT, **values)
    falls = first.other == reply
    mistake = Mistake.FALLS_ITSELF if falls else Mistake.LEAVES_ATTACKER
    return _wrong(language, mistake, **values)

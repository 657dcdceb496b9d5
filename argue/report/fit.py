"""What was inferred from a study, as a reader sees it and as data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from fractions import Fraction
from textwrap import wrap
from typing import Any

from argue.errors import ArgueError, OutOfBudget
from argue.io.phrasing import listed
from argue.model.patience import working_until
from argue.model.study import Judgement, Situation, Study
from argue.norms.behaviour import Belief, beliefs
from argue.norms.rules import Theories, learn, opposed
from argue.norms.thresholds import (
    Hypothesis,
    Posterior,
    conflicting,
    held_out,
    infer,
    next_question,
)
from argue.norms.xhail import learn_by_xhail
from argue.report.adoption import belief_lines, rule_lines, set_off, threshold_lines
from argue.report.fit_roles import role_findings
from argue.report.inert import inert_lines

_WIDTH = 80

LEARNERS = ("argue", "xhail")
"""What learns rules from examples; the first, unless told otherwise."""

ADOPTION = "Nothing is changed by this: what is inferred counts once a person adopts it in a case."

_FEWER = "allow more, or take fewer steps, exceptions, rivals or judgements"

_LATE = {
    "held_out": "how well judgements left out are predicted",
    "next_question": "what is best asked next",
    "conflict": "which judgements contradict one another",
}
"""What may come too late, in words."""

_UNDECIDED = "No situation is left open: every hypothesis that counts answers them alike."


def fitted(
    study: Study, *, deadline: float | None = None, learner: str = LEARNERS[0]
) -> tuple[dict[str, Any], str]:
    """Answers what a study shows, as data (schema `argue/fit/v1`) and in plain text.

    `late` in the data names what was not found by the deadline, an instant of `time.monotonic`.
    Raises: ArgueError for another learner where there are no examples to learn from; OutOfBudget
    where nothing was found in time.
    """
    if learner != LEARNERS[0] and not study.examples:
        raise ArgueError(
            f"--learner {learner} learns rules from examples, and this study has none; "
            "leave --learner out"
        )
    with working_until(deadline):
        if study.observed:
            data, lines = role_findings(study, deadline=deadline)
        elif study.behaviour is not None:
            data, lines = _behaviour(study, beliefs(study.behaviour))
        elif study.examples:
            data, lines = _rules(study, _learnt(study, learner, deadline), learner)
        else:
            data, lines = _thresholds(study)
    whole = [study.title, "", *lines, "", ADOPTION]
    text = inert_lines("\n".join(part for line in whole for part in _wrapped(line)))
    return {"schema": "argue/fit/v1", "title": study.title, "late": [], **data}, text


def _learnt(study: Study, learner: str, deadline: float | None) -> Theories:
    if learner == "xhail":
        return learn_by_xhail(study.examples, deadline=deadline)
    return learn(study.examples, price=study.price, deadline=deadline)


def _wrapped(line: str) -> list[str]:
    if line.startswith("  ") or not line:
        return [line]
    return wrap(line, _WIDTH, subsequent_indent="  " if line.startswith("- ") else "")


def _thresholds(study: Study) -> tuple[dict[str, Any], Iterator[str]]:
    posterior = _posterior(study)
    share, question, clash, late = _more(study, posterior)
    data = {
        "kind": "judgements",
        "late": list(late),
        "judgements": sum(j.people for j in study.judgements),
        "unexplained": posterior.fewest_misses,
        "best": _hypothesis_data(posterior.best),
        "threshold": {
            "within_90_percent": [str(x) for x in posterior.within()],
            "probabilities": [
                {"threshold": str(t), "probability": p}
                for t, p in zip(posterior.points, posterior.thresholds(), strict=True)
            ],
        },
        "rankings": [
            {"ranking": list(r), "probability": p} for r, p in posterior.rankings().items()
        ],
        "exceptions": posterior.exceptions(),
        "held_out": None if share is None else str(share),
        "next_question": None if question is None else _question_data(*question),
        "conflict": [judgement.id for judgement in clash],
    }
    return data, _threshold_lines(study, posterior, data, clash=[j.id for j in clash])


def _posterior(study: Study) -> Posterior:
    try:
        return infer(study.family, study.judgements, study.noise)
    except OutOfBudget as error:
        raise OutOfBudget(f"time ran out before all hypotheses were weighed; {_FEWER}") from error


def _more(
    study: Study, posterior: Posterior
) -> tuple[Fraction | None, tuple[Situation, float] | None, Sequence[Judgement], tuple[str, ...]]:
    """Answers what else is to be said of a posterior, and the names of what came too late."""
    family, judgements = study.family, study.judgements
    asked = {
        "held_out": lambda: held_out(family, judgements, study.noise),
        "next_question": lambda: next_question(posterior),
        "conflict": lambda: conflicting(family, judgements),
    }
    found: dict[str, Any] = {}
    for name, ask in asked.items():
        with suppress(OutOfBudget):
            found[name] = ask()
    late = tuple(name for name in asked if name not in found)
    return found.get("held_out"), found.get("next_question"), found.get("conflict", ()), late


def _hypothesis_data(best: Hypothesis) -> dict[str, Any]:
    return {
        "threshold": str(best.threshold),
        "ranking": list(best.ranking),
        "exceptions": sorted(best.exceptions),
    }


def _question_data(situation: Situation, share: float) -> dict[str, Any]:
    return {
        "amount": str(situation.amount),
        "holds": sorted(situation.holds),
        "favours": sorted(situation.favours),
        "opposes": sorted(situation.opposes),
        "probability_permissible": share,
    }


def _threshold_lines(
    study: Study, posterior: Posterior, data: Mapping[str, Any], *, clash: Sequence[str]
) -> Iterator[str]:
    best, (low, high) = posterior.best, posterior.within()
    unless = f" unless {' or '.join(sorted(best.exceptions))}" if best.exceptions else ""
    yield f"Most probable: the act is forbidden where its amount is above {_number(best.threshold)}"
    yield f"  {unless.strip()}" if unless else "  without exception"
    if study.family.rivals:
        yield f"  ranked {' > '.join(best.ranking)}"
    yield ""
    yield f"- Threshold: between {_number(low)} and {_number(high)} with 90 %."
    for name, share in posterior.exceptions().items():
        yield f"- {name} is an exception: {_percent(share)}."
    if study.family.rivals:
        for ranking, share in list(posterior.rankings().items())[:3]:
            yield f"- Ranking {' > '.join(ranking)}: {_percent(share)}."
    if data["held_out"] is not None:
        right = _percent(float(Fraction(data["held_out"])))
        yield f"- Of judgements left out, {right} are predicted from the rest."
    missed, people = posterior.fewest_misses, data["judgements"]
    yield f"- The best hypothesis leaves {missed} of {people} judgements unexplained."
    if clash:
        yield f"- No hypothesis explains all of {listed(clash)}; without any one of them some does."
    yield ""
    if "next_question" not in data["late"]:
        yield _question_line(data["next_question"])
    if data["late"]:
        yield f"There was no time to find {listed([_LATE[n] for n in data['late']])}; {_FEWER}."
    yield ""
    yield from threshold_lines(best)


def _question_line(question: Mapping[str, Any] | None) -> str:
    if question is None:
        return _UNDECIDED
    said = [f"amount {_number(Fraction(question['amount']))}"]
    said += [f"{name} holds" for name in question["holds"]]
    said += [f"{name} in favour" for name in question["favours"]]
    said += [f"{name} against" for name in question["opposes"]]
    share = _percent(question["probability_permissible"])
    return f"Best asked next: {', '.join(said)} (permissible with {share})."


def _behaviour(study: Study, found: Sequence[Belief]) -> tuple[dict[str, Any], Iterator[str]]:
    data = {
        "kind": "choices",
        "rules": {
            b.rule.id: {"probability": b.probability, "course": b.course, "breaches": b.breaches}
            for b in found
        },
    }
    return data, _belief_lines(study, found)


def _belief_lines(study: Study, found: Sequence[Belief]) -> Iterator[str]:
    assert study.behaviour is not None
    count = len(study.behaviour.choices)
    yield f"How probable it is that each rule is held, after {count} choices:"
    for belief in sorted(found, key=lambda b: (-b.probability, b.rule.id)):
        rule = belief.rule
        verb = "require" if rule.required else "forbid"
        when = f" when {' and '.join(sorted(rule.when))}" if rule.when else ""
        said = f"{verb} {rule.act}{when}"
        before = _percent(float(rule.prior))
        yield f"- {rule.id} ({said}): {_percent(belief.probability)}, before {before}"
        if belief.breaches:
            yield f"  against it at choice {listed([str(n) for n in belief.breaches])}"
    yield from set_off(belief_lines(found))


def _rules(study: Study, found: Theories, learner: str) -> tuple[dict[str, Any], Iterator[str]]:
    data = {
        "kind": "examples",
        "learner": learner,
        "cost": found.cost,
        "complete": found.complete,
        "late": ["theories"] if found.late else [],
        "theories": [
            {
                "rules": [{"when": list(r.when), "unless": list(r.unless)} for r in t.rules],
                "missed": list(t.missed),
            }
            for t in found.found
        ],
        "opposed": [list(pair) for pair in opposed(study.examples)],
    }
    return data, _theory_lines(study, found)


def _theory_lines(study: Study, found: Theories) -> Iterator[str]:
    count = f"{len(found.found)}{'' if found.complete else ' and more'}"
    if len(found.found) == 1 and found.complete:
        yield f"The simplest rules for {len(study.examples)} examples:"
    else:
        yield f"{count} sets of rules do equally well; the examples do not decide between them:"
    if found.late:
        yield "There was no time to look for more."
    for theory in found.found:
        yield f"- {'; '.join(map(str, theory.rules)) or 'nothing is forbidden'}"
        if theory.missed:
            yield f"  leaves unexplained: {listed(theory.missed)}"
    for one, other in opposed(study.examples):
        yield (
            f"- No rules explain both {one} and {other}: they have the same features and opposite "
            "verdicts."
        )
    yield from set_off(rule_lines(found))


def _number(value: Any) -> str:
    return f"{float(value):.4g}"


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"

"""The lines of a case by which a person adopts what was inferred; nothing else adopts it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from argue.model.study import RoleModel
from argue.norms.behaviour import Belief
from argue.norms.rules import Learnt, Theories
from argue.norms.thresholds import NORM, Hypothesis


def threshold_lines(best: Hypothesis) -> Iterator[str]:
    """Answers how a threshold with its exceptions and ranking becomes part of a case."""
    yield "To adopt it, write this into a case, and name the options above the threshold:"
    text = f"Not more than {float(best.threshold):.4g}"
    yield f"  + norms: {{learnt: {_norm(text, (), sorted(best.exceptions))}}}"
    if len(best.ranking) > 1:
        names = ["norm:learnt" if name == NORM else name for name in best.ranking]
        pairs = [f'["{a}", "{b}"]' for a, b in zip(names, names[1:], strict=False)]
        yield f"  + priorities: [{', '.join(pairs)}]"


def rule_lines(found: Theories) -> Iterator[str]:
    """Answers how learnt rules become norms of a case; of several sets of rules, the first."""
    rules = found.found[0].rules
    if not rules:
        return
    which = "it" if len(found.found) == 1 else "one of them, say the first"
    yield f"To adopt {which}, write this into a case that has its features as facts:"
    for at, rule in enumerate(rules, 1):
        name = "learnt" if len(rules) == 1 else f"learnt{at}"
        yield f"  + norms: {{{name}: {_norm(_said(rule), rule.when, rule.unless)}}}"


def belief_lines(found: Sequence[Belief]) -> Iterator[str]:
    """Answers how the rules that are more probably held than not become norms of a case."""
    held = [belief.rule for belief in found if belief.probability > 1 / 2]
    if not held:
        return
    yield "To adopt what is probably held, write this into a case, and name the options:"
    for rule in held:
        verb = "require" if rule.required else "forbid"
        text = f"{verb.capitalize()} {rule.act}"
        norm = _norm(text, sorted(rule.when), (), modality=verb)
        yield f"  + norms: {{{_name(rule.id)}: {norm}}}"


def role_lines(roles: Sequence[RoleModel], unbound: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Answers how the case would be written in each role; `unbound` are the norms that go."""
    if not any(role.facts or unbound.get(role.id) for role in roles):
        return
    yield "Which it is you say, by writing this into the case, and taking this out of it:"
    for role in roles:
        yield f"  {role.id}:"
        facts = [
            f"{_name(fact)}: {{status: {'agreed' if holds else 'denied'}}}"
            for fact, holds in role.facts.items()
        ]
        if facts:
            yield f"    + facts: {{{', '.join(facts)}}}"
        for norm in unbound.get(role.id, ()):
            yield f"    - norms: {norm}, which is bound to another role"


def set_off(lines: Iterator[str]) -> Iterator[str]:
    """Answers lines with an empty one before them; none if there are none."""
    first = next(lines, None)
    if first is not None:
        yield from ("", first, *lines)


def _norm(
    text: str, when: Sequence[str], exceptions: Sequence[str], *, modality: str = "forbid"
) -> str:
    fields = [f"text: {_quoted(text)}"]
    fields += [] if modality == "forbid" else [f"modality: {modality}"]
    fields += [f"{key}: [{', '.join(map(_name, names))}]"
               for key, names in (("when", when), ("exceptions", exceptions)) if names]  # fmt: skip
    return f"{{{', '.join([*fields, 'breached_by: [...]'])}}}"


def _said(rule: Learnt) -> str:
    said = str(rule)
    return said[0].upper() + said[1:]


def _name(text: str) -> str:
    """Answers a text as an id of a case: what no id can hold becomes an underscore."""
    return re.sub(r"\W+", "_", text)


def _quoted(text: str) -> str:
    return text if re.fullmatch(r"[\w. -]+", text) else json.dumps(text, ensure_ascii=False)

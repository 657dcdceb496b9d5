"""The role a system seems to be in, and the verdict in each, as a reader sees it and as data."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import chain
from typing import Any

from argue.analysis import analyze
from argue.errors import OutOfBudget
from argue.io.case import load_case
from argue.io.phrasing import listed
from argue.model.case import Case
from argue.model.study import Study
from argue.model.verdict import Status
from argue.norms.interaction import case_in, role_posterior
from argue.report.adoption import role_lines, set_off

Verdicts = Mapping[str, Mapping[str, Status]]

ADVICE = "allow more, or analyse the case by itself, which says what to simplify"


def role_findings(
    study: Study, *, deadline: float | None = None
) -> tuple[dict[str, Any], Iterator[str]]:
    """Answers the posterior over roles and the verdict under each, as data and as lines.

    Under a role whose verdict was not found by the deadline, there is none; `late` names them.
    """
    found = role_posterior(study.roles, study.observed)
    cases = _cases(study)
    verdicts: dict[str, Mapping[str, Status]] = {}
    late: list[str] = []
    for role in study.roles if cases else ():
        try:
            left = None if deadline is None else max(0.001, deadline - time.monotonic())
            judged = analyze(cases[role.id], facts=role.facts, timeout=left)
        except OutOfBudget:
            late.append(role.id)
        else:
            verdicts[role.id] = judged.statuses
    data = {
        "kind": "roles",
        "late": late,
        "roles": {
            name: {
                "probability": str(share),
                "statuses": {o: str(s) for o, s in verdicts.get(name, {}).items()},
            }
            for name, share in found.items()
        },
    }
    adopting = set_off(role_lines(study.roles, _unbound(cases)))
    return data, chain(_lines(found, verdicts), _late_lines(late), adopting)


def _late_lines(late: Sequence[str]) -> Iterator[str]:
    if late:
        yield ""
        yield f"There was no time for the verdict in the role {listed(late)}: {ADVICE}."


def _cases(study: Study) -> Mapping[str, Case]:
    """Answers the case that is judged as it is in each role; none if the study names no case."""
    if study.case is None:
        return {}
    case = load_case(study.case)
    return {role.id: case_in(case, role, study.roles) for role in study.roles}


def _unbound(cases: Mapping[str, Case]) -> Mapping[str, Sequence[str]]:
    """Answers which norms bind in some role but not in this one, by role."""
    norms = dict.fromkeys(norm for case in cases.values() for norm in case.norms)
    return {role: [n for n in norms if n not in case.norms] for role, case in cases.items()}


def _lines(found: Mapping[str, Fraction], verdicts: Verdicts) -> Iterator[str]:
    yield "How probable each role is, given what was observed:"
    for name, share in sorted(found.items(), key=lambda item: (-item[1], item[0])):
        yield f"- {name}: {100 * float(share):.0f} %"
        for option, status in verdicts.get(name, {}).items():
            yield f"  {option} would be {status}"

"""The role a system seems to be in, and the verdict in each, as a reader sees it and as data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import chain
from typing import Any

from argue.analysis import analyze
from argue.io.case import load_case
from argue.model.case import Case
from argue.model.study import Study
from argue.model.verdict import Status
from argue.norms.interaction import case_in, role_posterior
from argue.report.adoption import role_lines, set_off

Verdicts = Mapping[str, Mapping[str, Status]]


def role_findings(
    study: Study, *, timeout: float | None = None
) -> tuple[dict[str, Any], Iterator[str]]:
    """Answers the posterior over roles and the verdict under each, as data and as lines."""
    found = role_posterior(study.roles, study.observed)
    cases = _cases(study)
    verdicts = {
        role.id: analyze(cases[role.id], facts=role.facts, timeout=timeout).statuses
        for role in study.roles
        if cases
    }
    data = {
        "kind": "roles",
        "roles": {
            name: {
                "probability": str(share),
                "statuses": {o: str(s) for o, s in verdicts.get(name, {}).items()},
            }
            for name, share in found.items()
        },
    }
    return data, chain(_lines(found, verdicts), set_off(role_lines(study.roles, _unbound(cases))))


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

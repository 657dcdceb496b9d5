"""The role a system seems to be in, and the verdict in each, as a reader sees it and as data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from argue.analysis import analyze
from argue.io.case import load_case
from argue.model.study import Study
from argue.model.verdict import Status
from argue.norms.interaction import role_posterior

Verdicts = Mapping[str, Mapping[str, Status]]


def role_findings(
    study: Study, *, timeout: float | None = None
) -> tuple[dict[str, Any], Iterator[str]]:
    """Answers the posterior over roles and the verdict under each, as data and as lines."""
    found = role_posterior(study.roles, study.observed)
    verdicts = _verdicts(study, timeout)
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
    return data, _lines(found, verdicts)


def _verdicts(study: Study, timeout: float | None) -> Verdicts:
    if study.case is None:
        return {}
    case = load_case(study.case)
    return {
        role.id: analyze(case, facts=role.facts, timeout=timeout).statuses for role in study.roles
    }


def _lines(found: Mapping[str, Fraction], verdicts: Verdicts) -> Iterator[str]:
    yield "How probable each role is, given what was observed:"
    for name, share in sorted(found.items(), key=lambda item: (-item[1], item[0])):
        yield f"- {name}: {100 * float(share):.0f} %"
        for option, status in verdicts.get(name, {}).items():
            yield f"  {option} would be {status}"

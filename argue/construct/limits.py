"""Norms that bound a feature of options: which options go beyond the bound, and by what.

A contract may bound what a system may do to others, such as how much it may change for good. The
bound is a norm and no price: no gain buys a breach, it takes an exception, a higher norm or a
declared priority. What goes beyond becomes part of the norm: `breached_by`, and `courses` in words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from argue.construct.places import case_error
from argue.construct.words import listed, plain, written
from argue.errors import Problem
from argue.model.case import Case, Norm

CODE = "C063"
"""The code of a norm that bounds what options do not say of themselves."""


def with_limits(case: Case) -> Case:
    """Answers the case with every norm that sets limits held against the options' features.

    Raises: CaseError for a feature that some option does not give, or limits of a permission.
    """
    problems = [problem for norm in case.norms.values() for problem in _problems(case, norm)]
    if problems:
        raise case_error(case, problems)
    norms = {name: _held(case, norm) if norm.limits else norm for name, norm in case.norms.items()}
    return replace(case, norms=MappingProxyType(norms))


def _held(case: Case, norm: Norm) -> Norm:
    courses = dict(norm.courses)
    beyond = list[str]()
    for name, option in case.options.items():
        over = [
            f"{plain(feature)} {written(option.features[feature])}, above the limit of "
            f"{written(limit)}"
            for feature, limit in norm.limits.items()
            if option.features[feature] > limit
        ]
        if over:
            said = f"with {listed(over, 'and')}"
            courses[name] = f"{courses[name]}, and {said}" if courses.get(name) else said
            beyond.append(name)
    return replace(
        norm,
        breached_by=tuple(dict.fromkeys((*norm.breached_by, *beyond))),
        # Making good a breach over time does not bring the option within the limit.
        repaired_by=tuple(option for option in norm.repaired_by if option not in beyond),
        courses=MappingProxyType(courses),
    )


def _problems(case: Case, norm: Norm) -> Iterator[Problem]:
    where = f"norms.{norm.id}.limits"
    if norm.limits and not norm.binds:
        message = f"the norm {norm.id!r} permits, so there is no limit that could breach it"
        yield Problem(CODE, message, where, help="leave limits out, or forbid")
        return
    for feature in norm.limits:
        without = [name for name, option in case.options.items() if feature not in option.features]
        if without:
            message = (
                f"the norm {norm.id!r} limits {feature!r}, which {listed(without, 'and')} "
                f"{'does' if len(without) == 1 else 'do'} not say of "
                f"{'itself' if len(without) == 1 else 'themselves'}"
            )
            advice = f"write features: {{{feature}: 0}} where there is none of it"
            yield Problem(CODE, message, where, help=advice)

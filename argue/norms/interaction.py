"""Which role a system is in, inferred from what was observed under a declared model.

Signals are taken to be independent given the role, at one step and from step to step. The posterior
is reported beside the verdict under each role and settles nothing: a person says which role it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType

from argue.errors import FileError
from argue.model.case import Case
from argue.model.study import RoleModel


def role_posterior(
    models: Sequence[RoleModel], observed: Sequence[Mapping[str, bool]]
) -> dict[str, Fraction]:
    """Answers how probable each role is, exactly, from what was and was not there at each step.

    Raises: FileError for a signal that a role says nothing of, and where no role allows what was
    observed.
    """
    weights = dict[str, Fraction]()
    for model in models:
        weight = model.prior
        for signal, seen in (item for step in observed for item in step.items()):
            if signal not in model.signals:
                raise FileError(
                    f"the role {model.id} does not say how likely {signal!r} is; give it under "
                    "signals, or leave it out of observed"
                )
            share = model.signals[signal]
            weight *= share if seen else 1 - share
        weights[model.id] = weight
    total = sum(weights.values())
    if not total:
        raise FileError("no role allows what was observed; some likelihood of 0 or 1 is too sure")
    return {name: weight / total for name, weight in weights.items()}


def case_in(case: Case, role: RoleModel, models: Sequence[RoleModel]) -> Case:
    """Answers a case as it is in a role: without the norms that are bound to another of them."""
    others = {model.id for model in models} - {role.id}
    norms = {name: norm for name, norm in case.norms.items() if norm.role not in others}
    gone = {f"norm:{name}" for name in case.norms.keys() - norms.keys()}
    challenges = {n: c for n, c in case.challenges.items() if c.against.name not in gone}
    return replace(case, norms=MappingProxyType(norms), challenges=MappingProxyType(challenges))

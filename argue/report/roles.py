"""The catalogue of roles as a reader sees it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Any

from argue.errors import UnknownId
from argue.io.roles import Role, RoleNorm, roles

_WIDTH = 80


def roles_named(names: Sequence[str]) -> tuple[Role, ...]:
    """Answers the roles of these names, or all.

    Raises: UnknownId for a name that is no role.
    """
    known = roles()
    for name in names:
        if name not in known:
            raise UnknownId("role", name, known)
    return tuple(known[name] for name in names or known)


def listed_roles(found: Sequence[Role]) -> str:
    """Answers the roles with the letter of each norm, in plain text."""
    return "\n\n".join("\n".join(_listed(role)) for role in found)


def _listed(role: Role) -> Iterator[str]:
    yield from _wrapped(f"{role.id}: {role.text}")
    for norm in role.norms.values():
        yield from _wrapped(f"  {norm.id}: {norm.text}")


def told_role(role: Role) -> str:
    """Answers everything about a role, in plain text."""
    lines = _wrapped(f"{role.id}: {role.text}")
    for norm in role.norms.values():
        lines += ["", *_told(norm)]
    return "\n".join(lines)


def _told(norm: RoleNorm) -> Iterator[str]:
    yield norm.id
    yield from _wrapped(f"  Letter: {norm.text}.")
    yield from _wrapped(f"  Purpose: {norm.purpose}.")
    yield from _wrapped(f"  Rests on: {', '.join(norm.principles)}.")
    for fact, text in norm.exceptions.items():
        yield from _wrapped(f"  Except where the fact {fact} holds: {text}.")
    yield from _wrapped(f"  Source: {norm.source} The words are this project's.")


def _wrapped(line: str) -> list[str]:
    return wrap(line, _WIDTH, subsequent_indent="    ", break_on_hyphens=False)


def roles_to_dict(found: Sequence[Role]) -> dict[str, Any]:
    """Answers the roles as plain data, schema `argue/roles/v1`."""
    return {
        "schema": "argue/roles/v1",
        "roles": {
            role.id: {
                "text": role.text,
                "norms": {name: _norm_to_dict(norm) for name, norm in role.norms.items()},
            }
            for role in found
        },
    }


def _norm_to_dict(norm: RoleNorm) -> dict[str, Any]:
    return {
        "text": norm.text,
        "purpose": norm.purpose,
        "principles": list(norm.principles),
        "exceptions": dict(norm.exceptions),
        "source": norm.source,
    }

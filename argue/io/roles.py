"""The norms that go with a system's role: a shipped catalogue, and how it completes a case.

A role brings its norms in, but only a person can say which options breach them. So a norm of the
catalogue that the case names under `norms` is completed with what the case leaves out; one that
the case does not name is not applied, and that is said. Source: [ZhiXuan22].
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from argue.io.document import text_document
from argue.io.nodes import MAX_PROBLEMS, ListNode, MapNode, Node
from argue.io.phrasing import did_you_mean, listed
from argue.model.case import NotUsed
from argue.model.record import record

SOURCE = "Zhi-Xuan 2022, What Should AI Owe To Us?"

_FILE = Path(__file__).with_name("roles.yaml")


@record
class RoleNorm:
    """A norm as the catalogue has it; `exceptions` are ids of facts, each with what it says."""

    id: str
    text: str
    purpose: str
    principles: tuple[str, ...]
    exceptions: Mapping[str, str]
    source: str = SOURCE


@record
class Role:
    """What a system may be to people, and the norms that go with it."""

    id: str
    text: str
    norms: Mapping[str, RoleNorm]


@cache
def roles() -> Mapping[str, Role]:
    """Answers the roles of the shipped catalogue by id, in its order."""
    document = text_document(_FILE.read_text(encoding="utf-8"), _FILE.name)
    entries: dict[str, Any] = _plain(document.root)
    return MappingProxyType({name: _role(name, entry) for name, entry in entries.items()})


def _plain(node: Node | None) -> Any:
    if isinstance(node, MapNode):
        return {key: _plain(inner) for key, inner in node.entries.items()}
    if isinstance(node, ListNode):
        return tuple(_plain(item) for item in node.items)
    assert node is not None
    return node.text


def _role(name: str, entry: Mapping[str, Any]) -> Role:
    norms = {key: RoleNorm(key, **norm) for key, norm in entry["norms"].items()}
    return Role(name, entry["text"], MappingProxyType(norms))


def with_role_norms(values: Mapping[str, Any]) -> tuple[NotUsed, ...]:
    """Completes the norms that were read from what their roles say of them.

    Answers what of the catalogue is not applied, and why. What a case says itself is kept; an
    exception of the catalogue holds where the case declares a fact of its name.
    """
    given = values.get("context", {}).get("role", ())
    unapplied = list[NotUsed]()
    for name in (given,) if isinstance(given, str) else given:
        role = roles().get(name)
        if role is None:
            meant = did_you_mean(name, roles()) if len(unapplied) < MAX_PROBLEMS else ""
            why = f"no norms are known for the role {name!r}{'; ' if meant else ''}{meant}"
            unapplied.append(NotUsed("context.role", why))
            continue
        norms: Mapping[str, dict[str, Any]] = values.get("norms", {})
        for norm in role.norms.values():
            if norm.id in norms:
                _complete(norms[norm.id], norm, role.id, values.get("facts", {}))
        missing = [norm.id for norm in role.norms.values() if norm.id not in norms]
        unapplied += _missing(role, missing)
    return tuple(unapplied)


def _complete(entry: dict[str, Any], norm: RoleNorm, role: str, facts: Iterable[str]) -> None:
    for key in ("text", "purpose", "principles", "source"):
        entry.setdefault(key, getattr(norm, key))
    entry.setdefault("role", role)
    entry.setdefault("exceptions", tuple(name for name in norm.exceptions if name in facts))


def _missing(role: Role, missing: list[str]) -> Iterable[NotUsed]:
    if missing:
        example = f"norms: {{{missing[0]}: {{breached_by: [...]}}}}"
        why = (
            f"of the role {role.id}, {listed(missing)} {'is' if len(missing) == 1 else 'are'} "
            f"not applied, as nothing says which options breach them; {example} binds one"
        )
        yield NotUsed("context.role", why)

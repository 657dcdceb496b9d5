"""Finds moral frameworks: ours by name, a plug-in's by entry point.

The only place that imports framework modules. Ours are listed in the package `frameworks`;
anything else is looked for in the entry-point group `argue.frameworks`, which is scanned only
when a type is not ours.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

from argue.errors import FrameworkError, UnknownId
from argue.model.framework import Framework
from frameworks import TYPES

GROUP = "argue.frameworks"


def known_types() -> tuple[str, ...]:
    """Answers the names of all frameworks that can be used, ours first, then plug-ins'."""
    return (*TYPES, *sorted(name for name in _plugins() if name not in TYPES))


@cache
def framework(name: str) -> Framework:
    """Answers the framework of this type.

    Raises: UnknownId if neither ours nor a plug-in's; FrameworkError if a plug-in does not load.
    """
    if name in TYPES:
        return import_module(f"frameworks.{name}").FRAMEWORK
    if name not in _plugins():
        raise UnknownId("framework", name, known_types())
    return _load_plugin(name)


@cache
def _plugins() -> dict[str, str]:
    from importlib.metadata import entry_points  # noqa: PLC0415  (40 ms, and rarely needed)

    return {entry.name: entry.value for entry in entry_points(group=GROUP)}


def _load_plugin(name: str) -> Framework:
    place = _plugins()[name]
    module, _, attribute = place.partition(":")
    try:
        found = getattr(import_module(module), attribute or "FRAMEWORK")
    except Exception as error:
        raise FrameworkError(f"framework {name!r} from {place} does not load: {error}") from error
    if not isinstance(found, Framework):
        raise FrameworkError(
            f"framework {name!r} from {place} is a {type(found).__name__}; "
            "export an argue.model.framework.Framework"
        )
    return found


def distribution_of(name: str) -> tuple[str, str]:
    """Answers the distribution that a plug-in's framework comes from, and its version.

    Both are empty for a framework of ours and for one that no distribution declares.
    """
    if name in TYPES:
        return "", ""
    from importlib.metadata import entry_points  # noqa: PLC0415  (40 ms, and rarely needed)

    for entry in entry_points(group=GROUP):
        if entry.name == name and entry.dist is not None:
            return entry.dist.name, entry.dist.version
    return "", ""

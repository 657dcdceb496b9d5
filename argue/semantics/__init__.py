"""Which arguments of a graph can be accepted together: semantics, and questions about them.

The names are loaded when first used, for the command line must start fast.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argue.semantics.definitions import Extension as Extension
    from argue.semantics.grounded import grounded_labelling as grounded_labelling
    from argue.semantics.labelling import Label as Label
    from argue.semantics.labelling import Labelling as Labelling
    from argue.semantics.labelling import is_complete_labelling as is_complete_labelling
    from argue.semantics.labelling import labelling_of as labelling_of
    from argue.semantics.session import GraphSession as GraphSession
    from argue.semantics.table import TABLE as TABLE
    from argue.semantics.table import Semantics as Semantics
    from argue.semantics.tasks import Acceptance as Acceptance
    from argue.semantics.tasks import Mode as Mode
    from argue.semantics.tasks import accepted as accepted
    from argue.semantics.tasks import count as count
    from argue.semantics.tasks import enumerated as enumerated
    from argue.semantics.tasks import extensions as extensions
    from argue.semantics.tasks import labellings as labellings
    from argue.semantics.tasks import one as one

_PLACES = {
    "TABLE": "table",
    "Acceptance": "tasks",
    "Extension": "definitions",
    "GraphSession": "session",
    "Label": "labelling",
    "Labelling": "labelling",
    "Mode": "tasks",
    "Semantics": "table",
    "accepted": "tasks",
    "count": "tasks",
    "enumerated": "tasks",
    "extensions": "tasks",
    "grounded_labelling": "grounded",
    "is_complete_labelling": "labelling",
    "labelling_of": "labelling",
    "labellings": "tasks",
    "one": "tasks",
}

__all__ = list(_PLACES)  # pyright: ignore[reportUnsupportedDunderAll]  (loaded lazily)


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module 'argue.semantics' has no attribute {name!r}")
    value = getattr(import_module(f"argue.semantics.{_PLACES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)

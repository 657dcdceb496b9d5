"""A normative reasoning engine: a case goes in, a verdict with its reasons comes out.

The public names are loaded when first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argue.analysis import analyze as analyze
    from argue.errors import ArgueError as ArgueError
    from argue.errors import CaseError as CaseError
    from argue.io.case import load_case as load_case
    from argue.model.af import AF as AF
    from argue.model.case import Case as Case
    from argue.model.verdict import Outcome as Outcome
    from argue.model.verdict import Status as Status
    from argue.semantics.tasks import accepted as accepted
    from argue.semantics.tasks import extensions as extensions
    from argue.verdict.result import Analysis as Analysis

__version__ = "0.1.0"

_PLACES = {
    "AF": "argue.model.af",
    "Analysis": "argue.verdict.result",
    "ArgueError": "argue.errors",
    "Case": "argue.model.case",
    "CaseError": "argue.errors",
    "Outcome": "argue.model.verdict",
    "Status": "argue.model.verdict",
    "accepted": "argue.semantics.tasks",
    "analyze": "argue.analysis",
    "extensions": "argue.semantics.tasks",
    "load_case": "argue.io.case",
}

__all__ = [
    "AF",
    "Analysis",
    "ArgueError",
    "Case",
    "CaseError",
    "Outcome",
    "Status",
    "__version__",
    "accepted",
    "analyze",
    "extensions",
    "load_case",
]


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module 'argue' has no attribute {name!r}")
    value = getattr(import_module(_PLACES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)

"""A normative reasoning engine: a case goes in, a verdict with its reasons comes out.

The public names are loaded when first used.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from os import PathLike
from typing import TYPE_CHECKING, Any, Self

from argue.model.version import VERSION

if TYPE_CHECKING:
    from argue import rewards as rewards
    from argue.analysis import analyze as analyze
    from argue.errors import ArgueError as ArgueError
    from argue.errors import CaseError as CaseError
    from argue.explain.explanation import Why
    from argue.explain.flips import Flips
    from argue.io.case import load_case as load_case
    from argue.io.graphs.files import load_af as load_af
    from argue.model.af import AF as AF
    from argue.model.case import Case as Case
    from argue.model.observing import counted as counted
    from argue.model.verdict import Outcome as Outcome
    from argue.model.verdict import Status as Status
    from argue.semantics.tasks import accepted as accepted
    from argue.semantics.tasks import extensions as extensions
    from argue.verdict.result import Analysis as Analysis

__version__ = VERSION

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
    "counted": "argue.model.observing",
    "extensions": "argue.semantics.tasks",
    "load_af": "argue.io.graphs.files",
    "load_case": "argue.io.case",
}
"""Public name -> the module it is loaded from."""

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
    "counted",
    "extensions",
    "load_af",
    "load_case",
]


class Written(str):
    """A report as text, in whatever format it was asked for, that can be saved."""

    __slots__ = ("form",)
    form: str

    def __new__(cls, text: str, form: str = "text") -> Self:
        """Keep the text, and which format it is in."""
        written = super().__new__(cls, text)
        written.form = form
        return written

    def save(self, path: str | PathLike[str]) -> None:
        """Write the report to a file, as UTF-8; an OSError leaves the file as it was."""
        from argue.io.saving import save  # noqa: PLC0415  (only to save)

        save(path, self.encode("utf-8"))

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        """Answers what a notebook displays for it."""
        from argue.report.notebook import written_bundle  # noqa: PLC0415  (only in notebooks)

        return written_bundle(str(self), self.form)


def _report(analysis: Analysis, form: str = "text", audience: str = "analyst") -> Written:
    """Answers the full report as `text`, `markdown`, `html` or `json`; `.save(path)` keeps it."""
    from argue.report import render  # noqa: PLC0415  (loaded when first asked for)

    return Written(render(analysis, form, audience), form)


def _why(analysis: Analysis, target: str, *, rather_than: str | None = None) -> Why:
    """Answers why an option, an argument or a position (`position:1`) stands as it does."""
    from argue.explain.why import why  # noqa: PLC0415  (loaded when first asked for)

    return why(analysis, target, rather_than=rather_than)


def _why_not(analysis: Analysis, target: str) -> Why:
    """Answers why an option or an argument is not accepted, or not in every position."""
    from argue.explain.why import why  # noqa: PLC0415  (loaded when first asked for)

    return why(analysis, target, negated=True)


def _flips(
    analysis: Analysis,
    option: str | None = None,
    *,
    most: int = 2,
    timeout: float | None = None,
) -> Flips | Mapping[str, Flips]:
    """Answers the smallest changes that give an option another status; of every option by id.

    `timeout` in seconds bounds the search for each option.
    """
    from argue.explain.flips import flips  # noqa: PLC0415  (loaded when first asked for)

    if option is not None:
        return flips(analysis.given, analysis, option, most=most, timeout=timeout)
    return {
        name: flips(analysis.given, analysis, name, most=most, timeout=timeout)
        for name in analysis.statuses
    }


def _displayed(analysis: Analysis, **_: object) -> dict[str, str]:
    """Answers what a notebook displays for an analysis."""
    from argue.report.notebook import analysis_bundle  # noqa: PLC0415  (only in notebooks)

    return analysis_bundle(analysis)


def _af_displayed(af: AF, **_: object) -> dict[str, str]:
    """Answers what a notebook displays for an attack graph."""
    from argue.report.notebook import af_bundle  # noqa: PLC0415  (only in notebooks)

    return af_bundle(af)


_METHODS = {
    "Analysis": {
        "report": _report,
        "why": _why,
        "why_not": _why_not,
        "flips": _flips,
        "_repr_mimebundle_": _displayed,
    },
    "AF": {"_repr_mimebundle_": _af_displayed},
}
"""Class -> its methods that belong to layers above it, so that they are added here."""

_GIVES = {"analyze": "Analysis", "Analysis": "Analysis", "AF": "AF", "load_af": "AF"}
"""Public name -> the class that whoever loads it comes to hold."""


def __getattr__(name: str) -> Any:
    if name == "rewards":
        return import_module("argue.rewards")
    if name not in _PLACES:
        raise AttributeError(f"module 'argue' has no attribute {name!r}")
    value = getattr(import_module(_PLACES[name]), name)
    if name in _GIVES:
        given = _GIVES[name]
        cls = getattr(import_module(_PLACES[given]), given)
        for method, function in _METHODS[given].items():
            setattr(cls, method, function)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)

"""Whether a saved report still holds: the case in it is judged again and the results compared."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from argue.analysis import analyze
from argue.errors import ArgueError, CaseError, OutOfBudget, UnknownId
from argue.explain.difference import Difference, difference_of
from argue.explain.saved import Saved, is_text_of
from argue.explain.seen import seen
from argue.io.case import read_case
from argue.model.case import Case, Compliance
from argue.model.record import record
from argue.model.version import VERSION
from argue.report.full import full_report
from argue.report.plain_data import sections_of
from argue.verdict.result import Analysis


@record
class Audit:
    """What came of running a saved report again.

    `version` made it; `now` ran it again. `same_case`: the case in the report, and the one given
    beside it, is the one whose hash it names. `difference` is that of the analyses; `parts` names
    the other parts of the analysis that differ, `sections` the sections that read otherwise.
    `failed` says why it could not be run again, empty if it could.
    """

    sha256: str
    version: str
    now: str
    settings: Mapping[str, Any]
    same_case: bool
    difference: Difference | None = None
    parts: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    failed: str = ""

    @property
    def holds(self) -> bool:
        """Whether the same case still comes to the same; a newer version may word it otherwise."""
        same = self.same_case and not (self.failed or self.difference or self.parts)
        return same and (not self.sections or self.version != self.now)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What was compared and what came of it, line by line."""
        return (
            "The report still holds." if self.holds else "The report does not hold.",
            f"case: {'the same' if self.same_case else 'not the one the report names'} "
            f"(sha256 {self.sha256[:16]}...)",
            f"version: {self.version}{'' if self.version == self.now else f', now {self.now}'}",
            f"settings: {_said(self.settings)}",
            *self._results(),
        )

    def _results(self) -> tuple[str, ...]:
        if self.failed:
            return (f"results: it cannot be run again: {self.failed}",)
        if not (self.difference or self.parts or self.sections):
            return ("results: the same, down to every argument and sentence",)
        told = ["results: the same statuses and arguments"]
        if self.difference:
            told = ["results: they differ", *(f"  {s}" for s in self.difference.sentences)]
        if self.parts:
            told.append(f"parts of the analysis that differ: {', '.join(self.parts)}")
        if self.sections:
            told.append(f"sections that read otherwise: {', '.join(self.sections)}")
        return tuple(told)


def _said(settings: Mapping[str, Any]) -> str:
    """Answers the settings that are not as they are by default."""
    usual: dict[str, Any] = {"facts": {}, "priorities": [], "frameworks": None, "flat": False}
    usual["compliance"] = str(Compliance.MERE)
    said = {key: settings.get(key, default) for key, default in usual.items()}
    told = [f"{key} {json.dumps(said[key])}" for key in usual if said[key] != usual[key]]
    return "; ".join([f"{settings['semantics']} semantics", *told])


def audit(saved: Saved, case: Case | None = None, *, timeout: float | None = None) -> Audit:
    """Answers whether a saved report still holds, of the case in it or of one given beside it.

    Raises: OutOfBudget past the timeout.
    """
    same = is_text_of(saved.text, saved.sha256)
    if case is not None:
        same = same and case.sha256 == saved.sha256
    about: dict[str, Any] = {
        "sha256": saved.sha256,
        "version": str(saved.analysis.get("version", "unknown")),
        "now": VERSION,
        "settings": saved.analysis["settings"],
        "same_case": same,
    }
    try:
        again = _again(case or read_case(saved.text, saved.file), saved, timeout)
    except OutOfBudget:
        raise
    except CaseError as error:
        return Audit(**about, failed=f"the case cannot be read: {error.problems[0].message}")
    except ArgueError as error:
        return Audit(**about, failed=str(error))
    data: Any = json.loads(json.dumps(again.to_dict()))
    return Audit(
        **about,
        difference=difference_of(saved.seen, seen(data)),
        parts=_parts(saved.analysis, data),
        sections=_sections(saved, again),
    )


def _again(case: Case, saved: Saved, timeout: float | None) -> Analysis:
    setup = saved.setup
    return analyze(
        case,
        facts=setup.facts,
        priorities=setup.priorities,
        frameworks=setup.frameworks,
        semantics=setup.semantics,
        flat=setup.flat,
        compliance=saved.compliance,
        timeout=timeout,
    )


NOT_RESULTS = ("schema", "version", "case", "settings")
"""Parts of an analysis that say what it is of, not what it came to."""


def _parts(then: Mapping[str, Any], now: Mapping[str, Any]) -> tuple[str, ...]:
    """Answers the parts of an analysis that differ, in the order of the new one."""
    names = [name for name in dict.fromkeys((*now, *then)) if name not in NOT_RESULTS]
    return tuple(name for name in names if then.get(name) != now.get(name))


def _sections(saved: Saved, again: Analysis) -> tuple[str, ...]:
    """Answers the titles of the sections that read otherwise, apart from where the case came from.

    The section on method names the file and the version, which are compared by themselves.
    """
    try:
        made: list[Any] = json.loads(json.dumps(sections_of(full_report(again, saved.audience))))
    except UnknownId:
        return ("all: the audience is not known",)
    then = {str(s.get("key")): s for s in saved.sections}
    now = {s["key"]: s for s in made}
    return tuple(
        str({**then, **now}[key].get("title", key))
        for key in dict.fromkeys((*now, *then))
        if then.get(key) != now.get(key) and key != "method"
    )

"""Section 11: what may be disputed, under which id, and a challenge ready to be added."""

from __future__ import annotations

import json
from collections.abc import Iterator

from argue import registry
from argue.io.kinds import NO_STANDPOINTS
from argue.model.argument import Argument
from argue.model.case import Case, FactStatus
from argue.report.content import Code, Paragraph, Section, Table
from argue.report.reasons import told_against
from argue.verdict.result import Analysis


def section(analysis: Analysis) -> Section:
    """Answers what can be contested and how, and a snippet that contests the first reason."""
    reason = _first(analysis)
    rows = tuple(_rows(analysis, reason))
    blocks = [Table(("contest", "id to cite", "how"), rows)]
    if reason is None:
        said = "No reason stands that a challenge could be aimed at."
        return Section("contest", "How to contest", (*blocks, Paragraph(said)))
    said = (
        f"This challenges {reason.id}; add it under the key challenges of the case file, and "
        "run the command of the next section again:"
    )
    code = Code(challenge(analysis.case, reason), "yaml")
    return Section("contest", "How to contest", (*blocks, Paragraph(said), code))


def _first(analysis: Analysis) -> Argument | None:
    told = [o for option in analysis.graph.options for o in told_against(analysis, option)]
    standing = [o for o in told if o.stands] or told
    return standing[0].reason if standing else None


def _rows(analysis: Analysis, reason: Argument | None) -> Iterator[tuple[str, ...]]:
    case = analysis.case
    for fact in case.facts.values():
        if fact.status is FactStatus.DISPUTED:
            how = f"settle it: --facts {fact.id}=true or {fact.id}=false"
        else:
            how = f"write status: disputed at facts.{fact.id}{_line(case, f'facts.{fact.id}')}"
        yield ("a fact", f"fact:{fact.id}", how)
    if case.payoffs:
        where = "general or payoffs" if "general" in case.lines else "payoffs"
        yield ("a number", where, f"change the cell, or give an interval{_line(case, 'payoffs')}")
    if len(analysis.sources) > 1:
        high, low = analysis.sources[0].id, analysis.sources[1].id
        yield ("a ranking", f"{high}>{low}", f"--prioritize '{high}>{low}', or any other pair")
    for norm in case.norms.values():
        how = f"list options under exceptions{_line(case, f'norms.{norm.id}')}"
        yield ("an exception", norm.source_id, how)
    if reason is not None:
        yield ("a reason", reason.id, "the challenge below")
    yield ("the framing", "options, standpoints", "add the option or the kind of person left out")


def _line(case: Case, path: str) -> str:
    return f" (line {case.lines[path]})" if path in case.lines else ""


def challenge(case: Case, reason: Argument) -> str:
    """Answers a challenge to a reason as YAML, to be added to the list `challenges`."""
    against = _against(case, reason)
    question = _question(case, str(reason.source))
    lines = ["challenges:", f"  - id: {_unused(case)}"]
    if question:
        lines.append(f"    question: {json.dumps(question)}")
    inside = ", ".join(f"{key}: {json.dumps(value)}" for key, value in against.items())
    lines += ["    status: raised", f"    against: {{{inside}}}", '    text: "Say here why."']
    return "\n".join(lines)


def _against(case: Case, reason: Argument) -> dict[str, str]:
    source = str(reason.source)
    if source in {use.id for use in case.frameworks}:
        found = {"framework": source, "better": str(reason.better), "worse": str(reason.worse)}
        known = reason.voice in (*case.standpoints, *NO_STANDPOINTS)
        return {**found, "voice": str(reason.voice)} if known else found
    if source.startswith("norm:"):
        return {"norm": source.removeprefix("norm:")}
    return {"reason": str(reason.by)}


def _question(case: Case, source: str) -> str:
    """Answers the first critical question of a framework, '' for a source that is none."""
    for use in case.frameworks:
        if use.id == source:
            questions = registry.framework(use.type).critical_questions
            return questions[0].id if questions else ""
    return ""


def _unused(case: Case) -> str:
    names = ("my_challenge", *(f"my_challenge_{n}" for n in range(2, len(case.challenges) + 3)))
    return next(name for name in names if name not in case.challenges)

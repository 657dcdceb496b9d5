"""What of a case may be disputed: under which id, how, and the entry that does it.

Every challenge offered here can be read by the case format and, once added, stands in the graph.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from argue import registry
from argue.model.argument import Argument, Kind
from argue.model.case import Case, nothing
from argue.model.record import field, record
from argue.model.verdict import Label
from argue.verdict.result import Analysis


@record
class Contestable:
    """One thing that may be disputed: its id, what it says, and how to dispute it.

    `how` tells a change of the file or an option of the command; `challenge` is an entry for the
    list `challenges`, empty where the dispute is no challenge; `questions` are the critical
    questions it may cite.
    """

    kind: str
    id: str
    says: str
    how: str
    challenge: Mapping[str, Any] = field(default_factory=nothing)
    questions: tuple[str, ...] = ()

    @property
    def yaml(self) -> str:
        """The entry as YAML, ready to be added to a case file that has no challenges yet."""
        if not self.challenge:
            return ""
        lines = [f"{key}: {json.dumps(value)}" for key, value in self.challenge.items()]
        first, *rest = lines
        return "\n".join(["challenges:", f"  - {first}", *(f"    {line}" for line in rest)])


@record
class Contest:
    """Everything of a case that may be disputed, in the order of facts, numbers, arguments."""

    entries: tuple[Contestable, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """The list in words, a challenge with its YAML."""
        return tuple(line for entry in self.entries for line in _told(entry))


def contest(analysis: Analysis) -> Contest:
    """Answers what of a case may be disputed; only arguments that stand in some position."""
    case = analysis.case
    return Contest((*_facts(case), *_numbers(case), *_arguments(analysis)))


def _told(entry: Contestable) -> Iterator[str]:
    yield f"{entry.kind} {entry.id}: {entry.says}"
    yield f"    {entry.how}"
    yield from (f"    {line}" for line in entry.yaml.splitlines())


def _facts(case: Case) -> Iterator[Contestable]:
    for fact in case.facts.values():
        how = f"settle it with --facts {fact.id}=true or {fact.id}=false"
        if fact.status.value != "disputed":
            how = f"write status: disputed at facts.{fact.id}"
        said = fact.text or fact.id
        yield Contestable("fact", f"fact:{fact.id}", f"{said} ({fact.status})", how)


def _numbers(case: Case) -> Iterator[Contestable]:
    for option, row in case.payoffs.items():
        for person in row:
            path = f"payoffs.{option}.{person}"
            how = f"try another number with argue whatif --set {path}=NUMBER"
            yield Contestable("number", path, f'what "{option}" does to {person}', how)


def _arguments(analysis: Analysis) -> Iterator[Contestable]:
    name = _unused(analysis.case)
    for argument in analysis.graph.arguments.values():
        target = _target(analysis.case, argument)
        if target is None or Label.IN not in analysis.labels[argument.id]:
            continue
        questions = _questions(analysis.case, str(argument.source))
        entry: dict[str, Any] = {"id": name, "status": "raised", "against": target}
        entry["text"] = "Say here why."
        how = "add this challenge to the case file"
        yield Contestable(str(argument.kind), argument.id, argument.text, how, entry, questions)


def _target(case: Case, argument: Argument) -> Mapping[str, Any] | None:
    """Answers what a challenge to an argument is against, as a case file says it; None if nothing.

    Aside from facts and permissions only what the data themselves answer (a cap, an express
    permission) cannot be challenged.
    """
    source = str(argument.source)
    frameworks = {use.id for use in case.frameworks}
    pair = {"better": argument.better, "worse": argument.worse}
    if argument.kind is Kind.CHALLENGE:
        return {"challenge": source}
    if argument.kind is Kind.PRIORITY:
        return {"priority": source}
    if argument.kind is Kind.REPLY and source in frameworks:
        return {"reply": {"framework": source, "by": argument.by, **pair}}
    if argument.kind is not Kind.REASON:
        return None
    return _reason_target(argument, source, pair, framework=source in frameworks)


def _reason_target(
    argument: Argument, source: str, pair: Mapping[str, Any], *, framework: bool
) -> Mapping[str, Any]:
    if framework:
        voice = {"voice": argument.voice} if argument.voice else {}
        return {"framework": source, **pair, **voice}
    if source.startswith("norm:"):
        return {"norm": source.removeprefix("norm:")}
    return {"reason": argument.by}


def _questions(case: Case, source: str) -> tuple[str, ...]:
    for use in case.frameworks:
        if use.id == source:
            return tuple(q.id for q in registry.framework(use.type).critical_questions)
    return ()


def _unused(case: Case) -> str:
    names = ("my_challenge", *(f"my_challenge_{n}" for n in range(2, len(case.challenges) + 3)))
    return next(name for name in names if name not in case.challenges)

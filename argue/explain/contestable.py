"""What of a case may be disputed: under which id, how, and the entry that does it.

Every challenge offered here can be read by the case format and, once added, stands in the graph.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

from argue import registry
from argue.construct.plain import conflicting
from argue.errors import ArgueError
from argue.io.document import text_document
from argue.io.editing import edited
from argue.io.kinds import NO_STANDPOINTS
from argue.io.nodes import ListNode, MapNode, Node, ScalarNode
from argue.io.writing import block, items
from argue.model.argument import Argument, Kind
from argue.model.case import Case, Table, Universal, nothing
from argue.model.deprecating import renamed_parameter
from argue.model.record import field, record
from argue.model.verdict import Label
from argue.verdict.result import Analysis


@record
class Contestable:
    """One thing that may be disputed: its id, what it says, and how to dispute it.

    `how` tells a change of the file or an option of the command; `challenge` is an entry for the
    list `challenges`, empty where the dispute is no challenge; `questions` are the critical
    questions it may cite. `opens` says that it would be the first challenge of the case.
    """

    kind: str
    id: str
    says: str
    how: str
    challenge: Mapping[str, Any] = field(default_factory=nothing)
    questions: tuple[str, ...] = ()
    opens: bool = True

    @property
    def yaml(self) -> str:
        """The entry as YAML: below the key `challenges`, which stands above it if it opens it."""
        if not self.challenge:
            return ""
        return ("challenges:\n" if self.opens else "") + items([_node(self.challenge)], 2).rstrip()


@record
class Contest:
    """Everything of a case that may be disputed, in the order of facts, numbers, arguments."""

    entries: tuple[Contestable, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """The list in words, a challenge with its YAML."""
        return tuple(line for entry in self.entries for line in _told(entry))


def contest(analysis: Analysis) -> Contest:
    """Answers what of a case may be disputed; of arguments only those that stand somewhere."""
    case = analysis.case
    return Contest(
        (
            *_facts(case),
            *_numbers(case),
            *_people(case),
            *_rankings(analysis),
            *_sources(analysis),
            *_exceptions(case),
            *_arguments(analysis),
            *_framing(case),
        )
    )


@renamed_parameter("cq", "question", since="0.1.0")
def contested(case: Case, entry: Contestable, **said: str) -> str:
    """Answers the text of a case with a challenge added to it, and what its fields are to say.

    `said` may hold `id`, `by`, `text`, `question`.

    Raises: ArgueError for what cannot be challenged.
    """
    if not entry.challenge:
        raise ArgueError(f"{entry.id} is not disputed by a challenge: {entry.how}")
    given = {key: word for key, word in said.items() if word}
    return added(case, "challenges", {**entry.challenge, **given})


def added(case: Case, key: str, entry: Mapping[str, Any]) -> str:
    """Answers the text of a case with an entry added to one of its lists."""
    root = text_document(case.written, case.file or "case").root
    assert root is not None, "a case that was read can be read again"
    before = root.entries.get(key)
    listed = before.items if isinstance(before, ListNode) else ()
    whole = MapNode({**root.entries, key: ListNode((*listed, _node(entry)))}, {})
    return edited(case.written, whole) or block(whole)


def _node(entry: Mapping[str, Any]) -> MapNode:
    """Answers an entry of texts and mappings of texts as a tree."""
    entries: dict[str, Node] = {}
    for key, value in entry.items():
        if isinstance(value, Mapping):
            entries[key] = _node(cast("Mapping[str, Any]", value))
        else:
            entries[key] = ScalarNode(str(value), False)
    return MapNode(entries, {})


def _told(entry: Contestable) -> Iterator[str]:
    yield f"{entry.kind} {entry.id}: {entry.says}"
    asked = f"; it may press the question {' or '.join(entry.questions)}" if entry.questions else ""
    yield f"    {entry.how}{asked if entry.challenge else ''}"
    yield from (f"    {line}" for line in entry.yaml.splitlines())


def _line(case: Case, path: str) -> str:
    while path not in case.lines and "." in path:
        path = path.rpartition(".")[0]
    return f" (line {case.lines[path]})" if path in case.lines else ""


def _facts(case: Case) -> Iterator[Contestable]:
    for fact in case.facts.values():
        how = f"settle it with --facts {fact.id}=true or {fact.id}=false"
        if fact.status.value != "disputed":
            how = f"write status: disputed at facts.{fact.id}{_line(case, f'facts.{fact.id}')}"
        said = fact.text or fact.id
        yield Contestable("fact", f"fact:{fact.id}", f"{said} ({fact.status})", how)


def _numbers(case: Case) -> Iterator[Contestable]:
    for table in ("payoffs", "general"):
        rows: Table = getattr(case, table)
        for option, row in rows.items():
            for person in row:
                path = f"{table}.{option}.{person}"
                if table == "general" and path not in case.lines:
                    continue
                how = f"try another with argue whatif --set {path}=NUMBER, or write [low, high]"
                said = f'what "{option}" does to {case.standpoints[person].called}'
                yield Contestable("number", path, said, f"{how}{_line(case, path)}")
    for option, entry in case.universal.items():
        if isinstance(entry, Universal) and not entry.refrain:
            for key, said in (("all", "if everybody did it"), ("nobody", "if nobody did it")):
                path = f"universal.{option}.{key}"
                how = f"try another with argue whatif --set {path}=NUMBER, or write [low, high]"
                yield Contestable("number", path, f'"{option}" {said}', how + _line(case, path))


def _people(case: Case) -> Iterator[Contestable]:
    for person in case.standpoints.values():
        path = f"standpoints.{person.id}"
        counted = f"{person.text}: count {person.count}"
        said = counted if person.level is None else f"{counted}, level {person.level}"
        yield Contestable("person", path, said, f"write other numbers{_line(case, path)}")


def _rankings(analysis: Analysis) -> Iterator[Contestable]:
    """Yields the pairs of sources that speak against each other and are not ranked."""
    for high, low in conflicting(analysis.graph):
        if (high, low) in analysis.graph.order or (low, high) in analysis.graph.order:
            continue
        how = f"rank them with --prioritize '{high}>{low}' or '{low}>{high}'"
        yield Contestable("ranking", f"{high}>{low}", "left open", how)


def _sources(analysis: Analysis) -> Iterator[Contestable]:
    """Yields every framework and norm as a whole."""
    case = analysis.case
    for source in analysis.sources:
        if not source.reasons:
            continue
        kind, name = ("norm", source.id.removeprefix("norm:"))
        if not source.id.startswith("norm:"):
            kind, name = ("framework", source.id)
            if name not in {use.id for use in case.frameworks}:
                continue
        entry = {**_entry(case), "against": {kind: name}, **_TEXT}
        said = f"{source.title}: all of its reasons"
        questions = _questions(case, source.id)
        opens = not case.challenges
        yield Contestable(kind, source.id, said, _ADD[opens], entry, questions, opens)


def _exceptions(case: Case) -> Iterator[Contestable]:
    for norm in case.norms.values():
        path = f"norms.{norm.id}"
        how = f"name a fact that suspends it under exceptions{_line(case, path)}"
        yield Contestable("exception", path, norm.text, how)


def _framing(case: Case) -> Iterator[Contestable]:
    for key, said in (("options", "what can be done"), ("standpoints", "who can complain")):
        if key in case.lines:
            how = f"add what is left out{_line(case, key)}"
            yield Contestable("framing", key, said, how)


_ADD = {
    True: "add this challenge to the case file, or see --add",
    False: "add this under the key challenges of the case file, or see --add",
}
_TEXT = {"text": "Say here why."}


def _entry(case: Case) -> dict[str, Any]:
    return {"id": _unused(case), "status": "raised"}


def _arguments(analysis: Analysis) -> Iterator[Contestable]:
    for argument in analysis.graph.arguments.values():
        found = doubt_of(analysis, argument.id)
        if found is not None and Label.IN in analysis.labels[argument.id]:
            yield found


def doubt_of(analysis: Analysis, name: str) -> Contestable | None:
    """Answers how one argument is challenged, whether or not it stands; None if that is not done.

    Facts and permissions are not challenged but settled, or argued about.
    """
    argument = analysis.graph.arguments[name]
    target = _target(analysis.case, argument)
    if target is None:
        return None
    opens = not analysis.case.challenges
    questions = _questions(analysis.case, str(argument.source))
    entry = {**_entry(analysis.case), "against": target, **_TEXT}
    about = (argument.id, argument.text, _ADD[opens])
    return Contestable(str(argument.kind), *about, entry, questions, opens)


def _target(case: Case, argument: Argument) -> Mapping[str, Any] | None:
    """Answers what a challenge to an argument is against, as a case file says it; None if nothing.

    Facts and permissions are not challenged but settled, or argued about.
    """
    source = str(argument.source)
    frameworks = {use.id for use in case.frameworks}
    pair = {"better": argument.better, "worse": argument.worse}
    if argument.kind is Kind.CHALLENGE:
        return {"challenge": source}
    if argument.kind is Kind.PRIORITY:
        return {"priority": source}
    if argument.kind is Kind.REPLY:
        return {"reply": _reply_target(argument, source, pair, framework=source in frameworks)}
    if argument.kind is not Kind.REASON:
        return None
    voices = (*case.standpoints, *NO_STANDPOINTS)
    if source not in frameworks:
        return _other_reason(argument, source)
    # A framework may speak in a voice of its own, which a case file does not know.
    voice = {"voice": argument.voice} if argument.voice in voices else {}
    return {"framework": source, **pair, **voice}


def _reply_target(
    argument: Argument, source: str, pair: Mapping[str, Any], *, framework: bool
) -> Mapping[str, Any]:
    if framework:
        return {"framework": source, "by": argument.by, **pair}
    if source.startswith("norm:"):
        return {"norm": source.removeprefix("norm:"), "worse": argument.worse}
    return {source: argument.by, **pair}


def _other_reason(argument: Argument, source: str) -> Mapping[str, Any]:
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

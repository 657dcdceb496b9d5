"""A base of rules from a file: a case of ours, a scenario of norms, or a map of arguments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, cast

from argue.construct.rules.facts import rules_with_facts
from argue.construct.rules.reading import rule_base
from argue.errors import ArgueError, UnknownId
from argue.io.case import load_case
from argue.io.interchange.formats import CASE, SOURCES, load_rules, source_format
from argue.model.rules import RuleBase


class BaseFile(NamedTuple):
    """A base of rules, what its statements say as far as the file tells, and notes on it."""

    base: RuleBase
    texts: Mapping[str, str]
    notes: tuple[str, ...] = ()


def load_base(path: str, form: str | None = None, facts: Iterable[str] | None = None) -> BaseFile:
    """Answers the rules in a file; `facts` say which of a scenario's hold, by default all.

    Raises: UnknownId for a format or fact; CaseError; ArgueError for a case without rules.
    """
    form = form or source_format(path)
    if form not in SOURCES:
        raise UnknownId("format", form, SOURCES)
    if form != CASE:
        rules = load_rules(path, form, facts)
        notes = tuple(cast("Iterable[str]", rules.get("x-notes", ())))
        texts = cast("Mapping[str, str]", rules["x-texts"])
        return BaseFile(rule_base(rules, file=path), texts, notes)
    if facts is not None:
        raise ArgueError("the facts of a case stand in the case; settle them there, under facts:")
    case = load_case(path)
    if not case.rules:
        raise ArgueError(
            f"{path} has no rules; write some under rules:, or say which format it has, such as "
            "--from jiminy"
        )
    texts = {fact.id: fact.text for fact in case.facts.values()}
    return BaseFile(rules_with_facts(case), texts)

"""The entries of a mapping of rules: each read or noted as a problem, never raised one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any, TypeVar, cast

from argue.construct.rules.notation import (
    ID,
    MAX_TEXT,
    RESERVED,
    Written,
    conjuncts,
    literal_in,
    rule_in,
)
from argue.errors import Problem
from argue.model.case import Literal
from argue.model.rules import Rule, RuleKind

PATH = "rules"
"""Where in a case the rules stand."""

MAX_ANTECEDENTS = 50
"""Most statements that one rule starts from."""

MAX_PROBLEMS = 100
"""Most problems that are listed for one base of rules."""

_SHOWN = 60
_RULE_KEYS = ("id", "if", "then", "by", "kind", "text")
_STATEMENT = (
    'write the id of a statement, or not and the id: flies, "not flies"; at most '
    f"{MAX_TEXT} characters"
)

Word = TypeVar("Word", bound=StrEnum)


class Entries:
    """Reads entries and collects what is wrong with them; `declared` maps an id to its path."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.declared: dict[str, str] = {}
        self._noted: set[tuple[str, str]] = set()

    def problem(self, code: str, message: str, path: str, advice: str) -> None:
        """Notes a problem, once."""
        if len(self.problems) < MAX_PROBLEMS and (path, message) not in self._noted:
            self._noted.add((path, message))
            self.problems.append(Problem(code, message, path, help=advice))

    def check_keys(self, mapping: Mapping[str, Any], known: Iterable[str], path: str) -> None:
        """Notes every key that is not known; those that begin with `x-` are free."""
        names = tuple(known)
        for key in mapping:
            if key not in names and not key.startswith("x-"):
                advice = f"one of: {', '.join(names)}"
                self.problem("R001", f"unknown key {_quoted(key)}", f"{path}.{key}"[:200], advice)

    def declare(self, id_: str, path: str) -> bool:
        """Answers whether a premise or rule may have this id, and notes it if so."""
        first = self.declared.setdefault(id_, path)
        if first != path:
            self.problem("R005", f"the id {_quoted(id_)} is used twice", path, f"first at {first}")
        return first == path

    def word(self, mapping: Mapping[str, Any], key: str, default: Word) -> Word:
        """Answers the word under a key; the default if there is none or a wrong one."""
        words = type(default)
        value = mapping.get(key, default)
        if value in [word.value for word in words]:
            return words(value)
        message = f"{PATH}.{key} cannot be {_quoted(value)}"
        self.problem("R002", message, f"{PATH}.{key}", f"one of: {', '.join(words)}")
        return default

    def flag(self, mapping: Mapping[str, Any], key: str, default: bool) -> bool:
        """Answers the flag under a key; the default if there is none or no flag."""
        value = mapping.get(key, default)
        if not isinstance(value, bool):
            message = f"{PATH}.{key} cannot be {_quoted(value)}"
            self.problem("R002", message, f"{PATH}.{key}", "write true or false")
            return default
        return value

    def statements(self, value: Any, path: str) -> Iterator[tuple[str, Literal, str]]:
        """Answers the id, the statement and the path of each entry of a list or mapping by id."""
        if isinstance(value, Mapping):
            for key, inner in cast("Mapping[str, Any]", value).items():
                place = f"{path}.{key}"[:200]
                literal = self.literal(inner, place)
                if literal is not None and self._id(key, place):
                    yield key, literal, place
            return
        for item, place in self._items(value, path, "a list of statements, or {id: statement}"):
            literal = self.literal(item, place)
            if literal is not None:
                yield str(literal), literal, place

    def literal(self, value: Any, path: str) -> Literal | None:
        """Answers the statement a value writes; None, with a problem noted, if it writes none."""
        found = literal_in(value) if isinstance(value, str) else None
        if found is None:
            self.problem("R003", f"{_quoted(value)} is not a statement", path, _STATEMENT)
        return found

    def rules(self, value: Any, path: str, *, strict: bool) -> Iterator[Rule]:
        """Answers the rules of a list, or of a mapping by id."""
        for given, item, place in self._named(value, path):
            fields = self._fields(given, item, place, strict=strict)
            rule = self._rule(fields, place, strict=strict) if fields else None
            if rule is not None and self.declare(rule.id, place):
                yield rule

    def contraries(self, value: Any, path: str) -> Iterator[tuple[Literal, Literal]]:
        """Answers the pairs (attacker, attacked) of a list of pairs and mappings."""
        entries: Any = [value] if isinstance(value, Mapping) else value
        for item, place in self._items(entries, path, "a list such as [[married, bachelor]]"):
            if isinstance(item, Mapping):
                for key, inner in cast("Mapping[str, Any]", item).items():
                    yield from self._one_way(key, inner, f"{place}.{key}"[:200])
                continue
            found = [self.literal(each, place) for each, _ in self._items(item, place, "a pair")]
            first, second = found if len(found) == 2 else (None, None)
            if len(found) != 2 or (first is not None and first == second):
                advice = "write two different statements, such as [married, bachelor]"
                self.problem("R002", "this is not a pair of statements", place, advice)
            elif first is not None and second is not None:
                yield first, second
                yield second, first

    def chains(self, value: Any, path: str) -> Iterator[tuple[tuple[str, ...], str]]:
        """Answers the names of each chain of preferences, highest first, and its path."""
        for item, place in self._items(value, path, "a list such as [[d2, d1]]"):
            parts = item.split(">") if isinstance(item, str) else item
            names = [each for each, _ in self._items(parts, place, "two or more names")]
            if len(names) < 2 or not all(isinstance(name, str) for name in names):
                message = "a preference needs two or more names"
                self.problem("R002", message, place, "higher first: [d2, d1]")
                continue
            yield tuple(" ".join(name.split()) for name in names), place

    def _one_way(self, key: str, value: Any, path: str) -> Iterator[tuple[Literal, Literal]]:
        attacked = self.literal(key, path)
        inner = [value] if isinstance(value, str) else value
        for item, place in self._items(inner, path, "a list of statements"):
            attacker = self.literal(item, place)
            if attacked is not None and attacker is not None:
                yield attacker, attacked

    def _items(self, value: Any, path: str, wanted: str) -> Iterator[tuple[Any, str]]:
        if value is None:
            return
        if not isinstance(value, list | tuple):
            self.problem("R002", f"{path} cannot be {_quoted(value)}", path, f"write {wanted}")
            return
        for k, item in enumerate(cast("list[Any] | tuple[Any, ...]", value)):
            yield item, f"{path}[{k}]"

    def _named(self, value: Any, path: str) -> Iterator[tuple[str | None, Any, str]]:
        """Answers each rule with the id it stands under, if it stands under one.

        In YAML `- d1: a => b` is a mapping of an id to a text; it is read as it looks.
        """
        if isinstance(value, Mapping):
            for key, item in cast("Mapping[str, Any]", value).items():
                yield key, item, f"{path}.{key}"[:200]
            return
        for item, place in self._items(value, path, "a list of rules, or {id: rule}"):
            if isinstance(item, Mapping) and not {"if", "then"} & set(cast("Any", item)):
                for key, inner in cast("Mapping[str, Any]", item).items():
                    yield key, inner, place
                continue
            yield None, item, place

    def _fields(
        self, given: str | None, item: Any, path: str, *, strict: bool
    ) -> dict[str, Any] | None:
        """Answers a rule as a mapping of known keys; None, with a problem noted, if it is none."""
        if isinstance(item, Mapping):
            fields = dict(cast("Mapping[str, Any]", item))
            self.check_keys(fields, _RULE_KEYS, path)
        else:
            written = rule_in(item) if isinstance(item, str) else None
            if written is None:
                arrow = "->" if strict else "=>"
                advice = (
                    f"write d1: bird, not penguin {arrow} flies, or {{id, if, then}}; at most "
                    f"{MAX_TEXT} characters"
                )
                self.problem("R004", f"{_quoted(item)} is not a rule", path, advice)
                return None
            self._check_arrow(written, path, strict=strict)
            fields = {"id": written.id, "if": written.body, "then": written.conclusion}
        if given is not None and fields.setdefault("id", given) not in (given, None):
            message = f"a rule under {_quoted(given)} has another id"
            self.problem("R005", message, path, "give the id once")
        return {**fields, "id": fields.get("id") or given}

    def _check_arrow(self, written: Written, path: str, *, strict: bool) -> None:
        if written.strict is not strict:
            arrow, key = ("->", "defeasible") if strict else ("=>", "strict")
            message = f"this is not a {'strict' if strict else 'defeasible'} rule by its arrow"
            self.problem("R004", message, path, f"write {arrow}, or put it under {key}")

    def _rule(self, fields: Mapping[str, Any], path: str, *, strict: bool) -> Rule | None:
        given = self._antecedents(fields.get("if"), path)
        if "then" not in fields:
            self.problem("R004", "then is missing", path, "say what the rule concludes")
            return None
        conclusion = self.literal(fields["then"], path)
        if conclusion is None or given is None or not self._words(fields, path):
            return None
        rule = Rule(
            id="",
            antecedents=given,
            conclusion=conclusion,
            strict=strict,
            kind=RuleKind(fields["kind"]) if fields.get("kind") else None,
            by=fields.get("by"),
            text=fields.get("text") or "",
        )
        if fields["id"] and not self._id(fields["id"], path):
            return None
        return replace(rule, id=fields["id"] or str(rule))

    def _antecedents(self, body: Any, path: str) -> tuple[Literal, ...] | None:
        """Answers what a rule starts from; None, with a problem noted, if that cannot be read."""
        before = len(self.problems)
        if isinstance(body, str):
            given = [self.literal(part, path) for part in conjuncts(body)]
        else:
            parts = self._items(body, f"{path}.if", "a list of statements")
            given = [self.literal(part, place) for part, place in parts]
        found = tuple(dict.fromkeys(literal for literal in given if literal is not None))
        if len(found) > MAX_ANTECEDENTS:
            message = f"a rule from more than {MAX_ANTECEDENTS} statements"
            self.problem("R004", message, path, "split it into several rules")
        return found if len(self.problems) == before else None

    def _words(self, fields: Mapping[str, Any], path: str) -> bool:
        """Answers whether a rule's id, `by`, `text` and `kind` are words that they may be."""
        for key in ("id", "by", "text", "kind"):
            value = fields.get(key)
            if value is not None and not isinstance(value, str):
                self.problem("R002", f"{key} must be text", path, "put it in quotes")
                return False
        kind = fields.get("kind")
        if kind and kind not in [word.value for word in RuleKind]:
            message = f"kind cannot be {_quoted(kind)}"
            self.problem("R002", message, path, f"one of: {', '.join(RuleKind)}")
            return False
        return True

    def _id(self, name: str, path: str) -> bool:
        if ID.fullmatch(name) and name not in RESERVED:
            return True
        advice = "an id is a letter, then letters, digits, underscores"
        self.problem("R005", f"{_quoted(name)} cannot be an id", path, advice)
        return False


def _quoted(value: Any) -> str:
    text = value if isinstance(value, str) else str(value)
    shown = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 3]}..."
    return f'"{shown}"' if shown.isprintable() else ascii(shown)

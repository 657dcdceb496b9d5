"""A case whose every text a stranger may write is one attack, or is harmless."""

import re
from dataclasses import is_dataclass, replace
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import Any

from argue.analysis import analyze
from argue.io.case import load_case
from argue.io.nodes import CONTROL
from argue.model.case import Case
from argue.verdict.result import Analysis

MARK = "ZQ"
"""What stands in the source where a text goes."""

SOURCE = """
title: ZQ
question: ZQ
source: ZQ
text: ZQ
tags: [ZQ]
context: {domain: ZQ}
options:
  good: {text: ZQ, source: ZQ, features: {ZQ: 3}}
  bad: {text: ZQ, features: {ZQ: 1}}
  ugly: {text: ZQ, presume: forbidden, features: {ZQ: 2}}
standpoints:
  people: {level: 1, count: 3, text: ZQ, name: ZQ, role: ZQ}
  asker: {level: 0, agent: true, cap: 2, text: ZQ, name: ZQ}
scale: {unit: ZQ, zero: ZQ}
facts:
  doubt: {text: ZQ, status: disputed, evidence: ZQ, credence: 1/3}
  taken: {text: ZQ, status: assumed, evidence: ZQ}
payoffs:
  good: {people: 2, asker: {if: doubt, then: -3, else: 0}}
  bad: {people: 0, asker: 1}
  ugly: {people: -1, asker: 0}
frameworks: [rejection]
reasons:
  - {id: one, by: somebody, favours: good, over: bad, text: ZQ, source: ZQ}
  - {id: two, by: another, favours: bad, over: good, because: doubt, text: ZQ}
  - {id: three, by: somebody, favours: good, over: ugly, text: ZQ}
priorities:
  - {higher: somebody, lower: rejection, because: ZQ, by: ZQ}
  - {higher: norms, lower: somebody, because: ZQ}
  - {higher: "norm:rule", lower: "norm:most"}
  - {higher: "norm:most", lower: "norm:word"}
norms:
  rule: {role: ZQ, by: ZQ, text: ZQ, breached_by: [bad], purpose: ZQ, source: ZQ}
  most: {text: ZQ, limits: {ZQ: 2}, source: ZQ}
  word:
    text: ZQ
    breached_by: [bad]
    interpretations:
      letter: {text: ZQ, breached_by: [ugly], because: ZQ, source: ZQ}
      other: {text: ZQ, because: ZQ}
challenges:
  - {id: why, against: {reason: one}, text: ZQ, by: ZQ, question: ZQ, because: ZQ}
  - {id: how, against: {source: rejection}, status: refuted, text: ZQ, by: ZQ}
considered:
  - {option: good, status: permissible, by: people, source: ZQ}
  - {option: ugly, status: impermissible, by: people, source: ZQ}
"""
"""Every text field of a case file but those of its rules and formulas."""


def quoted(text: str) -> str:
    """A text in quotes, as YAML reads it again."""
    kept = (c if c.isalnum() and c.isascii() or c == " " else f"\\U{ord(c):08x}" for c in text)
    return f'"{"".join(kept)}"'


def case_with(text: str, source: str = SOURCE) -> Case:
    """The case with this text for every text, read from a file where a file may hold it.

    What no file may hold is put in behind the reader; what was written stays harmless then.
    """
    if CONTROL.search(text) is None and text.strip():
        return load_case(source.replace(MARK, quoted(text)), name="gate")
    plain = load_case(source.replace(MARK, MARK), name="gate")
    return replace(put(plain, text), written=plain.written)


def lab_case(text: str) -> Case:
    """The part of the case that the lab page judges, with this text for every text."""
    return case_with(text, lab_source())


def lab_source() -> str:
    """The source of the part of the case that the lab page judges."""
    lines = FEATURES.sub("", SOURCE).splitlines()
    first = lines.index("  word:")
    kept = [*lines[:first], *lines[first + 6 :]]
    return "\n".join(line for line in kept if "limits" not in line and "norm:" not in line)


FEATURES = re.compile(", features: {ZQ: .}")
"""What options say of themselves, which the lab page does not read."""


@cache
def analysis_with(text: str) -> Analysis:
    """What the case comes to with this text for every text."""
    return analyze(case_with(text))


def put(value: Any, text: str) -> Any:
    """A value with every mark in it, however deep, turned into a text."""
    if isinstance(value, str):
        return value if isinstance(value, Enum) else value.replace(MARK, text)
    if isinstance(value, (tuple, frozenset)) and not hasattr(value, "_fields"):
        return type(value)(put(item, text) for item in value)
    if hasattr(value, "_fields"):
        return type(value)(*(put(item, text) for item in value))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{name: put(held, text) for name, held in vars(value).items()})
    if hasattr(value, "items"):
        return MappingProxyType({put(k, text): put(v, text) for k, v in value.items()})
    return value

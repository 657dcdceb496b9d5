"""Short texts: formulas of numbers, formulas of time, rules, commands, options, moves."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from functools import cache
from typing import Any
from zlib import crc32

import click

from argue.cli.parameters import Facts, Names, Ranking, settled
from argue.cli.sweep import Numbers
from argue.cli.whatif import Setting
from argue.construct.rules.notation import conjuncts, literal_in, rule_in
from argue.io.value_kinds import parse_literal, parse_number
from argue.logic.formulas import parse_formula
from argue.logic.temporal.definition import holds
from argue.logic.temporal.monitor import Standing, monitor
from argue.logic.temporal.reading import parse_temporal

VALUES = {"x": Fraction(3, 2), "X": Fraction(-7), "Y": 2.5, "y": Fraction(0), "n": Fraction(4)}
TRACE = (frozenset({"a"}), frozenset({"b", "c"}), frozenset[str](), frozenset({"a", "b"}))
SHORT, LONGER = 60, 120
"""Characters up to which formulas of time are also made into machines: all, and a share."""


def text_of(data: bytes) -> str:
    """Bytes as text, those that are none as halves of surrogate pairs."""
    return data.decode("utf-8", "surrogateescape")


_ALL = False


def chosen(data: bytes, one_in: int) -> bool:
    """Answers whether an input is of the share that more is done with; always the same."""
    return _ALL or crc32(data) % one_in == 0


@contextmanager
def all_chosen() -> Iterator[None]:
    """Do with every input what is else done with a share alone."""
    global _ALL  # noqa: PLW0603  (readers take an input and nothing else)
    before, _ALL = _ALL, True
    try:
        yield
    finally:
        _ALL = before


def formula(data: bytes) -> None:
    """A formula of numbers, and its value for some."""
    found = parse_formula(text_of(data))
    assert set(found.names) <= {name for name in found.names if found.position_of(name)}
    given = {**dict.fromkeys(found.names, Fraction(1, 3)), **VALUES}
    value = found.value(given)
    if found.exact and "Y" not in found.names:
        assert isinstance(value, Fraction), "an exact formula has an exact value"


def temporal(data: bytes) -> None:
    """A formula of time: read, written, read again; a short one judged in two ways."""
    text = text_of(data)
    found = parse_temporal(text)
    written = str(found)
    if len(written) < 2_000:
        assert parse_temporal(written) == found, "it is not what was written"
    most = LONGER if chosen(data, 8) else SHORT
    if len(text) <= most and len(found.propositions) <= 4 and "<=" not in text:
        course = monitor(found).follow(TRACE)
        assert len(course.readings) == len(TRACE)
        kept = course.ending is Standing.INACTIVE
        assert kept == holds(found, TRACE), "the machine and the definition differ"


def notation(data: bytes) -> None:
    """Statements, rules, literals and numbers as they stand in a case."""
    text = text_of(data)
    literal_in(text)
    parse_literal(text)
    parse_number(text)
    found = rule_in(text)
    if found is not None:
        for part in (*conjuncts(found.body), found.conclusion):
            literal_in(part)


OPTIONS: tuple[click.ParamType[Any], ...] = (Facts(), Ranking(), Names(), Setting(), Numbers())


def options(data: bytes) -> None:
    """What is written behind an option of a command; the first byte says behind which."""
    if not data:
        return
    kind = OPTIONS[data[0] % len(OPTIONS)]
    found = kind.convert(text_of(data[1:]), None, None)
    if isinstance(kind, Facts):
        settled((found,))


DEBATED = """\
title: A rescue
options: {rescue: Rescue at once, wait: Wait for help}
standpoints: {worker: {}, viewers: {count: 9}}
facts: {surge: {status: disputed}}
payoffs:
  rescue: {worker: 0, viewers: -1}
  wait: {worker: {if: surge, then: -5, else: 0}, viewers: 0}
frameworks: [rejection, welfare]
"""
"""A small case, since what is said in a debate makes a case anew."""


@cache
def _debate(large: bool) -> Any:
    from argue.analysis import analyze
    from argue.io.case import load_case, read_case
    from argue.seminar.debate.scene import scene_of

    return scene_of(analyze(load_case("mask-mandate") if large else read_case(DEBATED)))


def debate(data: bytes) -> None:
    """What a person types in a debate, line by line."""
    from argue.seminar.debate.debate import Debate
    from argue.seminar.language import language

    talk = Debate(_debate(chosen(data, 16)), language())
    for line in text_of(data).split("\n")[:6]:
        assert all(isinstance(said, str) for said in talk.answer(line))


def completions(data: bytes) -> None:
    """Completions of a model as a chat, which a reward reads."""
    from argue.rewards.preferences.texts import named_option
    from argue.rewards.preferences.texts import text_of as completed

    read = named_option(("rescue", "wait"))
    read(completed(json.loads(data)))

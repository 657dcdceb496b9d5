"""Where runs begin: pieces of the bundled cases, and small inputs of every sort."""

import json
import random
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import yaml
import yamlcore

from argue.io.bundled import bundled_ids, bundled_text
from tests.fuzz import trees, written

LOADER = getattr(yamlcore, "CCoreLoader", yamlcore.CoreLoader)
"""The one in C, where there is one: ten times as fast."""
MOST = 700
"""Bytes of a piece of a case that is begun with: short inputs are quick."""


@cache
def bundled() -> Mapping[str, Mapping[str, Any]]:
    """The bundled cases as plain data."""
    return {name: yaml.load(bundled_text(name), LOADER) for name in bundled_ids()}


def pieces(most: int = 240) -> Iterator[tuple[str, Any]]:
    """Yields what stands under keys anywhere in the bundled cases, with the key, if it is short."""
    for case in bundled().values():
        yield from _under(case, most)


def _under(value: Any, most: int) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if len(as_json(inner)) <= most:
                yield str(key), inner
            yield from _under(inner, most)
    elif isinstance(value, list):
        for inner in value:
            yield from _under(inner, most)


def as_json(value: Any) -> bytes:
    """Answers plain data as JSON."""
    return json.dumps(value, ensure_ascii=False, default=str).encode("utf-8", "surrogatepass")


@cache
def _cases() -> tuple[dict[str, Any], ...]:
    """Cases that hold what a bundled one says under one key or two, and little else."""
    found: list[dict[str, Any]] = [yaml.load(text, LOADER) for text in written.CASES]
    for case in bundled().values():
        needed = {key: case[key] for key in ("title", "options", "standpoints") if key in case}
        for key in case:
            piece = {**needed, key: case[key]}
            if key not in needed and len(as_json(piece)) <= MOST:
                found.append(piece)
    return tuple(found)


def _few(items: tuple[dict[str, Any], ...]) -> tuple[dict[str, Any], ...]:
    """Answers items of which each has a key that none before it has, or a new form of one."""
    seen: set[tuple[str, str]] = set()
    kept: list[dict[str, Any]] = []
    for item in items:
        new = {(key, type(value).__name__) for key, value in item.items()} - seen
        if new:
            seen |= new
            kept.append(item)
    return tuple(kept)


def json_cases() -> Iterator[bytes]:
    """Small cases as JSON."""
    yield from map(as_json, _few(_cases()))


def yaml_cases() -> Iterator[bytes]:
    """Small cases as YAML, written by hand and in blocks."""
    yield from (text.encode() for text in written.CASES)
    for case in _few(_cases()):
        yield yaml.safe_dump(case, sort_keys=False, allow_unicode=True).encode()


def old_cases() -> Iterator[bytes]:
    """Cases in the first format, which had other names for some keys."""
    yield from _written("OLD")


def pairs_of_cases() -> Iterator[bytes]:
    """Cases to merge, with a line of dashes between two."""
    for text in written.CASES:
        changed = text.replace("-1", "-2").replace("rejection", "welfare")
        yield f"{text}\n----\n{changed}".encode()


def banks() -> Iterator[bytes]:
    """Cases with judgements to repair them by: one alone, and two that share a norm."""
    yield from _written("BANKS")
    yield "\n----\n".join(written.BANKS).encode()


def _written(name: str) -> Iterator[bytes]:
    yield from (text.encode() for text in getattr(written, name))


def graphs(form: str) -> Iterator[bytes]:
    """Bare graphs in a format."""
    yield from _written(form.upper())


def maps(form: str) -> Iterator[bytes]:
    """Maps of arguments in a format."""
    yield from _written(form.upper().replace("-", "_"))


def bases(form: str) -> Iterator[bytes]:
    """Rules in the format of another program."""
    yield from _written(form.upper())


def incomplete() -> Iterator[bytes]:
    """Graphs with elements that may not be there."""
    yield from _written("INCOMPLETE")


def formulas() -> Iterator[bytes]:
    """Formulas of numbers."""
    yield from _written("FORMULAS")


def temporal() -> Iterator[bytes]:
    """Formulas of time."""
    yield from _written("TEMPORAL")


def notation() -> Iterator[bytes]:
    """Statements, rules and numbers."""
    yield from _written("NOTATION")


def options() -> Iterator[bytes]:
    """What stands behind options, each behind every one."""
    for text in written.OPTIONS:
        yield from (f"{place}{text}".encode() for place in range(5))


def completions() -> Iterator[bytes]:
    """Completions of a model."""
    yield from map(as_json, trees.COMPLETIONS)


def debate() -> Iterator[bytes]:
    """Lines typed in a debate."""
    yield from _written("DEBATE")


def rules() -> Iterator[bytes]:
    """Rules of a case with its facts, and those of the bundled cases."""
    yield from map(as_json, trees.RULES)
    yield from _with_key("rules", ("facts", "rules"))


def games() -> Iterator[bytes]:
    """Games with their players, and those of the bundled cases."""
    yield from map(as_json, trees.GAMES)
    yield from _with_key("game", ("options", "standpoints", "game"))


def norms() -> Iterator[bytes]:
    """Norms, over time and at once, and those of the bundled cases."""
    yield from map(as_json, trees.NORMS)
    yield from _with_key("norms", ("options", "facts", "context", "norms"))


def _with_key(key: str, kept: tuple[str, ...]) -> Iterator[bytes]:
    for case in bundled().values():
        found = as_json({name: case[name] for name in kept if name in case})
        if key in case and len(found) <= 2 * MOST:
            yield found


def toml_cases() -> Iterator[bytes]:
    """Small cases as TOML."""
    yield from _written("TOML")


def studies() -> Iterator[bytes]:
    """Studies of every sort."""
    yield from _written("STUDIES")


def saved() -> Iterator[bytes]:
    """A saved analysis and a report, as the engine writes them, cut to what is read of them."""
    yield from map(as_json, trees.SAVED)


def batch() -> Iterator[bytes]:
    """Rows that are cases or change one."""
    yield b"".join(as_json(row) + b"\n" for row in trees.BATCH)
    yield from map(as_json, trees.BATCH)
    yield from (text for text in json_cases() if len(text) < 400)


def rows() -> Iterator[bytes]:
    """Rows of numbers as JSON lines."""
    yield from _written("ROWS")


def csv_rows() -> Iterator[bytes]:
    """Rows of numbers with commas."""
    yield from _written("CSV_ROWS")


def bindings() -> Iterator[bytes]:
    """What is bound to columns."""
    yield from _written("BINDINGS")


def resumed() -> Iterator[bytes]:
    """What stands behind the beginning of a row."""
    yield from _written("RESUMED")


def keys() -> Iterator[bytes]:
    """A key to a quiz, of one item."""
    from tests.fuzz.seminar import key_of_a_quiz

    data = dict(key_of_a_quiz())
    (paper, *_) = data["papers"]
    for item in paper["items"]:
        few = {**paper, "items": [item], "keys": {item["id"]: paper["keys"][item["id"]]}}
        text = as_json({**data, "papers": [few]})
        if len(text) < 4_000:
            yield text


def answers() -> Iterator[bytes]:
    """Answers to a quiz: all right, and none."""
    from tests.fuzz.seminar import key_of_a_quiz

    (paper, *_) = key_of_a_quiz()["papers"]
    head = {"schema": "argue/quiz-answers/v1", "paper": paper["id"], "student": "Ana"}
    right = {
        item: {question: key["right"] for question, key in keys.items()}
        for item, keys in list(paper["keys"].items())[:3]
    }
    yield as_json({**head, "answers": right})
    yield as_json({**head, "answers": {}})


def ballots() -> Iterator[bytes]:
    """Ballots of a poll."""
    yield from map(as_json, trees.BALLOTS)


def teaching() -> Iterator[bytes]:
    """What is written about a case for a class."""
    yield from _written("TEACHING")


def paths() -> Iterator[bytes]:
    """Names of files."""
    yield from _written("PATHS")


def chance(name: str) -> Iterator[bytes]:
    """Bytes that a grammar draws something from."""
    source = random.Random(name)
    yield from (source.randbytes(size) for size in (40, 200, 800))

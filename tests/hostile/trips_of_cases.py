"""Trips over the limits of case files, and of what a verdict is worked out from."""

from pathlib import Path
from typing import Any

from argue.cli.exits import Exit
from argue.io.case import load_case
from argue.io.interchange import aif
from argue.io.study import load_study
from argue.rewards.scale.bindings import load_bindings
from argue.seminar.packs.teaching import load_teaching
from argue.seminar.quiz.data import KEY
from argue.seminar.quiz.key_file import read_key
from tests.hostile.trip import Ask, Trip, case, ended, read

HEAD = "title: T\noptions: {a: A, b: B}\n"
PEOPLE: dict[str, Any] = {"standpoints": {"p": {}}, "frameworks": ["welfare"]}


def _padded(text: str, ask: Ask) -> Ask:
    """Asks about a file that a comment makes so many bytes long; `ask` gets its place."""

    def asked(size: int, folder: Path) -> object:
        file = folder / "file.yaml"
        file.write_text(text + "#" * (size - len(text)), encoding="utf-8")
        return ask(size, file)

    return asked


def _lists(count: int, folder: Path) -> object:
    """A file that is this many mappings and lists inside one another, itself one of them."""
    file = folder / "case.yaml"
    file.write_text(f"{HEAD}x-deep: {'[' * (count - 1)}{']' * (count - 1)}\n", encoding="utf-8")
    return load_case(file)


def _from_python(count: int, folder: Path) -> object:
    found: Any = []
    for _ in range(count - 2):
        found = [found]
    return load_case({**case(), "x-deep": found})


def _values(count: int, folder: Path) -> object:
    """A file of so many values and keys: nine of its head, two for the list, and what is in it."""
    file = folder / "case.yaml"
    file.write_text(HEAD + f"x-many: [{', '.join(['0'] * (count - 11))}]\n", encoding="utf-8")
    return load_case(file)


def _tables(count: int, folder: Path) -> object:
    return load_case(case(options={"a": "A"}, standpoints={f"p{i}": {} for i in range(count)}))


def _conditions(count: int, folder: Path) -> object:
    cell: Any = 1
    for _ in range(count):
        cell = {"if": "f", "then": cell, "else": 0}
    payoffs = {"a": {"p": cell}, "b": {"p": 0}}
    return read(**PEOPLE, facts={"f": {}}, payoffs=payoffs)


def _digits(count: int, folder: Path) -> object:
    return read(**PEOPLE, payoffs={"a": {"p": "0." + "1" * (count - 2)}, "b": {"p": 0}})


def _json(count: int, folder: Path) -> object:
    """A map of arguments in JSON, an object, with lists inside one another beside what is read."""
    beside = "[" * (count - 1) + "]" * (count - 1)
    return aif.load_map(f'{{"nodes": [], "edges": [], "beside": {beside}}}'.encode())


def _key(count: int, folder: Path) -> object:
    beside = "[" * (count - 1) + "]" * (count - 1)
    text = f'{{"schema": "{KEY}", "papers": [], "beside": {beside}}}'
    (folder / "key.json").write_text(text, encoding="utf-8")
    return read_key(folder / "key.json")


def _bundled(count: int, folder: Path) -> object:
    """A bundled case by its id; a name that is longer is taken to be that of a file."""
    return load_case("trolley-switch")


CASE_FILES = (
    Trip("bytes of a case file", _padded(HEAD, lambda _, file: load_case(file)), "{most} bytes"),
    *(
        Trip("bytes of a study, bank, binding, or text for a pack", ask, "{most} bytes")
        for ask in (
            _padded(
                "title: T\nexamples:\n- {features: [a], verdict: permissible}\n",
                lambda _, file: load_study(file),
            ),
            _padded("\n", lambda _, file: load_teaching(str(file))),
            _padded("payoffs.a.p: x\n", lambda _, file: load_bindings(str(file))),
            _padded(HEAD, lambda _, file: ended("revise", str(file.parent))),
        )
    ),
    Trip(
        "values and keys in it",
        _values,
        "more than {most} values",
        lowered=40,
        also=("argue.io.yaml_tree", "argue.io.plain_tree"),
    ),
    Trip("lists and mappings inside one another", _lists, "more than {most} levels"),
    Trip("lists and mappings inside one another", _from_python, "more than {most} levels"),
    Trip("options times standpoints", _tables, "at most {most} are read", lowered=12),
    Trip("conditions and lotteries inside one cell", _conditions, "more than {most} deep"),
    Trip("characters of a number", _digits, "at most {most} characters"),
    Trip("lists and objects inside one another in JSON", _json, "more than {most} levels deep"),
    Trip("lists and objects inside one another in JSON", _key, "more than {most} levels deep"),
    Trip(
        "characters of an id looked up among the bundled cases",
        _bundled,
        "trolley-switch",
        holds=len("trolley-switch"),
        code=Exit.NO_INPUT,
    ),
)

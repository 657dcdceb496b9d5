"""Rows of numbers and of cases, as `argue label` and `argue batch` read them from files."""

import json
from functools import cache
from itertools import islice
from pathlib import Path
from tempfile import mkdtemp

import numpy as np

from argue.errors import ArgueError
from argue.io.case import read_case
from argue.model.case import Case
from argue.rewards.judge import compile
from argue.rewards.scale import columns
from argue.rewards.scale.analyses import Analyses
from argue.rewards.scale.bindings import load_bindings
from argue.rewards.scale.inputs import Bases, items_of_files
from argue.rewards.scale.items import in_chunks
from argue.rewards.scale.lines import Job
from argue.rewards.scale.many_rows import labelled
from argue.rewards.scale.output import Walk, output_for
from argue.rewards.scale.rows import Rows, table_of
from tests.fuzz.texts import chosen

CASE = """\
title: T
options: {rescue: Rescue, wait: Wait}
standpoints: {worker: {}, viewers: {count: 9}}
facts: {surge: {status: disputed}}
payoffs: {rescue: {worker: 0, viewers: -1}, wait: {worker: -5, viewers: 0}}
frameworks: [rejection, welfare]
"""
GOOD = b'{"cost": -1, "surge": 0, "id": 1}\n{"cost": -9, "surge": 1, "id": 2}\n'
FEATURES = {"payoffs.wait.worker": "cost", "facts.surge": "surge"}


@cache
def folder() -> Path:
    """The folder in which an input becomes a file, for readers that take one."""
    place = Path(mkdtemp(prefix="argue-fuzz-"))
    (place / "base.yaml").write_text(CASE, encoding="utf-8")
    return place


def as_file(name: str, data: bytes) -> Path:
    """Answers a file that holds an input."""
    place = folder() / name
    place.write_bytes(data)
    return place


@cache
def _case() -> Case:
    return read_case(CASE, "base.yaml")


_own: set[str] = set()
"""The errors of the project, as far as they were looked for."""


def _is_own(name: str) -> bool:
    if name not in _own:  # perhaps of a module that was imported since
        waiting: list[type[ArgueError]] = [ArgueError]
        while waiting:
            kind = waiting.pop()
            _own.add(kind.__name__)
            waiting += kind.__subclasses__()
    return name in _own


def _checked(lines: bytes, rows: int) -> None:
    """Fails if a row has no line of JSON, or its error is none of the project's own."""
    found = lines.splitlines()
    assert len(found) == rows, "there is not one line for every row"
    for line in found:
        said = json.loads(line).get("error", {}).get("kind", "ArgueError")
        assert _is_own(said), f"{said} is no error of the project: {line[:300]!r}"


def batch(data: bytes) -> None:
    """JSON lines: cases, and rows that change one; of most no more is analysed than time allows."""
    file = as_file("rows.jsonl", data)
    bases = Bases()
    items = list(islice(items_of_files([str(file)], bases), 3))
    job = Analyses((), {"timeout": 0.5 if chosen(data, 64) else 1e-6})
    for chunk in in_chunks(items, bases, salt=job.salt):
        done = job(chunk)
        _checked(done.text, len(chunk))


@cache
def _job() -> tuple[Job, tuple[str, ...]]:
    """The job of judging rows, and the columns it needs; compiled once."""
    run, judge = labelled(_case(), FEATURES, as_file("good.jsonl", GOOD), keep=["id"])
    return run.job, (*judge.columns, "id")


def labels(suffix: str, data: bytes) -> None:
    """Rows of numbers: every row has its line, with a verdict or with an error."""
    job, needed = _job()
    for chunk in table_of(as_file(f"rows{suffix}", data), needed).chunks(b"salt"):
        _checked(job(chunk).text, len(chunk))
        if chosen(data, 4):
            _assert_same_columns(chunk, needed, written=suffix == ".csv")


def _assert_same_columns(chunk: Rows, names: tuple[str, ...], *, written: bool) -> None:
    """Holds columns read in one go against the same read number by number."""
    rows = columns.entries_of(chunk, columns.Problems())
    for name in names:
        values = [row.get(name) for row in rows]
        read = columns._read(values) if written else values
        for size in (None, 2):
            quickly = columns._quickly(read, size)
            if quickly is not None:
                problems = columns.Problems()
                slowly = columns._one_by_one(name, read, size=size, problems=problems)
                assert not problems, "only the quick way reads it"
                assert np.array_equal(quickly, slowly), "the two ways differ"


def bindings(data: bytes) -> None:
    """What of a case is bound to which columns."""
    found = load_bindings(str(as_file("bindings.yaml", data)))
    compile(_case(), dict(found.features), individuals=dict(found.individuals))


def resumed(data: bytes) -> None:
    """A file of rows that a run was ended in: gone on with, or refused."""
    _, needed = _job()
    walk = Walk(table_of(as_file("good.jsonl", GOOD), needed).chunks(b"salt"))
    start = walk.opening()
    assert start is not None
    with output_for(str(as_file("out.jsonl", start + data))) as output:
        output.standing(walk)

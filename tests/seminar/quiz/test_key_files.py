"""Keys of quizzes as files: what is read of one is graded by, and all else is refused with why."""

import json
import math
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from argue.errors import FileError
from argue.seminar.class_files import MOST_BYTES
from argue.seminar.language import language
from argue.seminar.quiz.data import key_data
from argue.seminar.quiz.key_file import MOST_POINTS, read_key
from argue.seminar.quiz.kinds import KINDS
from argue.seminar.quiz.papers import Order, papers
from argue.seminar.quiz.sources import DrawnSource, source_of
from tests.fuzz.seminar import graded_by, summed_up

Data = dict[str, Any]
Place = tuple[str | int, ...]

ODD = (None, True, -1, 1.5, math.inf, math.nan, 10**400, "", "x", [], {}, [math.nan], {"": 1})

NOT_GRADED_BY = {"language", "text", "arguments", "attacks", "options", "several"}
"""Parts of a paper that its key repeats, and grading overlooks."""


@cache
def small() -> str:
    """A key of two small items, one of which has several questions and choices."""
    return json.dumps(
        key_data(papers(Order((DrawnSource(),), ("round", "stable"), "7", language())))
    )


def places(data: Any, before: Place = ()) -> Iterator[Place]:
    """Every place of plain data that grading looks at, the outermost first."""
    yield before
    parts = data if isinstance(data, list) else ()
    entries = data.items() if isinstance(data, dict) else enumerate(parts)
    for name, inner in entries:
        if name not in NOT_GRADED_BY:
            yield from places(inner, (*before, name))


def changed(data: Any, place: Place, value: Any) -> Any:
    """Data with something else at a place."""
    if not place:
        return value
    found = deepcopy(data)
    inside = found
    for name in place[:-1]:
        inside = inside[name]
    inside[place[-1]] = value
    return found


def put(folder: Path, data: Any) -> Path:
    file = folder / "key.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    return file


def test_what_is_read_as_a_key_is_graded_by_whatever_stands_at_a_place(tmp_path: Path):
    whole = json.loads(small())
    assert len(list(places(whole))) > 80
    for place in places(whole):
        read = 0
        for value in ODD:
            file = put(tmp_path, changed(whole, place, value))
            try:
                known = read_key(file)
            except FileError as error:
                assert str(file) in str(error) and "argue quiz --key" in str(error), place
                continue
            read += 1
            for grades in graded_by(known, tmp_path / "answers"):
                summed_up(grades, page=value == "x")
        assert read < len(ODD), place


@pytest.mark.parametrize(
    ("place", "value", "why"),
    [
        (("papers",), {}, "papers: a list of objects is needed"),
        (("papers", 0, "id"), 1, "papers[0].id: a text is needed"),
        (("papers", 0, "student"), [math.nan], "papers[0].student: a text is needed"),
        (("papers", 0, "keys"), [], "papers[0]: an object is needed under 'keys'"),
        (("papers", 0, "keys", "item1"), None, "papers[0].keys: an object is needed under 'item1'"),
        (("papers", 0, "items", 1, "id"), "item1", "items[1].id: 'item1' is another's already"),
        (("papers", 0, "items", 1, "kind"), "essay", "items[1].kind: 'essay' is no kind of items"),
        (("papers", 0, "items", 0, "points"), math.inf, "write a whole number from 0 to 1000000"),
        (("papers", 0, "items", 0, "points"), MOST_POINTS + 1, "write a whole number from 0 to"),
        (("papers", 0, "items", 0, "points"), -1, "items[0].points: write a whole number"),
        (("papers", 0, "items", 0, "questions"), [], "items[0].questions: there are none"),
        (("papers", 0, "keys", "item2", "set", "right"), [], "right: name choices of the question"),
        (("papers", 0, "keys", "item2", "set", "right"), ["z"], "right: name choices of the quest"),
        (("papers", 0, "keys", "item2", "set", "chosen"), {}, "chosen: say something of every"),
        (("papers", 0, "keys", "item2", "set", "chosen", "1", "mistake"), [], "is no mistake"),
    ],
    ids=str,
)
def test_what_is_wrong_in_a_key_is_told_with_its_place(
    place: Place, value: Any, why: str, tmp_path: Path
):
    file = put(tmp_path, changed(json.loads(small()), place, value))
    with pytest.raises(FileError) as raised:
        read_key(file)
    said = str(raised.value)
    assert said.startswith(f"{file}: not a whole key: papers") and why in said, said


def test_keys_of_all_kinds_are_read_as_they_were_written(tmp_path: Path):
    asked = Order((source_of("fishing-commons"),), tuple(KINDS), "g", language())
    made = papers(asked, ("Ana", "Ben"))
    read = read_key(put(tmp_path, key_data(made)))
    assert [paper.student for paper in read.values()] == ["Ana", "Ben"]
    for paper in made:
        known = read[paper.id]
        assert [item.keys for item in known.items] == [asked.keys for asked in paper.items]
        assert [item.points for item in known.items] == [asked.item.points for asked in paper.items]


def test_of_a_key_no_more_is_read_than_its_bound(tmp_path: Path):
    file = tmp_path / "key.json"
    with file.open("wb") as stream:
        stream.truncate(MOST_BYTES + 1)
    with pytest.raises(FileError, match=f"larger than {MOST_BYTES} bytes"):
        read_key(file)

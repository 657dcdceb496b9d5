"""Grading: points by the key, feedback on every answer, and no file dropped in silence."""

import csv
import io
import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from argue.errors import ArgueError, NoSuchInput
from argue.seminar.language import language
from argue.seminar.quiz.data import key_data
from argue.seminar.quiz.grading import Grades, grade
from argue.seminar.quiz.items import Key, Mistake, Told
from argue.seminar.quiz.key_file import KeyPaper, read_key
from argue.seminar.quiz.kinds import KINDS
from argue.seminar.quiz.marking import feedback, share
from argue.seminar.quiz.papers import Order, papers
from argue.seminar.quiz.sources import source_of
from argue.seminar.quiz.splits import crux, splits
from argue.seminar.quiz.summary import (
    student_text,
    summary_csv,
    summary_data,
    summary_page,
    summary_text,
)

Data = dict[str, Any]


class Class:
    """A folder of answers to one quiz."""

    def __init__(self, folder: Path, students: tuple[str, ...] = ()) -> None:
        order = Order((source_of("fishing-commons"),), tuple(KINDS), "g", language())
        made = papers(order, students)
        self.data = key_data(made)
        self.key = folder / "key.json"
        self.key.write_text(json.dumps(self.data), encoding="utf-8")
        self.folder = folder / "answers"
        self.folder.mkdir()

    def papers(self) -> dict[str, KeyPaper]:
        return dict(read_key(self.key))

    def right(self, student: str, number: int = 0) -> Data:
        paper = self.data["papers"][number]
        answers = {
            item: {question: key["right"] for question, key in keys.items()}
            for item, keys in paper["keys"].items()
        }
        return {
            "schema": "argue/quiz-answers/v1",
            "paper": paper["id"],
            "student": student,
            "answers": answers,
        }

    def wrong(self, student: str, *items: str) -> Data:
        """All right but these items, of which the first wrong choice is made."""
        data = self.right(student)
        keys = self.data["papers"][0]["keys"]
        for item in items:
            for question, key in keys[item].items():
                choice = next(c for c in key["chosen"] if c not in key["right"])
                data["answers"][item][question] = [choice]
        return data

    def hand_in(self, file: str, data: Any) -> None:
        text = data if isinstance(data, str) else json.dumps(data)
        (self.folder / file).write_text(text, encoding="utf-8")

    def grades(self) -> Grades:
        return grade(self.folder, self.papers())


@pytest.fixture
def room(tmp_path: Path) -> Class:
    return Class(tmp_path)


def test_all_right_gives_all_points_and_no_mistake(room: Class):
    room.hand_in("a.json", room.right("Ana"))
    (one,) = room.grades().graded
    assert (one.student, one.points, one.total) == ("Ana", 9, 9)
    assert all(item.whole and not item.mistakes for item in one.items)


def test_a_wrong_item_costs_its_points_and_says_why(room: Class):
    room.hand_in("a.json", room.wrong("Ana", "item3", "item10"))
    (one,) = room.grades().graded
    assert one.points == 8  # a prediction counts nothing
    assert one.items[2].mistakes and one.items[9].mistakes == (Mistake.PREDICTED_OTHERWISE,)
    text = student_text(one, language())
    assert "Ana: 8 of 9 points" in text and "Not quite." in text


def test_several_choices_are_worth_their_shares_and_wrong_ones_take_away():
    told = {c: Told(c) for c in "abcd"}
    key = Key(("a", "b"), told, {"a": Told("no a"), "b": Told("no b")})
    assert share(key, ["a", "b"]) == 1
    assert share(key, ["a"]) == Fraction(1, 2)
    assert share(key, ["a", "c"]) == 0
    assert share(key, ["c", "d"]) == 0
    assert [t.text for t in feedback(key, ["a", "c"])] == ["a", "c", "no b"]


def test_what_is_not_answered_gets_nothing_and_is_no_mistake(room: Class):
    data = room.right("Ana")
    data["answers"].pop("item1")
    room.hand_in("a.json", data)
    (one,) = room.grades().graded
    assert not one.items[0].answered and not one.items[0].mistakes and one.points == 8
    assert "Not answered." in student_text(one, language())


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"schema": "argue/poll/v1"}, "has schema 'argue/poll/v1'; needed is"),
        ({"paper": "0"}, "answers paper '0', which the key does not have"),
        ({"student": " "}, "names no student"),
        ({"student": "x" * 81}, "longer than 80"),
        ({"answers": []}, "answers is no object"),
        ({"answers": {"item99": {}}}, "answers 'item99', which was not asked"),
        ({"answers": {"item3": {"x": []}}}, "question 'x' of item3, which was not asked"),
        ({"answers": {"item3": {"set": "yes"}}}, "item3, question set: the choices are no list"),
        ({"answers": {"item3": {"set": ["no"]}}}, "'no' is no choice; known: yes, 1"),
        ({"answers": {"item3": {"set": [["yes"]]}}}, "is no choice"),
        ({"answers": {"item3": {"set": ["yes", "1"]}}}, "more than one choice"),
    ],
)
def test_a_file_that_cannot_be_graded_is_named_with_why(room: Class, change: Data, why: str):
    room.hand_in("a.json", {**room.right("Ana"), **change})
    room.hand_in("b.json", room.right("Ben"))
    grades = room.grades()
    assert [one.student for one in grades.graded] == ["Ben"]
    (refused,) = grades.refused
    assert refused.file == "a.json" and why in refused.why


def test_what_is_no_answer_file_is_named_too(room: Class):
    room.hand_in("a.json", "{")
    room.hand_in("b.json", "[1]")
    room.hand_in("c.txt", "hello")
    room.hand_in("d.json", "[" * 100_000)
    (room.folder / "e.json").write_bytes(b"\xff\xfe\x00")
    why = {r.file: r.why for r in room.grades().refused}
    assert why["a.json"].startswith("not JSON: ") and "line 1" in why["a.json"]
    assert why["b.json"] == "holds no JSON object"
    assert why["c.txt"] == "not a .json file"
    assert why["d.json"] == "nested more than 100 levels deep"
    assert why["e.json"] == "not a text in UTF-8"


def test_equal_files_count_once_and_different_ones_by_one_student_not_at_all(room: Class):
    room.hand_in("a1.json", room.right("Ana"))
    room.hand_in("a2.json", room.right("ANA"))
    room.hand_in("b1.json", room.right("Ben"))
    room.hand_in("b2.json", room.wrong("Ben", "item2"))
    grades = room.grades()
    assert [one.student for one in grades.graded] == ["Ana"]
    assert grades.repeated == (("a2.json", "a1.json"),)
    assert [r.file for r in grades.refused] == ["b1.json", "b2.json"]
    assert all("b1.json, b2.json; keep one" in r.why for r in grades.refused)


def test_variants_belong_to_their_students_and_who_is_missing_is_named(tmp_path: Path):
    room = Class(tmp_path, ("Ana", "Ben", "Cem"))
    room.hand_in("a.json", room.right("Ana", 0))
    room.hand_in("b.json", room.right("Cheat", 1))
    grades = room.grades()
    assert [one.student for one in grades.graded] == ["Ana"]
    assert "is by 'Cheat', but the paper is 'Ben''s" in grades.refused[0].why
    assert grades.absent == ("Ben", "Cem")


def test_the_crux_is_the_item_on_which_most_pairs_answer_differently(room: Class):
    room.hand_in("a.json", room.right("Ana"))
    room.hand_in("b.json", room.right("Ben"))
    room.hand_in("c.json", room.wrong("Cem", "item3"))
    room.hand_in("d.json", room.wrong("Dee", "item3", "item4"))
    found = splits(room.grades().graded)
    by = {split.slot: split for split in found}
    assert by["admissible", 1].split == 4 and by["complete", 1].split == 3
    assert by["stable", 1].split == 0 and by["admissible", 1].pairs == 6
    assert by["admissible", 1].right == 2
    (counts,) = by["admissible", 1].choices
    assert sum(number for _, number, _ in counts[1]) == 4
    main = crux(found)
    assert main is not None and main.slot == ("admissible", 1)
    assert crux([by["stable", 1]]) is None and crux([]) is None


def test_of_an_item_with_several_questions_a_pair_counts_by_its_share(room: Class):
    data = room.right("Ben")
    key = room.data["papers"][0]["keys"]["item1"]
    first = next(iter(key))
    data["answers"]["item1"][first] = [
        next(c for c in key[first]["chosen"] if c not in key[first]["right"])
    ]
    room.hand_in("a.json", room.right("Ana"))
    room.hand_in("b.json", data)
    split = splits(room.grades().graded)[0]
    assert split.split == Fraction(1, len(key))


def test_variants_split_by_the_mistakes_that_are_made(tmp_path: Path):
    room = Class(tmp_path, ("Ana", "Ben"))
    room.hand_in("a.json", room.wrong("Ana", "item3"))
    room.hand_in("b.json", room.right("Ben", 1))
    found = {split.slot: split for split in splits(room.grades().graded)}
    assert found["admissible", 1].split == 1 and found["admissible", 1].choices == ()
    assert found["label", 1].split == 0


def test_the_summaries_say_the_same(room: Class):
    room.hand_in("a.json", room.right("Ana"))
    room.hand_in("c.json", room.wrong("=HYPERLINK(1)", "item3"))
    room.hand_in("x.json", "{")
    grades = room.grades()
    text, page = summary_text(grades, language()), summary_page(grades, language())
    assert 'The crux is "is this set admissible?": 1 of 1 pairs' in text
    assert "not graded: x.json: not JSON" in text and "x.json" in page
    assert "&#34;is this set admissible?&#34;" in page and "<script" not in page
    rows = list(csv.reader(io.StringIO(summary_csv(grades, language()))))
    assert rows[0][:5] == ["student", "file", "points", "of", "note"]
    assert [row[0] for row in rows[1:]] == ["'=HYPERLINK(1)", "Ana", ""]
    assert [row[2] for row in rows[1:]] == ["8", "9", ""]
    assert {len(row) for row in rows[:3]} == {15}
    data = summary_data(grades)
    assert data["schema"] == "argue/grades/v1" and data["crux"] == "admissible:1"
    assert data["refused"][0]["file"] == "x.json"
    assert [s["points"] for s in data["students"]] == ["8", "9"]


def test_the_key_may_lie_among_the_answers(room: Class):
    room.hand_in("a.json", room.right("Ana"))
    inside = room.folder / "key.json"
    inside.write_text(room.key.read_text(encoding="utf-8"), encoding="utf-8")
    assert grade(room.folder, room.papers(), leave_out=inside).refused == ()


def test_folders_and_keys_that_are_none_are_errors(room: Class, tmp_path: Path):
    with pytest.raises(NoSuchInput, match="is no folder"):
        grade(tmp_path / "none", room.papers())
    with pytest.raises(NoSuchInput, match="no answer files"):
        room.grades()
    with pytest.raises(NoSuchInput, match="No such file"):
        read_key(tmp_path / "none.json")
    room.hand_in("a.json", room.right("Ana"))
    with pytest.raises(ArgueError, match="write one with argue quiz --key"):
        read_key(room.folder / "a.json")
    room.key.write_text('{"schema": "argue/quiz-key/v1", "papers": [{"id": 1}]}', encoding="utf-8")
    with pytest.raises(ArgueError, match="not a whole key"):
        read_key(room.key)

"""What is written and handed in fits its schema, and the schemas refuse what the readers refuse."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from argue.cli.main import main
from argue.cli.schema import OF
from argue.io.case import load_case
from argue.seminar.class_files import Unusable
from argue.seminar.language import language
from argue.seminar.poll_ballots import read_ballots
from argue.seminar.quiz.data import key_data, quiz_data
from argue.seminar.quiz.handed_in import read_answers
from argue.seminar.quiz.key_file import read_key
from argue.seminar.quiz.kinds import KINDS
from argue.seminar.quiz.papers import Order, Paper, papers
from argue.seminar.quiz.sources import DrawnSource, source_of
from argue.seminar.schemas import SCHEMAS

CASE = "mask-mandate-exemptions"


@pytest.fixture(scope="module")
def made() -> tuple[Paper, ...]:
    found = papers(Order((source_of(CASE),), tuple(KINDS), "a", language()), ("Ana", "Ben"))
    return (*found, *papers(Order((DrawnSource(),), tuple(KINDS), "b", language("de"))))


def valid(of: str, data: Any) -> bool:
    """Answers whether data fit a schema after they were written and read."""
    return Draft202012Validator(SCHEMAS[of]()).is_valid(json.loads(json.dumps(data)))


def handed_in(made: tuple[Paper, ...], **changes: Any) -> dict[str, Any]:
    """Answers as a page saves them, the first choice of every question of the first paper."""
    items = quiz_data(made)["papers"][0]["items"]
    answers = {
        item["id"]: {q["id"]: [q["choices"][0]["id"]] for q in item["questions"]} for item in items
    }
    told = {"schema": "argue/quiz-answers/v1", "paper": made[0].id, "student": "Ana"}
    return {**told, "answers": answers, **changes}


def ballot(**changes: Any) -> dict[str, Any]:
    told = {"schema": "argue/poll/v1", "case": CASE, "name": "Ana"}
    said = {"ranking": ["rejection", ["welfare", "veil"]], "facts": {"surge": True}}
    return {**told, **said, "considered": {"exempt": "obligatory"}, **changes}


def test_a_quiz_and_its_key_fit_their_schemas_and_not_each_others(made: tuple[Paper, ...]):
    quiz, key = quiz_data(made), key_data(made)
    kinds = {item["kind"] for paper in quiz["papers"] for item in paper["items"]}
    assert len(kinds) > len(KINDS) // 2
    assert valid("quiz", quiz) and valid("quiz-key", key)
    assert not valid("quiz-key", quiz) and not valid("quiz", key)


def test_a_quiz_that_gives_away_what_is_right_does_not_fit(made: tuple[Paper, ...]):
    data = json.loads(json.dumps(quiz_data(made)))
    data["papers"][0]["keys"] = {}
    assert not valid("quiz", data)


GOOD: tuple[dict[str, Any], ...] = ({}, {"answers": {}}, {"x-mark": 1})
BAD: tuple[dict[str, Any], ...] = (
    {"schema": "argue/quiz-answers/v2"},
    {"student": " "},
    {"student": "x" * 81},
    {"answers": []},
    {"answers": {"item1": []}},
    {"answers": {"item1": {"A": "in"}}},
)


@pytest.mark.parametrize("changes", [*GOOD, *BAD], ids=str)
def test_answers_fit_their_schema_if_the_grader_takes_them(
    changes: dict[str, Any], made: tuple[Paper, ...], tmp_path
):
    data = handed_in(made, **changes)
    file, key = tmp_path / "ana.json", tmp_path / "key.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    key.write_text(json.dumps(key_data(made)), encoding="utf-8")
    try:
        taken = read_answers(file, read_key(key)).student == "Ana"
    except Unusable:
        taken = False
    assert valid("quiz-answers", data) is taken is (changes in GOOD)


BALLOTS: tuple[tuple[dict[str, Any], bool], ...] = (
    ({}, True),
    ({"ranking": [], "facts": {"surge": None}, "considered": {"exempt": None}}, True),
    ({"sha256": load_case(CASE).sha256}, True),
    ({"name": ""}, False),
    ({"ranking": "welfare"}, False),
    ({"facts": {"surge": "yes"}}, False),
    ({"considered": {"exempt": "contested"}}, False),
    ({"mood": "good"}, False),
)


@pytest.mark.parametrize(("changes", "good"), BALLOTS, ids=str)
def test_a_ballot_fits_its_schema_if_the_poll_counts_it(
    changes: dict[str, Any], good: bool, tmp_path
):
    data = ballot(**changes)
    (tmp_path / "ana.json").write_text(json.dumps(data), encoding="utf-8")
    case = load_case(CASE)
    box = read_ballots([tmp_path], case, [use.id for use in case.frameworks])
    assert bool(box.cast) is good
    assert valid("poll", data) is good


@pytest.mark.parametrize("of", OF)
def test_the_command_prints_the_schema_of_everything_it_names(of: str, capsys):
    assert main(["schema", of]) == 0
    schema = json.loads(capsys.readouterr().out)
    Draft202012Validator.check_schema(schema)
    assert schema["title"]
    assert of not in SCHEMAS or schema == SCHEMAS[of]()


def test_no_schema_of_a_class_is_left_out_by_the_command():
    assert set(SCHEMAS) <= set(OF)


def test_two_schemas_at_once_are_refused(capsys):
    assert main(["schema", "quiz", "--analysis"]) == 2
    assert "leave out one" in capsys.readouterr().err

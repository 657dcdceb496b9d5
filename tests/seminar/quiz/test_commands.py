"""`argue quiz` and `argue grade` as they are run."""

import json
from pathlib import Path

import pytest

from argue.cli.exits import Exit
from argue.cli.main import main


def test_pages_for_students_their_key_and_the_grades(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    out, key = tmp_path / "quiz.html", tmp_path / "key.json"
    asked = ["quiz", "fishing-commons", "--items", "label,round", "--seed", "x"]
    students = ["--student", "Ana", "--student", "Ben"]
    assert main([*asked, *students, "-o", str(out), "--key", str(key)]) == Exit.DONE
    assert "quiz-ana.html, " in capsys.readouterr().err
    assert (tmp_path / "quiz-ben.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    answers = tmp_path / "answers"
    answers.mkdir()
    for paper in json.loads(key.read_text(encoding="utf-8"))["papers"]:
        data = {
            "schema": "argue/quiz-answers/v1",
            "paper": paper["id"],
            "student": paper["student"],
            "answers": {
                item: {q: k["right"] for q, k in keys.items()}
                for item, keys in paper["keys"].items()
            },
        }
        (answers / f"{paper['student']}.json").write_text(json.dumps(data), encoding="utf-8")
    assert main(["grade", str(answers), "--key", str(key)]) == Exit.DONE
    told = capsys.readouterr()
    assert "Ana: 2 of 2 points" in told.out and "There is no crux" in told.out
    notes = tmp_path / "notes"
    more = ["-o", str(tmp_path / "g.csv"), "--feedback", str(notes)]
    assert main(["grade", str(answers), "--key", str(key), *more]) == Exit.DONE
    assert sorted(p.name for p in notes.iterdir()) == ["feedback-ana.txt", "feedback-ben.txt"]
    for name, start in (("g.html", "<!DOCTYPE"), ("g.json", "{"), ("g.txt", "Students")):
        file = tmp_path / name
        assert main(["grade", str(answers), "--key", str(key), "-o", str(file)]) == Exit.DONE
        assert file.read_text(encoding="utf-8").startswith(start)


def test_feedback_for_a_class_in_which_nobody_can_be_graded_is_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    key, answers, notes = (tmp_path / name for name in ("key.json", "answers", "notes"))
    assert main(["quiz", "--bare", "--items", "label", "--key", str(key)]) == Exit.DONE
    answers.mkdir()
    other = {"schema": "argue/quiz-answers/v1", "paper": "0", "student": "Ana", "answers": {}}
    (answers / "ana.json").write_text(json.dumps(other), encoding="utf-8")
    more = ["--feedback", str(notes), "-o", str(tmp_path / "grades.csv")]
    assert main(["grade", str(answers), "--key", str(key), *more]) == Exit.BAD_CASE
    assert "ana.json: answers paper '0', which the key does not have" in capsys.readouterr().err
    assert not notes.exists() or not list(notes.iterdir())


@pytest.mark.parametrize(("name", "start"), [("q.json", "{"), ("q.gift", "$CATEGORY: Quiz: small")])
def test_a_quiz_is_written_in_the_format_of_its_suffix(name: str, start: str, tmp_path: Path):
    file = tmp_path / name
    assert main(["quiz", "--bare", "--items", "label", "-o", str(file)]) == Exit.DONE
    assert file.read_text(encoding="utf-8").startswith(start)


def test_a_graph_is_asked_about_by_its_suffix(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    file = tmp_path / "nixon.tgf"
    file.write_text("1\n2\n3\n#\n1 2\n2 1\n2 3\n", encoding="utf-8")
    arguments = ["quiz", str(file), "--items", "label", "--format", "json"]
    assert main(arguments) == Exit.DONE
    (item,) = json.loads(capsys.readouterr().out)["papers"][0]["items"]
    assert item["attacks"] == [["1", "2"], ["2", "1"], ["2", "3"]]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["quiz"], "say what to ask about"),
        (["quiz", "--bare"], "needs a terminal"),
        (["quiz", "--bare", "-o", "q.pdf"], "write .html, .json or .gift"),
        (["quiz", "--bare", "--items", "labels"], "unknown kind of item 'labels'"),
        (["quiz", "--bare", "--practice", "-o", "q.gift"], "--practice is of pages"),
        (["quiz", "--bare", "--language", "xx"], "unknown language 'xx'"),
        (["grade", ".", "--key", "key.json", "-o", "x.pdf"], "write .html, .csv, .json or .txt"),
    ],
)
def test_what_cannot_be_done_says_what_to_write_instead(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
):
    assert main(arguments) == Exit.USAGE
    assert said in capsys.readouterr().err


def test_a_graph_without_attacks_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    file = tmp_path / "g.apx"
    file.write_text("arg(a).\n", encoding="utf-8")
    assert main(["quiz", str(file)]) == Exit.BAD_CASE
    assert "has no attacks to ask about" in capsys.readouterr().err


def test_several_pages_need_a_file(capsys: pytest.CaptureFixture[str]):
    two = ["--student", "Ana", "--student", "Ben"]
    assert main(["quiz", "--bare", *two, "--format", "html"]) == Exit.USAGE
    assert "need a file" in capsys.readouterr().err


def test_the_kinds_of_items_are_listed(capsys: pytest.CaptureFixture[str]):
    assert main(["quiz", "--kinds"]) == Exit.DONE
    assert "rescue         the reply that rescues" in capsys.readouterr().out

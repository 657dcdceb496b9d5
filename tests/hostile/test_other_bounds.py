"""Small graphs, studies, banks and rows that ask for exponential work end within their time."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from argue.cli.exits import Exit
from argue.semantics.competition import tasks
from tests.cli.serving import Serving
from tests.hostile.exponential import CASES, MOST_BYTES
from tests.hostile.exponential_others import ANNOUNCED, BANKS, GRAPHS, LABELLED, STUDIES
from tests.hostile.limited import Done, limited

EVERY = os.environ.get("EVERY_CASE") == "1"
TIME = ("--timeout", "1")
AMPLE = ("--timeout", "100")
"""For what is refused at once, or answered, and not ended by its time."""
TOLD = {Exit.DONE, Exit.BAD_CASE, Exit.OUT_OF_TIME}
UNSURE = tuple(word for i in range(1, 21) for word in ("--uncertain", str(i)))


def ended(*arguments: str, folder: Path) -> Done:
    """A command that has come back in one of the ways there are, and said why if it must."""
    done = limited(*arguments, folder=folder)
    assert done.code in TOLD, done.said[-2000:]
    for word in ("Traceback", "internal error", "MemoryError"):
        assert word not in done.said
    if done.code == Exit.OUT_OF_TIME:
        assert "time" in done.said
    return done


def test_every_file_of_the_set_is_small():
    texts: list[str] = [*GRAPHS.values(), *STUDIES.values(), *(t for t, _ in LABELLED.values())]
    texts += [text for bank in BANKS.values() for text in bank.values()]
    assert len(texts) >= 20
    assert max(map(len, texts)) <= MOST_BYTES


def asked() -> list[tuple[str, str]]:
    """Every graph with a share of the tasks, with EVERY_CASE=1 all."""
    return [
        (graph, task)
        for place, graph in enumerate(GRAPHS)
        for turn, task in enumerate(tasks())
        if EVERY or (turn + place) % 11 == 0
    ]


@pytest.mark.parametrize("task", tasks() if EVERY else ("SE-GR", "EE-PR"))
def test_a_graph_that_only_announces_its_arguments_ends(task: str, tmp_path: Path):
    (tmp_path / "graph.i23").write_text(ANNOUNCED, encoding="utf-8")
    query = ("-a", "7") if task[:2] in ("DC", "DS") else ()
    done = ended("solve", "-p", task, "-f", "graph.i23", *query, *TIME, folder=tmp_path)
    assert done.code != Exit.BAD_CASE, done.said


@pytest.mark.parametrize(("graph", "task"), asked())
def test_a_task_about_a_graph_ends(graph: str, task: str, tmp_path: Path):
    (tmp_path / "graph.i23").write_text(GRAPHS[graph], encoding="utf-8")
    query = ("-a", "7") if task[:2] in ("DC", "DS") else ()
    done = ended("solve", "-p", task, "-f", "graph.i23", *query, *TIME, folder=tmp_path)
    assert done.code != Exit.BAD_CASE, done.said
    if done.code == Exit.OUT_OF_TIME:
        assert ("allow more" in done.stderr) != task.startswith("EE")


def test_extensions_that_are_too_many_are_listed_as_far_as_time_goes(tmp_path: Path):
    (tmp_path / "graph.i23").write_text(GRAPHS["pairs"], encoding="utf-8")
    done = ended("solve", "-p", "EE-PR", "-f", "graph.i23", *TIME, folder=tmp_path)
    lines = done.stdout.splitlines()
    assert done.code == Exit.OUT_OF_TIME
    assert all(line.startswith("w ") and len(line.split()) == 51 for line in lines)
    assert len(set(lines)) == len(lines)
    assert f"time ran out after {len(lines)} extensions" in done.stderr
    assert "--limit N lists the first" in done.stderr


@pytest.mark.parametrize("task", ["DC-GR", "DS-PR", "DC-CO"])
def test_completions_that_are_too_many_are_gone_through_as_far_as_time_goes(
    task: str, tmp_path: Path
):
    (tmp_path / "graph.i23").write_text(GRAPHS["sparse"], encoding="utf-8")
    given = ("-p", task, "-f", "graph.i23", "-a", "77")
    done = ended("solve", *given, *UNSURE, *TIME, folder=tmp_path)
    if done.code == Exit.OUT_OF_TIME:
        assert "of 1,048,576 completions; allow more, or settle some of the 20" in done.stderr


@pytest.mark.parametrize("form", ["rules", "quiz", "convert"])
def test_a_graph_that_is_read_as_something_else_ends(form: str, tmp_path: Path):
    (tmp_path / "graph.i23").write_text(GRAPHS["pairs in a row"], encoding="utf-8")
    target = {"rules": "graph.aif.json", "quiz": "graph.apx", "convert": "graph.argdown"}[form]
    kind = {"rules": "aif", "quiz": "apx", "convert": "argdown"}[form]
    ended("convert", "graph.i23", "-t", kind, "-o", target, *AMPLE, folder=tmp_path)
    if form == "rules":
        done = ended("rules", target, "-fo", kind, *AMPLE, folder=tmp_path)
        assert done.code == Exit.BAD_CASE
        assert "more than 10,000 preferred extensions; rank rules" in done.stderr
    elif form == "quiz":
        assert ended("quiz", target, "-o", "quiz.json", *AMPLE, folder=tmp_path).code == Exit.DONE


@pytest.mark.parametrize("study", STUDIES)
def test_a_study_ends_with_what_was_inferred(study: str, tmp_path: Path):
    (tmp_path / "case.yaml").write_text(CASES["norms without rank"], encoding="utf-8")
    (tmp_path / "study.yaml").write_text(STUDIES[study], encoding="utf-8")
    done = ended("fit", "study.yaml", *TIME, folder=tmp_path)
    if study == "roles":
        assert "- a: 60 %" in done.stdout
        assert "no time for the verdict in the role a, b" in done.stdout
    if done.code == Exit.OUT_OF_TIME:
        assert "allow more, or take fewer" in " ".join(done.said.split()) or study == "roles"


@pytest.mark.parametrize("bank", BANKS)
def test_a_bank_ends_with_how_far_its_revision_came(bank: str, tmp_path: Path):
    folder = tmp_path / "bank"
    folder.mkdir()
    for name, text in BANKS[bank].items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    done = ended("revise", "bank", *TIME, folder=tmp_path)
    if done.code == Exit.OUT_OF_TIME:
        assert "allow more" in done.said
    if bank == "edits":
        dear = ended("revise", "bank", "--most", "4", *AMPLE, folder=tmp_path)
        assert dear.code == Exit.BAD_CASE
        assert "edited cases to judge, more than 20_000" in dear.stderr


@pytest.mark.parametrize("name", LABELLED)
def test_rows_without_a_verdict_in_their_time_say_so(name: str, tmp_path: Path):
    case, features = LABELLED[name]
    rows = "id,x\n" + "".join(f"{i},{i % 2}\n" for i in range(4))
    written: Mapping[str, str] = {"case.yaml": case, "features.yaml": features, "rows.csv": rows}
    for file, text in written.items():
        (tmp_path / file).write_text(text, encoding="utf-8")
    given = ("label", "case.yaml", "--features", "features.yaml", "--rows", "rows.csv", "-q")
    done = ended(*given, "--jobs", "1", *TIME, folder=tmp_path)
    if name == "facts of one source":
        assert "at most 8 are possible" in done.stderr
    else:
        assert done.code != Exit.BAD_CASE or "no verdict within 1 s; allow more" in done.stdout


def test_a_page_says_what_ended_the_judging_and_follows_the_file_on(tmp_path: Path):
    file = tmp_path / "case.yaml"
    file.write_text(CASES["norms without rank"], encoding="utf-8")
    with Serving(file, *TIME) as serving:
        late = serving.until("allow more", "problem")
        assert "rank some of its 60 sources" in late["problem"]
        assert serving.get("/")[0] == 200
        file.write_text("title: Mended\noptions: {a: A}\n", encoding="utf-8")
        serving.until("Mended")
    assert serving.code == Exit.DONE

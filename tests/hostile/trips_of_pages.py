"""Trips over the limits of rows, rewards and preferences, and of pages, pictures and classes."""

import json
from contextlib import ExitStack
from http.client import HTTPConnection
from io import BufferedReader
from pathlib import Path
from socket import socketpair
from typing import Any

from argue.analysis import analyze
from argue.cli.exits import Exit
from argue.explain.saved import load_saved
from argue.io.case import load_case
from argue.logic.temporal.monitor import monitor
from argue.logic.temporal.reading import parse_temporal
from argue.report.lab.fitting import beyond_page
from argue.report.lab.page import lab_page
from argue.report.live.arriving import Arriving
from argue.report.pictures.layout import placed
from argue.rewards import patterns
from argue.rewards.adapters.machines import Norms
from argue.rewards.adapters.shields import Model, Shield
from argue.rewards.judge import compile
from argue.rewards.preferences.spreading import Said, spread
from argue.seminar.class_files import Unusable
from argue.seminar.language import language
from argue.seminar.poll_ballots import BALLOT, read_ballots
from argue.seminar.quiz.data import ANSWERS
from argue.seminar.quiz.handed_in import read_answers
from argue.seminar.quiz.key_file import read_key
from argue.seminar.quiz.papers import Order, kinds_of, papers
from argue.seminar.quiz.sources import DrawnSource
from tests.hostile.trip import Trip, case, ended
from tests.load.test_pages import Inside
from tests.rewards.test_batch import CASE, FEATURES
from tests.seminar.quiz.test_key_files import Data, changed, small


def _patterns(count: int, folder: Path) -> object:
    """Rows of two patterns; the limit is what it is when they are judged."""
    judge = compile(load_case(CASE), FEATURES, most_patterns=patterns.MOST_PATTERNS)
    return judge({"gain": [1.0, 9.0], "loss": [1.0, 1.0], "flag": [0, 1]})


def _shielded(count: int, folder: Path) -> object:
    """Three states, each before and after what must not be."""
    model = Model(successors=[[[1]], [[2]], [[0]]], labels=[set(), {"p"}, set()])
    return Shield(Norms({"n": monitor(parse_temporal("G !p"))}), model)


def _labelled(count: int, folder: Path) -> object:
    """A label that is carried over from two items to the two that are like them: four ways."""
    return spread([[0], [0.1], [5], [5.1]], [Said(0, 2)], radius=0.2)


def _contradicted(count: int, folder: Path) -> object:
    """Two labels that say opposite things of one pair."""
    return spread([[0], [5]], [Said(0, 1), Said(1, 0)], radius=0)


REWARDS = (
    Trip(
        "patterns of one judge, unless told otherwise",
        _patterns,
        "more than {most} patterns",
        holds=2,
    ),
    Trip("states of a shield's model with its monitors", _shielded, "over {most} states", holds=6),
    Trip("arguments made of labels", _labelled, "more than {most} arguments", holds=4),
    Trip("attacks between them", _contradicted, "more than {most} times", holds=2),
    Trip("arguments that clash in one knot", _contradicted, "more than {most}:", holds=2),
)


def _lab(given: dict[str, Any]) -> object:
    """Whether the page can judge a case; if not, what is said where the page is asked for."""
    found = load_case(given)
    return lab_page(found) if beyond_page(found) else None


def _options(count: int, folder: Path) -> object:
    return _lab(case(options={f"o{i}": "O" for i in range(count)}))


def _sources(count: int, folder: Path) -> object:
    return _lab(case(norms={f"n{i}": {"breached_by": ["a"]} for i in range(count)}))


def _boxes(count: int, folder: Path) -> object:
    return placed({str(i): (10, 10) for i in range(count)}, [])


def _arrows(count: int, folder: Path) -> object:
    names = [str(i) for i in range(count + 1)]
    arrows = [(a, b, None) for a, b in zip(names, names[1:], strict=False)]
    return placed(dict.fromkeys(names, (10, 10)), arrows)


def _key(count: int, folder: Path) -> object:
    (folder / "key.json").write_text(small().ljust(count), encoding="utf-8")
    return read_key(folder / "key.json")


def _points(count: int, folder: Path) -> object:
    key = changed(json.loads(small()), ("papers", 0, "items", 0, "points"), count)
    (folder / "key.json").write_text(json.dumps(key), encoding="utf-8")
    return read_key(folder / "key.json")


def _saved(count: int, folder: Path) -> object:
    text = json.dumps(analyze(load_case(case())).to_dict())
    (folder / "saved.json").write_text(text.ljust(count), encoding="utf-8")
    return load_saved(str(folder / "saved.json"))


def _arriving(count: int, folder: Path) -> object:
    here, there = socketpair()
    with here, there:
        there.sendall(b"x" * count)
        there.close()
        return BufferedReader(Arriving(here)).read()


def _at_once(count: int, folder: Path) -> object:
    """Browsers of which all but one ask for nothing, and what the last is told."""
    (folder / "case.yaml").write_text("first", encoding="utf-8")
    with Inside(folder / "case.yaml", bytes.decode) as inside, ExitStack() as idle:
        for _ in range(count - 1):
            idle.enter_context(inside.connected())
        connection = HTTPConnection("127.0.0.1", inside.server.port)
        connection.request("GET", "/state")
        answer = connection.getresponse()
        said = answer.read()
        connection.close()
    if answer.status != 200:
        raise ConnectionRefusedError(f"{answer.status}: {said.decode()}")
    return said


def _items(count: int, folder: Path) -> object:
    return kinds_of([f"label:{count}"])


def _debated(count: int, folder: Path) -> object:
    """What somebody types who goes on although nothing was understood, and then gives up."""
    return ended("debate", "mask-mandate", typed=f"{'x' * count}\nquit\n")


def _quizzed(count: int, folder: Path) -> object:
    order = Order((DrawnSource(),), ("round", "stable"), "7", language())
    return papers(order, ["x" * count])


def _answered(count: int, folder: Path) -> object:
    (folder / "key.json").write_text(small(), encoding="utf-8")
    known = read_key(folder / "key.json")
    answers: Data = {
        "schema": ANSWERS,
        "paper": next(iter(known)),
        "student": "x" * count,
        "answers": {},
    }
    (folder / "answers.json").write_text(json.dumps(answers), encoding="utf-8")
    return read_answers(folder / "answers.json", known)


def _voted(count: int, folder: Path) -> object:
    """A ballot; what is wrong with one is told beside those that count."""
    file = folder / "ballot.json"
    ballot = {"schema": BALLOT, "case": "case", "name": "x" * count}
    file.write_text(json.dumps(ballot), encoding="utf-8")
    box = read_ballots([file], load_case(case()), ())
    for _, why in box.refused:
        raise Unusable(why)
    return box


PAGES = (
    Trip("options judged in a page", _options, "more than {most} options", code=Exit.USAGE),
    Trip("sources judged in a page", _sources, "more than {most} frame", code=Exit.USAGE),
    Trip("boxes of a picture", _boxes, "at most {most} and", lowered=3),
    Trip("arrows of a picture", _arrows, "and {most} are drawn", lowered=3),
    Trip(
        "items of one kind in a quiz",
        _items,
        "from 1 to {most}",
        code=Exit.USAGE,
    ),
    Trip("bytes of a ballot, answer or key", _key, "larger than {most} bytes", lowered=20_000),
    Trip("bytes of a saved analysis", _saved, "more than {most} bytes", lowered=50_000),
    Trip(
        "bytes of a request to `argue serve`",
        _arriving,
        "more than {most} bytes",
        lowered=5_000,
        code=Exit.CANNOT_WRITE,
    ),
    Trip(
        "requests answered at once",
        _at_once,
        "Too many are asking",
        lowered=3,
        code=Exit.CANNOT_WRITE,
    ),
    Trip(
        "characters of a line of a debate",
        _debated,
        "more than {most} characters",
        lowered=300,
    ),
    Trip("points of an item of a quiz", _points, "from 0 to {most}"),
    *(
        Trip("characters of a student's name", ask, said, code=Exit.USAGE)
        for ask, said in (
            (_quizzed, "from 1 to {most} characters"),
            (_answered, "longer than {most} characters"),
            (_voted, "1 to {most} characters"),
        )
    ),
)

"""What an embedding program can see of the engine's work: counts, and messages it asked for."""

import logging
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

import argue
from argue.io.case import load_case
from argue.model import observing
from argue.model.observing import (
    CALLS,
    COUNTED,
    KEPT_ROWS,
    MODELS,
    PATTERNS,
    PROGRAMS,
    ROWS,
    count,
    counted,
    debug,
)
from argue.rewards import compile


def test_the_page_for_embedding_programs_names_every_count():
    page = (Path(__file__).parents[2] / "docs/how-to/python.md").read_text(encoding="utf-8")
    assert dict(re.findall(r"(?m)^\| ([a-z ]+) \| (.+) \|$", page)) == {
        "counted": "what it is",
        **COUNTED,
    }


def test_what_happens_within_a_block_is_counted_from_its_beginning_to_its_end(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(observing, "_so_far", Counter({CALLS: 4, MODELS: 1}))
    with counted() as counts:
        assert (counts[CALLS], counts[PROGRAMS]) == (0, 0)
        count(CALLS)
        count(ROWS, 5)
        assert (counts[CALLS], counts[ROWS]) == (1, 5)
        count(CALLS, 2)
    count(CALLS)
    count(PROGRAMS)
    expected = dict.fromkeys(COUNTED, 0) | {CALLS: 3, ROWS: 5}
    assert counts.as_dict() == expected


def test_a_block_that_fails_is_counted_up_to_there():
    with pytest.raises(ValueError, match="broken off"), counted() as counts:
        count(CALLS)
        raise ValueError("broken off")
    count(CALLS)
    assert counts[CALLS] == 1


def test_an_analysis_asks_the_solver_and_that_is_counted():
    case = load_case("mask-mandate")
    with argue.counted() as counts:
        argue.analyze(case)
        assert counts[CALLS] > 0
    seen = counts.as_dict()
    assert set(seen) == set(COUNTED)
    assert seen[PROGRAMS] > 0
    assert seen[MODELS] > 0
    argue.analyze(case)
    assert counts.as_dict() == seen


def test_a_grounded_extension_asks_no_solver():
    with counted() as counts:
        argue.extensions(argue.AF.parse("a->b<->c"), "grounded")
    assert counts[CALLS] == 0


def test_a_judge_counts_the_patterns_it_solves_and_those_it_knows():
    judge = compile(load_case("mask-mandate"), {"payoffs.continue.ordinary": "burden"})
    with counted() as first:
        judge({"burden": np.array([-1.0, -2.0, 3.0])})
    assert first[PATTERNS] == judge.patterns
    assert first[CALLS] >= 1
    with counted() as second:
        judge({"burden": np.array([-1.5, 4.0])})
    assert second[PATTERNS] == 0
    assert (first[ROWS], second[ROWS]) == (3, 2)
    with counted() as third:
        for _ in range(2):
            judge({"burden": -1.0})
    assert (third[ROWS], third[KEPT_ROWS]) == (1, 1)


def test_what_is_not_counted_is_an_error():
    with counted() as counts, pytest.raises(KeyError, match="solver calls"):
        counts["calls"]


def test_messages_are_there_for_those_who_ask(caplog: pytest.LogCaptureFixture):
    with caplog.at_level(logging.DEBUG, logger="argue"):
        argue.analyze(load_case("mask-mandate"))
    assert {record.name for record in caplog.records} == {"argue.asp"}


def test_a_message_is_one_line_whatever_its_values_are(caplog: pytest.LogCaptureFixture):
    with caplog.at_level(logging.DEBUG, logger="argue"):
        debug("argue.told", "%s, %s and %s", "à la carte", "two\nlines \x1b[1m", 3)
    (record,) = caplog.records
    assert record.getMessage() == r"à la carte, two\nlines \x1b[1m and 3"
    assert record.args is not None and tuple(record.args)[2] == 3


def test_a_program_without_logging_is_told_nothing(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delitem(sys.modules, "logging")
    debug("argue.told", "%s", "anything")
    assert "logging" not in sys.modules


def test_nothing_is_said_unless_asked():
    code = "import logging, argue; argue.analyze(argue.load_case('mask-mandate'))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout + done.stderr == b""

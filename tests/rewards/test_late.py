"""Patterns of signs whose verdict takes longer than it may have none, and say so."""

import json
import time
from pathlib import Path

import numpy as np
import pytest

import argue
from argue.cli.exits import Exit
from argue.cli.main import main
from argue.errors import OutOfBudget
from argue.model.patience import working_until
from argue.rewards import compile, patterns
from argue.rewards.scale import label
from tests.hostile.exponential_others import LABELLED

CASE, FEATURES = LABELLED["norms without rank"]
BOUND = {"payoffs.o1.s": {"x": 1}}
SMALL = argue.load_case(
    {
        "title": "One question",
        "options": {"a": "A", "b": "B"},
        "standpoints": {"s": {}},
        "payoffs": {"a": {"s": 0}, "b": {"s": 0}},
        "frameworks": ["welfare"],
    }
)


def test_a_row_has_no_verdict_where_that_takes_too_long():
    judge = compile(argue.load_case(CASE), BOUND, timeout=0.2)
    verdicts = judge({"x": [1.0, -1.0]}, margins=False)
    assert verdicts.late.tolist() == [True, True]
    assert not verdicts.statuses.any()
    assert not verdicts.mask.any()
    # what was given up is not tried again for the next row that shows the same
    again = judge({"x": [1.0] * 500}, margins=False)
    assert again.late.all()
    assert judge.patterns == 2


@pytest.mark.parametrize("timeout", [None, 100])
def test_with_time_enough_no_row_is_late(timeout: float | None):
    judge = compile(SMALL, {"payoffs.a.s": "gain"}, timeout=timeout)
    verdicts = judge({"gain": [1.0, 0.0, -1.0]})
    assert not verdicts.late.any()
    assert np.all(verdicts.statuses != 0)


def test_the_time_of_whoever_asks_is_not_that_of_a_pattern():
    for timeout in (None, 100):
        judge = compile(argue.load_case(CASE), BOUND, timeout=timeout)
        with working_until(time.monotonic() + 0.2), pytest.raises(OutOfBudget):
            judge({"x": [1.0]}, margins=False)
        assert judge.patterns == 0


def test_a_solver_that_gives_up_a_moment_early_does_so_for_whoever_asks(
    monkeypatch: pytest.MonkeyPatch,
):
    def woken(*_: object) -> None:
        raise OutOfBudget("late")

    monkeypatch.setattr(patterns, "solved", woken)
    judge = compile(SMALL, {"payoffs.a.s": "gain"}, timeout=100)
    with working_until(time.monotonic() + 50), pytest.raises(OutOfBudget):
        judge({"gain": [1.0]})
    assert judge.patterns == 0
    with working_until(time.monotonic() + 200):
        assert judge({"gain": [1.0]}).late.all()


def test_a_label_that_takes_too_long_is_an_error_of_its_row(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    rows = [{"x": 1.0}, {"x": "none"}, {"x": 1.0}]
    found = list(label(argue.load_case(CASE), BOUND, rows, jobs=1, timeout=0.2))
    said = [row["error"]["message"] for row in found]
    assert said[0] == said[2]
    assert said[0].startswith("no verdict within 0.2 s; allow more, rank sources, settle facts")
    assert "x" in said[1]
    kinds = [row["error"]["kind"] for row in found]
    assert kinds == ["OutOfBudget", "BatchError", "OutOfBudget"]
    (tmp_path / "case.yaml").write_text(CASE)
    (tmp_path / "features.yaml").write_text(FEATURES)
    (tmp_path / "rows.csv").write_text("x\n1\n")
    given = {"--features": "features.yaml", "--rows": "rows.csv"}
    asked = [word for name, file in given.items() for word in (name, str(tmp_path / file))]
    code = main(["label", str(tmp_path / "case.yaml"), *asked, "--timeout", "0.5", "--jobs", "1"])
    captured = capsys.readouterr()
    if code == Exit.BAD_CASE:  # on a busy machine compiling the case takes its time as well
        assert "no verdict within 0.5 s" in json.loads(captured.out)["error"]["message"]
        assert "1 of 1 rows failed" in captured.err
    else:
        assert code == Exit.OUT_OF_TIME, captured.err

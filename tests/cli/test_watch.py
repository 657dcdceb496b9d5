"""What takes longer than it may is interrupted, whatever it does; waiting for a person is not."""

import time

import pytest

from argue.cli import watch
from argue.errors import LimitExceeded, OutOfBudget
from argue.logic.formulas import FormulaError
from argue.logic.temporal.compiling import compile_automaton
from argue.logic.temporal.reading import parse_temporal
from argue.model.patience import due, go_on, working_until
from argue.report.pictures.layout import MOST_ARROWS, MOST_BOXES, placed


def busy(seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass


def test_what_never_asks_for_the_time_is_interrupted(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(watch, "GRACE", -0.9)
    with pytest.raises(OutOfBudget, match="ask for less"), watch.watching(0.01):
        busy(60)
    busy(0.2)


def test_what_asks_for_the_time_is_told_that_it_is_over(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(watch, "GRACE", 0)
    with watch.watching(0.01):
        time.sleep(0.1)
        with pytest.raises(OutOfBudget):
            go_on()
    go_on()


def test_who_is_waited_for_has_any_time(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(watch, "GRACE", -0.9)
    with watch.watching(0.05):
        watch.let_go()
        busy(0.3)
        go_on()


def test_the_earlier_instant_counts():
    now = time.monotonic()
    with working_until(now + 50), working_until(now + 100):
        assert due() == now + 50
        assert due(now + 20) == now + 20
    assert due() is None


def test_a_formula_that_doubles_again_and_again_is_refused_at_once():
    formula = "p0"
    for number in range(25):
        formula = f"(p{number % 10} <-> X {formula})"
    with pytest.raises(FormulaError, match="more than 10000 parts"):
        compile_automaton(parse_temporal(formula))


def test_a_picture_that_nobody_could_read_is_not_drawn():
    boxes = {str(number): (1, 1) for number in range(MOST_BOXES + 1)}
    with pytest.raises(LimitExceeded, match="--focus ID"):
        placed(boxes, [])
    with pytest.raises(LimitExceeded, match="graphml"):
        placed({"a": (1, 1)}, [("a", "a", None)] * (MOST_ARROWS + 1))


def test_what_helps_is_said_as_the_command_says_it(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(watch, "GRACE", -0.9)
    with (
        pytest.raises(OutOfBudget, match="0.01 s were allowed; ask for one extension"),
        watch.watching(0.01, "ask for one extension"),
    ):
        busy(60)

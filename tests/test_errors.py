"""Errors of every kind, as they come out of another process."""

import pickle
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from argue.errors import ArgueError, CaseError, Problem, UnfitCase, UnknownId
from argue.io.case import load_case
from argue.logic.formulas import FormulaError, parse_formula

PROBLEM = Problem("C012", "unknown framework", "frameworks[0]", 3, 5)


def raised() -> list[ArgueError]:
    """An error of every kind with a constructor of its own, and a plain one."""
    found: list[ArgueError] = [
        CaseError([PROBLEM], "a.yaml"),
        UnfitCase([PROBLEM]),
        UnknownId("option", "stay", ["go"]),
        ArgueError("plain"),
    ]
    for call, kind in ((lambda: parse_formula("2 +"), FormulaError),):
        with pytest.raises(kind) as error:
            call()
        found.append(error.value)
    return found


@pytest.mark.parametrize("error", raised(), ids=lambda error: type(error).__name__)
def test_an_error_is_the_same_when_it_is_read_back(error: ArgueError):
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert str(again) == str(error)
    assert vars(again) == vars(error)


def test_a_problem_without_a_place_has_no_empty_one():
    assert str(CaseError([Problem("C002", "too large")], "a")) == "a: error[C002]: too large"
    assert str(CaseError([Problem("C016", "missing", "title")], "a")) == (
        "a: error[C016]: title: missing"
    )


def test_every_error_goes_through_a_pool_of_processes():
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        done = pool.submit(
            load_case, "title: t\noptions: {a: A}\nframeworks: [welfair]\n", name="c"
        )
        with pytest.raises(CaseError, match="C012") as error:
            done.result()
    assert [problem.code for problem in error.value.problems] == ["C012"]

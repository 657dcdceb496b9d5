"""What is no batch is an error that names the column."""

from functools import partial

import numpy as np
import pytest

from argue.errors import ArgueError, BatchError, LimitExceeded, UnknownId
from argue.io.case import load_case
from argue.rewards.judge import compile

CASE = {
    "title": "Sharing",
    "options": {"take": "take it", "leave": "leave it"},
    "standpoints": {"one": {}, "others": {"count": 3}},
    "facts": {"hungry": {"text": "one is hungry"}},
    "payoffs": {"take": {"one": 2, "others": -1}, "leave": {"one": 0, "others": 0}},
    "universal": {"take": {"all": -1, "nobody": 0}, "leave": "refrain"},
    "frameworks": ["welfare", "rejection"],
}
FEATURES = {"payoffs.take.one": "gain", "payoffs.take.others": {"loss": -1}, "facts.hungry": "flag"}

NORM = {"text": "take nothing", "breached_by": ["take"]}
WHICH_BREAK = "which options break a norm turns on a fact that rows settle: leave rules out"


def judge(features=None, **given):
    return compile(load_case(CASE), FEATURES if features is None else features, **given)


def batch(**columns):
    whole = {"gain": np.ones(3), "loss": np.ones(3), "flag": np.zeros(3)}
    return {**whole, **columns}


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"gain": [1.0, np.nan, 2.0]}, "column 'gain' holds nan in row 1"),
        ({"loss": [1.0, 2.0, np.inf]}, "column 'loss' holds inf in row 2"),
        ({"loss": np.ones(4)}, "column 'loss' has 4 rows, but column 'gain' has 3"),
        ({"gain": np.ones((3, 2))}, "column 'gain' has shape (3, 2); give one number a row"),
        ({"gain": ["a", "b", "c"]}, "column 'gain' holds <U1, not numbers"),
        ({"gain": [[1], [2, 3]]}, "column 'gain' is no array of numbers"),
        ({"gain": np.ones(3, dtype=complex)}, "column 'gain' holds complex128"),
        ({"gain": [2**53 + 2, 0, 0]}, "column 'gain' holds whole numbers beyond 2**53"),
        ({"flag": [0, 2, 1]}, "column 'flag' says whether a fact holds, so it is 0 or 1; row 1"),
        ({"lose": np.ones(3)}, "column 'lose' is no feature of this judge; they are gain, loss"),
    ],
)
def test_a_wrong_column_is_named(columns, said):
    with pytest.raises(BatchError) as error:
        judge()(batch(**columns))
    assert said in str(error.value)


def test_a_missing_column_is_named():
    with pytest.raises(BatchError, match="column 'loss' is missing; the columns are gain, loss"):
        judge()({"gain": [1.0], "flag": [0]})


def test_no_rows_are_an_error():
    empty = {name: np.empty(0) for name in ("gain", "loss", "flag")}
    with pytest.raises(BatchError, match="column 'gain' has no rows"):
        judge()(empty)


def test_a_number_far_down_is_found_with_its_row():
    rows = 10_000
    whole = {"gain": np.ones(rows), "loss": np.ones(rows), "flag": np.zeros(rows)}
    whole["loss"][8_765] = np.nan
    with pytest.raises(BatchError, match="column 'loss' holds nan in row 8765"):
        judge()(whole)


def test_an_array_has_the_columns_in_order():
    sharing = judge()
    assert sharing.columns == ("gain", "loss", "flag")
    table = np.array([[4.0, 1.0, 0.0], [0.5, 1.0, 1.0]])
    columns = {name: table[:, place] for place, name in enumerate(sharing.columns)}
    assert np.array_equal(sharing(table).statuses, sharing(columns).statuses)
    with pytest.raises(BatchError, match=r"give one of shape \(rows, 3\)"):
        sharing(table[:, :2])


def test_one_row_is_asked_for_to_explain():
    with pytest.raises(BatchError, match="one row is asked for, and 3 are given"):
        judge().explain(batch())


@pytest.mark.parametrize(
    ("features", "said"),
    [
        ({"payoffs.take.nobody": "x"}, "unknown standpoint"),
        ({"payoffs.grab.one": "x"}, "unknown option"),
        ({"facts.thirsty": "x"}, "unknown fact"),
        ({"title": "x"}, "cannot be bound"),
        ({"payoffs.take.one": [1]}, "no number"),
        ({"payoffs.take.one": "a + b"}, "no name of a column"),
        ({"payoffs.take.one": {"a": "b"}}, "no number"),
        ({"payoffs.take.one": float("nan")}, "not finite"),
        ({"payoffs.take.one": "x[]"}, "name the standpoint in `individuals`"),
        ({"facts.hungry": 3}, "says of no row whether the fact holds"),
        ({"facts.hungry": "food ~ 3"}, "no name of a column"),
    ],
)
def test_a_wrong_feature_is_an_error(features, said):
    with pytest.raises((ArgueError, UnknownId)) as error:
        judge(features)
    assert said in str(error.value)


def test_a_crowd_says_how_many_numbers_a_row_needs():
    crowd = judge({"payoffs.take.others": "x[]"}, individuals={"others": 4})
    with pytest.raises(BatchError, match=r"column 'x' has shape \(2, 3\); .*each of 4 individuals"):
        crowd({"x": np.ones((2, 3))})
    with pytest.raises(BatchError, match="column 'x' holds nan in row 1, individual 2"):
        crowd({"x": [[1, 1, 1, 1], [1, 1, np.nan, 1]]})


@pytest.mark.parametrize(
    ("individuals", "said"),
    [
        ({"crowd": 3}, "unknown standpoint"),
        ({"others": 0}, "write at least one"),
        ({"others": [1, -1]}, "each weight above 0"),
        ({"others": "many"}, "write how many, or a weight each"),
    ],
)
def test_wrong_individuals_are_an_error(individuals, said):
    with pytest.raises(ArgueError) as error:
        judge({"payoffs.take.others": "x[]"}, individuals=individuals)
    assert said in str(error.value)


def test_too_many_patterns_say_what_to_simplify():
    with pytest.raises(LimitExceeded) as error:
        judge(most_patterns=2)(
            {"gain": [1.0, 9.0, 3.0, -1.0], "loss": [1.0, 1.0, 1.0, -2.0], "flag": [0, 1, 0, 1]}
        )
    said = str(error.value)
    assert "more than 2 patterns" in said
    assert "facts 2" in said and "welfare 2" in said and "gain, loss, flag" in said


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"payoffs": {**CASE["payoffs"], "leave": {"one": [0, 1], "others": 0}}}, "intervals"),
        ({"frameworks": ["resource_rational"]}, "chooses how to judge by the stakes"),
        ({"frameworks": ["rules"], "norms": {"n": NORM | {"when": "hungry"}}}, WHICH_BREAK),
        ({"frameworks": ["rules"], "norms": {"n": NORM | {"exceptions": ["hungry"]}}}, WHICH_BREAK),
        (
            {"standpoints": {"one": {"agent": True, "prerogative": True}, "others": {}}},
            "standpoints.one.prerogative",
        ),
    ],
)
def test_what_cannot_be_compiled_is_named(change, said):
    with pytest.raises(LimitExceeded, match=said):
        compile(load_case({**CASE, **change}), FEATURES)


LEVELS = {"standpoints.others.level": 9, "standpoints.one.level": 9}


@pytest.mark.parametrize(
    "features",
    [
        pytest.param({"payoffs.take.one": "gain"}, id="compared"),
        pytest.param({"payoffs.take.one": "gain", "payoffs.leave.one": "gain"}, id="cancelled"),
    ],
)
@pytest.mark.parametrize(
    ("framework", "said"),
    [
        ({"id": "veil", "rule": "atkinson"}, "needs every position above 0"),
        ({"id": "wellbeing"}, "needs everyone to have means above 0"),
        ({"id": "wellbeing", "elasticity": "1/2"}, "needs everyone to have means above 0"),
    ],
)
def test_a_row_outside_the_domain_of_a_formula_is_named(framework, said, features):
    found = compile(load_case({**CASE, "frameworks": [framework]}), {**features, **LEVELS})
    for asked in (found, found.measured, found.margins, partial(found, margins=False)):
        with pytest.raises(BatchError, match=f"row 1: .*{said}"):
            asked({"gain": [1.0, -20.0]})
        assert asked({"gain": [1.0, -5.0]}) is not None


def test_a_row_outside_the_domain_of_a_formula_is_named_where_there_is_one_option_only():
    case = {"title": "One", "options": {"a": "a"}, "standpoints": {"one": {}}}
    case |= {"payoffs": {"a": {"one": 1}}, "frameworks": ["wellbeing"]}
    with pytest.raises(BatchError, match="row 0: .*needs everyone to have means above 0"):
        compile(load_case(case), {"payoffs.a.one": "gain"})({"gain": [-1.0]})


@pytest.mark.parametrize("framework", ["welfare", "wellbeing"])
def test_margins_alone_are_of_numbers_too(framework):
    case = load_case({**CASE, "frameworks": [framework]})
    found = compile(case, {"payoffs.take.one": "gain", **LEVELS})
    for asked in (found.margins, found.measured):
        with pytest.raises(BatchError, match="column 'gain' holds nan in row 1"):
            asked({"gain": [1.0, np.nan]})

"""Actions read as options: masks, costs, and rewards made of verdicts."""

import subprocess
import sys

import numpy as np
import pytest

import argue
from argue.errors import ArgueError, BatchError, UnknownId
from argue.rewards import Code, adapters
from argue.rewards.adapters.deeds import Deeds
from argue.rewards.adapters.rewarding import Rewarding, ShapingWarning
from argue.rewards.judge import compile

CASE = {
    "title": "Going on",
    "options": {"wait": "wait", "go": "go on", "rush": "rush"},
    "facts": {"red": {"text": "the light is red"}, "fog": {"text": "there is fog"}},
    "frameworks": [],
    "norms": {"light": {"text": "stop at red", "breached_by": ["go", "rush"], "when": "red"}},
    "reasons": [
        {"id": "r", "by": "haste", "favours": "rush", "over": "wait", "because": "fog"},
        {"id": "s", "by": "care", "favours": "wait", "over": "rush", "because": "fog"},
    ],
}
ROWS = {"red": [0, 1, 0], "fog": [0, 0, 1]}
"""Clear, red, and in fog, where waiting and rushing are in dispute."""


def deeds(actions=None):
    judge = compile(argue.load_case(CASE), {"facts.red": "red", "facts.fog": "fog"})
    return Deeds(judge, actions)


def test_an_action_costs_what_its_status_says():
    weighed = deeds().weigh(ROWS)
    assert weighed.costs.tolist() == [[0, 0, 0], [0, 1, 1], [0.5, 0, 0.5]]
    assert (weighed.statuses != 0).all()


def test_what_is_undecided_stays_open_at_its_cost():
    weighed = deeds().weigh(ROWS)
    assert weighed.mask().tolist() == [[True] * 3, [True, False, False], [True] * 3]
    assert weighed.statuses[2, 0] == Code.CONTESTED


def test_actions_may_share_an_option_or_stand_for_none():
    weighed = deeds(["go", None, "go", "wait"]).weigh(ROWS)
    assert weighed.mask()[1].tolist() == [False, True, False, True]
    assert weighed.statuses[:, 1].tolist() == [Code.SILENT] * 3
    assert weighed.scores[:, 1].tolist() == [0.5] * 3
    assert weighed.alone()["norm:light"][1].tolist() == [-1, Code.SILENT, -1, Code.REQUIRED]


def test_where_all_that_is_available_is_ruled_out_the_least_rejected_stays_open():
    case = {**CASE, "frameworks": ["welfare"], "standpoints": {"me": {}}}
    case["payoffs"] = {"wait": {"me": 9}, "go": {"me": 9}, "rush": {"me": 1}}
    judge = compile(argue.load_case(case), {"facts.red": "red", "facts.fog": "fog"})
    weighed = Deeds(judge).weigh({"red": [1], "fog": [0]})
    available = np.array([[False, True, True]])
    # welfare allows going on and not rushing, the norm forbids both
    assert (weighed.statuses[0, 1:] == Code.RULED_OUT).all()
    assert weighed.mask(available).tolist() == [[False, True, False]]


def test_a_row_in_which_nothing_is_available_is_an_error():
    with pytest.raises(BatchError, match="row 1 has no available action"):
        deeds().weigh(ROWS).mask(np.array([[True] * 3, [False] * 3, [True] * 3]))


def test_an_option_the_judge_does_not_have_is_an_error():
    with pytest.raises(UnknownId, match="hop"):
        deeds(["wait", "hop"])


@pytest.mark.parametrize(
    ("rewarding", "paid"),
    [
        (Rewarding(), [1.0, 0.0, 0.5]),
        (Rewarding(weight=2), [1.0, -1.0, 0.0]),
        (Rewarding("replacing"), [0.0, -1.0, -0.5]),
        (Rewarding("replacing", signal="score"), [0.5, 0.0, 0.5]),
        (Rewarding("additive", weight=3, signal="score"), [2.5, 1.0, 2.5]),
    ],
)
def test_rewards_are_made_of_verdicts_as_asked(rewarding, paid):
    weighed = deeds().weigh(ROWS)
    assert rewarding.paid(np.ones(3), weighed, np.array([2, 2, 2])).tolist() == paid


def shaped(potential="level", **given):
    with pytest.warns(ShapingWarning, match="cannot make a selfish optimum moral"):
        return Rewarding("potential", potential=potential, **given)


def test_a_potential_pays_its_change_and_nothing_for_verdicts():
    rewarding = shaped(discount=0.5, weight=2)
    assert rewarding.paid(np.ones(3), deeds().weigh(ROWS), np.array([2, 2, 2])).tolist() == [1] * 3
    here, there = rewarding.level({"level": 3.0}), rewarding.level({"level": 4.0})
    assert rewarding.shaping(here, there, np.array([False])).tolist() == [2 * (0.5 * 4 - 3)]
    assert rewarding.shaping(here, there, np.array([True])).tolist() == [-6.0]


def test_a_potential_telescopes_so_that_the_order_of_policies_stays():
    """Along any episode that terminates, shaping adds minus the first potential: a constant."""
    rewarding = shaped(discount=0.9)
    levels = np.random.default_rng(3).normal(size=12)
    terminated = np.arange(1, 12) == 11
    added = rewarding.shaping(levels[:-1], levels[1:], terminated)
    assert (0.9 ** np.arange(11) * added).sum() == pytest.approx(-levels[0])


def test_a_potential_may_be_a_function_of_the_columns():
    assert shaped(lambda c: c["a"] + 1).level({"a": np.array([1.0, 2.0])}).tolist() == [2.0, 3.0]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"mode": "adding"}, "mode 'adding' is none of additive, replacing, potential"),
        ({"signal": "margin"}, "signal 'margin' is none of status, score"),
        ({"discount": 1.5}, "discount 1.5 is not from 0 to 1"),
        ({"weight": float("nan")}, "weight nan is no number"),
        ({"mode": "potential"}, "the mode potential needs `potential`"),
        ({"potential": "level"}, "the other modes take none"),
    ],
)
def test_what_cannot_be_paid_by_is_an_error(given, said):
    with pytest.raises(ArgueError, match="^.*" + said):
        Rewarding(**given)


def test_a_potential_that_is_no_column_or_no_number_is_an_error():
    with pytest.raises(ArgueError, match="potential 'level' is no column; they are red"):
        shaped().level({"red": 1})
    with pytest.raises(ArgueError, match="the potential of row 1 is no number"):
        shaped().level({"level": [0.0, np.nan]})


MISSING = """
import sys
sys.modules[{library!r}] = None
from argue.errors import ArgueError
from argue.rewards import adapters
try:
    adapters.{name}
except ArgueError as error:
    print(error)
"""


@pytest.mark.parametrize(
    ("name", "library"), [("JudgedEnv", "gymnasium"), ("JudgedParallelEnv", "pettingzoo")]
)
def test_a_library_that_is_missing_is_named_with_the_extra_that_brings_it(name, library):
    code = MISSING.format(library=library, name=name)
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout == f"{name} needs {library}: pip install 'argue-norms[rl]'\n"


def test_no_other_name_is_public():
    with pytest.raises(AttributeError, match="no attribute 'Wrapper'"):
        _ = adapters.Wrapper

"""Fragments are labelled by the verdicts on what was done in them."""

import sys

import numpy as np
import pytest

from argue.errors import ArgueError, UnknownId
from argue.rewards.preferences import FragmentLabels, gatherer
from tests.rewards.preferences.commons import OPTIONS, Fragment, fragment, judge

COLUMNS = ("stock", "food", "day")
GREEDY = fragment((5, 3, 1, 1), (5, 3, 2, 1))
MODEST = fragment((5, 3, 1, 0), (5, 3, 2, 0))
HUNGRY = fragment((5, 0, 1, 1), (5, 0, 2, 1))
DISPUTED = fragment((5, 3, 9, 1), (5, 3, 9, 1))


def labels(**given):
    return FragmentLabels(judge(), OPTIONS, **(given or {"columns": COLUMNS}))


def test_what_breaches_the_norm_less_often_is_preferred():
    found = labels()([(MODEST, GREEDY), (GREEDY, MODEST), (MODEST, MODEST)])
    assert found.dtype == np.float32
    assert found.tolist() == [1.0, 0.0, 0.5]


def test_an_exception_is_no_breach():
    assert labels()([(HUNGRY, GREEDY), (HUNGRY, MODEST)]).tolist() == [1.0, 0.5]


def test_what_turns_on_a_disputed_fact_is_undecided():
    found = labels().compared([(DISPUTED, MODEST), (MODEST, DISPUTED)])
    assert [one.preference for one in found] == [0.5, 0.5]
    assert found[0].first.undecided == 2


def test_rows_worked_out_from_a_fragment_give_the_same_labels():
    def rows(one):
        return {name: one.obs[:-1, place] for place, name in enumerate(COLUMNS)}

    pairs = [(MODEST, GREEDY), (HUNGRY, GREEDY), (DISPUTED, MODEST)]
    assert labels(rows=rows)(pairs).tolist() == labels()(pairs).tolist()


def test_entries_that_the_judge_does_not_read_are_left_out():
    wide = Fragment(np.insert(MODEST.obs, 1, 7.0, axis=1), MODEST.acts)
    found = labels(columns=("stock", None, "food", "day")).statuses([wide])
    assert found[0].tolist() == labels().statuses([MODEST])[0].tolist()


def test_no_pairs_get_no_labels():
    assert labels()([]).shape == (0,)


@pytest.mark.parametrize(
    ("given", "kind", "said"),
    [
        ({"columns": ("stock", "food")}, ArgueError, "'day', which no entry"),
        ({"columns": ("stock", "food", "dy")}, UnknownId, "'dy'"),
        ({}, ArgueError, "give columns"),
        ({"columns": COLUMNS, "rows": len}, ArgueError, "not both"),
    ],
)
def test_what_cannot_be_read_is_refused(given, kind, said):
    with pytest.raises(kind, match=said):
        FragmentLabels(judge(), OPTIONS, **given)


def test_an_option_the_case_does_not_have_is_named():
    with pytest.raises(UnknownId, match="'huge'"):
        FragmentLabels(judge(), ("little", "huge"), columns=COLUMNS)


@pytest.mark.parametrize(
    ("acts", "said"),
    [
        (np.array([0.5, 1.0]), "float64 name no options"),
        (np.array([0, 2]), "act 2 is none of the 2"),
        (np.array([-1, 0]), "act -1 is none of the 2"),
        (np.zeros((2, 2), dtype=int), "shape \\(2, 2\\)"),
    ],
)
def test_acts_that_are_no_options_are_refused(acts, said):
    with pytest.raises(ArgueError, match=said):
        labels().statuses([Fragment(MODEST.obs, acts)])


def test_observations_of_another_width_are_refused():
    with pytest.raises(ArgueError, match="do not have the 3 entries"):
        labels().statuses([Fragment(MODEST.obs[:, :2], MODEST.acts)])


def test_without_the_library_the_error_says_what_does_without(monkeypatch):
    monkeypatch.setitem(sys.modules, "imitation", None)
    with pytest.raises(ArgueError, match="FragmentLabels gives the same labels"):
        gatherer(labels())

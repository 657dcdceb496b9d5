"""Courses are compared by what verdicts rule out, and by nothing that they leave open."""

from itertools import product

import numpy as np
import pytest

from argue.errors import ArgueError
from argue.rewards import Code
from argue.rewards.preferences import compared

RULED_OUT, ALLOWED, OPEN = Code.RULED_OUT, Code.ALLOWED, Code.CONTESTED
ALL = [np.array(codes) for codes in product((RULED_OUT, ALLOWED, OPEN), repeat=3)]


def falls(codes):
    """Every way in which what is open may fall, as numbers of acts ruled out."""
    open_ = int(np.count_nonzero(codes == OPEN))
    ruled_out = int(np.count_nonzero(codes == RULED_OUT))
    return range(ruled_out, ruled_out + open_ + 1)


def test_a_course_is_preferred_if_and_only_if_it_is_better_however_open_acts_fall():
    for first, second in product(ALL, ALL):
        always = all(a < b for a in falls(first) for b in falls(second))
        never = all(a > b for a in falls(first) for b in falls(second))
        assert compared(first, second).preference == (1.0 if always else 0.0 if never else 0.5)


def test_the_other_way_round_the_other_is_preferred():
    for first, second in product(ALL, ALL):
        there, back = compared(first, second), compared(second, first)
        assert there.preference + back.preference == 1.0


def test_what_was_counted_is_said():
    found = compared(np.array([ALLOWED, ALLOWED]), np.array([RULED_OUT, OPEN]))
    assert str(found) == (
        "the first is preferred: 0 of 2 acts ruled out in the first, "
        "1 of 2 acts ruled out and 1 undecided in the second"
    )


def test_every_status_but_required_and_allowed_and_ruled_out_is_undecided():
    for code in Code:
        found = compared(np.array([code]), np.array([ALLOWED])).first
        settled = (Code.REQUIRED, Code.ALLOWED, Code.RULED_OUT)
        assert found.undecided == (code not in settled)
        assert found.ruled_out == (code is Code.RULED_OUT)


def test_courses_of_different_lengths_do_not_compare():
    with pytest.raises(ArgueError, match="cut them to the same length"):
        compared(np.array([ALLOWED]), np.array([ALLOWED, ALLOWED]))

"""Until when work may go on, set around it and asked after inside."""

import time

import pytest

from argue.errors import OutOfBudget
from argue.model.patience import due, go_on, without_end, working_until


def test_the_earlier_of_two_instants_counts():
    assert due() is None
    assert due(5.0) == 5.0
    with working_until(9.0):
        assert due() == 9.0
        assert due(5.0) == 5.0
        assert due(12.0) == 9.0
        with working_until(None):
            assert due() == 9.0
        with working_until(4.0):
            assert due() == 4.0
        assert due() == 9.0
    assert due() is None


def test_work_goes_on_until_its_time_is_over():
    go_on()
    with working_until(time.monotonic() + 3600):
        go_on()
    with working_until(time.monotonic() - 1), pytest.raises(OutOfBudget, match="time ran out"):
        go_on()


def test_a_block_may_wait_for_a_person_without_end_and_only_there():
    with working_until(time.monotonic() - 1):
        with working_until(None):
            without_end()
            go_on()
            assert due() is None
        with pytest.raises(OutOfBudget):
            go_on()

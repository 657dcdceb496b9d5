"""Every limit that the documentation promises refuses what is one past it, and names itself."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from argue.cli.exits import code_of, told
from tests.hostile.bounds import STOPS, Bound
from tests.hostile.trip import Trip
from tests.hostile.tripped import TRIPS, UNNUMBERED, WITHOUT

BOUNDS: dict[str, Bound] = {bound.counted: bound for part in STOPS.values() for bound in part}
ALL = [pytest.param(trip, id=f"{trip.counted} {place}") for place, trip in enumerate(TRIPS)]


def test_every_limit_is_counted_in_words_of_its_own():
    assert len(BOUNDS) == sum(map(len, STOPS.values()))


def test_every_limit_that_refuses_is_tripped_over():
    tripped = {trip.counted for trip in TRIPS}
    assert tripped - BOUNDS.keys() == set()
    assert BOUNDS.keys() - tripped == WITHOUT, "add an input to tests/hostile/tripped.py"


def test_what_is_said_past_a_limit_names_its_number():
    silent = {trip.counted for trip in TRIPS if "{most}" not in trip.says}
    assert silent == UNNUMBERED


def limited(trip: Trip, most: int | None, monkeypatch: pytest.MonkeyPatch) -> int:
    """Answers the limit, lowered to a number if there is one."""
    bound = BOUNDS[trip.counted]
    real: int = getattr(import_module(bound.module), bound.name)
    if most is None:
        return real
    for module in (bound.module, *trip.also):
        assert getattr(import_module(module), bound.name) == real
        monkeypatch.setattr(f"{module}.{bound.name}", most)
    return most


def plain(text: str) -> str:
    """What is said in one line, its numbers without anything between their digits."""
    return re.sub(r"(?<=\d)[,_](?=\d)", "", " ".join(text.split()))


@pytest.mark.parametrize("trip", ALL)
def test_so_many_are_accepted(trip: Trip, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    most = limited(trip, trip.lowered if trip.holds is None else trip.holds, monkeypatch)
    trip.ask(most, tmp_path)


@pytest.mark.parametrize("trip", ALL)
def test_one_more_is_refused_with_the_limit_named(
    trip: Trip, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    most = limited(trip, trip.lowered if trip.holds is None else trip.holds - 1, monkeypatch)
    with pytest.raises(Exception) as caught:  # noqa: PT011  (any: which it is, is asserted below)
        trip.ask(most + 1 if trip.holds is None else most, tmp_path)
    assert code_of(caught.value) == trip.code, caught.value
    assert trip.says.format(most=most) in plain(told(caught.value))

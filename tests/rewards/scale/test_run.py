"""Running over chunks: in order, bounded, and nothing is lost when a worker dies."""

from collections.abc import Iterator
from concurrent.futures import (
    BrokenExecutor,
    Executor,
    Future,
    ProcessPoolExecutor,
    ThreadPoolExecutor,
)
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from argue.errors import ArgueError
from argue.rewards.scale import hands as module
from argue.rewards.scale.hands import Given, Here, Processes, hands_for
from argue.rewards.scale.items import Cases
from argue.rewards.scale.lines import Job
from argue.rewards.scale.run import Run, rows_of
from tests.rewards.scale.workers import Dying, Echo, Telling, inputs

TEXTS = [f"t{i}" for i in range(23)]


def rows(job: Job, texts: list[str], hands: Any, size: int = 4) -> list[dict[str, Any]]:
    return list(rows_of(Run(job, inputs(texts, size)), lambda: hands))


def test_rows_come_in_the_order_of_the_inputs_whoever_does_the_work():
    expected = rows(Echo(), TEXTS, Here())
    assert [row["said"] for row in expected] == TEXTS
    assert [row["row"] for row in expected] == list(range(1, 24))
    assert rows(Echo(), TEXTS, Processes(2)) == expected
    with ThreadPoolExecutor(3) as executor:
        assert rows(Echo(), TEXTS, hands_for(executor)) == expected


def test_no_more_is_read_than_is_in_flight():
    read = 0

    def counted() -> Iterator[Cases]:
        nonlocal read
        for chunk in inputs(TEXTS * 100, size=1):
            read += 1
            yield chunk

    with ThreadPoolExecutor(2) as executor:
        hands = hands_for(executor)
        found = rows_of(Run(Echo(), counted()), lambda: hands)
        for taken, _ in enumerate(found, 1):
            assert read <= taken + hands.window
            if taken == 50:
                break
    assert read < 100


def test_whoever_stops_asking_ends_the_work():
    job = Telling()
    with ThreadPoolExecutor(2) as executor:
        found = rows_of(Run(job, inputs(TEXTS * 100)), lambda: hands_for(executor))
        next(found)
        found.close()
    assert job.begun < len(TEXTS) * 50


def test_an_input_that_ends_worker_after_worker_has_a_row_that_says_so():
    found = rows(Dying("t6", "t17"), TEXTS, Processes(2))
    bad = [row for row in found if "error" in row]
    assert [row["row"] for row in bad] == [7, 18]
    assert bad[0]["input"] == "input 7"
    assert bad[0]["error"]["kind"] == "WorkerDied"
    whole = rows(Echo(), TEXTS, Here())
    assert [row for row in found if "error" not in row] == [
        row for row in whole if row["row"] not in (7, 18)
    ]


def test_a_worker_that_dies_by_accident_costs_no_row(tmp_path: Path):
    found = rows(Dying("t6", once=tmp_path / "died"), TEXTS, Processes(2))
    assert (tmp_path / "died").exists()
    assert found == rows(Echo(), TEXTS, Here())


class Weak:
    """Processes of which some are gone when they are to start, or to take their first chunk."""

    def __init__(self, ends: set[int], started: list[int]) -> None:
        self.place = len(started)
        started.append(self.place)
        self.ends = ends
        if self.place in ends and self.place % 2:
            raise BrokenExecutor

    def submit(self, job: Job, chunk: Any) -> Future[Any]:
        if self.place in self.ends:
            raise BrokenExecutor
        future: Future[Any] = Future()
        future.set_result(job(chunk))
        self.ends.add(self.place)  # it has ended before the next chunk comes
        return future

    def close(self, *, wait: bool) -> None:
        assert not wait or self.place not in self.ends


def test_processes_that_end_while_they_have_nothing_to_do_are_started_anew(
    monkeypatch: pytest.MonkeyPatch,
):
    started: list[int] = []
    ends = {1, 2, 3, 6}
    monkeypatch.setattr(module, "Pool", lambda jobs: Weak(ends, started))
    hands = Processes(2)
    chunks = list(inputs(TEXTS[:3], size=1))
    for chunk in chunks:
        assert hands.result(hands.submit(Echo(), chunk)) == hands.alone(Echo(), chunk)
    assert len(started) == 10  # one a chunk and way, and four that had ended before


def test_processes_that_always_end_are_an_error_that_tells_the_first_time_from_later_ones(
    monkeypatch: pytest.MonkeyPatch,
):
    started: list[int] = []
    ends = set(range(1, 100))
    monkeypatch.setattr(module, "Pool", lambda jobs: Weak(ends, started))
    (chunk,) = inputs(TEXTS[:1], size=1)
    hands = Processes(2)
    hands.submit(Echo(), chunk)
    with pytest.raises(ArgueError, match="end again and again"):
        hands.submit(Echo(), chunk)
    assert len(started) == module.MOST_STARTS
    with pytest.raises(ArgueError, match="below `if __name__"):
        Processes(2).alone(Echo(), chunk)
    assert len(started) == module.MOST_STARTS + 1


def test_an_executor_that_was_handed_in_and_breaks_is_an_error_that_says_so():
    with (
        ProcessPoolExecutor(1, mp_context=get_context("spawn")) as executor,
        pytest.raises(ArgueError, match="run it again with a new one"),
    ):
        rows(Dying("t6"), TEXTS, hands_for(executor))


def test_an_executor_that_was_shut_down_is_an_error_that_says_so():
    executor = ThreadPoolExecutor(1)
    executor.shutdown()
    with pytest.raises(ArgueError, match="takes no more work"):
        rows(Echo(), TEXTS, hands_for(executor))


class KilledWorker(Exception):
    """What an executor says of a worker that died, as that of Dask does."""


class Remote(Executor):
    """Runs things at once, and says that workers died over a certain input."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        if any(item.text == "t6" for item in args[1].items):
            future.set_exception(KilledWorker("t6"))
        else:
            future.set_result(fn(*args, **kwargs))
        return future


def test_a_death_that_an_executor_survives_is_narrowed_down_to_one_input():
    found = rows(Echo(), TEXTS, Given(Remote(), deaths=(KilledWorker,)))
    assert [row["row"] for row in found if "error" in row] == [7]
    assert [row["said"] for row in found if "error" not in row] == [t for t in TEXTS if t != "t6"]


def test_work_is_done_in_other_processes_unless_one_job_is_asked_for():
    assert isinstance(hands_for(), Processes)
    assert isinstance(hands_for(jobs=2), Processes)
    assert isinstance(hands_for(jobs=1), Here)


def test_fewer_than_one_job_is_refused():
    with pytest.raises(ArgueError, match="give at least 1"):
        hands_for(jobs=0)

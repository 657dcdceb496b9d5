"""Running over chunks: in order, bounded, and nothing is lost when a worker dies."""

import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
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
from tests.rewards.scale.workers import Dying, Echo, Slow, Telling, Torn, inputs

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


def test_a_worker_that_is_lost_in_the_middle_of_its_answer_holds_up_nobody(tmp_path: Path):
    for once in (tmp_path / "died", None):
        found = rows(Torn("t6", once=once), TEXTS, Processes(2))
        assert [row["row"] for row in found if "error" in row] == ([] if once else [7])
        assert [row["row"] for row in found] == list(range(1, 24))


def test_whoever_stops_asking_ends_processes_in_the_middle_of_their_work():
    found = rows_of(Run(Slow(1e6, *TEXTS[4:]), inputs(TEXTS)), lambda: Processes(2))
    next(found)
    found.close()


LEFT = """
from argue.rewards.scale import batch
if __name__ == "__main__":
    rows = batch(["mask-mandate"] * 400, jobs=2)
    print(next(rows)["row"])
"""
INTERRUPTED = """
from argue.rewards.scale.hands import Processes
from argue.rewards.scale.run import Run, rows_of
from tests.rewards.scale.workers import Interrupted, inputs
if __name__ == "__main__":
    print(len(list(rows_of(Run(Interrupted(), inputs(["a", "b"])), lambda: Processes(1)))))
"""


@pytest.mark.parametrize(("program", "printed"), [(LEFT, b"1\n"), (INTERRUPTED, b"2\n")])
def test_programs_end_that_still_hold_rows_or_whose_workers_are_interrupted(
    tmp_path: Path, program: str, printed: bytes
):
    (tmp_path / "program.py").write_text(program)
    done = subprocess.run(
        [sys.executable, "-W", "error", tmp_path / "program.py"],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
        capture_output=True,
        timeout=120,
        check=True,
    )
    assert (done.stdout, done.stderr) == (printed, b"")


class Unmade:
    """What cannot be sent to another process, or back."""

    def __reduce__(self) -> Any:
        raise ValueError("of one process")


class Failing(Echo):
    """Answers an error, or something that cannot be sent."""

    def __init__(self, given: Any = None) -> None:
        self.given = given

    def __call__(self, chunk: Cases) -> Any:
        return Unmade() if self.given is None else int(self.given)


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("given", [None, "no number", Unmade()])
def test_an_error_of_a_job_comes_to_whoever_asked_with_where_it_was_raised(given: Any, jobs: int):
    with pytest.raises(ValueError, match="of one process|no number") as caught:
        rows(Failing(given), TEXTS, Processes(jobs))
    assert ("in a worker process:" in "".join(getattr(caught.value, "__notes__", ()))) == (
        not isinstance(given, Unmade)
    )


class Weak:
    """A process that may be gone when it is to start, or to take its second chunk."""

    def __init__(self, ends: dict[int, int], started: list[int]) -> None:
        self.code = ends.get(len(started), 0)
        started.append(len(started))

    def takes(self, asked: bytes) -> bool:
        self.asked = asked
        return not self.code

    def answer(self) -> bytes:
        self.code = -9  # it will have ended before the next chunk comes
        job, chunk = pickle.loads(self.asked)
        return pickle.dumps(job(chunk))

    def close(self) -> int:
        return self.code


def weak(monkeypatch: pytest.MonkeyPatch, ends: dict[int, int]) -> list[int]:
    started: list[int] = []
    monkeypatch.setattr(module, "Worker", lambda ending: Weak(ends, started))
    return started


def test_processes_that_end_while_they_have_nothing_to_do_are_started_anew(
    monkeypatch: pytest.MonkeyPatch,
):
    started = weak(monkeypatch, {1: 1, 2: -9, 3: 1, 6: -15})
    hands = Processes(2)
    for chunk in inputs(TEXTS[:3], size=1):
        assert hands.result(hands.submit(Echo(), chunk)) == hands.alone(Echo(), chunk)
    hands.close(wait=True)
    assert len(started) == 10  # one a chunk and way, and four that had ended before


@pytest.mark.parametrize(
    ("ends", "code", "said", "tried"),
    [
        (0, 1, "below `if __name__", 1),
        (0, -9, "end again and again", module.MOST_STARTS),
        (1, 1, "end again and again", module.MOST_STARTS),
        (1, -9, "end again and again", module.MOST_STARTS),
    ],
)
def test_processes_that_always_end_are_an_error_that_tells_the_first_time_from_later_ones(
    ends: int, code: int, said: str, tried: int, monkeypatch: pytest.MonkeyPatch
):
    started = weak(monkeypatch, dict.fromkeys(range(ends, 100), code))
    (chunk,) = inputs(TEXTS[:1], size=1)
    hands = Processes(2)
    for _ in range(ends):
        hands.alone(Echo(), chunk)
    with pytest.raises(ArgueError, match=said):
        hands.result(hands.submit(Echo(), chunk))
    hands.close(wait=False)
    assert len(started) == tried


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

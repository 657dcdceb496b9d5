"""What comes from strangers: of every reader only its own errors escape, on every stored input."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import pytest

from argue.errors import ArgueError
from argue.model.af import AF
from tests.fuzz import bounds, graphs, seeds
from tests.fuzz.bounds import TooSlow, in_time
from tests.fuzz.drawn import DRAWN
from tests.fuzz.mutating import Mutator
from tests.fuzz.packages import PACKAGES
from tests.fuzz.readers import READERS, Reader
from tests.fuzz.state import State, note
from tests.fuzz.stored import CORPUS, FOUND, store, stored
from tests.fuzz.texts import all_chosen

CHANGED = 25
"""Changed inputs of each reader that the ordinary tests try."""


@pytest.fixture(params=READERS)
def reader(request: pytest.FixtureRequest) -> Reader:
    return READERS[request.param]


def cut(data: bytes, most: int) -> bytes:
    """What stands in for the fuzzer's own changes."""
    return data[: min(len(data) // 2, most)]


def test_only_errors_of_the_project_escape_on_what_is_stored(reader: Reader) -> None:
    for data in reader.seeds():
        with in_time():
            reader.tried(data)


def test_only_errors_of_the_project_escape_on_changed_inputs(reader: Reader) -> None:
    mutate = Mutator(reader, cut)
    for seed in range(CHANGED if reader.form != "bytes" else 2):
        data = mutate(mutate.begun[seed % len(mutate.begun)], reader.longest, seed)
        with in_time():
            reader.tried(data)


def test_runs_begin_with_inputs_that_are_accepted(reader: Reader) -> None:
    accepted = (data for data in reader.begun() if reader.name == "path" or reader.tried(data))
    assert next(accepted, None) is not None


@pytest.mark.parametrize("name", sorted(file.stem for file in FOUND.glob("*.jsonl")))
def test_what_once_made_a_reader_fail_does_so_no_more(name: str) -> None:
    for data in stored(name, FOUND):
        with in_time(), all_chosen():
            READERS[name].tried(data)


@pytest.mark.parametrize("name", DRAWN)
def test_what_a_grammar_draws_is_read(name: str) -> None:
    DRAWN[name]()


def test_every_stored_file_is_of_a_reader_and_all_are_small() -> None:
    files = [*CORPUS.glob("*"), *FOUND.glob("*")]
    assert {file.stem for file in files} <= set(READERS)
    assert sum(file.stat().st_size for file in files) < 300_000


def test_every_reader_has_packages_whose_coverage_is_seen() -> None:
    assert PACKAGES.keys() == READERS.keys()
    for packages in PACKAGES.values():
        for name in packages:
            import_module(name)


@pytest.mark.parametrize(
    ("name", "times"), [("case-json", 1_500), ("temporal", 60), ("argdown", 60), ("commands", 60)]
)
def test_changes_keep_to_the_same_input_for_the_same_seed(name: str, times: int) -> None:
    reader = READERS[name]
    one, other = (Mutator(reader, cut) for _ in range(2))
    data = one.begun[0]
    forward = [one(data, 500, seed) for seed in range(times)]
    backward = [other(data, 500, seed) for seed in reversed(range(times))]
    assert forward == backward[::-1], "what was changed before makes a difference"
    assert all(len(one(data, 90, seed)) <= 90 for seed in range(60))


def test_trees_stay_trees_under_changes() -> None:
    mutate = Mutator(READERS["case-mapping"], lambda data, most: data)
    for seed in range(200):
        json.loads(mutate(mutate.begun[0], 100_000, seed))


def failing(error: BaseException) -> Callable[[bytes], None]:
    def read(_: bytes) -> None:
        raise error

    return read


def nothing() -> Iterator[bytes]:
    return iter(())


def test_what_is_no_error_of_the_project_is_a_failure() -> None:
    good = Reader("good", failing(ArgueError("said")), "text", nothing)
    assert not good.tried(b"")
    for error in (KeyError("x"), RecursionError(), MemoryError(), AssertionError()):
        with pytest.raises(type(error)):
            Reader("bad", failing(error), "text", nothing).tried(b"")


def test_an_input_that_takes_too_long_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MOST_SECONDS", 0.02)

    def endless(_: bytes) -> None:
        while True:
            try:
                sum(range(1000))
            except Exception:  # noqa: S110, BLE001  (as careless readers do)
                continue

    with pytest.raises(TooSlow), in_time():
        Reader("slow", endless, "text", nothing).tried(b"")


def test_a_run_goes_on_where_it_was_ended(tmp_path: Path) -> None:
    first = State(tmp_path, "i23", 7)
    first.progress.inputs = 500
    first.slow(b"slow", 0.5)
    first.slow(b"quick", 0.1)
    place = first.fail(b"bad")
    with first.recorder() as memory:
        note(memory, b"at work\x00")
    again = State(tmp_path, "i23", 1)
    assert (again.progress.seed, again.progress.inputs, again.progress.slowest) == (7, 500, 0.5)
    assert again.progress.failures == [place.name]
    assert place.read_bytes() == b"bad" and (again.folder / "slowest").read_bytes() == b"slow"
    assert again.at_work() == b"at work\x00"


@pytest.mark.parametrize(
    ("form", "data", "plain"),
    [
        ("i23", b"p af 2\n1 2\n2 x\n", AF(("1", "2"), (0,), (1,))),
        ("i23", b"p af 2\n1 2\n", AF(("1", "2"), (1,), (0,))),
        ("apx", b"arg(a).\narg(a)\n", ArgueError("this is no fact")),
    ],
)
def test_a_fast_way_that_reads_something_else_is_a_failure(
    form: str, data: bytes, plain: AF | ArgueError, monkeypatch: pytest.MonkeyPatch
) -> None:
    def quickly(_: bytes) -> AF:
        if isinstance(plain, ArgueError):
            raise plain
        return plain

    READERS[form].tried(data)
    monkeypatch.setattr(graphs.MODULES[form], "_load_plain", quickly)
    with pytest.raises(AssertionError, match="the two ways differ"):
        READERS[form].tried(data)


def test_stored_inputs_come_back_byte_for_byte(tmp_path: Path) -> None:
    inputs = [b"", b"\xff\xfe\n", "é\u2028".encode(), b"\xed\xa0\x80", b"a\r\n\x00"]
    store("x", inputs, tmp_path)
    assert list(stored("x", tmp_path)) == inputs


def test_pieces_come_from_every_bundled_case() -> None:
    found = dict(seeds.pieces())
    assert {"payoffs", "frameworks", "norms", "universal"} <= found.keys()


def told(*words: str) -> subprocess.CompletedProcess[str]:
    """What the command of the fuzzer says."""
    command = [sys.executable, "-m", "tests.fuzz", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_command_lists_readers_and_reads_a_file_again(tmp_path: Path) -> None:
    good, bad = tmp_path / "good", tmp_path / "bad"
    good.write_bytes(b"p af 2\n1 2\n")
    bad.write_bytes(b"p af two\n")
    assert set(told().stdout.split()) == set(READERS)
    assert told("i23", "--replay", str(good)).stdout == "accepted\n"
    assert told("i23", "--replay", str(bad)).stdout == "refused, by an error of the project\n"
    assert told("nothing").returncode == 1
    assert "--corpus" in told("i23").stderr

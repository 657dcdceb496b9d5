"""A cluster of Dask whose worker is killed in the middle, and Parquet files both ways.

Not collected by default, since it needs the extras `cluster` and `parquet`; `.ci/cluster` runs it
in an environment of its own:  python -m pytest tests/rewards/scale/cluster.py
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as arrow
import pytest
from distributed import Client
from pyarrow import parquet

from argue.cli.exits import Exit
from argue.cli.main import main
from argue.errors import ArgueError, BatchError
from argue.io.bundled import bundled_text
from argue.rewards import scale
from argue.rewards.scale.cluster import cluster
from argue.rewards.scale.hands import Here
from argue.rewards.scale.run import Run, rows_of
from tests.cli.command import ROOT
from tests.rewards.scale.test_label import CASE, FEATURES, label
from tests.rewards.scale.test_label import rows as drawn
from tests.rewards.scale.workers import Dying, Echo, Slow, inputs

TEXTS = [f"t{i}" for i in range(60)]


def dask(*arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "distributed.cli." + arguments[0], *arguments[1:]],
        cwd=ROOT,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1",
        },
        stderr=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A scheduler with two workers of one thread, each started again when it dies."""
    file = tmp_path_factory.mktemp("dask") / "scheduler.json"
    options = ("--scheduler-file", str(file), "--no-dashboard")
    started = [dask("dask_scheduler", *options, "--port", "0", "--host", "127.0.0.1")]
    try:
        while not file.exists():
            assert started[0].poll() is None
            time.sleep(0.1)
        place = ("--local-directory", str(file.parent), "--nthreads", "1", "--nworkers", "2")
        started.append(dask("dask_worker", *options, *place))
        address: str = json.loads(file.read_text())["address"]
        with Client(address, timeout=60, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=120)
        yield address
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait(30)


@pytest.fixture
def client(scheduler: str) -> Iterator[Client]:
    with Client(scheduler, timeout=60, set_as_default=False) as client:
        client.wait_for_workers(2, timeout=60)
        yield client


def kill_one(client: Client) -> None:
    found = client.run(os.getpid)
    os.kill(next(iter(found.values())), signal.SIGKILL)


def test_a_killed_worker_costs_no_row(client: Client):
    expected = list(rows_of(Run(Echo(), inputs(TEXTS)), Here))
    with cluster(client.scheduler.address) as hands:
        found: list[dict[str, Any]] = []
        for row in rows_of(Run(Slow(0.05), inputs(TEXTS)), lambda: hands):
            if len(found) == 10:
                kill_one(client)
            found.append(row)
    assert found == expected


def test_an_input_that_kills_workers_has_a_row_that_says_so(client: Client):
    with cluster(client.scheduler.address) as hands:
        found = list(rows_of(Run(Dying("t17"), inputs(TEXTS)), lambda: hands))
    assert [row["row"] for row in found if "error" in row] == [18]
    assert [row["said"] for row in found if "error" not in row] == TEXTS[:17] + TEXTS[18:]


def test_the_command_writes_the_same_bytes_with_a_worker_killed(client: Client, tmp_path: Path):
    (tmp_path / "room.yaml").write_text(bundled_text("transmitter-room"))
    given = tmp_path / "rows.jsonl"
    given.write_text("".join(f'{{"case": "room.yaml", "id": {n}}}\n' for n in range(60)))
    here, there = tmp_path / "here.jsonl", tmp_path / "there.jsonl"
    asked = ("batch", str(given), "--columns", "outcome,alone", "-o")
    assert main([*asked, str(here), "--jobs", "1", "-q"]) == Exit.DONE
    from tests.cli.test_batch import start, wait_for_lines

    with start(*asked, str(there), "--scheduler", client.scheduler.address) as process:
        wait_for_lines(there, 4)
        kill_one(client)
        assert process.wait(120) == Exit.DONE
    assert there.read_bytes() == here.read_bytes()


def test_the_executor_of_a_client_can_be_handed_in(client: Client):
    given = [{"case": "mask-mandate", "id": n} for n in range(9)]
    asked: dict[str, Any] = {"columns": ["statuses"]}
    executor = client.get_executor(pure=False)
    assert list(scale.batch(given, executor=executor, **asked)) == list(
        scale.batch(given, jobs=1, **asked)
    )
    labels = list(scale.label(CASE, FEATURES, drawn(9000), executor=executor))
    assert labels == label(drawn(9000))


def test_a_cluster_that_is_not_there_is_an_error(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("argue.rewards.scale.cluster.PATIENCE", 0.5)
    said = "no scheduler of Dask answers at 'tcp://127.0.0.1:1'"
    with pytest.raises(ArgueError, match=said), cluster("tcp://127.0.0.1:1"):
        pass


def test_workers_of_another_version_are_refused(scheduler: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("argue.rewards.scale.cluster.VERSION", "0.0.0")
    said = r"has argue .*, and this is 0\.0\.0"
    with pytest.raises(ArgueError, match=said), cluster(scheduler):
        pass


def test_parquet_rows_have_the_labels_that_others_have(tmp_path: Path):
    given = [{**row, "dry": bool(row["dry"])} for row in drawn(9000)]
    path = tmp_path / "rows.parquet"
    parquet.write_table(arrow.Table.from_pylist(given), path, row_group_size=1000)
    for one, other in zip(label(path, keep=["id"]), label(given, keep=["id"]), strict=True):
        assert {**one, "digest": ""} == {**other, "digest": ""}


def test_crowds_stand_in_lists_of_parquet(tmp_path: Path):
    given = [{"loss": [0.25 * i - n for i in range(5)]} for n in range(3)]
    path = tmp_path / "rows.parquet"
    parquet.write_table(arrow.Table.from_pylist(given), path)
    more: dict[str, Any] = {"individuals": {"others": 5}, "jobs": 1}
    features = {"payoffs.much.others": "loss[]"}
    found = [list(scale.label(CASE, features, rows, **more)) for rows in (path, given)]
    assert [row["statuses"] for row in found[0]] == [row["statuses"] for row in found[1]]


def test_what_is_wrong_in_parquet_is_said_with_its_row(tmp_path: Path):
    path = tmp_path / "rows.parquet"
    columns = {"pressure": [1.0, None, 3.0], "stock": ["1", "x", "3"], "dry": [0, 1, 7]}
    parquet.write_table(arrow.table(columns), path)
    said = [row["error"]["message"] for row in label(path)]
    assert said == [
        "column 'stock' holds '1', which is no number",
        "column 'pressure' holds nothing, which is no number",
        "column 'stock' holds '3', which is no number",
    ]
    parquet.write_table(arrow.table({"pressure": [1.0]}), path)
    with pytest.raises(BatchError, match="has no column 'stock'; it has pressure"):
        label(path)
    path.write_text("no parquet")
    with pytest.raises(BatchError, match="this Parquet file cannot be read"):
        label(path)


def test_labels_in_parquet_are_those_in_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("argue.rewards.scale.parquet.GROUP", 5000)
    from tests.cli.test_batch import COMMONS

    (tmp_path / "commons.json").write_text(json.dumps(COMMONS))
    (tmp_path / "features.yaml").write_text("payoffs.much.others: {pressure: -0.5, const: 0.25}\n")
    lines = [f"{i},{'nan' if i == 7 else i / 7}" for i in range(11_000)]
    (tmp_path / "rows.csv").write_text("id,pressure\n" + "\n".join(lines))
    asked = ["label", str(tmp_path / "commons.json"), "--features", str(tmp_path / "features.yaml")]
    asked += ["--rows", str(tmp_path / "rows.csv"), "--keep", "id", "--pairs", "--alone"]
    out = tmp_path / "out.parquet"
    assert main([*asked, "-o", str(out)]) == Exit.BAD_CASE
    assert main([*asked, "-o", str(tmp_path / "out.jsonl")]) == Exit.BAD_CASE
    table = parquet.read_table(out).to_pylist()
    lines = (tmp_path / "out.jsonl").read_text().splitlines()
    for row, line in zip(table, lines, strict=True):
        other = json.loads(line)
        assert (row["row"], row["id"]) == (other["row"], other["id"])
        if "error" in other:
            assert row["error"].endswith(other["error"]["message"])
            assert row["statuses.much"] is None
            continue
        assert row["error"] is None
        assert {o: row[f"statuses.{o}"] for o in ("little", "much")} == other["statuses"]
        assert {o: row[f"scores.{o}"] for o in ("little", "much")} == other["scores"]
        assert row["alone.welfare.much"] == other["alone"]["welfare"]["much"]
        assert row["pairs.little>much"] == other["pairs"][0][2]
    capsys.readouterr()
    assert main([*asked, "-o", str(out)]) == Exit.USAGE
    assert "is there already" in capsys.readouterr().err
    assert main([*asked, "-o", str(tmp_path / "no" / "out.parquet")]) == Exit.CANNOT_WRITE
    assert sorted(p.name for p in tmp_path.glob("*.part")) == []


def test_one_parquet_file_is_written_by_one_run_at_a_time(tmp_path: Path):
    from argue.rewards.scale.many_rows import output_for

    out = tmp_path / "out.parquet"

    def target() -> Any:
        run_, judge = scale.labelled(CASE, FEATURES, drawn(9000))
        return run_, output_for(run_, judge, str(out), overwrite=False)

    with target()[1] as first:
        with pytest.raises(ArgueError, match="another run is writing"):
            scale.written(*target(), Here)
        assert (tmp_path / "out.parquet.part").exists()
        assert first.path == str(out)
    (tmp_path / "out.parquet.part").write_bytes(b"left by a run that was killed")
    scale.written(*target(), Here)
    assert parquet.read_table(out).num_rows == 9000
    with pytest.raises(ArgueError, match="is there already"):
        scale.written(*target(), Here)
    assert [path.name for path in tmp_path.iterdir()] == ["out.parquet"]


def test_an_interrupted_parquet_file_is_not_left_behind(tmp_path: Path):
    out = tmp_path / "out.parquet"
    run_, judge = scale.labelled(CASE, FEATURES, drawn(9000), most_patterns=2)
    from argue.rewards.scale.many_rows import output_for

    with contextlib.suppress(ArgueError):
        scale.written(run_, output_for(run_, judge, str(out), overwrite=False), Here)
    assert list(tmp_path.iterdir()) == []


def test_the_command_says_that_nobody_answers(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr("argue.rewards.scale.cluster.PATIENCE", 0.5)
    assert main(["batch", "mask-mandate", "--scheduler", "tcp://127.0.0.1:1"]) == Exit.USAGE
    assert "no scheduler of Dask answers" in capsys.readouterr().err

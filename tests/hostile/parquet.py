"""Parquet files of labels hold hostile texts and names of columns themselves.

Not collected by default, since it needs the extra `parquet`; `.ci/cluster` runs it in an
environment of its own:  python -m pytest tests/hostile/parquet.py
"""

import json
import random
from pathlib import Path

import pyarrow as arrow
import pytest
from pyarrow import parquet

from argue.cli.exits import Exit
from argue.cli.main import main
from tests.hostile.rows import TEXTS, labelled
from tests.hostile.shown import COMMANDS

HELD = [text for text in TEXTS if "\ud800" not in text]
"""Texts that UTF-8 can hold, and so Parquet."""


def rows_of(file: Path) -> list[dict[str, object]]:
    return parquet.read_table(file).to_pylist()


@pytest.mark.parametrize("suffix", ["parquet", "jsonl"])
def test_kept_texts_are_the_texts_themselves(suffix: str, tmp_path: Path):
    given = [{"n": number, "who": text} for number, text in enumerate(HELD)]
    file = tmp_path / f"rows.{suffix}"
    if suffix == "parquet":
        parquet.write_table(arrow.Table.from_pylist(given), file)
    else:
        file.write_text("".join(f"{json.dumps(row)}\n" for row in given))
    labelled(tmp_path, file, "--keep", "who", made="made.parquet")
    found = rows_of(tmp_path / "made.parquet")
    assert [row["who"] for row in found] == HELD
    assert {row["error"] for row in found} == {None}
    labelled(tmp_path, file, "--keep", "who")
    lines = (tmp_path / "made.jsonl").read_text(encoding="utf-8")
    assert not COMMANDS.search(lines)
    assert [json.loads(line)["who"] for line in lines.splitlines()] == HELD


def test_columns_may_have_hostile_names(tmp_path: Path):
    names = [text for text in HELD if "," not in text and "\x00" not in text]
    names = [name for name in names if name == name.strip()]
    file = tmp_path / "rows.parquet"
    parquet.write_table(arrow.Table.from_pylist([{"n": 1, **{x: f"of {x}" for x in names}}]), file)
    labelled(tmp_path, file, "--keep", ",".join(names), made="made.parquet")
    (row,) = rows_of(tmp_path / "made.parquet")
    assert {name: row[name] for name in names} == {name: f"of {name}" for name in names}


def test_half_of_a_surrogate_pair_becomes_an_escape(tmp_path: Path):
    file = tmp_path / "rows.jsonl"
    rows = [{"n": 1, "a\udfff": "b\ud800"}, {"n": "b\ud800", "a\udfff": "c"}]
    file.write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    labelled(tmp_path, file, "--keep", "a\udfff", made="made.parquet")
    one, other = rows_of(tmp_path / "made.parquet")
    assert (one["a\\udfff"], one["error"]) == ("b\\ud800", None)
    assert (other["a\\udfff"], other["statuses.a"]) == ("c", None)
    assert "which is no number" in str(other["error"])


def test_an_error_is_a_text_like_any_other(tmp_path: Path):
    file = tmp_path / "rows.parquet"
    given = [{"n": text, "who": text} for text in ("1", *HELD)]
    parquet.write_table(arrow.Table.from_pylist(given), file)
    labelled(tmp_path, file, "--keep", "who", made="made.parquet")
    found = rows_of(tmp_path / "made.parquet")
    assert [row["who"] for row in found] == ["1", *HELD]
    assert all("column 'n' holds " in str(row["error"]) for row in found)


def test_what_is_kept_takes_no_column_of_the_labels(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    file = tmp_path / "rows.jsonl"
    file.write_text(json.dumps({"n": 1, "statuses.a": "obligatory"}) + "\n")
    with pytest.raises(FileNotFoundError):
        labelled(tmp_path, file, "--keep", "statuses.a", made="made.parquet")
    assert "'statuses.a' cannot be kept" in capsys.readouterr().err
    asked = ["--features", str(tmp_path / "features.json"), "--rows", str(file)]
    output = ["--keep", "statuses.a", "-o", str(tmp_path / "made.parquet")]
    assert main(["label", str(tmp_path / "case.json"), *asked, *output]) == Exit.USAGE


def test_what_only_other_programs_can_hold_is_kept_as_text(tmp_path: Path):
    columns = {
        "n": [1, 2],
        "bytes": arrow.array([b"a\xff", b"b"]),
        "when": arrow.array([1, 1000], arrow.timestamp("ns")),
        "long": arrow.array([1, 1000], arrow.duration("ns")),
        "parts": arrow.array([{"x": float("nan")}, {"x": 2.5}]),
    }
    file = tmp_path / "rows.parquet"
    parquet.write_table(arrow.table(columns), file)
    labelled(tmp_path, file, "--keep", "bytes,when,long,parts")
    one, _ = map(json.loads, (tmp_path / "made.jsonl").read_text(encoding="utf-8").splitlines())
    assert {name: one[name] for name in list(columns)[1:]} == {
        "bytes": "a\\xff",
        "when": "1970-01-01 00:00:00.000000001",
        "long": "1 ns",
        "parts": {"x": "nan"},
    }


def test_a_damaged_file_is_read_or_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    drawn = random.Random(5)
    file = tmp_path / "rows.parquet"
    rows = [{"n": drawn.uniform(-9, 9), "who": f"name {i}", "x": {"y": [i]}} for i in range(300)]
    parquet.write_table(arrow.Table.from_pylist(rows), file)
    good = file.read_bytes()
    labelled(tmp_path, file, "--keep", "who,x")  # which writes the case and what is bound
    case, features = (str(tmp_path / name) for name in ("case.json", "features.json"))
    asked = ["label", case, "--features", features, "--rows", str(file), "--keep", "who,x"]
    made = tmp_path / "made.jsonl"
    for _ in range(120):
        data = bytearray(good)
        for _ in range(drawn.choice([1, 3, 10])):
            data[drawn.randrange(len(data))] = drawn.randrange(256)
        file.write_bytes(data[: drawn.choice([len(data)] * 9 + [drawn.randrange(len(data))])])
        code = main([*asked, "--jobs", "1", "-q", "--overwrite", "-o", str(made)])
        assert code in (Exit.DONE, Exit.BAD_CASE), capsys.readouterr().err

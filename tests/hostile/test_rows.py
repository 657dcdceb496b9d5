"""Rows out of `argue batch` and `argue label` hold hostile texts whole, a row in a line of JSON."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from argue.cli.exits import Exit
from argue.cli.main import main
from tests.hostile.attacks import ATTACKS
from tests.hostile.rows import BATCHED, SOUND, TEXTS, batched, labelled
from tests.hostile.shown import COMMANDS


def rows_in(written: bytes, count: int) -> list[dict[str, Any]]:
    """The rows that were written, each a line to whatever program breaks lines where it likes."""
    text = written.decode("utf-8")
    assert not COMMANDS.search(text)
    lines = text.splitlines()
    assert lines == text.split("\n")[:-1] == text.rstrip("\n").split("\n")
    rows = [json.loads(line) for line in lines]
    assert [row["row"] for row in rows] == list(range(1, count + 1))
    return rows


@pytest.mark.parametrize("place", sorted({*BATCHED} - {"the case"}))
def test_a_batch_writes_a_line_of_json_for_every_row(place: str, tmp_path: Path):
    given = BATCHED[place]
    for row, wanted in zip(rows_in(batched(tmp_path, given), len(given)), given, strict=True):
        assert ("error" in row) != ("analysis" in row)
        assert row.get("id") == wanted.get("id")
        assert "analysis" in row or (row["error"]["message"] and row["error"]["kind"])


def test_a_batch_refuses_only_what_no_case_may_hold_and_keeps_all_other_texts(tmp_path: Path):
    given = BATCHED["the case"]
    rows = rows_in(batched(tmp_path, given), len(given))
    for attack, row in zip(ATTACKS, rows, strict=True):
        assert ("error" in row) == attack.refused, attack.name
        if not attack.refused:
            assert row["analysis"]["options"]["a"]["text"] == attack.text


def written_csv(rows: list[tuple[str, str]], names: tuple[str, str]) -> bytes:
    """A CSV file as a spreadsheet writes it, whatever is in its cells."""
    text = io.StringIO()
    csv.writer(text).writerows([names, *rows])
    return text.getvalue().encode("utf-8", "surrogatepass")


@pytest.mark.parametrize("suffix", ["jsonl", "csv"])
def test_labels_keep_texts_as_they_are(suffix: str, tmp_path: Path):
    file = tmp_path / f"rows.{suffix}"
    if suffix == "csv":
        texts = [text.replace("\x00", "") for text in TEXTS if "\ud800" not in text]
        file.write_bytes(written_csv([("1", text) for text in texts], ("n", "who")))
    else:
        texts = list(TEXTS)
        file.write_text("".join(f"{json.dumps({'n': 1, 'who': text})}\n" for text in texts))
    found = rows_in(labelled(tmp_path, file, "--keep", "who"), len(texts))
    assert [row["who"] for row in found] == texts
    assert all(row["statuses"] for row in found)


def test_labels_keep_columns_with_hostile_names(tmp_path: Path):
    names = [text for text in TEXTS if "," not in text and text == text.strip() and text]
    names = [name for name in names if not re.search("[\x00\ud800-\udfff]", name)]
    assert len(names) > 40
    file = tmp_path / "rows.jsonl"
    file.write_text(json.dumps({"n": 1, **{name: f"of {name}" for name in names}}) + "\n")
    found = rows_in(labelled(tmp_path, file, "--keep", ",".join(names)), 1)
    assert {name: found[0][name] for name in names} == {name: f"of {name}" for name in names}


@pytest.mark.parametrize("column", ["n", "who"])
def test_a_row_that_cannot_be_judged_says_so_in_one_line(column: str, tmp_path: Path):
    rows = [{"n": text, "who": text} if column == "n" else {"who": text} for text in TEXTS]
    file = tmp_path / "rows.jsonl"
    first = json.dumps({"n": 1, "who": "first"})
    file.write_text("".join(f"{line}\n" for line in (first, *map(json.dumps, rows))))
    found = rows_in(labelled(tmp_path, file, "--keep", "who"), len(rows) + 1)[1:]
    assert [row["who"] for row in found] == list(TEXTS)
    assert all(row["error"]["message"].startswith("column 'n'") for row in found)


def test_lines_that_are_no_json_are_rows_with_an_error(tmp_path: Path):
    texts = [t for t in TEXTS if "\n" not in t and "\ud800" not in t and t.strip()]
    file = tmp_path / "rows.jsonl"
    file.write_bytes("".join(f"{text}\n" for text in ('{"n": 1}', *texts)).encode())
    main(["batch", str(file), "-o", str(tmp_path / "b.jsonl"), "--jobs", "1", "-q"])
    for written in (labelled(tmp_path, file), (tmp_path / "b.jsonl").read_bytes()):
        found = rows_in(written, len(texts) + 1)[1:]
        assert all("error" in row for row in found)


def test_rows_of_files_with_hostile_names_are_lines(tmp_path: Path):
    folder = tmp_path / "cases"
    folder.mkdir()
    names = [re.sub("[\x00/\ud800-\udfff]", "_", text)[:80] for text in TEXTS]
    for name in names:
        (folder / f"{name}.json").write_text(json.dumps(SOUND))
    (folder / "\u2028\x1b[31m.json").write_text("no case")
    made = tmp_path / "made.jsonl"
    asked = ["batch", str(folder), "-o", str(made), "--columns", "outcome", "--jobs", "1", "-q"]
    assert main(asked) == Exit.BAD_CASE
    found = rows_in(made.read_bytes(), len(set(names)) + 1)
    assert {Path(row["input"]).stem for row in found} >= set(names)


def test_a_run_is_gone_on_with_after_any_row(tmp_path: Path):
    given = BATCHED["a path"]
    whole = batched(tmp_path, given)
    made = tmp_path / "made.jsonl"
    made.write_bytes(whole[: len(whole) // 2])
    main(["batch", str(tmp_path / "given.jsonl"), "-o", str(made), "--jobs", "1", "-q"])
    assert made.read_bytes() == whole

"""Rows in files and mappings get the labels that the judge gives, and every bad row its error."""

import json
import random
import sys
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.errors import ArgueError, BatchError, CaseError, LimitExceeded, NoSuchInput, UnknownId
from argue.io.case import load_case
from argue.rewards import compile, scale
from argue.rewards.codes import STATUS_OF_CODE, Code
from argue.rewards.scale.bindings import load_bindings
from argue.rewards.scale.labels import pairs_of

CASE = load_case(
    {
        "title": "How much to take from a common stock",
        "options": {"little": "take one unit", "much": "take five", "all": "take it all"},
        "standpoints": {"me": {}, "others": {"count": 5}},
        "facts": {"scarce": {"text": "The stock is low"}, "dry": {"text": "No rain"}},
        "payoffs": {
            "little": {"me": 1, "others": 0},
            "much": {"me": 5, "others": 0},
            "all": {"me": 6, "others": -3},
        },
        "frameworks": ["welfare", "rejection"],
        "norms": {"quota": {"text": "one unit", "breached_by": ["much", "all"], "when": "scarce"}},
    }
)
FEATURES = {
    "payoffs.much.others": {"pressure": -0.5, "const": 0.25},
    "facts.scarce": "stock < 12",
    "facts.dry": "dry",
}
CROWD = {"payoffs.much.others": "loss[]"}


def rows(count: int) -> list[dict[str, Any]]:
    rng = random.Random(4)
    return [
        {
            "id": f"r{number}",
            "pressure": rng.choice([rng.uniform(-1, 9), rng.randint(0, 3), 0.5]),
            "stock": rng.randint(0, 40),
            "dry": rng.choice([0, 1, True, False]),
        }
        for number in range(count)
    ]


def label(given: Any, **more: Any) -> list[dict[str, Any]]:
    return list(scale.label(CASE, FEATURES, given, jobs=1, **more))


def jsonl(path: Path, given: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in given))
    return path


def csv(path: Path, given: list[dict[str, Any]]) -> Path:
    lines = [",".join(given[0])]
    lines += [",".join(map(str, row.values())) for row in given]
    path.write_text("\n".join(lines))
    return path


def test_every_row_has_the_statuses_and_scores_of_the_judge_and_of_its_analysis():
    given = rows(60)
    judge = compile(CASE, FEATURES)
    for row, found in zip(given, label(given, shown=["alone", "pairs"]), strict=True):
        numbers = {name: float(row[name]) for name in judge.columns}
        verdicts = judge(numbers)
        analysis = judge.explain(numbers)
        assert found["statuses"] == analysis.statuses
        assert found["alone"] == analysis.alone
        assert list(found["scores"].values()) == verdicts.scores[0].tolist()
        assert found["pairs"] == pairs_of(judge.options, verdicts.statuses[0])


def test_files_and_mappings_and_processes_say_the_same(tmp_path: Path):
    given = rows(9000)
    expected = label(given, keep=["id"])
    for made in (
        label(jsonl(tmp_path / "rows.jsonl", given), keep=["id"]),
        label(csv(tmp_path / "rows.csv", given), keep=["id"]),
        list(scale.label(CASE, FEATURES, tmp_path / "rows.jsonl", jobs=2, keep=["id"])),
    ):
        for one, other in zip(made, expected, strict=True):
            assert {**one, "digest": ""} == {**other, "digest": ""}
    assert [row["id"] for row in expected] == [row["id"] for row in given]


def test_a_pair_prefers_only_what_is_allowed_to_what_is_ruled_out():
    codes = [Code.ALLOWED, Code.RULED_OUT, Code.CONTESTED, Code.REQUIRED]
    assert pairs_of("arcq", np.array(codes)) == [
        ["a", "r", 1.0],
        ["a", "c", 0.5],
        ["a", "q", 0.5],
        ["r", "c", 0.5],
        ["r", "q", 0.0],
        ["c", "q", 0.5],
    ]
    undecided = [code for code in Code if int(code) in STATUS_OF_CODE and code != Code.RULED_OUT]
    for code in undecided:
        cleared = code in (Code.ALLOWED, Code.REQUIRED)
        assert pairs_of("ar", np.array([code, Code.RULED_OUT]))[0][2] == (1.0 if cleared else 0.5)


GOOD = {"pressure": 1, "stock": 20, "dry": 0}


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ({"pressure": float("nan")}, "column 'pressure' holds nan, which is no number to judge by"),
        ({"pressure": float("-inf")}, "column 'pressure' holds -inf"),
        ({"pressure": "3"}, "column 'pressure' holds '3', which is no number"),
        ({"pressure": None}, "column 'pressure' holds nothing, which is no number"),
        ({"pressure": [1]}, "column 'pressure' holds [1], which is no number"),
        ({"stock": 2**53 + 1}, "column 'stock' holds 9007199254740993, beyond 2**53"),
        ({"stock": 10**400}, "beyond 2**53"),
        ({"dry": 2}, "column 'dry' says whether a fact holds, so it is 0 or 1; 2 is given"),
        ({"dry": 0.5}, "0.5 is given"),
    ],
)
def test_a_bad_row_has_its_error_and_the_others_their_labels(
    tmp_path: Path, bad: dict[str, Any], said: str
):
    given = [GOOD, {**GOOD, **bad}, GOOD]
    first, error, last = label(jsonl(tmp_path / "rows.jsonl", given))
    assert first["statuses"] == last["statuses"] == label([GOOD])[0]["statuses"]
    assert error["input"].endswith("rows.jsonl:2")
    assert said in error["error"]["message"]
    assert "statuses" not in error


def test_text_in_csv_is_a_number_only_if_it_writes_one(tmp_path: Path):
    path = tmp_path / "rows.csv"
    text = "pressure,stock,dry\n1.5,20,0\nx,20,0\n1,20\n1,,0\n\nnan,1,1\n1e1,20,1,9\n\xff,1,1\n"
    path.write_text(text, encoding="latin-1")
    found = label(path)
    assert [row.get("input", "").split(":")[-1] for row in found] == [
        "",
        "3",
        "4",
        "5",
        "7",
        "8",
        "9",
    ]
    said = [row["error"]["message"] for row in found[1:]]
    assert said == [
        "column 'pressure' holds 'x', which is no number",
        "it has 2 fields, and the header 3",
        "column 'stock' holds '', which is no number",
        "column 'pressure' holds nan, which is no number to judge by",
        "it has 4 fields, and the header 3",
        "column 'pressure' holds '\\udcff', which is no number",
    ]


def test_a_first_line_too_deep_to_be_read_has_its_error(tmp_path: Path):
    path = tmp_path / "rows.jsonl"
    path.write_text("[" * 100_000 + f"\n{json.dumps(GOOD)}\n")
    first, second = label(path)
    assert first["error"]["message"].startswith("this is not JSON")
    assert "error" not in second


def test_a_name_too_long_for_any_file_is_that_of_no_file():
    for name in ("x" * 300 + ".csv", "\x00.jsonl"):
        with pytest.raises(NoSuchInput, match="there is no file"):
            label(Path(name))


def test_lines_that_are_no_rows_have_their_errors(tmp_path: Path):
    path = tmp_path / "rows.jsonl"
    good = json.dumps(GOOD)
    path.write_text(f'{good}\n{{"pressure": 1\n"stock": 2}}\n{good}, {good}\n[1]\n{{}}\n{good}')
    found = label(path)
    assert [("error" in row) for row in found] == [False, True, True, True, True, True, False]
    assert found[4]["error"]["message"].startswith("this is no row")
    assert found[5]["error"]["message"] == "column 'pressure' is missing"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("rows.csv", "pressure,stock\n1,2\n", "has no column 'dry'; it has pressure, stock"),
        ("rows.csv", "pressure,stock,dry,dry\n1,2,1,1\n", "has the column 'dry' twice"),
        ("rows.csv", "", "there are no rows"),
        ("rows.csv", "pressure,stock,dry\n", "there are no rows"),
        ("rows.jsonl", "", "there are no rows"),
        ("rows.jsonl", '{"pressure": 1}\n', "rows.jsonl:1 has no column 'stock'"),
    ],
)
def test_what_is_wrong_with_all_rows_is_an_error(tmp_path: Path, name: str, text: str, said: str):
    (tmp_path / name).write_text(text)
    with pytest.raises(BatchError, match=said):
        label(tmp_path / name)


def test_a_mark_of_the_byte_order_is_no_part_of_a_row(tmp_path: Path):
    for name, text in (
        ("rows.jsonl", json.dumps(GOOD)),
        ("rows.csv", "pressure,stock,dry\n1,20,0\n"),
    ):
        (tmp_path / name).write_text("\ufeff" + text, encoding="utf-8")
        assert label(tmp_path / name)[0]["statuses"] == label([GOOD])[0]["statuses"]


@given(
    lines=st.lists(
        st.binary(min_size=1, max_size=24)
        | st.sampled_from([b'{"pressure":1,"stock":1,"dry":0}', b'{"pressure":NaN,"dry":1}'])
    ),
    kind=st.sampled_from(["csv", "jsonl"]),
)
def test_every_line_has_labels_or_an_error_whatever_it_holds(
    lines: list[bytes], kind: str, tmp_path_factory: pytest.TempPathFactory
):
    path = tmp_path_factory.mktemp("lines") / f"rows.{kind}"
    first = b"pressure,stock,dry" if kind == "csv" else json.dumps(GOOD).encode()
    lines = [line.replace(b"\n", b"1").replace(b"\r", b"2") for line in lines]
    path.write_bytes(b"\n".join([first, *lines]) + b"\n")
    try:
        found = label(path)
    except BatchError as error:  # what is no CSV at all, or has no rows
        assert kind == "csv"
        assert any(said in str(error) for said in ("no rows", "this is no CSV"))
        return
    assert all(("error" in row) != ("statuses" in row) for row in found)
    if kind == "jsonl":
        blank = sum(not line.strip() for line in lines)
        assert len(found) == len(lines) + 1 - blank


def test_no_rows_and_no_mappings_are_errors_too():
    with pytest.raises(BatchError, match="there are no rows"):
        label([])
    with pytest.raises(BatchError, match="row 1 is a int"):
        label([1])


def test_files_of_other_kinds_are_refused(tmp_path: Path):
    with pytest.raises(ArgueError, match=r"rows are read from .jsonl, .ndjson, .csv, .parquet"):
        label(tmp_path / "rows.xlsx")
    with pytest.raises(NoSuchInput, match="there is no file"):
        label(tmp_path / "rows.csv")


def test_parquet_without_its_library_names_the_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "rows.parquet").write_bytes(b"PAR1")
    for name in ("pyarrow", "pyarrow.parquet"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(ArgueError, match=r"pip install 'argue-norms\[parquet\]'"):
        label(tmp_path / "rows.parquet")


def test_features_that_the_case_does_not_have_are_an_error():
    with pytest.raises(UnknownId, match="standpoint in the path payoffs.much.nobody"):
        scale.label(CASE, {"payoffs.much.nobody": "x"}, [{}], jobs=1)


def test_too_many_patterns_end_the_run_with_what_to_simplify():
    with pytest.raises(LimitExceeded, match="more than 2 patterns of signs"):
        label(rows(500), most_patterns=2)


KEPT = {
    "NaN": (float("nan"), "nan"),
    "NaN inside": ({"a": [float("nan"), 2.5]}, {"a": ["nan", 2.5]}),
    "a key that is no text": ({1: -float("inf")}, {"1": "-inf"}),
    "bytes": (b"a\xff", "a\\xff"),
    "a day": (date(2026, 2, 3), "2026-02-03"),
    "a fraction": (Fraction(1, 2), 0.5),
    "an array": (np.array([[1.5, np.nan]]), [[1.5, "nan"]]),
}


@pytest.mark.parametrize("name", KEPT)
def test_what_is_kept_is_written_as_json_can_hold_it(name: str):
    given, written = KEPT[name]
    assert [row["x"] for row in label([{**GOOD, "x": given}], keep=["x"])] == [written]


def test_what_cannot_be_written_is_said_in_its_row():
    endless: list[Any] = []
    endless.append(endless)
    one, other, last = label([{**GOOD, "x": x} for x in (1, endless, 2)], keep=["x"])
    assert "error" not in one
    assert "error" not in last
    assert "what is kept of it cannot be written" in other["error"]["message"]


@pytest.mark.parametrize("name", ["row", "statuses", "error"])
def test_a_column_that_would_hide_another_cannot_be_kept(name: str):
    with pytest.raises(ArgueError, match="rows have an entry of that name"):
        label([{**GOOD, name: 1}], keep=[name])
    with pytest.raises(ArgueError, match="cannot be shown; known: alone, pairs"):
        label([GOOD], shown=["margins"])


def test_crowds_have_a_number_for_each_individual(tmp_path: Path):
    rng = random.Random(1)
    given = [{"loss": [rng.uniform(-3, 1) for _ in range(40)]} for _ in range(30)]
    judge = compile(CASE, CROWD, individuals={"others": 40})
    more = {"individuals": {"others": 40}}
    found = list(scale.label(CASE, CROWD, given, jobs=1, **more))
    for row, labelled in zip(given, found, strict=True):
        codes = judge({"loss": [row["loss"]]}).statuses[0]
        assert list(labelled["statuses"].values()) == [STATUS_OF_CODE[c] for c in codes]
    bad = [{"loss": [1] * 39}, {"loss": 3}, {"loss": [1] * 39 + ["x"]}, {"loss": [2] * 40}]
    found = list(scale.label(CASE, CROWD, bad, jobs=1, **more))
    assert [row["error"]["message"] for row in found[:3]] == [
        "column 'loss' holds 39 numbers; it needs one for each of 40 individuals",
        "column 'loss' holds 3; it needs a list of 40 numbers",
        "column 'loss' holds 'x', which is no number",
    ]
    assert "statuses" in found[3]


def test_bindings_are_read_exactly_from_a_file(tmp_path: Path):
    path = tmp_path / "features.yaml"
    path.write_text("payoffs.much.others: {pressure: -0.1, const: 1/3}\nfacts.dry: true\n")
    found = load_bindings(str(path))
    assert {k: str(v) for k, v in found.features["payoffs.much.others"].items()} == {
        "pressure": "-1/10",
        "const": "1/3",
    }
    assert found.features["facts.dry"] is True
    assert not found.individuals
    path.write_text("features: {payoffs.much.others: 'loss[]'}\nindividuals: {others: [1, 2.5]}\n")
    found = load_bindings(str(path))
    assert compile(CASE, found.features, individuals=found.individuals).columns == ("loss",)


def test_bindings_that_are_none_say_what_is_wrong(tmp_path: Path):
    path = tmp_path / "features.yaml"
    path.write_text("features: {}\nindividual: {}\n")
    with pytest.raises(ArgueError, match="unknown key 'individual' beside features"):
        load_bindings(str(path))
    path.write_text("features: [1]\n")
    with pytest.raises(ArgueError, match="features must be a mapping"):
        load_bindings(str(path))
    path.write_text("- a\n")
    with pytest.raises(CaseError):
        load_bindings(str(path))

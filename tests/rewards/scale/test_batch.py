"""Many cases at once come to what each comes to alone; and each has its row, whatever it is."""

import codecs
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.analysis import analyze
from argue.errors import NoSuchInput, UnknownId
from argue.explain.figures import with_cell
from argue.io.bundled import bundled_text
from argue.io.case import load_case
from argue.rewards import scale
from argue.rewards.scale.hands import Here
from argue.rewards.scale.inputs import files_of
from argue.rewards.scale.many_cases import batched_files
from argue.rewards.scale.run import rows_of

NAMES = ("mask-mandate", "transmitter-room", "mask-mandate-exemptions")
SMALL: dict[str, Any] = {
    "title": "Small",
    "options": {"a": "one", "b": "other"},
    "standpoints": {"k": {}},
    "facts": {"f": {"text": "f", "status": "disputed"}},
    "payoffs": {"a": {"k": 0.1}, "b": {"k": {"if": "f", "then": 0, "else": 1}}},
    "frameworks": ["welfare"],
}
LOT = {**SMALL, "payoffs": {"a": {"k": {"lottery": [[1, 2]]}}, "b": {"k": 0}}}


def batch(*cases: Any, **given: Any) -> list[dict[str, Any]]:
    return list(scale.batch(cases, jobs=1, **given))


def of_files(*arguments: Any, **given: Any) -> list[dict[str, Any]]:
    return list(rows_of(batched_files(files_of(map(str, arguments)), **given), Here))


def test_every_row_is_the_analysis_of_its_case():
    for found in (batch(*NAMES), list(scale.batch(NAMES, jobs=2))):
        assert [row["row"] for row in found] == [1, 2, 3]
        for name, row in zip(NAMES, found, strict=True):
            assert row["input"] == f"{name}.yaml"
            assert row["analysis"] == analyze(load_case(name)).to_dict()


def test_a_case_is_a_name_a_file_a_mapping_or_read_already(tmp_path: Path):
    file = tmp_path / "small.yaml"
    file.write_text(json.dumps(SMALL))
    given = (SMALL, str(file), file, load_case(SMALL), {"case": SMALL}, {"case": str(file)})
    found = batch(*given, {"case": load_case(SMALL)}, columns=["outcome", "statuses", "alone"])
    analysis = analyze(load_case(SMALL))
    for row in found:
        assert row["outcome"] == analysis.outcome
        assert row["statuses"] == analysis.statuses
        assert row["alone"] == analysis.alone


def test_a_row_changes_what_it_says_and_nothing_else():
    number = {"payoffs.continue.high_risk": -9}
    rows = [
        {"case": "mask-mandate", "set": number, "id": "x", "x-note": "free"},
        {"case": "mask-mandate", "facts": {"surge": False}},
        {"case": "mask-mandate", "priorities": [["veil", "rejection"]]},
        {"case": "mask-mandate", "frameworks": ["veil"]},
        {"case": "mask-mandate"},
    ]
    case = load_case("mask-mandate")
    path = next(iter(number))
    expected = [
        analyze(with_cell(case, path, load_case(SMALL).payoffs["a"]["k"] * -90)),
        analyze(case, facts={"surge": False}),
        analyze(case, priorities=[("veil", "rejection")]),
        analyze(case, frameworks=["veil"]),
        analyze(case),
    ]
    found = batch(*rows)
    assert found[0]["id"] == "x"
    for row, analysis in zip(found, expected, strict=True):
        data = json.loads(json.dumps(analysis.to_dict()))
        hashes = row["analysis"]["case"].pop("sha256"), data["case"].pop("sha256")
        assert row["analysis"] == data
        assert (hashes[0] == hashes[1]) == (row["row"] != 1)


@pytest.mark.parametrize("written", ["0.1", '"1/10"', "1e-1", "0.10"])
def test_numbers_of_rows_are_read_exactly(tmp_path: Path, written: str):
    case = {**SMALL, "payoffs": {"a": {"k": 7}, "b": {"k": "1/10"}}}
    inner = json.dumps(case).replace('"1/10"', "0.1")
    file = tmp_path / "rows.jsonl"
    file.write_text(f'{{"case": {inner}, "set": {{"payoffs.a.k": {written}}}}}\n')
    (row,) = of_files(file, columns=["statuses"])
    assert row["statuses"] == {"a": "permissible", "b": "permissible"}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"case": "mask-mandate", "factz": {}}, r"unknown key of a row 'factz'"),
        ({"case": "mask-mandate", "facts": {"surge": "yes"}}, r"facts must be a mapping"),
        ({"case": "mask-mandate", "facts": {"nope": True}}, r"unknown fact 'nope'"),
        ({"case": "mask-mandate", "priorities": [["veil"]]}, r"priorities must be a list of pairs"),
        ({"case": "mask-mandate", "frameworks": "veil"}, r"frameworks must be a list"),
        ({"case": "mask-mandate", "set": [1]}, r"set must be a mapping"),
        ({"case": "mask-mandate", "set": {"payoffs.end.x": 1}}, r"unknown standpoint 'x'"),
        ({"case": "mask-mandate", "set": {"payoffs.end.x": "y"}}, r"'y' is no number; write"),
        ({"case": "mask-mandate", "set": {"title": 3}}, r"'title' is no number of this case"),
        ({"case": LOT, "set": {"payoffs.a.k.lottery.²": 3}}, r"'payoffs.a.k.lottery.²' is no"),
        ({"case": 3}, r"case must be a name, a file or a mapping"),
        ({"case": "nope.yaml"}, r"cannot read 'nope.yaml'"),
        ({"case": "x" * 300}, r"cannot read 'x+': File name too long"),
        ({"case": "/dev/zero"}, r"a row names a file, not a pipe or a device"),
        ({"title": "Empty"}, r"options is missing"),
        ({"title": {1, 2}}, r"a set cannot stand in a case"),
        ("nope.yaml", r"cannot read 'nope.yaml'"),
    ],
)
def test_what_is_wrong_with_an_input_is_said_in_its_row_and_the_others_go_on(row: Any, said: str):
    first, bad, last = batch(SMALL, row, SMALL, columns=["outcome"])
    assert (first["outcome"], last["outcome"]) == ("contested", "contested")
    assert bad["row"] == 2
    assert "outcome" not in bad
    with pytest.raises(AssertionError, match=said):
        raise AssertionError(bad["error"]["message"])


def test_the_problems_of_a_case_file_are_listed_with_their_lines(tmp_path: Path):
    file = tmp_path / "bad.yaml"
    file.write_text("title: Bad\noptionz: {a: b}\n")
    (row,) = of_files(file)
    assert row["error"]["kind"] == "CaseError"
    assert {(p["code"], p["line"]) for p in row["error"]["problems"]} == {("C014", 2), ("C016", 1)}


def test_a_case_that_takes_too_long_is_given_up_in_its_row():
    (row,) = batch("mask-mandate", timeout=1e-9)
    assert row["error"]["kind"] in ("OutOfBudget", "OutOfTime")


def test_lines_of_json_are_cases_and_rows(tmp_path: Path):
    (tmp_path / "small.yaml").write_text(json.dumps(SMALL))
    file = tmp_path / "rows.jsonl"
    lines = [
        json.dumps({"case": "small.yaml", "facts": {"f": True}}),
        "",
        json.dumps(SMALL),
        '{"case": "small.yaml", "set": {"payoffs.a.k": 1e99999999999999999999}}',
        "[1]",
        '{"row": 1}',
        '{"case": "small.yaml"}',
    ]
    file.write_bytes("\n".join(lines).encode() + b'\n{"title": "\xff"}')
    found = of_files(file, columns=["outcome"])
    assert [row["input"].split(":")[1] for row in found] == ["1", "3", "4", "5", "6", "7", "8"]
    said = [row.get("outcome") or row["error"]["message"] for row in found]
    assert said[0] == "decided"
    assert said[1] == said[5] == "contested"
    assert said[2] == "this is not JSON: 1e99999999999999999999 is a number beyond all bounds"
    assert said[3].startswith("this is no case and no row")
    assert said[4].startswith("this is no case and no row")
    assert "not UTF-8" in said[6]


def test_folders_and_patterns_stand_for_the_files_in_them(tmp_path: Path):
    (tmp_path / "deeper").mkdir()
    others = ("case.schema.json", "notes.txt", "out.jsonl")
    for name in ("b.yaml", "a.json", "deeper/c.yml", *others):
        (tmp_path / name).write_text(json.dumps(SMALL))
    assert files_of([str(tmp_path)]) == (str(tmp_path / "a.json"), str(tmp_path / "b.yaml"))
    assert files_of([str(tmp_path / "**" / "*.y*ml")]) == (
        str(tmp_path / "b.yaml"),
        str(tmp_path / "deeper" / "c.yml"),
    )
    assert files_of(["mask-mandate", "-"]) == ("mask-mandate", "-")


@pytest.mark.parametrize(
    ("argument", "said"),
    [
        ("nope", "no file 'nope', and no bundled case"),
        ("nope.yaml", "no file 'nope.yaml'"),
        ("no*pe.yaml", "no file is called like"),
        ("", "there is no case in the folder"),
        ("x" * 300, "cannot read 'xxx.*too long"),
        ("\x00/*", "cannot read .*null (byte|character)"),
    ],
)
def test_what_stands_for_nothing_is_an_error(tmp_path: Path, argument: str, said: str):
    with pytest.raises(NoSuchInput, match=said):
        files_of([argument or str(tmp_path)])


def test_columns_are_parts_of_the_analysis_and_null_where_a_case_has_none():
    columns = ["options.end.status", "options.wait.status", "graph.attacks", "statuses", "outcome"]
    first, second = batch("mask-mandate", "transmitter-room", columns=columns)
    assert first["options.end.status"] == first["statuses"]["end"]
    assert first["options.wait.status"] is None
    assert second["options.wait.status"] == second["statuses"]["wait"]
    whole = analyze(load_case("mask-mandate")).to_dict()
    assert first["graph.attacks"] == whole["graph"]["attacks"]
    assert list(first)[3:] == columns


def test_what_no_analysis_has_or_takes_is_refused_before_any_work():
    with pytest.raises(UnknownId, match="unknown column 'outcom'"):
        scale.batched([], columns=["outcom"])
    with pytest.raises(UnknownId, match="unknown semantics"):
        scale.batched([], semantics="best")
    with pytest.raises(TypeError, match="'fact' is nothing that analyze takes"):
        scale.batched([], fact={})


def test_what_is_asked_of_all_goes_to_all_and_a_row_settles_more():
    rows = [SMALL, {"case": SMALL}, {"case": SMALL, "facts": {"f": False}}]
    found = batch(*rows, facts={"f": True}, columns=["statuses"])
    assert found[0]["statuses"] == found[1]["statuses"] != found[2]["statuses"]


def test_more_cases_are_changed_than_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("argue.rewards.scale.inputs.MOST_BASES", 4)
    for number in range(9):
        (tmp_path / f"{number}.json").write_text(json.dumps({**SMALL, "title": f"{number}"}))
    given = [n for n in range(9) for _ in range(2)] + [0, 5]
    lines = [json.dumps({"case": f"{number}.json"}) for number in given]
    (tmp_path / "rows.jsonl").write_text("\ufeff" + "\n".join(lines), encoding="utf-8")
    found = of_files(tmp_path / "rows.jsonl", columns=["case.title"])
    assert [row["case.title"] for row in found] == [str(number) for number in given]


def test_a_file_that_may_not_be_read_is_said_to_be_so(tmp_path: Path):
    (tmp_path / "folder.jsonl").mkdir()
    with pytest.raises(NoSuchInput, match="cannot read .*Is a directory"):
        list(rows_of(batched_files([str(tmp_path / "folder.jsonl")]), Here))


def has_a_word(line: bytes) -> bool:
    """Whether a line is more than blank, also as the first of a file, where a mark may stand."""
    return bool(line.strip()) and bool(line.removeprefix(codecs.BOM_UTF8).strip())


@given(lines=st.lists(st.binary(min_size=1, max_size=24).filter(has_a_word)))
def test_every_line_has_its_row_whatever_it_holds(
    lines: list[bytes], tmp_path_factory: pytest.TempPathFactory
):
    path = tmp_path_factory.mktemp("lines") / "rows.jsonl"
    lines = [line.replace(b"\n", b"{") for line in lines]
    path.write_bytes(b"\n".join(lines))
    found = of_files(path, columns=["outcome"])
    assert [row["input"] for row in found] == [f"{path}:{n}" for n in range(1, len(lines) + 1)]
    assert all("error" in row for row in found)


def test_digests_differ_with_whatever_a_row_was_made_from():
    text = bundled_text("mask-mandate")
    variants = [
        {"cases": [SMALL]},
        {"cases": [{**SMALL, "title": "Other"}]},
        {"cases": [{"case": SMALL}]},
        {"cases": [{"case": SMALL, "facts": {"f": True}}]},
        {"cases": [SMALL], "columns": ["outcome"]},
        {"cases": [SMALL], "facts": {"f": True}},
        {"cases": [SMALL], "semantics": "stable"},
        {"cases": [load_case(text)]},
        {"cases": ["mask-mandate"]},
    ]
    digests = [next(scale.batch(**v, jobs=1))["digest"] for v in variants]
    assert len(set(digests)) == len(variants)
    again = next(scale.batch([SMALL], jobs=1, timeout=60))
    assert again["digest"] == digests[0]


def test_cases_may_come_from_a_generator_that_never_ends():
    def endless() -> Iterator[Any]:
        while True:
            yield SMALL

    with ThreadPoolExecutor(2) as executor:
        found = scale.batch(endless(), executor=executor, columns=["outcome"])
        assert {next(found)["outcome"] for _ in range(5)} == {"contested"}
        found.close()

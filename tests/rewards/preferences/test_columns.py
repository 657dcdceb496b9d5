"""Data sets hold what verdicts decide, with why, as flat JSON lines."""

import json

import pytest

from argue.errors import ArgueError, BatchError
from argue.rewards.preferences import Judged, label_rows, preference_rows, write_jsonl
from tests.rewards.preferences.commons import judge

ROWS = {"stock": [5, 40, 5, 5], "food": [3, 3, 0, 3], "day": [1, 1, 1, 9]}
PROMPTS = [f"Stock {stock}. Take little or much?" for stock in ROWS["stock"]]
SAYS = {"little": "I take little.", "much": "I take much."}


def judged():
    return Judged(judge(), ROWS)


def test_only_what_is_allowed_is_chosen_and_only_over_what_is_ruled_out():
    found = list(preference_rows(judged(), PROMPTS, SAYS))
    assert [(r["prompt"], r["chosen"], r["rejected"]) for r in found] == [
        (PROMPTS[0], SAYS["little"], SAYS["much"])
    ]


def test_a_label_is_given_where_a_verdict_is_and_nowhere_else():
    found = list(label_rows(judged(), PROMPTS, SAYS, reasons=False))
    assert [(row["completion"], row["label"]) for row in found] == [
        (SAYS["little"], True),
        (SAYS["much"], False),
        (SAYS["little"], True),
        (SAYS["much"], True),
        (SAYS["little"], True),
        (SAYS["much"], True),
        (SAYS["little"], True),
    ]
    assert [type(row["label"]) for row in found] == [bool] * len(found)


def test_margins_are_asked_for_and_are_shares_of_families():
    (plain,) = preference_rows(judged(), PROMPTS, SAYS)
    (with_margin,) = preference_rows(judged(), PROMPTS, SAYS, margin=True)
    assert "margin" not in plain
    assert with_margin["margin"] == 1.0
    assert {k: v for k, v in with_margin.items() if k != "margin"} == plain


def test_the_justification_is_one_string_that_is_the_analysis_of_its_row():
    (row,) = preference_rows(judged(), PROMPTS, SAYS)
    why = json.loads(row["justification"])
    assert why["schema"] == "argue/justification/v1"
    assert why["statuses"] == {"little": "obligatory", "much": "impermissible"}
    assert why["alone"]["norm:quota"] == {"little": "required", "much": "forbidden"}
    analysis = judge().explain(why["row"])
    assert why["because"]["much"] == list(analysis.why("much").sentences)


def test_without_reasons_the_rest_is_the_same():
    (short,) = preference_rows(judged(), PROMPTS, SAYS, reasons=False)
    (long,) = preference_rows(judged(), PROMPTS, SAYS)
    kept = json.loads(long["justification"])
    del kept["because"]
    assert json.loads(short["justification"]) == kept


def test_texts_may_depend_on_the_row_and_be_messages():
    def says(option, row):
        return [{"role": "assistant", "content": f"{option} in {row}"}]

    (row,) = preference_rows(judged(), PROMPTS, says)
    assert row["rejected"] == [{"role": "assistant", "content": "much in 0"}]


def test_lines_are_read_back_as_they_were(tmp_path):
    rows = list(label_rows(judged(), PROMPTS, SAYS))
    assert write_jsonl(rows, tmp_path / "labels.jsonl") == len(rows) == 7
    lines = (tmp_path / "labels.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == rows


def test_what_json_cannot_hold_is_refused(tmp_path):
    with pytest.raises(ArgueError, match="row 2 cannot be written as JSON"):
        write_jsonl([{"margin": 1.0}, {"margin": float("nan")}], tmp_path / "x.jsonl")


def test_one_prompt_a_row_is_needed():
    with pytest.raises(BatchError, match="1 prompts are given for 4 rows"):
        list(preference_rows(judged(), PROMPTS[:1], SAYS))


def test_an_option_nothing_is_said_for_is_named():
    with pytest.raises(ArgueError, match="nothing for the option 'much'"):
        list(label_rows(judged(), PROMPTS, {"little": "x"}))

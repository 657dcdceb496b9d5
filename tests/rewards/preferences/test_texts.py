"""Reward functions answer in the shape that TRL and OpenRLHF document, and never 0 by accident."""

import inspect
import json
import sys
from types import SimpleNamespace

import pytest

import argue
from argue.errors import ArgueError, BatchError
from argue.rewards.preferences import openrlhf_reward, trl_reward
from argue.rewards.preferences.texts import named_option
from tests.rewards.preferences.commons import judge

COLUMNS = {"stock": [5, 5, 5, 5], "food": [3, 3, 3, 3], "day": [1, 1, 9, 1]}
SAID = ["I take little.", "I take much!", "much, now", "Well, little or much?"]
CALL = {"prompts": ["p"] * 4, "completion_ids": [[1]] * 4}


def test_trl_calls_by_keyword_and_gets_a_number_or_none_for_each_completion():
    reward = trl_reward(judge())
    found = reward(**CALL, completions=SAID, trainer_state=None, environments=None, **COLUMNS)
    assert found == [1.0, 0.0, None, None]
    assert list(inspect.signature(reward).parameters)[:3] == [
        "prompts",
        "completions",
        "completion_ids",
    ]
    assert reward.__name__ == "verdict"


def test_chats_are_read_by_their_last_message():
    chats = [[{"role": "assistant", "content": text}] for text in SAID]
    assert trl_reward(judge())(**CALL, completions=chats, **COLUMNS) == [1.0, 0.0, None, None]


def test_shares_and_statuses_are_logged_where_the_trainer_takes_them():
    metrics, extra = {}, {}
    reward = trl_reward(judge(), name="quota")
    reward(
        **CALL,
        completions=SAID,
        log_metric=metrics.__setitem__,
        log_extra=extra.__setitem__,
        **COLUMNS,
    )
    assert metrics == {"quota/ruled_out": 0.25, "quota/undecided": 0.25, "quota/unread": 0.25}
    assert extra["quota"][1:] == ["much: impermissible", "much: contested", "no option read"]


def test_with_reasons_the_justification_is_logged():
    extra = {}
    reward = trl_reward(judge(), reasons=True)
    reward(**CALL, completions=SAID, log_extra=extra.__setitem__, **COLUMNS)
    why = json.loads(extra["verdict"][1])
    assert why["statuses"] == {"much": "impermissible"}
    assert why["row"] == {"stock": 5, "food": 3, "day": 1}
    row = {name: column[1] for name, column in COLUMNS.items()}
    analysis = judge().explain(row)
    assert why["because"]["much"] == list(analysis.why("much").sentences)
    assert analysis.status("much") is argue.Status.IMPERMISSIBLE


def test_a_reader_of_ones_own_is_asked():
    reward = trl_reward(judge(), read=lambda text: "much" if "5" in text else "little")
    assert reward(**CALL, completions=["5", "1", "1", "1"], **COLUMNS)[:2] == [0.0, 1.0]
    with pytest.raises(ArgueError, match="read answered 'five', which is no option"):
        trl_reward(judge(), read=lambda _: "five")(**CALL, completions=SAID, **COLUMNS)


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("take", "take"),
        ("TAKE it", "take"),
        ("mistake", None),
        ("take-away", None),
        ("take_more", "take_more"),
        ("take or take_more", None),
        ("", None),
    ],
)
def test_an_option_is_read_as_a_word_and_only_alone(text, option):
    assert named_option(("take", "take_more"))(text) == option


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"food": None}, "column 'food' is missing from the data set"),
        ({"food": [1]}, "column 'food' has 1 rows for 4 completions"),
        ({"food": [1, 2, 3, float("nan")]}, "column 'food' holds nan"),
    ],
)
def test_a_column_that_is_not_there_is_named(changed, said):
    columns = {name: c for name, c in {**COLUMNS, **changed}.items() if c is not None}
    with pytest.raises(BatchError, match=said):
        trl_reward(judge())(**CALL, completions=SAID, **columns)


def test_a_completion_that_is_no_text_is_refused():
    with pytest.raises(BatchError, match="neither text nor a list of messages"):
        trl_reward(judge())(**CALL, completions=[1, 2, 3, 4], **COLUMNS)


@pytest.fixture
def torch(monkeypatch):
    """The one function that is called of torch, for environments without it."""
    monkeypatch.setitem(sys.modules, "torch", SimpleNamespace(tensor=list))


def openrlhf(said, labels, **given):
    prompts = ["little or much? "] * len(said)
    queries = [prompt + text for prompt, text in zip(prompts, said, strict=True)]
    return openrlhf_reward(judge(), **given)(queries, prompts, labels, extra=None)


LABELS = [json.dumps({name: column[at] for name, column in COLUMNS.items()}) for at in range(4)]


def test_openrlhf_gets_numbers_alone_and_a_count_of_what_they_hide(torch):
    found = openrlhf(SAID, LABELS, unread=0.25)
    assert found["rewards"] == found["scores"] == [1.0, 0.0, 0.5, 0.25]
    assert found["extra_logs"] == {
        "ruled_out": [0.0, 1.0, 0.0, 0.0],
        "undecided": [0.0, 0.0, 1.0, 0.0],
        "unread": [0.0, 0.0, 0.0, 1.0],
    }


def test_the_prompt_is_not_read_as_the_answer(torch):
    assert openrlhf(["little"], LABELS[:1])["rewards"] == [1.0]


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("{", "label 0 is no JSON"),
        ("[" * 100_000, "label 0 is no JSON"),
        ("9" * 4_400, "label 0 is no JSON"),
        ("3", "label 0 is no object"),
        ('{"stock": 1, "food": 1}', "label 0 has no column 'day'"),
    ],
)
def test_a_label_that_is_no_row_is_refused(torch, label, said):
    with pytest.raises(BatchError, match=said):
        openrlhf(["much"], [label])

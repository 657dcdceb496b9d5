"""Reward functions that judge what a text decides, as TRL and OpenRLHF call them.

The row of a text comes from the columns of the data set; which option the text decides for, a
reader says. What is allowed earns 1, what is ruled out 0. Where positions differ, or a text names
no option, TRL gets None, which it leaves out of account.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any, Protocol, TypeAlias, cast

import numpy as np

from argue.errors import ArgueError, BatchError
from argue.io.json_depth import parsed
from argue.rewards.codes import STATUS_OF_CODE, Code
from argue.rewards.judge import Judge
from argue.rewards.preferences.comparing import is_cleared
from argue.rewards.preferences.justification import Judged

Reader: TypeAlias = "Callable[[str], str | None]"
"""The option that a text decides for, None if it decides for none."""

UNDECIDED = 0.5
"""What OpenRLHF, which knows no missing reward, gets for an option that positions differ on."""


class TrlReward(Protocol):
    """How TRL's GRPOTrainer calls a reward function: by keyword, columns as lists."""

    def __call__(
        self,
        prompts: Sequence[Any],
        completions: Sequence[Any],
        completion_ids: Any,
        **columns: Any,
    ) -> list[float | None]:
        """Answers a reward for each completion, None where there is none to give."""
        ...


def named_option(options: Sequence[str]) -> Reader:
    """Answers a reader of the one option whose id a text has as a word, and no other's."""
    patterns = {
        o: re.compile(rf"(?<![\w-]){re.escape(o)}(?![\w-])", re.IGNORECASE) for o in options
    }

    def read(text: str) -> str | None:
        found = [option for option, pattern in patterns.items() if pattern.search(text)]
        return found[0] if len(found) == 1 else None

    return read


def trl_reward(
    judge: Judge, *, read: Reader | None = None, reasons: bool = False, name: str = "verdict"
) -> TrlReward:
    """Answers a reward function for TRL that judges every completion by its row's verdict.

    Columns of the data set with the names of the judge's columns are its row. The share of
    completions that are ruled out, undecided and unread is logged as metrics, and the status of
    each, or with `reasons` its justification as JSON, beside it.
    """
    reader = read or named_option(judge.options)

    def verdict_reward(
        prompts: Sequence[Any], completions: Sequence[Any], completion_ids: Any, **columns: Any
    ) -> list[float | None]:
        rows = _columns(judge, columns, len(completions))
        chosen = _chosen(judge, reader, [text_of(completion) for completion in completions])
        judged = Judged(judge, rows)
        codes = _codes(judged, chosen)
        _log(columns, name, codes)
        if "log_extra" in columns:
            columns["log_extra"](name, _said(judged, chosen, reasons=reasons))
        return [_reward(code) for code in codes]

    verdict_reward.__name__ = name
    return verdict_reward


def openrlhf_reward(
    judge: Judge, *, read: Reader | None = None, unread: float = 0.0
) -> Callable[..., dict[str, Any]]:
    """Answers a `reward_func` for OpenRLHF, whose labels are rows of the judge as JSON objects.

    An option that positions differ on gets 0.5; a text that names no option gets `unread`. Both
    are counted in `extra_logs`. Needs torch when called.
    """
    reader = read or named_option(judge.options)

    def reward_func(
        queries: Sequence[str], prompts: Sequence[str], labels: Sequence[Any], **_: Any
    ) -> dict[str, Any]:
        torch: Any = import_module("torch")
        texts = [q.removeprefix(p) for q, p in zip(queries, prompts, strict=True)]
        rows = [_labelled(judge, label, place) for place, label in enumerate(labels)]
        if len(rows) != len(texts):
            raise BatchError(f"{len(rows)} labels are given for {len(texts)} queries")
        batch = {column: np.array([row[column] for row in rows]) for column in judge.columns}
        codes = _codes(Judged(judge, batch), _chosen(judge, reader, texts))
        rewards = [
            unread if code is None else UNDECIDED if (got := _reward(code)) is None else got
            for code in codes
        ]
        logs = {kind: torch.tensor(flags) for kind, flags in _flags(codes).items()}
        return {
            "rewards": torch.tensor(rewards),
            "scores": torch.tensor(rewards),
            "extra_logs": logs,
        }

    return reward_func


def text_of(completion: Any) -> str:
    """Answers the text of a completion: itself, or its last message's where it is a chat.

    Raises: BatchError for anything else.
    """
    if isinstance(completion, str):
        return completion
    try:
        content = completion[-1]["content"]
    except (TypeError, LookupError):
        content = None
    if isinstance(content, str):
        return content
    raise BatchError(
        f"a completion is {type(completion).__name__}, neither text nor a list of messages with a "
        "text as content"
    )


def _columns(judge: Judge, columns: Mapping[str, Any], size: int) -> dict[str, Any]:
    for name in judge.columns:
        if name not in columns:
            raise BatchError(
                f"column {name!r} is missing from the data set; the judge reads "
                f"{', '.join(judge.columns)}"
            )
        if len(columns[name]) != size:
            raise BatchError(
                f"column {name!r} has {len(columns[name])} rows for {size} completions"
            )
    return {name: columns[name] for name in judge.columns}


def _labelled(judge: Judge, label: Any, place: int) -> Mapping[str, Any]:
    try:
        row: Any = parsed(label) if isinstance(label, str) else label
    except ValueError as error:
        raise BatchError(f"label {place} is no JSON: {error}") from error
    if not isinstance(row, Mapping):
        raise BatchError(f"label {place} is no object of columns: {', '.join(judge.columns)}")
    for name in judge.columns:
        if name not in row:
            raise BatchError(f"label {place} has no column {name!r}, which the judge reads")
    return cast("Mapping[str, Any]", row)


def _chosen(judge: Judge, read: Reader, texts: Sequence[str]) -> list[int | None]:
    """Answers the place of the option each text decides for, None where it decides for none."""
    found = list[int | None]()
    for text in texts:
        option = read(text)
        if option is not None and option not in judge.options:
            raise ArgueError(
                f"read answered {option!r}, which is no option; answer one of "
                f"{', '.join(judge.options)}, or None"
            )
        found.append(None if option is None else judge.options.index(option))
    return found


def _codes(judged: Judged, chosen: Sequence[int | None]) -> list[Code | None]:
    statuses = judged.verdicts.statuses
    return [
        None if place is None else Code(int(statuses[row, place]))
        for row, place in enumerate(chosen)
    ]


def _reward(code: Code | None) -> float | None:
    if code is None:
        return None
    if code is Code.RULED_OUT:
        return 0.0
    return 1.0 if is_cleared(code) else None


def _flags(codes: Sequence[Code | None]) -> dict[str, list[float]]:
    """Answers for each completion whether it is ruled out, undecided or unread."""
    return {
        "ruled_out": [float(code is Code.RULED_OUT) for code in codes],
        "undecided": [float(code is not None and _reward(code) is None) for code in codes],
        "unread": [float(code is None) for code in codes],
    }


def _log(columns: Mapping[str, Any], name: str, codes: Sequence[Code | None]) -> None:
    if "log_metric" in columns and codes:
        for kind, flags in _flags(codes).items():
            columns["log_metric"](f"{name}/{kind}", sum(flags) / len(flags))


def _said(judged: Judged, chosen: Sequence[int | None], *, reasons: bool) -> list[str]:
    """Answers of each completion its option's status, or the justification."""
    options, said = judged.judge.options, list[str]()
    for at, (place, code) in enumerate(zip(chosen, _codes(judged, chosen), strict=True)):
        if place is None or code is None:
            said.append("no option read")
        elif reasons:
            said.append(judged.justification(at, about=(options[place],)))
        else:
            said.append(f"{options[place]}: {STATUS_OF_CODE[int(code)]}")
    return said

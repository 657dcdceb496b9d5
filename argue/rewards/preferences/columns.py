"""Rows of preference and label data sets, with a justification each, and JSON lines of them.

`prompt, chosen, rejected` (with `margin` if asked for) is what TRL's trainers of preferences and of
reward models read, `prompt, completion, label` what its KTO trainer reads. Only what is allowed is
ever preferred, and only to what is ruled out: where positions differ there is no row.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product
from os import PathLike
from typing import Any, TypeAlias

from argue.errors import ArgueError, BatchError
from argue.io.saving import save
from argue.rewards.codes import Code
from argue.rewards.preferences.comparing import is_cleared
from argue.rewards.preferences.justification import Judged

Says: TypeAlias = "Mapping[str, Any] | Callable[[str, int], Any]"
"""What is said to decide for an option: by option, or by option and row; a text or messages."""

Line: TypeAlias = "dict[str, Any]"


def preference_rows(
    judged: Judged,
    prompts: Sequence[Any],
    says: Says,
    *,
    margin: bool = False,
    reasons: bool = True,
) -> Iterator[Line]:
    """Yields, row by row, every pair of an option that is allowed and one that is ruled out.

    With `margin` a pair carries by how much larger a share of families allows what is chosen, in
    [-1, 1]: a count, not a strength. Without `reasons` justifications hold no sentences, which
    is for very many rows.

    Raises: BatchError if there is not one prompt a row; ArgueError for an option nothing is said
    for.
    """
    _check(judged, prompts)
    for at, prompt in enumerate(prompts):
        codes = _codes(judged, at)
        chosen = [option for option, code in codes.items() if is_cleared(code)]
        rejected = [option for option, code in codes.items() if code is Code.RULED_OUT]
        for better, worse in product(chosen, rejected):
            line: Line = {
                "prompt": prompt,
                "chosen": _said(says, better, at),
                "rejected": _said(says, worse, at),
            }
            if margin:
                line["margin"] = _share(judged, better, at) - _share(judged, worse, at)
            about = (better, worse)
            line["justification"] = judged.justification(at, about=about, reasons=reasons)
            yield line


def label_rows(
    judged: Judged, prompts: Sequence[Any], says: Says, *, reasons: bool = True
) -> Iterator[Line]:
    """Yields, row by row, every option that is allowed (`label` true) or ruled out (false).

    Raises: BatchError if there is not one prompt a row; ArgueError for an option nothing is said
    for.
    """
    _check(judged, prompts)
    for at, prompt in enumerate(prompts):
        for option, code in _codes(judged, at).items():
            if is_cleared(code) or code is Code.RULED_OUT:
                yield {
                    "prompt": prompt,
                    "completion": _said(says, option, at),
                    "label": is_cleared(code),
                    "justification": judged.justification(at, about=(option,), reasons=reasons),
                }


def write_jsonl(lines: Iterable[Mapping[str, Any]], path: str | PathLike[str]) -> int:
    """Writes rows as JSON lines, as the library datasets reads them, and answers how many.

    Raises: OSError; ArgueError for a row with what JSON cannot hold. The file is then as it was.
    """
    count = 0

    def written() -> Iterator[bytes]:
        nonlocal count
        for count, line in enumerate(lines, start=1):
            try:
                text = json.dumps(line, ensure_ascii=False, allow_nan=False) + "\n"
                yield text.encode("utf-8")
            except (TypeError, ValueError) as error:
                raise ArgueError(f"row {count} cannot be written as JSON: {error}") from error

    save(path, written())
    return count


def _check(judged: Judged, prompts: Sequence[Any]) -> None:
    if len(prompts) != len(judged):
        raise BatchError(f"{len(prompts)} prompts are given for {len(judged)} rows")


def _codes(judged: Judged, at: int) -> dict[str, Code]:
    codes: list[int] = judged.verdicts.statuses[at].tolist()
    return {o: Code(code) for o, code in zip(judged.judge.options, codes, strict=True)}


def _share(judged: Judged, option: str, at: int) -> float:
    return float(judged.verdicts.scores[at, judged.judge.options.index(option)])


def _said(says: Says, option: str, row: int) -> Any:
    if callable(says):
        return says(option, row)
    if option not in says:
        raise ArgueError(f"says has nothing for the option {option!r}; give what decides for it")
    return says[option]

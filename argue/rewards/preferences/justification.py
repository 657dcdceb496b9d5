"""Why a row's verdict is as it is, as one line of JSON.

One string, since nested values whose keys change from row to row break the schemas of columnar
formats.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from argue.rewards.codes import STATUS_OF_CODE, WORD_OF_CODE
from argue.rewards.judge import Judge
from argue.rewards.ranks import Array

SCHEMA = "argue/justification/v1"


class Judged:
    """Rows of a batch with the verdicts on them, and why."""

    def __init__(self, judge: Judge, rows: Mapping[str, Any]) -> None:
        """Judge these rows; raises BatchError naming the column that is no column of them."""
        self.judge, self.verdicts = judge, judge(rows, margins=False)
        self._columns = {name: _rowwise(judge, name, rows[name]) for name in judge.columns}

    def __len__(self) -> int:
        return len(self.verdicts)

    def row(self, at: int) -> Mapping[str, Any]:
        """Answers the columns of one row."""
        return {name: column[at] for name, column in self._columns.items()}

    def justification(self, at: int, *, about: Sequence[str] = (), reasons: bool = True) -> str:
        """Answers why some options (all unless named) have their statuses in a row, as JSON.

        Without `reasons` there are only the statuses and what each source says alone; with them
        the row's case is analysed in full, in milliseconds.
        """
        judge, named = self.judge, tuple(about) or self.judge.options
        places = {option: judge.options.index(option) for option in named}
        data: dict[str, Any] = {
            "schema": SCHEMA,
            "case": judge.case.title,
            "row": {name: np.asarray(value).tolist() for name, value in self.row(at).items()},
            "statuses": {
                option: str(STATUS_OF_CODE[int(self.verdicts.statuses[at, place])])
                for option, place in places.items()
            },
            "alone": {
                source: {o: str(WORD_OF_CODE[int(codes[at, place])]) for o, place in places.items()}
                for source, codes in self.verdicts.alone.items()
            },
        }
        if reasons:
            analysis: Any = judge.explain(self.row(at))
            data["because"] = {option: list(analysis.why(option).sentences) for option in named}
        return json.dumps(data, ensure_ascii=False, allow_nan=False)


def _rowwise(judge: Judge, name: str, column: Any) -> Array:
    array = np.asarray(column)
    crowd = name in judge.template.sizes
    return array[np.newaxis] if array.ndim == crowd else array

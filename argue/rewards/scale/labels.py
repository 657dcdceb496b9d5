"""What a worker makes of rows: the status and score of every option, and preferences."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

import numpy as np

from argue.errors import BatchError, OutOfBudget
from argue.io.case import read_case
from argue.model.case import Case
from argue.model.record import record
from argue.rewards.codes import STATUS_OF_CODE, WORD_OF_CODE, Code
from argue.rewards.judge import Judge, compile
from argue.rewards.ranks import Array
from argue.rewards.scale.columns import Problems, columns_of, entries_of
from argue.rewards.scale.lines import Done, as_text, copied, encoded, line_of, salt_of
from argue.rewards.scale.rows import Rows
from argue.rewards.verdicts import Verdicts

LATE = "allow more, rank sources, settle facts, or leave out options or frameworks"
"""What helps where verdicts take too long."""
CLEARED = (Code.REQUIRED, Code.ALLOWED)


@record
class Labels:
    """Verdicts on rows, from a judge that every worker compiles once; `keep` are columns to copy.

    `shown` says what is written beside statuses and scores: `alone`, `pairs`.
    """

    file: str
    text: str
    features: Mapping[str, Any]
    individuals: Mapping[str, Any]
    keep: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    most_patterns: int = 4096
    timeout: float | None = None

    @property
    def salt(self) -> bytes:
        """What makes digests differ with the case and the settings."""
        bound = sorted((k, repr(v)) for k, v in self.features.items())
        people = sorted((k, repr(v)) for k, v in self.individuals.items())
        return salt_of("labels", self.text, bound, people, self.keep, self.shown)

    def __call__(self, chunk: Rows) -> Done:
        """Answers a line for every row.

        Raises: LimitExceeded if the rows show too many patterns: no row after could be judged.
        """
        problems = Problems()
        rows = entries_of(chunk, problems)
        said, late = self._judged(chunk, rows, problems)
        lines: list[str] = []
        for place, start in enumerate(chunk.openings()):
            kept = self._copied(rows[place], place, problems) if self.keep else ""
            if place in problems:
                kind = (OutOfBudget if place in late else BatchError).__name__
                error = {"kind": kind, "message": problems[place]}
                entries = {"input": chunk.name(place), "error": error}
                lines.append(line_of(start + kept, entries))
            else:
                lines.append(f"{start}{kept},{said[place]}}}\n")
        return Done(encoded(lines), len(lines), len(problems), _first(chunk, problems))

    def _judged(
        self, chunk: Rows, rows: Sequence[Mapping[str, Any]], problems: Problems
    ) -> tuple[Mapping[int, str], frozenset[int]]:
        """Answers what the line of each row says that has no problem, by the place of the row.

        Beside it, the places of rows whose problem is that their verdict took too long.
        """
        judge, fragments = _kept(self)
        columns = columns_of(judge, rows, problems, written=_is_written(chunk))
        good = np.array([place for place in range(len(rows)) if place not in problems], dtype=int)
        if not len(good):
            return {}, frozenset()
        verdicts = judge({n: column[good] for n, column in columns.items()}, margins=False)
        late = frozenset(good[verdicts.late].tolist())
        for place in late:
            problems.add(place, f"no verdict within {self.timeout:g} s; {LATE}")
        said = self._said(judge, verdicts, fragments)
        return dict(zip(good.tolist(), said, strict=True)), late

    def _copied(self, row: Mapping[str, Any], place: int, problems: Problems) -> str:
        try:
            return "," + as_text({name: copied(row.get(name)) for name in self.keep})[1:-1]
        except (ValueError, TypeError, ArithmeticError, RecursionError) as error:  # in Python alone
            problems.add(place, f"what is kept of it cannot be written: {error}")
            return ""

    def _said(self, judge: Judge, verdicts: Verdicts, fragments: dict[int, str]) -> Sequence[str]:
        """Answers what each line goes on with; rows of one pattern share it."""
        patterns, places = np.unique(verdicts.patterns, return_index=True)
        for pattern, place in zip(patterns.tolist(), places.tolist(), strict=True):
            if pattern not in fragments:
                late = verdicts.late[place]
                entries = {} if late else self._entries(judge, verdicts, place)
                fragments[pattern] = as_text(entries)[1:-1]
        return [fragments[pattern] for pattern in verdicts.patterns.tolist()]

    def _entries(self, judge: Judge, verdicts: Verdicts, place: int) -> dict[str, Any]:
        codes = verdicts.statuses[place]
        found: dict[str, Any] = {
            "statuses": _words(judge.options, codes, STATUS_OF_CODE),
            "scores": dict(zip(judge.options, verdicts.scores[place].tolist(), strict=True)),
        }
        if "alone" in self.shown:
            found["alone"] = {
                source: _words(judge.options, said[place], WORD_OF_CODE)
                for source, said in verdicts.alone.items()
            }
        if "pairs" in self.shown:
            found["pairs"] = pairs_of(judge.options, codes)
        return found


def pairs_of(options: Sequence[str], codes: Array) -> list[list[Any]]:
    """Answers for every pair of options how probable it is that the first is to be preferred.

    1 where the first may be done in every position and the second in none, 0 the other way round,
    and 0.5 for everything else: that both may be done, or that it is undecided, prefers neither.
    """
    standing = [1 if code in CLEARED else -1 if code == Code.RULED_OUT else 0 for code in codes]
    pairs: list[list[Any]] = []
    for one, other in combinations(range(len(options)), 2):
        decided = standing[one] * standing[other] == -1
        preferred = (1.0 if standing[one] > 0 else 0.0) if decided else 0.5
        pairs.append([options[one], options[other], preferred])
    return pairs


def _first(chunk: Rows, problems: Mapping[int, str]) -> tuple[int, str]:
    if not problems:
        return 0, ""
    place = min(problems)
    return chunk.first + place, f"{chunk.name(place)}: {problems[place]}"


def _words(options: Sequence[str], codes: Array, words: Mapping[int, Any]) -> dict[str, str]:
    return {o: str(words[code]) for o, code in zip(options, codes.tolist(), strict=True)}


def _is_written(chunk: Rows) -> bool:
    return chunk.file.lower().endswith(".csv")


class _Kept(threading.local):
    """The judges of a thread, since a judge keeps arrays between calls; and what rows say."""

    def __init__(self) -> None:
        self.judges: dict[bytes, tuple[Judge, dict[int, str]]] = {}


_KEPT = _Kept()
MOST_KEPT = 4


def _kept(job: Labels) -> tuple[Judge, dict[int, str]]:
    key = salt_of(job.salt, job.most_patterns, job.timeout)
    if key not in _KEPT.judges:
        if len(_KEPT.judges) == MOST_KEPT:
            _KEPT.judges.clear()
        _KEPT.judges[key] = judge_of(job), {}
    return _KEPT.judges[key]


def sample_of(judge: Judge, shown: Sequence[str]) -> dict[str, Any]:
    """Answers the entries that the rows of a judge have, with values of their kinds."""
    found: dict[str, Any] = {
        "statuses": dict.fromkeys(judge.options, ""),
        "scores": dict.fromkeys(judge.options, 0.5),
    }
    if "alone" in shown:
        found["alone"] = {source: dict.fromkeys(judge.options, "") for source in judge.sources}
    if "pairs" in shown:
        found["pairs"] = [[one, other, 0.5] for one, other in combinations(judge.options, 2)]
    return found


def judge_of(job: Labels, case: Case | None = None) -> Judge:
    """Answers the judge of a job, of its case as read already if that is given."""
    return compile(
        case or read_case(job.text, job.file),
        job.features,
        individuals=job.individuals,
        most_patterns=job.most_patterns,
        timeout=job.timeout,
    )

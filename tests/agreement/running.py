"""Runs that take hours: several processes, and notes from which a later run goes on."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from pathlib import Path

Check = Callable[[int], int]
"""Checks what a number stands for; answers how many inputs that were."""

BETWEEN_NOTES = 5.0
"""Seconds of work that are lost at most if a process is killed."""


@dataclass
class Note:
    """How far one process is: the next number, and how many inputs are done."""

    number: int
    done: int = 0

    @classmethod
    def read(cls, path: Path | None, first: int) -> Note:
        """The note in a file, a fresh one where there is none."""
        if path is None or not path.exists():
            return cls(first)
        return cls(**json.loads(path.read_text(encoding="utf-8")))

    def write(self, path: Path | None) -> None:
        """Replace the file at once, so that it is never half written."""
        if path is not None:
            fresh = path.with_suffix(".new")
            fresh.write_text(json.dumps(asdict(self)), encoding="utf-8")
            fresh.replace(path)


@dataclass(frozen=True)
class Work:
    """The share of one of several processes: it takes every so-manyeth number."""

    check: Check
    share: int
    count: int
    step: int
    note: Path | None


def work_through(work: Work) -> int:
    """Answers how many inputs this process has checked, earlier runs included."""
    note = Note.read(work.note, work.share)
    last = time.monotonic()
    try:
        while note.done < work.count:
            note.done += work.check(note.number)
            note.number += work.step
            if time.monotonic() - last > BETWEEN_NOTES:
                note.write(work.note)
                last = time.monotonic()
    except AssertionError as error:
        raise AssertionError(f"number {note.number}: {error}") from error
    finally:
        note.write(work.note)
    return note.done


def run(check: Check, *, count: int, jobs: int, notes: Callable[[int], Path | None]) -> int:
    """Answers how many inputs were checked in all, at least `count`; raises at a difference."""
    works = [Work(check, k, -(-count // jobs), jobs, notes(k)) for k in range(jobs)]
    if jobs == 1:
        return work_through(works[0])
    with get_context("spawn").Pool(jobs) as pool:
        return sum(pool.imap_unordered(work_through, works))

"""Which of two courses of acts is preferred by the verdicts on their acts.

An act is cleared, ruled out, or open where positions differ on it. A course is preferred only if
it has fewer acts that are ruled out however the open ones of both fall; else nothing is preferred.
Acts are counted, not weighed: that one breach is graver than another no verdict says.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from argue.errors import ArgueError
from argue.model.record import record
from argue.rewards.codes import Code
from argue.rewards.ranks import Array

FIRST, NEITHER, SECOND = 1.0, 0.5, 0.0
"""The probability that the first of two is preferred."""

CLEARED = frozenset({Code.REQUIRED, Code.ALLOWED})


@record
class Course:
    """How many acts of a course the verdicts rule out, and how many they leave open."""

    acts: int
    ruled_out: int
    undecided: int

    @property
    def at_worst(self) -> int:
        """How many acts are ruled out if all that is open falls against the course."""
        return self.ruled_out + self.undecided


@record
class Compared:
    """The probability that the first course is preferred: 1, 0, or 0.5 for neither, and why."""

    preference: float
    first: Course
    second: Course

    def __str__(self) -> str:
        """The comparison in words."""
        said = {FIRST: "the first is preferred", SECOND: "the second is preferred"}
        return (
            f"{said.get(self.preference, 'neither is preferred')}: "
            f"{_counted(self.first)} in the first, {_counted(self.second)} in the second"
        )


def _counted(course: Course) -> str:
    left = f" and {course.undecided} undecided" if course.undecided else ""
    return f"{course.ruled_out} of {course.acts} acts ruled out{left}"


def is_cleared(code: Any) -> bool:
    """Answers whether a status says that an option may be done in every position."""
    return Code(int(code)) in CLEARED


def course_of(codes: Array) -> Course:
    """Answers the course of acts with these statuses, as `Verdicts.statuses` gives them."""
    ruled_out = int(np.count_nonzero(codes == Code.RULED_OUT))
    cleared = int(np.count_nonzero(np.isin(codes, [int(code) for code in CLEARED])))
    return Course(len(codes), ruled_out, len(codes) - cleared - ruled_out)


def compared(first: Array, second: Array) -> Compared:
    """Answers which of two courses of equally many acts is preferred, given their statuses.

    Raises: ArgueError for courses of different lengths, whose counts do not compare.
    """
    one, other = course_of(np.asarray(first)), course_of(np.asarray(second))
    if one.acts != other.acts:
        raise ArgueError(
            f"a course of {one.acts} acts and one of {other.acts} do not compare by counting: "
            "cut them to the same length"
        )
    if one.at_worst < other.ruled_out:
        return Compared(FIRST, one, other)
    if other.at_worst < one.ruled_out:
        return Compared(SECOND, one, other)
    return Compared(NEITHER, one, other)

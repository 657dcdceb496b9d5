"""Names of files, made from the names of students."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import chain, count
from pathlib import Path

CHARACTERS = 80
"""Characters of a student's name in that of a file: one letter may stand for several plain ones."""


def slug(name: str) -> str:
    """Answers a name as part of a file name: small letters and digits with hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.lower()))


def file_names(file: str, students: Sequence[str]) -> list[str]:
    """Answers a file's name for every student: `quiz-ana.html`, numbered where two are alike.

    The file's own name where there is one student alone. No name comes twice.
    """
    if len(students) < 2:
        return [file for _ in students]
    path = Path(file)
    names: list[str] = []
    for number, student in enumerate(students, 1):
        wanted = f"{path.stem}-{slug(student)[:CHARACTERS] or number}"
        alike = (f"{wanted}-{again}" for again in count(number))
        names.append(next(name for name in chain([wanted], alike) if name not in names))
    return [str(path.with_name(name + path.suffix)) for name in names]

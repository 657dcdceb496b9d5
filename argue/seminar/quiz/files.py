"""Names of files, made from the names of students."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path


def slug(name: str) -> str:
    """Answers a name as part of a file name: small letters and digits with hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.lower()))


def file_names(file: str, students: Sequence[str]) -> list[str]:
    """Answers a file's name for every student: `quiz-ana.html`, numbered where two are alike.

    The file's own name where there is one student at most.
    """
    if len(students) < 2:
        return [file]
    path = Path(file)
    names: list[str] = []
    for number, student in enumerate(students, 1):
        wanted = f"{path.stem}-{slug(student) or number}"
        alike = wanted if wanted not in names else f"{wanted}-{number}"
        names.append(alike)
    return [str(path.with_name(name + path.suffix)) for name in names]

"""The cases that come with the package: in a wheel beside the code, in a checkout in `cases/`."""

from __future__ import annotations

from functools import cache
from os import listdir
from pathlib import Path

from argue.errors import UnknownId

MAX_ID = 100
"""Longest id of a case, in characters."""

_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def _folder() -> Path:
    packaged = _PACKAGE / "_cases"
    return packaged if packaged.is_dir() else _PACKAGE.parent / "cases"


def bundled_ids() -> tuple[str, ...]:
    """Answers the ids of all bundled cases, in alphabetical order."""
    files = (name.removesuffix(".yaml") for name in listdir(_folder()) if name.endswith(".yaml"))
    return tuple(sorted(files))


def is_bundled(name: str) -> bool:
    """Answers whether a case of this id is bundled; nothing that could be a path is."""
    return (
        len(name) <= MAX_ID
        and name.replace("-", "").isalnum()
        and (_folder() / f"{name}.yaml").is_file()
    )


def bundled_path(name: str) -> Path:
    """Answers the file of a bundled case.

    Raises: UnknownId if there is none of this id.
    """
    if not is_bundled(name):
        raise UnknownId("bundled case", name, bundled_ids())
    return _folder() / f"{name}.yaml"


def bundled_text(name: str) -> str:
    """Answers the text of a bundled case.

    Raises: UnknownId if there is none of this id.
    """
    return bundled_path(name).read_text(encoding="utf-8")

"""Stored lists of what is public: a line a thing, in sections by the release that brought it.

ARGUE_WRITE_GOLDEN=1 adds lines that came, under the release of this checkout, and refuses to take
any away: what is public goes by a new version of its format, or after a deprecation.
"""

import os
from collections.abc import Iterable
from pathlib import Path

from argue.model.version import VERSION

FOLDER = Path(__file__).parent
SECTION = "# since "


def stored(file: Path) -> set[str]:
    """The lines of a stored list."""
    if not file.exists():
        return set()
    lines = file.read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith("#")}


def hold(file: Path, now: Iterable[str], *, broken: Iterable[str], instead: str) -> None:
    """Fail if a list is not as it is stored; the change of a `broken` line breaks a promise."""
    lines, before = set(now), stored(file)
    gone = sorted(set(broken) if before else ())
    assert not gone, f"{file.name}: this breaks who relies on it; {instead}:\n" + "\n".join(gone)
    came, went = sorted(lines - before), sorted(before - lines)
    if not came and not went:
        return
    if os.environ.get("ARGUE_WRITE_GOLDEN") == "1":
        _write(file, came, went)
        return
    shown = "\n".join([*(f"+ {line}" for line in came), *(f"- {line}" for line in went)])
    raise AssertionError(
        f"{file.name}: additions are a decision: note them in CHANGELOG.md, then store them with "
        f"ARGUE_WRITE_GOLDEN=1\n{shown}"
    )


def _write(file: Path, came: list[str], went: list[str]) -> None:
    sections: dict[str, list[str]] = {}
    name = VERSION
    for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
        if line.startswith(SECTION):
            name = line.removeprefix(SECTION)
        elif line and line not in went:
            sections.setdefault(name, []).append(line)
    sections[VERSION] = sorted([*sections.get(VERSION, []), *came])
    parts = ["\n".join([f"{SECTION}{name}", *lines]) for name, lines in sections.items()]
    file.write_text("\n\n".join(parts) + "\n", encoding="utf-8", newline="\n")

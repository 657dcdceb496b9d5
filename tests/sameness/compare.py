"""Whether two folders hold the same bytes, and if not where they first differ."""

import re
from pathlib import Path

from tests.sameness.commands import ALIKE, COMMANDS
from tests.sameness.outputs import STDOUT

SHOWN = 60
"""Bytes shown on either side of the first difference."""
VERSIONS = re.compile(rb'"clingo": "[\d.]+"')
"""What a report as data says of the solver that it was made with."""
DRAWN = frozenset(command.name for command in COMMANDS if command.drawn)


def files_in(folder: Path) -> dict[str, bytes]:
    """What the files below a folder hold, by their names."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def differences(
    one: dict[str, bytes], other: dict[str, bytes], *, plain: bool = False, alike: bool = True
) -> list[str]:
    """What differs, in words; with `plain` stdout does not count, without `alike` no picture."""
    found: list[str] = []
    for name in sorted({*one, *other}):
        if (plain and name.endswith(f"/{STDOUT}")) or (not alike and name.split("/")[0] in DRAWN):
            continue
        first, second = one.get(name), other.get(name)
        if first and second and not alike:
            first, second = (VERSIONS.sub(b'"clingo": ""', data) for data in (first, second))
        if first != second:
            found.append(f"{name}: {_first_difference(first, second)}")
    return found


def within(once: dict[str, bytes]) -> list[str]:
    """What differs between commands that should write the same files."""
    found: list[str] = []
    for one, other in ALIKE:
        if any(name.startswith(f"{other}/") for name in once):
            found += differences(_of(once, one), _of(once, other))
    return found


def _of(files: dict[str, bytes], command: str) -> dict[str, bytes]:
    start = f"{command}/"
    return {name.removeprefix(start): d for name, d in files.items() if name.startswith(start)}


def _first_difference(one: bytes | None, other: bytes | None) -> str:
    if one is None or other is None:
        return "only the other has it" if one is None else "only the first has it"
    pairs = enumerate(zip(one, other, strict=False))
    place = next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))
    start = max(0, place - SHOWN)
    line = one.count(b"\n", 0, place) + 1
    shown = "\n".join(f"    {data[start : place + SHOWN]!r}" for data in (one, other))
    return f"byte {place}, line {line}\n{shown}"

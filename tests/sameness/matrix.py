"""Runs the commands under every setting, and tells where what they write differs.

python -m tests.sameness.matrix [--quick] FOLDER [PYTHON=NAME ...]

FOLDER is made, and holds what was written. Every PYTHON is run once more, with the same files to
come out but for the pictures that libraries draw; the first run is that of this Python. With
--quick a share of the commands is run, and by the Pythons only; the suite runs that share under
the other settings.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from tests.sameness.compare import differences, files_in, within
from tests.sameness.settings import AROUND, CLOCKS, FIRST, Setting


def run(setting: Setting, folder: Path, *asked: str) -> dict[str, bytes]:
    """What the commands write under a setting, into a folder that is made for it."""
    folder.mkdir(parents=True)
    with (folder / "said").open("wb") as said:
        done = subprocess.run(
            setting.command(*asked),
            check=False,
            cwd=folder,
            env=setting.surrounding(),
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
        )
    if done.returncode:
        text = (folder / "said").read_text(encoding="utf-8", errors="replace")
        raise SystemExit(f"{setting.name}: ended with {done.returncode}\n{text}")
    found = files_in(folder / "once")
    if "twice" in asked:
        again = differences(found, files_in(folder / "again"))
        if again:
            raise SystemExit("\n".join(("twice in one process:", *again)))
    return found


def _around() -> Iterator[Setting]:
    """What surrounds a run, and clocks."""
    yield from AROUND
    if shutil.which("faketime"):
        yield from (Setting(f"at {clock}", fake=clock) for clock in CLOCKS)
    else:
        print("not run: other dates, for faketime is not installed", flush=True)


def _others(pythons: list[str]) -> Iterator[Setting]:
    for given in pythons:
        python, _, name = given.partition("=")
        yield Setting(name or python, python=python, alike=False)


def told(name: str, found: dict[str, bytes], wrong: list[str]) -> None:
    """Print how a run came out: one digest of everything, and each difference."""
    whole = sha256(repr(sorted(found.items())).encode()).hexdigest()[:16]
    print(f"{'DIFFERS' if wrong else 'same':8}{whole}  {len(found)} files  {name}", flush=True)
    for line in wrong:
        print(f"  {line}", flush=True)


def main(*arguments: str) -> int:
    """How many runs wrote something else than the first."""
    quick = ("quick",) if "--quick" in arguments else ()
    folder, *pythons = (word for word in arguments if word != "--quick")
    place = Path(folder).resolve()
    first = run(FIRST, place / "first", *quick, "twice")
    failed = within(first)
    told("as it is, and twice in one process", first, failed)
    count = bool(failed)
    around = () if quick else _around()
    for number, setting in enumerate((*around, *_others(pythons))):
        found = run(setting, place / f"{number:02}", *quick)
        wrong = differences(first, found, plain=setting.plain, alike=setting.alike)
        told(setting.name, found, wrong)
        count += bool(wrong)
        if not wrong:
            shutil.rmtree(place / f"{number:02}")
    return count


if __name__ == "__main__":
    sys.exit(min(main(*sys.argv[1:]), 1))

"""Fuzzes a reader: `python -m tests.fuzz READER --runs N --seed S --corpus FOLDER`.

Ends with 0 after N inputs in all, those of earlier runs in the same FOLDER counted, with 1 at the
first failure, which is kept there. Needs atheris (the extra `fuzz`); `--replay FILE` does not.
"""

import argparse
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

from tests.fuzz.packages import PACKAGES
from tests.fuzz.state import State

HERE = "tests.fuzz"


def _asked() -> argparse.Namespace:
    asked = argparse.ArgumentParser(prog=f"python -m {HERE}", description=__doc__)
    asked.add_argument("reader", nargs="?", help="a reader; without one all are listed")
    asked.add_argument("--runs", type=int, default=10_000, help="inputs in all (10000)")
    asked.add_argument("--seed", type=int, default=1, help="where chance begins (1)")
    asked.add_argument("--corpus", type=Path, help="a folder outside the tree that keeps the run")
    asked.add_argument("--replay", type=Path, help="read this file once instead, and show it fail")
    asked.add_argument("--reduce", action="store_true", help="store the smallest inputs of the run")
    asked.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    return asked.parse_args()


def main() -> int:
    """Answers the exit code."""
    given = _asked()
    if given.reader not in PACKAGES:
        print("\n".join(PACKAGES) if given.reader is None else f"no reader {given.reader!r}")
        return int(given.reader is not None)
    if given.replay:
        return _replayed(given.reader, given.replay)
    if given.corpus is None:
        print("say in which folder the run is kept: --corpus FOLDER", file=sys.stderr)
        return 2
    state = State(given.corpus, given.reader, given.seed)
    return _child(state, given.runs) if given.child else _asked_of(state, given)


def _replayed(reader: str, file: Path) -> int:
    """Answers 0; raises what escapes."""
    from tests.fuzz.readers import READERS  # noqa: PLC0415  (a child instruments it first)
    from tests.fuzz.texts import all_chosen  # noqa: PLC0415  (as above)

    with all_chosen():
        accepted = READERS[reader].tried(file.read_bytes())
    print("accepted" if accepted else "refused, by an error of the project")
    return 0


def _asked_of(state: State, given: argparse.Namespace) -> int:
    if given.reduce:
        from tests.fuzz.reducing import reduce  # noqa: PLC0415  (only to store a corpus)

        return reduce(given.reader, state)
    if importlib.util.find_spec("atheris") is None:
        print("there is no atheris here: pip install -e '.[fuzz]'", file=sys.stderr)
        return 2
    return _run(given)


def _child(state: State, runs: int) -> int:
    from tests.fuzz.running import Run, instrumented  # noqa: PLC0415  (needs atheris)

    reader = state.progress.reader
    instrumented(PACKAGES[reader])
    Run(reader, state, runs - state.progress.inputs).go()


def _run(given: argparse.Namespace) -> int:
    state = State(given.corpus, given.reader, given.seed)
    old = [name for name in state.progress.failures if _still_fails(given.reader, state, name)]
    if old:
        print(f"still failing: {', '.join(str(state.found / name) for name in old)}")
        return 1
    if state.progress.inputs < given.runs:
        words = [given.reader, "--child", f"--runs={given.runs}", f"--seed={given.seed}"]
        command = [sys.executable, "-m", HERE, *words, f"--corpus={given.corpus}"]
        code = subprocess.run(command, check=False).returncode
        state.files(os.getpid()).rmdir()  # whatever ended the child
        if code not in (0, 1, 2):
            place = State(given.corpus, given.reader, given.seed).fail(state.at_work())
            print(f"\nENDED with {code} at {place}", file=sys.stderr)
        if code:
            return 1
    print(_told(State(given.corpus, given.reader, given.seed)))
    return 0


def _still_fails(reader: str, state: State, name: str) -> bool:
    command = [sys.executable, "-W", "error", "-m", HERE, reader, "--replay"]
    done = subprocess.run(
        [*command, str(state.found / name)], check=False, capture_output=True, timeout=120
    )
    return done.returncode != 0


def _told(state: State) -> str:
    found = state.progress
    rate = found.inputs / found.seconds if found.seconds else 0
    return (
        f"{found.reader}: {found.inputs} inputs from seed {found.seed}, {rate:.0f} a second, "
        f"slowest {found.slowest:.2f} s, at most {found.peak} MiB, "
        f"{len(list(state.corpus.iterdir()))} in the corpus, {len(found.failures)} once failed"
    )


if __name__ == "__main__":
    raise SystemExit(main())

"""Compares independent ways of computing the same on very many random inputs.

    python -m tests.agreement graphs --count 1000000 --jobs 2 --state FOLDER

What there is: `graphs`, the solver and the definitions on graphs of up to eight arguments;
`cases`, the positions of drawn cases by four ways; `rows`, the batched judge and the analysis;
`pages`, the script of the what-if page, by node, and the engine. Every input follows from its
number alone. Processes note in the folder how far they are, and a later run with as many goes on
from there. Ends with exit code 1 and the input at the first difference.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from pathlib import Path

from tests.agreement.running import run

KINDS = ("graphs", "cases", "rows", "pages")


def main() -> int:
    """Go on where the folder's notes say, to the count."""
    parser = argparse.ArgumentParser(prog="python -m tests.agreement")
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("--count", type=int, required=True)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--state", type=Path, help="folder of the notes; without it none are kept")
    given = parser.parse_args()

    def notes(share: int) -> Path | None:
        if given.state is None:
            return None
        given.state.mkdir(parents=True, exist_ok=True)
        return given.state / f"{given.kind}-{share}-of-{given.jobs}.json"

    check = importlib.import_module(f"tests.agreement.{given.kind}").check
    try:
        done = run(check, count=given.count, jobs=given.jobs, notes=notes)
    except AssertionError as error:
        print(f"{given.kind}: {error}", file=sys.stderr)
        return 1
    print(f"{given.kind}: {done:,} compared, no difference")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""The rival written from the definitions: facts as text, ground under a packaged encoding.

python -m tests.benchmarks.plain -p SE-PR -f graph.af [-a 5]
"""

from __future__ import annotations

import argparse

from argue.io.graphs import load_af
from argue.semantics.competition import Question, task_of
from argue.semantics.searches import SEARCHES


def main() -> None:
    """Print the answer in the competition's form, without certificates."""
    parser = argparse.ArgumentParser()
    for option in ("-p", "-f", "-a"):
        parser.add_argument(option)
    given = parser.parse_args()
    task, af = task_of(given.p), load_af(given.f)
    credulous = task.question is Question.CREDULOUS
    wanted = ((given.a, credulous),) if task.needs_query else ()
    found = SEARCHES[task.semantics](af, wanted, None)
    if task.question is Question.COUNT:
        print(sum(1 for _ in found))
    elif task.needs_query:
        print("YES" if (next(found, None) is not None) == credulous else "NO")
    else:
        some = next(found, None)
        print("NO" if some is None else " ".join(["w", *sorted(some, key=int)]))


if __name__ == "__main__":
    main()

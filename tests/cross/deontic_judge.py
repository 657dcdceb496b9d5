"""Judges puzzles with deolingo and compares; runs in an environment that has deolingo alone.

Reads lines of `tests.cross.deontic`, prints what agrees, and exits 1 where anything differs that
is not said there to differ, or does not differ as is said.
"""

import json
import sys

from deolingo.solver import DeolingoSolver


def answers(program):
    return DeolingoSolver(all_models=True, grouped=True).solve(program)


def atoms(answer, group, operator):
    start = f"&{operator}{{"
    return {text[len(start) : -1] for text in answer[group] if text.startswith(start)}


def breaks(answer):
    """Whether what is done in an answer set breaks something obligatory or forbidden in it."""
    done = set(answer["facts"])
    due = atoms(answer, "obligations", "obligatory")
    barred = atoms(answer, "prohibitions", "forbidden")
    return any(f"-{atom}" in done for atom in due) or bool(barred & done)


def courses(puzzle):
    """Yields each course, whether it breaks a norm there (None: no answer set), and here."""
    for course, done in puzzle["courses"].items():
        found = [breaks(answer) for answer in answers(f"{puzzle['program']} {done}")]
        there = None if not found else any(found)
        yield course, there, course in puzzle["breaks"]


def compare(puzzle):
    differing = [course for course, there, here in courses(puzzle) if there is not here]
    solved = [done for done in puzzle["torn"] if answers(f"{puzzle['program']} {done}")]
    if differing or solved:
        print(f"{puzzle['name']}: DIFFERS on {differing or solved}")
        return False
    torn = f"; no answer set there after {' or '.join(puzzle['torn'])}" if puzzle["torn"] else ""
    print(f"{puzzle['name']}: {len(puzzle['courses'])} courses agree{torn}")
    return True


def compare_positions(puzzle):
    barred = [atoms(answer, "prohibitions", "forbidden") for answer in answers(puzzle["program"])]
    found = sorted(sorted(some & set(puzzle["options"])) for some in barred)
    same = found == puzzle["positions"]
    print(
        f"{puzzle['name']}: {found} {'as here' if same else 'but here ' + str(puzzle['positions'])}"
    )
    return same


def main():
    puzzles = [json.loads(line) for line in sys.stdin]
    if not puzzles:
        print("no puzzles given", file=sys.stderr)
        return 1
    same = [compare(p) if "courses" in p else compare_positions(p) for p in puzzles]
    return 0 if all(same) else 1


if __name__ == "__main__":
    sys.exit(main())

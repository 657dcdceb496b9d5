"""The standard puzzles of deontic logic, as judged here and as programs for deolingo.

    python -m tests.cross.deontic | ENVIRONMENT/bin/python tests/cross/deontic_judge.py

deolingo reads Deontic Equilibrium Logic: what is obligatory or forbidden in an answer set, given
what is done. Here options are whole courses, and norms say which of them break them. So the two
are compared course by course: whether it breaks any norm. What differs: deolingo does not order
courses that all break a norm, which are compared here where nothing better can be done; and it has
no answer set where a duty meets a prohibition of the same that nothing has broken yet (`torn`),
while here every course says what is done, and such courses are contested.
"""

import json
import sys
from dataclasses import asdict, dataclass, field

from argue.analysis import analyze
from argue.io.case import load_case


@dataclass(frozen=True)
class Puzzle:
    """Courses with what is done in them, and the norms in both languages.

    `torn` is what may be done in part so that deolingo has no answer set.
    """

    name: str
    courses: dict[str, str]
    norms: dict[str, dict[str, object]]
    program: str
    torn: tuple[str, ...] = ()
    facts: dict[str, object] = field(default_factory=dict)


PUZZLES = (
    Puzzle(
        "Chisholm",
        {
            "go_and_tell": "go. tell.",
            "go": "go. -tell.",
            "stay": "-go. -tell.",
            "stay_and_tell": "-go. tell.",
        },
        {
            "go": {"breached_by": ["stay", "stay_and_tell"]},
            "tell": {"breached_by": ["go"]},
            "silent": {"breached_by": ["stay_and_tell"]},
        },
        "&obligatory{go}. &obligatory{tell | go}. &forbidden{tell} :- -go.",
    ),
    Puzzle(
        "Forrester",
        {"spare": "-kill. -gently.", "gently": "kill. gently.", "cruelly": "kill. -gently."},
        {"life": {"breached_by": ["gently", "cruelly"]}, "gently": {"breached_by": ["cruelly"]}},
        "&forbidden{kill}. &obligatory{gently} :- kill.",
    ),
    Puzzle(
        "Ross",
        {"mail": "mail. -burn.", "burn": "-mail. burn.", "keep": "-mail. -burn."},
        {"mail": {"modality": "require", "breached_by": ["burn", "keep"]}},
        "&obligatory{mail}.",
    ),
    Puzzle(
        "the fence",
        {"bare": "-fence. -white.", "white": "fence. white.", "red": "fence. -white."},
        {"none": {"breached_by": ["white", "red"]}, "white": {"breached_by": ["red"]}},
        "&forbidden{fence}. &obligatory{white} :- fence.",
    ),
    Puzzle(
        "Reykjavik",
        {
            "neither": "-first. -second.",
            "first": "first. -second.",
            "second": "-first. second.",
            "both": "first. second.",
        },
        {
            "not_one": {"breached_by": ["first", "both"]},
            "not_other": {"breached_by": ["second", "both"]},
            "first_too": {"breached_by": ["second"]},
            "second_too": {"breached_by": ["first"]},
        },
        "&forbidden{first}. &forbidden{second}. "
        "&obligatory{first} :- second. &obligatory{second} :- first.",
        torn=("first.", "second."),
    ),
    Puzzle(
        "filming, where the press may",
        {"film": "film.", "abstain": "-film."},
        {
            "privacy": {"breached_by": ["film"]},
            "press": {"modality": "permit", "permits": ["film"]},
        },
        "&permitted{film} :- press. press. &forbidden{film} :- not &permitted{film}.",
    ),
    Puzzle(
        "filming, where nobody may",
        {"film": "film.", "abstain": "-film."},
        {
            "privacy": {"breached_by": ["film"]},
            "press": {"modality": "permit", "permits": ["film"], "when": "not festival"},
        },
        "&permitted{film} :- not festival. festival. &forbidden{film} :- not &permitted{film}.",
        facts={"festival": {"status": "agreed"}},
    ),
)


def judged(puzzle: Puzzle) -> dict[str, object]:
    """What is judged here: of each course alone beside one that breaks nothing, and of all."""
    case = {
        "title": puzzle.name,
        "options": dict.fromkeys(puzzle.courses, "a course"),
        "facts": puzzle.facts,
        "norms": puzzle.norms,
    }
    nothing = {**case, "options": {**case["options"], "no_course": "breaks no norm"}}
    beside = analyze(load_case(nothing))
    every = analyze(load_case(case))
    return {
        **asdict(puzzle),
        "breaks": [c for c in puzzle.courses if str(beside.statuses[c]) == "impermissible"],
        "statuses": {course: str(status) for course, status in every.statuses.items()},
    }


OPEN_TEXTURE = {
    "options": ["car", "bicycle", "memorial"],
    "program": "1 {letter; purpose} 1. &forbidden{car}. "
    "&forbidden{bicycle} :- letter. &forbidden{memorial} :- letter.",
}
"""The bundled case what-is-a-vehicle, each interpretation an answer set."""


def open_texture() -> dict[str, object]:
    found = analyze(load_case("what-is-a-vehicle"))
    options = set(OPEN_TEXTURE["options"])
    positions = [sorted(options - position.permissible) for position in found.positions]
    return {"name": "vehicles in the park", **OPEN_TEXTURE, "positions": sorted(positions)}


def main() -> int:
    for puzzle in PUZZLES:
        print(json.dumps(judged(puzzle)))
    print(json.dumps(open_texture()))
    return 0


if __name__ == "__main__":
    sys.exit(main())

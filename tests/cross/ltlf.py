"""Random temporal formulas, traces and this project's answers, for other programs to judge.

    python -m tests.cross.ltlf --formulas 200 --depth 3 --seed 1 > lines.jsonl

Each line holds a formula as it is read here (`ours`) and as the other programs read it (`theirs`),
traces with whether the formula holds of each, and the automaton it is compiled to. The formula is
written out and read again, so the reading, the compiling and the definition are all on trial; where
the automaton and the definition differ, nothing is written and the program fails.
`tests/cross/ltlf_judge.py` reads the lines within the environment of flloat or of ltlf2dfa.

Where the conventions differ:

- The empty trace is left out. Here no formula holds of it, as it has no first step; flloat and MONA
  let `G a` and `WX a` hold of it, and flloat lets neither `a` nor `!a`.
- `X` asks for a next step and `WX` does not, here and in both programs.
- `W`, `F<=n` and `G<=n` are unknown to both. They are spelled out by what they abbreviate, with
  `(a U b) | G a` for `a W b`, which is not the way the compiler takes.
- Every bracket is written, as `U` binds tighter than `R` here or there, and chains differently.
- A formula of the past is judged at the first step here and at the last step by ltlf2dfa. So what
  is compiled for `p` is `F(p & WX false)`: some step has no next one, and there `p` holds.
- ltlf2dfa reads formulas of the future alone or of the past alone (`--past`), flloat of the future
  alone; so formulas that mix them are left to the tests against the definition.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from typing import Any

from argue.logic.temporal.compiling import compile_automaton
from argue.logic.temporal.definition import holds
from argue.logic.temporal.formulas import (
    BINARY,
    BOUNDED,
    FALSE,
    FUTURE,
    PAST,
    Formula,
    both,
    either,
    proposition,
)
from argue.logic.temporal.reading import parse_temporal

PLAIN = ("!", "&", "|", "->", "<->")
NAMES = ("a", "b", "c")
LONGEST = 7
MOST_BOUND = 3


def drawn_formula(chance: random.Random, operators: tuple[str, ...], depth: int) -> Formula:
    """A formula with at most so many operators in one another, constants among its leaves."""
    if depth == 0 or chance.random() < 0.1:
        leaf = chance.choice((*NAMES, *NAMES, "true", "false"))
        return proposition(leaf) if leaf in NAMES else Formula(leaf)
    operator = chance.choice(operators)
    count = 2 if operator in BINARY else 1
    parts = tuple(drawn_formula(chance, operators, depth - 1) for _ in range(count))
    return Formula(operator, parts, "", chance.randint(0, MOST_BOUND) if operator in BOUNDED else 0)


def drawn_trace(chance: random.Random) -> list[frozenset[str]]:
    """A trace of one step or more."""
    steps = range(chance.randint(1, LONGEST))
    return [frozenset(name for name in NAMES if chance.random() < 0.5) for _ in steps]


def spelled_out(formula: Formula) -> Formula:
    """An equal formula without `W`, `F<=n` and `G<=n`."""
    parts = tuple(spelled_out(part) for part in formula.parts)
    if formula.operator == "W":
        return either(Formula("U", parts), Formula("G", parts[:1]))
    if formula.operator not in BOUNDED:
        return Formula(formula.operator, parts, formula.name)
    join, further = (either, "X") if formula.operator == "F<=" else (both, "WX")
    chain = parts[0]
    for _ in range(formula.bound):
        chain = join(parts[0], Formula(further, (chain,)))
    return chain


def line(chance: random.Random, *, past: bool, depth: int, traces: int) -> dict[str, Any]:
    """One formula with what is said of it here."""
    drawn = drawn_formula(chance, PLAIN + (PAST if past else FUTURE), depth)
    judged = Formula("F", (both(drawn, Formula("WX", (FALSE,))),)) if past else drawn
    text = str(judged)
    formula = parse_temporal(text)
    automaton = compile_automaton(formula)
    answers = list[dict[str, Any]]()
    for trace in (drawn_trace(chance) for _ in range(traces)):
        answer = automaton.accepts(trace)
        if answer != holds(formula, trace):
            sys.exit(f"the automaton of {text} differs from the definition on {trace}")
        answers.append({"steps": [sorted(step) for step in trace], "holds": answer})
    machine = {
        "propositions": automaton.propositions,
        "table": automaton.table,
        "accepting": sorted(automaton.accepting),
    }
    theirs = str(spelled_out(drawn))
    return {"ours": text, "theirs": theirs, "traces": answers, "automaton": machine}


def main() -> None:
    """Writes as many lines as are asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--formulas", type=int, default=200)
    parser.add_argument("--traces", type=int, default=30, help="traces of each formula")
    parser.add_argument("--depth", type=int, default=3, help="most operators in one another")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--past", action="store_true", help="formulas of the past")
    wanted = parser.parse_args()
    chance = random.Random(wanted.seed)
    for _ in range(wanted.formulas):
        found = line(chance, past=wanted.past, depth=wanted.depth, traces=wanted.traces)
        print(json.dumps(found))


if __name__ == "__main__":
    main()

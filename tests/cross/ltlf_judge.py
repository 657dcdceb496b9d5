"""The lines of `tests/cross/ltlf.py` judged by another program, within that program's environment.

    python tests/cross/ltlf_judge.py ltlf2dfa-future < lines.jsonl

`flloat-definition` asks flloat whether each trace has the formula, by its recursive definition. The
others have the formula compiled by flloat (`flloat-automaton`), or by ltlf2dfa and MONA
(`ltlf2dfa-future`, `ltlf2dfa-past`), run each trace, and then walk that automaton and the one of
the line side by side: where no pair of states that one step or more leads to disagrees, the two
accept the same traces, however long. Ends with status 1 where anything disagrees, or nothing was
read. This file imports nothing of the project, which is not installed where it runs.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from itertools import chain, combinations
from typing import Any

MOST_SHOWN = 10


class Flloat:
    """A formula compiled by flloat."""

    def __init__(self, text: str) -> None:
        from flloat.parser.ltlf import LTLfParser

        self.automaton = LTLfParser()(text).to_automaton()
        self.start = self.automaton.initial_state

    def step(self, state: Any, holding: frozenset[str], names: list[str]) -> Any:
        # A partial automaton of pythomata answers None, from where nothing is accepted.
        if state is None:
            return None
        return self.automaton.get_successor(state, {name: name in holding for name in names})

    def accepting(self, state: Any) -> bool:
        return state in self.automaton.accepting_states


class Mona:
    """A formula written for MONA by ltlf2dfa, and the automaton that MONA prints for it.

    Taken from MONA's own words, since the graph that ltlf2dfa makes of them drops the start.
    """

    def __init__(self, text: str, parser: Callable[[str], Any]) -> None:
        printed = parser(text).to_dfa(mona_dfa_out=True)
        if not printed or "Transitions:" not in printed:
            raise RuntimeError(f"MONA gave no automaton for {text}: {printed!r}")
        free = re.search(r"free variables:(.*)", printed)
        accepting = re.search(r"Accepting states:(.*)", printed)
        assert free and accepting
        self.free = free.group(1).lower().split()
        self.final = {int(number) for number in accepting.group(1).split()}
        rows = re.findall(r"^State (\d+): ([01X]*) ?-> state (\d+)$", printed, re.MULTILINE)
        self.rows = dict[int, list[tuple[str, int]]]()
        for source, guard, target in rows:
            self.rows.setdefault(int(source), []).append((guard, int(target)))
        # MONA's first letter fixes the variables that stand for no set of steps; there are none.
        self.start = self.step(0, frozenset(), [])

    def step(self, state: int, holding: frozenset[str], names: list[str]) -> int:
        bits = ["1" if name in holding else "0" for name in self.free]
        fitting = [
            target
            for guard, target in self.rows[state]
            if all(sign in ("X", bit) for sign, bit in zip(guard, bits, strict=True))
        ]
        (found,) = fitting
        return found

    def accepting(self, state: int) -> bool:
        return state in self.final


def mona_future(text: str) -> Mona:
    from ltlf2dfa.parser.ltlf import LTLfParser

    return Mona(text, LTLfParser())


def mona_past(text: str) -> Mona:
    from ltlf2dfa.parser.ppltl import PPLTLParser

    return Mona(text, PPLTLParser())


COMPILERS = {"flloat-automaton": Flloat, "ltlf2dfa-future": mona_future, "ltlf2dfa-past": mona_past}


def by_definition(line: dict[str, Any]) -> Iterator[str]:
    """The disagreements with flloat's definition."""
    from flloat.parser.ltlf import LTLfParser

    formula = LTLfParser()(line["theirs"])
    names = line["automaton"]["propositions"]
    for trace in line["traces"]:
        steps = [{name: name in step for name in names} for step in trace["steps"]]
        if formula.truth(steps) != trace["holds"]:
            yield f"trace {trace}"


def by_automaton(line: dict[str, Any], compiler: Callable[[str], Any]) -> Iterator[str]:
    """The disagreements with an automaton that another program makes of the formula."""
    theirs = compiler(line["theirs"])
    names = line["automaton"]["propositions"]
    for trace in line["traces"]:
        state = theirs.start
        for step in trace["steps"]:
            state = theirs.step(state, frozenset(step) & frozenset(names), names)
        if theirs.accepting(state) != trace["holds"]:
            yield f"trace {trace}"
    yield from side_by_side(line["automaton"], theirs)


def side_by_side(ours: dict[str, Any], theirs: Any) -> Iterator[str]:
    """The first trace of one step or more that one automaton accepts and the other does not."""
    names = ours["propositions"]
    sizes = range(len(names) + 1)
    letters = [frozenset(some) for some in chain(*(combinations(names, size) for size in sizes))]
    waiting = [(0, theirs.start, list[list[str]]())]
    seen = set[tuple[int, Any]]()
    for state, other, steps in waiting:
        for letter in letters:
            number = sum(1 << i for i, name in enumerate(names) if name in letter)
            pair = (ours["table"][state][number], theirs.step(other, letter, names))
            if pair in seen:
                continue
            seen.add(pair)
            so_far = [*steps, sorted(letter)]
            if (pair[0] in ours["accepting"]) != theirs.accepting(pair[1]):
                yield f"automata differ on {so_far}"
                return
            waiting.append((*pair, so_far))


def main() -> None:
    """Judges every line of standard input and says how many agree."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("program", choices=["flloat-definition", *COMPILERS])
    program = parser.parse_args().program
    began, formulas, traces, held, wrong = time.monotonic(), 0, 0, 0, 0
    for written in sys.stdin:
        line = json.loads(written)
        formulas += 1
        traces += len(line["traces"])
        held += sum(trace["holds"] for trace in line["traces"])
        if program == "flloat-definition":
            found = list(by_definition(line))
        else:
            found = list(by_automaton(line, COMPILERS[program]))
        wrong += len(found)
        if found and wrong - len(found) < MOST_SHOWN:
            print(f"{line['ours']}\n  as {line['theirs']}\n  {found[0]}", file=sys.stderr)
    seconds = time.monotonic() - began
    print(
        f"{program}: {formulas} formulas, {traces} traces ({held} fulfil their formula),"
        f" {wrong} disagreements, {seconds:.0f} s"
    )
    if wrong or not formulas:
        sys.exit(1)


if __name__ == "__main__":
    main()

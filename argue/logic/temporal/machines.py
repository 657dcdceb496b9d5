"""Monitors and automata as others read them: reward machines and DOT.

A reward machine is written in the text format of [ToroIcarte22]: the initial state, the list of
terminal states, then one line a transition `(from,to,'a&!b',ConstantRewardFunction(r))`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from argue.logic.temporal.automaton import Automaton
from argue.logic.temporal.monitor import Monitor, Standing

Guards = dict[tuple[int, int], list[int]]


def reward_machine(monitor: Monitor, rewards: Mapping[Standing, Fraction]) -> str:
    """Answers a monitor as a reward machine that pays `rewards` on entering a standing.

    A reward is paid when a step changes the standing, and stands for 0 where none is given; states
    that can never be left are terminal.
    """
    terminal = [s for s, row in enumerate(monitor.table) if set(row) == {s}]
    lines = ["0", str(terminal)]
    for (start, end), letters in sorted(_transitions(monitor.table).items()):
        if start in terminal:
            continue
        changed = monitor.standings[start] is not monitor.standings[end]
        reward = float(rewards.get(monitor.standings[end], Fraction(0))) if changed else 0.0
        guard = _guard(letters, monitor.propositions, conjunction="&", negated="!", union="|")
        lines.append(f"({start},{end},'{guard}',ConstantRewardFunction({reward:g}))")
    return "\n".join(lines) + "\n"


def automaton_dot(automaton: Automaton) -> str:
    """Answers an automaton in DOT, accepting states with a double line."""

    def shape(state: int) -> str:
        return "doublecircle" if state in automaton.accepting else "circle"

    return _dot(automaton.table, automaton.propositions, lambda s: f'label="{s}", shape={shape(s)}')


def monitor_dot(monitor: Monitor) -> str:
    """Answers a monitor in DOT, each state with the standing of the duty there."""

    def words(state: int) -> str:
        style = ", style=dashed" if monitor.standings[state] is Standing.VIOLATED else ""
        return f'label="{state}\\n{monitor.standings[state]}", shape=box{style}'

    return _dot(monitor.table, monitor.propositions, words)


def _dot(
    table: tuple[tuple[int, ...], ...], names: tuple[str, ...], attributes: Callable[[int], str]
) -> str:
    lines = ["digraph norm {", "  rankdir=LR;", '  start [label="", shape=point];']
    lines += [f"  s{state} [{attributes(state)}];" for state in range(len(table))]
    lines.append("  start -> s0;")
    for (start, end), letters in sorted(_transitions(table).items()):
        guard = _guard(letters, names, conjunction=" & ", negated="!", union=" | ")
        lines.append(f'  s{start} -> s{end} [label="{guard}"];')
    return "\n".join([*lines, "}"]) + "\n"


def _transitions(table: tuple[tuple[int, ...], ...]) -> Guards:
    found: Guards = {}
    for start, row in enumerate(table):
        for letter, end in enumerate(row):
            found.setdefault((start, end), []).append(letter)
    return found


def _guard(
    letters: list[int], names: tuple[str, ...], *, conjunction: str, negated: str, union: str
) -> str:
    """The letters as a disjunction of the fewest literals that merging pairs of cubes gives."""
    cubes = _merged({(letter, (1 << len(names)) - 1) for letter in letters})
    texts = list[str]()
    for values, mask in sorted(cubes, key=lambda cube: (-cube[1], cube[0])):
        literals = [
            (name if values >> i & 1 else negated + name)
            for i, name in enumerate(names)
            if mask >> i & 1
        ]
        texts.append(conjunction.join(literals) or "True")
    return union.join(texts)


def _merged(cubes: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Prime implicants, then those that cover each letter, greedily; exact enough to be read."""
    letters = {values for values, _ in cubes}
    primes, current = set[tuple[int, int]](), cubes
    while current:
        joined, used = set[tuple[int, int]](), set[tuple[int, int]]()
        for values, mask in current:
            for bit in (1 << i for i in range(mask.bit_length()) if mask >> i & 1):
                if (values ^ bit, mask) in current:
                    joined.add((values & ~bit, mask & ~bit))
                    used |= {(values, mask), (values ^ bit, mask)}
        primes |= current - used
        current = joined
    chosen = set[tuple[int, int]]()
    while letters:
        best = max(
            sorted(primes), key=lambda cube: sum(1 for x in letters if x & cube[1] == cube[0])
        )
        chosen.add(best)
        letters = {x for x in letters if x & best[1] != best[0]}
    return chosen

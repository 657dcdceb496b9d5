"""Small case files, each below five kilobytes, that ask for more work than anybody can wait for.

Each is honest: nothing in it is malformed. What grows exponentially is said beside its name.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

MOST_BYTES = 5_000
"""So large may a file of the set be."""


def _map(entries: Iterable[str]) -> str:
    return "{" + ", ".join(entries) + "}"


def _options(count: int) -> str:
    return "options: " + _map(f"o{i}: O{i}" for i in range(count))


def _people(count: int) -> str:
    return "standpoints: " + _map(f"s{i}: {{}}" for i in range(count))


def _facts(count: int) -> str:
    return "facts: " + _map(f"f{i}: {{status: disputed}}" for i in range(count))


def _payoffs(options: int, people: int, cell: str = "") -> str:
    rows = (
        f"o{o}: "
        + _map(
            f"s{s}: {cell.format(o=o, s=s) if cell else (o * 7 + s * 5 + o * s * 3) % 11}"
            for s in range(people)
        )
        for o in range(options)
    )
    return "payoffs: " + _map(rows)


def _reasons(entries: Iterable[str]) -> str:
    return "reasons:\n" + "\n".join(f"- {{{entry}}}" for entry in entries)


def _case(*parts: str) -> str:
    return "\n".join(("title: T", *parts)) + "\n"


def _facts_of_one_source() -> str:
    cell = "{{if: f{o}, then: {s}, else: {{if: f1{o}, then: 3, else: {o}}}}}"
    return _case(
        _options(6),
        _people(3),
        _facts(20),
        _payoffs(6, 3, cell),
        "frameworks: [welfare, rejection]",
    )


def _facts_of_many_sources() -> str:
    stated = (
        f"by: p{i}, favours: o{i % 4}, over: o{(i + 1) % 4}, because: [f{i}, not f{(i + 1) % 30}]"
        for i in range(30)
    )
    return _case(_options(4), _facts(30), _reasons(stated))


def _sources_without_rank() -> str:
    stated = (
        f"by: p{i}, favours: o{(i * 3) % 8}, over: o{(i * 5 + 1 + (i * 3 == i * 5 + 1)) % 8}"
        for i in range(40)
        if (i * 3) % 8 != (i * 5 + 1) % 8
    )
    return _case(_options(8), _reasons(stated))


def _many_frameworks() -> str:
    named = (
        f"{{id: w{i}, type: {kind}}}"
        for i, kind in enumerate(["welfare", "veil", "rejection", "pareto", "rule_utilitarian"] * 8)
    )
    return _case(_options(8), _people(6), _payoffs(8, 6), f"frameworks: [{', '.join(named)}]")


def _norms_without_rank() -> str:
    norms = _map(
        f"n{i}: {{breached_by: [o{i % 10}, o{(i * 3 + 1) % 10}]}}"
        if i % 10 != (i * 3 + 1) % 10
        else f"n{i}: {{breached_by: [o{i % 10}]}}"
        for i in range(60)
    )
    return _case(_options(10), f"norms: {norms}")


def _intervals() -> str:
    return _case(
        _options(8),
        _people(6),
        _payoffs(8, 6, "[-{s}, {o}{s}]").replace("[-0, 00]", "[0, 1]"),
        "frameworks: [welfare, veil, rejection]",
    )


def _three_intervals() -> str:
    return _case(
        "options: {o0: A, o1: B, o2: C}",
        _people(3),
        "payoffs: {o0: {s0: [0, 10], s1: 3, s2: 4}, o1: {s0: 5, s1: [0, 10], s2: 2}, "
        "o2: {s0: 4, s1: 4, s2: [0, 10]}}",
        "frameworks: [welfare, rejection]",
    )


def _wide_intervals() -> str:
    rows = (
        f"o{o}: " + _map(f"s{s}: {'[0, 10]' if s == o else (o * 2 + s) % 6}" for s in range(4))
        for o in range(4)
    )
    return _case(
        _options(4),
        _people(4),
        "payoffs: " + _map(rows),
        "frameworks: [welfare, rejection, veil, {id: e, type: equality}]",
    )


def _nested_cells() -> str:
    def cell(depth: int, start: int) -> str:
        if depth == 0:
            return f"[0, {start % 9 + 1}]"
        return f"{{if: f{(start + depth) % 8}, then: {cell(depth - 1, start)}, else: {depth}}}"

    rows = (f"o{o}: " + _map(f"s{s}: {cell(5, o * 3 + s)}" for s in range(3)) for o in range(4))
    return _case(
        _options(4),
        _people(3),
        _facts(8),
        "payoffs: " + _map(rows),
        "frameworks: [welfare, rejection]",
    )


def _lotteries() -> str:
    parts = (3, 5, 7, 11, 13, 17, 19, 23, 29)

    def cell(option: int, person: int) -> str:
        whole = parts[(option + person) % len(parts)]
        return f"{{lottery: [[1/{whole}, {person}], [{whole - 1}/{whole}, {option}]]}}"

    rows = (f"o{o}: " + _map(f"s{s}: {cell(o, s)}" for s in range(6)) for o in range(6))
    return _case(
        _options(6),
        _people(6),
        "payoffs: " + _map(rows),
        "frameworks: [welfare, {id: r, type: rejection, when: ex_post}]",
    )


def _challenges() -> str:
    raised = "\n".join(
        f"- {{id: c{i}, against: {{source: p{i}}}}}"
        if i < 4
        else f"- {{id: c{i}, against: {{challenge: c{4 + (i - 3) % 26}}}}}"
        for i in range(30)
    )
    stated = (f"by: p{i}, favours: o{i % 3}, over: o{(i + 1) % 3}" for i in range(6))
    return _case(_options(3), _reasons(stated), "challenges:\n" + raised)


def _independent_challenges() -> str:
    raised = "\n".join(f"- {{against: {{reason: r{i}}}}}" for i in range(30))
    stated = (f"id: r{i}, by: p{i}, favours: o{i % 4}, over: o{(i + 1) % 4}" for i in range(30))
    return _case(_options(4), _reasons(stated), "challenges:\n" + raised)


def _strategies() -> str:
    named = "[" + ", ".join(f"a{i}" for i in range(300)) + "]"
    return _case(
        "options: {a: {text: A, plays: nash}, b: {text: B, plays: a0}}",
        _people(3),
        f"game: {{players: [s0, s1, s2], strategies: {named}, payoffs: {{a0: [1, 1, 1]}}}}",
        "frameworks: [welfare]",
    )


def _formula() -> str:
    return _case(
        "options: {a: {text: A, plays: nash}, b: {text: B, plays: kantian}}",
        _people(6),
        "game:\n  strategy: [0, 1000]\n"
        "  players: [s0, s1, s2, s3, s4, s5]\n"
        '  payoff: "x^3 - (X - x)^2 * x^(1/3) / (1 + X) + max(x - 7, 3 - X)"',
        "frameworks: [welfare, kantian]",
    )


def _rules_of_many_arguments() -> str:
    lines = [f"    d{i}{side}: {{if: [a{i}], then: a{i + 1}}}" for i in range(24) for side in "xy"]
    return _case(
        "options: {a: A, b: B}",
        "facts:\n  a0: {status: agreed}\n"
        + "\n".join(f"  a{i}: {{status: disputed}}" for i in range(1, 25)),
        "rules:\n  defeasible:\n" + "\n".join(lines),
        "reasons: [{by: p, favours: a, over: b, because: a24}]",
    )


def _temporal(formula: str) -> str:
    return _case(
        "options: {a: {text: A, trace: [[p0], [p1]]}, b: {text: B, trace: [[p1], [p2]]}}",
        f'norms: {{n: {{ltl: "{formula}"}}}}',
    )


def _automaton_of_untils() -> str:
    untils = " & ".join(f"(F(p{i}) | G(F(p{(i + 3) % 10})))" for i in range(10))
    return _temporal(untils)


def _automaton_of_nexts() -> str:
    return _temporal("F(p0 & " + "X(" * 40 + "p1" + ")" * 40 + ")")


def _automaton_of_equivalences() -> str:
    formula = "p0"
    for i in range(25):
        formula = f"(p{i % 10} <-> X {formula})"
    return _temporal(formula)


def _role_norms() -> str:
    frames = ["welfare", "veil", "rejection", "pareto"]
    norms = _map(
        f"n{i}: {{role: r{i % 3}, by: s{i % 4}, breached_by: [o{i % 6}], modality: "
        f"{('forbid', 'require')[i % 2]}, purpose: x, frustrates_purpose: [o{(i + 2) % 6}], "
        f"exceptions: [f{i % 8}], principles: [{frames[i % 4]}], authority: propose}}"
        for i in range(12)
    )
    return _case(
        "compliance: enlightened",
        _options(6),
        _people(4),
        _facts(8),
        _payoffs(6, 4, "{{if: f{o}, then: {s}, else: {o}}}"),
        f"norms: {norms}",
    )


def _exponents() -> str:
    return _case(
        _options(3),
        _people(3),
        _payoffs(3, 3, "1e-9{s}").replace("1e-90", "1e99"),
        "frameworks: [welfare, veil, {id: p, type: priority}, equality, wellbeing]",
    )


def _readings() -> str:
    norms = _map(
        f"n{i}: {{breached_by: [o{i % 5}], interpretations: {{"
        + ", ".join(f"i{k}: {{text: t, breached_by: [o{(i + k + 1) % 5}]}}" for k in range(4))
        + "}}"
        for i in range(7)
    )
    return _case(_options(5), f"norms: {norms}")


def _many_options() -> str:
    rows = ", ".join(f"o{o}: {{s0: {o}, s1: {129 - o}}}" for o in range(130))
    return _case(
        _options(130),
        "standpoints: {s0: {}, s1: {}}",
        f"payoffs: {{{rows}}}",
        "frameworks: [welfare, veil, rejection]",
    )


CASES: Mapping[str, str] = MappingProxyType(
    {
        "facts of one source": _facts_of_one_source(),
        "facts of many sources": _facts_of_many_sources(),
        "sources without rank": _sources_without_rank(),
        "many frameworks": _many_frameworks(),
        "norms without rank": _norms_without_rank(),
        "intervals": _intervals(),
        "nested cells": _nested_cells(),
        "lotteries": _lotteries(),
        "challenges in a circle": _challenges(),
        "independent challenges": _independent_challenges(),
        "strategies": _strategies(),
        "formula of payoffs": _formula(),
        "rules of many arguments": _rules_of_many_arguments(),
        "automaton of untils": _automaton_of_untils(),
        "automaton of nexts": _automaton_of_nexts(),
        "automaton of equivalences": _automaton_of_equivalences(),
        "role norms": _role_norms(),
        "exponents": _exponents(),
        "readings": _readings(),
        "many options": _many_options(),
        "three wide intervals": _three_intervals(),
        "wide intervals": _wide_intervals(),
    }
)
"""What asks for too much -> the text of a case that does."""

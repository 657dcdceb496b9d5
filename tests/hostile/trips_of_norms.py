"""Trips over the limits of norms over time, and of rules."""

from pathlib import Path
from typing import Any

from argue.analysis import analyze
from argue.construct.rules.attacks import rule_graph
from argue.construct.rules.reading import rule_base
from argue.construct.rules.solving import solve_rules
from argue.construct.rules.strict import closed_under_transposition
from argue.io.case import load_case
from tests.hostile.trip import Ask, Trip, case


def _judged(formula: str, *names: str) -> object:
    """A case of one norm over time, and an option under which all that it names happens."""
    options: dict[str, Any] = {
        "a": {"text": "A", "trace": [list(names)]},
        "b": {"text": "B", "trace": [[]]},
    }
    return analyze(load_case(case(options=options, norms={"n": {"ltl": formula, "text": "n"}})))


def _long(count: int, folder: Path) -> object:
    return _judged("G p" + " " * (count - len("G p")), "p")


def _deep(count: int, folder: Path) -> object:
    return _judged("X " * (count - 1) + "p", "p")


def _bounded(sign: str) -> Ask:
    return lambda count, folder: _judged(f"G ({sign}<={count} p -> p)", "p")


def _within(count: int, folder: Path) -> object:
    options: dict[str, Any] = {
        "a": {"text": "A", "trace": [["p"]]},
        "b": {"text": "B", "trace": [[]]},
    }
    norm = {"pattern": {"achieve": "p", "within": count}, "text": "n"}
    return analyze(load_case(case(options=options, norms={"n": norm})))


def _named(count: int, folder: Path) -> object:
    names = [f"p{i}" for i in range(count)]
    return _judged(" | ".join(names), *names)


def _fixed(formula: str) -> Ask:
    """Asks about a formula whose names are new for every limit, since what is compiled is kept."""

    def ask(count: int, folder: Path) -> object:
        names = [f"{letter}{count}" for letter in "pqrs"]
        text = formula
        for letter, name in zip("pqrs", names, strict=True):
            text = text.replace(letter, name)
        return _judged(text, *names)

    return ask


TIME = (
    Trip("characters of a temporal formula", _long, "at most {most} characters"),
    Trip("operators inside one another", _deep, "more than {most} deep"),
    Trip("n of F<=n and G<=n", _bounded("F"), "at most {most} steps", lowered=9),
    Trip("n of F<=n and G<=n", _bounded("G"), "at most {most} steps", lowered=9),
    Trip(
        "n of F<=n and G<=n",
        _within,
        "from 0 to {most} steps",
        lowered=9,
        also=("argue.logic.temporal.patterns",),
    ),
    Trip("parts, written without <-> and W", _fixed("p <-> q"), "more than {most} parts", holds=15),
    Trip("propositions", _named, "more than {most} propositions"),
    Trip("states of the automaton", _fixed("F<=5 p"), "more than {most} states", holds=8),
    Trip(
        "ways to fulfil it side by side",
        _fixed("(F p | F q) & (F r | F s)"),
        "more than {most} ways",
        holds=4,
    ),
    Trip("steps of compiling", _fixed("F p & F q"), "more than {most} steps", holds=42),
)


def _entries(key: str, form: str) -> Ask:
    return lambda count, folder: rule_base({key: [form.format(i) for i in range(count)]})


def _contraries(count: int, folder: Path) -> object:
    return rule_base({"premises": ["a"], "contraries": [[f"a{i}", "a"] for i in range(count)]})


def _preferences(count: int, folder: Path) -> object:
    names = [f"p{i}" for i in range(count + 1)]
    return rule_base({"premises": names, "preferences": [names]})


def _by_person(count: int, folder: Path) -> object:
    """One rule of one person, and so many of another, who is preferred."""
    rules = [{"id": f"r{i}", "then": f"q{i}", "by": "many"} for i in range(count)]
    rules += [{"id": "r", "then": "q", "by": "one"}]
    return rule_base({"defeasible": rules, "preferences": [["many", "one"]]})


def _start(count: int, folder: Path) -> object:
    given = ", ".join(f"a{i}" for i in range(count))
    return rule_base({"strict": [f"s: {given} -> c"]})


def _transposed(count: int, folder: Path) -> object:
    """A strict rule from two statements, which has two transpositions, and rules without any."""
    rules = [f"d{i}: => x{i}" for i in range(count - 3)]
    return closed_under_transposition(rule_base({"strict": ["s: a, b -> c"], "defeasible": rules}))


def _spaced(count: int, folder: Path) -> object:
    return rule_base({"defeasible": ["d: a =>" + " " * (count - 8) + "c"]})


def _statement(count: int, folder: Path) -> object:
    return rule_base({"premises": ["a" + " " * (count - 1)]})


def _arguments(count: int, folder: Path) -> object:
    first = [f"a{i}" for i in range(count // 2)]
    rest = [f"p{i}" for i in range(count - count // 2)]
    return rule_graph(
        rule_base(
            {
                "axioms": first[:1000],
                "premises": rest[:1000],
                "assumptions": [*first[1000:], *rest[1000:]],
            }
        )
    )


CLASH: dict[str, Any] = {"premises": ["a", "not a", "b", "not b"], "defeasible": ["d: a => c"]}
"""Four attacks on last steps, and as many extensions; of the defeats one is inherited by `d`."""


def _clash(count: int, folder: Path) -> object:
    return solve_rules(rule_base(CLASH))


MANY = "more than {most} entries"
OFTEN = "more than {most} times"
OF_A_KIND = "premises, rules or contraries of a kind"
RULES = (
    *(Trip(OF_A_KIND, _entries(k, "p{}"), MANY) for k in ("premises", "axioms", "assumptions")),
    Trip(OF_A_KIND, _entries("strict", "r{0}: p{0} -> q{0}"), MANY),
    Trip(OF_A_KIND, _entries("defeasible", "r{0}: p{0} => q{0}"), MANY),
    Trip(OF_A_KIND, _contraries, MANY),
    Trip("pairs of preferences", _preferences, "more than {most} pairs", lowered=20),
    Trip("pairs of preferences", _by_person, "more than {most} pairs", lowered=20),
    Trip("statements a rule starts from", _start, "more than {most} statements"),
    Trip("rules, transpositions included", _transposed, "more than {most} rules", lowered=9),
    Trip("characters of a rule", _spaced, "at most {most} characters"),
    Trip("characters of a rule", _statement, "at most {most} characters"),
    Trip("arguments", _arguments, "more than {most} arguments"),
    Trip("attacks on last steps", _clash, OFTEN, holds=4),
    Trip("defeats, inherited ones counted", _clash, OFTEN, holds=5),
    Trip("extensions", _clash, "more than {most} preferred extensions", holds=4),
)

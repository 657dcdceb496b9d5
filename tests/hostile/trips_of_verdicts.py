"""Trips over the limits of what a verdict is worked out from, and of games."""

from fractions import Fraction
from pathlib import Path
from typing import Any

from argue.analysis import analyze
from argue.construct.games.payoffs import with_game
from argue.construct.games.tables import finite_game, mixed_nash
from argue.io.case import load_case
from argue.model.case import Case
from argue.verdict.completions import completions
from tests.hostile.trip import Trip, case
from tests.hostile.trips_of_cases import PEOPLE

TWO = {"standpoints": {"p": {"count": 9}, "q": {}}, "frameworks": ["welfare"]}
BETWEEN = {"a": {"p": 0, "q": [-6, 30]}, "b": {"p": 1, "q": 0}}
"""Welfare tells 3 regions of these apart: a is better, b is, neither is."""
LOGARITHM = 2.302585
"""Of ten."""


def _judged(**more: Any) -> object:
    return analyze(load_case(case(**more)))


def _questions(count: int, folder: Path) -> object:
    cell = {"if": [f"f{i}" for i in range(count)], "then": 3, "else": 0}
    facts = {f"f{i}": {"status": "disputed"} for i in range(count)}
    return _judged(**PEOPLE, facts=facts, payoffs={"a": {"p": cell}, "b": {"p": 1}})


def _two_questions(count: int, folder: Path) -> object:
    return _questions(2, folder)


def _regions(count: int, folder: Path) -> object:
    return _judged(**TWO, payoffs=BETWEEN)


def _completed(count: int, folder: Path) -> object:
    return completions(analyze(load_case(case(**TWO, payoffs=BETWEEN))))


def _lottery(count: int, folder: Path) -> object:
    """Two outcomes of one option, and of another that is the same in both, for one person."""
    branches = [["1/2", 3], ["1/2", 0]]
    given = {**PEOPLE, "frameworks": [{"id": "veil", "rule": "leximin", "when": "ex_post"}]}
    return _judged(**given, payoffs={"a": {"p": {"lottery": branches}}, "b": {"p": 1}})


def _flat(count: int, folder: Path) -> object:
    """Two sources that say opposite things, which can be ranked in two ways."""
    sources = ["welfare", {"id": "veil", "rule": "maximin"}]
    payoffs = {"a": {"p": 2, "q": -5}, "b": {"p": 0, "q": 0}}
    return analyze(load_case(case(**{**TWO, "frameworks": sources}, payoffs=payoffs)), flat=True)


def _powers(count: int, folder: Path) -> object:
    """A number of so many digits: e to the power of somewhat less than count times ln 10."""
    veil = {"id": "veil", "rule": "prioritarian", "curve": "exponential", "priority": 1}
    lost = f"{-(count - 0.5) * LOGARITHM:.3f}"
    return _judged(**{**PEOPLE, "frameworks": [veil]}, payoffs={"a": {"p": lost}, "b": {"p": 0}})


def _played(game: dict[str, Any], *, players: int = 2, plays: str = "0") -> Case:
    given = case(
        options={"a": {"text": "A", "plays": plays}, "b": {"text": "B", "plays": plays}},
        standpoints={"me": {"agent": True}, "others": {"count": players - 1}},
        frameworks=["welfare"],
        game=game,
    )
    return with_game(load_case(given))


def _formula(text: str) -> object:
    return _played({"strategy": [0, 20], "payoff": text, "others": "0"})


def _family(count: int, folder: Path) -> object:
    return _played({"family": "commons", "a": 10, "b": 1, "c": 1}, players=count)


def _planned(count: int, folder: Path) -> object:
    game = {"strategy": [0, 20], "payoff": "20 - x + X/5", "others": "0"}
    return _played(game, players=count, plays="planner")


def _table(count: int, folder: Path) -> object:
    """A game of one who has so many strategies, and another who has one."""
    strategies = {"me": [f"s{i}" for i in range(count)], "others": ["wait"]}
    payoffs = {f"s{i}, wait": [i, 0] for i in range(count)}
    game = {"players": ["me", "others"], "strategies": strategies, "payoffs": payoffs}
    return _played(game, plays=f"s{count - 1}, wait")


def _mixed(count: int, folder: Path) -> object:
    own = [f"s{i}" for i in range(count)]
    table = {(x, y): (Fraction(x == y),) * 2 for x in own for y in own}
    return mixed_nash(finite_game(("me", "you"), (own, own), table))


def _long(count: int, folder: Path) -> object:
    return _formula("20 - x" + " " * (count - len("20 - x")))


def _deep(count: int, folder: Path) -> object:
    return _formula("-" * (count - 1) + "x")


def _bits(count: int, folder: Path) -> object:
    """A power of two is one bit longer than its exponent says."""
    half = (count - 1) // 2
    return _formula(f"0*(2^{half}*2^{count - 1 - half})")


VERDICTS = (
    Trip(
        "open questions that one source's data turn on",
        _questions,
        "at most {most} are possible",
        lowered=4,
    ),
    Trip("conjunctions of their answers", _two_questions, "{most} conjunctions of", holds=9),
    Trip(
        "regions of numbers told apart for one source", _regions, "more than {most} ways", holds=3
    ),
    Trip("runs of the formulas in search of regions", _regions, "than {most} runs", holds=3),
    Trip("cells of all outcomes of lotteries", _lottery, "at most {most} are looked at", holds=4),
    Trip("rankings written out, where they must be", _flat, "more than {most} ways", holds=2),
    Trip("combinations of regions judged", _completed, "more than {most} combin", holds=3),
    Trip("powers of ten that a root or exponential comes to", _powers, "more than {most} digits"),
)
GAMES = (
    Trip("players", _family, "a game has 2 to {most}"),
    Trip("players whose profiles are all searched", _planned, "at most {most} players", lowered=3),
    Trip("ways of playing a table", _table, "lists at most {most}", lowered=4),
    Trip("strategies whose mixtures are found", _mixed, "at most {most} strategies", lowered=3),
    Trip("characters of a formula", _long, "at most {most} characters"),
    Trip("operations inside one another", _deep, "more than {most} deep"),
    Trip("bits of an exact number", _bits, "at most {most} bits"),
)

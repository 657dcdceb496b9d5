"""Games of cases that make no sense are refused, with the key to change and what to write."""

from dataclasses import replace

import pytest

from argue.construct.games.payoffs import CODE, with_game
from argue.errors import CaseError
from argue.io.case import load_case
from tests.construct.test_games_case import COLLUSION, COMMONS, FORMULA, TABLE, filled

FREE = """
title: A commons without rivalry
options: {race: {text: Race, plays: homo-moralis}, stay: {text: Stay ashore, plays: "0"}}
standpoints: {me: {agent: true}, you: {}}
game: {family: commons, a: 10, b: 0, c: 1, others: "0", weight: 1/2}
frameworks: [welfare]
"""

GOOD = """
title: A good that two pay for
options: {fair: {text: Pay what is fair, plays: kantian}, odd: {text: Pay odd sums, plays: theta}}
standpoints: {me: {agent: true}, you: {}}
game: {family: public-good, theta: [1, 2]}
frameworks: [welfare]
"""

LOGARITHM = """
title: Worth nothing definite
options: {nothing: {text: Do nothing, plays: "%s"}, something: {text: Do something, plays: "1"}}
standpoints: {me: {agent: true}, you: {}}
game: {strategy: [0, 2], payoff: ln(x) - x, others: "1", status_quo: "%s"}
frameworks: [welfare]
"""


SHARED_LAKE = """
title: A lake
options: {half: {text: Half, plays: "1/2"}, one: {text: One, plays: "1"}}
standpoints: {me: {agent: true}, you: {}}
game: {family: govsim}
frameworks: [welfare]
"""


PENNIES = """
title: Matching pennies
options: {heads: {text: Heads, plays: heads}, tails: {text: Tails, plays: tails}}
standpoints: {even: {agent: true}, odd: {}}
game:
  players: [even, odd]
  strategies: [heads, tails]
  payoffs:
    heads, heads: [1, -1]
    heads, tails: [-1, 1]
    tails, heads: [-1, 1]
    tails, tails: [1, -1]
frameworks: [welfare]
"""


@pytest.mark.parametrize(
    ("text", "path", "says"),
    [
        (COMMONS.replace("family: commons", "family: lake"), "game.family", "known families"),
        (COMMONS.replace("b: 1", "b: -1"), "game.b", "at least 0"),
        (COMMONS.replace("b: 1", "b: 0"), "game.b", "more is always better"),
        (COMMONS.replace("b: 1", "d: 1"), "game.d", "is no parameter"),
        (COMMONS.replace("a: 10", "n: 7, a: 10"), "game.players", "10 persons"),
        (COMMONS.replace("a: 10", "players: [us], a: 10"), "game.players", "unknown standpoint"),
        (COMMONS.replace("count: 9", "count: 2.5"), "game.players", "whole persons"),
        (COMMONS.replace("count: 9", "count: 0"), "game.players", "whole persons, not 0"),
        (COMMONS.replace("count: 9", "count: 1000"), "game.players", "2 to 1000"),
        (FORMULA.replace(", others: {count: 3}", ""), "game.players", "are 1 persons"),
        (COLLUSION.replace("count: 2", "count: 0"), "game.outsiders.consumers", "more than 0"),
        (FORMULA.replace("weight: 1/10", "weigth: 1/10"), "game.weigth", "not known here"),
        (GOOD, "options.odd.plays", "is no strategy"),
        (FREE, "options.race.plays", "cannot be played: more is always better"),
        (
            COMMONS.replace("a: 10", "players: [me, others, me], a: 10"),
            "game.players",
            "lists me twice",
        ),
        (COMMONS.replace('"X/3"', "{X: 3}"), "game.outsiders.buyers", "must be a formula in X"),
        (COMMONS.replace('"X/3"', '"X/"'), "game.outsiders.buyers", "ends too early"),
        (COMMONS.replace('"X/3"', '"x/3"'), "game.outsiders.buyers", "uses 'x' at character 1"),
        (
            COMMONS.replace('outsiders: {buyers: "X/3"}', "players: [me, others]"),
            "game.outsiders.buyers",
            "formula in X",
        ),
        (
            COMMONS.replace("a: 10", "players: [me, buyers], a: 10"),
            "game.outsiders.buyers",
            "an outsider does not",
        ),
        (COMMONS.replace(", plays: nash", ""), "options.race.plays", "is missing"),
        (COMMONS.replace("plays: nash", "plays: fair"), "options.race.plays", "is no strategy"),
        (COMMONS.replace('plays: "0"', 'plays: "-1"'), "options.stay.plays", "from 0"),
        (COMMONS.replace("plays: nash", "plays: altruist"), "game.weight", "from 0 to 1"),
        (COMMONS.replace("family: commons, ", ""), "game", "needs one of family"),
        (COMMONS + "payoffs: {default: 0}\n", "payoffs", "leave out payoffs"),
        (
            FREE + "general: {race: {me: 1, you: 1}, stay: {me: 0, you: 0}}\n",
            "payoffs",
            "leave out payoffs and general",
        ),
        (TABLE.replace("    defect, defect: [1, 1]\n", ""), "game.payoffs", "is missing"),
        (
            TABLE.replace("strategies: [coop", "strategies: {me: [a, a], partner: [b, c]} #"),
            "game.strategies",
            "must list different strategies",
        ),
        (
            TABLE.replace("strategies: [coop", "strategies: {me: [], partner: [b, c]} #"),
            "game.strategies",
            "must list different strategies",
        ),
        (TABLE.replace("[5, 0]", "[5]"), "game.payoffs", "needs 2 numbers"),
        (TABLE.replace("[5, 0]", "[5, x]"), "game.payoffs", "list of numbers"),
        (TABLE.replace("[5, 0]", "5"), "game.payoffs", "list of numbers"),
        (TABLE.replace('defect": 2', 'defect": two'), "game.outsiders.public", "`defect, defect`"),
        (TABLE.replace("plays: nash", "plays: wait"), "options.talk.plays", "no way of playing"),
        (TABLE.replace("players: [me, partner]", "x: 1"), "game.x", "not known"),
        (TABLE.replace("[1, 1]", "[0, 0]"), "game.others", "write out which"),
        (TABLE.replace('public: {"coop', 'public: {"op'), "game.outsiders.public", "every way"),
        (FORMULA.replace("20 - x", "20 - z"), "game.payoff", "uses 'z' at character 6"),
        (FORMULA.replace("20 - x +", "20 - x + *"), "game.payoff", "cannot stand here"),
        (FORMULA.replace("[0, 20]", "[0, unbounded]"), "game.strategy", "always better"),
        (FORMULA.replace("[0, 20]", "[20, 0]"), "game.strategy", "low below high"),
        (FORMULA.replace("{m: 0.4}", "{x: 0.4}"), "game.where.x", "has its meaning"),
        (FORMULA.replace("{m: 0.4}", "{m: lots}"), "game.where.m", "where.m write a name of"),
        (FORMULA.replace("weight: 1/10", "weight: 1.5"), "game.weight", "from 0 to 1"),
        (FORMULA.replace("weight: 1/10", "weight: -1"), "game.weight", "game.weight must be a "),
        (FORMULA.replace("20 - x", "ln(x - 30)"), "game.others", ""),
        (FORMULA.replace("[0, 20]", "[0, x]"), "game.strategy", "low below high"),
        (FORMULA.replace("[0, 20]", "[x, 20]"), "game.strategy", "low below high"),
        (FORMULA.replace("[0, 20]", "[x, unbounded]"), "game.strategy", "low below high"),
        (FORMULA.replace("[0, 20]", "[0]"), "game.strategy", "low below high"),
        (FORMULA.replace("[0, 20]", "[3, 3]"), "game.strategy", "low below high"),
        (FORMULA.replace("plays: nash", "plays: 21"), "options.keep.plays", "from 0 to 20"),
        (COMMONS.replace("plays: nash", "plays: -1"), "options.race.plays", "0 without upper"),
        (TABLE.replace("[1, 1]", "[0, 0]"), "game.others", "cooperate, defect; defect, coop"),
        (PENNIES, "game.others", "the equilibria are: none in pure strategies"),
        (LOGARITHM % ("0", "1"), "options.nothing.plays", "gives me no definite payoff"),
        (LOGARITHM % ("2", "0"), "game.status_quo", "gives me no definite payoff"),
    ],
)
def test_what_makes_no_sense_is_refused_at_its_key(text, path, says):
    with pytest.raises(CaseError) as caught:
        filled(text)
    (problem,) = caught.value.problems
    assert (problem.code, problem.path) == (CODE, path)
    assert says in problem.message
    assert problem.line > 0 or path not in load_case(text).lines


@pytest.mark.parametrize(
    ("text", "ending"),
    [
        (FORMULA.replace("plays: nash", "plays: 21"), "must be from 0 to 20"),
        (COMMONS.replace("plays: nash", "plays: -1"), "must be from 0 without upper bound"),
        (SHARED_LAKE, "must be from 0 to 50, in steps of 1"),
    ],
)
def test_what_cannot_be_played_is_told_what_can_be(text, ending):
    with pytest.raises(CaseError) as caught:
        filled(text)
    assert caught.value.problems[0].message.endswith(ending)


@pytest.mark.parametrize("number", ["0.5", "1/2", "5e-1", '"0.5"'])
def test_a_number_that_is_played_needs_no_quotes(number):
    quoted = filled(COMMONS.replace('plays: "0"', "plays: '1/2'"))
    plain = filled(COMMONS.replace('plays: "0"', f"plays: {number}"))
    assert plain.payoffs == quoted.payoffs != filled(COMMONS).payoffs


def test_what_is_no_strategy_at_all_is_said_to_be_text_or_a_number():
    with pytest.raises(CaseError, match="text or a number"):
        filled(COMMONS.replace('plays: "0"', "plays: [0]"))


def test_a_case_written_in_python_gives_no_payoffs_beside_its_game_either():
    case, rows = load_case(FREE), filled(FREE.replace("b: 0", "b: 1")).payoffs
    for given in ({"payoffs": rows}, {"general": rows}):
        with pytest.raises(CaseError, match="leave out payoffs and general"):
            with_game(replace(case, **given))


def test_an_error_in_a_file_names_file_and_line(tmp_path):
    path = tmp_path / "lake.yaml"
    path.write_text(COMMONS.replace("plays: nash", "plays: fair"), encoding="utf-8")
    with pytest.raises(CaseError, match=r"lake\.yaml:4:"):
        with_game(load_case(path))

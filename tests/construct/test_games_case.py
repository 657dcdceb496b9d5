"""Payoffs of a case that come from its game, and how a game that makes no sense is refused."""

from dataclasses import replace
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.analysis import analyze
from argue.construct.games.payoffs import with_game
from argue.errors import ArgueError, CaseError
from argue.io.case import load_case
from argue.model.case import FrameworkUse, Universal

COMMONS = """
title: Ten boats on a lake
options:
  race: {text: Take what pays, plays: nash}
  share: {text: Take a fair part, plays: kantian}
  half: {text: Take half a fair part, plays: "(a - c)/(4*b*10)"}
  stay: {text: Stay ashore, plays: "0"}
standpoints:
  me: {agent: true}
  others: {count: 9}
  buyers: {count: 5}
game: {family: commons, a: 10, b: 1, c: 1, outsiders: {buyers: "X/3"}, status_quo: "0"}
frameworks: [welfare, rejection, universalization]
"""


def filled(text=COMMONS):
    return with_game(load_case(text))


def pay(x, total):
    return x * (10 - total) - x


def test_payoffs_are_the_agents_move_and_general_is_everyones():
    case = filled()
    nash, fair = F(9, 11), F(9, 20)
    mixed = 9 * nash + fair
    assert case.payoffs["share"] == {
        "me": pay(fair, mixed),
        "others": pay(nash, mixed),
        "buyers": mixed / 3,
    }
    assert case.general["share"] == {
        "me": pay(fair, F(9, 2)),
        "others": pay(fair, F(9, 2)),
        "buyers": F(3, 2),
    }
    assert case.payoffs["race"] == case.general["race"]
    assert case.general["half"]["me"] == pay(F(9, 40), F(9, 4))


def test_universal_is_the_total_of_all_concerned_against_the_status_quo():
    case = filled()
    assert case.universal["share"] == Universal(F("20.25") + 5 * F(3, 2), F(0))
    assert case.universal["stay"] == Universal(F(0), F(0))


def test_the_agent_is_who_is_marked_or_else_the_first():
    deviates = {
        marked: filled(COLLUSION.replace("firm: {agent: true}", firm).replace("rival: {}", rival))
        for marked, firm, rival in (
            ("first", "firm: {}", "rival: {}"),
            ("firm", "firm: {agent: true}", "rival: {}"),
            ("rival", "firm: {}", "rival: {agent: true}"),
            ("both", "firm: {agent: true}", "rival: {agent: true}"),
        )
    }
    paid = {marked: case.payoffs["collude"] for marked, case in deviates.items()}
    assert paid["first"] == paid["firm"]
    assert paid["firm"]["firm"] < paid["firm"]["rival"]
    assert paid["rival"] == {**paid["firm"], "firm": paid["firm"]["rival"]} | {
        "rival": paid["firm"]["firm"]
    }
    assert paid["both"] == deviates["both"].general["collude"]


def test_a_universal_of_the_cases_own_is_kept():
    given = ", ".join(f"{option}: {{all: 1, nobody: 2}}" for option in ("race", "share", "half"))
    case = filled(COMMONS + f"universal: {{{given}, stay: refrain}}\n")
    assert case.universal["race"] == Universal(F(1), F(2))


def test_a_family_that_has_two_players_asks_for_no_number_of_them():
    text = """
title: Two prisoners
options: {silent: {text: Silent, plays: "1"}, talk: {text: Talk, plays: "0"}}
standpoints: {me: {agent: true}, partner: {}}
game: {family: prisoners-dilemma, T: 5, R: 3, P: 1, S: 0, others: "1"}
"""
    case = filled(text)
    assert case.payoffs == {"silent": {"me": 3, "partner": 3}, "talk": {"me": 5, "partner": 0}}
    with pytest.raises(CaseError, match="are 4 persons by the counts"):
        filled(text.replace("partner: {}", "partner: {count: 3}"))


def test_a_case_without_a_game_is_left_as_it_is():
    case = load_case("title: Nothing\noptions: {a: A, b: B}\n")
    assert with_game(case) is case


def test_the_keys_of_the_game_are_no_longer_listed_as_not_used():
    assert all("game" not in n.path and "plays" not in n.path for n in filled().not_used)


def test_what_the_others_play_can_be_said():
    kind = filled(COMMONS.replace("game: {", "game: {others: kantian, "))
    assert kind.payoffs["share"] == kind.general["share"]
    assert kind.payoffs["race"]["me"] > kind.payoffs["share"]["me"]
    assert kind.general["race"]["me"] < kind.general["share"]["me"]


def test_the_engine_judges_a_case_by_its_game():
    found = analyze(filled())
    assert found.statuses["race"].value == "impermissible"


COLLUSION = """
title: Two firms
options:
  compete: {text: Sell what pays, plays: nash}
  collude: {text: Sell what both would have both sell, plays: kantian}
standpoints:
  firm: {agent: true}
  rival: {}
  consumers: {count: 2}
game: {family: cournot, a: 1, b: 1}
frameworks: [rejection]
"""


def test_collusion_shows_as_the_objection_of_those_who_do_not_play():
    case = filled(COLLUSION)
    assert case.general["compete"] == {"firm": F(1, 9), "rival": F(1, 9), "consumers": F(1, 9)}
    assert case.general["collude"] == {"firm": F(1, 8), "rival": F(1, 8), "consumers": F(1, 16)}
    (source,) = analyze(case).sources
    voices = {(r.better, r.voice) for r in source.reasons}
    assert ("compete", "consumers") in voices
    assert ("collude", "firm") in voices
    assert analyze(case).statuses["collude"].value == "impermissible"


def test_who_is_listed_plays_whatever_the_family_calls_those_who_do_not():
    renamed = COLLUSION.replace("  rival: {}\n  consumers: {count: 2}", "  consumers: {}")
    case = filled(renamed.replace("family: cournot", "family: cournot, players: [firm, consumers]"))
    for option, paid in filled(COLLUSION).general.items():
        assert case.general[option] == {"firm": paid["firm"], "consumers": paid["rival"]}


TABLE = """
title: Two prisoners
options:
  silent: {text: Stay silent, plays: cooperate}
  talk: {text: Talk, plays: nash}
  trick: {text: Talk while the other is silent, plays: "defect, cooperate"}
standpoints: {me: {agent: true}, partner: {}, public: {}}
game:
  players: [me, partner]
  strategies: [cooperate, defect]
  payoffs:
    cooperate, cooperate: [3, 3]
    cooperate, defect: [0, 5]
    defect, cooperate: [5, 0]
    defect, defect: [1, 1]
  outsiders:
    public: {"cooperate, cooperate": 0, "cooperate, defect": 1,
             "defect, cooperate": 1, "defect, defect": 2}
frameworks: [welfare]
"""


def test_a_table_of_payoffs():
    case = filled(TABLE)
    assert case.payoffs["silent"] == {"me": 0, "partner": 5, "public": 1}
    assert case.general["silent"] == {"me": 3, "partner": 3, "public": 0}
    assert case.general["talk"] == {"me": 1, "partner": 1, "public": 2}
    assert case.general["trick"] == {"me": 5, "partner": 0, "public": 1}


FORMULA = """
title: A common pot
options:
  keep: {text: Keep it, plays: nash}
  give: {text: Give all, plays: kantian}
  best: {text: As the planner says, plays: planner}
  moral: {text: Half moral, plays: homo-moralis}
standpoints: {me: {agent: true}, others: {count: 3}}
game:
  strategy: [0, 20]
  payoff: 20 - x + m*X
  where: {m: 0.4}
  weight: 1/10
frameworks: [welfare]
"""


def test_a_payoff_formula():
    case = filled(FORMULA)
    assert case.general["keep"]["me"] == 20
    assert case.general["give"] == case.general["best"] == {"me": 32, "others": 32}
    assert case.general["moral"]["me"] == 20
    assert case.payoffs["give"] == {"me": 8, "others": 28}


def test_what_all_do_is_what_one_does_and_what_the_others_do_so_many_times_on_average():
    for payoff, paid in (("X - x - Y", 0), ("Y - (n - 1)*y", 0), ("Y", 8), ("y", F(8, 3))):
        case = filled(PLAYED % payoff)
        assert case.payoffs["more"]["me"] == paid
        assert case.payoffs["more"]["others"] == {"Y": 5 + F(16, 3), "y": F(31, 9)}.get(payoff, 0)


PLAYED = """
title: Four who give
options: {more: {text: Give more, plays: "5"}, less: {text: Give less, plays: "1"}}
standpoints: {me: {agent: true}, others: {count: 3}}
game: {strategy: [0, 20], payoff: "%s", others: "8/3"}
frameworks: [welfare]
"""


@pytest.mark.parametrize(("weight", "same"), [("0", "keep"), ("1", "give")])
def test_a_weight_may_be_nothing_or_all(weight: str, same: str):
    case = filled(FORMULA.replace("weight: 1/10", f"weight: {weight}"))
    assert case.general["moral"] == case.general[same]


def test_a_thousand_may_play():
    case = filled(COMMONS.replace("count: 9", "count: 999"))
    assert sum(case.general["share"][who] * many for who, many in (("me", 1), ("others", 999))) == (
        F("20.25")
    )


def test_two_formulas_with_the_same_bounds_are_two_games():
    other = filled(FORMULA.replace("20 - x + m*X", "20 + x - m*X"))
    assert other.general["keep"]["me"] == 20 + 20 - F("0.4") * 80
    assert filled(FORMULA).general["keep"]["me"] == 20


def test_numbers_with_logarithms_are_rounded_to_ten_digits():
    text = FORMULA.replace("20 - x + m*X", "3*ln(X + 1) - x")
    case = filled(text.replace("plays: kantian", 'plays: "1"'))
    assert case.general["give"]["me"] == F("3.828313737")


def test_kantian_uses_get_the_players_of_the_game():
    case = load_case(COLLUSION)
    own = FrameworkUse("own", "kantian", parameters={"players": ("firm",)})
    uses = (FrameworkUse("kantian", "kantian"), own, FrameworkUse("welfare", "welfare"))
    first, second, other = with_game(replace(case, frameworks=uses)).frameworks
    assert not other.parameters
    assert first.parameters["players"] == ("firm", "rival")
    assert second.parameters["players"] == ("firm",)


ANYTHING = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.fractions(max_denominator=9),
        st.sampled_from(["", "x", "nash", "X/0", "ln(0)", "me", "cooperate", "9^9^9", "unbounded"]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(tuple),
        st.dictionaries(st.sampled_from(["me", "buyers", "a", "x, x"]), inner, max_size=3),
    ),
    max_leaves=5,
)
KEYS = [
    *("family", "players", "others", "status_quo", "outsiders", "weight", "strategies", "where"),
    *("payoffs", "strategy", "payoff", "n", "a", "b", "c", "m", "theta", "unit", "nonsense"),
]


@pytest.mark.parametrize("text", [COMMONS, TABLE, FORMULA, COLLUSION])
@given(changed=st.dictionaries(st.sampled_from(KEYS), ANYTHING, min_size=1, max_size=2))
def test_whatever_stands_in_a_game_is_played_or_refused(text, changed):
    case = load_case(text)
    try:
        found = with_game(replace(case, game={**case.game, **changed}))
    except ArgueError:
        return
    assert set(found.payoffs) == set(case.options)
    cells = [cell for row in (*found.payoffs.values(), *found.general.values()) for cell in row]
    assert set(cells) == set(case.standpoints)


def test_without_scipy_a_search_says_which_extra_to_install(monkeypatch):
    def missing(name):
        raise ImportError(name)

    monkeypatch.setattr("argue.construct.games.search.import_module", missing)
    with pytest.raises(ArgueError, match=r"argue-norms\[games\]"):
        filled(FORMULA)
    assert filled(COMMONS).payoffs

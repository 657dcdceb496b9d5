"""Risks ex ante and ex post: what each can expect, and what may come of it for as many as get it.

Frick 2015, James 2012, Reibetanz 1998 and Otsuka 2015 on complaints; Diamond 1967 and Fleurbaey
2010 on distributions; Harris 1975 for the survival lottery.
"""

import re
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.analysis import analyze
from argue.errors import CaseError, FrameworkError, LimitExceeded
from argue.io.case import load_case
from argue.model.numbers import EXACT
from argue.registry import framework
from frameworks.complaints import largest_complaints
from frameworks.rejection import FRAMEWORK as REJECTION
from frameworks.veil import FRAMEWORK as VEIL
from frameworks.veil_rules import RULES
from tests.frameworks.seen import analysed, said_alone, sentence, statuses

REJECTING = {
    "ex_ante": "{id: it, type: rejection}",
    "ex_post": "{id: it, type: rejection, when: ex_post}",
    "common": "{id: it, type: rejection, when: ex_post, draw: common}",
}
VEILED = {
    "leximin ex ante": "{id: it, type: veil}",
    "leximin ex post": "{id: it, type: veil, when: ex_post}",
    "leximin common": "{id: it, type: veil, when: ex_post, draw: common}",
    "average ex ante": "{id: it, type: veil, rule: average}",
    "average ex post": "{id: it, type: veil, rule: average, when: ex_post}",
}
VIEWS = REJECTING | VEILED

VACCINE = """
title: Mass vaccination of unknown victims
options: {leg: A vaccine that leaves each with a paralysed leg, risk: One that kills 1 in 1000}
standpoints: {children: {count: 1000000, level: 100}}
payoffs:
  leg: {children: -30}
  risk: {children: {lottery: [[1/1000, -100], [999/1000, 0]]}}
frameworks: [%s]
"""
MINER = """
title: Save one trapped miner, or cut a risk of death for a hundred
options: {gareth: Save Gareth, hundred: Cut the risk}
standpoints: {gareth: {level: 100}, miners: {count: 100, level: 100}}
payoffs:
  gareth: {gareth: 0, miners: {lottery: [[3/100, -100], [97/100, 0]]}}
  hundred: {gareth: -100, miners: 0}
frameworks: [%s]
"""
FLYING = """
title: A small benefit for each, and a tiny risk of death for those who live below
options: {allow: Allow air travel, ban: Ban it}
standpoints: {everyone: {count: 10000000, level: 100}}
payoffs:
  allow: {everyone: {lottery: [[1/10000000, -99], [9999999/10000000, 1]]}}
  ban: {everyone: 0}
frameworks: [%s]
"""
SURVIVAL = """
title: The survival lottery
options:
  run: {text: Kill one by lot to save five, uses_as_means: [everyone]}
  leave: Let those die whose organs fail
standpoints: {everyone: {count: 1000000, level: 100}}
payoffs:
  run: {everyone: {lottery: [[1/1000, -100], [999/1000, 0]]}}
  leave: {everyone: {lottery: [[995/1000, 0], [5/1000, -100]]}}
frameworks: [%s]
"""

EXPECTED = [
    (VACCINE, "ex_ante", "risk"),
    (VACCINE, "ex_post", "leg"),
    (VACCINE, "leximin ex post", "leg"),
    (VACCINE, "leximin ex ante", "risk"),
    (VACCINE, "average ex ante", "risk"),
    (VACCINE, "average ex post", "risk"),
    (MINER, "ex_ante", "gareth"),
    (MINER, "ex_post", "hundred"),
    (MINER, "leximin ex ante", "gareth"),
    (MINER, "leximin ex post", "hundred"),
    (MINER, "average ex ante", "hundred"),
    (MINER, "average ex post", "hundred"),
    (FLYING, "ex_ante", "allow"),
    (FLYING, "ex_post", "ban"),
    (FLYING, "leximin ex ante", "allow"),
    (FLYING, "leximin ex post", "ban"),
    (FLYING, "average ex post", "allow"),
    (SURVIVAL, "ex_ante", "run"),
    (SURVIVAL, "ex_post", "leave"),
    (SURVIVAL, "leximin ex post", "run"),
    (SURVIVAL, "average ex post", "run"),
]


@pytest.mark.parametrize(("case", "view", "required"), EXPECTED)
def test_the_literature_on_risk_comes_out(case, view, required):
    """Frick 2015 and Otsuka 2015 on vaccines and miners; Ashford 2003 on flying; Harris 1975."""
    assert said_alone(case % VIEWS[view], "it")[required] == "required"


@pytest.mark.parametrize(("share", "chosen"), [("1/2", "leg"), ("0", "risk")])
def test_vaccination_divides_limited_aggregation(share, chosen):
    """Whether a leg is relevant beside a life decides, so that the view is rightly contested."""
    limited = f"{{id: it, type: rejection, when: ex_post, aggregation: local, relevance: {share}}}"
    assert said_alone(VACCINE % limited, "it")[chosen] == "required"


def test_ex_post_means_as_many_people_as_get_an_outcome():
    """Three deaths expected of a hundred at 3 % outnumber one, and not four."""
    assert said_alone(MINER % REJECTING["ex_post"], "it")["hundred"] == "required"
    fewer = MINER.replace("gareth: {level: 100}", "gareth: {count: 4, level: 100}")
    assert said_alone(fewer % REJECTING["ex_post"], "it")["gareth"] == "required"


def test_a_draw_for_all_counts_everyone_it_may_hit():
    """Four certain deaths are more than three expected, but fewer than a hundred in one state."""
    four = MINER.replace("gareth: {level: 100}", "gareth: {count: 4, level: 100}")
    assert said_alone(four % REJECTING["ex_post"], "it")["gareth"] == "required"
    assert said_alone(four % REJECTING["common"], "it")["hundred"] == "required"
    assert said_alone(four % VEILED["leximin common"], "it")["hundred"] == "required"


DIAMOND = """
title: Diamond's coin
options: {coin: Toss a coin, first: Give it to the first}
standpoints: {first: {level: 1}, second: {level: 1}}
payoffs:
  coin: {first: {lottery: [[1/2, 1], [1/2, 0]]}, second: {lottery: [[1/2, 0], [1/2, 1]]}}
  first: {first: 1, second: 0}
frameworks: [{id: it, type: veil, rule: %s}]
"""


@pytest.mark.parametrize("rule", ["maximin", "leximin", "gini", "atkinson, epsilon: 2"])
@pytest.mark.parametrize(
    ("given", "coin", "first"),
    [
        ("", "required", "forbidden"),
        (", when: ex_post", "indifferent", "indifferent"),
        (", when: ex_post, draw: common", "indifferent", "indifferent"),
    ],
)
def test_who_cares_for_equality_prefers_the_coin_ex_ante_alone(rule, given, coin, first):
    """Diamond 1967; a sum of effects is indifferent in any case."""
    said = {"coin": coin, "first": first}
    assert said_alone(DIAMOND % (rule + given), "it") == said
    assert set(said_alone(DIAMOND % ("average" + given), "it").values()) == {"indifferent"}


def test_states_can_be_averaged_where_the_rule_gives_a_number():
    """Fleurbaey 2010: by what inequality costs in each state, on average over states."""
    text = """
title: All alike or one of two
options: {alike: All alike, apart: One of two}
standpoints: {p: {}, q: {}}
payoffs:
  alike: {p: {lottery: [[1/2, 0], [1/2, 4]]}, q: {lottery: [[1/2, 0], [1/2, 4]]}}
  apart: {p: {lottery: [[1/2, 0], [1/2, 4]]}, q: {lottery: [[1/2, 4], [1/2, 0]]}}
frameworks: [{id: it, type: veil, rule: gini, when: ex_post, draw: common, states: %s}]
"""
    assert said_alone(text % "expected", "it")["alike"] == "required"
    assert said_alone(text % "worst", "it")["apart"] == "required"
    with pytest.raises(FrameworkError, match=r"rule leximin only orders.*take states: worst"):
        analysed(text.replace("gini", "leximin") % "expected")


def test_outcomes_of_one_person_are_those_of_one_draw_under_all_options():
    """Who would die in either case loses by neither; the order written tells who that is."""
    text = """
title: A risk in the background
options: {mild: A burden on some, none: A slight one on others}
standpoints: {ill: {}, well: {}}
payoffs:
  mild: {ill: {lottery: [[1/10, -100], [9/10, 0]]}, well: -50}
  none: {ill: {lottery: [[1/10, -101], [9/10, -1]]}, well: 0}
frameworks: [{id: it, type: rejection, when: ex_post}]
"""
    assert statuses(text) == {"mild": "impermissible", "none": "obligatory"}
    turned = text.replace("[[1/10, -101], [9/10, -1]]", "[[9/10, -1], [1/10, -101]]")
    assert statuses(turned) == {"mild": "obligatory", "none": "impermissible"}


def test_the_complaints_of_one_standpoint_are_told_once_with_the_strongest():
    text = """
title: Three outcomes
options: {draw: Draw, stay: Stay}
standpoints: {all: {count: 10}, other: {}}
payoffs:
  draw: {all: {lottery: [[1/5, -7], [1/5, -3], [3/5, 0]]}, other: 0}
  stay: {all: 0, other: -5}
frameworks: [{id: it, type: rejection, when: ex_post%s}]
"""
    for draw in ("", ", draw: common"):
        (source,) = analysed(text % draw).sources
        told = [(r.voice, r.better, r.margins[0]) for r in source.reasons]
        assert sorted(told) == [("all", "stay", 7), ("other", "draw", 5)]
        answers = [(r.by, r.better, tuple(r.answers)) for r in source.replies]
        assert answers == [("all", "draw", ("other",))]


def test_a_challenge_to_a_voice_weakens_all_of_its_outcomes():
    waived = (
        VACCINE
        + "challenges: [{id: waived, question: consent, status: accepted, because: They agreed, "
        "against: {framework: it, voice: children}}]\n"
    )
    assert set(statuses(waived % REJECTING["ex_post"]).values()) == {"permissible"}
    assert statuses(VACCINE % REJECTING["ex_post"])["leg"] == "obligatory"


def test_outcomes_may_hang_on_facts_and_bounds():
    text = VACCINE.replace("[1/1000, -100]", "[1/1000, {if: safe, then: -10, else: -100}]")
    text += "facts: {safe: {status: disputed}}\n"
    assert statuses(text % REJECTING["ex_post"])["leg"] == "contested"
    bounded = VACCINE.replace("[1/1000, -100]", "[1/1000, [-100, -10]]")
    for view in ("ex_post", "common"):
        assert statuses(bounded % REJECTING[view])["leg"] == "contested"


CELLS = st.one_of(
    st.integers(-4, 4).map(str),
    st.tuples(st.integers(1, 3), st.integers(-4, 4), st.integers(-4, 4)).map(
        lambda t: f"{{lottery: [[{t[0]}/4, {t[1]}], [{4 - t[0]}/4, {t[2]}]]}}"
    ),
)
TABLES = st.lists(st.lists(CELLS, min_size=2, max_size=2), min_size=2, max_size=3)


def lowered(cell):
    """A cell with every number in it less by one."""
    if not cell.startswith("{"):
        return str(int(cell) - 1)
    return re.sub(r"(-?\d+)\]", lambda found: f"{int(found[1]) - 1}]", cell)


def written(rows, given):
    options = ", ".join(f"o{i}: o{i}" for i in range(len(rows)))
    lines = "\n".join(f"  o{i}: {{p: {p}, q: {q}}}" for i, (p, q) in enumerate(rows))
    return (
        f"title: Drawn\noptions: {{{options}}}\nstandpoints: {{p: {{count: 2}}, q: {{}}}}\n"
        f"payoffs:\n{lines}\nframeworks: [{{{given}}}]\n"
    )


@given(TABLES)
def test_an_average_behind_the_veil_does_not_mind_when(rows):
    """Harsanyi 1955: expected utility of an equal chance is the same ex ante and ex post."""
    ante, post = (
        statuses(written(rows, f"id: veil, rule: average{when}"))
        for when in ("", ", when: ex_post")
    )
    assert ante == post


@given(st.lists(st.lists(st.integers(-4, 4), min_size=2, max_size=2), min_size=2, max_size=3))
def test_without_a_lottery_it_makes_no_difference_when(rows):
    for use in ("id: rejection", "id: veil", "id: veil, rule: gini"):
        plain = statuses(written(rows, use))
        for draw in ("independent", "common"):
            assert statuses(written(rows, f"{use}, when: ex_post, draw: {draw}")) == plain


@given(TABLES, st.sampled_from(["independent", "common"]))
def test_nothing_that_is_worse_whatever_happens_is_allowed(rows, draw):
    """An option worse by one for somebody in every outcome, and better for nobody, goes."""
    worse = [rows[0][0], lowered(rows[0][1])]
    for use in ("rejection", "veil"):
        text = written([*rows, worse], f"id: {use}, when: ex_post, draw: {draw}")
        assert statuses(text)[f"o{len(rows)}"] == "impermissible"


@given(TABLES, st.sampled_from(["independent", "common"]))
def test_ex_post_complaints_leave_nothing_unresolved(rows, draw):
    found = statuses(written(rows, f"id: rejection, when: ex_post, draw: {draw}"))
    assert "unresolved" not in found.values()


def test_a_share_of_people_may_be_small_and_still_complains():
    """One person at a risk of one in a million has a complaint in full, ex post."""
    lone = FLYING.replace("count: 10000000, ", "")
    assert said_alone(lone % REJECTING["ex_post"], "it")["ban"] == "required"


def test_too_many_outcomes_are_refused():
    people = [f"p{number}" for number in range(150)]
    lottery = {"lottery": [["1/500", number] for number in range(500)]}
    document = {
        "title": "Many",
        "options": {"a": "a", "b": "b"},
        "standpoints": {person: {} for person in people},
        "payoffs": {"a": dict.fromkeys(people, lottery), "b": {"default": 0}},
        "frameworks": [{"id": "rejection", "when": "ex_post"}],
    }
    with pytest.raises(LimitExceeded, match="150_000 outcomes.*take when: ex_ante"):
        analyze(load_case(document))


def test_who_is_absent_stays_so_in_every_state():
    text = """
title: Lives to come
options: {more: Have a child, none: Have none}
standpoints: {child: {}, parent: {level: 5}}
payoffs:
  more: {child: {lottery: [[1/2, 1], [1/2, 9]]}, parent: -1}
  none: {child: absent, parent: 0}
frameworks: [{id: it, type: veil, rule: maximin, when: ex_post%s}]
"""
    for draw in ("", ", draw: common"):
        assert said_alone(text % draw, "it")["none"] == "required"


@pytest.mark.parametrize("rule", RULES)
def test_every_sentence_of_the_veil_says_that_it_counts_ex_post(rule):
    said = sentence(VEIL, rule=rule, when="ex_post")
    assert said.startswith("ex post, ")


def test_a_complaint_ex_post_says_so():
    assert "counted ex post" in sentence(REJECTION, when="ex_post")
    assert "ex post" not in sentence(REJECTION)


def test_when_is_one_of_two():
    with pytest.raises(CaseError, match=r"when cannot be \"ex_pots\""):
        load_case(VACCINE % "{id: rejection, when: ex_pots}")


def test_the_largest_complaint_is_that_of_the_worst_state():
    from argue.construct.views import view

    case = load_case(MINER % REJECTING["common"])
    (use,) = case.frameworks
    seen = view(case, use, framework("rejection"), {})
    assert [chance for chance, _ in seen.states] == [F(3, 100), F(97, 100)]
    assert largest_complaints(seen, EXACT) == [100, 100]

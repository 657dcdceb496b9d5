"""An agent's prerogative: what only the agent would lose may be forgone."""

import pytest
from hypothesis import given

from argue.errors import CaseError
from argue.model.argument import Kind
from argue.model.verdict import Label, Status
from argue.semantics import grounded_labelling
from tests.frameworks.seen import analysed, said_alone, statuses
from tests.laws.cases import DEFAULTS, documents
from tests.laws.drawing import Document
from tests.laws.enumeration import argued, by_flat_graph, by_ranking, worlds_apart
from tests.laws.test_demands import costs

GIFT = """
title: To keep, to burn or to give
options: {keep: Keep the money, burn: Burn it, give: Give it away}
standpoints: {owner: {agent: true%s}, poor: {}}
payoffs:
  keep: {owner: 10, poor: 0}
  burn: {owner: 0, poor: 0}
  give: {owner: 0, poor: %s}
frameworks: [%s]
"""
FREE = ", prerogative: true"


@pytest.mark.parametrize(
    "framework", ["welfare", "rule_utilitarian", "veil", "rejection", "pareto"]
)
def test_what_only_the_agent_would_lose_requires_nothing(framework):
    """Slote 1984: nobody is obliged to benefit themselves."""
    case = GIFT.replace(", give: Give it away", "").replace("  give: {owner: 0, poor: %s}\n", "")
    assert statuses(case % ("", framework))["burn"] == "impermissible"
    assert set(statuses(case % (FREE, framework)).values()) == {"permissible"}


@pytest.mark.parametrize("framework", ["welfare", "rejection"])
def test_it_permits_to_give_more_than_one_would_have_to_and_requires_what_others_need(framework):
    """To burn is still ruled out, as long as to give costs the agent no more."""
    assert statuses(GIFT % ("", 5, framework)) == {
        "keep": "obligatory",
        "burn": "impermissible",
        "give": "impermissible",
    }
    assert statuses(GIFT % (FREE, 5, framework)) == {
        "keep": "permissible",
        "burn": "impermissible",
        "give": "permissible",
    }
    assert statuses(GIFT % (FREE, 15, framework)) == {
        "keep": "impermissible",
        "burn": "impermissible",
        "give": "obligatory",
    }


HOOK = """
title: A new hook that harms nobody
options: {hook: Use it, none: Do not}
standpoints: {fisher: {agent: true, prerogative: true}, others: {count: 19}}
payoffs: {hook: {fisher: 1, others: 0}, none: {fisher: 0, others: 0}}
frameworks: [rule_utilitarian, veil, rejection]
"""


def test_what_merely_benefits_the_agent_is_permitted_and_not_required():
    """Levine et al. 2020: below the threshold people say that one may, not that one must."""
    assert set(statuses(HOOK).values()) == {"permissible"}
    assert all(said_alone(HOOK, f)["hook"] == "allowed" for f in ("veil", "rejection"))


def test_the_reason_stands_and_its_objection_is_answered():
    analysis = analysed(HOOK)
    reason, objection = (f"{k}:rejection:fisher:hook>none" for k in ("reason", "objection"))
    assert analysis.labels[reason] == {Label.IN}
    assert analysis.labels[objection] == {Label.OUT}
    reply = analysis.graph.arguments["reply:prerogative:fisher:rejection:hook>none"]
    assert reply.text == 'the loss to fisher under "none" is for fisher alone to accept'
    assert len(reply.text.split()) <= 25


def test_a_loss_that_rules_nothing_out_still_outweighs():
    """What the agent forgoes by giving answers the complaint of those who get less than that."""
    kept = GIFT % (FREE, 5, "rejection")
    replies = [a.id for a in analysed(kept).graph.of_kind(Kind.REPLY)]
    assert "reply:rejection:owner:give>keep" in replies
    assert statuses(kept)["keep"] == "permissible"


def test_norms_and_what_wrongs_others_are_no_losses_of_the_agent():
    lie = """
title: A lie that gains nothing
options: {lie: {text: Lie, deceives: [friend]}, tell: Tell the truth}
standpoints: {me: {agent: true, prerogative: true}, friend: {}}
payoffs: {lie: {me: -1, friend: 0}, tell: {me: 0, friend: 0}}
frameworks: [%s]
norms: {honesty: {breached_by: [lie]}}
"""
    for framework in ("humanity", "deontic", "autonomy"):
        assert said_alone(lie % framework, framework)["lie"] in ("forbidden",)
    assert said_alone(lie % "welfare", "welfare")["lie"] == "allowed"
    assert said_alone(lie % "welfare", "norm:honesty")["lie"] == "forbidden"


def test_a_right_breached_without_loss_is_no_loss_of_the_agent():
    text = """
title: One who would die anyway
options: {kill: {text: Kill one, breaches_right_of: [one]}, wait: Wait}
standpoints: {me: {agent: true, prerogative: true}, one: {}}
payoffs: {kill: {me: -1, one: -9}, wait: {me: 0, one: -9}}
frameworks: [rejection]
"""
    assert statuses(text)["kill"] == "impermissible"


RIGHTS = """
title: Equal complaints, and a right breached without loss
options: {take: {text: Take it, breaches_right_of: [%s]}, leave: Leave it}
standpoints: {me: {agent: true, prerogative: true, count: %s}, other: {count: %s}}
payoffs: {take: {me: %s, other: -9}, leave: {me: %s, other: %s}}
frameworks: [rejection]
"""


@pytest.mark.parametrize(
    ("given", "status"),
    [
        (("other", 1, 2, 0, -18, -9), "impermissible"),
        (("me", 2, 1, -9, -9, -27), "permissible"),
    ],
)
def test_what_numbers_object_is_answered_only_where_nobody_else_is_wronged(given, status: str):
    """The complaints are of one strength, and more people have that against taking it."""
    found = analysed(RIGHTS % given)
    assert "reason:rejection:numbers:leave>take" in found.graph.arguments
    assert str(found.status("take")) == status


def test_what_another_objects_is_not_answered_though_they_fare_no_worse_by_it():
    """They agreed to mine and not to yours, so that the same loss is a complaint of one only."""
    text = """
title: Mine and yours
options: {mine: Mine, yours: Yours, best: The best for the other}
standpoints: {me: {agent: true, prerogative: true}, other: {consent: [mine]}}
payoffs:
  mine: {me: 0, other: -5}
  yours: {me: 0, other: -5}
  best: {me: -9, other: 0}
frameworks: [rejection]
"""
    assert statuses(text)["yours"] == "impermissible"
    assert statuses(text)["mine"] == "permissible"


def test_what_one_does_to_oneself_is_not_forgone_with_ones_loss():
    """A constraint against using oneself is no loss, though in the same voice as one."""
    text = """
title: To sell oneself
options: {sell: {text: Sell oneself, uses_as_means: [me]}, refuse: Refuse}
standpoints: {me: {agent: true, prerogative: true}}
payoffs: {sell: {me: -1}, refuse: {me: 0}}
frameworks: [%s]
"""
    for order in ("deontic, rejection", "rejection, deontic"):
        assert said_alone(text % order, "rejection")["sell"] == "allowed"
        assert said_alone(text % order, "deontic")["sell"] == "forbidden"


def test_it_may_hang_on_a_fact_or_on_bounds_whether_somebody_else_gains():
    fact = GIFT.replace("burn: {owner: 0, poor: 0}", "burn: {owner: 0, poor: %s}")
    fact = fact.replace("  give: {owner: 0, poor: %s}\n", "").replace(", give: Give it away", "")
    disputed = "facts: {warm: {text: It warms the poor, status: disputed}}\n"
    cold = fact % (FREE, "{if: warm, then: 0, else: -1}", "welfare") + disputed
    assert statuses(cold)["burn"] == "contested"
    assert statuses(fact % (FREE, "[-1, 1]", "welfare"))["burn"] == "contested"
    assert statuses(fact % (FREE, "[0, 1]", "welfare"))["burn"] == "permissible"


CHILD = """
title: To have a child
options: {none: Have none, have: Have one, two: Have two}
standpoints: {parent: {agent: true, prerogative: true}, child: {}, second: {}}
payoffs:
  none: {parent: 10, child: absent, second: absent}
  have: {parent: 0, child: 5, second: absent}
  two: {parent: -1, child: 5, second: 5}
frameworks: [{id: veil, rule: maximin}]
"""


def test_a_loss_is_not_the_agents_alone_where_it_turns_on_it_who_exists():
    assert statuses(CHILD) == {
        "none": "obligatory",
        "have": "impermissible",
        "two": "impermissible",
    }
    nobody = CHILD.replace("child: 5", "child: absent").replace("second: 5", "second: absent")
    assert set(statuses(nobody).values()) == {"permissible"}


def test_a_challenge_may_be_raised_against_it():
    text = HOOK.replace("[rule_utilitarian, veil, rejection]", "[welfare]") + (
        "challenges: [{id: duty_to_self, status: accepted, because: Others depend on it, "
        "against: {reply: {prerogative: fisher, better: hook, worse: none}}}]\n"
    )
    assert statuses(text) == {"hook": "obligatory", "none": "impermissible"}


def test_it_is_for_agents():
    with pytest.raises(CaseError, match="standpoints.fisher.prerogative: a prerogative is for an"):
        analysed(HOOK.replace("agent: true, ", ""))


FORGOING = documents(f"{DEFAULTS} norms priorities cap prerogative rights consent")
FREELY = documents(
    f"{DEFAULTS} facts lotteries norms permits reasons priorities prerogative rights"
)


@given(FORGOING)
def test_with_a_cap_and_a_prerogative_nothing_circles_nor_is_too_much_asked(case: Document):
    """The claims of the cap hold with it: the objections only grow fewer."""
    cost, cap = costs(case)
    drawn = argued(case)
    for _, af in worlds_apart(drawn.graph):
        assert not grounded_labelling(af).undec
    assert all(cost[option] < cap for option in drawn.having(Status.OBLIGATORY))
    for permitted, undecided in drawn.positions:
        assert not undecided
        assert any(cost[option] < cap for option in permitted)


@given(documents(f"{DEFAULTS} norms priorities prerogative rights consent"))
def test_no_circle_comes_of_a_prerogative(case: Document):
    for _, af in worlds_apart(argued(case).graph):
        assert not grounded_labelling(af).undec


@given(FREELY)
def test_the_solver_finds_the_positions_of_the_graph(case: Document):
    drawn = argued(case)
    assert drawn.positions == by_ranking(drawn.graph)


@given(documents(f"{DEFAULTS} prerogative", options=(2, 2)))
def test_between_two_options_the_agent_alone_is_free(case: Document):
    """Where the tables agree on everybody else, no source that reads them rules anything out."""
    for table in ("payoffs", "general"):
        for row in case.get(table, {}).values():
            row.update({k: 0 for k in row if k != "p"})
    case["frameworks"] = ["welfare", "rule_utilitarian", "veil", "rejection"]
    case["standpoints"]["p"] |= {"agent": True, "prerogative": True}
    assert argued(case).having(Status.PERMISSIBLE) == set(case["options"])


@given(documents(f"{DEFAULTS} prerogative", frameworks=("welfare", "rejection"), sources=2))
def test_the_flat_graph_agrees(case: Document):
    drawn = argued(case)
    assert by_flat_graph(drawn.graph) == by_ranking(drawn.graph)


def test_the_agents_own_loss_is_measured_in_the_table_a_source_reads():
    text = HOOK.replace("[rule_utilitarian, veil, rejection]", "[welfare, rule_utilitarian]")
    text += "general: {none: {others: -1}}\n"
    assert said_alone(text, "welfare")["none"] == "allowed"
    assert said_alone(text, "rule_utilitarian")["none"] == "forbidden"


def test_whoever_complains_of_as_much_as_the_agent_is_heard_where_few_voices_are_listed():
    """The agent's own complaint, of 1, is the first; the other person's still rules the act out."""
    given_: Document = {
        "title": "As much",
        "options": {"give": "g", "keep": "k"},
        "standpoints": {"agent": {"agent": True, "prerogative": True}, "other": {}},
        "payoffs": {"give": {"agent": 1, "other": 0}, "keep": {"agent": 0, "other": -1}},
        "frameworks": ["rejection"],
    }
    for complete in (True, False):
        assert argued(given_, complete=complete).having(Status.IMPERMISSIBLE) == {"keep"}
    alone = given_ | {"standpoints": {"agent": given_["standpoints"]["agent"]}}
    alone["payoffs"] = {"give": {"agent": 1}, "keep": {"agent": 0}}
    for complete in (True, False):
        assert argued(alone, complete=complete).having(Status.PERMISSIBLE) == {"give", "keep"}


@given(documents(f"{DEFAULTS} prerogative rights consent", frameworks=("rejection",), sources=1))
def test_fewer_voices_decide_the_same(case: Document):
    assert argued(case, complete=False).positions == argued(case).positions

"""Rule utilitarianism: not the effects of the act, but of the rule that permits it."""

from dataclasses import replace
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.errors import FrameworkError
from argue.model.framework import Claim
from argue.model.numbers import EXACT
from argue.model.verdict import Status
from frameworks import rule_utilitarian, welfare
from tests.frameworks.seen import sentence, view_for
from tests.laws.drawing import Document
from tests.laws.enumeration import argued
from tests.laws.tables import case_of

PROMISE: Document = case_of({"keep": (0, 0), "break": (1, 0)}, "welfare", "rule_utilitarian") | {
    "general": {"break": {"p": -1, "q": -2}}
}
"""To break a promise does a little good now; that promises may be broken does much harm."""


def test_the_rule_is_judged_by_its_general_acceptance_and_the_act_by_itself():
    act = argued({**PROMISE, "frameworks": ["welfare"]})
    rule = argued({**PROMISE, "frameworks": ["rule_utilitarian"]})
    assert act.having(Status.OBLIGATORY) == {"break"}
    assert rule.having(Status.OBLIGATORY) == {"keep"}


def test_a_cell_not_given_for_the_rule_is_that_of_the_act():
    assert argued({**PROMISE, "frameworks": ["rule_utilitarian"]}).graph.arguments[
        "reason:rule_utilitarian:keep>break"
    ].margin == (1.5, 1.5)


def test_the_numbers_of_people_may_differ_once_a_rule_is_accepted():
    case = case_of({"a": (1, 0), "b": (0, 1)}, "rule_utilitarian")
    case["standpoints"] = {"p": {"count": {"payoffs": 9, "general": 1}}, "q": {"count": 2}}
    assert argued(case).having(Status.OBLIGATORY) == {"b"}


def ruled(case: Document, **given: object) -> Document:
    return {**case, "frameworks": [{"id": "rule_utilitarian", **given}]}


def test_by_default_it_is_the_formula_of_welfare_and_counts_in_its_family():
    seen = view_for(rule_utilitarian.FRAMEWORK, {"a": [1, 0], "b": [0, 3]}, counts=[2, 1])
    assert rule_utilitarian.compare(seen, EXACT) == welfare.compare(seen, EXACT)
    assert rule_utilitarian.FRAMEWORK.family_of({}) == welfare.FRAMEWORK.family_of({})


@pytest.mark.parametrize(
    ("share", "margin"), [(1, F(3, 2)), ("9/10", F(13, 10)), ("1/2", F(1, 2)), ("1/4", 0)]
)
def test_at_partial_compliance_the_rest_leave_things_as_this_act_makes_them(share, margin):
    """General acceptance costs 1.5 on average; the act alone brings a half."""
    drawn = argued(ruled(PROMISE, compliance=share))
    kept = [r.margins[0] for r in drawn.sources[0].reasons if r.better == "keep"]
    assert kept == ([margin] if margin else [])


def test_with_nobody_complying_it_judges_the_act():
    assert argued(ruled(PROMISE, compliance=0)).having(Status.OBLIGATORY) == {"break"}


def test_the_persons_of_each_table_count_in_it():
    case = case_of({"a": (4, 0), "b": (0, 1)}, {"id": "rule_utilitarian", "compliance": "1/2"})
    case["standpoints"] = {"p": {"count": {"payoffs": 1, "general": 3}}, "q": {}}
    (reason,) = argued(case).sources[0].reasons
    general, alone = F(3 * 4 - 1, 4), F(4 - 1, 2)
    assert reason.margins[0] == (general + alone) / 2


MURDERER: Document = case_of({"lie": (0, 0), "truth": (0, -100)}, "rule_utilitarian") | {
    "general": {"lie": {"p": -1, "q": -1}, "truth": {"p": 0, "q": 0}}
}
"""That lies may be told does some harm to all; here the truth would cost a life."""


def test_a_rule_gives_way_where_keeping_it_would_bring_disaster():
    """Hooker 2000, chapter 6, on preventing disaster; the murderer at the door is Kant's."""
    assert argued(ruled(MURDERER)).having(Status.OBLIGATORY) == {"truth"}
    gives_way = argued(ruled(MURDERER, catastrophe=-100))
    assert gives_way.having(Status.OBLIGATORY) == {"lie"}
    (reason,) = gives_way.sources[0].reasons
    assert (reason.voice, reason.margins[0]) == ("catastrophe", 100)
    assert argued(ruled(MURDERER, catastrophe=-101)).having(Status.OBLIGATORY) == {"truth"}


def test_where_every_option_is_a_catastrophe_rules_decide_again():
    case = {**MURDERER, "payoffs": {"lie": {"p": -100, "q": 0}, "truth": {"p": 0, "q": -100}}}
    assert argued(ruled(case, catastrophe=-50)).having(Status.OBLIGATORY) == {"truth"}


@given(
    st.lists(st.lists(st.integers(-3, 3), min_size=4, max_size=4), min_size=2, max_size=4),
    st.sampled_from([0, F(1, 2), F(9, 10), 1]),
    st.sampled_from([None, -1, -2]),
)
def test_it_orders_the_options_whatever_its_parameters(rows, share, catastrophe):
    """Of three options the first is before the last if it is before the second and that is."""
    kind = rule_utilitarian.FRAMEWORK
    named = {f"o{i}": row[:2] for i, row in enumerate(rows)}
    seen = replace(
        view_for(kind, named, compliance=share, catastrophe=catastrophe),
        acts=[row[2:] for row in rows],
        act_counts=[1, 1],
    )
    first = {(a, b) for (_, a, b), m in kind.compare(seen, EXACT).margins.items() if m > 0}
    assert not any((b, a) in first for a, b in first)
    assert all((a, c) in first or (c, b) in first for a, b in first for c in range(len(rows)))


def test_without_effects_of_the_act_partial_compliance_is_silent():
    case = {k: v for k, v in PROMISE.items() if k != "payoffs"}
    case["general"] = {"keep": {"p": 0, "q": 0}, "break": {"p": -1, "q": -2}}
    assert argued(ruled(case)).statuses["keep"] is Status.OBLIGATORY
    (source,) = argued(ruled(case, compliance="1/2")).sources
    assert source.missing == "the case gives no payoffs, the effects of this act alone"


@pytest.mark.parametrize("given", [{"catastrophe": -50}, {"compliance": "1/2"}])
def test_the_act_too_is_judged_for_the_same_people(given):
    case = {**MURDERER, "payoffs": {"lie": {"p": 0, "q": 0}, "truth": {"p": 0, "q": "absent"}}}
    case["general"] = {**MURDERER["general"], "truth": {"p": 0, "q": 0}}
    assert argued(ruled(case)).having(Status.OBLIGATORY) == {"truth"}
    with pytest.raises(FrameworkError, match="q is absent under truth"):
        argued(ruled(case, **given))


@pytest.mark.parametrize(("loss", "voice"), [("3/4", "catastrophe"), ("1/4", None)])
def test_a_catastrophe_may_be_a_loss_of_less_than_one(loss, voice):
    case = {**MURDERER, "payoffs": {"lie": {"p": 0, "q": 0}, "truth": {"p": 0, "q": f"-{loss}"}}}
    (reason,) = argued(ruled(case, catastrophe="-1/2")).sources[0].reasons
    assert (reason.voice, reason.better) == (voice, "lie" if voice else "truth")


def test_a_catastrophe_is_a_loss():
    with pytest.raises(FrameworkError, match="catastrophe is the number below 0"):
        argued(ruled(MURDERER, catastrophe=0))


def test_a_disputed_fact_about_the_act_matters_only_where_the_act_does():
    case = {**PROMISE, "facts": {"f": {"status": "disputed"}}}
    case["payoffs"] = {
        "keep": {"p": 0, "q": 0},
        "break": {"p": {"if": "f", "then": 9, "else": 0}, "q": 0},
    }
    case["general"] = {"keep": {"p": 0, "q": 0}, "break": {"p": -1, "q": -2}}
    assert argued(ruled(case)).statuses["keep"] is Status.OBLIGATORY
    assert argued(ruled(case, compliance="1/2")).statuses["keep"] is Status.CONTESTED


def test_a_reason_speaks_of_rules_of_compliance_and_of_catastrophe():
    kind = rule_utilitarian.FRAMEWORK
    said = kind.word(Claim("keep", "break", None, "1.5", kind.defaults()))
    assert all(part in said for part in ("rule", '"keep"', '"break"', "1.5"))
    assert "kept by 90 %" in sentence(kind, compliance=F(9, 10))
    assert "kept by" not in sentence(kind)
    struck = kind.word(Claim("lie", "tell", "catastrophe", "100 points", kind.defaults()))
    assert "bring a catastrophe on somebody, a loss of 100 points" in struck
    assert len(struck.split()) <= 25

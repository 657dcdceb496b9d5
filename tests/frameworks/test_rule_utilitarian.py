"""Rule utilitarianism: not the effects of the act, but of the rule that permits it."""

from argue.model.framework import Claim
from argue.model.verdict import Status
from frameworks import rule_utilitarian, welfare
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


def test_it_is_the_formula_of_welfare_and_counts_in_its_family():
    assert rule_utilitarian.FRAMEWORK.compare is welfare.compare
    assert rule_utilitarian.FRAMEWORK.family_of({}) == welfare.FRAMEWORK.family_of({})


def test_a_reason_speaks_of_rules():
    said = rule_utilitarian.FRAMEWORK.word(Claim("keep", "break", None, "1.5"))
    assert all(part in said for part in ("rule", '"keep"', '"break"', "1.5"))

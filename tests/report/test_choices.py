"""What the report says of choices where the literature splits, of assumptions and of rounding."""

import argue
from argue.report.sections.choices import assumptions, choices, features_of, precision
from tests.frameworks.test_harm import RESCUE
from tests.frameworks.test_outcomes import MINER, REJECTING, VACCINE
from tests.frameworks.test_rule_utilitarian import PROMISE


def analysis_of(case):
    return argue.analyze(argue.load_case(case))


def told(case):
    report = analysis_of(case).report("text")
    return " ".join(str(report).split())


def test_when_is_told_where_there_is_a_lottery_and_nowhere_else():
    assert "rejection, when: ex ante (not ex post)" in told(VACCINE % "rejection")
    assert "it, when: ex post (not ex ante)" in told(MINER % REJECTING["common"])
    assert "it, draw: common (not independent)" in told(MINER % REJECTING["common"])
    assert not any("when" in text for text in choices(analysis_of(RESCUE % "rejection")))


def names_of(case):
    return {text.partition(":")[0] for text in choices(analysis_of(case))}


def test_how_lotteries_hang_together_is_told_where_it_is_looked_at_what_may_come():
    common = "{id: veil, rule: maximin, when: ex_post, draw: common}"
    assert {"veil, draw", "veil, states"} <= names_of(MINER % common)
    told = names_of(MINER % "{id: veil, rule: maximin, when: ex_post}")
    assert ("veil, draw" in told, "veil, states" in told) == (True, False)
    told = names_of(VACCINE % "rejection, veil")
    assert {"rejection, when", "veil, when"} <= told
    assert not {text for text in told if text.endswith(("draw", "states"))}
    told = names_of(RESCUE % "rejection, {id: veil, when: ex_post}")
    assert not {text for text in told if text.endswith(("draw", "states"))}


def test_a_curve_is_told_under_the_rules_that_have_one():
    levels = RESCUE.replace("one: {}", "one: {level: 200}")
    levels = levels.replace("five: {count: 5}", "five: {count: 5, level: 200}")
    assert "veil, curve" not in names_of(levels % "veil")
    assert "veil, curve" in names_of(levels % "{id: veil, rule: prioritarian}")


def test_from_where_the_wronged_complain_is_told_where_somebody_is_wronged():
    assert "rejection, wronged from" not in names_of(RESCUE % "rejection")
    used = RESCUE.replace("does_harm_to", "uses_as_means") % "rejection"
    assert "rejection, wronged from" in names_of(used)


def test_whose_will_and_what_can_be_conceived_are_told_where_the_case_says_something_of_them():
    maxim = """title: x
options: {a: A, b: B}
universal: {a: {all: 1, nobody: 0%s}, b: refrain}
frameworks: [universalization]
"""
    assert names_of(maxim % "") == {"universalization, rule"}
    assert "universalization, will" in names_of(maxim % ", own: {all: 1, nobody: 0}")
    assert "universalization, conception" in names_of(maxim % ", conceivable: false")


def test_weights_that_the_case_does_not_state_are_assumptions():
    assert list(assumptions(analysis_of(RESCUE % "rejection"))) == [
        "Assumed: rejection, allowed weight 0.5, which the case does not state."
    ]
    assert "Assumed: rejection, allowed weight 0.5" in told(RESCUE % "rejection")
    used = RESCUE.replace("does_harm_to", "uses_as_means") % "rejection"
    assert len(list(assumptions(analysis_of(used)))) == 2
    stated = RESCUE % "{id: rejection, allowed_weight: 1/4}"
    assert not list(assumptions(analysis_of(stated)))
    assert "rejection, allowed weight: 0.25" in told(stated)


def test_compliance_is_told_where_rules_and_acts_have_different_effects():
    rules = {**PROMISE, "frameworks": ["rule_utilitarian"]}
    assert "rule utilitarian, compliance: 1" in list(choices(analysis_of(rules)))
    given = {"id": "rule_utilitarian", "compliance": "9/10", "catastrophe": -5}
    taken = list(choices(analysis_of({**PROMISE, "frameworks": [given]})))
    assert taken == ["rule utilitarian, compliance: 0.9", "rule utilitarian, catastrophe: -5"]


def test_the_features_that_parameters_turn_on():
    assert features_of(argue.load_case(VACCINE % "rejection")) == {"lottery", "payoffs"}
    harm = {"does_harm_to", "allows_harm_to", "payoffs"}
    assert features_of(argue.load_case(RESCUE % "rejection")) == harm
    assert features_of(argue.load_case(PROMISE)) == {"general", "payoffs"}
    nested = MINER.replace("miners: 0}", "miners: {if: f, then: {lottery: [[1, 0]]}, else: 0}}")
    nested += "facts: {f: {status: disputed}}\n"
    assert features_of(argue.load_case(nested % "rejection")) == {"lottery", "payoffs"}


def test_what_is_rounded_is_told_by_source_with_how_far():
    exact = "Numbers are exact fractions, without rounding and without a least difference."
    assert precision(analysis_of(RESCUE % "rejection, {id: veil, rule: gini}")) == exact
    assert exact in told(RESCUE % "rejection")
    levels = RESCUE.replace("one: {}", "one: {level: 200}")
    levels = levels.replace("five: {count: 5}", "five: {count: 5, level: 200}")
    said = precision(analysis_of(levels % "rejection, {id: veil, rule: atkinson}, priority"))
    assert said.endswith(
        "only for veil and priority, roots and logarithms are computed to 60 digits; values that "
        "agree in the first 30 count as equal."
    )
    for rule in ("leximin", "average", "floor, floor: 1"):
        assert precision(analysis_of(levels % f"{{id: veil, rule: {rule}}}")) == exact
    neutral = levels % "{id: priority, priority: 0}"
    assert precision(analysis_of(neutral)) == exact
    bargain = levels % "{id: virtual_bargaining, rule: nash}"
    assert "only for virtual bargaining" in precision(analysis_of(bargain))


def test_a_game_with_roots_is_told_to_be_rounded():
    assert argue.load_case("power-seeking").game
    assert "ten significant digits" in precision(argue.analyze(argue.load_case("power-seeking")))

"""Doing harm and allowing it: Foot 1967, Quinn 1989, Kagan 1989 against the distinction."""

import pytest

from argue.errors import CaseError
from argue.io.case import load_case
from tests.frameworks.seen import analysed, said_alone, statuses

RESCUE = """
title: To run over one on the way to five
options:
  drive: {text: Run over the one, does_harm_to: [one]}
  stop: {text: Stop, allows_harm_to: [five]}
standpoints: {one: {}, five: {count: 5}}
payoffs: {drive: {one: -100, five: 0}, stop: {one: 0, five: -100}}
frameworks: [%s]
"""


@pytest.mark.parametrize(
    ("weight", "required"),
    [("", "stop"), (", allowed_weight: 1", "drive"), (", allowed_weight: 0", "stop")],
)
def test_to_let_die_weighs_less_than_to_kill_where_the_case_says_so(weight, required):
    """Foot 1967 (the second rescue); with allowing as bad as doing, the numbers decide."""
    assert statuses(RESCUE % f"{{id: rejection{weight}}}")[required] == "obligatory"


def test_how_much_less_is_a_parameter():
    text = RESCUE.replace("one: -100", "one: -40") % "{id: rejection, allowed_weight: %s}"
    for weight, required in (("1/2", "drive"), ("0.41", "drive"), ("0.39", "stop")):
        assert statuses(text % weight)[required] == "obligatory"


def test_a_constraint_is_on_what_is_done():
    assert said_alone(RESCUE % "deontic", "deontic") == {"drive": "forbidden", "stop": "required"}
    allowed = RESCUE.replace("does_harm_to: [one]", "allows_harm_to: [one]")
    assert set(said_alone(allowed % "deontic", "deontic").values()) == {"silent"}
    (reason,) = analysed(RESCUE % "deontic").sources[0].reasons
    said = reason.text([reason.margins[0]])
    assert said == (
        '"drive" does harm to one, which no good may be weighed against; "stop" does not'
    )


def test_consent_and_responsibility_weigh_beside_it():
    text = RESCUE.replace("five: {count: 5}", "five: {count: 5, responsible: {stop: 1/2}}")
    analysis = analysed(text % "{id: rejection, allowed_weight: 1/2}")
    margins = {(r.voice, r.worse): r.margins[0] for r in analysis.sources[0].reasons}
    assert margins == {("one", "drive"): 100, ("five", "stop"): 25}


def test_harm_is_either_done_or_allowed():
    for done in ("does_harm_to", "uses_as_means", "deceives", "coerces"):
        text = RESCUE.replace("does_harm_to: [one]", f"{done}: [one], allows_harm_to: [one]")
        with pytest.raises(CaseError, match=rf"case:4:\d+.*C047.*one stands under {done}"):
            load_case(text % "rejection")
    neglect = RESCUE.replace(
        "does_harm_to: [one]", "breaches_right_of: [one], allows_harm_to: [one]"
    )
    assert load_case(neglect % "rejection")


def test_without_such_a_statement_nothing_changes():
    bare = RESCUE.replace(", does_harm_to: [one]", "").replace(", allows_harm_to: [five]", "")
    assert statuses(bare % "rejection")["drive"] == "obligatory"

"""Norms that bound a feature of options: a bound, and no price."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.analysis import analyze
from argue.errors import CaseError
from argue.io.case import load_case
from argue.model.verdict import Status


def case(*, limits=None, features=None, **more):
    losses = {"drain": 40, "pump": 2, "leave": 0} if features is None else features
    return load_case(
        {
            "title": "T",
            "options": {o: {"text": o, "features": f} for o, f in losses.items()}
            if features is not None
            else {o: {"text": o, "features": {"loss": n}} for o, n in losses.items()},
            "standpoints": {"farmers": {"count": 60}},
            "payoffs": {"drain": {"farmers": 9}, "pump": {"farmers": 4}, "leave": {"farmers": 0}},
            "frameworks": ["welfare"],
            "facts": {"agreed": {"status": "denied"}},
            "norms": {"impact": {"limits": limits or {"loss": 5}, "exceptions": ["agreed"]}},
            "priorities": [["norm:impact", "welfare"]],
            **more,
        }
    )


def test_what_goes_beyond_the_limit_breaches_the_norm_and_how_far_is_said():
    found = analyze(case())
    assert found.statuses["drain"] is Status.IMPERMISSIBLE
    assert found.statuses["pump"] is Status.OBLIGATORY
    reasons = [a.text for a in found.graph.arguments.values() if a.source == "norm:impact"]
    assert any("with loss 40, above the limit of 5" in text for text in reasons)


@given(st.fractions(-10, 10), st.fractions(-10, 10))
def test_exactly_what_is_above_the_limit_is_beyond_it(amount: Fraction, limit: Fraction):
    found = analyze(
        load_case(
            {
                "title": "T",
                "options": {
                    "act": {"text": "act", "features": {"loss": str(amount)}},
                    "refrain": {"text": "refrain", "features": {"loss": str(limit)}},
                },
                "norms": {"impact": {"limits": {"loss": str(limit)}}},
            }
        )
    )
    assert (found.statuses["act"] is Status.IMPERMISSIBLE) == (amount > limit)


@pytest.mark.parametrize("gain", [9, 10**6])
def test_no_gain_buys_what_the_norm_bounds(gain: int):
    payoffs = {"drain": {"farmers": gain}, "pump": {"farmers": 4}, "leave": {"farmers": 0}}
    assert analyze(case(payoffs=payoffs)).statuses["drain"] is Status.IMPERMISSIBLE


def test_an_exception_lifts_the_limit():
    agreed = analyze(case(), facts={"agreed": True})
    assert agreed.statuses["drain"] is Status.OBLIGATORY


def test_a_limit_comes_beside_what_breaches_the_letter():
    norm = {"impact": {"limits": {"loss": 5}, "breached_by": ["leave"]}}
    found = analyze(case(norms=norm))
    assert found.case.norms["impact"].breached_by == ("leave", "drain")


def test_repairing_a_breach_over_time_does_not_bring_it_within_the_limit():
    trace = {"trace": [["asked"], ["answered"]]}
    found = analyze(
        load_case(
            {
                "title": "T",
                "options": {
                    "late": {"text": "late", "features": {"loss": 9}, **trace},
                    "worse": {"text": "worse", "features": {"loss": 0}, "trace": [["asked"]]},
                },
                "norms": {
                    "n": {
                        "pattern": {"achieve": "answered", "after": "asked", "within": 0},
                        "reparation": "F answered",
                        "limits": {"loss": 5},
                    }
                },
            }
        )
    )
    assert found.case.norms["n"].repaired_by == ()
    assert found.case.norms["n"].courses["late"].endswith("with loss 9, above the limit of 5")


def problem(**given):
    with pytest.raises(CaseError) as error:
        analyze(case(**given))
    (found,) = error.value.problems
    return found


def test_an_option_that_does_not_say_is_never_taken_to_be_within():
    found = problem(features={"drain": {"loss": 40}, "pump": {}, "leave": {}})
    assert found.code == "C063"
    assert "which pump and leave do not say of themselves" in found.message
    assert found.help == "write features: {loss: 0} where there is none of it"


def test_a_permission_sets_no_limits():
    norm = {"impact": {"limits": {"loss": 5}, "modality": "permit", "permits": ["drain"]}}
    assert problem(norms=norm, priorities=[]).code == "C063"


def test_a_permission_may_stand_beside_a_limit():
    leave = {"modality": "permit", "permits": ["pump"]}
    found = analyze(case(norms={"impact": {"limits": {"loss": 5}}, "leave": leave}))
    assert found.statuses["drain"] is Status.IMPERMISSIBLE


def test_features_that_no_norm_limits_are_said_to_have_no_effect():
    without = case(norms={"impact": {"breached_by": ["drain"]}})
    paths = [entry.path for entry in without.not_used]
    assert paths == ["options.drain.features", "options.leave.features", "options.pump.features"]
    assert case().not_used == ()

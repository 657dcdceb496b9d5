"""What the parts of a case and of a study are where nothing is said of them."""

from fractions import Fraction

import pytest

from argue.errors import Problem
from argue.model.case import (
    Case,
    Challenge,
    ChallengeStatus,
    Compliance,
    Fact,
    FactStatus,
    Maxim,
    Modality,
    Norm,
    Option,
    Scale,
    Shape,
    Standpoint,
    StatedReason,
    Target,
    TargetKind,
    Universal,
    UniversalShape,
)
from argue.model.study import Behaviour, Grid, Study
from argue.model.verdict import Move, MoveKind


def test_a_standpoint_is_one_person_who_is_no_agent_and_consents_to_nothing():
    person = Standpoint("p", "a person")
    assert (person.count, person.general_count, person.level) == (1, 1, None)
    assert not (person.consent or person.responsible or person.cap)
    assert not (person.agent or person.prerogative)
    assert person.called == "p"
    assert Standpoint("old_man", "").called == "old man"
    assert Standpoint("p", "", name="Ann").called == "Ann"


def test_a_fact_is_agreed_a_scale_comparable_and_a_maxim_conceivable():
    fact = Fact("f", "it rains")
    assert (fact.status, fact.credence, fact.lean) == (FactStatus.AGREED, None, None)
    assert Scale().comparable
    assert Maxim().conceivable
    zero = Fraction(0)
    assert not Universal(zero, zero).refrain
    shape = UniversalShape(Shape.THRESHOLD, Fraction(9), Fraction(3))
    assert (shape.gain, shape.loss, shape.threshold) == (0, 0, None)


def test_an_option_may_be_taken_and_undone_and_wrongs_nobody():
    option = Option("a", "A")
    assert not (option.presume_forbidden or option.irreversible)
    assert not (option.uses_as_means or option.deceives or option.does_harm_to)


def test_a_norm_forbids_and_ranks_with_the_others_and_a_case_complies_with_the_letter():
    norm = Norm("n", "No vehicles")
    assert (norm.modality, norm.rank, norm.authority) == (Modality.FORBID, 0, "propose")
    assert Case("t", {}).compliance is Compliance.MERE


def test_a_challenge_is_raised_and_takes_the_complaint_away_altogether():
    challenge = Challenge("c", Target(TargetKind.SOURCE, "rejection"))
    assert (challenge.status, challenge.factor) == (ChallengeStatus.RAISED, 0)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("file", "case.yaml"),
        ("lines", {"title": 1}),
        ("written", "title: t"),
        ("places", {"title": (1, 1, 5)}),
        ("old_keys", (Problem("W015", "cq", "write question"),)),
    ],
)
def test_where_a_case_was_written_makes_it_no_other_case(field: str, value: object):
    assert Case("t", {}, **{field: value}) == Case("t", {})
    assert Case("t", {}) != Case("u", {})


def test_a_stated_reason_holds_without_a_condition_and_has_the_strength_one():
    reason = StatedReason("r", "critic", "a", "b")
    assert (reason.because, reason.strength) == ((), 1)


def test_the_readings_of_one_norm_count_as_the_norm():
    assert Norm("n", "No vehicles").family == Norm("n", "No vehicles").source_id == "norm:n"
    reading = Norm("letter", "No vehicles at all", reading_of="n")
    assert (reading.family, reading.source_id) == ("norm:n", "norm:letter")


def test_people_are_mostly_obedient_and_judgements_mostly_right():
    behaviour, study = Behaviour((), ()), Study("S")
    assert (behaviour.obedience, behaviour.temperature) == (Fraction(9, 10), 1)
    assert (study.noise, study.price) == (Fraction(1, 10), 2)


def test_the_thresholds_of_a_grid_are_evenly_apart_with_both_ends():
    points = Grid().points
    assert (len(points), points[0], points[1], points[-1]) == (51, 0, Fraction(1, 50), 1)
    assert Grid(Fraction(2), Fraction(5), 2).points == (2, Fraction(7, 2), 5)


def test_a_move_settles_or_upholds_unless_it_says_otherwise():
    assert str(Move(MoveKind.SETTLE_FACT, "rain")) == "rain"
    assert str(Move(MoveKind.SETTLE_FACT, "rain", holds=False)) == "not rain"
    assert str(Move(MoveKind.SET_ASIDE, "welfare")) == "set aside welfare"
    assert str(Move(MoveKind.UPHOLD, "doubt")) == "doubt upheld"
    assert str(Move(MoveKind.DISMISS, "doubt", holds=False)) == "doubt dismissed"

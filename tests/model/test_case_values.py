"""What the parts of a case and of a study are where nothing is said of them."""

from fractions import Fraction

from argue.model.case import (
    Fact,
    FactStatus,
    Maxim,
    Norm,
    Scale,
    Standpoint,
    StatedReason,
    Universal,
)
from argue.model.study import Behaviour, Study
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


def test_a_move_settles_or_upholds_unless_it_says_otherwise():
    assert str(Move(MoveKind.SETTLE_FACT, "rain")) == "rain"
    assert str(Move(MoveKind.SETTLE_FACT, "rain", holds=False)) == "not rain"
    assert str(Move(MoveKind.SET_ASIDE, "welfare")) == "set aside welfare"
    assert str(Move(MoveKind.UPHOLD, "doubt")) == "doubt upheld"
    assert str(Move(MoveKind.DISMISS, "doubt", holds=False)) == "doubt dismissed"

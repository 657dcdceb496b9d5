"""Virtual bargaining: whether those concerned would agree, and to which bargain."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.errors import CaseError, FrameworkError
from frameworks.virtual_bargaining import FRAMEWORK
from tests.frameworks.seen import analysed, favoured, found, said_alone, sentence

HOUSE = """
title: A house painted blue
text: Someone offers a great sum for the neighbour's house to be painted, half of it for them.
options: {paint: Paint it and share the sum, leave: Leave it as it is}
standpoints: {worker: {agent: true}, neighbour: {}, passers_by: {count: 100}}
payoffs:
  paint: {worker: 500, neighbour: %s, passers_by: 0}
  leave: {worker: 0, neighbour: 0, passers_by: 0}
frameworks: [{id: virtual_bargaining%s}]
"""
"""After Levine et al. 2024; the neighbour's number is the half offered less what they need."""

ROWS = st.lists(st.lists(st.integers(-2, 4), min_size=2, max_size=2), min_size=2, max_size=4)


@pytest.mark.parametrize(("needed", "verdict"), [(400, "allowed"), (500, "allowed")])
def test_an_absent_owner_who_is_offered_what_they_would_need_would_agree(needed, verdict):
    assert said_alone(HOUSE % (500 - needed, ""), "virtual_bargaining")["paint"] == verdict


def test_an_absent_owner_who_would_need_more_would_not():
    text = HOUSE % (500 - 501, "")
    assert said_alone(text, "virtual_bargaining") == {"paint": "forbidden", "leave": "required"}
    (reason,) = analysed(text).sources[0].reasons
    assert (reason.better, reason.worse, reason.voice) == ("leave", "paint", "neighbour")
    assert set(reason.margins.values()) == {1}


def test_an_unreasonable_demand_can_be_challenged():
    text = HOUSE % (-5000, "") + (
        "challenges: [{question: reasonable, status: accepted, "
        "because: nobody else would ask so much, "
        "against: {framework: virtual_bargaining, voice: neighbour}}]\n"
    )
    assert said_alone(text, "virtual_bargaining")["paint"] == "allowed"


def test_only_the_parties_named_are_asked():
    text = HOUSE % (-1, ", parties: [worker, passers_by]")
    assert said_alone(text, "virtual_bargaining")["paint"] == "allowed"
    with pytest.raises(CaseError, match=r"9:49.*\"owner\" is no standpoint of this case"):
        analysed(HOUSE % (-1, ", parties: [owner]"))


def test_what_people_fall_back_on_can_be_an_option():
    rows = {"war": [-5, -5], "truce": [-1, -4], "peace": [2, -6]}
    assert favoured(FRAMEWORK, rows, disagreement="war") == {("war", "peace"), ("truce", "peace")}
    with pytest.raises(FrameworkError, match="disagreement 'flight' is no option"):
        found(FRAMEWORK, rows, disagreement="flight")


def test_where_somebody_would_refuse_whatever_is_done_it_is_silent():
    text = (HOUSE % (-1, "")).replace("leave: {worker: 0,", "leave: {worker: -1,")
    assert set(said_alone(text, "virtual_bargaining").values()) == {"silent"}


def test_the_bargain_is_the_one_with_the_greatest_product_of_gains():
    """Nash 1950: products 4, 6 and 5; the sum would take the last, the worst off is in the second.

    One that somebody would refuse is out whatever the others gain.
    """
    rows = {"one": [4, 1], "even": [3, 2], "steep": [5, 1], "refused": [100, -1]}
    pairs = favoured(FRAMEWORK, rows, rule="nash")
    assert {("even", "one"), ("even", "steep"), ("steep", "one")} <= pairs
    assert {worse for _, worse in pairs} == {"one", "steep", "refused"}
    assert not any(better == "refused" for better, _ in pairs)


@given(ROWS, st.lists(st.integers(1, 5), min_size=2, max_size=2))
def test_the_bargain_does_not_depend_on_the_unit_of_either_party(rows, units):
    named = {f"o{i}": row for i, row in enumerate(rows)}
    scaled = {o: [u * x for u, x in zip(units, row, strict=True)] for o, row in named.items()}
    assert favoured(FRAMEWORK, named, rule="nash") == favoured(FRAMEWORK, scaled, rule="nash")


@given(ROWS)
def test_what_all_would_agree_to_is_favoured_over_what_someone_refuses(rows):
    named = {f"o{i}": row for i, row in enumerate(rows)}
    agreed = {o for o, row in named.items() if min(row) >= 0}
    expected = {(a, b) for a, b in permutations(named, 2) if a in agreed and b not in agreed}
    assert favoured(FRAMEWORK, named) == expected
    assert found(FRAMEWORK, named).passes == [1 if o in agreed else -1 for o in named]


def test_sentence():
    text = sentence(FRAMEWORK)
    assert text.startswith('the tenants would not agree to "sell", which leaves them 2.5 points')

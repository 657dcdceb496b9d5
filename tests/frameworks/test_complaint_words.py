"""Whose complaint it is and from which option it runs, in the words of the reasons."""

from typing import Any

import pytest

from argue.model.argument import Kind
from tests.frameworks.seen import analysed

DRUG = """
title: A drug for one of three
options: {%s}
standpoints:
  an: {count: 1, name: the first patient}
  second_patient: {count: 1}
facts: {strong: {status: disputed}}
payoffs: {%s}
frameworks: [%s]
"""
THREE = "most: A, some: B, none: C"
TABLE = (
    "most: {an: 9, second_patient: 0}, some: {an: 5, second_patient: 6}, "
    "none: {an: 0, second_patient: 3}"
)


def said(framework: str, *, options: str = THREE, table: str = TABLE) -> list[str]:
    """All that the graph of the case has reasons and replies say."""
    graph: Any = analysed(DRUG % (options, table, framework)).graph
    return [argument.text for argument in graph.of_kind(Kind.REASON, Kind.REPLY)]


def test_a_complaint_names_whose_it_is_and_the_best_option_of_the_menu():
    assert 'a complaint of 9 by the first patient, compared with "most", speaks against "none"' in (
        said("rejection")
    )


def test_who_has_no_name_is_called_by_the_id_in_words():
    texts = said("rejection")
    assert (
        'a complaint of 6 by second patient, compared with "some", speaks against "most"' in texts
    )
    assert 'a complaint at least as strong by second patient speaks against "most"' in texts
    assert 'a complaint at least as strong by the first patient speaks against "none"' in texts


def test_a_pairwise_complaint_runs_from_the_alternative_at_hand():
    texts = said("{id: rejection, complaint: pairwise}")
    assert 'a complaint of 5 by the first patient, compared with "some", speaks against "none"' in (
        texts
    )


def test_a_complaint_of_how_badly_off_one_is_runs_from_no_option():
    assert not [text for text in said("{id: rejection, complaint: level}") if "compared" in text]


def test_a_complaint_of_what_a_common_draw_may_bring_runs_from_no_option():
    """Which option is best for somebody differs from state to state."""
    lottery = TABLE.replace("an: 9", "an: {lottery: [[1/2, 9], [1/2, 1]]}")
    texts = said("{id: rejection, when: ex_post, draw: common}", table=lottery)
    assert [text for text in texts if "complaint of 9 by the first patient" in text]
    assert not [text for text in texts if "compared" in text]


def test_where_two_options_are_as_good_the_one_preferred_is_named():
    tied = TABLE.replace("an: 5", "an: 9")
    texts = said("rejection", table=tied)
    for option in ("most", "some"):
        assert any(f'compared with "{option}", speaks against "none"' in text for text in texts)


def test_who_is_wronged_complains_from_before():
    used = "most: A, some: B, none: {text: C, uses_as_means: [an]}"
    lost = TABLE.replace("an: 9", "an: -9").replace("an: 5", "an: -5").replace("an: 0", "an: -8")
    texts = said("rejection", options=used, table=lost)
    assert any('compared with before, speaks against "none"' in text for text in texts)
    assert not [text for text in said("rejection", options=used) if "before" in text]
    slight = said("rejection", options=used, table=lost.replace("an: -5", "an: -0.5"))
    assert any('compared with before, speaks against "none"' in text for text in slight)
    level = lost.replace("an: -5", "an: 0")
    texts = said("rejection", options=used, table=level)
    assert (
        'a complaint of 16 by the first patient, compared with "some", speaks against "none"'
        in (texts)
    )
    assert not [text for text in said("rejection", table=lost) if "before" in text]
    menu = said("{id: rejection, wronged_from: menu}", options=used, table=lost)
    assert not [text for text in menu if "before" in text]


def test_where_a_fact_decides_which_option_is_best_none_is_named():
    turned = TABLE.replace("most: {an: 9", "most: {an: {if: strong, then: 9, else: 1}")
    texts = [t for t in said("rejection", table=turned) if 'against "none"' in t and "first" in t]
    assert texts
    assert not [text for text in texts if "compared" in text]


@pytest.mark.parametrize("words", ["costs the first patient more", "loss to the first patient"])
def test_replies_for_an_agent_name_the_agent(words: str):
    text = DRUG.replace(
        "name: the first", "agent: true, cap: 1, prerogative: true, name: the first"
    )
    graph: Any = analysed(text % (THREE, TABLE, "rejection")).graph
    assert any(words in argument.text for argument in graph.of_kind(Kind.REPLY))


def test_a_doubt_without_a_text_names_whose_complaint_it_is_about():
    doubt = "challenges: [{question: consent, against: {framework: rejection, voice: an}}]\n"
    graph: Any = analysed(DRUG % (THREE, TABLE, "rejection") + doubt).graph
    assert [a.text for a in graph.of_kind(Kind.CHALLENGE)] == [
        "The first patient has agreed to this burden"
    ]

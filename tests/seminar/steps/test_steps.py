"""Step by step: the rounds are those of the grounded labelling, and every sentence is borne out."""

import re

import pytest
from hypothesis import given

from argue.analysis import analyze
from argue.errors import ArgueError, UnknownId
from argue.io.case import load_case
from argue.model.af import AF
from argue.model.argument import Kind
from argue.model.verdict import Label
from argue.semantics.grounded import grounded_labelling
from argue.seminar.language import language
from argue.seminar.steps.board import board_of
from argue.seminar.steps.building import building_steps, order_of
from argue.seminar.steps.labelling import labelling_steps, rounds_of
from argue.seminar.steps.telling import TELLINGS, blocks, steps_page, told
from tests.cli.command import run
from tests.strategies import graphs

CASES = ("mask-mandate", "animals", "fishing-commons", "six-senses-of-alignment")
WORDS = language()


@given(graphs())
def test_the_rounds_together_are_the_grounded_labelling(af: AF):
    found = rounds_of(af)
    labelling = grounded_labelling(af)
    assert frozenset().union(*(r.accepted for r in found)) == labelling.in_
    assert frozenset().union(*(r.rejected for r in found)) == labelling.out
    assert sum(len(r.accepted) for r in found) == len(labelling.in_)
    assert sum(len(r.rejected) for r in found) == len(labelling.out)


@given(graphs())
def test_a_round_accepts_what_had_only_rejected_attackers_before_it(af: AF):
    rejected: set[str] = set()
    for found in rounds_of(af):
        for name in af.arguments:
            free = rejected.issuperset(af.attackers_of(name))
            assert not free or name in grounded_labelling(af).in_
        assert all(rejected.issuperset(af.attackers_of(name)) for name in found.accepted)
        rejected |= found.rejected


@pytest.mark.parametrize("name", CASES)
def test_the_last_step_labels_every_box_as_the_whole_labelling_does(name: str):
    analysis = analyze(load_case(name))
    for number in range(1, len(analysis.positions) + 1):
        telling = labelling_steps(analysis, WORDS, position=number)
        whole = grounded_labelling(telling.board.graph)
        last = telling.steps[-1].labels
        assert last.keys() == telling.board.nodes.keys()
        assert all(whole.label_of(telling.board.behind(n)) is last[n] for n in last)


@pytest.mark.parametrize("name", CASES)
def test_options_that_are_accepted_step_by_step_are_permissible_in_that_position(name: str):
    analysis = analyze(load_case(name))
    for number, position in enumerate(analysis.positions, 1):
        labels = labelling_steps(analysis, WORDS, position=number).steps[-1].labels
        for option in analysis.graph.options:
            label = labels[f"permission:{option}"]
            assert label is Label.UNDEC or label is position.label(option)


@pytest.mark.parametrize("name", CASES)
def test_building_puts_every_box_on_the_board_once(name: str):
    board = board_of(analyze(load_case(name)))
    entered = order_of(board)
    options = {n.id for n in board.nodes.values() if n.kind is Kind.PERMISSION}
    assert sorted((*entered, *options)) == sorted(board.nodes)
    telling = building_steps(board.analysis, WORDS)
    assert [len(step.labels) for step in telling.steps] == list(
        range(len(options), len(board.nodes) + 1)
    )


def test_what_the_position_dismisses_is_rejected_as_soon_as_it_comes_in():
    telling = building_steps(analyze(load_case("animals")), WORDS)
    step = next(s for s in telling.steps if "challenge: marginal cases" in s.lines[0])
    assert step.labels["challenge:marginal_cases"] is Label.OUT
    assert WORDS.say("steps.dismissed") in step.lines


def test_every_rejection_that_is_told_names_what_is_accepted_by_then():
    telling = labelling_steps(analyze(load_case("mask-mandate")), WORDS)
    struck = [line for step in telling.steps for line in step.lines if "end" in line]
    assert any("It is attacked by what is accepted" in line for line in struck)
    before: dict[str, Label] = {}
    for step in telling.steps:
        for name, label in step.labels.items():
            if label is not before.get(name, Label.UNDEC):
                who = telling.board.who(name, WORDS)
                assert any(
                    line.startswith(("Accepted", "Rejected")) and who in line for line in step.lines
                )
        before = dict(step.labels)


def test_a_cycle_is_told_as_undecided_with_what_it_waits_for():
    text = """
title: A tie
options: {left: Go left, right: Go right}
reasons:
  - {id: one, by: habit, favours: left, over: right, text: It was always done so}
  - {id: two, by: habit, favours: right, over: left, text: It is time for a change}
"""
    telling = labelling_steps(analyze(load_case(text)), WORDS)
    assert any(line.startswith("Undecided") for line in telling.steps[-1].lines)
    assert WORDS.say("steps.verdict_none") in telling.steps[-1].lines


def test_words_of_the_trade_are_explained_once_where_they_come_first():
    whole = "\n".join(blocks(told(analyze(load_case("mask-mandate")), "labelling", WORDS)))
    assert len(re.findall(r"\(attack: ", whole)) == 1
    assert whole.index("(attack: ") < whole.index("Round 1")


@pytest.mark.parametrize("what", TELLINGS)
def test_slides_hold_every_step_in_words_and_as_a_picture(what: str):
    telling = told(analyze(load_case("animals")), what, WORDS)
    page = steps_page(telling)
    assert page.count('<section class="slide"') == len(telling.steps) == page.count("<svg ")
    assert 'http-equiv="Content-Security-Policy"' in page
    assert "src=" not in page and "href=" not in page


def test_a_position_there_is_not_is_refused_by_its_number():
    with pytest.raises(UnknownId, match="position:7"):
        labelling_steps(analyze(load_case("animals")), WORDS, position=7)


def test_other_semantics_are_refused_with_what_to_leave_out():
    with pytest.raises(ArgueError, match="leave out semantics"):
        board_of(analyze(load_case("animals"), semantics="grounded"))


def test_the_command_writes_all_steps_into_a_pipe_and_slides_into_a_page(tmp_path):
    done = run("steps", "mask-mandate", "--of", "building")
    assert done.returncode == 0
    assert b"An argument comes in" in done.stdout
    file = tmp_path / "steps.html"
    assert run("steps", "mask-mandate", "-o", str(file)).returncode == 0
    assert file.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_the_command_speaks_german_and_refuses_a_language_there_is_not():
    done = run("steps", "mask-mandate", "--language", "de")
    assert "Runde 1" in done.stdout.decode()
    refused = run("steps", "mask-mandate", "--language", "xx")
    assert refused.returncode == 2 and b"en, de" in refused.stderr

"""The games move by move come out as the games as whole trees do, however they are played."""

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argue.explain.games import grounded_game, preferred_game
from argue.model.af import AF
from argue.seminar.debate.rules import PROPONENT, RULES, Play, Rules, moved
from tests.strategies import graphs

GAMES = {"grounded": grounded_game, "preferred": preferred_game}


def af(text: str) -> AF:
    return AF.parse(text)


def picked(names: Sequence[str], random: Random | None) -> str:
    return names[0] if random is None else random.choice(names)


def winner_of(rules: Rules, claim: str, proponent: Random | None, opponent: Random | None) -> str:
    """Who wins if each side plays at random, or without a source of chance as well as it can."""
    play = Play((claim,))
    while not play.winner:
        legal = rules.legal(play)
        if not legal:
            play = rules.silent(play)
            continue
        good = rules.good(play)
        assert set(good) <= set(legal)
        random = proponent if play.turn == PROPONENT else opponent
        play = moved(play, picked(good if good and random is None else legal, random))
    return play.winner


@pytest.mark.parametrize("game", RULES)
@given(graph=graphs(max_size=5), seed=st.integers(0, 99))
def test_whoever_plays_on_gets_what_the_whole_game_says(game: str, graph: AF, seed: int):
    rules = RULES[game](graph)
    for claim in graph.arguments:
        won = GAMES[game](graph, claim).won
        assert rules.winnable(Play((claim,))) == won
        for proponent in (None, Random(seed)):
            for opponent in (None, Random(seed + 1)):
                assert (winner_of(rules, claim, proponent, opponent) == PROPONENT) == won


@pytest.mark.parametrize("game", RULES)
def test_a_claim_that_attacks_itself_is_lost(game: str):
    assert winner_of(RULES[game](af("a->a")), "a", None, None) != PROPONENT


def test_a_reply_may_not_be_repeated_on_a_line_of_the_grounded_game():
    rules = RULES["grounded"](af("a<->b"))
    play = Play(("a", "b"))
    assert rules.legal(play) == ()
    assert rules.why_illegal(play, "a") == "debate.repeated"


def test_a_reply_may_repeat_in_the_preferred_game_what_is_held_already():
    rules = RULES["preferred"](af("a<->b"))
    assert rules.legal(Play(("a",))) == ()
    assert rules.silent(Play(("a",))).winner == PROPONENT


def test_a_reply_that_conflicts_with_what_was_said_is_refused():
    rules = RULES["preferred"](af("b->a c->b c->a"))
    play = Play(("a", "b"))
    assert rules.legal(play) == ()
    assert rules.why_illegal(play, "c") == "debate.conflicts"


def test_a_reply_that_failed_is_taken_back_and_not_offered_again():
    rules = RULES["grounded"](af("b->a c->b d->c e->b"))
    play = rules.silent(Play(("a", "b", "c", "d")))
    assert play.line == ("a", "b")
    assert rules.legal(play) == ("e",)
    assert rules.why_illegal(play, "c") == "debate.done_with"

"""Discussion games: a winning strategy exists exactly when the argument is accepted."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given

from argue.errors import OutOfBudget, UnknownId
from argue.explain.games import Discussion, Move, grounded_game, preferred_game
from argue.model.af import AF
from argue.semantics.grounded import grounded_labelling
from argue.semantics.tasks import extensions
from tests.strategies import CORNER_CASES, af, graphs

Game = Callable[[AF, str], Discussion]


def moves(move: Move) -> Iterator[Move]:
    yield move
    for following in move.followed_by:
        yield from moves(following)


def is_a_tree_of_attacks(graph: AF, move: Move, claims: frozenset[str] = frozenset()) -> None:
    """An objection is against some claim made on its line, a reply against the objection."""
    assert bool(move.reason) == (not move.followed_by)
    for following in move.followed_by:
        assert following.by != move.by
        if move.by == "opponent":
            assert following.argument in graph.attackers_of(move.argument)
        else:
            said = claims | {move.argument}
            assert any(following.argument in graph.attackers_of(claim) for claim in said)
        own = {move.argument} if move.by == "proponent" else set[str]()
        is_a_tree_of_attacks(graph, following, claims | own)


def is_a_strategy(graph: AF, discussion: Discussion) -> None:
    """Every objection is met once if won; every line ends with the winner's move."""
    for move in moves(discussion.tree):
        if discussion.won and move.by == "opponent":
            assert len(move.followed_by) == 1
        if not move.followed_by:
            winner = "proponent" if discussion.won else "opponent"
            assert move.by == winner or move.reason == "it attacks itself"


@given(graphs(max_size=6))
def test_the_grounded_game_is_won_exactly_by_members_of_the_grounded_extension(graph: AF):
    extension = grounded_labelling(graph).extension
    for argument in graph.arguments:
        discussion = grounded_game(graph, argument)
        assert discussion.won == (argument in extension)
        is_a_tree_of_attacks(graph, discussion.tree)
        is_a_strategy(graph, discussion)


@given(graphs(max_size=6))
def test_the_preferred_game_is_won_exactly_by_members_of_some_preferred_extension(graph: AF):
    accepted = {a for e in extensions(graph, "preferred") for a in e}
    for argument in graph.arguments:
        discussion = preferred_game(graph, argument)
        assert discussion.won == (argument in accepted)
        is_a_tree_of_attacks(graph, discussion.tree)
        is_a_strategy(graph, discussion)


@pytest.mark.parametrize("text", CORNER_CASES.values(), ids=CORNER_CASES)
def test_what_is_won_in_the_grounded_game_is_won_in_the_other(text: str):
    graph = af(text)
    for argument in graph.arguments:
        if grounded_game(graph, argument).won:
            assert preferred_game(graph, argument).won


def test_an_outline_says_who_speaks_and_why_a_line_ends():
    assert grounded_game(af("c->b b->a"), "a").lines == (
        "proponent: a",
        "  opponent: b",
        "    proponent: c (nothing attacks it)",
    )
    assert preferred_game(af("a<->b"), "a").won
    assert (
        grounded_game(af("a<->b"), "a")
        .lines[-1]
        .endswith("b (every answer repeats an earlier one)")
    )


@pytest.mark.parametrize("game", [grounded_game, preferred_game])
def test_unknown_arguments_and_long_games_are_errors(game: Game):
    with pytest.raises(UnknownId):
        game(af("a->b"), "c")
    with pytest.raises(OutOfBudget):
        game(af("a->b b->c c->d"), "d", most=2)

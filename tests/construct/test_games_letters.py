"""The letters of the families of games, their domains, and the weight of morality."""

from fractions import Fraction as F

import pytest

from argue.construct.games.data import Concept, GameError
from argue.construct.games.equilibria import equilibrium
from argue.construct.games.families import FAMILIES, family_game
from argue.errors import UnknownId
from tests.construct.test_games_literature import EXAMPLES, NASH, SIMPLE


@pytest.mark.parametrize(
    ("family", "letters", "key", "says"),
    [
        ("commons", {"n": 2, "a": 10}, "b", "is missing: fall of that gain"),
        ("commons", {"n": 2, "a": 10, "b": -1}, "b", "at least 0"),
        ("commons", {"n": "2.5", "a": 10, "b": 1}, "n", "whole number from 2"),
        ("commons", {"n": 2, "a": "ten", "b": 1}, "a", "is ten, but must be"),
        ("commons", {"n": 2, "a": 10, "b": 1, "q": 1}, "q", "is no parameter of this game"),
        ("cournot", {"n": 2, "a": 1, "b": 0}, "b", "more than 0"),
        ("cournot", {"n": 2, "a": "1e999999999", "b": 1}, "a", "must be a number"),
        ("cournot", {"n": 2, "a": "1/0", "b": 1}, "a", "must be a number"),
        ("public-good", {"theta": 3}, "theta", "a list of numbers"),
        ("public-good", {"theta": [3]}, "theta", "needs 2"),
        ("public-good", {"theta": [3, 0]}, "theta", "more than 0"),
        ("volunteer", {"n": 5, "c": 2}, "c", "more than b"),
        ("prisoners-dilemma", {"T": 1, "R": 3, "P": 1, "S": 0}, "T", "T > R > P"),
        ("volunteer", {"n": 5, "b": 0, "c": 1}, "b", "more than 0"),
        ("volunteer", {"n": 5, "b": "-1/2", "c": 1}, "b", "more than 0"),
        ("govsim", {"months": True}, "months", "whole number"),
    ],
)
def test_errors_name_the_letter_and_its_domain(family, letters, key, says):
    with pytest.raises(GameError, match=says) as caught:
        family_game(family, **letters)
    assert caught.value.key == key
    assert str(caught.value).startswith(f"{key}: ")


@pytest.mark.parametrize(
    ("family", "letter", "last", "beyond"),
    [
        *((family, "n", 2, 1) for family in FAMILIES if "n" in EXAMPLES[family]),
        ("commons", "a", "1.01", 0),
        ("commons", "b", "1/100", "-1/100"),
        ("commons", "c", 0, "-1/100"),
        ("commons", "m", "1/100", 0),
        ("commons-quadratic", "a", "1/100", 0),
        ("commons-quadratic", "b", "1/100", 0),
        ("commons-quadratic", "c", 0, "-1/100"),
        ("public-good", "theta", [1, "1/100"], [1, 0]),
        ("team", "a", "1/100", 0),
        ("cournot", "a", "1.01", 0),
        ("cournot", "b", "1/100", 0),
        ("cournot", "c", 0, "-1/100"),
        ("volunteer", "b", 1, 0),
        ("volunteer", "c", "1/100", 0),
        ("volunteer", "c", 2, "2.01"),
        ("prisoners-dilemma", "S", 1, "1.01"),
        ("prisoners-dilemma", "P", "3.99", 4),
        ("prisoners-dilemma", "R", "8.99", 9),
        ("govsim", "n", 20, 21),
        ("govsim", "n", 3, "5/2"),
        ("govsim", "cap", 1, "1/2"),
        ("govsim", "cap", 200, 201),
        ("govsim", "g", "1.01", 1),
        ("govsim", "months", 1, 0),
        ("govsim", "months", 60, 61),
        ("govsim", "months", 2, "5/2"),
    ],
)
def test_every_letter_has_the_domain_in_which_the_game_makes_sense(family, letter, last, beyond):
    given = {**EXAMPLES[family], "b": 2} if letter == "c" else EXAMPLES[family]
    assert family_game(family, **{**given, letter: last}).players >= 2
    with pytest.raises(GameError):
        family_game(family, **{**given, letter: beyond})


def test_letters_that_may_be_left_out_have_their_usual_value():
    assert family_game("commons", n=2, a=3, b=1).against(F(1), F(1)) == 1
    assert family_game("commons-quadratic", n=2, a=3, b=1).against(F(1), F(1)) == F(1, 2)
    assert family_game("cournot", n=2, a=3, b=1).against(F(1), F(1)) == 1
    assert family_game("volunteer", n=2, c=F(1, 4)).against(F(0), F(1)) == 1
    published = family_game("govsim", n=5, cap=100, g=2, months=12)
    lake = family_game("govsim")
    assert (lake.players, lake.high) == (published.players, published.high) == (5, 20)
    for catch in lake.grid():  # Piatti et al. 2024: five who fish, 100 tonnes that double
        assert lake.against(catch, F(9)) == published.against(catch, F(9))


@pytest.mark.parametrize("family", ["commons", "team", "cournot", "commons-quadratic"])
def test_without_and_with_nothing_but_morality_it_is_nash_and_kantian(family):
    """The ends of the scale in Alger and Weibull 2013."""
    game = family_game(family, **EXAMPLES[family])
    for weight, concept in ((0, NASH), (1, SIMPLE)):
        found = equilibrium(game, Concept.HOMO_MORALIS, weight=weight)
        assert found.profile == pytest.approx(equilibrium(game, concept).profile, abs=1e-5)


def test_an_unknown_family_is_named_with_the_known_ones():
    with pytest.raises(UnknownId, match="govsim"):
        family_game("chicken")


@pytest.mark.parametrize(("weight", "said"), [(None, "missing"), (-1, "-1"), (F(3, 2), "3/2")])
def test_a_degree_of_morality_lies_between_0_and_1(weight, said):
    game = family_game("team", a=8, n=4)
    with pytest.raises(GameError, match=f"is {said}, but homo-moralis needs .* from 0 to 1"):
        equilibrium(game, Concept.HOMO_MORALIS, weight=weight)

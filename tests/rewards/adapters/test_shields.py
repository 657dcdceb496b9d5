"""Norms over time as machines and shields, against following every course of action."""

import random
from itertools import product

import pytest

import argue
from argue.errors import ArgueError
from argue.logic.temporal.monitor import Standing, monitor
from argue.logic.temporal.reading import parse_temporal
from argue.rewards.adapters.machines import Norms, norms_of
from argue.rewards.adapters.shields import Model, Shield


def norms(*formulas, reparation=None):
    repair = parse_temporal(reparation) if reparation else None
    return Norms({text: monitor(parse_temporal(text), repair) for text in formulas})


# Two rooms and a way out: asked in the first, one has to answer within two steps, and answering is
# possible in the third state only.
STAY, ON = 0, 1
ROOMS = Model(
    successors=[[[0], [1]], [[1], [2]], [[2], [0]]],
    labels=[set(), {"asked"}, {"answered"}],
)


def test_a_step_says_what_it_breaches_and_repairs():
    followed = norms("G !leak", reparation="F reported")
    first = followed.step(followed.start, {"leak"})
    assert first.breached == ("G !leak",) and first.repaired == ()
    second = followed.step(first.states, {"reported"})
    assert second.breached == () and second.repaired == ("G !leak",)
    assert followed.standings(second.states) == {"G !leak": Standing.REPAIRED}


def test_what_is_owed_is_a_breach_at_the_last_step_alone():
    followed = norms("F answered")
    assert followed.step(followed.start, set()).breached == ()
    assert followed.step(followed.start, set(), last=True).breached == ("F answered",)
    assert followed.step(followed.start, {"answered"}, last=True).breached == ()


def test_a_shield_masks_out_what_breaches_now():
    shield = Shield(norms("G !asked"), ROOMS)
    assert shield.mask(0, (0,)) == (True, False)


def test_a_shield_masks_out_what_makes_a_breach_unavoidable():
    # after asking, one step is needed to answer; within 0 there is none left
    followed = norms("G (asked -> F<=1 answered)")
    shield = Shield(followed, ROOMS)
    assert shield.mask(0, followed.start) == (True, True)
    asked = followed.step(followed.start, {"asked"}).states
    assert shield.mask(1, asked) == (False, True)  # to stay is to be asked again, and too late
    hopeless = Shield(norms("G (asked -> F<=0 answered)"), ROOMS)
    assert hopeless.mask(0, (0,)) == (True, False)


def test_where_nothing_is_safe_the_fewest_breaches_stay_open():
    model = Model(
        successors=[[[1], [2], []], [[1]] * 3, [[2]] * 3], labels=[set(), {"a", "b"}, {"a"}]
    )
    shield = Shield(norms("G !a", "G !b"), model)
    assert shield.mask(0, (0, 0)) == (False, True, False)
    assert not shield.safe(0, (0, 0))


def test_an_episode_that_ends_has_to_have_given_what_was_owed():
    # leaving at once ends it with the answer owed; the way round by the answer does not
    model = Model(
        successors=[[[3], [1]], [[2], [2]], [[3], [3]], [[3], [3]]],
        labels=[set(), set(), {"answered"}, set()],
        ends={3},
    )
    shield = Shield(norms("F answered"), model)
    assert shield.mask(0, (0,)) == (False, True)


def played(shield, model, node, depth):
    """Whether some choice of actions avoids breaches for so many steps, whatever comes."""
    state, states = node
    if depth == 0 or state in model.ends:
        return True
    return any(
        targets and all(outcome(shield, model, states, t, depth) for t in targets)
        for targets in model.successors[state]
    )


def outcome(shield, model, states, target, depth):
    change = shield.norms.step(states, model.labels[target], last=target in model.ends)
    return not change.breached and played(shield, model, (target, change.states), depth - 1)


FORMULAS = (
    "G !a",
    "G (a -> F<=2 b)",
    "G (b -> X !b)",
    "!b W a",
    "F<=3 (a & b)",
    "G (a -> WX b)",
    "F b",
)


@pytest.mark.parametrize("seed", range(40))
def test_what_a_shield_holds_safe_is_what_can_be_played_on_without_a_breach(seed):
    """Against a search of every course of so many steps, deep enough for models this small."""
    rng = random.Random(seed)
    size = 4
    labels = [frozenset(p for p in "ab" if rng.random() < 0.5) for _ in range(size)]
    ends = {size - 1} if rng.random() < 0.5 else set()
    moves = [
        [rng.sample(range(size), rng.choice([1, 1, 2])) for _ in range(2)] for _ in range(size)
    ]
    model = Model(moves, labels, ends=ends)
    followed = norms(*rng.sample(FORMULAS, rng.choice([1, 2])))
    shield = Shield(followed, model)
    deep = 7
    for state, first in product(range(size), range(size)):
        if state in ends or first in ends:
            continue
        assert shield.safe(state, followed.start) == played(
            shield, model, (state, followed.start), deep
        )
        for action, open_ in enumerate(shield.mask(state, followed.start)):
            if shield.safe(state, followed.start):
                targets = model.successors[state][action]
                fine = all(outcome(shield, model, followed.start, t, deep) for t in targets)
                assert open_ == fine


@pytest.mark.parametrize("seed", range(10))
def test_who_keeps_to_a_shield_never_breaches(seed):
    rng = random.Random(seed)
    followed = norms("G (asked -> F<=2 answered)")
    shield = Shield(followed, ROOMS)
    state, states = 0, followed.start
    for _ in range(50):
        open_ = [a for a, fine in enumerate(shield.mask(state, states)) if fine]
        state = rng.choice(ROOMS.successors[state][rng.choice(open_)])
        change = followed.step(states, ROOMS.labels[state])
        assert not change.breached
        states = change.states


def test_norms_over_time_are_taken_from_a_case():
    case = argue.load_case(
        {
            "title": "Asked",
            "options": {
                "do": {"text": "answer", "trace": [["asked"], ["answered"]]},
                "skip": {"text": "skip it", "trace": [["asked"], []]},
            },
            "norms": {
                "answer": {"text": "answer what is asked", "ltl": "G(asked -> F answered)"},
                "plain": {"text": "no skipping", "breached_by": ["skip"]},
            },
        }
    )
    assert list(norms_of(case).monitors) == ["answer"]


def test_a_case_without_norms_over_time_is_an_error():
    case = argue.load_case({"title": "None", "options": {"a": "a", "b": "b"}})
    with pytest.raises(ArgueError, match="no norm is about time: give one with ltl or a pattern"):
        norms_of(case)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (([[[0]]], [set(), set()]), "successors for each of its 2 labelled states"),
        (([[[0]], [[0], [0]]], [set(), set()]), "the same number of actions in every state"),
        (([[[5]]], [set()]), "an action in state 0 leads to a state that is not labelled"),
        (([[[], []]], [set()]), "no action leads on from state 0: name it among `ends`"),
    ],
)
def test_a_model_that_is_none_is_an_error(given, said):
    with pytest.raises(ArgueError, match=said):
        Model(*given)


def test_a_place_that_cannot_be_come_to_is_an_error():
    with pytest.raises(ArgueError, match="is not reached"):
        Shield(norms("G !a"), ROOMS).mask(0, (9,))

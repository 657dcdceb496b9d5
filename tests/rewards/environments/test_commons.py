"""A commons and what is universalized in it: by hand, and against simulation."""

from dataclasses import replace

import numpy as np
import pytest

from argue.errors import ArgueError
from argue.rewards import Code
from argue.rewards.environments.commons import Commons, State
from argue.rewards.environments.norms import (
    COMPLIED,
    commons_case,
    commons_columns,
    commons_judge,
)
from argue.rewards.environments.universal import Universal

SMALL = Commons(capacity=20, people=3, most=3, growth=0.4, steps=60)
UNIVERSAL = Universal(SMALL, discount=0.9)
CAREFUL = Universal(SMALL, discount=0.98)


def test_everyone_gets_what_they_ask_for_while_there_is_enough():
    takes = np.array([[3, 0, 1]])
    assert SMALL.granted(np.array([4]), takes).tolist() == [[3, 0, 1]]
    assert SMALL.granted(np.array([3]), takes).tolist() == [[2, 0, 0]]
    assert SMALL.granted(np.array([0]), takes).tolist() == [[0, 0, 0]]


def test_a_step_by_hand():
    commons = replace(SMALL, growth=0.5, patience=2)
    state = State(np.array([14]), np.array([[0, 1, 0]]))
    after, rewards = commons.step(state, np.array([[3, 0, 1]]), np.random.default_rng(1))
    assert after.stock[0] in (12, 13)  # 10 left, and 10 + 0.5 x 10 x (1 - 10 / 20) = 12.5
    assert after.fasting.tolist() == [[0, 2, 0]] and rewards.tolist() == [[3.0, -1.0, 1.0]]


def test_growth_is_right_on_average_and_a_lost_stock_stays_lost():
    state = State(np.full(20_000, 11), np.zeros((20_000, 3), dtype=np.int64))
    nothing = np.zeros((20_000, 3), dtype=np.int64)
    after, _ = SMALL.step(state, nothing, np.random.default_rng(2))
    assert after.stock.mean() == pytest.approx(11 + 0.4 * 11 * 0.45, abs=0.02)
    gone, _ = SMALL.step(State(np.zeros(9, dtype=int), state.fasting[:9]), nothing[:9], np.random)
    assert not gone.stock.any()


def simulated(act_table, runs=3000, steps=120):
    """The mean discounted reward for each if everyone takes what the table says, from full."""
    commons, rng = SMALL, np.random.default_rng(3)
    state, total = commons.start(runs), 0.0
    for step in range(steps):
        takes = act_table[state.stock[:, np.newaxis], state.fasting]
        state, rewards = commons.step(state, takes, rng)
        total += UNIVERSAL.discount**step * rewards.mean()
    return total


def test_the_best_for_all_is_what_simulating_it_gives():
    assert simulated(UNIVERSAL.acts.argmax(axis=-1)) == pytest.approx(UNIVERSAL.full, rel=0.02)


@pytest.mark.parametrize("share", [0.02, 0.1, 0.3])
def test_what_the_greediest_policy_within_a_tolerance_is_worth_is_what_simulating_it_gives(share):
    allowed = UNIVERSAL.losses <= share * UNIVERSAL.full
    greediest = SMALL.most - np.argmax(allowed[..., ::-1], axis=-1)
    value = UNIVERSAL.greediest_within(allowed)[SMALL.capacity, 0]
    assert simulated(greediest) == pytest.approx(value, rel=0.03, abs=0.1)


@pytest.mark.parametrize("share", [0.02, 0.1, 0.3])
def test_universalizing_the_policy_keeps_its_loss_within_the_share(share):
    tolerance = UNIVERSAL.tolerance_for(share)
    kept = UNIVERSAL.greediest_within(UNIVERSAL.losses <= tolerance)[SMALL.capacity, 0]
    assert kept >= (1 - share) * UNIVERSAL.full - 1e-9
    assert tolerance <= share * UNIVERSAL.full


def test_tolerating_the_same_loss_with_every_act_loses_more_than_the_share():
    share = 0.1
    acts = CAREFUL.greediest_within(CAREFUL.losses <= share * CAREFUL.full)
    assert acts[SMALL.capacity, 0] < (1 - 2 * share) * CAREFUL.full


def test_losses_along_the_way_add_up_to_what_a_course_of_action_loses():
    """The lemma behind the budget, for the greediest policy of a tolerance, by simulation."""
    allowed = UNIVERSAL.losses <= 0.1 * UNIVERSAL.full
    greediest = SMALL.most - np.argmax(allowed[..., ::-1], axis=-1)
    commons, rng = SMALL, np.random.default_rng(4)
    state, spent = commons.start(4000), 0.0
    for step in range(120):
        takes = greediest[state.stock[:, np.newaxis], state.fasting]
        at = state.stock[:, np.newaxis], state.fasting, takes
        spent += UNIVERSAL.discount**step * UNIVERSAL.losses[at].mean()
        state, _ = commons.step(state, takes, rng)
    lost = UNIVERSAL.full - UNIVERSAL.greediest_within(allowed)[SMALL.capacity, 0]
    assert spent == pytest.approx(lost, rel=0.05)


def statuses(stock, fasting, *, others=COMPLIED, exceptions=("need", "assurance")):
    judge = commons_judge(SMALL, seed=4, exceptions=exceptions)
    columns = commons_columns(
        CAREFUL, np.array([stock]), np.array([fasting]), tolerance=0.05, others=others
    )
    verdicts = judge({name: columns[name] for name in judge.columns})
    return [int(code) for code in verdicts.statuses[0] > 0]


def test_what_only_hunger_tells_apart():
    stock = next(s for s in range(8, 20) if statuses(s, 0, exceptions=()) == [1, 0, 0, 0])
    assert statuses(stock, SMALL.patience, exceptions=("need",)) == [1, 1, 0, 0]
    assert statuses(stock, 0, exceptions=("need",)) == [1, 0, 0, 0]


def test_the_seed_goes_before_need():
    assert statuses(SMALL.people + 4 - 1, SMALL.patience) == [1, 0, 0, 0]


def test_beside_others_who_defect_one_may_take_as_much_as_they_and_no_more():
    stock = next(s for s in range(8, 20) if statuses(s, 0) == [1, 0, 0, 0])
    assert statuses(stock, 0, others=2) == [1, 1, 1, 0]
    assert statuses(stock, 0, others=2, exceptions=("need",)) == [1, 0, 0, 0]


def test_a_judgement_of_a_commons_gives_its_reasons():
    judge = commons_judge(SMALL, seed=4)
    columns = commons_columns(
        CAREFUL, np.array([10]), np.array([0]), tolerance=0.05, others=COMPLIED
    )
    row = {name: float(columns[name][0]) for name in judge.columns}
    assert judge({name: [value] for name, value in row.items()}).statuses[0, 3] == Code.RULED_OUT
    analysis = judge.explain(row)
    assert str(analysis.status("take_3")) == "impermissible"


def test_exceptions_that_are_left_out_leave_no_trace_in_the_case():
    case = commons_case(3, exceptions=())
    assert case["challenges"] == [] and list(case["norms"]) == ["seed"]


@pytest.mark.parametrize("wrong", [{"people": 0}, {"growth": 1.5}, {"spoilt": -1}, {"steps": 0}])
def test_a_commons_that_cannot_be_is_an_error(wrong):
    with pytest.raises(ArgueError, match="a commons needs"):
        Commons(**wrong)

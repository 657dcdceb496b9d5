"""Judged PettingZoo environments, its own checkers included.

Not collected by default, since it needs PettingZoo: `bash .ci/rl` runs it.
"""

import warnings

import numpy as np
import pytest
from pettingzoo.utils import parallel_to_aec

from argue.errors import ArgueError, UnknownId
from argue.rewards.adapters import JudgedParallelEnv, Rewarding, ShapingWarning
from argue.rewards.environments.commons import Commons
from argue.rewards.environments.harvests import CommonsParallelEnv
from argue.rewards.environments.norms import COMPLIED, commons_columns, commons_judge
from argue.rewards.environments.universal import Universal

with warnings.catch_warnings():
    # The checkers of PettingZoo 1.27 import one of its environments in a way that it deprecates.
    warnings.simplefilter("ignore", DeprecationWarning)
    from pettingzoo.test import api_test, parallel_api_test, parallel_seed_test

COMMONS = Commons(capacity=20, people=3, most=3, steps=12)
UNIVERSAL = Universal(COMMONS)
JUDGE = commons_judge(COMMONS, seed=4)


def read(agent, observation, info):
    stock, fasting = (np.array([int(number)]) for number in observation[:2])
    columns = commons_columns(UNIVERSAL, stock, fasting, tolerance=0.1, others=COMPLIED)
    return {name: float(columns[name][0]) for name in JUDGE.columns}


def judged(**given):
    return JudgedParallelEnv(CommonsParallelEnv(COMMONS), JUDGE, read=read, **given)


@pytest.mark.parametrize("make", [lambda: CommonsParallelEnv(COMMONS), judged])
def test_the_checkers_of_pettingzoo_pass(make):
    parallel_api_test(make(), num_cycles=200)
    parallel_seed_test(make, num_cycles=50)


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_the_checker_of_turn_based_environments_passes_its_other_form():
    api_test(parallel_to_aec(judged()), num_cycles=50)


def test_every_agent_is_paid_by_the_verdict_on_its_own_action():
    env = judged()
    env.reset(seed=1)
    plain = CommonsParallelEnv(COMMONS)
    plain.reset(seed=1)
    masks = {agent: env.action_masks(agent) for agent in env.agents}
    for _ in range(5):
        actions = dict(zip(env.agents, (0, 1, 3), strict=True))
        masks = {agent: env.action_masks(agent) for agent in env.agents}
        _, rewards, _, _, infos = env.step(actions)
        _, own, _, _, _ = plain.step(actions)
        for agent, action in actions.items():
            cost = 0.0 if masks[agent][action] else 1.0
            assert infos[agent]["cost"] == cost and rewards[agent] == own[agent] - cost
            assert infos[agent]["verdict"]["option"] == f"take_{action}"
            assert infos[agent]["action_mask"].dtype == np.int8


def test_who_keeps_to_the_mask_costs_nothing_and_keeps_the_stock():
    env = judged()
    observations, infos = env.reset(seed=3)
    while env.agents:
        actions = {a: int(np.flatnonzero(infos[a]["action_mask"])[-1]) for a in env.agents}
        observations, _, _, _, infos = env.step(actions)
        assert all(info["cost"] == 0 for info in infos.values())
    assert all(seen[0] > 4 for seen in observations.values())


def test_a_potential_pays_its_change_for_every_agent():
    with pytest.warns(ShapingWarning):
        rewarding = Rewarding("potential", potential="best", discount=0.5)
    env = judged(rewarding=rewarding)
    before, _ = env.reset(seed=1)
    plain = CommonsParallelEnv(COMMONS)
    plain.reset(seed=1)
    while env.agents:
        actions = dict.fromkeys(env.agents, 1)
        after, rewards, _, _, _ = env.step(actions)
        _, own, _, _, _ = plain.step(actions)
        for agent in actions:
            here, there = (read(agent, seen[agent], {})["best"] for seen in (before, after))
            assert rewards[agent] == pytest.approx(own[agent] + 0.5 * there - here)
        before = after


def test_an_agent_that_is_not_there_or_does_not_act_is_an_error():
    env = judged()
    env.reset(seed=1)
    with pytest.raises(UnknownId, match="person_9"):
        env.action_masks("person_9")
    with pytest.raises(UnknownId, match="person_9"):
        env.explain("person_9")
    with pytest.raises(ArgueError, match="this differs on: person_2"):
        env.step({"person_0": 0, "person_1": 0})


def test_the_reasons_of_an_agent_are_at_hand():
    env = judged()
    env.reset(seed=1)
    assert str(env.explain("person_0").status("take_0")) in ("permissible", "obligatory")

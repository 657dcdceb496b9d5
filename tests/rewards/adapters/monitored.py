"""Environments in which norms over time are followed, at gymnasium's interface.

Not collected by default, since it needs gymnasium: `bash .ci/rl` runs it.
"""

import numpy as np
import pytest
from gymnasium.utils.env_checker import check_env

from argue.errors import ArgueError
from argue.logic.temporal.monitor import monitor
from argue.logic.temporal.reading import parse_temporal
from argue.rewards.adapters import JudgedEnv, MonitoredEnv
from argue.rewards.adapters.machines import Norms
from argue.rewards.adapters.monitored import Pay
from argue.rewards.adapters.shields import Model
from tests.rewards.adapters.worlds import Road, judge, read

LENGTH = 5
TEXT = "G (mud -> F<=1 washed)"
"""Square 2 is muddy, and one washes on square 3."""
NORMS = Norms(
    {"wash": monitor(parse_temporal(TEXT)), "arrive": monitor(parse_temporal("F washed"))}
)
LABELS = [{2: {"mud"}, 3: {"washed"}}.get(place, set()) for place in range(LENGTH + 1)]
MODEL = Model(
    successors=[[[min(s + a, LENGTH)] for a in range(3)] for s in range(LENGTH + 1)],
    labels=LABELS,
    ends={LENGTH},
    locate=lambda observation, info: int(observation),
)
STAY, GO, JUMP = range(3)


def label(observation, info):
    return LABELS[int(observation)]


def monitored(**given):
    env = MonitoredEnv(Road(LENGTH), NORMS, label=label, **given)
    env.reset(seed=1)
    return env


@pytest.mark.filterwarnings("ignore:.*different from the unwrapped version:UserWarning")
@pytest.mark.filterwarnings("ignore:.*from other wrappers is deprecated:UserWarning")
@pytest.mark.filterwarnings("ignore:.*(render|spec).*:UserWarning")
def test_the_checker_of_gymnasium_passes():
    check_env(MonitoredEnv(Road(LENGTH), NORMS, label=label, model=MODEL), skip_render_check=True)


def test_a_breach_is_paid_once_and_seen_in_the_observation():
    env = monitored(pay=Pay(breach=-3.0))
    observation, reward, _, _, info = env.step(JUMP)
    assert (reward, info["cost"], info["norms"]["wash"]) == (2.0, 0.0, "active")
    before = observation["norms"].tolist()
    observation, reward, _, _, info = env.step(STAY)
    assert reward == -3.0 and info["breached"] == ("wash",) and info["cost"] == 1.0
    assert observation["norms"].tolist() != before and observation in env.observation_space
    _, reward, _, _, info = env.step(STAY)
    assert reward == 0.0 and info["breached"] == ()


def test_what_is_owed_counts_where_an_episode_ends_but_not_where_it_is_cut_off():
    env = monitored()
    for action in (GO, GO, JUMP, GO):
        _, reward, terminated, _, info = env.step(action)
    assert terminated and info["breached"] == ("arrive",) and reward == 0.0
    env = monitored()
    for _ in range(8):
        _, reward, _, truncated, info = env.step(STAY)
    assert truncated and info["breached"] == ()


def test_who_keeps_to_the_shield_breaches_nothing():
    rng = np.random.default_rng(2)
    for _ in range(30):
        env = monitored(model=MODEL)
        terminated = truncated = False
        while not (terminated or truncated):
            action = rng.choice(np.flatnonzero(env.action_masks()))
            _, _, terminated, truncated, info = env.step(action)
            assert info["cost"] == 0.0


def test_the_shield_keeps_the_way_to_the_washing_place_open():
    env = monitored(model=MODEL)
    env.step(JUMP)
    assert env.action_masks().tolist() == [False, True, False]


def test_a_judge_respects_the_shield():
    env = MonitoredEnv(Road(LENGTH), NORMS, label=label, model=MODEL)
    judged = JudgedEnv(env, judge(), read=lambda seen, info: read(seen["observation"], info))
    judged.reset(seed=1)
    judged.step(JUMP)
    assert judged.action_masks().tolist() == [False, True, False]


def test_without_a_model_nothing_is_shielded():
    assert monitored().action_masks().tolist() == [True] * 3


def test_a_model_that_cannot_locate_observations_is_an_error():
    with pytest.raises(ArgueError, match="the model needs `locate`"):
        monitored(model=Model(MODEL.successors, MODEL.labels, MODEL.ends))

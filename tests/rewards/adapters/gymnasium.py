"""Judged environments at gymnasium's interface, its own checker included.

Not collected by default, since it needs gymnasium: `bash .ci/rl` runs it.
"""

import numpy as np
import pytest
from gymnasium.error import ResetNeeded
from gymnasium.spaces import Box
from gymnasium.utils.env_checker import check_env

from argue.errors import ArgueError
from argue.rewards.adapters import JudgedEnv, PrinciplesEnv, Rewarding, ShapingWarning
from argue.rewards.environments.harvest import CommonsEnv
from tests.rewards.adapters.worlds import Road, judge, read

WAIT, GO, RUSH = range(3)
WRAPPED = "ignore:.*different from the unwrapped version:UserWarning"


def road(**given):
    env = JudgedEnv(Road(), judge(), read=read, **given)
    env.reset(seed=1)
    return env


@pytest.mark.filterwarnings(WRAPPED)
@pytest.mark.filterwarnings("ignore:.*from other wrappers is deprecated:UserWarning")
@pytest.mark.filterwarnings("ignore:.*(render|spec).*:UserWarning")
def test_the_checker_of_gymnasium_passes():
    check_env(JudgedEnv(Road(), judge(), read=read), skip_render_check=True)


@pytest.mark.filterwarnings("ignore:.*(render|spec).*:UserWarning")
def test_the_checker_of_gymnasium_passes_a_commons():
    check_env(CommonsEnv(), skip_render_check=True)


def test_an_action_is_judged_in_the_state_in_which_it_is_taken():
    env = road()
    _, reward, _, _, info = env.step(GO)
    assert (reward, info["cost"]) == (1.0, 0.0)
    assert info["verdict"] == {"option": "go", "status": "permissible", "score": 0.5}
    _, reward, _, _, info = env.step(RUSH)  # at square 1 the light is red
    assert (reward, info["cost"], info["verdict"]["status"]) == (1.0, 1.0, "impermissible")
    _, _, _, _, info = env.step(WAIT)  # at square 3 it is red in fog
    assert info["cost"] == 0.5 and info["verdict"]["status"] == "contested"


def test_the_mask_is_that_of_the_present_state():
    env = road()
    assert env.action_masks().tolist() == [True, True, True]
    env.step(GO)
    mask = env.action_masks()
    assert mask.tolist() == [True, False, False] and mask.dtype == np.bool_


def test_the_own_mask_of_the_environment_is_respected():
    class Narrow(Road):
        def action_masks(self):
            return np.array([False, True, True])

    env = JudgedEnv(Narrow(), judge(), read=read)
    env.reset()
    env.step(GO)
    # both are ruled out at red and rejected alike, so both stay open
    assert env.action_masks().tolist() == [False, True, True]


def test_a_cost_of_the_environment_is_added_to():
    class Costly(Road):
        def step(self, action):
            *rest, info = super().step(action)
            return *rest, {**info, "cost": 2.0}

    env = JudgedEnv(Costly(), judge(), read=read)
    env.reset()
    env.step(GO)
    assert env.step(GO)[4]["cost"] == 3.0


def test_the_reasons_of_the_present_state_are_at_hand():
    env = road()
    env.step(GO)
    analysis = env.explain()
    assert analysis.outcome == "decided" and str(analysis.status("rush")) == "impermissible"


@pytest.mark.parametrize(("terminates", "added"), [(True, 0.0), (False, 0.5)])
def test_a_potential_is_0_where_an_episode_terminates_but_not_where_it_is_cut_off(
    terminates, added
):
    with pytest.warns(ShapingWarning):
        rewarding = Rewarding("potential", potential="red", discount=0.5)
    env = JudgedEnv(Road(terminates=terminates), judge(), read=read, rewarding=rewarding)
    env.reset()
    rewards = [float(env.step(action)[1]) for action in (RUSH, RUSH, GO)]
    # squares 2 and 4 are green, square 5 is red and the last
    assert rewards == [2.0, 2.0, 1.0 + added]


def test_actions_that_are_not_discrete_or_not_named_are_errors():
    class Wide(Road):
        def __init__(self):
            super().__init__()
            self.action_space = Box(0.0, 1.0)

    with pytest.raises(ArgueError, match="must be a Discrete space"):
        JudgedEnv(Wide(), judge(), read=read)
    with pytest.raises(ArgueError, match="and 2 are named: give `actions`"):
        JudgedEnv(Road(), judge(), read=read, actions=["wait", "go"])


def test_judging_before_the_first_reset_is_an_error():
    with pytest.raises(ResetNeeded):
        JudgedEnv(Road(), judge(), read=read).action_masks()


def test_every_principle_pays_apart():
    env = PrinciplesEnv(Road(), judge(), read=read)
    assert env.components[0] == "own" and set(env.components[1:]) == set(judge().sources)
    env.reset(seed=1)
    env.step(GO)
    _, rewards, _, _, info = env.step(RUSH)
    assert dict(zip(env.components, rewards.tolist(), strict=True)) == {
        "own": 2.0,
        "norm:light": -1.0,
        "haste": 0.0,
        "care": 0.0,
    }
    assert rewards in env.reward_space and rewards.dtype == np.float32
    assert info["cost"] == 1.0

"""Judged vectors of environments, with every way in which they start episodes anew.

Not collected by default, since it needs gymnasium: `bash .ci/rl` runs it, with two releases.
"""

import gymnasium
import numpy as np
import pytest
from gymnasium.error import ResetNeeded

from argue.errors import ArgueError, BatchError
from argue.rewards.adapters import JudgedEnv, JudgedVectorEnv, Rewarding, ShapingWarning
from argue.rewards.adapters.vectors import resets_of
from tests.rewards.adapters.worlds import Road, judge, read

WAYS = (
    ["next_step", "same_step", "disabled"] if hasattr(gymnasium.vector, "AutoresetMode") else [None]
)
"""The ways that the installed release knows; before 1.1 there is one."""


def vector(way, count=3, **given):
    makers = [lambda terminates=bool(i % 2): Road(terminates=terminates) for i in range(count)]
    if way is None:
        env = gymnasium.vector.SyncVectorEnv(makers)
    else:
        mode = gymnasium.vector.AutoresetMode(_value(way))
        env = gymnasium.vector.SyncVectorEnv(makers, autoreset_mode=mode)
    return JudgedVectorEnv(env, judge(), read=read, **given)


def _value(way):
    return next(m.value for m in gymnasium.vector.AutoresetMode if m.name.lower() == way)


def potential():
    with pytest.warns(ShapingWarning):
        return Rewarding("potential", potential="red", discount=0.5)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("make", [Rewarding, potential])
def test_a_vector_pays_and_costs_what_its_environments_do_one_by_one(way, make):
    """Whatever the way of starting anew: each episode is that of the environment alone."""
    rewarding = make()
    env = vector(way, rewarding=rewarding)
    single = [
        JudgedEnv(Road(terminates=bool(i % 2)), judge(), read=read, rewarding=rewarding)
        for i in range(3)
    ]
    env.reset(seed=5)
    for one in single:
        one.reset()
    rng = np.random.default_rng(7)
    over = np.zeros(3, dtype=bool)
    anew = 0
    for _ in range(60):
        if env.resets == "disabled" and over.any():
            env.reset(options={"reset_mask": over})
        masks = env.action_masks()
        actions = rng.integers(0, 3, 3)
        skipped = over if env.resets == "next_step" else np.zeros(3, dtype=bool)
        for place, one in enumerate(single):
            if over[place]:
                one.reset()
                anew += 1
            assert masks[place].tolist() == one.action_masks().tolist() or skipped[place]
        _, rewards, terminated, truncated, infos = env.step(actions)
        assert infos["_cost"].tolist() == (~skipped).tolist()
        for place, one in enumerate(single):
            if skipped[place]:
                assert rewards[place] == 0 and infos["cost"][place] == 0
                continue
            _, reward, ended, cut, info = one.step(actions[place])
            assert rewards[place] == pytest.approx(float(reward))
            assert infos["cost"][place] == info["cost"]
            assert (terminated[place], truncated[place]) == (ended, cut)
        over = terminated | truncated
    assert anew > 10


@pytest.mark.parametrize("way", WAYS)
def test_the_reasons_of_one_environment_are_at_hand(way):
    env = vector(way)
    env.reset(seed=1)
    env.step(np.array([0, 1, 2]))
    assert str(env.explain(0).status("rush")) == "permissible"
    assert str(env.explain(1).status("rush")) == "impermissible"


def test_rows_that_are_not_one_an_environment_are_an_error():
    env = vector(WAYS[0])
    env.read = lambda observations, infos: {"red": 0, "fog": 0}
    with pytest.raises(BatchError, match="read gave 1 rows for 3 environments"):
        env.reset(seed=1)


def test_judging_before_the_first_reset_is_an_error():
    with pytest.raises(ResetNeeded):
        vector(WAYS[0]).action_masks()


def test_masks_of_the_environments_are_respected_where_they_say():
    class Narrow(Road):
        def reset(self, **given):
            place, _ = super().reset(**given)
            return place, {"action_mask": np.array([False, True, True])}

    env = gymnasium.vector.SyncVectorEnv([Road, Narrow])
    judged = JudgedVectorEnv(env, judge(), read=read)
    judged.reset(seed=1)
    assert judged.action_masks().tolist() == [[True] * 3, [False, True, True]]


def test_a_way_of_starting_anew_that_is_not_known_is_an_error():
    class Odd:
        metadata = {"autoreset_mode": "sometimes"}

    if WAYS == [None]:
        assert resets_of(Odd()) == "same_step"  # the only way of gymnasium 0.29, whatever is said
        return
    with pytest.raises(ArgueError, match="'sometimes' is none of next_step, same_step, disabled"):
        resets_of(Odd())

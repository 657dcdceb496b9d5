"""One reward a principle, used by mo-gymnasium's own wrappers.

Not collected by default, since it needs mo-gymnasium: `bash .ci/rl` runs it.
"""

import numpy as np
import pytest
from mo_gymnasium.wrappers import LinearReward, MORecordEpisodeStatistics

from argue.rewards.adapters import JudgedEnv, PrinciplesEnv, Rewarding
from tests.rewards.adapters.worlds import Road, judge, read


def test_weights_of_mo_gymnasium_choose_whom_to_listen_to():
    principles = PrinciplesEnv(Road(), judge(), read=read)
    weights = np.array(
        [1.0 if name in ("own", "norm:light") else 0.0 for name in principles.components]
    )
    env = LinearReward(principles, weight=weights)
    penalised = JudgedEnv(Road(), judge(), read=read, rewarding=Rewarding())
    env.reset(seed=1)
    penalised.reset(seed=1)
    for action in (1, 2, 0):
        _, reward, _, _, info = env.step(action)
        _, _, _, _, other = penalised.step(action)
        red = other["verdict"]["status"] == "impermissible"
        assert reward == pytest.approx(float(action) - red)
        assert info["vector_reward"].shape == env.unwrapped.reward_space.shape


def test_statistics_of_mo_gymnasium_are_vectors():
    env = MORecordEpisodeStatistics(PrinciplesEnv(Road(), judge(), read=read))
    env.reset(seed=1)
    over = False
    while not over:
        _, _, terminated, truncated, info = env.step(1)
        over = terminated or truncated
    returns = dict(zip(env.unwrapped.components, info["episode"]["r"].tolist(), strict=True))
    assert returns == {"own": 5.0, "norm:light": -2.0, "haste": 0.0, "care": 0.0}

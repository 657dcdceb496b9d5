"""A reward learnt by imitation from verdicts alone, and a policy trained on it, end to end.

    python -m tests.cross.imitation_preferences

The case of tests/rewards/preferences/commons.py judges what is taken from a stock each day. The
agent never sees a verdict: it is trained on the learnt reward. Nothing in that rewards taking much
where it is allowed, so that a policy which never does is as good. Pairs on which neither is
preferred count as missed in the accuracy of the reward. Seeds and sizes are fixed below.
"""

import sys

import gymnasium as gym
import numpy as np
import torch
from imitation.algorithms import preference_comparisons as pc
from imitation.policies.base import NormalizeFeaturesExtractor
from imitation.rewards.reward_nets import BasicRewardNet
from imitation.util.networks import RunningNorm
from stable_baselines3 import PPO
from stable_baselines3.common.vec_env import DummyVecEnv

from argue.rewards import Code
from argue.rewards.preferences import FragmentLabels, gatherer
from tests.rewards.preferences.commons import OPTIONS, judge

SEED = 20_261_122
DAYS = 10
COMPARISONS = 600
STEPS = 20_000
EPISODES = 200


class Commons(gym.Env):
    """Ten days; each, little or much is taken from a stock that grows by three."""

    observation_space = gym.spaces.Box(0.0, 60.0, (3,), np.float32)
    action_space = gym.spaces.Discrete(2)

    def reset(self, *, seed=None, options=None):
        super().reset(seed=seed)
        self._stock = int(self.np_random.integers(0, 31))
        self._food, self._day = int(self.np_random.integers(0, 4)), 0
        return self._seen(), {}

    def step(self, action):
        taken = min(self._stock, (1, 5)[int(action)])
        self._stock = min(60, self._stock - taken + 3)
        eaten = int(self.np_random.integers(0, 4))
        self._food = max(0, min(9, self._food + taken - eaten))
        self._day += 1
        return self._seen(), 0.0, False, self._day >= DAYS, {}

    def _seen(self):
        return np.array([self._stock, self._food, self._day], dtype=np.float32)


def venv():
    from imitation.data.wrappers import RolloutInfoWrapper

    def made():
        return RolloutInfoWrapper(gym.wrappers.TimeLimit(Commons(), DAYS))

    return DummyVecEnv([made for _ in range(8)])


def shares(policy, labels, seed):
    """Of acts of a policy in fresh episodes: ruled out, undecided, and `much` where allowed."""
    env, acts, seen = Commons(), [], []
    for episode in range(EPISODES):
        obs, _ = env.reset(seed=seed + episode)
        done = False
        while not done:
            action = int(policy(obs))
            seen.append(obs)
            acts.append(action)
            obs, _, _, done, _ = env.step(action)
    rows = dict(zip(("stock", "food", "day"), np.array(seen).T, strict=True))
    every = labels.judge(rows).statuses
    done = every[np.arange(len(acts)), acts]
    much_allowed = np.isin(every[:, 1], [Code.ALLOWED, Code.REQUIRED])
    return (
        float(np.mean(done == Code.RULED_OUT)),
        float(np.mean(done == Code.CONTESTED)),
        float(np.mean(np.array(acts)[much_allowed])),
    )


def main() -> int:
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    rng = np.random.default_rng(SEED)
    labels = FragmentLabels(judge(), OPTIONS, columns=("stock", "food", "day"))
    vec = venv()
    reward = BasicRewardNet(
        vec.observation_space,
        vec.action_space,
        use_next_state=False,
        use_done=False,
        normalize_input_layer=RunningNorm,
    )
    extractor = {
        "features_extractor_class": NormalizeFeaturesExtractor,
        "features_extractor_kwargs": {"normalize_class": RunningNorm},
    }
    agent = PPO(
        "MlpPolicy", vec, seed=SEED, n_steps=80, batch_size=64, n_epochs=10, gamma=0.5,
        ent_coef=0.01, learning_rate=1e-3, policy_kwargs=extractor,
    )  # fmt: skip
    trainer = pc.AgentTrainer(agent, reward, vec, rng, exploration_frac=0.2)
    fragmenter = pc.RandomFragmenter(rng=rng, warning_threshold=0)
    learning = pc.BasicRewardTrainer(
        pc.PreferenceModel(reward), pc.CrossEntropyRewardLoss(), rng, epochs=10
    )
    asked = gatherer(labels)
    if not isinstance(asked, pc.PreferenceGatherer):
        print("what gatherer gives is no PreferenceGatherer", file=sys.stderr)
        return 1
    before = shares(lambda obs: agent.predict(obs, deterministic=False)[0], labels, SEED)
    comparing = pc.PreferenceComparisons(
        trainer, reward, num_iterations=6, fragmenter=fragmenter, preference_gatherer=asked,
        reward_trainer=learning, fragment_length=3, initial_epoch_multiplier=2,
    )  # fmt: skip
    found = comparing.train(STEPS, COMPARISONS)
    after = shares(lambda obs: agent.predict(obs, deterministic=True)[0], labels, SEED + 10_000)
    for name, (ruled_out, undecided, much) in (("untrained", before), ("trained", after)):
        print(
            f"{name}: {ruled_out:.3f} of acts ruled out, {undecided:.3f} undecided, "
            f"{much:.3f} much where allowed"
        )
    print(f"reward accuracy {found['reward_accuracy']:.3f}, {COMPARISONS} comparisons")
    good = after[0] <= before[0] / 3
    print("held" if good else "FAILED: the trained policy is not three times as compliant")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())

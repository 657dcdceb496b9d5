"""A judged commons learnt by PPO and by MaskablePPO, small and seeded; prints what they did.

Not collected by default, since it needs torch: `bash .ci/heavy-rl` runs it as a script. Fails if
SB3's own checker does, if a masked learner ever does what is ruled out, or if none of the learners
without a mask does, which would show nothing.
"""

import sys
from typing import Any

import gymnasium
import numpy as np
import torch
from sb3_contrib import MaskablePPO
from stable_baselines3 import PPO
from stable_baselines3.common.env_checker import check_env
from stable_baselines3.common.env_util import make_vec_env

from argue.rewards.adapters import JudgedEnv, Rewarding
from argue.rewards.environments.commons import Commons
from argue.rewards.environments.harvest import CommonsEnv
from argue.rewards.environments.norms import COMPLIED, commons_columns, commons_judge
from argue.rewards.environments.universal import Universal

COMMONS = Commons()
UNIVERSAL = Universal(COMMONS)
TOLERANCE = UNIVERSAL.tolerance_for(0.03)
JUDGE = commons_judge(COMMONS, seed=12, exceptions=("need",))
STEPS, EPISODES, SEEDS = 8_192, 10, (1, 2)


def rows() -> dict[tuple[int, int], dict[str, float]]:
    """What the judge reads in every state, made once."""
    shape = COMMONS.capacity + 1, COMMONS.patience + 1
    stock, fasting = (part.ravel() for part in np.indices(shape))
    columns = commons_columns(UNIVERSAL, stock, fasting, tolerance=TOLERANCE, others=COMPLIED)
    return {
        (int(s), int(f)): {name: float(columns[name][place]) for name in JUDGE.columns}
        for place, (s, f) in enumerate(zip(stock, fasting, strict=True))
    }


ROWS = rows()


def read(observation: Any, info: Any) -> dict[str, float]:
    return ROWS[int(observation[0]), int(observation[1])]


def judged(weight: float = 0.0) -> gymnasium.Env[Any, Any]:
    return JudgedEnv(CommonsEnv(COMMONS), JUDGE, read=read, rewarding=Rewarding(weight=weight))


def trained(kind: Any, weight: float, seed: int) -> Any:
    """A policy learnt in four judged commons beside people who keep to a quota."""
    vector = make_vec_env(lambda: judged(weight), n_envs=4, seed=seed)
    model = kind("MlpPolicy", vector, n_steps=256, gamma=0.98, seed=seed, device="cpu")
    return model.learn(STEPS)


def fares(model: Any, masked: bool, seed: int) -> tuple[float, float, float]:
    """Reward, cost and last stock, means of some episodes."""
    env = judged()
    found = []
    for episode in range(EPISODES):
        observation, _ = env.reset(seed=1000 * seed + episode)
        reward = cost = 0.0
        over = False
        while not over:
            given = {"action_masks": env.action_masks()} if masked else {}
            action, _ = model.predict(observation, **given)
            observation, paid, terminated, truncated, info = env.step(int(action))
            reward, cost = reward + float(paid), cost + info["cost"]
            over = terminated or truncated
        found.append((reward, cost, float(observation[0])))
    return tuple(np.mean(found, axis=0))


def main() -> None:
    torch.set_num_threads(1)
    check_env(judged(), skip_render_check=True)
    costs: dict[str, list[float]] = {}
    for name, kind, weight in (
        ("PPO", PPO, 0.0),
        ("PPO, penalty 3", PPO, 3.0),
        ("MaskablePPO", MaskablePPO, 0.0),
    ):
        for seed in SEEDS:
            reward, cost, stock = fares(trained(kind, weight, seed), kind is MaskablePPO, seed)
            print(
                f"{name:<16} seed {seed}: reward {reward:6.1f}, ruled out {cost:5.1f} of 100, "
                f"last stock {stock:4.1f}",
                flush=True,
            )
            costs.setdefault(name, []).append(cost)
    if any(costs["MaskablePPO"]):
        sys.exit("a masked learner did what is ruled out")
    if not any(costs["PPO"]):
        sys.exit("no learner without a mask did what is ruled out: this shows nothing")


if __name__ == "__main__":
    main()

"""The studies of the demonstration: what is trained in which commons, and how people fare."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
from learning import Condition, Group, evaluate, learn
from planner import selfish_plans
from rules import NEED, Judges, Rule, nothing_ruled_out, quota
from tables import RULE

from argue.rewards.environments.commons import Commons
from argue.rewards.environments.norms import EXCEPTIONS
from argue.rewards.environments.universal import Universal
from argue.rewards.ranks import Array

Settings = Mapping[str, Any]


class Study:
    """Everything the studies share: settings, judges, values, draws."""

    def __init__(self, settings: Settings, name: str) -> None:
        """Draw numbers of this study's own from the seed."""
        self.settings = settings
        self.judges = Judges(settings["rule"]["seed"])
        self.discount = float(settings["learning"]["discount"])
        self.seed = [int(settings["seed"]), *name.encode()]

    def commons(self, name: str) -> Commons:
        """Answers a commons by its name."""
        return Commons(**self.settings[name])

    def rule(self, commons: Commons, exceptions: tuple[str, ...] = NEED) -> Rule:
        """Answers the rule as settled, for a commons as it is or as it is supposed to be.

        Assurance is left out where nobody rebels: penalties would lose their grip as soon as
        somebody tries out what is ruled out, which learners do all the time.
        """
        universal = Universal(commons, self.discount)
        share = self.settings["rule"]["tolerance"]
        return self.judges.policy(universal, share, exceptions)

    def fare(
        self,
        commons: Commons,
        conditions: Sequence[Condition],
        judged: Rule,
        *,
        stock: int | None = None,
        episodes: int | None = None,
    ) -> dict[str, Any]:
        """Answers how conditions fare: by name, a mean and interval for everything measured.

        With 0 `episodes` nothing is learnt: everyone takes the most that is open to them.
        """
        settings = self.settings
        learning = settings["learning"] | ({} if episodes is None else {"episodes": episodes})
        replicas = settings["replicas"] if learning["episodes"] else settings["need"]["commons"]
        random = np.random.default_rng(self.seed)
        group = Group(commons, conditions, judged, replicas=replicas, discount=self.discount)
        group.plan(random)
        if learning["episodes"]:
            learn(group, learning, random)
        else:
            group.values[:] = np.arange(commons.most + 1)
        runs = settings["evaluation"]["episodes"] if learning["episodes"] else 1
        measured = evaluate(group, runs, random, stock)
        return {
            condition.name: {
                name: interval(values[place], settings["resamples"])
                for name, values in measured.items()
            }
            for place, condition in enumerate(conditions)
        }


def interval(values: Array, resamples: int) -> list[float]:
    """Answers the mean, and the 95 % interval by the bootstrap over replicas. Source: [Efron93]."""
    drawn = counts(len(values), resamples) @ values / len(values)
    low, high = np.percentile(drawn, [2.5, 97.5])
    return [round(float(x), 4) for x in (values.mean(), low, high)]


@cache
def counts(size: int, resamples: int) -> Array:
    """Answers how often each of so many values is drawn, [resamples, values]."""
    random = np.random.default_rng(size)
    return random.multinomial(size, np.full(size, 1 / size), resamples).astype(float)


def rivals(study: Study, name: str) -> dict[str, Any]:
    """Answers how the rule and its rivals fare in one commons, all trained alike."""
    commons, given = study.commons(name), study.settings["rivals"]
    universal = Universal(commons, study.discount)
    rule, free = study.rule(commons), nothing_ruled_out(commons)
    conditions = [
        Condition("own reward", free),
        Condition("shaped by the best for all", free, potential=universal.best),
        *(Condition(f"penalty {c:g}", free, penalty=c) for c in given["penalties"]),
        Condition("mean of all rewards", free, own=0, team=1),
        Condition("least of all rewards", free, own=0, poorest=1),
        *(
            Condition(f"quota {most} above {share:g}", quota(commons, most, share))
            for most, share in given["quotas"]
        ),
        Condition(
            "selfish planner", free, plans=selfish_plans(commons, study.discount, given["plans"])
        ),
        Condition(RULE, rule),
    ]
    return study.fare(commons, conditions, rule)


def longer(study: Study) -> dict[str, Any]:
    """Answers how the rule and two rivals fare in the scarce commons if they learn longer."""
    commons = study.commons("scarce")
    rule, free = study.rule(commons), nothing_ruled_out(commons)
    conditions = [
        Condition("own reward", free),
        Condition("mean of all rewards", free, own=0, team=1),
        Condition(RULE, rule),
    ]
    return study.fare(commons, conditions, rule, episodes=study.settings["longer"]["episodes"])


def slices(study: Study) -> dict[str, Any]:
    """Answers what becomes of a tolerance for each act, for the policy, and for an episode."""
    commons = study.commons("scarce")
    universal, rule = Universal(commons, study.discount), study.rule(commons)
    ways = {"act": study.judges.act, "policy": study.judges.policy, "budget": study.judges.budget}
    conditions = [
        Condition(f"{way} {share:g}", make(universal, share))
        for way, make in ways.items()
        for share in study.settings["sweeps"]["tolerances"]
    ]
    return study.fare(commons, conditions, rule)


def supposed(study: Study) -> dict[str, Any]:
    """Answers what becomes of a rule that supposes a growth that is wrong, or has learnt it."""
    commons = study.commons("scarce")
    growths = {f"{g:g}": g for g in (*study.settings["sweeps"]["believed"], commons.growth)}
    learnt = learnt_growth(commons, study.settings["sweeps"]["observed"], study.seed)
    growths["learnt"] = learnt
    conditions = [
        Condition(name, study.rule(replace(commons, growth=growth)))
        for name, growth in growths.items()
    ]
    found = study.fare(commons, conditions, study.rule(commons))
    return {"learnt": round(learnt, 4), "fares": found}


def learnt_growth(commons: Commons, steps: int, seed: Sequence[int]) -> float:
    """Answers the growth fitted by least squares to so many steps of random taking."""
    random = np.random.default_rng(seed)
    above, below = 0.0, 0.0
    state = commons.start(1)
    for _ in range(steps):
        takes = random.integers(0, commons.most + 1, (1, commons.people))
        left = int(state.stock[0] - commons.granted(state.stock, takes).sum())
        state, _ = commons.step(state, takes, random)
        room = left * (1 - left / commons.capacity)
        above += room * (int(state.stock[0]) - left)
        below += room**2
        if state.stock[0] < commons.people:
            state = commons.start(1)
    return above / below


def growths(study: Study) -> dict[str, Any]:
    """Answers how the rule and four rivals fare in commons that grow slower or faster."""
    found: dict[str, Any] = {}
    for growth in study.settings["sweeps"]["growths"]:
        commons = replace(study.commons("scarce"), growth=growth)
        rule, free = study.rule(commons), nothing_ruled_out(commons)
        conditions = [
            Condition("own reward", free),
            Condition("penalty 3", free, penalty=3),
            Condition("mean of all rewards", free, own=0, team=1),
            Condition("quota 1 above 0.5", quota(commons, 1, 0.5)),
            Condition(RULE, rule),
        ]
        found[f"{growth:g}"] = study.fare(commons, conditions, rule)
    return found


def need(study: Study) -> dict[str, Any]:
    """Answers how people fare in a drought who take the most that a rule allows, nothing learnt."""
    given = study.settings["need"]
    commons = replace(study.commons("scarce"), spoilt=given["spoilt"])
    rule = study.rule(commons)
    conditions = [
        Condition("graph without need", study.rule(commons, ())),
        Condition("graph with need", rule),
        *(
            Condition(
                f"at most {most} above {stock}", quota(commons, most, stock / commons.capacity)
            )
            for most in (1, 2)
            for stock in range(0, commons.capacity, 3)
        ),
    ]
    return study.fare(commons, conditions, rule, stock=given["stock"], episodes=0)


def food(study: Study) -> dict[str, Any]:
    """Answers the same for graphs whose universal values count food alone, so that need is new."""
    given = study.settings["need"]
    commons = replace(study.commons("scarce"), spoilt=given["spoilt"])
    blind = replace(commons, hunger=0.0)
    conditions = [
        Condition("graph without need, values of food", study.rule(blind, ())),
        Condition("graph with need, values of food", study.rule(blind)),
    ]
    return study.fare(commons, conditions, study.rule(commons), stock=given["stock"], episodes=0)


def rebels(study: Study) -> dict[str, Any]:
    """Answers what becomes of those who keep a rule beside some who do not, and of the rebels."""
    commons = study.commons("scarce")
    alone, both = study.rule(commons), study.rule(commons, EXCEPTIONS)
    conditions = [
        Condition(f"{name} {number}", rule, rebels=number)
        for number in study.settings["rebels"]["numbers"]
        for name, rule in (("bound", alone), ("assured", both))
    ]
    return study.fare(commons, conditions, both)


def matched(study: Study) -> dict[str, Any]:
    """Answers the same if parity means no more than the most that another took."""
    commons = study.commons("scarce")
    rule = study.rule(commons, EXCEPTIONS)
    conditions = [
        Condition(f"matched {number}", rule, rebels=number, matching=True)
        for number in study.settings["rebels"]["numbers"]
    ]
    return study.fare(commons, conditions, rule)


STUDIES = {
    "scarce": lambda study: rivals(study, "scarce"),
    "plenty": lambda study: rivals(study, "plenty"),
    "slices": slices,
    "supposed": supposed,
    "growths": growths,
    "need": need,
    "rebels": rebels,
    "longer": longer,
    "food": food,
    "matched": matched,
}
"""Study -> what runs it."""

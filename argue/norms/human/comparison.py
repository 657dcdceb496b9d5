"""The models of [Levine20] held against its figures, one comparison a function.

Judgements of the same person are counted as independent, as in the study's own fits, so that
differences of AIC are larger than the people behind them would bear out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import correlation

from argue.norms.human import levine_2020 as data
from argue.norms.human.fitting import Fit, Observation, aic, chi_square_tail, fit, log_loss
from argue.norms.human.levine_2020 import Group, Threshold
from argue.norms.human.models import (
    MODELS,
    Situation,
    ideal_utility,
    measured_utility,
    passes,
    situation_of,
    universalization,
)
from argue.norms.human.results import Collision, Contrast, Scored, Verdicts

Features = Callable[[Group], tuple[float, ...]]

MEASURED = "universalization, measured utility"
PRINTED = "universalization, measured utility, parameters as printed"
IDEAL = "universalization, ideal utility"
PESSIMISTIC = "pessimistic outcome, ideal utility"
CONSTANT = "one share for all (outcome, rule and norm come to this here)"
NUMBER = "logistic in the number interested"
RELATIVE = "logistic in the number interested per threshold"
CROSSED = "logistic in number, threshold and their product"


def interested_in(group: Group) -> int:
    """Answers how many are interested in a vignette of study 4."""
    return int(situation_of(group).interested)


def threshold_of(group: Group) -> Threshold:
    """Answers the threshold of a vignette of study 4."""
    return group.threshold or data.FISHING


def _measured(group: Group) -> tuple[float, ...]:
    utility = measured_utility(threshold_of(group))
    return utility(interested_in(group)) - utility(0), 1.0


def _ideal(group: Group) -> tuple[float, ...]:
    return ideal_utility(group.threshold)(interested_in(group)), 1.0


def _pessimistic(group: Group) -> tuple[float, ...]:
    utility, n = ideal_utility(group.threshold), interested_in(group)
    return utility(n + 1) - utility(n), 1.0


def _crossed(group: Group) -> tuple[float, ...]:
    n, higher = float(interested_in(group)), float(threshold_of(group) == data.HIGHER)
    return n, higher, n * higher, 1.0


FEATURES: dict[str, tuple[Features, tuple[str, ...]]] = {
    MEASURED: (_measured, ("tau", "-beta")),
    IDEAL: (_ideal, ("tau", "-beta")),
    PESSIMISTIC: (_pessimistic, ("tau", "-beta")),
    CONSTANT: (lambda group: (1.0,), ("intercept",)),
    NUMBER: (lambda group: (float(interested_in(group)), 1.0), ("n", "intercept")),
    RELATIVE: (
        lambda group: (interested_in(group) / threshold_of(group)[0], 1.0),
        ("n per threshold", "intercept"),
    ),
    CROSSED: (_crossed, ("n", "higher", "n if higher", "intercept")),
}
"""Model -> what its logistic curve reads of a vignette, and what its coefficients are called."""

WHOLE_SAMPLE = (MEASURED, IDEAL, NUMBER, CONSTANT)


def observations(groups: Sequence[Group], features: Features) -> list[Observation]:
    """Answers the counts of these conditions with what a model reads of each."""
    return [Observation(features(group), group.acceptable, group.people) for group in groups]


def on_varying() -> tuple[Scored, ...]:
    """Answers all models on the twelve cells of those whose judgement varied, best AIC first."""
    fitted = [_fitted(model, data.VARYING) for model in FEATURES]
    return tuple(sorted((*fitted, _as_printed()), key=lambda scored: scored.aic))


def on_everyone(threshold: Threshold) -> tuple[Scored, ...]:
    """Answers models on the whole sample at one threshold, best AIC first.

    Universalization moves only the share whose judgement varies, as the study's supplement has
    it; that share and the share of those who always accept are taken from there and not counted
    as fitted. The other models are plain curves.
    """
    groups = [group for group in data.EVERYONE if group.threshold == threshold]
    base, reach = data.MIXTURES[threshold]
    found = [
        _fitted(model, groups, base=base, reach=reach)
        if model in (MEASURED, IDEAL)
        else _fitted(model, groups)
        for model in WHOLE_SAMPLE
    ]
    return tuple(sorted(found, key=lambda scored: scored.aic))


def _fitted(
    model: str, groups: Sequence[Group], *, base: float = 0.0, reach: float = 1.0
) -> Scored:
    features, names = FEATURES[model]
    seen = observations(groups, features)
    found = fit(seen, base=base, reach=reach)
    predictions = tuple(found.curve.at(entry.features) for entry in seen)
    return Scored(
        model=model,
        parameters=_named(names, found),
        nll=found.nll,
        aic=found.aic,
        correlation=_correlation(groups, predictions),
        predictions=predictions,
    )


def _named(names: Sequence[str], found: Fit) -> dict[str, float]:
    """Answers coefficients by name, as the model's formula has them: its beta is subtracted."""
    pairs = zip(names, found.curve.coefficients, strict=True)
    return {name.removeprefix("-"): -c if name[0] == "-" else c for name, c in pairs}


def correlations_as_rounded() -> tuple[float, float]:
    """Answers the least and the largest r at the corners of what rounds to the printed fit."""
    found = [
        correlation([group.share for group in data.VARYING], _predicted(tau, beta))
        for tau in data.ROUNDED["tau"]
        for beta in data.ROUNDED["beta"]
    ]
    return min(found), max(found)


def _predicted(tau: float, beta: float) -> tuple[float, ...]:
    """Answers what universalization with measured utility predicts for the twelve cells."""
    return tuple(
        universalization(
            Situation(measured_utility(threshold_of(group)), interested_in(group)),
            tau=tau,
            beta=beta,
        )
        for group in data.VARYING
    )


def _as_printed() -> Scored:
    tau, beta = data.PUBLISHED["tau"], data.PUBLISHED["beta"]
    predictions = _predicted(tau, beta)
    nll = log_loss(observations(data.VARYING, lambda group: ()), predictions)
    return Scored(
        model=PRINTED,
        parameters={"tau": tau, "beta": beta},
        nll=nll,
        aic=aic(nll, 2),
        correlation=_correlation(data.VARYING, predictions),
        predictions=predictions,
    )


def _correlation(groups: Sequence[Group], predictions: Sequence[float]) -> float | None:
    if max(predictions) == min(predictions):
        return None
    return correlation([group.share for group in groups], predictions)


PAIRS = (
    data.INTEREST,
    data.SHAPE,
    data.COLLISION[:2],
    data.COLLISION[2:],
)
"""Conditions that differ in one thing: interest, shape of harm, and interest again twice."""


def contrasts() -> tuple[Contrast, ...]:
    """Answers how clearly people told conditions apart, and what each model expects of them."""
    return tuple(_contrast(first, second) for first, second in PAIRS)


def _contrast(first: Group, second: Group) -> Contrast:
    both = (first, second)
    together = fit(observations(both, lambda group: (1.0,))).nll
    apart = log_loss(observations(both, lambda group: ()), [group.share for group in both])
    ratio = 2 * (together - apart)
    known = all(group.interested is not None for group in both)
    return Contrast(
        study=first.study,
        first=first.condition,
        second=second.condition,
        shares=(first.share, second.share),
        chi_square=ratio,
        p=chi_square_tail(ratio, 1),
        expects=_expected(situation_of(first), situation_of(second)) if known else {},
    )


def _expected(first: Situation, second: Situation) -> dict[str, str]:
    words = {0: "the same", 1: "first more acceptable", -1: "second more acceptable"}
    found: dict[str, str] = {}
    for name, model in MODELS.items():
        here, there = model(first), model(second)
        found[name] = words[(here > there) - (here < there)]
    return found


def interaction(scored: Sequence[Scored]) -> tuple[float, float]:
    """Answers chi-square and p of what threshold and its product with n add to n alone."""
    nll = {entry.model: entry.nll for entry in scored}
    ratio = 2 * (nll[NUMBER] - nll[CROSSED])
    return ratio, chi_square_tail(ratio, 2)


JUDGED = {
    "2a": data.INTEREST,
    "2b": data.SHAPE,
    "4a, those whose judgement varied": data.VARYING,
    "4a, everyone": data.EVERYONE,
}


def verdicts() -> tuple[Verdicts, ...]:
    """Answers how often the engine's pass or fail is what most people of a condition said."""
    found: list[Verdicts] = []
    for study, groups in JUDGED.items():
        differ = tuple(g.condition for g in groups if passes(g) != (g.share > 1 / 2))
        found.append(Verdicts(study, len(groups) - len(differ), len(groups), differ))
    return tuple(found)


def collisions() -> tuple[Collision, ...]:
    """Answers what each reading of the maxim test expects in study 3, beside what people said."""
    found: list[Collision] = []
    for outlook, low, high in zip(
        data.OUTLOOKS, data.COLLISION[::2], data.COLLISION[1::2], strict=True
    ):
        drops = {
            name: alone - everyone
            for name, (everyone, alone) in (
                ("others", outlook.others),
                ("own", outlook.own),
                ("means", outlook.means),
            )
        }
        found.append(Collision(outlook.vignette, low.share - high.share, **drops))
    return tuple(found)

"""Everything known here about how well the models of [Levine20] predict what people judged."""

from __future__ import annotations

from argue.norms.human import comparison
from argue.norms.human import levine_2020 as data
from argue.norms.human.results import Scored, Validation

CLOSE = 2.0
"""Models whose AIC differs by less than this are not to be told apart."""


def validate() -> Validation:
    """Answers how the models of [Levine20] do on its figures; the fits take milliseconds."""
    models = comparison.on_varying()
    whole = {
        f"threshold {threshold[0]}-{threshold[1]}": comparison.on_everyone(threshold)
        for threshold in data.MIXTURES
    }
    verdicts = comparison.verdicts()
    return Validation(
        source=data.SOURCE,
        cells=data.VARYING,
        models=models,
        whole_sample=whole,
        contrasts=comparison.contrasts(),
        interaction=comparison.interaction(models),
        verdicts=verdicts,
        collisions=comparison.collisions(),
        published=dict(data.PUBLISHED),
        not_refitted=dict(data.NOT_REFITTED),
        notes=(
            *_rivals(models),
            *_unfitted(models),
            *_reversed(models),
            *_reprinted(models),
            _correlated(models),
            *_whole_sample(whole),
            *(_disagreement(v.study, v.agree, v.conditions) for v in verdicts if v.differ),
            "The same person's judgements count as independent, so the evidence is weaker than "
            "these AIC say.",
        ),
    )


def _rivals(models: tuple[Scored, ...]) -> tuple[str, ...]:
    """Answers which models without any universalizing do better, or as well."""
    plain = (comparison.NUMBER, comparison.RELATIVE, comparison.CROSSED, comparison.CONSTANT)
    found: list[str] = []
    for ours in (m for m in models if m.model in (comparison.MEASURED, comparison.IDEAL)):
        for rival in (m for m in models if m.model in plain):
            lead = ours.aic - rival.aic
            if lead > -CLOSE:
                word = "does better than" if lead > CLOSE else "cannot be told apart from"
                found.append(
                    f"{rival.model} (AIC {rival.aic:.1f}) {word} {ours.model} ({ours.aic:.1f})."
                )
    return tuple(found)


def _unfitted(models: tuple[Scored, ...]) -> tuple[str, ...]:
    best = min(m.aic for m in models if m.model == comparison.MEASURED)
    return tuple(
        f"{name} (AIC {value:.1f}, as reported, not refitted here) does better than "
        f"{comparison.MEASURED} ({best:.1f}) on these cells; study 3 speaks against it."
        for name, value in data.NOT_REFITTED.items()
        if value < best - CLOSE
    )


def _reversed(models: tuple[Scored, ...]) -> tuple[str, ...]:
    """Answers which models fit only with their sign turned round."""
    return tuple(
        f"{model.model} fits best with tau {model.parameters['tau']:.2f}: people accept more "
        "where it expects less."
        for model in models
        if model.parameters.get("tau", 0) < 0
    )


def _reprinted(models: tuple[Scored, ...]) -> tuple[str, ...]:
    """Answers where the printed likelihood is not the one the counts give."""
    here = next(m.nll for m in models if m.model == comparison.PRINTED)
    printed = data.PUBLISHED["nll"]
    if abs(here - printed) < CLOSE / 20:
        return ()
    return (
        f"The printed fit has NLL {printed}; at its parameters the counts here give {here:.2f}.",
    )


def _correlated(models: tuple[Scored, ...]) -> str:
    """Answers how the reported correlation compares with those that the counts give."""
    r = {model.model: model.correlation or 0 for model in models}
    least, most = comparison.correlations_as_rounded()
    return (
        f"The reported r of {comparison.MEASURED} is {data.PUBLISHED['correlation']}; the counts "
        f"give {r[comparison.MEASURED]:.4f} at the best fit, {r[comparison.PRINTED]:.4f} at the "
        f"parameters as printed, and {least:.4f} to {most:.4f} at parameters that round to these."
    )


def _whole_sample(whole: dict[str, tuple[Scored, ...]]) -> tuple[str, ...]:
    """Answers where, over everyone, the plain curve in the number does as well."""
    found: list[str] = []
    for name, models in whole.items():
        score = {model.model: model.aic for model in models}
        lead = score[comparison.NUMBER] - score[comparison.MEASURED]
        if lead < CLOSE:
            word = "does better than" if lead < -CLOSE else "cannot be told apart from"
            found.append(
                f"Over everyone at {name}, {comparison.NUMBER} "
                f"(AIC {score[comparison.NUMBER]:.1f}) {word} {comparison.MEASURED} "
                f"({score[comparison.MEASURED]:.1f}), which is given two shares besides."
            )
    return tuple(found)


def _disagreement(study: str, agree: int, conditions: int) -> str:
    return (
        f"In study {study} the engine's test says what most people said in {agree} of "
        f"{conditions} conditions."
    )

"""What a comparison of models with human judgements comes to, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from argue.norms.human.levine_2020 import Group


@dataclass(frozen=True, slots=True)
class Scored:
    """A model on some cells: its parameters, likelihood and predictions.

    `nll` in nats over single answers; `aic` counts the fitted parameters; `correlation` is of
    predicted with observed shares over the cells, None where the model predicts one share for all.
    """

    model: str
    parameters: Mapping[str, float]
    nll: float
    aic: float
    correlation: float | None
    predictions: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two conditions that differ in one thing, and which one each model expects to be accepted.

    `chi_square` is the likelihood ratio against one common share. `expects` says of each model
    whether the first condition is more acceptable, less, or the same; empty where the figures do
    not say what the models read.
    """

    study: str
    first: str
    second: str
    shares: tuple[float, float]
    chi_square: float
    p: float
    expects: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The engine's pass or fail beside what most people of a condition said."""

    study: str
    agree: int
    conditions: int
    differ: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Collision:
    """Study 3: how much worse each reading of the maxim test says it is if everyone acts.

    Drops in the share that thinks things go no worse; `observed` is the drop in acceptability
    from low to high interest.
    """

    vignette: str
    observed: float
    others: float
    own: float
    means: float


@dataclass(frozen=True, slots=True)
class Validation:
    """Everything that is compared, in the order in which it is shown."""

    source: str
    cells: tuple[Group, ...]
    models: tuple[Scored, ...]
    whole_sample: Mapping[str, tuple[Scored, ...]]
    contrasts: tuple[Contrast, ...]
    interaction: tuple[float, float]
    verdicts: tuple[Verdicts, ...]
    collisions: tuple[Collision, ...]
    published: Mapping[str, float]
    not_refitted: Mapping[str, float]
    notes: tuple[str, ...]

    def model(self, name: str) -> Scored:
        """Answers the model of this name, as fitted to the cells."""
        return next(model for model in self.models if model.model == name)

    def to_dict(self) -> dict[str, Any]:
        """Answers everything as plain data for JSON."""
        return asdict(self)

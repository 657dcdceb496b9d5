"""The figures of [Levine20]: how many people found it acceptable, by condition.

Source: Levine, Kleiman-Weiner, Schulz, Tenenbaum and Cushman 2020, The logic of universalization
guides moral judgment, PNAS 117(42):26158-26169. Counts are those of the study's public raw data
with its authors' exclusions; they differ from the printed ones by a participant or two (608 in
print, 606 here, in study 2a). In print the higher threshold of study 4 appears both as 10-13 and
as 10-14; the data have 10-13. The ideal utility is stated in print as 0 below the threshold and 1
above; the fits, and we, use 1 below and 0 above.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

SOURCE = "Levine, Kleiman-Weiner, Schulz, Tenenbaum and Cushman 2020, PNAS 117(42):26158-26169"

POPULATION = 20
"""Regular users of the resource, the agent among them."""

Threshold = tuple[int, int]
"""The numbers of people at which harm begins and at which it is complete."""


@dataclass(frozen=True, slots=True)
class Group:
    """One condition of one study: of so many people, how many found the act acceptable.

    `interested` is the number who would do it if they felt free to, the agent among them (None
    where the figures do not say); `threshold` is None where any number may do it without harm;
    `prohibitive` is the number who hold a norm against it.
    """

    study: str
    condition: str
    people: int
    acceptable: int
    interested: int | None = None
    threshold: Threshold | None = None
    prohibitive: int = 0

    @property
    def share(self) -> float:
        """The share of these people who found the act acceptable."""
        return self.acceptable / self.people


FISHING: Threshold = (4, 7)
"""Up to three may use the new hook without harm; at seven the fish are gone."""

INTEREST = (
    Group("2a", "low interest", 308, 233, 1, FISHING),
    Group("2a", "high interest", 298, 133, POPULATION, FISHING),
)
"""Nobody else is interested, or all nineteen are; nobody else will act in either."""

SHAPE = (
    Group("2b", "no threshold", 146, 136, POPULATION, None, POPULATION - 1),
    Group("2b", "threshold", 104, 53, POPULATION, FISHING, POPULATION - 1),
)
"""All nineteen others are interested, and abstain out of tradition."""

COLLISION = (
    Group("3", "fisherman, low interest", 138, 82),
    Group("3", "fisherman, high interest", 119, 31),
    Group("3", "tour boat, low interest", 155, 110),
    Group("3", "tour boat, high interest", 144, 60),
)

HIGHER: Threshold = (10, 13)
INTERESTED = (1, 3, 8, 9, 14, 20)
"""The numbers interested in study 4, the agent among them."""


def _cells(threshold: Threshold, people: int, acceptable: tuple[int, ...]) -> tuple[Group, ...]:
    low, high = threshold
    return tuple(
        Group("4a", f"threshold {low}-{high}, {n} interested", people, k, n, threshold)
        for n, k in zip(INTERESTED, acceptable, strict=True)
    )


EVERYONE = (
    *_cells(FISHING, 176, (138, 133, 118, 113, 112, 103)),
    *_cells(HIGHER, 174, (139, 136, 133, 131, 111, 102)),
)
"""Study 4a, all participants; each judged the six numbers of one threshold."""

VARYING = (
    *_cells(FISHING, 50, (44, 39, 24, 19, 18, 9)),
    *_cells(HIGHER, 45, (41, 38, 35, 33, 13, 4)),
)
"""Study 4a, only those 95 of 350 whose judgement varied: what the models are fitted to."""

UNIFORM = MappingProxyType({"always acceptable": 192, "never acceptable": 63, "varying": 95})
"""Study 4a: participants by the kind of their judgements."""

UTILITY: Mapping[Threshold, Mapping[int, float]] = MappingProxyType(
    {
        FISHING: MappingProxyType(
            dict(zip(INTERESTED, (8.857, 5.694, -30.857, -34.0, -36.163, -40.796), strict=True))
        ),
        HIGHER: MappingProxyType(
            dict(zip(INTERESTED, (11.085, 9.936, 5.957, 4.426, -32.894, -40.064), strict=True))
        ),
    }
)
"""Study 4b: how much better or worse off people think all are if n do it than if none does.

Means on a scale from -50 to 50, of 49 and 47 other participants.
"""

CONTEXTS: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        "clams": (0.769, 0.522),
        "fish": (0.730, 0.452),
        "rabbits": (0.791, 0.404),
        "birds": (0.654, 0.446),
        "mushrooms": (0.820, 0.393),
    }
)
"""Study 2a by resource: shares acceptable at low and at high interest; 52 to 67 people each."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """Study 3: the shares who think things go no worse, if everyone acts and if only John does.

    For the `others`, for John's `own` interest, and for John's `means` to his end.
    """

    vignette: str
    others: tuple[float, float]
    own: tuple[float, float]
    means: tuple[float, float]


OUTLOOKS = (
    Outlook("fisherman", (0.304, 0.800), (0.478, 0.937), (0.620, 0.968)),
    Outlook("tour boat", (0.139, 0.867), (0.881, 0.959), (0.901, 0.959)),
)

PUBLISHED = MappingProxyType(
    {"tau": 0.057, "beta": -1.16, "nll": 302.3, "aic": 608.8, "correlation": 0.965}
)
"""The printed fit of universalization with the measured utility to the twelve cells."""

ROUNDED = MappingProxyType({"tau": (0.0565, 0.0575), "beta": (-1.165, -1.155)})
"""Between what the parameters lie that round to those printed."""

NOT_REFITTED: Mapping[str, float] = MappingProxyType(
    {"John's own utility": 603.2, "frustrated means": 600.4}
)
"""AIC on the same cells of two rivals whose inputs are not among these figures."""

MIXTURES: Mapping[Threshold, tuple[float, float]] = MappingProxyType(
    {FISHING: (0.6, 0.2), HIGHER: (0.58, 0.22)}
)
"""Whole sample: the share who accept whatever n is, and the share whose judgement varies.

From the study's supplement; they were read off the same data.
"""

"""Does reasoning Kantian restrain the pursuit of power? The commons, as rivalry vanishes.

What a player takes is power; `b` says how much each unit lowers what a unit is worth to all. The
talk on contractualist alignment conjectures that whoever asks what if all did the same does not
seek power without limit. In the commons that holds only while b is positive: as b goes to 0 the
Kantian amount grows beyond all bounds, and once both amounts reach the most that a player can
take, the Kantian takes as much as the Nash player.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from argue.construct.games.checks import gain_over
from argue.construct.games.data import Concept, GameError, UnboundedOptimum
from argue.construct.games.equilibria import equilibrium
from argue.construct.games.families import family_game


@dataclass(frozen=True, slots=True)
class SweepRow:
    """One degree of rivalry: what each player takes under Nash and under Kantian play.

    `restraint` is the share of the Nash amount that a Kantian leaves, `gain` how many times the
    total of Nash the Kantian total is. All but `rivalry` are None where
    more is always better, so that neither has an answer.
    """

    rivalry: Fraction
    nash: Fraction | None = None
    kantian: Fraction | None = None
    restraint: Fraction | None = None
    gain: Fraction | None = None

    @property
    def unbounded(self) -> bool:
        """Whether seeking has no limit under either way of reasoning."""
        return self.kantian is None


def power_seeking(
    rivalries: Iterable[Fraction | int | str],
    *,
    players: int = 10,
    gain: Fraction | int = 10,
    cost: Fraction | int = 1,
    most: Fraction | int | None = None,
) -> tuple[SweepRow, ...]:
    """Answers one row a degree of rivalry, in the order given.

    `gain` (letter a) must exceed `cost` (c); `most` (m) is what one player can take at most.

    Raises: GameError for a number outside its domain.
    """
    if gain <= cost:
        raise GameError("gain", f"is {gain}, no more than the cost {cost}: nobody would take any")
    rows: list[SweepRow] = []
    for rivalry in [Fraction(given) for given in rivalries]:
        game = family_game("commons", n=players, a=gain, b=rivalry, c=cost, m=most)
        try:
            nash = equilibrium(game, Concept.NASH)
            kantian = equilibrium(game, Concept.MULTIPLICATIVE)
        except UnboundedOptimum:
            rows.append(SweepRow(rivalry))
            continue
        taken, kept = nash.profile[0], kantian.profile[0]
        ratio = gain_over(game, kantian.profile, nash.profile)
        rows.append(SweepRow(rivalry, taken, kept, 1 - kept / taken, ratio))
    return tuple(rows)

"""The discussion games move by move: who may say what, and what follows if nobody has an answer.

They are the games of `argue.explain.games`, which look at all lines of play at once. Here one line
is played; who has no answer on it takes the last move back and tries another, so that a claim is
lost only when every reply has been tried, and won only when every objection has been met.
Source: [ModgilCaminada09] for both games; [Vreeswijk00] for the credulous one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from argue.model.af import AF
from argue.semantics.grounded import grounded_labelling
from argue.semantics.tasks import extensions

PROPONENT, OPPONENT = "proponent", "opponent"


@dataclass(frozen=True, slots=True)
class Play:
    """How far a discussion has come: the line of moves that stands, the claim first.

    `closed` are the lines that are done with: they end in a reply that failed or in an objection
    that was met. `winner` is empty while it goes on.
    """

    line: tuple[str, ...]
    closed: frozenset[tuple[str, ...]] = frozenset()
    winner: str = ""

    @property
    def turn(self) -> str:
        """Whose move it is."""
        return OPPONENT if len(self.line) % 2 else PROPONENT

    @property
    def said(self) -> tuple[str, ...]:
        """What the proponent has said on this line, the claim first."""
        return self.line[::2]

    @property
    def objected(self) -> tuple[str, ...]:
        """What the opponent has said on this line."""
        return self.line[1::2]


@dataclass(frozen=True)
class Grounded:
    """The game that the proponent can win just if the grounded extension holds the claim.

    He may not repeat himself on a line; the opponent answers the last move only.
    """

    graph: AF

    @cached_property
    def _rank(self) -> dict[str, int]:
        """The round in which each accepted argument is accepted."""
        found: dict[str, int] = {}
        accepted = grounded_labelling(self.graph).in_
        while len(found) < len(accepted):
            known = len(found)
            beaten = {victim for name in found for victim in self.graph.attacked_by(name)}
            free = [
                name
                for name in accepted
                if name not in found and beaten.issuperset(self.graph.attackers_of(name))
            ]
            found |= dict.fromkeys(free, known)
        return found

    def legal(self, play: Play) -> tuple[str, ...]:
        """Answers what may be said next, by whoever's turn it is."""
        against = self.graph.attackers_of(play.line[-1])
        new = [name for name in against if (*play.line, name) not in play.closed]
        if play.turn == PROPONENT:
            new = [name for name in new if name not in play.said]
        return tuple(new)

    def silent(self, play: Play) -> Play:
        """Answers how it goes on when whoever's turn it is says nothing more on this line."""
        if play.turn == OPPONENT:
            if len(play.line) == 1:
                return replace(play, winner=PROPONENT)
            return _back(play)
        if len(play.line) == 2:
            return replace(play, winner=OPPONENT)
        return _back(play)

    def good(self, play: Play) -> tuple[str, ...]:
        """Answers the legal moves after which whoever makes one can still win, the best first."""
        legal = self.legal(play)
        if play.turn == PROPONENT:
            found = [name for name in legal if name in self._rank]
            return tuple(sorted(found, key=lambda name: (self._rank[name], name)))
        beaten = grounded_labelling(self.graph).out
        return tuple(sorted(name for name in legal if name not in beaten))

    def winnable(self, play: Play) -> bool:
        """Answers whether the proponent can win the discussion from its claim on."""
        return play.line[0] in self._rank

    def why_illegal(self, play: Play, name: str) -> str:
        """Answers as a key of the catalogue why something may not be said now."""
        if name not in self.graph.attackers_of(play.line[-1]):
            return "debate.not_against"
        return "debate.repeated" if name in play.said else "debate.done_with"


@dataclass(frozen=True)
class Preferred:
    """The game that the proponent can win just if some preferred extension holds the claim.

    He may say nothing that conflicts with what he said; the opponent may answer any of it.
    """

    graph: AF

    @cached_property
    def _extensions(self) -> tuple[frozenset[str], ...]:
        return tuple(sorted(map(frozenset, extensions(self.graph, "preferred")), key=sorted))

    def legal(self, play: Play) -> tuple[str, ...]:
        """Answers what may be said next, by whoever's turn it is."""
        if play.turn == OPPONENT:
            met = {v for name in play.said for v in self.graph.attacked_by(name)} - {*play.said}
            against = [a for name in play.said for a in self.graph.attackers_of(name)]
            return tuple(dict.fromkeys(a for a in against if a not in met))
        against = self.graph.attackers_of(play.line[-1])
        return tuple(
            name
            for name in against
            if (*play.line, name) not in play.closed and self._fits(name, play.said)
        )

    def _fits(self, name: str, said: Sequence[str]) -> bool:
        near = {*self.graph.attackers_of(name), *self.graph.attacked_by(name)}
        return near.isdisjoint({*said, name})

    def silent(self, play: Play) -> Play:
        """Answers how it goes on when whoever's turn it is says nothing more."""
        if play.turn == OPPONENT:
            return replace(play, winner=PROPONENT)
        if len(play.line) == 2:
            return replace(play, winner=OPPONENT)
        return _back(play)

    def good(self, play: Play) -> tuple[str, ...]:
        """Answers the legal moves after which whoever makes one can still win, the best first."""
        legal = self.legal(play)
        if play.turn == PROPONENT:
            return tuple(name for name in legal if self._holds({*play.said, name}))
        if self._holds(set(play.said)):
            return ()
        return tuple(sorted(legal, key=lambda name: (self._answers(play, name), name)))

    def _holds(self, said: set[str]) -> bool:
        return any(said <= extension for extension in self._extensions)

    def _answers(self, play: Play, objection: str) -> int:
        return sum(self._fits(name, play.said) for name in self.graph.attackers_of(objection))

    def winnable(self, play: Play) -> bool:
        """Answers whether the proponent can win the discussion from its claim on."""
        if play.line[0] in self.graph.attackers_of(play.line[0]):
            return False
        return self._holds({play.line[0]})

    def why_illegal(self, play: Play, name: str) -> str:
        """Answers as a key of the catalogue why something may not be said now."""
        if play.turn == OPPONENT:
            against = {a for said in play.said for a in self.graph.attackers_of(said)}
            return "debate.met_already" if name in against else "debate.not_against"
        if name not in self.graph.attackers_of(play.line[-1]):
            return "debate.not_against"
        return "debate.done_with" if self._fits(name, play.said) else "debate.conflicts"


Rules = Grounded | Preferred

RULES: dict[str, type[Grounded] | type[Preferred]] = {"preferred": Preferred, "grounded": Grounded}
"""The games by the semantics they decide."""


def _back(play: Play) -> Play:
    """Answers the play with its last move settled: an objection met, or a reply that failed."""
    return Play(play.line[:-2], play.closed | {play.line[:-1]})


def moved(play: Play, name: str) -> Play:
    """Answers the play after a move."""
    return replace(play, line=(*play.line, name))

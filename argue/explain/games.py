"""Discussions about one argument as finite trees: claim, objection, reply, and who is left silent.

In the grounded game the proponent may not repeat himself on a line of play; in the game for
credulous acceptance under preferred semantics the opponent may not repeat himself, and neither
may use what conflicts with the proponent's own moves. The tree of a winning strategy holds one
reply to every objection.
Source: [ModgilCaminada09] for both games; [Vreeswijk00] for the credulous one.
"""

from __future__ import annotations

from argue.errors import OutOfBudget
from argue.model.af import AF
from argue.model.record import record

MOST_MOVES = 50_000
"""Moves looked at in one game."""


@record
class Move:
    """One argument put forward in a discussion, and what is put forward against it.

    `by` is `proponent` or `opponent`; `reason` says of a move that nothing follows why it is the
    last on its line, and is empty for others.
    """

    argument: str
    by: str
    followed_by: tuple[Move, ...] = ()
    reason: str = ""


@record
class Discussion:
    """A game about an argument: whether the proponent can always win, and the tree that shows it.

    If he can, the tree is his strategy: every objection and one reply to each. If not, it is the
    opponent's: one objection to every reply.
    """

    won: bool
    tree: Move

    @property
    def lines(self) -> tuple[str, ...]:
        """The discussion as an outline, two blanks a level."""
        return tuple(_lines(self.tree, 0))


def grounded_game(graph: AF, argument: str, *, most: int = MOST_MOVES) -> Discussion:
    """Answers the discussion that the proponent wins just if the grounded extension holds it.

    Raises: UnknownId; OutOfBudget past `most` moves, for a game can be exponentially long.
    """
    graph.index_of(argument)
    return _Grounded(graph, most).played(argument)


def preferred_game(graph: AF, argument: str, *, most: int = MOST_MOVES) -> Discussion:
    """Answers the discussion that the proponent wins just if some preferred extension holds it.

    Raises: UnknownId; OutOfBudget past `most` moves, for a game can be exponentially long.
    """
    graph.index_of(argument)
    return _Preferred(graph, most).played(argument)


class _Grounded:
    """Plays every line: an argument is defended if no objection to it goes unanswered."""

    def __init__(self, graph: AF, most: int) -> None:
        self.graph, self.left = graph, most

    def played(self, argument: str) -> Discussion:
        return self._defended(argument, frozenset())

    def _defended(self, argument: str, used: frozenset[str]) -> Discussion:
        _spend(self)
        used |= {argument}
        told: list[Move] = []
        for objection in self.graph.attackers_of(argument):
            answered = self._answered(objection, used)
            if not answered.won:
                move = Move(argument, "proponent", (answered.tree,))
                return Discussion(won=False, tree=move)
            told.append(answered.tree)
        reason = "" if told else "nothing attacks it"
        return Discussion(won=True, tree=Move(argument, "proponent", tuple(told), reason))

    def _answered(self, objection: str, used: frozenset[str]) -> Discussion:
        _spend(self)
        against = self.graph.attackers_of(objection)
        tried: list[Move] = []
        for reply in against:
            if reply in used:
                continue
            defended = self._defended(reply, used)
            if defended.won:
                return Discussion(won=True, tree=Move(objection, "opponent", (defended.tree,)))
            tried.append(defended.tree)
        reason = ""
        if not tried:
            reason = "every answer repeats an earlier one" if against else "nothing attacks it"
        return Discussion(won=False, tree=Move(objection, "opponent", tuple(tried), reason))


class _Preferred:
    """Grows what the proponent has said until no objection to it is left unanswered."""

    def __init__(self, graph: AF, most: int) -> None:
        self.graph, self.left = graph, most

    def played(self, argument: str) -> Discussion:
        if argument in self.graph.attackers_of(argument):
            move = Move(argument, "proponent", reason="it attacks itself")
            return Discussion(won=False, tree=move)
        said = self._grown(frozenset({argument}))
        if said is not None:
            return Discussion(won=True, tree=self._strategy(argument, said, frozenset()))
        return Discussion(won=False, tree=self._refuted(argument, frozenset({argument})))

    def _grown(self, said: frozenset[str]) -> frozenset[str] | None:
        """Answers a set that answers every objection to it and has no conflict, None if none."""
        _spend(self)
        objection = self._unanswered(said)
        if objection is None:
            return said
        for reply in self._replies(objection, said):
            found = self._grown(said | {reply})
            if found is not None:
                return found
        return None

    def _unanswered(self, said: frozenset[str]) -> str | None:
        for name in sorted(said):
            for objection in self.graph.attackers_of(name):
                if said.isdisjoint(self.graph.attackers_of(objection)):
                    return objection
        return None

    def _replies(self, objection: str, said: frozenset[str]) -> list[str]:
        return [r for r in self.graph.attackers_of(objection) if self._fits(r, said)]

    def _fits(self, reply: str, said: frozenset[str]) -> bool:
        """Answers whether an argument has no conflict with itself or with what was said."""
        about = {*self.graph.attackers_of(reply), *self.graph.attacked_by(reply)}
        return about.isdisjoint(said | {reply})

    def _strategy(self, argument: str, said: frozenset[str], objected: frozenset[str]) -> Move:
        _spend(self)
        attackers = self.graph.attackers_of(argument)
        told: list[Move] = []
        for objection in attackers:
            if objection in objected:
                continue
            reply = next(r for r in self.graph.attackers_of(objection) if r in said)
            inner = self._strategy(reply, said, objected | {objection})
            told.append(Move(objection, "opponent", (inner,)))
        reason = ""
        if not told:
            reason = "every objection has been answered" if attackers else "nothing attacks it"
        return Move(argument, "proponent", tuple(told), reason)

    def _refuted(self, argument: str, said: frozenset[str]) -> Move:
        """Answers the opponent's strategy: an objection to anything said, and to every reply."""
        _spend(self)
        objection = str(self._unanswered(said))
        replies = self._replies(objection, said)
        told = tuple(self._refuted(reply, said | {reply}) for reply in replies)
        reason = ""
        if not told:
            against = self.graph.attackers_of(objection)
            reason = (
                "every answer conflicts with what was said" if against else "nothing attacks it"
            )
        return Move(argument, "proponent", (Move(objection, "opponent", told, reason),))


def _spend(game: _Grounded | _Preferred) -> None:
    game.left -= 1
    if game.left < 0:
        raise OutOfBudget("the discussion is longer than the moves allowed: allow more of them")


def _lines(move: Move, depth: int) -> list[str]:
    why = f" ({move.reason})" if move.reason else ""
    found = [f"{'  ' * depth}{move.by}: {move.argument}{why}"]
    for following in move.followed_by:
        found += _lines(following, depth + 1)
    return found

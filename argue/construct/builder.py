"""A graph under construction: arguments by id, attacks, and the premises answers stand for."""

from __future__ import annotations

from collections.abc import Iterable

from argue.construct.words import plain
from argue.construct.worlds import NUMBERS, Answer, region_id
from argue.model.argument import Argument, Attack, AttackKind, Kind
from argue.model.case import Case, Fact
from argue.model.patience import go_on


class Builder:
    """Collects arguments and attacks; facts join when something rests on them.

    `reasons` are those added so far by the pair (better, worse) of options they speak about.
    """

    def __init__(self, case: Case, challenges: tuple[str, ...]) -> None:
        """Start with the challenges that can stand; nothing is in the graph yet."""
        self.case = case
        self.challenges = challenges
        self.arguments: dict[str, Argument] = {}
        self.reasons: dict[tuple[str, str], list[Argument]] = {}
        self._attacks: dict[Attack, None] = {}

    @property
    def attacks(self) -> tuple[Attack, ...]:
        """The attacks in the order they were added, each once."""
        return tuple(self._attacks)

    def add(self, argument: Argument) -> str:
        """Adds an argument if it is not there yet; answers its id."""
        go_on()
        if argument.id not in self.arguments:
            self.arguments[argument.id] = argument
            if argument.kind is Kind.REASON:
                pair = (str(argument.better), str(argument.worse))
                self.reasons.setdefault(pair, []).append(argument)
        return argument.id

    def attack(
        self,
        attacker: str,
        target: str,
        kind: AttackKind,
        *,
        given: tuple[str, str] | None = None,
    ) -> None:
        """Adds an attack, always effective or only given that one source outranks another."""
        higher, lower = given or (None, None)
        self._attacks.setdefault(Attack(attacker, target, kind, higher, lower))

    def premises(self, answers: Iterable[Answer]) -> tuple[str, ...]:
        """Answers the arguments that say these answers, adding facts that are new."""
        return tuple(self._premise(answer) for answer in answers)

    def _premise(self, answer: Answer) -> str:
        name = answer.question.name
        if answer.question.kind == "fact":
            return self._fact(self.case.facts[name], bool(answer.holds))
        if answer.question.kind == NUMBERS:
            return self._region(name, answer.holds)
        return f"challenge:{name}" if answer.holds else f"aside:{name}"

    def _fact(self, fact: Fact, holds: bool) -> str:
        ids = {True: f"fact:{fact.id}", False: f"fact:not {fact.id}"}
        if ids[True] not in self.arguments:
            said = fact.text or plain(fact.id)
            self.add(Argument(ids[True], Kind.FACT, said, source=fact.id))
            self.add(Argument(ids[False], Kind.FACT, f"It is not so: {said}", source=fact.id))
            for side in (True, False):
                if fact.lean in (None, side):
                    self.attack(ids[side], ids[not side], AttackKind.CONTRARY)
        return ids[holds]

    def _region(self, name: str, region: int) -> str:
        said = self.case.regions[name]
        ids = [region_id(name, number) for number in range(len(said))]
        if ids[0] not in self.arguments:
            for one, text in zip(ids, said, strict=True):
                self.add(Argument(one, Kind.NUMBERS, text, source=name or NUMBERS))
            for one in ids:
                for other in ids:
                    if one != other:
                        self.attack(one, other, AttackKind.CONTRARY)
        return ids[region]


def suffix(answers: Iterable[Answer]) -> str:
    """Answers the end of an id that says on which answers the argument rests."""
    said = ",".join(str(answer) for answer in answers)
    return f"@{said}" if said else ""

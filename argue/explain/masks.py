"""What arguments do to one another as bits: quick to combine, to compare and to remember."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from argue.explain.circumstances import Ground
from argue.model.argument import Kind
from argue.model.record import record

OWN = (Kind.REASON, Kind.OBJECTION)
"""Kinds of argument that a set holds for what they attack, and hardly ever for anything else."""


@record
class Effect:
    """What some arguments do, as bits: what they are, attack, and must answer.

    `hit` is what they certainly attack, `harmed` what they possibly do, `against` what possibly
    attacks them, `answered` the attackers that they certainly defeat, or what those rest on.
    """

    bits: int = 0
    shared: int = 0
    hit: int = 0
    harmed: int = 0
    against: int = 0
    answered: int = 0

    def __or__(self, other: Effect) -> Effect:
        return Effect(
            self.bits | other.bits,
            self.shared | other.shared,
            self.hit | other.hit,
            self.harmed | other.harmed,
            self.against | other.against,
            self.answered | other.answered,
        )

    def covers(self, other: Effect) -> bool:
        """Answers whether these do all that others do, and ask for no more."""
        return not (
            self.shared & ~other.shared
            or other.hit & ~self.hit
            or self.harmed & ~other.harmed
            or self.against & ~other.against
        )


class Masks:
    """The arguments of a ground as bits, those with the fewest answers lowest."""

    def __init__(self, ground: Ground) -> None:
        """Number everything that attacks something, or may, or is in the graph."""
        self.ground = ground
        known = {a for attackers in ground.possible.values() for a in attackers}
        named = known | ground.graph.arguments.keys()
        self._answers = {name: ground.answers_among(name) for name in named}
        self.names = tuple(sorted(named, key=lambda a: (len(self._answers[a]), a)))
        self._bit = {name: 1 << place for place, name in enumerate(self.names)}
        self._effects: dict[int, Effect] = {}
        self._followers: dict[int, int] = {}
        self._ways: dict[int, tuple[int, ...]] = {}

    def of(self, names: Iterable[str]) -> int:
        """Answers arguments as bits."""
        found = 0
        for name in names:
            found |= self._bit[name]
        return found

    def named(self, bits: int) -> Iterator[str]:
        """Yields the arguments of bits."""
        while bits:
            lowest = bits & -bits
            yield self.names[lowest.bit_length() - 1]
            bits ^= lowest

    @cached_property
    def _answered(self) -> Mapping[str, int]:
        """For every argument, the attackers it certainly defeats, or what they rest on."""
        found: dict[str, int] = {}
        for attacker, bit in self._bit.items():
            for answer in self._answers[attacker]:
                found[answer] = found.get(answer, 0) | bit
        return found

    def effect_of(self, bits: int) -> Effect:
        """Answers what some arguments do together."""
        if bits not in self._effects:
            found = Effect()
            for name in self.named(bits):
                found |= self._single(name)
            self._effects[bits] = found
        return self._effects[bits]

    def followers_of(self, bits: int) -> int:
        """Answers what else rests on some arguments and attacks something."""
        if bits not in self._followers:
            found = 0
            for name in self.named(bits):
                found |= self._resting.get(name, 0)
            self._followers[bits] = found & ~bits
        return self._followers[bits]

    @cached_property
    def _resting(self) -> Mapping[str, int]:
        """For every argument, those that rest on it and attack something."""
        found: dict[str, int] = {}
        for name in self.ground.possibly_attacked:
            for below in self.ground.rests_on(name):
                found[below] = found.get(below, 0) | self._bit[name]
        return found

    def _single(self, name: str) -> Effect:
        bit, ground = self._bit[name], self.ground
        if bit not in self._effects:
            self._effects[bit] = Effect(
                bit,
                0 if ground.graph.arguments[name].kind in OWN else bit,
                self.of(ground.certainly_attacked.get(name, ())),
                self.of(ground.possibly_attacked.get(name, ())),
                self.of(ground.possible.get(name, ())),
                self._answered.get(name, 0),
            )
        return self._effects[bit]

    def ways_against(self, bit: int) -> tuple[int, ...]:
        """Answers the ways to answer an attacker, each with all it rests on, preferred first."""
        if bit not in self._ways:
            answers = self.ground.answers_to(self.names[bit.bit_length() - 1])
            self._ways[bit] = tuple(self.of(self.ground.rests_on(a)) for a in answers)
        return self._ways[bit]

    def defensible(self, usable: int) -> int:
        """Answers those of some arguments that can be held, as far as single attacks tell.

        Left out is what rests on something left out, or has an attacker that nothing kept answers.
        """
        kept = [self._alone[name] for name in self.named(usable)]
        while True:
            bits = answered = 0
            for _, effect in kept:
                bits |= effect.bits
                answered |= effect.answered
            left = [(w, e) for w, e in kept if not w & ~bits and not e.against & ~answered]
            if len(left) == len(kept):
                return bits
            kept = left

    @cached_property
    def _alone(self) -> Mapping[str, tuple[int, Effect]]:
        """For every argument all that it rests on, as bits, and what it does by itself."""
        rests = self.ground.rests_on
        return {a: (self.of(rests(a)), self._single(a)) for a in self.ground.graph.arguments}

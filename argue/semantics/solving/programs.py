"""Ground programs whose answer sets are sets of arguments; one rule or two for each argument.

`in` says that an argument is a member, `free` that no member attacks it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from argue.asp.program import Answer, Deadline, Program, Rule
from argue.semantics.solving.parts import Part

OPTIONS = ("--config=trendy", "--sat-prepro=no", "--heuristic=Domain")
"""The solver's default configuration is many times slower on stable extensions."""

MAXIMAL_FIRST = (*OPTIONS, "--enum-mode=domRec")
"""Lets preferred atoms come true first, and seeks only what is no subset of an earlier answer."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """A program about a part; for every argument, by number, the literals that speak of it.

    `attacked[i]` holds where a member attacks i.
    """

    part: Part
    program: Program
    inside: Sequence[int]
    attacked: Sequence[int]
    _guards: list[int] = field(default_factory=list[int])

    def answers(self, assume: Sequence[int] = ()) -> Iterator[Answer]:
        """Answers the answer sets in which the assumed literals hold, one at a time."""
        # A guard that is not used is switched off, lest it double the answers.
        unused = set(self._guards).difference(assume)
        return self.program.answers([*assume, *(-guard for guard in sorted(unused))])

    def count(self, assume: Sequence[int] = ()) -> int:
        """Answers how many answer sets there are in which the assumed literals hold."""
        unused = set(self._guards).difference(assume)
        return self.program.count([*assume, *(-guard for guard in sorted(unused))])

    def members(self, answer: Answer) -> frozenset[int]:
        """Answers the members in an answer set."""
        held = answer.holds(self.inside)
        return frozenset([i for i, value in enumerate(held) if value])

    def literals(self, wanted: Sequence[tuple[int, bool]]) -> list[int]:
        """Answers the literals for arguments that must, or must not, be members."""
        return [self.inside[i] if value else -self.inside[i] for i, value in wanted]

    def one_of(self, literals: Sequence[int]) -> int:
        """Answers a new literal; where it is assumed, one of these literals must hold."""
        (guard,) = self.program.atoms(1)
        self.program.add([((guard,), ())], choice=True)
        self.program.add([((), (guard, *(-literal for literal in literals)))])
        self._guards.append(guard)
        return guard

    def ranged(self) -> list[int]:
        """Answers for every argument a literal that holds where it is a member or attacked."""
        beyond = self.program.atoms(len(self.part))
        self.program.add(
            ((b,), (-i, -a)) for b, i, a in zip(beyond, self.inside, self.attacked, strict=True)
        )
        return [-atom for atom in beyond]


def complete(part: Part, deadline: Deadline, options: Sequence[str] = OPTIONS) -> Encoded:
    """Answers the program of complete extensions.

    Free is what no member attacks; a member is what has no free attacker, and must be free.
    Equals: `definitions.complete`.
    """
    inside, free, program = _begin(part, deadline, options)

    def rules() -> Iterator[Rule]:
        for i, attackers in enumerate(part.attackers):
            yield (free[i],), [-inside[j] for j in attackers]
            yield (inside[i],), [-free[j] for j in attackers]
            yield (), (inside[i], -free[i])

    program.add(rules())
    return Encoded(part, program, inside, [-atom for atom in free])


def admissible(part: Part, deadline: Deadline, options: Sequence[str] = OPTIONS) -> Encoded:
    """Answers the program of admissible sets: any free members without a free attacker.

    Equals: `definitions.admissible`.
    """
    found = conflict_free(part, deadline, options)
    free = [-literal for literal in found.attacked]
    found.program.add(
        ((), (found.inside[i], free[j]))
        for i, attackers in enumerate(part.attackers)
        for j in attackers
    )
    return found


def conflict_free(part: Part, deadline: Deadline, options: Sequence[str] = OPTIONS) -> Encoded:
    """Answers the program of conflict-free sets: any members that are free.

    Equals: `definitions.conflict_free`.
    """
    inside, free, program = _begin(part, deadline, options)
    program.add([(inside, ())] if inside else [], choice=True)

    def rules() -> Iterator[Rule]:
        for i, attackers in enumerate(part.attackers):
            yield (free[i],), [-inside[j] for j in attackers]
            yield (), (inside[i], -free[i])

    program.add(rules())
    return Encoded(part, program, inside, [-atom for atom in free])


def stable(part: Part, deadline: Deadline) -> Encoded:
    """Answers the program of stable extensions: a member is what no member attacks.

    One rule an argument, the oldest reading of an attack graph as a logic program. Source:
    [Dung95], section 5. Equals: `definitions.stable`.
    """
    program = Program(OPTIONS, deadline)
    inside = program.atoms(len(part))
    program.add(
        ((inside[i],), [-inside[j] for j in attackers])
        for i, attackers in enumerate(part.attackers)
    )
    return Encoded(part, program, inside, [-atom for atom in inside])


def naive(part: Part, deadline: Deadline) -> Encoded:
    """Answers the program of maximal conflict-free sets.

    They are the stable extensions of the graph in which every attack goes both ways and nothing
    that attacks itself is left. Equals: `definitions.naive`.
    """
    program = Program(OPTIONS, deadline)
    inside = program.atoms(len(part))
    own = [i in attackers for i, attackers in enumerate(part.attackers)]

    def rules() -> Iterator[Rule]:
        for i, (before, after) in enumerate(zip(part.attackers, part.attacked, strict=True)):
            if not own[i]:
                yield (inside[i],), [-inside[j] for j in {*before, *after} if not own[j]]

    program.add(rules())
    return Encoded(part, program, inside, [])


def _begin(
    part: Part, deadline: Deadline, options: Sequence[str]
) -> tuple[list[int], list[int], Program]:
    program = Program(options, deadline)
    inside, free = program.atoms(len(part)), program.atoms(len(part))
    program.prefer(inside, first="--enum-mode=domRec" in options)
    return inside, free, program

"""Formulas of linear temporal logic over finite traces, with past: LTLf [DeGiacomo13].

A formula speaks of a step of a trace, and of the steps after and before it. Future operators are
`X` (there is a next step, and then), `WX` (if there is a next step, then), `F` (now or later), `G`
(now and at every later step), `U` (until, and it comes), `W` (until, or for ever), `R` (released
by), `F<=n` and `G<=n` (looking at most n steps ahead). Past operators are `Y` (there was a step
before, and then), `WY` (if there was one, then), `O` (now or once before), `H` (now and always
before) and `S` (ever since).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

FUTURE = ("X", "WX", "F", "G", "F<=", "G<=", "U", "W", "R")
PAST = ("Y", "WY", "O", "H", "S")
BOUNDED = ("F<=", "G<=")
BINARY = ("&", "|", "->", "<->", "U", "W", "R", "S")


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula: an operator with its parts, a proposition, or a constant.

    `operator` is one of `true`, `false`, `proposition`, `!`, `&`, `|`, `->`, `<->` and the letters
    above; `name` is set for a proposition alone, `bound` for `F<=` and `G<=`. `position` counts
    characters of the text from 1 and plays no part in comparing formulas.
    """

    operator: str
    parts: tuple[Formula, ...] = ()
    name: str = ""
    bound: int = 0
    position: int = field(default=0, compare=False)
    _hash: int = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Remember the hash, which would otherwise be taken of every part again each time."""
        value = hash((self.operator, self.parts, self.name, self.bound))
        object.__setattr__(self, "_hash", value)

    def __hash__(self) -> int:
        """Answers a number that equal formulas share."""
        return self._hash

    @property
    def propositions(self) -> tuple[str, ...]:
        """The propositions it names, sorted."""
        return tuple(sorted({node.name for node in nodes(self) if node.operator == "proposition"}))

    @property
    def temporal(self) -> bool:
        """Whether it speaks of any step but its own."""
        return any(node.operator in FUTURE or node.operator in PAST for node in nodes(self))

    def __str__(self) -> str:
        """The formula as it can be read again, with every bracket."""
        if self.operator == "proposition":
            return self.name
        if not self.parts:
            return self.operator
        if len(self.parts) == 1:
            space = "" if self.operator == "!" else " "
            bound = str(self.bound) if self.operator in BOUNDED else ""
            return f"{self.operator}{bound}{space}{_bracketed(self.parts[0])}"
        left, right = self.parts
        return f"{_bracketed(left)} {self.operator} {_bracketed(right)}"


TRUE = Formula("true")
FALSE = Formula("false")


def proposition(name: str) -> Formula:
    """Answers the formula that a proposition holds now."""
    return Formula("proposition", (), name)


def negation(part: Formula) -> Formula:
    """Answers the formula that another does not hold."""
    return Formula("!", (part,))


def both(left: Formula, right: Formula) -> Formula:
    """Answers the conjunction."""
    return Formula("&", (left, right))


def either(left: Formula, right: Formula) -> Formula:
    """Answers the disjunction."""
    return Formula("|", (left, right))


def implication(left: Formula, right: Formula) -> Formula:
    """Answers the formula that one holds only if the other does."""
    return Formula("->", (left, right))


def nodes(formula: Formula) -> Iterator[Formula]:
    """Yields a formula and everything it is made of, outside first."""
    yield formula
    for part in formula.parts:
        yield from nodes(part)


def _bracketed(formula: Formula) -> str:
    return f"({formula})" if len(formula.parts) > 1 else str(formula)

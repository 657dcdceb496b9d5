"""Why a position is coherent: what it takes as settled, and why each option stands so in it."""

from __future__ import annotations

from argue.construct.words import listed
from argue.errors import UnknownId
from argue.explain.circumstances import given_by
from argue.explain.explanation import Support, Why
from argue.explain.sufficient import Claim
from argue.explain.supports import support_in
from argue.explain.telling import conditions, sentence
from argue.model.verdict import Label, Position
from argue.verdict.result import Analysis

PREFIX = "position:"


def is_position(target: str) -> bool:
    """Answers whether a target is the id of a position: `position:1` is the first one listed."""
    return target.startswith(PREFIX)


def position_ids(analysis: Analysis) -> tuple[str, ...]:
    """Answers the ids of the positions of an analysis, in the order they are listed in."""
    return tuple(f"{PREFIX}{number}" for number, _ in enumerate(analysis.positions, 1))


def position_of(analysis: Analysis, target: str) -> Position:
    """Answers the position of an id; raises UnknownId."""
    known = position_ids(analysis)
    if target not in known:
        raise UnknownId("position", target, known)
    return analysis.positions[known.index(target)]


def why_position(analysis: Analysis, target: str) -> Why:
    """Answers why a position holds together: a support for every option, under what it settles.

    Raises: UnknownId for a position there is not.
    """
    position = position_of(analysis, target)
    supports: list[Support] = []
    missing: list[str] = []
    for option in analysis.graph.options:
        label = position.label(option)
        found = _support(analysis, position, option, label)
        if found is not None:
            supports.append(found)
        elif label is not Label.UNDEC:
            missing.append(f'No small set of arguments was found that decides "{option}" here.')
    if position.undecided:
        missing.append(f"{_named(position.undecided)} defeat one another, and nothing breaks it.")
    return Why(target, _standing(analysis, position), tuple(supports), unexplained=tuple(missing))


def _support(analysis: Analysis, position: Position, option: str, label: Label) -> Support | None:
    name = f"permission:{option}"
    if label is Label.UNDEC:
        return None
    claim = Claim(accepted=(name,)) if label is Label.IN else Claim(defeated=(name,))
    return support_in(analysis, position, claim, label, name=name)


def _standing(analysis: Analysis, position: Position) -> str:
    """Answers what a position says of all options, and what is enough for it."""
    rest = [o for o in analysis.graph.options if position.label(o) is Label.OUT]
    said: list[str] = []
    if position.permissible:
        said.append(f"permits {_named(position.permissible)}")
    if position.undecided:
        said.append(f"leaves {_named(position.undecided)} undecided")
    if rest:
        said.append(f"rules out {_named(rest)}")
    text = f"This position {listed(said)}"
    if len(analysis.positions) == 1:
        return f"{text}; it is the only one."
    if not position.settles:
        return f"{text}; it is never the only one, since one source is at odds with itself."
    enough = conditions(analysis, given_by(position))
    return sentence(f"{text}; it is enough that {listed(enough)}" if enough else text)


def _named(options: frozenset[str] | list[str]) -> str:
    return listed(f'"{option}"' for option in sorted(options))

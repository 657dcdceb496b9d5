"""How statements and rules are written: `not flies`, `d1: bird, not penguin => flies`."""

from __future__ import annotations

import re
from typing import NamedTuple

from argue.model.case import Literal

ID = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
"""An id: a letter, then letters, digits and underscores."""

MAX_TEXT = 10_000
"""Longest rule that is read, in characters."""

RESERVED = frozenset({"not", "and"})

_LITERAL = re.compile(rf"(not\s+)?({ID.pattern})")
_ARROW = re.compile("->|=>|→|⇒")
_STRICT = frozenset({"->", "→"})
_NAMED = re.compile(rf"\s*({ID.pattern})\s*:(.*)", re.DOTALL)
_AND = re.compile(r",|\band\b")


class Written(NamedTuple):
    """A rule as written: its id if it has one, what it needs, what it gives, and its arrow."""

    id: str | None
    body: str
    conclusion: str
    strict: bool


def literal_in(text: str) -> Literal | None:
    """Answers the statement a text writes, None if it writes none.

    >>> literal_in("not flies")
    Literal(fact='flies', holds=False)
    """
    found = _LITERAL.fullmatch(text.strip()) if len(text) <= MAX_TEXT else None
    if found is None or found[2] in RESERVED:
        return None
    return Literal(found[2], found[1] is None)


def rule_in(text: str) -> Written | None:
    """Answers the parts of a rule written with one arrow, None if there is no or another arrow.

    >>> rule_in("d1: bird and not penguin => flies").conclusion
    'flies'
    """
    arrows = _ARROW.findall(text) if len(text) <= MAX_TEXT else []
    if len(arrows) != 1:
        return None
    given, conclusion = _ARROW.split(text)
    named = _NAMED.fullmatch(given)
    body = named[2] if named else given
    return Written(named[1] if named else None, body, conclusion.strip(), arrows[0] in _STRICT)


def conjuncts(text: str) -> tuple[str, ...]:
    """Answers the statements joined by commas or `and`; none in a text of blanks.

    >>> conjuncts("bird, fed and not penguin")
    ('bird', 'fed', 'not penguin')
    """
    if not text.strip():
        return ()
    return tuple(part.strip() for part in _AND.split(text))

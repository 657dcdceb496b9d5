"""JSON from strangers, as deep under every Python: their own bounds differ a hundredfold."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

MOST_NESTED = 100
"""Most lists and objects inside one another in a file or a row of JSON."""

_BETWEEN = re.compile(r'"(?:[^"\\]|\\.)*+"|[^\[\]{}"]+', re.DOTALL)
"""Texts, and all else that is no bracket."""


class TooDeep(ValueError):
    """A JSON text nested more than MOST_NESTED levels deep."""


def parsed(text: str, *, parse_float: Callable[[str], Any] | None = None) -> Any:
    """Answers what a JSON text says, as `json.loads` does.

    Raises: ValueError if it is no JSON, TooDeep past MOST_NESTED levels.
    """
    check_depth(text)
    return json.loads(text, parse_float=parse_float)


def check_depth(text: str) -> None:
    """Raises: TooDeep if a JSON text is nested more than MOST_NESTED levels deep."""
    if text.count("[") + text.count("{") > MOST_NESTED and _is_deeper(text):
        raise TooDeep(f"nested more than {MOST_NESTED} levels deep")


def _is_deeper(text: str) -> bool:
    """Answers whether brackets stand too many levels inside one another.

    Every pass takes the innermost pairs away. Brackets without a partner are left, and count too.
    """
    brackets = _BETWEEN.sub("", text).replace("{", "[").replace("}", "]")
    for _ in range(MOST_NESTED):
        fewer = brackets.replace("[]", "")
        if len(fewer) == len(brackets):
            return brackets.count("[") > MOST_NESTED
        brackets = fewer
    return "[" in brackets

"""Temporal formulas as a person writes them: `G(overdue -> F<=3 paid)`, `!leak U consent`.

Unary operators bind tightest, then `U W R S` (to the right), `&`, `|`, `->` (to the right), `<->`.
`F<=n` and `G<=n` bound how many steps ahead are looked at. Words are accepted for signs: `not`,
`and`, `or`. Length and depth are bounded.
"""

from __future__ import annotations

from typing import Any

from argue.logic.formulas import FormulaError, parsed
from argue.logic.temporal.formulas import BINARY, Formula

MOST_CHARACTERS = 2_000
MOST_DEPTH = 60
"""How many operators may lie inside one another."""
MOST_STEPS = 1_000
"""The largest bound of `F<=n` and `G<=n`."""

GRAMMAR = r"""
?start: equivalence
?equivalence: implication | equivalence EQUIVALENT implication -> binary
?implication: disjunction | disjunction IMPLIES implication -> binary
?disjunction: conjunction | disjunction OR conjunction -> binary
?conjunction: binding | conjunction AND binding -> binary
?binding: unary | unary BINDS binding -> binary
?unary: atom | NOT unary -> prefixed | PREFIX unary -> prefixed | BOUND unary -> bounded
?atom: TRUE -> constant | FALSE -> constant | NAME -> proposition | "(" equivalence ")"
EQUIVALENT: "<->"
IMPLIES: "->"
OR: "||" | "|" | /or\b/
AND: "&&" | "&" | /and\b/
NOT: "!" | "~" | /not\b/
BINDS.2: /[UWRS]\b/
BOUND.3: /[FG]\s*<=\s*[0-9]{1,6}\b/
PREFIX.2: /(WX|WY|X|F|G|Y|O|H)\b/
TRUE.2: /true\b/
FALSE.2: /false\b/
NAME: /(?!(?:or|and|not)\b)[a-z_][A-Za-z0-9_]{0,79}/
%ignore /[ \t\r\n]+/
"""

_SIGNS = {"||": "|", "or": "|", "&&": "&", "and": "&", "~": "!", "not": "!"}


def parse_temporal(text: str) -> Formula:
    """Answers the temporal formula written in a text.

    Raises: FormulaError with the position of what cannot be read.
    """
    if len(text) > MOST_CHARACTERS:
        message = f"a temporal formula has at most {MOST_CHARACTERS} characters, not {len(text)}"
        raise FormulaError(message, f"{text[:40]}...", MOST_CHARACTERS)
    if not text.strip():
        raise FormulaError("a formula is needed here, for example G(asked -> F answered)", text, 1)
    return _Reader(text).formula(parsed(GRAMMAR, text, _advice))


def _advice(sign: str) -> str:
    if not sign.isalpha():
        return ""
    known = "X, WX, F, G, U, W, R, Y, WY, O, H or S"
    return f"; a capital letter is an operator ({known}), propositions start small"


class _Reader:
    """Turns a parse tree into a formula, and refuses what nests too deep."""

    def __init__(self, text: str) -> None:
        self.text = text

    def formula(self, tree: Any, nesting: int = 1) -> Formula:
        position = int(tree.meta.start_pos) + 1
        if nesting > MOST_DEPTH:
            message = f"operators lie more than {MOST_DEPTH} deep in one another"
            raise FormulaError(message, self.text, position)
        if tree.data in ("constant", "proposition"):
            word = str(tree.children[0])
            if tree.data == "constant":
                return Formula(word, (), "", 0, position)
            return Formula("proposition", (), word, 0, position)
        if tree.data == "bounded":
            return self._bounded(tree, nesting)
        inside = [child for child in tree.children if not isinstance(child, str)]
        sign = next(str(child) for child in tree.children if isinstance(child, str))
        parts = tuple(self.formula(child, nesting + 1) for child in inside)
        operator = _SIGNS.get(sign, sign)
        assert len(parts) == 1 or operator in BINARY
        return Formula(operator, parts, "", 0, position)

    def _bounded(self, tree: Any, nesting: int) -> Formula:
        sign, inside = tree.children
        position = int(sign.start_pos) + 1
        steps = int(str(sign).split("=")[1])
        if steps > MOST_STEPS:
            message = f"at most {MOST_STEPS} steps can be counted, not {steps}"
            raise FormulaError(message, self.text, position)
        part = self.formula(inside, nesting + 1)
        return Formula(f"{str(sign)[0]}<=", (part,), "", steps, position)

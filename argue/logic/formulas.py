"""Arithmetic formulas as a person writes them: `(a - c) / (2*b*n)`, `3*ln(x + 1) - x^2`.

Numbers are exact; `^` binds tighter than a sign before it and groups to the right, so that
`-x^2` is minus the square. Nothing is ever evaluated as Python, and size and depth are bounded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any, TypeAlias

from argue.errors import ArgueError
from argue.logic.arithmetic import FUNCTIONS, INEXACT, applied, exact_or_float
from argue.model.numbers import Number

MOST_CHARACTERS = 2_000
MOST_DEPTH = 100
"""How many operations may lie inside one another."""

GRAMMAR = r"""
?start: sum
?sum: product | sum SUM_SIGN product -> binary
?product: signed | product PRODUCT_SIGN signed -> binary
?signed: power | "-" signed -> negated | "+" signed
?power: atom | atom POWER_SIGN signed -> binary
?atom: NUMBER -> number | NAME -> name | "(" sum ")" | call
call: NAME "(" sum ("," sum)* ")"
SUM_SIGN: "+" | "-"
PRODUCT_SIGN: "*" | "/"
POWER_SIGN: "^"
NUMBER: /[0-9]{1,40}(\.[0-9]{1,40})?([eE][-+]?[0-9]{1,2})?(?![0-9.])/
NAME: /[A-Za-z][A-Za-z0-9_]{0,39}/
%ignore /[ \t\n]+/
"""


class FormulaError(ArgueError):
    """A formula that cannot be read, or has no value; `position` counts characters from 1."""

    def __init__(self, message: str, text: str, position: int) -> None:
        """Say what is wrong, and where in which formula."""
        self.text, self.position, self.reason = text, position, message
        super().__init__(f"{message}, at character {position} of {text!r}")


@dataclass(frozen=True, slots=True)
class Constant:
    """A number as written."""

    value: Fraction
    depth: int = 1


@dataclass(frozen=True, slots=True)
class Variable:
    """A name that stands for a number."""

    name: str
    position: int
    depth: int = 1


@dataclass(frozen=True, slots=True)
class Operation:
    """An operator or function applied to its arguments."""

    name: str
    arguments: tuple[Node, ...]
    position: int
    depth: int


Node: TypeAlias = "Constant | Variable | Operation"


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that was read: its text, and what it is made of."""

    text: str
    root: Node

    @property
    def names(self) -> tuple[str, ...]:
        """The names that need a value, each once, in the order of the text."""
        found = [node for node in _nodes(self.root) if isinstance(node, Variable)]
        return tuple(dict.fromkeys(v.name for v in sorted(found, key=lambda v: v.position)))

    @property
    def exact(self) -> bool:
        """Whether fractions give a fraction: no root, logarithm, exponential, or open power."""
        return not any(
            node.name in INEXACT or (node.name == "^" and not _is_whole(node.arguments[1]))
            for node in _nodes(self.root)
            if isinstance(node, Operation)
        )

    def position_of(self, name: str) -> int:
        """Answers where a name first stands, counted from 1; 0 if it does not."""
        variables = [node for node in _nodes(self.root) if isinstance(node, Variable)]
        return min((v.position for v in variables if v.name == name), default=0)

    def value(self, values: Mapping[str, Number]) -> Number:
        """Answers the value: a fraction where everything is exact, else a float, or an array.

        Raises: FormulaError for a name without a value, a division by zero, the logarithm or root
        of a negative number, or a number that becomes too large.
        """
        return _value(self.root, values, self.text)


def parse_formula(text: str) -> Formula:
    """Answers the formula written in a text.

    Raises: FormulaError with the position of what cannot be read.
    """
    if len(text) > MOST_CHARACTERS:
        message = f"a formula has at most {MOST_CHARACTERS} characters, this one {len(text)}"
        raise FormulaError(message, f"{text[:40]}...", MOST_CHARACTERS)
    tree = _parsed(text)
    return Formula(text, _Reader(text).node(tree))


def _parsed(text: str) -> Any:
    if not text.strip():
        raise FormulaError("a formula is needed here, for example 2*x + 1", text, 1)
    return parsed(GRAMMAR, text)


def parsed(grammar: str, text: str, advice: Callable[[str], str] = lambda sign: "") -> Any:
    """Answers the tree that a grammar of lark makes of a text.

    `advice` is added to what is said of a sign that cannot stand where it stands. Raises:
    FormulaError with the position of what cannot be read.
    """
    from lark.exceptions import UnexpectedCharacters, UnexpectedInput  # noqa: PLC0415  (slow)

    try:
        return _parser(grammar).parse(text)
    except UnexpectedCharacters as error:
        start = int(getattr(error, "pos_in_stream", None) or 0)
        message = f"{text[start]!r} cannot stand here{advice(text[start])}"
        raise FormulaError(message, text, start + 1) from error
    except UnexpectedInput as error:
        token: Any = getattr(error, "token", None)
        if token is None or token.type == "$END":
            raise FormulaError("the formula ends too early", text, len(text)) from error
        message = f"{str(token)!r} cannot stand here"
        raise FormulaError(message, text, int(token.start_pos) + 1) from error


@cache
def _parser(grammar: str) -> Any:
    from lark import Lark  # noqa: PLC0415  (80 ms, and only games and norms about time need it)

    return Lark(grammar, parser="lalr", propagate_positions=True)


class _Reader:
    """Turns a parse tree into nodes, and refuses what nests too deep."""

    def __init__(self, text: str) -> None:
        self.text = text

    def node(self, tree: Any, nesting: int = 1) -> Node:
        if nesting > MOST_DEPTH:
            message = f"operations lie more than {MOST_DEPTH} deep in one another: use sum(...)"
            raise FormulaError(message, self.text, tree.meta.start_pos + 1)
        position = tree.meta.start_pos + 1
        if tree.data == "number":
            return Constant(Fraction(str(tree.children[0])))
        if tree.data == "name":
            return Variable(str(tree.children[0]), position)
        if tree.data == "call":
            return self._call(tree, position, nesting)
        if tree.data == "negated":
            inside = self.node(tree.children[0], nesting + 1)
            return _operation("*", (Constant(Fraction(-1)), inside), position)
        left, sign, right = tree.children
        parts = (self.node(left, nesting + 1), self.node(right, nesting + 1))
        return _operation(str(sign), parts, sign.start_pos + 1)

    def _call(self, tree: Any, position: int, nesting: int) -> Node:
        name, *given = tree.children
        if name not in FUNCTIONS:
            message = f"there is no function {str(name)!r}; known: {', '.join(FUNCTIONS)}"
            raise FormulaError(message, self.text, position)
        fewest, most, _ = FUNCTIONS[name]
        if not fewest <= len(given) <= most:
            allowed = "one number" if fewest == most else f"{fewest} to {most} numbers"
            message = f"{name} takes {allowed}, not {len(given)}"
            raise FormulaError(message, self.text, position)
        inside = tuple(self.node(child, nesting + 1) for child in given)
        return _operation(str(name), inside, position)


def _operation(name: str, arguments: tuple[Node, ...], position: int) -> Operation:
    return Operation(name, arguments, position, 1 + max(a.depth for a in arguments))


def _nodes(root: Node) -> Iterator[Node]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, Operation):
            waiting += reversed(node.arguments)


def _is_whole(node: Node) -> bool:
    """Answers whether a node is a whole number, whatever the values of names are."""
    if isinstance(node, Operation):
        power = node.name == "^" and isinstance(node.arguments[1], Constant)
        whole = all(_is_whole(argument) for argument in node.arguments)
        return whole and (power or node.name in ("+", "-", "*"))
    return isinstance(node, Constant) and node.value.denominator == 1


_PROBLEMS: Mapping[type[Exception], str] = {
    ZeroDivisionError: "this divides by zero",
    OverflowError: "this becomes too large",
    ValueError: "this has no value: a logarithm or root of a negative number, or ln(0)",
}


def _value(node: Node, values: Mapping[str, Number], text: str) -> Number:
    if isinstance(node, Constant):
        return node.value
    if isinstance(node, Variable):
        if node.name not in values:
            known = ", ".join(values) or "none"
            message = f"{node.name!r} has no value here; known names: {known}"
            raise FormulaError(message, text, node.position)
        return exact_or_float(values[node.name])
    arguments = [_value(argument, values, text) for argument in node.arguments]
    try:
        return applied(node.name, arguments)
    except (ZeroDivisionError, OverflowError, ValueError) as error:
        message = _PROBLEMS.get(type(error), str(error))
        raise FormulaError(message, text, node.position) from error
